import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

/// Cores, triangles, cliques and mixing, each from its definition.
@Suite struct DensityTests {
  @Test(arguments: UInt64(0)..<10) func `cores peel off`(seed: UInt64) {
    for isDirected in [false, true] {
      let graph = randomCompressedGraph(20, 20 + Int(seed) * 8, seed: seed, isDirected: isDirected)
      var expected = [Int](repeating: 0, count: 20)
      for core in 1...20 {
        var alive = Set(0..<20)
        func degree(_ vertex: Int) -> Int {
          alive.reduce(0) { sum, other in
            guard other != vertex else { return sum }
            let leaves = leads(graph, vertex, other)
            return sum + (leaves ? 1 : 0) + (isDirected && leads(graph, other, vertex) ? 1 : 0)
          }
        }
        while let weak = alive.sorted().first(where: { degree($0) < core }) { alive.remove(weak) }
        for vertex in alive { expected[vertex] = core }
        if alive.isEmpty { break }
      }
      #expect(coreNumbers(in: graph) == expected, "seed \(seed)")
    }
  }

  @Test(arguments: UInt64(0)..<10) func `clustering is what its definition says`(seed: UInt64) throws {
    for isDirected in [false, true] {
      let graph = randomCompressedGraph(14, 20 + Int(seed) * 8, seed: seed, isDirected: isDirected)
      let arcs = (0..<14).map { row in (0..<14).map { $0 != row && leads(graph, row, $0) ? 1 : 0 } }
      let both = (0..<14).map { row in (0..<14).map { arcs[row][$0] + arcs[$0][row] } }
      let result = try clustering(in: graph)
      for vertex in 0..<14 {
        let near = (0..<14).filter { both[vertex][$0] > 0 }
        let pairs = near.flatMap { left in near.map { (left, $0) } }.filter { $0.0 != $0.1 }
        let among = pairs.count { arcs[$0.0][$0.1] > 0 }
        #expect(result.triangles[vertex] * 2 == pairs.count { both[$0.0][$0.1] > 0 })
        let density = pairs.isEmpty ? 0 : Double(among) / Double(pairs.count)
        #expect(result.neighborhoodDensities[vertex] == density)
        guard isDirected else {
          #expect(result.coefficients[vertex] == density)
          continue
        }
        let degree = both[vertex].reduce(0, +)
        let mutual = (0..<14).count { both[vertex][$0] == 2 }
        let triangles = pairs.reduce(0) { $0 + both[vertex][$1.0] * both[$1.0][$1.1] * both[$1.1][vertex] }
        let possible = 2 * (degree * (degree - 1) - 2 * mutual)
        #expect(
          agree([result.coefficients[vertex]], [possible > 0 ? Double(triangles) / Double(possible) : 0], within: 1e-12)
        )
      }
    }
  }

  @Test(arguments: UInt64(0)..<8) func `cliques are all the maximal ones`(seed: UInt64) throws {
    let graph = randomCompressedGraph(10, 8 + Int(seed) * 8, seed: seed, isDirected: seed % 2 == 0)
    let near = (0..<10).map { row in
      (0..<10).reduce(0) { $0 | ($1 != row && (leads(graph, row, $1) || leads(graph, $1, row)) ? 1 << $1 : 0) }
    }
    var expected: [[Int]] = []
    for set in 1..<1024 {
      let members = (0..<10).filter { set >> $0 & 1 == 1 }
      let isClique = members.allSatisfy { near[$0] | 1 << $0 == near[$0] | 1 << $0 | set }
      let isMaximal = !(0..<10).contains { set >> $0 & 1 == 0 && near[$0] & set == set }
      if isClique && isMaximal { expected.append(members) }
    }
    expected.sort { $0.lexicographicallyPrecedes($1) }
    #expect(try maximalCliques(in: graph) == expected, "seed \(seed)")
    var options = CliqueOptions()
    options.minimumSize = 3
    #expect(try maximalCliques(in: graph, options: options) == expected.filter { $0.count >= 3 }, "seed \(seed)")
  }

  @Test func `large neighbourhoods need several words of bits`() throws {
    // All of 150 vertices joined but for 75 pairs: choosing one of a pair each time would be 2^75 cliques, so only the
    // last 4 pairs are left apart.
    let edges = (0..<150).flatMap { left in (left + 1..<150).map { (left, $0) } }
    let graph = CompressedGraph(
      vertexCount: 150, edges: edges.filter { !($0.0 % 2 == 0 && $0.1 == $0.0 + 1 && $0.0 >= 142) }, isDirected: false)
    let cliques = try maximalCliques(in: graph)
    #expect(cliques.count == 16 && Set(cliques).count == 16)
    #expect(cliques.allSatisfy { $0.count == 146 })
  }

  @Test func `does not depend on the number of threads`() throws {
    let graph = randomCompressedGraph(2000, 8000, seed: 4, isDirected: true)
    let results = try [1, 2, 8].map { threads in
      let execution = Execution(threads: threads)
      return (
        try clustering(in: graph, execution: execution), try maximalCliques(in: graph, execution: execution),
        try structuralHoles(in: graph, execution: execution)
      )
    }
    for other in results.dropFirst() { #expect(other == results[0]) }
  }

  @Test(arguments: UInt64(0)..<10) func `mixing is what its definition says`(seed: UInt64) throws {
    for isDirected in [false, true] {
      let graph = randomCompressedGraph(12, 15 + Int(seed) * 4, seed: seed, isDirected: isDirected)
      var generator = SeededGenerator(seed: seed)
      let groups = (0..<12).map { _ in Int.random(in: 0..<3, using: &generator) }
      let pairs = ends(graph)
      let both = isDirected ? pairs : pairs + pairs.map { ($0.1, $0.0) }
      let total = Double(both.count)
      let same = Double(both.count { groups[$0.0] == groups[$0.1] }) / total
      let chance = (0..<3).reduce(0.0) { sum, group in
        sum + Double(both.count { groups[$0.0] == group }) * Double(both.count { groups[$0.1] == group })
      }
      let expected = (same - chance / total / total) / (1 - chance / total / total)
      #expect(abs(try #require(groupAssortativity(in: graph, groups: groups)) - expected) < 1e-9, "seed \(seed)")
      let (leaving, arriving) = (degrees(in: graph, .outgoing), degrees(in: graph, .incoming))
      let ends = both.map { (Double(leaving[$0.0]), Double(arriving[$0.1])) }
      let (x, y) = (ends.map(\.0).reduce(0, +) / total, ends.map(\.1).reduce(0, +) / total)
      let product = ends.reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) }
      let squares = ends.reduce(0) { $0 + ($1.0 - x) * ($1.0 - x) } * ends.reduce(0) { $0 + ($1.1 - y) * ($1.1 - y) }
      let degree = try #require(degreeAssortativity(in: graph))
      #expect(abs(degree - product / squares.squareRoot()) < 1e-9, "seed \(seed)")
      let proper = pairs.filter { $0.0 != $0.1 }
      let answered = proper.count { leads(graph, $0.1, $0.0) }
      #expect(reciprocity(in: graph) == Double(answered) / Double(proper.count), "seed \(seed)")
      let ties = Set(proper.map { [min($0.0, $0.1), max($0.0, $0.1)] })
      let across = ties.count { groups[$0[0]] != groups[$0[1]] }
      let index = externalInternalIndex(in: graph, groups: groups)
      #expect(index.whole == Double(2 * across - ties.count) / Double(ties.count), "seed \(seed)")
    }
  }
}
