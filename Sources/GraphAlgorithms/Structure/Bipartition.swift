public import GraphModel

/// Whether the vertices can be put on two sides so that each edge joins the sides.
public enum Bipartition: Hashable, Sendable {
  /// They can: the side of each vertex; the smallest vertex of each component is on side `false`.
  case sides([Bool])
  /// They cannot: a cycle of odd length; each vertex is joined with the next and the last with the first.
  case oddCycle([Int])
}

/// Puts the vertices on two sides, or shows why that is impossible; directions do not matter.
///
/// - Complexity: O(n + m) time and memory.
/// - SeeAlso: D. Kőnig, "Über Graphen und ihre Anwendung auf Determinantentheorie und Mengenlehre", Mathematische
///   Annalen 77 (1916), doi:10.1007/BF01456961.
public func bipartition(of graph: CompressedGraph) -> Bipartition {
  let arcs = UndirectedArcs(of: graph)
  var sides = [Bool](repeating: false, count: graph.vertexCount)
  var parents = [Int](repeating: -1, count: graph.vertexCount)
  for start in 0..<graph.vertexCount where parents[start] < 0 {
    parents[start] = start
    var found = [start]
    var next = 0
    while next < found.count {
      let vertex = found[next]
      next += 1
      for arc in arcs.range(of: vertex) {
        let target = Int(arcs.targets[arc])
        if parents[target] < 0 {
          parents[target] = vertex
          sides[target] = !sides[vertex]
          found.append(target)
        } else if sides[target] == sides[vertex] {
          return .oddCycle(treeCycle(closedBy: vertex, target, parents))
        }
      }
    }
  }
  return .sides(sides)
}

/// The cycle that an edge between two vertices closes in a tree; roots are their own parents.
func treeCycle(closedBy left: Int, _ right: Int, _ parents: [Int]) -> [Int] {
  func wayUp(_ vertex: Int) -> [Int] {
    var way = [vertex]
    var last = vertex
    while parents[last] != last {
      last = parents[last]
      way.append(last)
    }
    return way
  }
  var (up, down) = (wayUp(left), wayUp(right))
  while up.count > 1, down.count > 1, up[up.count - 2] == down[down.count - 2] {
    up.removeLast()
    down.removeLast()
  }
  return up + down.dropLast().reversed()
}

extension Procedure {
  static let bipartition = Procedure(
    "structure.bipartition", "The two sides of a graph whose relationships all join the sides, or an odd cycle.",
    Parameter.projection(directed: false), columns: [Column("node", .node), Column("side", .integer)],
    example: "structure.bipartition"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    switch GraphAlgorithms.bipartition(of: graph) {
    case .sides(let sides): return rows(graph, numbers: sides.map { $0 ? 1 : 0 })
    case .oddCycle(let cycle): return cycle.map { [.node(graph.nodes[$0]), .null] }
    }
  }
}
