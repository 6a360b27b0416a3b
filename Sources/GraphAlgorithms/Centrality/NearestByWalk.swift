public import GraphModel

/// For each of many vertices those where a random walk that now and then starts anew there is most often: the best by
/// personalised PageRank, see ``personalizedPageRank(from:in:options:execution:)``.
///
/// Eight walks go together, side by side in memory, until the last of them settles; a fixed number of rounds counts as
/// the largest one.
///
/// - Parameters:
///   - sources: Where the walks start.
///   - limit: How many vertices are sought for each.
/// - Returns: For each source the vertices that its walk visits most often, without itself: highest score first, equal
///   scores in the order of vertices; the same at any number of threads.
/// - Complexity: O(n + m) time a source and round, O(n + m) memory, eight numbers a vertex for each thread.
/// - SeeAlso: T. H. Haveliwala, "Topic-sensitive PageRank", WWW 2002, doi:10.1145/511446.511513.
public func nearestByWalk(
  to sources: [Int], in graph: CompressedGraph, limit: Int = 10, options: PageRankOptions = PageRankOptions(),
  execution: Execution = Execution()
) throws(Cancelled) -> [[ScoredVertex]] {
  let network = WalkNetwork(graph, damping: options.damping)
  let parts = try execution.map(sources.count, chunk: WalkBlock.width, with: WalkBlock(network)) { block, chunk in
    let group = Array(sources[chunk])
    block.run(from: group, tolerance: options.stop.tolerance, atMost: options.stop.limit) {
      execution.isCancelled?() == true
    }
    return chunk.map { position in
      var best = BestVertices(limit: limit, cutoff: 0)
      for vertex in 0..<graph.vertexCount where vertex != sources[position] {
        best.offer(vertex, block.score(vertex, position - chunk.lowerBound))
      }
      return best.found
    }
  }
  try execution.checkpoint()
  return Array(parts.joined())
}

extension Procedure {
  static let nearestByWalk = Procedure(
    "similarity.nearestByWalk", "For each node those where a walk that starts anew there is most often.",
    [
      Parameter("limit", .integer, .integer(10), "How many nodes are sought for each."),
      Parameter("from", .string, .string(""), "Id of the only node to start from; all when empty."),
    ] + rankParameters,
    columns: [Column("node", .node), Column("near", .node), Column("score", .float)],
    example: "similarity.nearestByWalk labels=Actor,Project types=WORKS_ON limit=3"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: true)
    let (sources, limit) = (try call.sources("from", in: graph), try call.integer("limit"))
    let options = try call.pageRankOptions()
    let found = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.nearestByWalk(
        to: sources ?? Array(0..<graph.vertexCount), in: graph, limit: limit, options: options,
        execution: call.execution)
    }
    return rows(graph, found, sources)
  }
}
