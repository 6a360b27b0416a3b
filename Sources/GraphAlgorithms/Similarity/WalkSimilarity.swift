public import GraphModel

/// The Katz index: the number of walks from a vertex to each other, a walk of l arcs worth attenuation to the power l.
///
/// - Parameters:
///   - attenuation: Below 1 / the largest eigenvalue of the graph; otherwise the scores do not settle.
///   - stop: When scores count as settled; a fixed number of rounds counts walks of at most so many arcs.
/// - Returns: A score for each vertex; with weights a walk counts the product of its weights.
///   ``VertexRanking/hasConverged`` is false when the attenuation is too large. The same at any number of threads.
/// - Complexity: O(n + m) time a round, O(n + m) memory.
/// - SeeAlso: L. Katz, "A new status index derived from sociometric analysis", Psychometrika 18 (1953),
///   doi:10.1007/BF02289026.
public func katzIndex(
  from source: Int, in graph: CompressedGraph, attenuation: Double = 0.01,
  until stop: RankingStop = .whenStable(tolerance: 1e-15, atMost: 10_000), execution: Execution = Execution()
) throws(Cancelled) -> VertexRanking {
  let strengths = graph.into.strengths
  var first = [Double](repeating: 0, count: graph.vertexCount)
  first[source] = 1
  // The empty walk is carried along, and taken away at the end.
  var ranking = try VertexRanking(from: first, until: stop, execution: execution) { scores throws(Cancelled) in
    var next = try graph.into.sums(of: scores, strengths, execution)
    for vertex in next.indices { next[vertex] *= attenuation }
    next[source] += 1
    return next
  }
  var scores = ranking.scores
  scores[source] -= 1
  ranking = VertexRanking(scores: scores, rounds: ranking.rounds, hasConverged: ranking.hasConverged)
  return ranking
}

/// The local path index: the number of walks of two arcs from a vertex to each other, and of three, worth less.
///
/// - Parameter attenuation: What a walk of three arcs is worth.
/// - Returns: A score for each vertex; with weights a walk counts the product of its weights.
/// - Complexity: O(n + m).
/// - SeeAlso: L. Lü, C.-H. Jin, T. Zhou, "Similarity index based on local paths for link prediction of complex
///   networks", Phys. Rev. E 80 (2009), doi:10.1103/PhysRevE.80.046122.
public func localPathIndex(
  from source: Int, in graph: CompressedGraph, attenuation: Double = 0.01, execution: Execution = Execution()
) throws(Cancelled) -> [Double] {
  let strengths = graph.into.strengths
  var walks = [Double](repeating: 0, count: graph.vertexCount)
  walks[source] = 1
  walks = try graph.into.sums(of: walks, strengths, execution)
  let two = try graph.into.sums(of: walks, strengths, execution)
  let three = try graph.into.sums(of: two, strengths, execution)
  return zip(two, three).map { $0 + attenuation * $1 }
}

/// A random walk with restart: how often a walk that now and then starts anew at a vertex is at each other one.
///
/// It takes arcs in proportion to their weights; where there is no way on it starts anew.
///
/// - Parameter restart: How likely the walk starts anew in each step, above 0 and at most 1.
/// - Returns: Scores whose sum is 1; the same at any number of threads.
/// - Complexity: O(n + m) time a round, O(n + m) memory.
/// - SeeAlso: H. Tong, C. Faloutsos, J.-Y. Pan, "Fast random walk with restart and its applications", ICDM 2006,
///   doi:10.1109/ICDM.2006.70.
public func randomWalkWithRestart(
  from source: Int, in graph: CompressedGraph, restart: Double = 0.15,
  until stop: RankingStop = .whenStable(tolerance: 1e-12, atMost: 1000), execution: Execution = Execution()
) throws(Cancelled) -> VertexRanking {
  var options = PageRankOptions()
  options.damping = 1 - restart
  options.stop = stop
  return try personalizedPageRank(from: [source], in: graph, options: options, execution: execution)
}

extension Procedure {
  static let katzIndex = Procedure(
    "similarity.katzIndex", "How many walks lead from a node to each other, long ones worth less.",
    walkParameters("attenuation", 0.001, "What each further step of a walk is worth."), columns: scoreColumns,
    example: "similarity.katzIndex attenuation=0.001"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let attenuation = try call.float("attenuation")
    guard let source = try call.vertices("from", in: graph).first else { return [] }
    let ranking = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.katzIndex(from: source, in: graph, attenuation: attenuation, execution: call.execution)
    }
    guard ranking.hasConverged else { throw ProcedureError("the scores grow without end; use a smaller attenuation") }
    return rows(graph, scores: ranking.scores)
  }

  static let localPaths = Procedure(
    "similarity.localPaths", "How many walks of two and three steps lead from a node to each other.",
    walkParameters("attenuation", 0.01, "What a walk of three steps is worth."), columns: scoreColumns,
    example: "similarity.localPaths attenuation=0.01"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let attenuation = try call.float("attenuation")
    guard let source = try call.vertices("from", in: graph).first else { return [] }
    let scores = try stoppable { () throws(Cancelled) in
      try localPathIndex(from: source, in: graph, attenuation: attenuation, execution: call.execution)
    }
    return rows(graph, scores: scores)
  }

  static let randomWalkWithRestart = Procedure(
    "similarity.randomWalkWithRestart", "How often a walk that starts anew at a node is at each other.",
    walkParameters("restart", 0.15, "How likely the walk starts anew, 0 to 1."), columns: scoreColumns,
    example: "similarity.randomWalkWithRestart restart=0.3"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let restart = try call.float("restart")
    guard (0...1).contains(restart) else { throw ProcedureError("restart must be between 0 and 1") }
    guard let source = try call.vertices("from", in: graph).first else { return [] }
    let ranking = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.randomWalkWithRestart(from: source, in: graph, restart: restart, execution: call.execution)
    }
    return rows(graph, scores: ranking.scores)
  }

  private static func walkParameters(_ name: String, _ standard: Double, _ summary: String) -> [Parameter] {
    [
      Parameter("from", .list, .list([]), "Id of the node to start from; the first node when empty."),
      Parameter(name, .float, .float(standard), summary),
    ] + Parameter.projection(directed: false)
  }
}
