import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct BreadthFirstTests {
  @Test(arguments: UInt64(0)..<30) func `hops are what paths of unit cost cost`(seed: UInt64) throws {
    let graph = randomGraph(nodes: 30, edges: 40, seed: seed)
    var options = PathOptions()
    options.direction = Direction.allCases[Int(seed % 3)]
    options.allows = { $0.rawValue % 4 != 1 }
    let distances = breadthFirstDistances(from: node(0), in: graph, options: options)
    for end in graph.nodes {
      let path = try shortestPath(from: node(0), to: end, in: graph, options: options)
      #expect(distances[end] == path.map(\.edges.count), "seed \(seed), to \(end)")
    }
    #expect(distances.reachedCount == distances.distances.count { $0 != nil })
    let order = distances.reached.map { [distances[$0] ?? -1, $0.index] }
    #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `a limit cuts off what lies farther`() {
    let graph = AdjacencyGraph(nodes: 5, edges: [(0, 1), (1, 2), (2, 3)])
    #expect(breadthFirstDistances(from: node(0), in: graph, limit: 2).distances == [0, 1, 2, nil, nil])
    #expect(breadthFirstDistances(from: node(0), in: graph, limit: 0).reached == [node(0)])
    var options = PathOptions()
    options.maximumHops = 1
    #expect(breadthFirstDistances(from: node(1), in: graph, options: options).reached == [node(1), node(0), node(2)])
    options.cost = { _, hop in hop.edge.rawValue == 0 ? nil : 1 }
    #expect(breadthFirstDistances(from: node(1), in: graph, options: options).reached == [node(1), node(2)])
  }

  @Test func `nothing is reached from nowhere`() {
    let graph = AdjacencyGraph(nodes: 2, edges: [], absent: [1])
    #expect(breadthFirstDistances(from: node(1), in: graph).reachedCount == 0)
    #expect(breadthFirstDistances(from: node(7), in: graph)[node(7)] == nil)
  }
}
