import GraphModel
import GraphStore
import Testing

/// Layouts that are kept must be those of the graph as it is.
@Suite struct CompressionTests {
  private func chain(_ count: Int) -> PropertyGraph {
    var graph = PropertyGraph()
    let nodes = (0..<count).map { _ in graph.addNode(["N"]) }
    for (from, to) in zip(nodes, nodes.dropFirst()) { graph.addEdge("E", from: from, to: to, [("w", .float(2))]) }
    return graph
  }

  private func weighted() -> Projection {
    var projection = Projection()
    projection.weight = "w"
    return projection
  }

  @Test func `every kind of change shows in the next layout, and in no copy`() throws {
    let changes: [(inout PropertyGraph) -> Void] = [
      { $0.addNode(["N"]) },
      { $0.addEdge("E", from: NodeID(rawValue: 0), to: NodeID(rawValue: 3)) },
      { $0.set("w", of: EdgeID(rawValue: 1), to: .float(7)) },
      { $0.setLabels(of: NodeID(rawValue: 2), to: ["M"]) },
      { $0.removeEdge(EdgeID(rawValue: 0)) },
      { $0.removeNode(NodeID(rawValue: 1)) },
    ]
    var projections = [Projection(), weighted()]
    projections[0].labels = ["N"]
    for change in changes {
      var graph = chain(5)
      for projection in projections { _ = graph.compressed(projection) }
      let copy = graph
      change(&graph)
      for projection in projections {
        #expect(graph.compressed(projection).describes(CompressedGraph(of: graph, projection)))
        #expect(copy.compressed(projection).describes(CompressedGraph(of: copy, projection)))
      }
    }
  }

  @Test func `a copy that is changed first leaves the layouts of the other alone`() {
    let graph = chain(4)
    var copy = graph
    copy.addNode(["N"])
    _ = graph.compressed(Projection())
    #expect(copy.compressed(Projection()).vertexCount == 5)
    #expect(graph.compressed(Projection()).vertexCount == 4)
  }
}

extension CompressedGraph {
  fileprivate func describes(_ other: CompressedGraph) -> Bool {
    nodes == other.nodes && edgeIDs == other.edgeIDs && out.targets == other.out.targets
      && out.offsets == other.out.offsets && out.weights == other.out.weights
  }
}
