import GraphAlgorithms
import GraphModel
import Testing

@Suite struct VertexPathTests {
  /// Random graphs of each kind: with whole weights, with halves, without.
  static func graphs(seed: UInt64, _ vertices: Int, _ edges: Int) -> [CompressedGraph] {
    graphKinds.flatMap { kind in
      let graph = randomCompressedGraph(
        vertices, edges, seed: seed, isDirected: kind.isDirected, isWeighted: kind.isWeighted)
      guard kind.isWeighted else { return [graph] }
      let list = (0..<graph.edgeCount).map { edge in arc(graph, edge) }
      let doubled = CompressedGraph(
        vertexCount: vertices, edges: list.map { ($0.source, $0.target) }, weights: list.map { 2 * $0.weight },
        isDirected: kind.isDirected)
      return [graph, doubled]
    }
  }

  private static func arc(_ graph: CompressedGraph, _ edge: Int) -> (source: Int, target: Int, weight: Double) {
    for vertex in 0..<graph.vertexCount {
      for arc in graph.out.range(of: vertex) where graph.out.edges[arc] == UInt32(edge) {
        return (vertex, Int(graph.out.targets[arc]), graph.out.weights[arc])
      }
    }
    return (0, 0, 0)
  }

  @Test(arguments: UInt64(0)..<20) func `hops are those of the definition`(seed: UInt64) throws {
    for isDirected in [false, true] {
      let graph = randomCompressedGraph(30, 12 + 3 * Int(seed), seed: seed, isDirected: isDirected)
      let expected = ReferenceDistances(graph).distances
      let pairs = (0..<900).map { ($0 / 30, $0 % 30) }
      let found = try hopCounts(between: pairs, in: graph, execution: Execution(threads: 1))
      for (pair, hops) in zip(pairs, found) {
        #expect(hops.map(Double.init) ?? .infinity == expected[pair.0][pair.1], "seed \(seed), \(pair)")
      }
      #expect(try hopCounts(between: pairs, in: graph, execution: Execution(threads: 8)) == found)
    }
  }

  @Test(arguments: UInt64(0)..<20) func `distances are those of the definition`(seed: UInt64) throws {
    for graph in Self.graphs(seed: seed, 16, 20 + Int(seed)) {
      let expected = ReferenceDistances(graph).distances
      let totals = try distanceTotals(from: Array(0..<16), in: graph)
      for source in 0..<16 {
        #expect(cheapestDistances(from: source, in: graph) == expected[source], "seed \(seed), from \(source)")
        let finite = expected[source].filter(\.isFinite)
        #expect(totals[source].total == finite.reduce(0, +))
        #expect(totals[source].reached == finite.count && totals[source].farthest == finite.max())
      }
    }
  }

  @Test(arguments: UInt64(0)..<30) func `cheapest paths are the first of all paths`(seed: UInt64) throws {
    for graph in Self.graphs(seed: seed, 7, 14) {
      let pairs = (1..<7).map { (0, $0) }
      for count in [1, 3, 200] {
        let found = try cheapestPaths(between: pairs, count: count, in: graph)
        for (pair, paths) in zip(pairs, found) {
          let all = allCosts(in: graph, from: [0], to: pair.1)
          #expect(paths.map(\.cost) == Array(all.sorted().prefix(count)), "seed \(seed), \(pair), \(count)")
          #expect(Set(paths.map(\.vertices)).count == paths.count)
          for path in paths { #expect(cost(of: path.vertices, in: graph) == path.cost) }
        }
        #expect(try cheapestPaths(between: pairs, count: count, in: graph, execution: Execution(threads: 8)) == found)
      }
    }
  }

  @Test func `from a vertex to itself leads the empty path`() throws {
    let graph = CompressedGraph(vertexCount: 3, edges: [(0, 1)], isDirected: false)
    #expect(try cheapestPaths(between: [(0, 0)], count: 3, in: graph)[0].map(\.vertices) == [[0]])
    #expect(try cheapestPaths(between: [(0, 2), (0, 1)], count: 0, in: graph) == [[], []])
    #expect(try cheapestPaths(between: [(0, 2)], count: 3, in: graph) == [[]])
    #expect(try hopCounts(between: [(2, 2), (0, 2)], in: graph) == [0, nil])
  }

  @Test func `what costs less than nothing leads nowhere`() {
    let edges = [(0, 1), (1, 2), (0, 2)]
    for bad in [-1, Double.nan] {
      let graph = CompressedGraph(vertexCount: 3, edges: edges, weights: [1, 1, bad], isDirected: true)
      #expect(cheapestDistances(from: 0, in: graph) == [0, 1, 2])
    }
  }

  /// The costs of all paths that begin so and visit no vertex twice, of parallel arcs the cheapest.
  private func allCosts(in graph: CompressedGraph, from root: [Int], to end: Int) -> [Double] {
    guard let last = root.last, last != end else { return [cost(of: root, in: graph)] }
    return Set(graph.out.range(of: last).map { Int(graph.out.targets[$0]) }).subtracting(root)
      .flatMap { allCosts(in: graph, from: root + [$0], to: end) }
  }

  private func cost(of vertices: [Int], in graph: CompressedGraph) -> Double {
    zip(vertices, vertices.dropFirst()).reduce(0) { sum, step in
      let arcs = graph.out.range(of: step.0).filter { graph.out.targets[$0] == UInt32(step.1) }
      return sum + (arcs.map { graph.isWeighted ? graph.out.weights[$0] : 1 }.min() ?? .infinity)
    }
  }
}
