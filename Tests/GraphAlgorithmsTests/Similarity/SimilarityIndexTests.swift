import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct SimilarityIndexTests {
  /// Random sets of 0 to 12 of 40 items; the first items are in most sets.
  private func randomSets(_ count: Int, seed: UInt64, largest: Int = 12) -> Memberships {
    var generator = SeededGenerator(seed: seed)
    var pairs: [(set: Int, item: Int)] = []
    for set in 0..<count {
      for _ in 0..<Int.random(in: 0...largest, using: &generator) {
        let bound = Int.random(in: 1...40, using: &generator) * max(1, largest / 40)
        pairs.append((set, Int.random(in: 0..<bound, using: &generator)))
      }
    }
    let weights = pairs.map { _ in Double(Int.random(in: 0...9, using: &generator)) }
    return Memberships(setCount: count, itemCount: 40 * max(1, largest / 40), pairs: pairs, weights: weights)
  }

  @Test(arguments: SetSimilarity.allCases) func `the best of all pairs`(measure: SetSimilarity) throws {
    for seed in 0..<12 {
      let sets = randomSets(seed < 10 ? 90 : 700, seed: UInt64(seed), largest: seed % 5 == 4 ? 300 : 12)
      var options = SimilarityOptions()
      options.measure = measure
      options.isWeighted = seed % 2 == 0
      options.limit = [1, 4, 10, 1_000][seed % 4]
      options.cutoff = seed % 3 == 0 ? 0.3 : 0
      if seed % 3 == 1 { options.targets = (0..<90).filter { $0 % 4 != 1 } }
      let index = SimilarityIndex(of: sets, options: options)
      let sources = seed % 2 == 0 ? nil : [5, 3, 3, 88]
      let found = try index.mostSimilar(to: sources, execution: Execution(threads: 1))
      for (position, source) in (sources ?? Array(0..<sets.setCount)).enumerated() {
        #expect(found[position] == bruteForce(source, sets, options), "\(seed): \(source)")
      }
      for threads in [2, 8] {
        #expect(try index.mostSimilar(to: sources, execution: Execution(threads: threads)) == found)
      }
      #expect(index.mostSimilar(to: 3) == bruteForce(3, sets, options))
    }
  }

  private func bruteForce(_ source: Int, _ sets: Memberships, _ options: SimilarityOptions) -> [ScoredVertex] {
    (options.targets ?? Array(0..<sets.setCount)).filter { $0 != source }
      .map { target in
        let score = similarity(
          of: source, and: target, in: sets, by: options.measure, isWeighted: options.isWeighted)
        return ScoredVertex(vertex: target, score: score)
      }
      .filter { $0.score > 0 && $0.score >= options.cutoff }
      .sorted { ($1.score, $0.vertex) < ($0.score, $1.vertex) }.prefix(options.limit).map(\.self)
  }

  @Test func `measures from their definitions`() {
    // Sets {0: 2, 1: 1, 2: 4} and {1: 3, 2: 1}.
    let sets = Memberships(
      setCount: 3, itemCount: 3, pairs: [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2)], weights: [2, 1, 4, 3, 1])
    func value(_ measure: SetSimilarity, _ isWeighted: Bool) -> Double {
      similarity(of: 0, and: 1, in: sets, by: measure, isWeighted: isWeighted)
    }
    #expect(SetSimilarity.allCases.map { value($0, false) } == [2.0 / 3, 1, 0.8, 2 / 6.0.squareRoot()])
    #expect(SetSimilarity.allCases.map { value($0, true) } == [2.0 / 9, 0.5, 4.0 / 11, 7 / 210.0.squareRoot()])
    for measure in SetSimilarity.allCases { #expect(similarity(of: 0, and: 2, in: sets, by: measure) == 0) }
  }

  @Test(arguments: 0..<6) func `neighbourhoods are sets without the vertex itself`(seed: Int) throws {
    let graph = randomCompressedGraph(30, 90, seed: UInt64(seed), isDirected: seed % 2 == 0, isWeighted: seed % 3 == 0)
    for direction in Direction.allCases {
      let found = try mostSimilarVertices(in: graph, direction)
      for vertex in 0..<30 {
        let mine = neighbors(vertex, graph, direction)
        let expected = (0..<30).filter { $0 != vertex }.map { other in
          let others = neighbors(other, graph, direction)
          let both = mine.intersection(others).count
          return ScoredVertex(vertex: other, score: both == 0 ? 0 : Double(both) / Double(mine.union(others).count))
        }.filter { $0.score > 0 }.sorted { ($1.score, $0.vertex) < ($0.score, $1.vertex) }
        #expect(found[vertex] == Array(expected.prefix(10)))
        if let first = expected.first {
          #expect(neighborhoodSimilarity(of: vertex, and: first.vertex, in: graph, direction) == first.score)
        }
      }
    }
  }

  private func neighbors(_ vertex: Int, _ graph: CompressedGraph, _ direction: Direction) -> Set<UInt32> {
    let out = graph.out.range(of: vertex).map { graph.out.targets[$0] }
    let into = graph.into.range(of: vertex).map { graph.into.targets[$0] }
    return Set(direction == .outgoing ? out : direction == .incoming ? into : out + into).subtracting([UInt32(vertex)])
  }
}
