public import GraphModel

/// PageRank in which the arcs of vertices with few arcs count less.
///
/// The score of a vertex is 1 - damping + damping × the sum over the arcs that arrive of score × weight / (total weight
/// that leaves the other end + mean of that over all vertices). Vertices without a way out keep their score.
///
/// - Returns: Scores, of which the sum is not 1; the same at any number of threads.
/// - Complexity: O(n + m) time a round, O(n + m) memory.
/// - SeeAlso: J. Li and P. Willett, "ArticleRank: a PageRank-based alternative to numbers of citations",
///   Aslib Proceedings 61 (2009), doi:10.1108/00012530911005544.
public func articleRank(
  in graph: CompressedGraph, options: PageRankOptions = PageRankOptions(), execution: Execution = Execution()
) throws(Cancelled) -> VertexRanking {
  let sums = graph.out.strengthSums
  let mean = sums.reduce(0, +) / Double(max(1, sums.count))
  let strengths = graph.into.strengths
  let damping = options.damping
  let start = [Double](repeating: 1 - damping, count: graph.vertexCount)
  return try VertexRanking(from: start, until: options.stop, execution: execution) { scores throws(Cancelled) in
    guard mean > 0 else { return scores }
    var shares = scores
    for vertex in shares.indices { shares[vertex] *= damping / (sums[vertex] + mean) }
    var next = try graph.into.sums(of: shares, strengths, execution)
    for vertex in next.indices { next[vertex] += 1 - damping }
    return next
  }
}

extension Procedure {
  static let articleRank = Procedure(
    "centrality.articleRank", "PageRank in which the relationships of nodes with few of them count less.",
    rankParameters, columns: scoreColumns, example: "centrality.articleRank damping=0.85"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: true)
    let options = try call.pageRankOptions()
    let ranking = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.articleRank(in: graph, options: options, execution: call.execution)
    }
    return rows(graph, scores: ranking.scores)
  }
}
