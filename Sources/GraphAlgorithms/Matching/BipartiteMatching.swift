public import GraphModel

/// As many pairs as possible across two sides of a graph, and the proof that there are no more.
public struct BipartiteMatching: Hashable, Sendable {
  /// The partner of each vertex; nil where it has none.
  public let partners: [Int?]
  /// The number of pairs.
  public let count: Int
  /// As many vertices as there are pairs, ascending, that touch every edge across: so there cannot be more pairs
  /// (Kőnig).
  public let cover: [Int]
}

/// As many pairs as possible of vertices on either side: the algorithm of Hopcroft and Karp.
///
/// Only edges with one end on the left count, whatever their direction.
///
/// ```swift
/// let matching = maximumBipartiteMatching(in: graph, left: [0, 1, 2])
/// matching.count == matching.cover.count   // true
/// ```
///
/// - Parameters:
///   - left: The vertices of one side; all others are on the other side.
/// - Returns: One of the largest matchings; the same for the same graph.
/// - Complexity: O(m √n) time, O(n + m) memory.
/// - SeeAlso: J. E. Hopcroft and R. M. Karp, "An n^5/2 algorithm for maximum matchings in bipartite graphs", SIAM J.
///   Comput. 2 (1973), doi:10.1137/0202019.
public func maximumBipartiteMatching(in graph: CompressedGraph, left: [Int]) -> BipartiteMatching {
  var search = LayeredSearch(UndirectedArcs(of: graph), left, vertexCount: graph.vertexCount)
  search.startGreedily()
  while search.layer() { search.augment() }
  return BipartiteMatching(
    partners: search.partners.map { $0 < 0 ? nil : Int($0) }, count: search.partners.count { $0 >= 0 } / 2,
    cover: search.cover)
}

private struct LayeredSearch {
  private let arcs: UndirectedArcs
  private let left: [Int]
  private var isLeft: [Bool]
  var partners: [Int32]
  /// The distance of left vertices from one without a partner; -1 when not reached.
  private var levels: [Int32]
  /// The level from which edges lead to free vertices.
  private var lastLevel = Int32.max
  private var next: [Int]

  init(_ arcs: UndirectedArcs, _ left: [Int], vertexCount: Int) {
    self.arcs = arcs
    isLeft = [Bool](repeating: false, count: vertexCount)
    for vertex in left { isLeft[vertex] = true }
    let flags = isLeft
    self.left = flags.indices.filter { flags[$0] }
    partners = [Int32](repeating: -1, count: vertexCount)
    levels = partners
    next = [Int](repeating: 0, count: vertexCount)
  }

  mutating func startGreedily() {
    for vertex in left {
      for arc in arcs.range(of: vertex) where !isLeft[Int(arcs.targets[arc])] && partners[Int(arcs.targets[arc])] < 0 {
        join(vertex, Int(arcs.targets[arc]))
        break
      }
    }
  }

  private mutating func join(_ vertex: Int, _ other: Int) {
    partners[vertex] = Int32(other)
    partners[other] = Int32(vertex)
  }

  /// Numbers left vertices by their distance along alternating paths; returns whether one leads to a free vertex.
  mutating func layer() -> Bool {
    var queue: [Int] = []
    for vertex in levels.indices { levels[vertex] = -1 }
    for vertex in left where partners[vertex] < 0 {
      levels[vertex] = 0
      queue.append(vertex)
    }
    var position = 0
    lastLevel = .max
    while position < queue.count {
      let vertex = queue[position]
      position += 1
      for arc in arcs.range(of: vertex) where !isLeft[Int(arcs.targets[arc])] {
        let partner = Int(partners[Int(arcs.targets[arc])])
        if partner < 0 {
          lastLevel = levels[vertex]
        } else if levels[partner] < 0, levels[vertex] < lastLevel {
          levels[partner] = levels[vertex] + 1
          queue.append(partner)
        }
      }
    }
    return lastLevel < .max
  }

  /// Uses as many shortest paths as there are beside each other, each found in depth without recursion.
  mutating func augment() {
    for vertex in left { next[vertex] = Int(arcs.offsets[vertex]) }
    for start in left where partners[start] < 0 {
      var path = [start]
      while let vertex = path.last {
        guard let target = step(from: vertex) else {
          levels[vertex] = -1
          path.removeLast()
          continue
        }
        let partner = Int(partners[target])
        if partner >= 0 {
          path.append(partner)
          continue
        }
        for vertex in path { join(vertex, Int(arcs.targets[next[vertex] - 1])) }
        break
      }
    }
  }

  /// The next vertex of the other side that is free or whose partner is one layer on.
  private mutating func step(from vertex: Int) -> Int? {
    while next[vertex] < Int(arcs.offsets[vertex + 1]) {
      let target = Int(arcs.targets[next[vertex]])
      next[vertex] += 1
      if isLeft[target] { continue }
      let partner = Int(partners[target])
      if partner < 0 || (levels[partner] == levels[vertex] + 1 && levels[vertex] < lastLevel) { return target }
    }
    return nil
  }

  /// Left vertices that no alternating path reaches, and the others of the other side.
  var cover: [Int] {
    var isReached = [Bool](repeating: false, count: partners.count)
    for vertex in left where levels[vertex] >= 0 {
      for arc in arcs.range(of: vertex) { isReached[Int(arcs.targets[arc])] = true }
    }
    return partners.indices.filter { isLeft[$0] ? levels[$0] < 0 && partners[$0] >= 0 : isReached[$0] }
  }
}

extension Procedure {
  static let maximumBipartiteMatching = Procedure(
    "matching.bipartite", "As many pairs as possible of connected nodes, one with a label, one without it.",
    [Parameter("left", .string, .string("Actor"), "The label of one side.")] + Parameter.projection(directed: false),
    columns: [Column("left", .node), Column("right", .node)], example: "matching.bipartite left=Actor"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let label = Label(try call.string("left"))
    let left = graph.nodes.indices.filter { call.graph.has(label, graph.nodes[$0]) }
    let matching = GraphAlgorithms.maximumBipartiteMatching(in: graph, left: left)
    return left.compactMap { vertex in
      matching.partners[vertex].map { [.node(graph.nodes[vertex]), .node(graph.nodes[$0])] }
    }
  }
}
