import GraphModel

/// Every edge at both of its ends, whatever its direction, a loop once: what questions without direction walk on.
///
/// Arcs stand sorted by their target, then by their edge. Of an undirected graph the arrays are shared, not copied.
struct UndirectedArcs: Sendable {
  let offsets: [UInt32]
  let targets: [UInt32]
  let edges: [UInt32]

  /// - Complexity: O(1) for an undirected graph, O(n + m) for a directed one.
  init(of graph: CompressedGraph) {
    guard graph.isDirected else {
      (offsets, targets, edges) = (graph.out.offsets, graph.out.targets, graph.out.edges)
      return
    }
    var offsets: [UInt32] = [0]
    var targets: [UInt32] = []
    var edges: [UInt32] = []
    offsets.reserveCapacity(graph.vertexCount + 1)
    targets.reserveCapacity(2 * graph.edgeCount)
    edges.reserveCapacity(2 * graph.edgeCount)
    let (out, into) = (graph.out, graph.into)
    for vertex in 0..<graph.vertexCount {
      var (left, right) = (out.range(of: vertex), into.range(of: vertex))
      while !left.isEmpty || !right.isEmpty {
        if let arc = right.first, left.isEmpty || into.precedes(arc, out, left.lowerBound) {
          right.removeFirst()
          if into.targets[arc] == UInt32(vertex) { continue }
          targets.append(into.targets[arc])
          edges.append(into.edges[arc])
        } else {
          let arc = left.removeFirst()
          targets.append(out.targets[arc])
          edges.append(out.edges[arc])
        }
      }
      offsets.append(UInt32(targets.count))
    }
    (self.offsets, self.targets, self.edges) = (offsets, targets, edges)
  }

  /// The positions of the arcs of a vertex.
  func range(of vertex: Int) -> Range<Int> { Int(offsets[vertex])..<Int(offsets[vertex + 1]) }

  /// The number of arcs of a vertex.
  func degree(of vertex: Int) -> Int { Int(offsets[vertex + 1] - offsets[vertex]) }
}

extension CompressedGraph.Arcs {
  /// Whether an arc stands before one of another list.
  fileprivate func precedes(_ arc: Int, _ other: CompressedGraph.Arcs, _ otherArc: Int) -> Bool {
    (targets[arc], edges[arc]) < (other.targets[otherArc], other.edges[otherArc])
  }
}
