public import GraphModel

/// The strongly connected components: two vertices are in one component when each reaches the other.
///
/// In an undirected graph they are the connected components.
///
/// - Returns: The components, numbered in the order of their smallest vertices.
/// - Complexity: O(n + m) time, O(n) memory; without recursion.
/// - SeeAlso: R. E. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1 (1972),
///   doi:10.1137/0201010.
public func strongComponents(in graph: CompressedGraph) -> VertexComponents {
  var search = StrongSearch(graph.out, vertexCount: graph.vertexCount)
  for vertex in 0..<graph.vertexCount where search.order[vertex] == 0 { search.visit(vertex) }
  return VertexComponents(labels: search.labels)
}

/// Tarjan's search with its own stack.
private struct StrongSearch {
  let arcs: CompressedGraph.Arcs
  /// When each vertex was found, from 1; 0 before.
  var order: [UInt32]
  /// The component of each vertex, named by its first vertex; `max` while it is open.
  var labels: [UInt32]
  private var low: [UInt32]
  private var cursors: [UInt32]
  private var open: [UInt32] = []
  private var path: [UInt32] = []
  private var found: UInt32 = 0

  init(_ arcs: CompressedGraph.Arcs, vertexCount: Int) {
    self.arcs = arcs
    order = [UInt32](repeating: 0, count: vertexCount)
    labels = [UInt32](repeating: .max, count: vertexCount)
    low = order
    cursors = Array(arcs.offsets.dropLast())
  }

  mutating func visit(_ start: Int) {
    enter(UInt32(start))
    while let vertex = path.last.map(Int.init) {
      guard cursors[vertex] < arcs.offsets[vertex + 1] else {
        leave(vertex)
        continue
      }
      let target = Int(arcs.targets[Int(cursors[vertex])])
      cursors[vertex] += 1
      if order[target] == 0 {
        enter(UInt32(target))
      } else if labels[target] == .max {
        low[vertex] = min(low[vertex], order[target])
      }
    }
  }

  private mutating func enter(_ vertex: UInt32) {
    found += 1
    order[Int(vertex)] = found
    low[Int(vertex)] = found
    open.append(vertex)
    path.append(vertex)
  }

  private mutating func leave(_ vertex: Int) {
    path.removeLast()
    if let parent = path.last.map(Int.init) { low[parent] = min(low[parent], low[vertex]) }
    guard low[vertex] == order[vertex] else { return }
    while let member = open.popLast() {
      labels[Int(member)] = UInt32(vertex)
      if member == UInt32(vertex) { return }
    }
  }
}

extension Procedure {
  static let strongComponents = Procedure(
    "structure.strongComponents", "Parts in which each node reaches each other along the relationships.",
    Parameter.projection(directed: true), columns: [Column("node", .node), Column("component", .integer)],
    example: "structure.strongComponents"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: true)
    return rows(graph, numbers: GraphAlgorithms.strongComponents(in: graph).numbers)
  }
}
