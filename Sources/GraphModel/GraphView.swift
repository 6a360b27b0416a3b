/// Along which edges of a node to walk.
public enum Direction: Hashable, Sendable, CaseIterable {
  /// From the source of an edge to its target.
  case outgoing
  /// From the target of an edge to its source.
  case incoming
  /// Both ways; a loop is seen once.
  case either
}

/// One edge as seen from one of its ends.
public struct Hop: Hashable, Sendable {
  /// The edge walked along.
  public let edge: EdgeID
  /// The node at the far end.
  public let neighbor: NodeID
  /// Whether the edge points away from the node where the hop starts.
  public let isForward: Bool

  /// Describes an edge from one of its ends.
  public init(edge: EdgeID, neighbor: NodeID, isForward: Bool) {
    self.edge = edge
    self.neighbor = neighbor
    self.isForward = isForward
  }
}

/// The smallest capability that an algorithm over structure asks for: nodes, and the hops that leave them.
///
/// | type | `GraphView` | `PropertyView` |
/// |---|---|---|
/// | `PropertyGraph` (GraphStore) | yes | yes |
/// | `AdjacencyGraph` (tests) | yes | no |
public protocol GraphView: Sendable {
  /// The number of nodes.
  var nodeCount: Int { get }

  /// The number of edges.
  var edgeCount: Int { get }

  /// One more than the largest raw node id ever used: the length of an array indexed by node.
  var nodeBound: Int { get }

  /// Whether the node exists.
  func contains(_ node: NodeID) -> Bool

  /// Calls `body` for each edge at a node: outgoing before incoming, then by type, then in order of creation.
  ///
  /// - Complexity: O(degree); nothing is allocated.
  func forEachHop(from node: NodeID, _ direction: Direction, _ body: (Hop) -> Void)
}

extension GraphView {
  /// All nodes in ascending order.
  ///
  /// - Complexity: O(``nodeBound``) over the whole iteration.
  public var nodes: some Sequence<NodeID> {
    (0..<UInt32(nodeBound)).lazy.map(NodeID.init(rawValue:)).filter(contains)
  }

  /// The number of edges at a node, loops counted once.
  ///
  /// - Complexity: O(degree).
  public func degree(of node: NodeID, _ direction: Direction = .either) -> Int {
    var count = 0
    forEachHop(from: node, direction) { _ in count += 1 }
    return count
  }

  /// The hops that leave a node, in the order of ``forEachHop(from:_:_:)``.
  ///
  /// - Complexity: O(degree).
  public func hops(from node: NodeID, _ direction: Direction = .either) -> [Hop] {
    var hops: [Hop] = []
    forEachHop(from: node, direction) { hops.append($0) }
    return hops
  }
}

/// A graph whose nodes and edges carry labels, types and properties.
public protocol PropertyView: GraphView {
  /// The labels of a node, sorted by name.
  func labels(of node: NodeID) -> [Label]

  /// Whether a node has a label.
  func has(_ label: Label, _ node: NodeID) -> Bool

  /// The type of an edge.
  func type(of edge: EdgeID) -> EdgeType

  /// The nodes that an edge joins.
  func ends(of edge: EdgeID) -> (source: NodeID, target: NodeID)

  /// A property of a node; `nil` when it has none of that name.
  func value(_ key: PropertyKey, of node: NodeID) -> Value?

  /// A property of an edge; `nil` when it has none of that name.
  func value(_ key: PropertyKey, of edge: EdgeID) -> Value?

  /// All properties of a node, sorted by key.
  func properties(of node: NodeID) -> [(key: PropertyKey, value: Value)]

  /// All properties of an edge, sorted by key.
  func properties(of edge: EdgeID) -> [(key: PropertyKey, value: Value)]

  /// The nodes with a label, in ascending order.
  func nodes(with label: Label) -> [NodeID]

  /// Calls `body` for each edge of one type at a node, outgoing before incoming, in order of creation.
  ///
  /// - Complexity: O(number of edges of that type at the node), not O(degree).
  func forEachHop(from node: NodeID, _ direction: Direction, _ type: EdgeType, _ body: (Hop) -> Void)

  /// A part of the graph as flat arrays; a graph may keep what it has laid out once.
  func compressed(_ projection: Projection) -> CompressedGraph
}

extension PropertyView {
  /// A part of the graph as flat arrays, laid out anew.
  ///
  /// - Complexity: O(nodes + edges log degree).
  public func compressed(_ projection: Projection) -> CompressedGraph { CompressedGraph(of: self, projection) }

  /// The neighbours along one type of edge, in order of creation, each as often as there are edges.
  public func neighbors(of node: NodeID, _ direction: Direction, _ type: EdgeType) -> [NodeID] {
    var found: [NodeID] = []
    forEachHop(from: node, direction, type) { found.append($0.neighbor) }
    return found
  }
}
