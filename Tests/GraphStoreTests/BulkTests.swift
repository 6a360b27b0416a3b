import GraphModel
import GraphStore
import TestSupport
import Testing

@Suite struct BulkTests {
  private let types: [EdgeType] = ["KNOWS", "WORKS_ON", "COVERS"]

  /// Nodes with a key, and some edges that were there before.
  private func graph(_ generator: inout SeededGenerator, nodes: Int = 600) -> PropertyGraph {
    var graph = PropertyGraph()
    for number in 0..<nodes {
      graph.addNode(number % 3 == 0 ? ["A", "B"] : ["A"], [("key", .integer(Int64(number * 7919 % 100)))])
    }
    for type in types.reversed() {
      graph.addEdge(type, from: node(&generator, nodes), to: node(&generator, nodes))
    }
    return graph
  }

  private func node(_ generator: inout SeededGenerator, _ count: Int) -> NodeID {
    NodeID(rawValue: UInt32.random(in: 0..<UInt32(count), using: &generator))
  }

  @Test(arguments: 0..<6) func `edges added at once are those added one by one`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var (atOnce, oneByOne) = { ($0, $0) }(graph(&generator))
    let before = atOnce
    var edges: [NewEdge] = []
    var weights = NewValues("weight")
    for position in 0..<2_000 {
      let type = types[Int.random(in: 0..<types.count, using: &generator)]
      let (source, target) = (node(&generator, 600), node(&generator, 600))
      let edge = oneByOne.addEdge(type, from: source, to: target)
      edges.append(NewEdge(source: source, target: target, type: atOnce.token(naming: type)))
      guard position % 3 == 0 else { continue }
      weights.append(.float(Double(position) / 8), at: position)
      oneByOne.set("weight", of: edge, to: .float(Double(position) / 8))
    }
    #expect(atOnce.addEdges(edges, [weights]).index == before.edgeBound)
    #expect(atOnce.checkInvariants() == [])
    #expect(atOnce.typeCounts.map(\.count) == oneByOne.typeCounts.map(\.count))
    let differing = oneByOne.nodes.filter { atOnce.hops(from: $0) != oneByOne.hops(from: $0) }
    #expect(differing == [])
    let changed = oneByOne.edges.filter {
      atOnce.ends(of: $0) != oneByOne.ends(of: $0) || atOnce.type(of: $0) != oneByOne.type(of: $0)
        || atOnce.value("weight", of: $0) != oneByOne.value("weight", of: $0)
    }
    #expect(changed == [])
    #expect(before.edgeCount == types.count && before.checkInvariants() == [])
  }

  @Test func `indexes filled side by side are true, and stay true when nodes are added`() {
    var generator = SeededGenerator(seed: 1)
    var graph = graph(&generator)
    graph.addIndexes([("A", "key"), ("B", "key"), ("C", "key")])
    #expect(graph.indexedKeys.map(\.label) == ["A", "B", "C"])
    #expect(graph.checkInvariants() == [])
    for number in 0..<900 { graph.addNode(["A", "C"], [("key", .integer(Int64(number * 31 % 50)))]) }
    #expect(graph.checkInvariants() == [])
  }
}
