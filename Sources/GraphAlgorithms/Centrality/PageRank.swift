public import GraphModel

/// How PageRank walks.
public struct PageRankOptions: Hashable, Sendable {
  /// How likely the walk goes on instead of starting anew, 0...1.
  public var damping = 0.85
  /// When to stop.
  public var stop = RankingStop.whenStable(tolerance: 1e-12, atMost: 1000)

  /// Damping 0.85, until the scores settle.
  public init() {}
}

/// How often a random walk along the arcs is at each vertex, when now and then it starts anew anywhere.
///
/// The walk takes arcs in proportion to their weights; weights that are not finite numbers above 0 count as 0. From a
/// vertex without a way out it goes on anywhere. An undirected edge leads both ways.
///
/// After a fixed number of rounds the scores are those of a walk of so many steps. Until they settle, rounds may go
/// farther than a step of the walk would, which leads to the same scores sooner.
///
/// ```swift
/// let scores = try pageRank(in: graph, options: options).scores
/// ```
///
/// - Returns: Scores whose sum is 1; the same at any number of threads.
/// - Complexity: O(n + m) time a round, O(n + m) memory.
/// - SeeAlso: L. Page, S. Brin, R. Motwani, T. Winograd, "The PageRank citation ranking", Stanford 1999.
public func pageRank(
  in graph: CompressedGraph, options: PageRankOptions = PageRankOptions(), execution: Execution = Execution()
) throws(Cancelled) -> VertexRanking {
  let share = 1 / Double(max(1, graph.vertexCount))
  let start = [Double](repeating: share, count: graph.vertexCount)
  if let settled = try settledWalk(in: graph, from: start, options, execution) { return settled }
  return try walk(in: graph, from: start, options, execution) { scores, mass in
    for vertex in scores.indices { scores[vertex] += mass * share }
  }
}

/// PageRank whose walk starts anew only at the given vertices: how close all others are to them.
///
/// From a vertex without a way out the walk starts anew as well.
///
/// - Parameter seeds: The vertices to start at, each as likely as it occurs here; without any, all scores are 0.
/// - Returns: Scores whose sum is 1; the same at any number of threads.
/// - Complexity: O(n + m) time a round, O(n + m) memory.
/// - SeeAlso: T. H. Haveliwala, "Topic-sensitive PageRank", WWW 2002, doi:10.1145/511446.511513.
public func personalizedPageRank(
  from seeds: [Int], in graph: CompressedGraph, options: PageRankOptions = PageRankOptions(),
  execution: Execution = Execution()
) throws(Cancelled) -> VertexRanking {
  let share = 1 / Double(max(1, seeds.count))
  var start = [Double](repeating: 0, count: graph.vertexCount)
  for seed in seeds { start[seed] += share }
  if let settled = try settledWalk(in: graph, from: start, options, execution) { return settled }
  return try walk(in: graph, from: start, options, execution) { scores, mass in
    for seed in seeds { scores[seed] += mass * share }
  }
}

/// The scores at which the walk settles, for a graph without directions; nil when single steps were asked for, or when
/// it never starts anew. With directions there is no faster way than plain steps.
private func settledWalk(
  in graph: CompressedGraph, from start: [Double], _ options: PageRankOptions, _ execution: Execution
) throws(Cancelled) -> VertexRanking? {
  guard case .whenStable(let tolerance, let limit) = options.stop, options.damping < 1, !graph.isDirected else {
    return nil
  }
  let network = WalkNetwork(graph, damping: options.damping)
  var walk = SettledWalk(network, from: start, execution)
  return try walk.run(tolerance: tolerance, atMost: limit)
}

/// Walks; `restart` spreads the mass that starts anew.
private func walk(
  in graph: CompressedGraph, from start: [Double], _ options: PageRankOptions, _ execution: Execution,
  restart: (inout [Double], Double) -> Void
) throws(Cancelled) -> VertexRanking {
  let sums = graph.out.strengthSums
  let strengths = graph.into.strengths
  let damping = options.damping
  return try VertexRanking(from: start, until: options.stop, execution: execution) { scores throws(Cancelled) in
    var shares = scores
    var lost = 0.0
    for vertex in shares.indices {
      if sums[vertex] > 0 {
        shares[vertex] *= damping / sums[vertex]
      } else {
        lost += shares[vertex]
        shares[vertex] = 0
      }
    }
    var next = try graph.into.sums(of: shares, strengths, execution)
    restart(&next, 1 - damping + damping * lost)
    return next
  }
}

extension Procedure {
  static let pageRank = Procedure(
    "centrality.pageRank", "How often a random walk along the relationships is at each node.",
    rankParameters, columns: scoreColumns, example: "centrality.pageRank damping=0.85"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: true)
    let options = try call.pageRankOptions()
    let ranking = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.pageRank(in: graph, options: options, execution: call.execution)
    }
    return rows(graph, scores: ranking.scores)
  }

  static let personalizedPageRank = Procedure(
    "centrality.personalizedPageRank", "How often a random walk that starts anew at given nodes is at each node.",
    [Procedure.Parameter("from", .list, .list([]), "Ids of the nodes to start at; the first node when empty.")]
      + rankParameters,
    columns: scoreColumns, example: "centrality.personalizedPageRank damping=0.5"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: true)
    let options = try call.pageRankOptions()
    let seeds = try call.vertices("from", in: graph)
    let ranking = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.personalizedPageRank(from: seeds, in: graph, options: options, execution: call.execution)
    }
    return rows(graph, scores: ranking.scores)
  }

  /// The columns of a score per node.
  static let scoreColumns = [Column("node", .node), Column("score", .float)]

  static let rankParameters =
    [
      Parameter("damping", .float, .float(0.85), "How likely the walk goes on, 0 to 1."),
      Parameter("rounds", .integer, .integer(0), "Exact number of rounds; 0 until the scores settle."),
      Parameter("tolerance", .float, .float(1e-12), "Total change of a round at which the scores are settled."),
    ] + Parameter.projection(directed: true)
}

extension ProcedureCall {
  func pageRankOptions() throws(ProcedureError) -> PageRankOptions {
    var options = PageRankOptions()
    options.damping = try float("damping")
    guard (0...1).contains(options.damping) else { throw ProcedureError("damping must be between 0 and 1") }
    options.stop = try rankingStop()
    return options
  }

  /// When to stop, by the parameters `rounds` and `tolerance`.
  func rankingStop() throws(ProcedureError) -> RankingStop {
    let rounds = try integer("rounds")
    return rounds > 0 ? .afterRounds(rounds) : .whenStable(tolerance: try float("tolerance"), atMost: 1000)
  }

  /// The vertices of the nodes with the ids of a list; the first vertex when it is empty.
  func vertices(_ name: String, in graph: CompressedGraph) throws(ProcedureError) -> [Int] {
    let found = try listedVertices(name, in: graph)
    return found.isEmpty ? Array(graph.nodes.indices.prefix(1)) : found
  }
}
