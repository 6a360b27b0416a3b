import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct CoverTests {
  @Test(arguments: 0..<100) func `set covers keep their guarantee`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 0...8, using: &generator)
    let sets = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
      (0..<count).filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
    }
    let costs = seed % 2 == 0 ? [] : sets.map { _ in Double(Int.random(in: 1...6, using: &generator)) }
    let cover = greedySetCover(of: count, by: sets, costs: costs)
    let coverable = Set(sets.joined())
    #expect(Set(cover.sets.flatMap { sets[$0] }) == coverable)
    #expect(Set(cover.uncovered) == Set(0..<count).subtracting(coverable))
    let cheapest = (0..<(1 << sets.count)).compactMap { choice -> Double? in
      let chosen = sets.indices.filter { choice & (1 << $0) != 0 }
      guard Set(chosen.flatMap { sets[$0] }) == coverable else { return nil }
      return chosen.reduce(0.0) { $0 + (costs.isEmpty ? 1 : costs[$1]) }
    }.min()
    #expect(cover.lowerBound <= (cheapest ?? 0) + 1e-9)
    #expect(cover.cost <= cover.guarantee * (cheapest ?? 0) + 1e-9)
    #expect(cover.cost <= cover.guarantee * cover.lowerBound + 1e-9)
  }

  @Test(arguments: 0..<60) func `colours differ and a clique needs them`(seed: Int) {
    let graph = randomCompressedGraph(1 + seed, seed * (1 + seed % 6), seed: UInt64(seed), isDirected: seed % 2 == 0)
    let result = colouring(of: graph)
    let pairs = weightedPairs(of: graph).filter { $0.first != $0.second }
    #expect(pairs.allSatisfy { result.colours[$0.first] != result.colours[$0.second] })
    #expect(Set(result.colours) == Set(0..<result.count))
    let edges = Set(pairs.flatMap { [[$0.first, $0.second], [$0.second, $0.first]] })
    for one in result.clique {
      for other in result.clique where one != other { #expect(edges.contains([one, other])) }
    }
    #expect(result.clique.count <= result.count && result.clique.count >= (pairs.isEmpty ? 1 : 2))
  }

  @Test func `graphs with two sides get two colours`() {
    var generator = SeededGenerator(seed: 6)
    let edges = (0..<300).map { _ in
      (2 * Int.random(in: 0..<50, using: &generator), 2 * Int.random(in: 0..<50, using: &generator) + 1)
    }
    #expect(colouring(of: CompressedGraph(vertexCount: 100, edges: edges, isDirected: false)).count == 2)
    let wheel = (0..<5).map { ($0, ($0 + 1) % 5) } + (0..<5).map { ($0, 5) }
    let result = colouring(of: CompressedGraph(vertexCount: 6, edges: wheel, isDirected: false))
    #expect(result.count == 4 && result.clique.count == 3)
  }
}
