public import GraphModel

/// A graph made from a list of edges, for tests of algorithms.
public struct AdjacencyGraph: GraphView {
  /// The ends of each edge, by id.
  public let edges: [(source: NodeID, target: NodeID)]
  /// One more than the largest id.
  public let nodeBound: Int
  private let absent: Set<NodeID>
  private let outgoing: [[Hop]]
  private let incoming: [[Hop]]

  /// Makes a graph of nodes 0, 1, 2 … and of edges in the order of their ids.
  ///
  /// - Parameter absent: Nodes that were removed: their ids are below the bound, but the graph does not have them.
  public init(nodes: Int, edges: [(Int, Int)], absent: Set<Int> = []) {
    nodeBound = nodes
    self.absent = Set(absent.map { NodeID(rawValue: UInt32($0)) })
    self.edges = edges.map { (NodeID(rawValue: UInt32($0.0)), NodeID(rawValue: UInt32($0.1))) }
    var outgoing = [[Hop]](repeating: [], count: nodes)
    var incoming = outgoing
    for (number, ends) in self.edges.enumerated() {
      let edge = EdgeID(rawValue: UInt32(number))
      outgoing[ends.source.index].append(Hop(edge: edge, neighbor: ends.target, isForward: true))
      incoming[ends.target.index].append(Hop(edge: edge, neighbor: ends.source, isForward: false))
    }
    self.outgoing = outgoing
    self.incoming = incoming
  }

  /// The number of nodes.
  public var nodeCount: Int { nodeBound - absent.count }

  /// The number of edges.
  public var edgeCount: Int { edges.count }

  /// Whether the node exists.
  public func contains(_ node: NodeID) -> Bool { node.index < nodeBound && !absent.contains(node) }

  /// Calls `body` for each edge at a node, outgoing before incoming, by id; a loop is seen once in both directions.
  public func forEachHop(from node: NodeID, _ direction: Direction, _ body: (Hop) -> Void) {
    if direction != .incoming { for hop in outgoing[node.index] { body(hop) } }
    if direction == .outgoing { return }
    for hop in incoming[node.index] where direction == .incoming || hop.neighbor != node { body(hop) }
  }
}
