public import GraphModel

/// Where a graph falls apart when one vertex or one edge goes.
public struct Biconnectivity: Hashable, Sendable {
  /// The vertices of each biconnected component, ascending; the components in the order of these lists. Vertices
  /// without neighbours are in none.
  public let components: [[Int]]
  /// The component of each edge; nil for loops.
  public let edgeComponents: [Int?]
  /// The vertices without which their component falls apart, ascending.
  public let articulationPoints: [Int]
  /// The edges without which their component falls apart, ascending; one of several parallel edges is none.
  public let bridges: [Int]
}

/// Finds biconnected components, articulation points and bridges; directions do not matter.
///
/// - Returns: All of them; they do not depend on the order of edges.
/// - Complexity: O(n log n + m) time, O(n + m) memory; without recursion.
/// - SeeAlso: J. Hopcroft and R. Tarjan, "Efficient algorithms for graph manipulation", CACM 16 (1973),
///   doi:10.1145/362248.362272.
public func biconnectivity(in graph: CompressedGraph) -> Biconnectivity {
  var search = BiconnectedSearch(UndirectedArcs(of: graph), vertexCount: graph.vertexCount)
  for vertex in 0..<graph.vertexCount where search.order[vertex] == 0 { search.visit(vertex) }
  return search.result(edgeCount: graph.edgeCount)
}

/// Hopcroft's and Tarjan's search with its own stack.
private struct BiconnectedSearch {
  let arcs: UndirectedArcs
  /// When each vertex was found, from 1; 0 before.
  var order: [UInt32]
  private var low: [UInt32]
  private var cursors: [UInt32]
  private var edgeToParent: [UInt32]
  private var open: [UInt32] = []
  private var path: [UInt32] = []
  private var found: UInt32 = 0
  /// The component in which each vertex hangs on its parent.
  private var component: [Int]
  private var members: [[Int]] = []
  private var bridges: [Int] = []

  init(_ arcs: UndirectedArcs, vertexCount: Int) {
    self.arcs = arcs
    order = [UInt32](repeating: 0, count: vertexCount)
    low = order
    edgeToParent = [UInt32](repeating: .max, count: vertexCount)
    cursors = Array(arcs.offsets.dropLast())
    component = [Int](repeating: -1, count: vertexCount)
  }

  mutating func visit(_ start: Int) {
    enter(start, over: .max)
    while let vertex = path.last.map(Int.init) {
      let arc = Int(cursors[vertex])
      guard arc < Int(arcs.offsets[vertex + 1]) else {
        leave(vertex)
        continue
      }
      cursors[vertex] += 1
      let target = Int(arcs.targets[arc])
      if order[target] == 0 {
        enter(target, over: arcs.edges[arc])
      } else if arcs.edges[arc] != edgeToParent[vertex] {
        low[vertex] = min(low[vertex], order[target])
      }
    }
    open.removeAll(keepingCapacity: true)
  }

  private mutating func enter(_ vertex: Int, over edge: UInt32) {
    found += 1
    order[vertex] = found
    low[vertex] = found
    edgeToParent[vertex] = edge
    open.append(UInt32(vertex))
    path.append(UInt32(vertex))
  }

  private mutating func leave(_ vertex: Int) {
    path.removeLast()
    guard let parent = path.last.map(Int.init) else { return }
    low[parent] = min(low[parent], low[vertex])
    if low[vertex] > order[parent] { bridges.append(Int(edgeToParent[vertex])) }
    guard low[vertex] >= order[parent] else { return }
    var list = [parent]
    while let member = open.popLast().map(Int.init) {
      component[member] = members.count
      list.append(member)
      if member == vertex { break }
    }
    members.append(list.sorted())
  }

  /// An edge lies in the component in which its end that was found later hangs on its parent.
  func result(edgeCount: Int) -> Biconnectivity {
    let sorted = members.indices.sorted { members[$0].lexicographicallyPrecedes(members[$1]) }
    var numbers = [Int](repeating: 0, count: members.count)
    for (number, old) in sorted.enumerated() { numbers[old] = number }
    var edges = [Int?](repeating: nil, count: edgeCount)
    for vertex in order.indices {
      for arc in arcs.range(of: vertex) where order[Int(arcs.targets[arc])] < order[vertex] {
        edges[Int(arcs.edges[arc])] = numbers[component[vertex]]
      }
    }
    var memberships = [UInt32](repeating: 0, count: order.count)
    for list in members { for vertex in list { memberships[vertex] += 1 } }
    return Biconnectivity(
      components: sorted.map { members[$0] }, edgeComponents: edges,
      articulationPoints: memberships.indices.filter { memberships[$0] > 1 }, bridges: bridges.sorted())
  }
}

extension Procedure {
  static let articulationPoints = Procedure(
    "structure.articulationPoints", "Nodes without which a part of the graph falls apart.",
    Parameter.projection(directed: false), columns: [Column("node", .node)], example: "structure.articulationPoints"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    return biconnectivity(in: graph).articulationPoints.map { [.node(graph.nodes[$0])] }
  }

  static let bridges = Procedure(
    "structure.bridges", "Relationships without which a part of the graph falls apart.",
    Parameter.projection(directed: false), columns: [Column("node", .node), Column("other", .node)],
    example: "structure.bridges"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let bridges = Set(biconnectivity(in: graph).bridges)
    return graph.edgeList.enumerated().filter { bridges.contains($0.offset) }.map { _, ends in
      [.node(graph.nodes[ends.source]), .node(graph.nodes[ends.target])]
    }
  }

  static let biconnectedComponents = Procedure(
    "structure.biconnectedComponents", "Parts that stay together when any one node goes.",
    Parameter.projection(directed: false), columns: [Column("component", .integer), Column("nodes", .list)],
    example: "structure.biconnectedComponents"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    return biconnectivity(in: graph).components.enumerated().map { number, members in
      [.integer(Int64(number)), .list(members.map { .node(graph.nodes[$0]) })]
    }
  }
}

extension CompressedGraph {
  /// The ends of each edge; of an undirected edge the smaller end first.
  ///
  /// - Complexity: O(n + m).
  var edgeList: [(source: Int, target: Int)] {
    var ends = [(source: Int, target: Int)](repeating: (0, 0), count: edgeCount)
    for vertex in 0..<vertexCount {
      for arc in out.range(of: vertex) where isDirected || UInt32(vertex) <= out.targets[arc] {
        ends[Int(out.edges[arc])] = (vertex, Int(out.targets[arc]))
      }
    }
    return ends
  }
}
