public import GraphModel

/// A way that comes back to where it began.
public struct GraphCycle: Hashable, Sendable {
  /// The vertices: each is joined with the next and the last with the first. A loop has one, two parallel edges two.
  public let vertices: [Int]
  /// The edge that closed it.
  public let closingEdge: Int
}

/// A basis of the cycles of an undirected graph: each cycle is a combination of these. Directions do not matter.
///
/// The cycles are those that each edge outside a breadth-first forest closes with it.
///
/// - Returns: m - n + (number of components) cycles, in the order of the edges that close them.
/// - Complexity: O(n + m) time and that of the result.
/// - SeeAlso: K. Paton, "An algorithm for finding a fundamental set of cycles of a graph", CACM 12 (1969),
///   doi:10.1145/363219.363232.
public func cycleBasis(of graph: CompressedGraph) -> [GraphCycle] {
  let forest = SearchForest(of: graph)
  return graph.edgeList.enumerated().filter { !forest.contains[$0.offset] }.map { edge, ends in
    GraphCycle(vertices: treeCycle(closedBy: ends.source, ends.target, forest.parents), closingEdge: edge)
  }
}

/// A cycle; nil when there is none.
///
/// In a directed graph the arcs of the cycle lead from each vertex to the next.
///
/// - Complexity: O(n + m) time and memory.
public func anyCycle(in graph: CompressedGraph) -> [Int]? {
  if graph.isDirected {
    if case .cycle(let cycle) = topologicalOrder(of: graph) { return cycle }
    return nil
  }
  let forest = SearchForest(of: graph)
  guard let edge = forest.contains.firstIndex(of: false) else { return nil }
  let ends = graph.edgeList[edge]
  return treeCycle(closedBy: ends.source, ends.target, forest.parents)
}

/// A tree of each component, found breadth first.
private struct SearchForest {
  /// The vertex before each vertex; roots are their own.
  var parents: [Int]
  /// Whether the forest contains each edge.
  var contains: [Bool]

  init(of graph: CompressedGraph) {
    let arcs = UndirectedArcs(of: graph)
    parents = [Int](repeating: -1, count: graph.vertexCount)
    contains = [Bool](repeating: false, count: graph.edgeCount)
    for root in 0..<graph.vertexCount where parents[root] < 0 {
      parents[root] = root
      var found = [root]
      var next = 0
      while next < found.count {
        for arc in arcs.range(of: found[next]) where parents[Int(arcs.targets[arc])] < 0 {
          parents[Int(arcs.targets[arc])] = found[next]
          contains[Int(arcs.edges[arc])] = true
          found.append(Int(arcs.targets[arc]))
        }
        next += 1
      }
    }
  }
}

extension Procedure {
  static let cycleBasis = Procedure(
    "structure.cycleBasis", "Cycles of which each cycle is a combination.", Parameter.projection(directed: false),
    columns: [Column("length", .integer), Column("nodes", .list)], example: "structure.cycleBasis"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    return GraphAlgorithms.cycleBasis(of: graph).map { cycle in
      [.integer(Int64(cycle.vertices.count)), .list(cycle.vertices.map { .node(graph.nodes[$0]) })]
    }
  }

  static let cycle = Procedure(
    "structure.cycle", "One cycle, if there is any.", Parameter.projection(directed: true),
    columns: [Column("node", .node)], example: "structure.cycle"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: true)
    return (anyCycle(in: graph) ?? []).map { [.node(graph.nodes[$0])] }
  }
}
