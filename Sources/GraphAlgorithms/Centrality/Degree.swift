public import GraphModel

/// The number of arcs at each vertex.
///
/// A loop counts at both of its ends: twice in a total, once among the arcs that leave or arrive; at a vertex of an
/// undirected graph, where arcs neither leave nor arrive, always twice. Parallel edges count each.
///
/// - Parameter direction: Which arcs of a directed graph count.
/// - Complexity: O(n + m) for an undirected graph, otherwise O(n); O(n) memory.
public func degrees(in graph: CompressedGraph, _ direction: Direction = .either) -> [Int] {
  (0..<graph.vertexCount).map { vertex in
    guard graph.isDirected else {
      let loops = graph.out.range(of: vertex).count { graph.out.targets[$0] == UInt32(vertex) }
      return graph.out.degree(of: vertex) + loops
    }
    return switch direction {
    case .outgoing: graph.out.degree(of: vertex)
    case .incoming: graph.into.degree(of: vertex)
    case .either: graph.out.degree(of: vertex) + graph.into.degree(of: vertex)
    }
  }
}

/// The degree of each vertex divided by the number of other vertices; 1 where there is no other.
///
/// - Parameter direction: Which arcs of a directed graph count.
/// - Complexity: As ``degrees(in:_:)``.
/// - SeeAlso: L. C. Freeman, "Centrality in social networks", Social Networks 1 (1978),
///   doi:10.1016/0378-8733(78)90021-7.
public func degreeCentrality(in graph: CompressedGraph, _ direction: Direction = .either) -> [Double] {
  guard graph.vertexCount > 1 else { return [Double](repeating: 1, count: graph.vertexCount) }
  return degrees(in: graph, direction).map { Double($0) / Double(graph.vertexCount - 1) }
}

/// The total weight of the arcs at each vertex; without weights the degree.
///
/// - Parameter direction: Which arcs of a directed graph count.
/// - Complexity: O(n + m) time, O(n) memory.
public func strengths(in graph: CompressedGraph, _ direction: Direction = .either) -> [Double] {
  func sums(_ arcs: CompressedGraph.Arcs, loopsTwice: Bool) -> [Double] {
    (0..<graph.vertexCount).map { vertex in
      var sum = 0.0
      for arc in arcs.range(of: vertex) {
        let weight = arcs.weights.isEmpty ? 1 : arcs.weights[arc]
        sum += loopsTwice && arcs.targets[arc] == UInt32(vertex) ? 2 * weight : weight
      }
      return sum
    }
  }
  guard graph.isDirected else { return sums(graph.out, loopsTwice: true) }
  return switch direction {
  case .outgoing: sums(graph.out, loopsTwice: false)
  case .incoming: sums(graph.into, loopsTwice: false)
  case .either: zip(sums(graph.out, loopsTwice: false), sums(graph.into, loopsTwice: false)).map { $0 + $1 }
  }
}

extension Procedure {
  static let degree = Procedure(
    "centrality.degree", "The number of relationships of each node; with a weight, their total.",
    [
      Parameter("direction", .string, .string("either"), "Which count: outgoing, incoming or either."),
      Parameter("normalized", .boolean, .boolean(false), "Whether to divide by the number of other nodes."),
    ] + Parameter.projection(directed: true),
    columns: scoreColumns, example: "centrality.degree direction=incoming"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: true)
    let direction: Direction
    switch try call.string("direction") {
    case "outgoing": direction = .outgoing
    case "incoming": direction = .incoming
    case "either": direction = .either
    case let other: throw ProcedureError("direction must be outgoing, incoming or either, not '\(other)'")
    }
    let divisor = try call.boolean("normalized") ? Double(max(1, graph.vertexCount - 1)) : 1
    return rows(graph, scores: strengths(in: graph, direction).map { $0 / divisor })
  }
}
