public import GraphModel

/// A colour for each vertex so that neighbours differ, and a bound from below.
public struct Colouring: Hashable, Sendable {
  /// The colour of each vertex, 0..<``count``.
  public let colours: [Int]
  /// How many colours there are.
  public let count: Int
  /// Vertices that all are neighbours of each other, ascending: so many colours are needed by any colouring.
  public let clique: [Int]
}

/// A colouring with few colours: the vertex whose neighbours have the most colours comes next (DSATUR).
///
/// Directions, weights and loops do not matter. Two-colourable graphs get two colours.
///
/// - Returns: The colouring; among equal vertices the one with more edges, then the one with the smaller number.
/// - Complexity: O((n + m) log n) time and O(n + m) memory, and O(sum of degree²) time for the clique.
/// - SeeAlso: D. Brélaz, "New methods to color the vertices of a graph", CACM 22 (1979), doi:10.1145/359094.359101.
public func colouring(of graph: CompressedGraph) -> Colouring {
  let arcs = UndirectedArcs(of: graph)
  var colours = [Int](repeating: -1, count: graph.vertexCount)
  var seen = [Set<Int>](repeating: [], count: graph.vertexCount)
  var heap = BinaryHeap<Constrained>()
  for vertex in 0..<graph.vertexCount {
    heap.insert(Constrained(colourCount: 0, degree: arcs.degree(of: vertex), vertex: vertex))
  }
  var count = 0
  while let next = heap.removeFirst() {
    let vertex = next.vertex
    guard colours[vertex] < 0, next.colourCount == seen[vertex].count else { continue }
    var colour = 0
    while seen[vertex].contains(colour) { colour += 1 }
    colours[vertex] = colour
    count = max(count, colour + 1)
    seen[vertex] = []
    for arc in arcs.range(of: vertex) {
      let other = Int(arcs.targets[arc])
      guard colours[other] < 0, seen[other].insert(colour).inserted else { continue }
      heap.insert(Constrained(colourCount: seen[other].count, degree: arcs.degree(of: other), vertex: other))
    }
  }
  return Colouring(colours: colours, count: count, clique: greedyClique(arcs, graph.vertexCount))
}

/// A vertex that waits for its colour; the most constrained stands first.
private struct Constrained: Comparable {
  let colourCount: Int
  let degree: Int
  let vertex: Int

  static func < (left: Constrained, right: Constrained) -> Bool {
    if left.colourCount != right.colourCount { return left.colourCount > right.colourCount }
    return left.degree != right.degree ? left.degree > right.degree : left.vertex < right.vertex
  }
}

/// The largest of the cliques that grow from each vertex by neighbours of high degree.
private func greedyClique(_ arcs: UndirectedArcs, _ vertexCount: Int) -> [Int] {
  var best: [Int] = []
  // How many members of the clique at hand each vertex knows, valid where `origins` names the clique's first member.
  var counts = [Int](repeating: 0, count: vertexCount)
  var origins = [Int](repeating: -1, count: vertexCount)
  func note(_ member: Int, _ start: Int) {
    var last = -1
    for arc in arcs.range(of: member) where Int(arcs.targets[arc]) != last {
      last = Int(arcs.targets[arc])
      if origins[last] != start { (origins[last], counts[last]) = (start, 0) }
      counts[last] += 1
    }
  }
  for start in 0..<vertexCount where arcs.degree(of: start) >= best.count {
    var clique = [start]
    note(start, start)
    let candidates = Set(arcs.targets[arcs.range(of: start)].map { Int($0) }).subtracting([start]).sorted {
      let (left, right) = (arcs.degree(of: $0), arcs.degree(of: $1))
      return left != right ? left > right : $0 < $1
    }
    for vertex in candidates where counts[vertex] == clique.count {
      clique.append(vertex)
      note(vertex, start)
    }
    if clique.count > best.count { best = clique.sorted() }
  }
  return best
}

extension Procedure {
  static let colouring = Procedure(
    "cover.colouring", "Groups of nodes without edges inside, as few as a greedy choice finds.",
    Parameter.projection(directed: false), columns: [Column("node", .node), Column("colour", .integer)],
    example: "cover.colouring"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let colours = GraphAlgorithms.colouring(of: graph).colours
    return zip(graph.nodes, colours).map { [.node($0), .integer(Int64($1))] }
  }
}
