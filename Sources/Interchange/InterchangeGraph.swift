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
  /// Gives every edge an id of its own.
  ///
  /// The first edge with an id keeps it. What comes later with the same one, as keys of NetworkX may, is numbered like those without an id
  /// and keeps it as its property `id`.
  ///
  /// - Parameter ids: What the file calls each edge; `nil` where it says nothing.
  /// - Complexity: O(edges).
  mutating func nameEdges(_ ids: [String?], _ remarks: inout Remarks) {
    var taken: Set<ExactText> = []
    var unnamed: [Int] = []
    for (position, id) in ids.enumerated() {
      if let id, !id.isEmpty, taken.insert(ExactText(id)).inserted {
        edges[position].id = id
      } else {
        unnamed.append(position)
      }
    }
    var next = edges.count
    for position in unnamed {
      var name = "e\(position)"
      while !taken.isEmpty, !taken.insert(ExactText(name)).inserted {
        name = "e\(next)"
        next += 1
      }
      edges[position].id = name
      if let id = ids[position], !id.isEmpty { keep(id, at: position, &remarks) }
    }
  }

  private mutating func keep(_ id: String, at position: Int, _ remarks: inout Remarks) {
    let properties = edges[position].properties
    if properties.contains(where: { $0.key == "id" }) {
      remarks.note("the id of an edge left out: its property 'id' stays")
    } else {
      remarks.note("the id of an edge, which another one has too, kept as its property 'id'")
      edges[position].properties = ValueMap(properties.map { ($0.key, $0.value) } + [("id", .string(id))]).entries
    }
  }
}

extension String {
  /// Whether an id is no more than the node's place in the file, `#17`: what a node is called that has none of its own, and
  /// will be called again.
  ///
  /// - Complexity: O(1).
  public func isPlace(_ position: Int) -> Bool { hasPrefix("#") && self == "#\(position)" }
}
