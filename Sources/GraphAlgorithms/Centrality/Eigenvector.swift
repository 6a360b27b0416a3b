public import GraphModel

/// The eigenvector of the largest eigenvalue of the adjacency matrix: a vertex is as important as the vertices that
/// point to it.
///
/// Found by repeated multiplication with A + I, which settles on graphs with two sides as well. In a graph of several
/// components the one with the largest eigenvalue takes all. Without edges all scores are equal.
///
/// - Parameter stop: When to stop.
/// - Returns: Scores of Euclidean length 1, none negative; the same at any number of threads.
/// - Complexity: O(n + m) time a round, O(n + m) memory.
/// - SeeAlso: P. Bonacich, "Power and centrality: a family of measures", American Journal of Sociology 92 (1987),
///   doi:10.1086/228631.
public func eigenvectorCentrality(
  in graph: CompressedGraph, until stop: RankingStop = .whenStable(tolerance: 1e-12, atMost: 10_000),
  execution: Execution = Execution()
) throws(Cancelled) -> VertexRanking {
  let strengths = graph.into.strengths
  let start = scaledToUnitLength([Double](repeating: 1, count: graph.vertexCount))
  return try VertexRanking(from: start, until: stop, execution: execution) { scores throws(Cancelled) in
    var next = try graph.into.sums(of: scores, strengths, execution)
    for vertex in next.indices { next[vertex] += scores[vertex] }
    return scaledToUnitLength(next)
  }
}

extension Procedure {
  static let eigenvector = Procedure(
    "centrality.eigenvector", "Nodes are as important as the nodes that point to them.",
    Parameter.projection(directed: false),
    columns: scoreColumns, example: "centrality.eigenvector"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let ranking = try stoppable { () throws(Cancelled) in
      try eigenvectorCentrality(in: graph, execution: call.execution)
    }
    return rows(graph, scores: ranking.scores)
  }
}
