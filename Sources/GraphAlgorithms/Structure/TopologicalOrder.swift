public import GraphModel

/// The vertices of a directed graph so that each arc leads forward, or a cycle, which makes that impossible.
public enum TopologicalOrder: Hashable, Sendable {
  /// All vertices; each arc leads from an earlier to a later one.
  case order([Int])
  /// A cycle: an arc leads from each vertex to the next and from the last to the first.
  case cycle([Int])
}

/// Sorts the vertices of a directed graph so that each arc leads forward; an undirected edge leads both ways.
///
/// - Returns: An order, or a cycle; the same for the same arcs.
/// - Complexity: O(n + m) time, O(n) memory.
/// - SeeAlso: A. B. Kahn, "Topological sorting of large networks", CACM 5 (1962), doi:10.1145/368996.369025.
public func topologicalOrder(of graph: CompressedGraph) -> TopologicalOrder {
  var waiting = (0..<graph.vertexCount).map { graph.into.degree(of: $0) }
  var order = waiting.indices.filter { waiting[$0] == 0 }
  var next = 0
  while next < order.count {
    for arc in graph.out.range(of: order[next]) {
      let target = Int(graph.out.targets[arc])
      waiting[target] -= 1
      if waiting[target] == 0 { order.append(target) }
    }
    next += 1
  }
  guard order.count < graph.vertexCount else { return .order(order) }
  return .cycle(cycle(amid: waiting, graph.into))
}

/// Walks backwards among the vertices that wait until it comes back: each of them waits for another one.
private func cycle(amid waiting: [Int], _ into: CompressedGraph.Arcs) -> [Int] {
  var places = [Int](repeating: -1, count: waiting.count)
  var way: [Int] = []
  var vertex = waiting.firstIndex { $0 > 0 }
  while let current = vertex {
    if places[current] >= 0 { return way[places[current]...].reversed() }
    places[current] = way.count
    way.append(current)
    vertex = into.range(of: current).lazy.map { Int(into.targets[$0]) }.first { waiting[$0] > 0 }
  }
  return []
}

extension Procedure {
  static let topologicalOrder = Procedure(
    "structure.topologicalOrder", "The nodes so that each relationship leads forward, or a cycle that prevents it.",
    Parameter.projection(directed: true), columns: [Column("node", .node), Column("cyclic", .boolean)],
    example: "structure.topologicalOrder"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: true)
    switch GraphAlgorithms.topologicalOrder(of: graph) {
    case .order(let order): return order.map { [.node(graph.nodes[$0]), .boolean(false)] }
    case .cycle(let cycle): return cycle.map { [.node(graph.nodes[$0]), .boolean(true)] }
    }
  }
}
