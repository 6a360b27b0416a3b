public import GraphModel

/// A walk through a graph that visits no node twice.
public struct Path: Hashable, Sendable {
  /// The nodes in order; at least one.
  public let nodes: [NodeID]
  /// The edges between them, one fewer than the nodes.
  public let edges: [EdgeID]
  /// The sum of the costs of the edges, added up from the last edge to the first.
  public let cost: Double

  /// Describes a walk.
  public init(nodes: [NodeID], edges: [EdgeID], cost: Double) {
    self.nodes = nodes
    self.edges = edges
    self.cost = cost
  }
}

/// Along which edges and through which nodes paths may go, and what that costs.
///
/// ```swift
/// var options = PathOptions()
/// options.direction = .outgoing
/// options.maximumHops = 4
/// ```
public struct PathOptions: Sendable {
  /// Along which edges of a node to go on.
  public var direction = Direction.either

  /// What it costs to leave a node by a hop: 0 or more; `nil` or infinite where the hop may not be taken.
  public var cost: @Sendable (_ from: NodeID, _ hop: Hop) -> Double? = { _, _ in 1 }

  /// Whether paths may pass through a node; the two ends are always allowed.
  public var allows: @Sendable (NodeID) -> Bool = { _ in true }

  /// Paths that cost more are of no interest; any cost when `nil`.
  public var maximumCost: Double?

  /// Paths of more edges are of no interest; any number when `nil`.
  public var maximumHops: Int?

  /// Asks for paths along any edge in both directions, each step costing 1.
  public init() {}
}

/// Why paths cannot be computed.
public enum PathError: Error, Hashable, Sendable {
  /// The cost of an edge is negative or no number.
  case invalidCost(EdgeID, Double)
}

extension PathError: CustomStringConvertible {
  /// One sentence.
  public var description: String {
    switch self {
    case .invalidCost(let edge, let cost): "the cost of edge \(edge.rawValue) is \(cost); costs must be 0 or more"
    }
  }
}
