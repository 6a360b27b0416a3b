import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct ShortestPathTests {
  /// Options with random costs, some edges closed and, with `blocks`, some nodes not to be passed through.
  static func options(seed: UInt64, edges: Int, blocks: Bool = false) -> PathOptions {
    var options = PathOptions()
    options.direction = Direction.allCases[Int(seed % 3)]
    let costs = randomCosts(edges: edges, seed: seed &+ 1000)
    options.cost = { _, hop in hop.edge.rawValue % 11 == 10 ? nil : costs[hop.edge.index] }
    if blocks { options.allows = { $0.rawValue % 5 != 3 } }
    return options
  }

  @Test(arguments: UInt64(0)..<40) func `costs what Floyd and Warshall say`(seed: UInt64) throws {
    let graph = randomGraph(nodes: 24, edges: 50, seed: seed)
    let reference = ReferencePaths(graph: graph, options: Self.options(seed: seed, edges: 50))
    let costs = reference.costs()
    for start in graph.nodes {
      for end in graph.nodes {
        let path = try shortestPath(from: start, to: end, in: graph, options: reference.options)
        #expect(path?.cost ?? .infinity == costs[start.index][end.index], "seed \(seed), \(start) to \(end)")
        if let path { #expect(reference.isSound(path, from: start, to: end), "seed \(seed): \(path)") }
      }
    }
  }

  @Test(arguments: UInt64(0)..<60) func `is the first of all paths`(seed: UInt64) throws {
    let graph = randomGraph(nodes: 8, edges: 18, seed: seed)
    for limits in 0..<4 {
      var options = Self.options(seed: seed, edges: 18, blocks: true)
      if limits & 1 != 0 { options.maximumHops = Int(seed % 5) }
      if limits & 2 != 0 { options.maximumCost = Double(seed % 4) }
      let reference = ReferencePaths(graph: graph, options: options)
      for end in graph.nodes where end != node(0) {
        let all = reference.all(from: node(0), to: end)
        #expect(try shortestPath(from: node(0), to: end, in: graph, options: options) == all.first, "seed \(seed)")
      }
    }
  }

  @Test func `ties are broken by hops, then nodes, then edges`() throws {
    // 0 → 5 costs 2 by three ways of two hops, one of three, and along parallel edges.
    let graph = AdjacencyGraph(
      nodes: 6, edges: [(0, 4), (4, 5), (0, 2), (2, 5), (2, 5), (0, 1), (1, 3), (3, 5)])
    var options = PathOptions()
    options.cost = { _, hop in hop.edge.rawValue >= 5 ? 2.0 / 3 : 1 }
    let path = try shortestPath(from: node(0), to: node(5), in: graph, options: options)
    #expect(path?.nodes == [node(0), node(2), node(5)])
    #expect(path?.edges.map(\.rawValue) == [2, 3])
  }

  @Test func `a cheap way with too many hops gives way to a short one`() throws {
    let graph = AdjacencyGraph(nodes: 4, edges: [(0, 1), (1, 2), (2, 3), (0, 3)])
    var options = PathOptions()
    options.cost = { _, hop in hop.edge.rawValue == 3 ? 9 : 1 }
    #expect(try shortestPath(from: node(0), to: node(3), in: graph, options: options)?.cost == 3)
    options.maximumHops = 2
    #expect(try shortestPath(from: node(0), to: node(3), in: graph, options: options)?.cost == 9)
    options.maximumCost = 8
    #expect(try shortestPath(from: node(0), to: node(3), in: graph, options: options) == nil)
  }

  @Test func `no way is an answer`() throws {
    let graph = AdjacencyGraph(nodes: 4, edges: [(0, 1), (1, 2)], absent: [3])
    var options = PathOptions()
    options.direction = .outgoing
    #expect(try shortestPath(from: node(2), to: node(0), in: graph, options: options) == nil)
    #expect(try shortestPath(from: node(0), to: node(3), in: graph) == nil)
    #expect(try shortestPath(from: node(3), to: node(3), in: graph) == nil)
    #expect(try shortestPath(from: node(9), to: node(0), in: graph) == nil)
    #expect(try shortestPath(from: node(1), to: node(1), in: graph) == Path(nodes: [node(1)], edges: [], cost: 0))
    #expect(try shortestPaths(from: node(0), to: node(2), count: 0, in: graph).isEmpty)
    options.cost = { _, _ in .infinity }
    #expect(try shortestPath(from: node(0), to: node(2), in: graph, options: options) == nil)
  }

  @Test(arguments: [-1, -Double.infinity, .nan]) func `impossible costs are faults`(cost: Double) throws {
    let graph = AdjacencyGraph(nodes: 3, edges: [(0, 1), (1, 2)])
    var options = PathOptions()
    options.cost = { _, hop in hop.edge.rawValue == 1 ? cost : 1 }
    let error = try #require(throws: PathError.self) {
      try shortestPath(from: node(0), to: node(2), in: graph, options: options)
    }
    guard case .invalidCost(let edge, _) = error else { return }
    #expect(edge == EdgeID(rawValue: 1))
    #expect(error.description.contains("edge 1"))
  }
}
