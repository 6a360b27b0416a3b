public import GraphModel

/// A tree that joins given vertices, perhaps over others, and how good it is.
public struct SteinerTree: Hashable, Sendable {
  /// The numbers of the edges, ascending.
  public let edges: [Int]
  /// The vertices of the tree, ascending.
  public let vertices: [Int]
  /// The sum of the weights of the edges.
  public let weight: Double
  /// No tree that joins the vertices weighs less than this; the tree weighs less than twice as much.
  public let lowerBound: Double
}

/// A light tree that joins the given vertices: the 2-approximation of Kou, Markowsky and Berman in Mehlhorn's form.
///
/// Each vertex belongs to the nearest of the given ones; the cheapest connections between their regions form a spanning
/// tree of the given vertices. Of the vertices on its paths a lightest tree is made, and branches to nowhere are cut.
/// With k given vertices
/// the tree weighs at most 2 (1 - 1/k) times as much as the lightest. Directions do not matter.
///
/// - Parameters:
///   - terminals: The vertices to join; repeated ones count once.
///   - graph: The graph; weights must not be below 0, without weights every edge counts 1.
/// - Returns: The tree; nil when the vertices are not connected with each other.
/// - Complexity: O((n + m) log n) time, O(n + m) memory.
/// - SeeAlso: L. Kou, G. Markowsky and L. Berman, "A fast algorithm for Steiner trees", Acta Informatica 15 (1981),
///   doi:10.1007/BF00288961; K. Mehlhorn, "A faster approximation algorithm for the Steiner problem in graphs",
///   Information Processing Letters 27 (1988), doi:10.1016/0020-0190(88)90066-X.
public func steinerTree(
  joining terminals: [Int], in graph: CompressedGraph, execution: Execution = Execution()
) throws(Cancelled) -> SteinerTree? {
  let terminals = Set(terminals).sorted()
  let pairs = weightedPairs(of: graph)
  precondition(pairs.allSatisfy { $0.weight >= 0 }, "weights must not be below 0")
  try execution.checkpoint(0)
  let regions = Regions(around: terminals, in: graph, pairs)
  try execution.checkpoint(0.5)
  let lengths = pairs.map { regions.distances[$0.first] + $0.weight + regions.distances[$0.second] }
  let bridges = pairs.indices.filter { regions.areDifferent(pairs[$0].first, pairs[$0].second) }
    .sorted { lengths[$0] != lengths[$1] ? lengths[$0] < lengths[$1] : $0 < $1 }
  let joined = spanningForest(
    taking: bridges,
    of: pairs.map { WeightedPair(Int(regions.centres[$0.first]), Int(regions.centres[$0.second]), $0.weight) },
    vertexCount: graph.vertexCount)
  guard joined.edges.count + 1 >= terminals.count else { return nil }
  var isInside = [Bool](repeating: false, count: graph.vertexCount)
  for edge in regions.edges(below: joined.edges, pairs) {
    for vertex in [pairs[edge].first, pairs[edge].second] { isInside[vertex] = true }
  }
  let order = pairs.indices.filter { isInside[pairs[$0].first] && isInside[pairs[$0].second] }
    .sorted { pairs[$0].weight != pairs[$1].weight ? pairs[$0].weight < pairs[$1].weight : $0 < $1 }
  let tree = spanningForest(taking: order, of: pairs, vertexCount: graph.vertexCount)
  let edges = pruned(tree.edges, pairs, keeping: terminals, vertexCount: graph.vertexCount)
  let closure = joined.edges.reduce(0.0) { $0 + lengths[$1] }
  let count = Double(max(2, terminals.count))
  return SteinerTree(
    edges: edges, vertices: Set(terminals + edges.flatMap { [pairs[$0].first, pairs[$0].second] }).sorted(),
    weight: edges.reduce(0.0) { $0 + pairs[$1].weight }, lowerBound: closure / (2 * (1 - 1 / count)))
}

/// Which of some vertices is nearest to each vertex.
private struct Regions {
  /// The nearest of the vertices; -1 when none is connected.
  var centres: [Int32]
  var distances: [Double]
  /// The edge towards the centre; -1 at the centre itself.
  var edges: [Int32]

  init(around starts: [Int], in graph: CompressedGraph, _ pairs: [WeightedPair<Double>]) {
    let arcs = UndirectedArcs(of: graph)
    centres = [Int32](repeating: -1, count: graph.vertexCount)
    distances = [Double](repeating: .infinity, count: graph.vertexCount)
    edges = centres
    var heap = BinaryHeap<NearVertex>()
    for start in starts {
      centres[start] = Int32(start)
      distances[start] = 0
      heap.insert(NearVertex(distance: 0, vertex: start))
    }
    while let near = heap.removeFirst() {
      if near.distance > distances[near.vertex] { continue }
      for arc in arcs.range(of: near.vertex) {
        let other = Int(arcs.targets[arc])
        let distance = near.distance + pairs[Int(arcs.edges[arc])].weight
        guard distance < distances[other] else { continue }
        distances[other] = distance
        centres[other] = centres[near.vertex]
        edges[other] = Int32(arcs.edges[arc])
        heap.insert(NearVertex(distance: distance, vertex: other))
      }
    }
  }

  func areDifferent(_ first: Int, _ second: Int) -> Bool {
    centres[first] >= 0 && centres[second] >= 0 && centres[first] != centres[second]
  }

  /// The edges between regions together with those that lead from their ends to the centres; each once.
  func edges(below bridges: [Int], _ pairs: [WeightedPair<Double>]) -> [Int] {
    var isTaken = [Bool](repeating: false, count: centres.count)
    var taken = bridges
    for bridge in bridges {
      for end in [pairs[bridge].first, pairs[bridge].second] {
        var vertex = end
        while edges[vertex] >= 0, !isTaken[vertex] {
          isTaken[vertex] = true
          let pair = pairs[Int(edges[vertex])]
          taken.append(Int(edges[vertex]))
          vertex = pair.first == vertex ? pair.second : pair.first
        }
      }
    }
    return taken
  }
}

/// The edges of a tree without branches that lead to none of the kept vertices, ascending.
private func pruned(
  _ edges: [Int], _ pairs: [WeightedPair<Double>], keeping kept: [Int], vertexCount: Int
) -> [Int] {
  // The sum of the numbers of a vertex's edges is, once one is left, the number of that edge.
  var degrees = [Int](repeating: 0, count: vertexCount)
  var sums = degrees
  func change(_ edge: Int, by step: Int) {
    for vertex in [pairs[edge].first, pairs[edge].second] {
      degrees[vertex] += step
      sums[vertex] += step * edge
    }
  }
  for edge in edges { change(edge, by: 1) }
  for vertex in kept { degrees[vertex] += vertexCount }
  var removed: Set<Int> = []
  for start in degrees.indices {
    var vertex = start
    while degrees[vertex] == 1 {
      let edge = sums[vertex]
      removed.insert(edge)
      change(edge, by: -1)
      vertex = pairs[edge].first == vertex ? pairs[edge].second : pairs[edge].first
    }
  }
  return edges.filter { !removed.contains($0) }.sorted()
}

extension Procedure {
  static let steinerTree = Procedure(
    "flow.steinerTree", "A light tree that joins given nodes, at most twice as heavy as the lightest.",
    [Parameter("nodes", .list, .list([]), "Ids of the nodes to join.")] + Parameter.projection(directed: false),
    columns: [Column("first", .node), Column("second", .node), Column("weight", .float)],
    example: "flow.steinerTree"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let terminals = Set(try call.listedVertices("nodes", in: graph)).sorted()
    let pairs = weightedPairs(of: graph)
    guard pairs.allSatisfy({ $0.weight >= 0 }) else { throw ProcedureError("weights must not be below 0") }
    let tree = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.steinerTree(joining: terminals, in: graph, execution: call.execution)
    }
    guard let tree else { throw ProcedureError("the nodes are not connected with each other") }
    return tree.edges.map { edge in
      [
        .node(graph.nodes[pairs[edge].first]), .node(graph.nodes[pairs[edge].second]),
        .float(pairs[edge].weight),
      ]
    }
  }
}
