public import GraphModel

/// A graph between two formats: what every reader makes and every writer takes.
///
/// Nodes and edges stand in the order in which they are written. Edges name their ends by position, so that an edge
/// cannot dangle.
public struct InterchangeGraph: Hashable, Sendable {
  /// A property: its name and its value.
  public typealias Property = ValueMap.Entry

  /// A node.
  public struct Node: Hashable, Sendable {
    /// The id, which no other node of the graph has.
    public var id: String
    /// The labels, in order.
    public var labels: [String]
    /// The properties; no name comes twice.
    public var properties: [Property]

    /// Describes a node.
    public init(id: String, labels: [String] = [], properties: [Property] = []) {
      self.id = id
      self.labels = labels
      self.properties = properties
    }
  }

  /// A directed edge.
  public struct Edge: Hashable, Sendable {
    /// The id, which no other edge of the graph has.
    public var id: String
    /// The type; empty where the format knows none.
    public var type: String
    /// The position of the node that it leaves.
    public var source: Int
    /// The position of the node that it enters.
    public var target: Int
    /// The properties; no name comes twice.
    public var properties: [Property]

    /// Describes an edge.
    public init(id: String, type: String, source: Int, target: Int, properties: [Property] = []) {
      self.id = id
      self.type = type
      self.source = source
      self.target = target
      self.properties = properties
    }
  }

  /// The nodes.
  public var nodes: [Node] = []
  /// The edges.
  public var edges: [Edge] = []

  /// Makes an empty graph.
  public init() {}
}

extension InterchangeGraph {
  /// Takes a graph as it is, or a part of it: the nodes that may go out, and the edges between two of them.
  ///
  /// The property `id` becomes the id of a node where it is text and nobody before has the same; other nodes are called
  /// by their number, `#17`.
  ///
  /// - Parameters:
  ///   - graph: Where to take it from.
  ///   - include: Whether a node may leave the house; it is asked once for each node.
  /// - Complexity: O(nodes + edges + properties); nodes and edges stand in the order of their ids.
  public init(_ graph: some PropertyView, include: (NodeID) -> Bool) {
    var positions = [Int32](repeating: -1, count: graph.nodeBound)
    var taken: Set<String> = []
    var included: [NodeID] = []
    for node in graph.nodes where include(node) {
      positions[node.index] = Int32(included.count)
      included.append(node)
      var properties = graph.properties(of: node).map { Property(key: $0.key.name, value: $0.value) }
      var id = "#\(node.rawValue)"
      if let position = properties.firstIndex(where: { $0.key == "id" }), let text = properties[position].value.text,
        !text.hasPrefix("#"), taken.insert(text).inserted
      {
        id = text
        properties.remove(at: position)
      }
      nodes.append(Node(id: id, labels: graph.labels(of: node).map(\.name), properties: properties))
    }
    var found: [(EdgeID, Int, Int)] = []
    for node in included {
      graph.forEachHop(from: node, .outgoing) { hop in
        let target = Int(positions[hop.neighbor.index])
        if target >= 0 { found.append((hop.edge, Int(positions[node.index]), target)) }
      }
    }
    found.sort { $0.0 < $1.0 }
    edges = found.map { edge, source, target in
      Edge(
        id: "e\(edge.rawValue)", type: graph.type(of: edge).name, source: source, target: target,
        properties: graph.properties(of: edge).map { Property(key: $0.key.name, value: $0.value) })
    }
  }
}
