public import GraphModel

/// Whether vertices of high degree are joined with vertices of high degree: the correlation of the degrees at the two
/// ends of edges, -1...1.
///
/// In a directed graph the out-degree of the source and the in-degree of the target count. Weights do not.
///
/// - Returns: The coefficient; nil where the degrees at one end are all equal.
/// - Complexity: O(n + m) time, O(n) memory.
/// - SeeAlso: M. E. J. Newman, "Mixing patterns in networks", Physical Review E 67 (2003),
///   doi:10.1103/PhysRevE.67.026126.
public func degreeAssortativity(in graph: CompressedGraph) -> Double? {
  let (leaving, arriving) = (degrees(in: graph, .outgoing), degrees(in: graph, .incoming))
  return correlation(in: graph, leaving.map { Double($0) }, arriving.map { Double($0) })
}

/// Whether joined vertices have similar values: the correlation of the values at the two ends of edges, -1...1.
///
/// - Parameter values: The value of each vertex.
/// - Returns: The coefficient; nil where the values at one end are all equal.
/// - Complexity: O(n + m) time, O(1) memory.
/// - SeeAlso: As ``degreeAssortativity(in:)``.
public func valueAssortativity(in graph: CompressedGraph, of values: [Double]) -> Double? {
  correlation(in: graph, values, values)
}

/// Whether joined vertices are in the same group: 1 when all are, 0 when groups do not matter, below when they avoid
/// their own.
///
/// - Parameter groups: The number of each vertex's group.
/// - Returns: The coefficient; nil without edges, and where all ends of edges are in one group.
/// - Complexity: O(n + m) time, O(groups) memory.
/// - SeeAlso: As ``degreeAssortativity(in:)``.
public func groupAssortativity(in graph: CompressedGraph, groups: [Int]) -> Double? {
  precondition(groups.count == graph.vertexCount, "each vertex has a group")
  var leaving: [Int: Int] = [:]
  var arriving: [Int: Int] = [:]
  var (within, total) = (0, 0)
  forEachEnd(in: graph) { source, target in
    leaving[groups[source], default: 0] += 1
    arriving[groups[target], default: 0] += 1
    within += groups[source] == groups[target] ? 1 : 0
    total += 1
  }
  guard total > 0 else { return nil }
  let expected = leaving.keys.sorted().reduce(0.0) { sum, group in
    sum + Double(leaving[group, default: 0]) * Double(arriving[group, default: 0])
  }
  let chance = expected / (Double(total) * Double(total))
  return chance < 1 ? (Double(within) / Double(total) - chance) / (1 - chance) : nil
}

/// Pearson's correlation over the ends of edges, of undirected edges in both directions.
private func correlation(in graph: CompressedGraph, _ atSource: [Double], _ atTarget: [Double]) -> Double? {
  precondition(atSource.count == graph.vertexCount, "each vertex has a value")
  var count = 0.0
  var means = (source: 0.0, target: 0.0)
  forEachEnd(in: graph) { source, target in
    count += 1
    means.source += atSource[source]
    means.target += atTarget[target]
  }
  guard count > 0 else { return nil }
  means = (means.source / count, means.target / count)
  var (product, sources, targets) = (0.0, 0.0, 0.0)
  forEachEnd(in: graph) { source, target in
    let (left, right) = (atSource[source] - means.source, atTarget[target] - means.target)
    product += left * right
    sources += left * left
    targets += right * right
  }
  return sources > 0 && targets > 0 ? product / (sources * targets).squareRoot() : nil
}

/// Calls for each arc, and for an undirected edge once in each direction; a loop of an undirected graph twice too.
private func forEachEnd(in graph: CompressedGraph, _ body: (Int, Int) -> Void) {
  for vertex in 0..<graph.vertexCount {
    for arc in graph.out.range(of: vertex) {
      let target = Int(graph.out.targets[arc])
      body(vertex, target)
      if !graph.isDirected, target == vertex { body(vertex, target) }
    }
  }
}

extension Procedure {
  static let assortativity = Procedure(
    "structure.assortativity", "Whether nodes are joined with nodes of like degree, and of their own group.",
    [groupParameter] + Parameter.projection(directed: false),
    columns: [Column("degree", .float), Column("group", .float)], example: "structure.assortativity group=type"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let byGroup = groupAssortativity(in: graph, groups: try call.groups(in: graph))
    return [[degreeAssortativity(in: graph), byGroup].map { value in value.map { .float($0) } ?? .null }]
  }
}
