public import GraphModel

/// How Katz centrality counts walks.
public struct KatzOptions: Hashable, Sendable {
  /// What each further step of a walk is worth; below 1 / largest eigenvalue, or the scores do not settle.
  public var attenuation = 0.1
  /// What each vertex has from the start.
  public var bonus = 1.0
  /// When to stop.
  public var stop = RankingStop.whenStable(tolerance: 1e-12, atMost: 10_000)

  /// Attenuation 0.1, bonus 1.
  public init() {}
}

/// The number of walks that end at each vertex, each worth less the longer it is: x = attenuation A x + bonus.
///
/// - Returns: Scores of Euclidean length 1; ``VertexRanking/hasConverged`` is false when the attenuation is too large.
///   The same at any number of threads.
/// - Complexity: O(n + m) time a round, O(n + m) memory.
/// - SeeAlso: L. Katz, "A new status index derived from sociometric analysis", Psychometrika 18 (1953),
///   doi:10.1007/BF02289026.
public func katzCentrality(
  in graph: CompressedGraph, options: KatzOptions = KatzOptions(), execution: Execution = Execution()
) throws(Cancelled) -> VertexRanking {
  let strengths = graph.into.strengths
  let start = [Double](repeating: options.bonus, count: graph.vertexCount)
  let ranking = try VertexRanking(from: start, until: options.stop, execution: execution) {
    scores throws(Cancelled) in
    var next = try graph.into.sums(of: scores, strengths, execution)
    for vertex in next.indices { next[vertex] = options.attenuation * next[vertex] + options.bonus }
    return next
  }
  // Scaled by the largest first: the squares of scores that did not settle may be too large for a Double.
  let largest = ranking.scores.reduce(0) { max($0, abs($1)) }
  let scores = scaledToUnitLength(largest > 0 ? ranking.scores.map { $0 / largest } : ranking.scores)
  return VertexRanking(scores: scores, rounds: ranking.rounds, hasConverged: ranking.hasConverged)
}

extension Procedure {
  static let katz = Procedure(
    "centrality.katz", "The number of walks that end at each node, long ones worth less.",
    [
      Parameter("attenuation", .float, .float(0.01), "What each further step of a walk is worth."),
      Parameter("bonus", .float, .float(1), "What each node has from the start."),
    ] + Parameter.projection(directed: false),
    columns: scoreColumns, example: "centrality.katz attenuation=0.005"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    var options = KatzOptions()
    options.attenuation = try call.float("attenuation")
    options.bonus = try call.float("bonus")
    let ranking = try stoppable { () throws(Cancelled) in
      try katzCentrality(in: graph, options: options, execution: call.execution)
    }
    guard ranking.hasConverged else { throw ProcedureError("the scores grow without end; use a smaller attenuation") }
    return rows(graph, scores: ranking.scores)
  }
}
