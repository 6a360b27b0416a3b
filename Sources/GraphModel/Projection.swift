/// Which part of a graph an algorithm looks at, and how.
public struct Projection: Hashable, Sendable {
  /// The labels whose nodes are taken; all nodes when empty.
  public var labels: [Label] = []
  /// The types whose edges are taken; all edges when empty.
  public var types: [EdgeType] = []
  /// Whether edges keep their direction.
  public var isDirected = false
  /// The property of edges that holds their weight; nil for a graph without weights.
  public var weight: PropertyKey?
  /// The weight of an edge that lacks the property.
  public var defaultWeight = 1.0

  /// Takes everything, without directions and weights.
  public init() {}
}

extension CompressedGraph {
  /// Lays out a part of a graph as flat arrays.
  ///
  /// Edges with an end outside the part are left out. Vertices stand in ascending order of nodes, edges in ascending
  /// order of their ids.
  ///
  /// - Complexity: O(nodes + edges log degree).
  public init(of graph: some PropertyView, _ projection: Projection = Projection()) {
    let nodes = graph.nodes.filter { node in
      projection.labels.isEmpty || projection.labels.contains { graph.has($0, node) }
    }
    var vertices = [UInt32](repeating: .max, count: graph.nodeBound)
    for (vertex, node) in nodes.enumerated() { vertices[node.index] = UInt32(vertex) }
    var edges: [(edge: EdgeID, source: UInt32, target: UInt32)] = []
    for node in nodes {
      func take(_ hop: Hop) {
        guard vertices[hop.neighbor.index] != .max else { return }
        edges.append((hop.edge, vertices[node.index], vertices[hop.neighbor.index]))
      }
      if projection.types.isEmpty { graph.forEachHop(from: node, .outgoing, take) }
      for type in Set(projection.types).sorted() { graph.forEachHop(from: node, .outgoing, type, take) }
    }
    edges.sort { $0.edge < $1.edge }
    let weights = projection.weight.map { key in
      edges.map { graph.value(key, of: $0.edge)?.number ?? projection.defaultWeight }
    }
    self.init(
      nodes: nodes, edgeIDs: edges.map(\.edge), sources: edges.map(\.source), targets: edges.map(\.target),
      weights: weights ?? [], isDirected: projection.isDirected)
  }

  /// Folds one step: two nodes are joined by an edge when at least one node lies between them.
  ///
  /// Actors who work on the same project, for example: `CompressedGraph(folding: graph, .actor, over: .worksOn)`.
  /// The weight of an edge is the number of nodes between its ends; there are no loops. Edge numbers ascend with the
  /// ends; ``edgeIDs`` are those numbers.
  ///
  /// - Complexity: O(sum over the nodes between of degree² ).
  public init(folding graph: some PropertyView, _ label: Label, over type: EdgeType) {
    let nodes = graph.nodes(with: label)
    var vertices = [UInt32](repeating: .max, count: graph.nodeBound)
    for (vertex, node) in nodes.enumerated() { vertices[node.index] = UInt32(vertex) }
    var counts = [UInt32](repeating: 0, count: nodes.count)
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    var weights: [Double] = []
    for (vertex, node) in nodes.enumerated() {
      var touched: [UInt32] = []
      graph.forEachHop(from: node, .either, type) { there in
        graph.forEachHop(from: there.neighbor, .either, type) { back in
          let other = vertices[back.neighbor.index]
          guard other != .max, other > UInt32(vertex) else { return }
          if counts[Int(other)] == 0 { touched.append(other) }
          counts[Int(other)] += 1
        }
      }
      for other in touched.sorted() {
        sources.append(UInt32(vertex))
        targets.append(other)
        weights.append(Double(counts[Int(other)]))
        counts[Int(other)] = 0
      }
    }
    self.init(
      nodes: nodes, edgeIDs: (0..<UInt32(sources.count)).map(EdgeID.init(rawValue:)), sources: sources,
      targets: targets, weights: weights, isDirected: false)
  }
}
