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

extension String {
  /// Whether an id is no more than the node's place in the file, `#17`: what a node is called that has none of its own, and
  /// will be called again.
  ///
  /// - Complexity: O(1).
  public func isPlace(_ position: Int) -> Bool { hasPrefix("#") && self == "#\(position)" }
}
