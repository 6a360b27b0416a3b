public import GraphModel

/// How closeness treats vertices that few others reach.
public enum ClosenessDefinition: String, Hashable, Sendable, CaseIterable {
  /// Freeman's: the number of other vertices with a path divided by the sum of their distances.
  case classic
  /// Wasserman's and Faust's: the classic value times the share of all other vertices that have a path.
  case scaled
}

/// Which paths closeness follows, and how it counts.
public struct ClosenessOptions: Hashable, Sendable {
  /// The definition.
  public var definition = ClosenessDefinition.scaled
  /// Whether paths to the vertex count (`incoming`) or paths from it (`outgoing`); `either` is read as `incoming`.
  public var direction = Direction.incoming

  /// Wasserman's and Faust's definition over incoming paths.
  public init() {}
}

/// How near each vertex is to all others: the reciprocal of the mean distance.
///
/// Weights are lengths; arcs whose weight is not above 0 lead nowhere. A vertex without paths has 0.
///
/// - Returns: A value for each vertex; the same at any number of threads.
/// - Complexity: O(n (n + m) / 64) words without weights, O(n (n + m) log n) with them; O(n) memory a group of sources.
/// - SeeAlso: L. C. Freeman, "Centrality in social networks", Social Networks 1 (1978),
///   doi:10.1016/0378-8733(78)90021-7; S. Wasserman and K. Faust, "Social Network Analysis", 1994, page 201.
public func closeness(
  in graph: CompressedGraph, options: ClosenessOptions = ClosenessOptions(), execution: Execution = Execution()
) throws(Cancelled) -> [Double] {
  let sums = try DistanceSums(over: options.direction == .outgoing ? graph.into : graph.out, execution)
  let others = Double(max(1, graph.vertexCount - 1))
  return (0..<graph.vertexCount).map { vertex in
    let sources = Double(sums.sources[vertex])
    let total = sums.totals[vertex]
    guard total > 0 else { return 0 }
    return switch options.definition {
    case .classic: sources / total
    case .scaled: sources / total * sources / others
    }
  }
}

/// How near each vertex is to all others: the sum of the reciprocals of the distances; no path adds nothing.
///
/// - Parameter direction: `incoming` for paths to the vertex, `outgoing` for paths from it; `either` is read as
///   `incoming`.
/// - Returns: A value for each vertex; the same at any number of threads.
/// - Complexity: As ``closeness(in:options:execution:)``.
/// - SeeAlso: P. Boldi and S. Vigna, "Axioms for centrality", Internet Mathematics 10 (2014),
///   doi:10.1080/15427951.2013.865686.
public func harmonicCentrality(
  in graph: CompressedGraph, _ direction: Direction = .incoming, execution: Execution = Execution()
) throws(Cancelled) -> [Double] {
  try DistanceSums(over: direction == .outgoing ? graph.into : graph.out, execution).reciprocals
}

extension Procedure {
  static let closeness = Procedure(
    "centrality.closeness", "How near each node is to all others; a weight counts as length.",
    [
      Parameter("definition", .string, .string("scaled"), "scaled by the share of nodes with a path, or classic.")
    ] + Parameter.projection(directed: false),
    columns: scoreColumns, example: "centrality.closeness definition=classic"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    var options = ClosenessOptions()
    let name = try call.string("definition")
    guard let definition = ClosenessDefinition(rawValue: name) else {
      throw ProcedureError("definition must be scaled or classic, not '\(name)'")
    }
    options.definition = definition
    let scores = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.closeness(in: graph, options: options, execution: call.execution)
    }
    return rows(graph, scores: scores)
  }

  static let harmonic = Procedure(
    "centrality.harmonic", "The sum of 1 / distance over all other nodes; a weight counts as length.",
    Parameter.projection(directed: false), columns: scoreColumns, example: "centrality.harmonic"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let scores = try stoppable { () throws(Cancelled) in
      try harmonicCentrality(in: graph, execution: call.execution)
    }
    return rows(graph, scores: scores)
  }
}
