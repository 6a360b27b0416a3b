public import GraphModel

/// A division of vertices into parts of nearly equal size.
public struct BalancedPartition: Sendable, Equatable {
  /// The vertices of each part, ascending; parts in the order of their smallest vertices.
  public let parts: [[Int]]
  /// The weight of the edges inside of parts.
  public let inside: Double
  /// The weight of all edges; what is not inside is cut.
  public let total: Double
}

/// Divides the vertices of a graph into parts whose sizes differ by at most one, with as much weight as possible inside of them:
/// teams of people who belong together, for example.
///
/// The problem is NP-hard; the search is that of a table plan of one round (threshold accepting from four starts).
///
/// - Parameters:
///   - count: How many parts; 1 to the number of vertices.
///   - seed: Chooses between divisions that are equally good.
/// - Returns: The best division found, the same at any number of threads.
/// - Complexity: that of ``tablePlan(for:execution:)`` with one round.
/// - SeeAlso: B. W. Kernighan and S. Lin, "An efficient heuristic procedure for partitioning graphs", Bell System Technical
///   Journal 49 (1970), doi:10.1002/j.1538-7305.1970.tb01770.x.
public func balancedPartition(
  of graph: CompressedGraph, into count: Int, seed: UInt64 = 1, execution: Execution = Execution()
) throws(Cancelled) -> BalancedPartition {
  precondition((1...max(1, graph.vertexCount)).contains(count), "there are as many parts as vertices, at most")
  let pairs = weightedPairs(of: graph)
  var request = TablePlanRequest(peopleCount: graph.vertexCount, tableCount: count, roundCount: 1)
  request.worth = pairs
  request.seed = seed
  request.swapsPerSeat = max(20, min(4000, 4_000_000 / max(1, graph.vertexCount)))
  let plan = try tablePlan(for: request, execution: execution)
  let parts = (plan?.rounds.first ?? []).map { $0.sorted() }.sorted { ($0.first ?? .max) < ($1.first ?? .max) }
  var part = [Int](repeating: -1, count: graph.vertexCount)
  for (number, vertices) in parts.enumerated() { for vertex in vertices { part[vertex] = number } }
  let inside = pairs.reduce(0.0) { $0 + (part[$1.first] == part[$1.second] ? $1.weight : 0) }
  return BalancedPartition(parts: parts, inside: inside, total: pairs.reduce(0) { $0 + $1.weight })
}

extension Procedure {
  static let balancedPartition = Procedure(
    "matching.balancedPartition", "Divides nodes into parts of equal size that keep connected ones together.",
    [
      Parameter("parts", .integer, .integer(2), "The number of parts."),
      Parameter("seed", .integer, .integer(1), "Chooses between divisions that are equally good."),
    ] + Parameter.projection(directed: false),
    columns: [Column("part", .integer), Column("node", .node)],
    example: "matching.balancedPartition labels=CDO parts=4"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let parts = try call.integer("parts")
    guard (1...max(1, graph.vertexCount)).contains(parts) else {
      throw ProcedureError("parts must be from 1 to the number of nodes, which is \(graph.vertexCount)")
    }
    guard graph.vertexCount <= 2000 else { throw ProcedureError("at most 2,000 nodes are divided; choose labels") }
    guard weightedPairs(of: graph).allSatisfy({ $0.weight.isFinite }) else {
      throw ProcedureError("weights must be finite")
    }
    let seed = UInt64(bitPattern: Int64(try call.integer("seed")))
    let found = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.balancedPartition(of: graph, into: parts, seed: seed, execution: call.execution)
    }
    return found.parts.enumerated().flatMap { number, vertices in
      vertices.map { [.integer(Int64(number + 1)), .node(graph.nodes[$0])] }
    }
  }
}
