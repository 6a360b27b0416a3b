public import GraphModel

/// How good each vertex is as a hub and as an authority.
public struct HubsAndAuthorities: Hashable, Sendable {
  /// Scores of vertices that point to good authorities; their sum is 1.
  public let hubs: [Double]
  /// Scores of vertices to which good hubs point; their sum is 1.
  public let authorities: [Double]
  /// How many rounds were made.
  public let rounds: Int
  /// Whether the scores settled within the tolerance.
  public let hasConverged: Bool
}

/// Kleinberg's HITS: good hubs point to good authorities, and good authorities are pointed to by good hubs.
///
/// - Parameter stop: When to stop.
/// - Returns: Both scores, all 0 without arcs; the same at any number of threads. Where the largest singular value of
///   the adjacency matrix is not simple, the solution is the one nearest to equal hubs.
/// - Complexity: O(n + m) time a round, O(n + m) memory.
/// - SeeAlso: J. M. Kleinberg, "Authoritative sources in a hyperlinked environment", JACM 46 (1999),
///   doi:10.1145/324133.324140.
public func hubsAndAuthorities(
  in graph: CompressedGraph, until stop: RankingStop = .whenStable(tolerance: 1e-12, atMost: 10_000),
  execution: Execution = Execution()
) throws(Cancelled) -> HubsAndAuthorities {
  let (leaving, arriving) = (graph.out.strengths, graph.into.strengths)
  let start = scaledToSumOne([Double](repeating: 1, count: graph.vertexCount))
  let hubs = try VertexRanking(from: start, until: stop, execution: execution) { scores throws(Cancelled) in
    let authorities = scaledToSumOne(try graph.into.sums(of: scores, arriving, execution))
    return scaledToSumOne(try graph.out.sums(of: authorities, leaving, execution))
  }
  let authorities = scaledToSumOne(try graph.into.sums(of: hubs.scores, arriving, execution))
  return HubsAndAuthorities(
    hubs: hubs.scores, authorities: authorities, rounds: hubs.rounds, hasConverged: hubs.hasConverged)
}

/// Divides by the sum; where that is 0, all stay 0.
private func scaledToSumOne(_ scores: [Double]) -> [Double] {
  let sum = scores.reduce(0, +)
  return sum > 0 ? scores.map { $0 / sum } : scores
}

extension Procedure {
  static let hubsAndAuthorities = Procedure(
    "centrality.hubsAndAuthorities", "Nodes that point to good nodes, and nodes that good nodes point to (HITS).",
    Parameter.projection(directed: true),
    columns: [Column("node", .node), Column("hub", .float), Column("authority", .float)],
    example: "centrality.hubsAndAuthorities"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: true)
    let result = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.hubsAndAuthorities(in: graph, execution: call.execution)
    }
    let order = graph.nodes.indices.sorted {
      (-result.authorities[$0], -result.hubs[$0], $0) < (-result.authorities[$1], -result.hubs[$1], $1)
    }
    return order.map { [.node(graph.nodes[$0]), .float(result.hubs[$0]), .float(result.authorities[$0])] }
  }
}
