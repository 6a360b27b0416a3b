public import GraphModel

/// The share of possible edges that exist: m / (n (n - 1)) for a directed graph, 2 m / (n (n - 1)) for an undirected
/// one; 0 for fewer than two vertices. Loops and parallel edges count, so that it may be greater than 1.
///
/// - Complexity: O(1).
public func density(of graph: CompressedGraph) -> Double {
  guard graph.vertexCount > 1 else { return 0 }
  let pairs = Double(graph.vertexCount) * Double(graph.vertexCount - 1)
  return Double(graph.edgeCount) * (graph.isDirected ? 1 : 2) / pairs
}

/// The share of arcs that are answered by an arc the other way; in an undirected graph all are.
///
/// Loops do not count.
///
/// - Returns: The share; nil without arcs.
/// - Complexity: O(n + m) time and memory.
/// - SeeAlso: D. Garlaschelli and M. I. Loffredo, "Patterns of link reciprocity in directed networks", Physical Review
///   Letters 93 (2004), doi:10.1103/PhysRevLett.93.268701.
public func reciprocity(in graph: CompressedGraph) -> Double? {
  let neighbors = SimpleNeighbors(of: graph)
  var (all, answered) = (0, 0)
  for vertex in 0..<graph.vertexCount {
    var slot = neighbors.range(of: vertex).lowerBound
    for arc in graph.out.range(of: vertex) where graph.out.targets[arc] != UInt32(vertex) {
      while neighbors.neighbors[slot] != graph.out.targets[arc] { slot += 1 }
      all += 1
      answered += !graph.isDirected || neighbors.directions[slot] == 2 ? 1 : 0
    }
  }
  return all > 0 ? Double(answered) / Double(all) : nil
}

/// Ties inside groups and between them.
public struct ExternalInternalIndex: Hashable, Sendable {
  /// (external - internal) / (external + internal) over all ties: 1 when all lead outside, -1 when none does; nil
  /// without ties.
  public let whole: Double?
  /// The same over the ties of each vertex; nil where it has none.
  public let vertices: [Double?]
  /// The same over the ties of each group's vertices, by the number of the group; nil where it has none.
  public let groups: [Int: Double]
}

/// Krackhardt's and Stern's E-I index: whether ties lead outside the groups or stay within.
///
/// Directions do not matter, and several edges between two vertices make one tie; loops do not count.
///
/// - Parameter groups: The number of each vertex's group.
/// - Complexity: O(n + m) time and memory.
/// - SeeAlso: D. Krackhardt and R. N. Stern, "Informal networks and organizational crises", Social Psychology Quarterly
///   51 (1988), doi:10.2307/2786835.
public func externalInternalIndex(in graph: CompressedGraph, groups: [Int]) -> ExternalInternalIndex {
  precondition(groups.count == graph.vertexCount, "each vertex has a group")
  let neighbors = SimpleNeighbors(of: graph)
  var whole = TieCounts()
  var byGroup: [Int: TieCounts] = [:]
  let vertices = (0..<graph.vertexCount).map { vertex in
    var counts = TieCounts()
    for slot in neighbors.range(of: vertex) {
      if groups[Int(neighbors.neighbors[slot])] == groups[vertex] { counts.within += 1 } else { counts.across += 1 }
    }
    whole.add(counts)
    byGroup[groups[vertex], default: TieCounts()].add(counts)
    return counts.index
  }
  return ExternalInternalIndex(whole: whole.index, vertices: vertices, groups: byGroup.compactMapValues(\.index))
}

private struct TieCounts {
  var within = 0
  var across = 0

  var index: Double? { within + across > 0 ? Double(across - within) / Double(across + within) : nil }

  mutating func add(_ other: TieCounts) {
    within += other.within
    across += other.across
  }
}

extension Procedure {
  static let externalInternalIndex = Procedure(
    "structure.externalInternalIndex", "Whether the ties of each node lead outside its group (1) or stay within (-1).",
    [groupParameter] + Parameter.projection(directed: false), columns: scoreColumns,
    example: "structure.externalInternalIndex group=type"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let index = GraphAlgorithms.externalInternalIndex(in: graph, groups: try call.groups(in: graph))
    let order = graph.nodes.indices.sorted { (-(index.vertices[$0] ?? -2), $0) < (-(index.vertices[$1] ?? -2), $1) }
    return order.map { [.node(graph.nodes[$0]), index.vertices[$0].map { .float($0) } ?? .null] }
  }

  static let summary = Procedure(
    "structure.summary", "How many nodes and relationships there are, and how densely they are joined.",
    Parameter.projection(directed: true),
    columns: [
      Column("nodes", .integer), Column("relationships", .integer), Column("components", .integer),
      Column("density", .float), Column("reciprocity", .float), Column("transitivity", .float),
      Column("averageClustering", .float),
    ], example: "structure.summary"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: true)
    let clustering = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.clustering(in: graph, execution: call.execution)
    }
    let counts = [graph.vertexCount, graph.edgeCount, connectedComponents(in: graph).count]
    let shares = [
      density(of: graph), reciprocity(in: graph), clustering.transitivity, clustering.averageCoefficient,
    ]
    return [counts.map { .integer(Int64($0)) } + shares.map { share in share.map { .float($0) } ?? .null }]
  }
}
