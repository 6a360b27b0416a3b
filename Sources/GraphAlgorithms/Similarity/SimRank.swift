public import GraphModel

/// How ``simRank(in:options:execution:)`` compares.
public struct SimRankOptions: Hashable, Sendable {
  /// What likeness of neighbours passes on, 0...1.
  public var decay = 0.8
  /// How often likeness is passed on; the result is exact up to decay to the power rounds + 1.
  public var rounds = 10

  /// Decay 0.8, ten rounds.
  public init() {}
}

/// A number for each pair of vertices.
public struct VertexMatrix: Hashable, Sendable {
  /// The number of vertices.
  public let vertexCount: Int
  /// The numbers, row by row.
  public let values: [Double]

  /// The number of a pair.
  public subscript(row: Int, column: Int) -> Double { values[row * vertexCount + column] }
}

/// SimRank: two vertices are alike when the vertices that point to them are alike.
///
/// A vertex is wholly like itself; for others the mean likeness of all pairs of vertices that point to them, times the
/// decay. Weighted arcs count by their weights. In an undirected graph every neighbour points.
///
/// - Returns: The likeness of each pair, 0...1; symmetric; the same at any number of threads.
/// - Complexity: O(n m) time a round with partial sums, O(n²) memory: for graphs of some thousands of vertices.
/// - SeeAlso: G. Jeh and J. Widom, "SimRank: a measure of structural-context similarity", KDD 2002,
///   doi:10.1145/775047.775126; D. Lizorkin et al., "Accuracy estimate and optimization techniques for SimRank
///   computation", VLDB 2008, doi:10.14778/1453856.1453904.
public func simRank(
  in graph: CompressedGraph, options: SimRankOptions = SimRankOptions(), execution: Execution = Execution()
) throws(Cancelled) -> VertexMatrix {
  let count = graph.vertexCount
  let strengths = graph.into.strengths
  let totals = graph.into.strengthSums
  var current = [Double](repeating: 0, count: count * count)
  for vertex in 0..<count { current[vertex * count + vertex] = 1 }
  var quiet = execution
  quiet.progress = nil
  for round in 0..<max(0, options.rounds) {
    try execution.checkpoint(Double(round) / Double(options.rounds))
    let before = current
    let parts = try quiet.map(count, chunk: 32) { rows in
      rows.flatMap { row -> [Double] in
        let partial = meanRow(of: row, graph.into, strengths, totals[row], before, count)
        return (0..<count).map { column -> Double in
          guard row != column else { return 1 }
          guard totals[column] > 0 else { return 0 }
          var sum = 0.0
          for arc in graph.into.range(of: column) {
            sum += (strengths.isEmpty ? 1 : strengths[arc]) * partial[Int(graph.into.targets[arc])]
          }
          return options.decay * sum / totals[column]
        }
      }
    }
    current = Array(parts.joined())
  }
  return VertexMatrix(vertexCount: count, values: current)
}

/// The mean likeness to each vertex of those that point to one.
private func meanRow(
  of vertex: Int, _ arcs: CompressedGraph.Arcs, _ strengths: [Double], _ total: Double, _ likeness: [Double],
  _ count: Int
) -> [Double] {
  var mean = [Double](repeating: 0, count: count)
  guard total > 0 else { return mean }
  for arc in arcs.range(of: vertex) {
    let share = (strengths.isEmpty ? 1 : strengths[arc]) / total
    let start = Int(arcs.targets[arc]) * count
    for column in 0..<count { mean[column] += share * likeness[start + column] }
  }
  return mean
}

extension Procedure {
  static let simRank = Procedure(
    "similarity.simRank", "For each node the nodes most like it, because alike nodes point to both.",
    [
      Parameter("decay", .float, .float(0.8), "What likeness of neighbours passes on, 0 to 1."),
      Parameter("rounds", .integer, .integer(10), "How often likeness is passed on."),
      Parameter("limit", .integer, .integer(10), "How many nodes are sought for each."),
    ] + Parameter.projection(directed: true),
    columns: [Column("node", .node), Column("similar", .node), Column("score", .float)],
    example: "similarity.simRank rounds=5 limit=3"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: true)
    guard graph.vertexCount <= 5000 else {
      throw ProcedureError("SimRank compares all pairs of at most 5000 nodes; choose fewer by their labels")
    }
    var options = SimRankOptions()
    options.decay = try call.float("decay")
    options.rounds = try call.integer("rounds")
    let limit = try call.integer("limit")
    let matrix = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.simRank(in: graph, options: options, execution: call.execution)
    }
    let found = (0..<graph.vertexCount).map { row in
      var best = BestVertices(limit: limit, cutoff: 0)
      for column in 0..<graph.vertexCount where column != row { best.offer(column, matrix[row, column]) }
      return best.found
    }
    return rows(graph, found, nil)
  }
}
