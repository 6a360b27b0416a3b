/// A walk through a graph: nodes joined by edges, as a query returns it.
public struct GraphPath: Hashable, Sendable {
  /// The nodes in order; at least one.
  public let nodes: [NodeID]
  /// The edges between them, one fewer than the nodes, each in whichever direction the walk took it.
  public let edges: [EdgeID]

  /// Describes a walk.
  public init(nodes: [NodeID], edges: [EdgeID]) {
    self.nodes = nodes
    self.edges = edges
  }
}

extension GraphPath: CustomStringConvertible {
  /// The numbers of nodes and edges in order; names need the graph.
  public var description: String {
    var text = nodes.first.map { "(#\($0.rawValue))" } ?? ""
    for (edge, node) in zip(edges, nodes.dropFirst()) { text += "-[#\(edge.rawValue)]-(#\(node.rawValue))" }
    return text
  }
}
