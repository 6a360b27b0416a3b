public import GraphModel

/// How far apart the vertices of a graph are.
public struct DistanceSummary: Hashable, Sendable {
  /// The distance from each vertex to the farthest vertex that it reaches; 0 where it reaches no other.
  public let eccentricities: [Double]
  /// Whether each vertex reaches each other.
  public let isConnected: Bool
  /// The mean distance over all ordered pairs of vertices with a path; nil without such a pair.
  public let averagePathLength: Double?

  /// The greatest eccentricity; nil without vertices. Pairs without a path do not count.
  public var diameter: Double? { eccentricities.max() }
  /// The smallest eccentricity; nil without vertices.
  public var radius: Double? { eccentricities.min() }
  /// The vertices with the smallest eccentricity, ascending.
  public var center: [Int] { eccentricities.indices.filter { eccentricities[$0] == radius } }
  /// The vertices with the greatest eccentricity, ascending.
  public var periphery: [Int] { eccentricities.indices.filter { eccentricities[$0] == diameter } }
}

/// Eccentricities, diameter, radius, center and average path length of a graph.
///
/// Weights are lengths; arcs whose weight is not above 0 lead nowhere.
///
/// - Returns: The distances; the same at any number of threads.
/// - Complexity: O(n (n + m) / 64) words without weights, O(n (n + m) log n) with them; O(n) memory a group of sources.
/// - SeeAlso: F. Harary, "Graph Theory", 1969, chapter 4.
public func distanceSummary(
  in graph: CompressedGraph, execution: Execution = Execution()
) throws(Cancelled) -> DistanceSummary {
  // Paths from a vertex are paths to it when every arc is turned round.
  let sums = try DistanceSums(over: graph.into, execution)
  let pairs = sums.sources.reduce(0, +)
  return DistanceSummary(
    eccentricities: sums.farthest, isConnected: pairs == graph.vertexCount * max(0, graph.vertexCount - 1),
    averagePathLength: pairs > 0 ? sums.totals.reduce(0, +) / Double(pairs) : nil)
}

extension Procedure {
  static let eccentricity = Procedure(
    "structure.eccentricity", "The distance from each node to the farthest node that it reaches.",
    Parameter.projection(directed: false), columns: scoreColumns, example: "structure.eccentricity"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let summary = try stoppable { () throws(Cancelled) in try distanceSummary(in: graph, execution: call.execution) }
    return rows(graph, scores: summary.eccentricities)
  }

  static let distances = Procedure(
    "structure.distances", "Diameter, radius, center and average path length.", Parameter.projection(directed: false),
    columns: [
      Column("diameter", .float), Column("radius", .float), Column("averagePathLength", .float),
      Column("connected", .boolean), Column("center", .list),
    ], example: "structure.distances"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let summary = try stoppable { () throws(Cancelled) in try distanceSummary(in: graph, execution: call.execution) }
    func value(_ number: Double?) -> Value { number.map { .float($0) } ?? .null }
    let center = summary.center.map { Value.node(graph.nodes[$0]) }
    return [
      [
        value(summary.diameter), value(summary.radius), value(summary.averagePathLength),
        .boolean(summary.isConnected), .list(center),
      ]
    ]
  }
}
