/// What the search for a heaviest matching counts in: halves of even integers stay integers.
protocol BlossomWeight: SignedNumeric, Comparable, Hashable, Sendable {
  /// The half; of an integer only even ones are asked for.
  var half: Self { get }
  /// Above this share of the largest weight a slack is not a rounding error.
  static func negligible(of largest: Self) -> Self
}

extension Int: BlossomWeight {
  var half: Int { self / 2 }
  static func negligible(of largest: Int) -> Int { 0 }
}

extension Double: BlossomWeight {
  var half: Double { self / 2 }
  static func negligible(of largest: Double) -> Double { abs(largest) * 1e-9 }
}

/// The state of the primal-dual search: alternating trees of blossoms, grown from all vertices without a partner.
///
/// The bookkeeping follows J. van Rantwijk's well-known formulation of Galil's algorithm. *Blossoms* 0..<n are the
/// vertices, the others are odd circles of blossoms. *End* 2k is the lower vertex of edge k, 2k + 1 the higher one. All
/// weights count twice and prices twice the dual variables, so that integers stay integers.
///
/// Two things differ. The search starts from prices as low as they may be, with the pairs that this gives: so vertices
/// without a partner differ in price, and one that has fallen to 0 rests (it may still be taken as a partner). And when
/// the price of an outer vertex falls to 0, the path to it is flipped: its root finds a partner, it rests instead.
/// Where
/// the number of pairs comes first, a second pass goes on from there, with prices below 0: all that rest have the same
/// price, the smallest, as it must be.
struct BlossomSearch<Weight: BlossomWeight> {
  /// A pair that may be matched.
  struct Edge {
    let low: Int32
    let high: Int32
    /// The position in the caller's list.
    let number: Int32
    let weight: Weight
  }

  /// An edge as seen from one of its ends.
  struct Arc {
    let target: Int32
    /// The end at the target.
    let end: Int32
    /// Twice the dual weight of the edge: four times the caller's weight.
    let cost: Weight
  }

  /// How a blossom takes part in the trees: not at all, at even or at odd distance from a root.
  enum Mark: UInt8 {
    case free
    case outer
    case inner
    /// On a path that a search for a common ancestor follows.
    case visited
  }

  let vertexCount: Int
  let isMaximumCardinality: Bool
  /// Whether prices stop at 0.
  var stopsAtZero = true
  let edges: [Edge]
  var offsets: [Int]
  var arcs: [Arc]
  let negligible: Weight

  /// The end at the partner of each vertex; -1 without one.
  var mates: [Int]
  /// The prices of vertices, then the surcharges of blossoms.
  var duals: [Weight]
  /// The outermost blossom of each vertex.
  var outermost: [Int]
  var parents: [Int]
  var bases: [Int]
  var children: [[Int]]
  /// The ends that join each child to the next one of the circle.
  var links: [[Int]]
  var marks: [Mark]
  /// The end at the near side of the edge through which a blossom got its mark; -1 for roots.
  var entries: [Int]
  /// The edge of least slack to an outer blossom; -1 without one.
  var nearest: [Int]
  /// For an outer blossom of several vertices, its edges of least slack to each other outer blossom.
  var nearestOf: [[Int]?]
  var unused: [Int]
  /// The stage in which an edge was found to be tight.
  var tightSince: [UInt32]
  var stage: UInt32 = 0
  var queue: [Int] = []

  init(_ edges: [Edge], _ vertexCount: Int, isMaximumCardinality: Bool) {
    self.vertexCount = vertexCount
    self.edges = edges
    self.isMaximumCardinality = isMaximumCardinality
    offsets = [Int](repeating: 0, count: vertexCount + 1)
    for edge in edges {
      offsets[Int(edge.low) + 1] += 1
      offsets[Int(edge.high) + 1] += 1
    }
    for vertex in 0..<vertexCount { offsets[vertex + 1] += offsets[vertex] }
    arcs = [Arc](repeating: Arc(target: 0, end: 0, cost: 0), count: 2 * edges.count)
    var next = offsets
    for (number, edge) in edges.enumerated() {
      let (low, high, cost) = (Int(edge.low), Int(edge.high), 4 * edge.weight)
      arcs[next[low]] = Arc(target: edge.high, end: Int32(2 * number + 1), cost: cost)
      arcs[next[high]] = Arc(target: edge.low, end: Int32(2 * number), cost: cost)
      next[low] += 1
      next[high] += 1
    }
    negligible = Weight.negligible(of: edges.map(\.weight).max() ?? 0)
    mates = [Int](repeating: -1, count: vertexCount)
    duals = [Weight](repeating: 0, count: 2 * vertexCount)
    outermost = Array(0..<vertexCount)
    parents = [Int](repeating: -1, count: 2 * vertexCount)
    bases = Array(0..<vertexCount) + [Int](repeating: -1, count: vertexCount)
    children = [[Int]](repeating: [], count: 2 * vertexCount)
    links = children
    marks = [Mark](repeating: .free, count: 2 * vertexCount)
    entries = parents
    nearest = parents
    nearestOf = [[Int]?](repeating: nil, count: 2 * vertexCount)
    unused = Array((vertexCount..<max(vertexCount, 2 * vertexCount)).reversed())
    tightSince = [UInt32](repeating: 0, count: edges.count)
  }

  /// Searches until no other matching is heavier.
  mutating func run(_ execution: Execution) throws(Cancelled) {
    startGreedily()
    try runStages(execution)
    if isMaximumCardinality {
      stopsAtZero = false
      try runStages(execution)
    }
    execution.progress?(1)
  }

  /// Each stage matches a root or puts one to rest; the last finds nothing to do.
  private mutating func runStages(_ execution: Execution) throws(Cancelled) {
    for _ in 0...vertexCount {
      try execution.checkpoint()
      beginStage()
      guard grow() else { break }
      for blossom in vertexCount..<2 * vertexCount
      where parents[blossom] < 0 && bases[blossom] >= 0 && marks[blossom] == .outer && duals[blossom] == 0 {
        expand(blossom, atEndOfStage: true)
      }
    }
  }

  /// The partner of a vertex and the position of their pair in the caller's list.
  func partner(of vertex: Int) -> (vertex: Int, pair: Int)? {
    let end = mates[vertex]
    return end < 0 ? nil : (self.vertex(at: end), Int(edges[end / 2].number))
  }

  /// The vertex at an end.
  @inline(__always) func vertex(at end: Int) -> Int {
    let edge = edges[end >> 1]
    return Int(end & 1 == 0 ? edge.low : edge.high)
  }

  /// How much the prices of an edge's vertices are above its weight; for edges that lie in no blossom.
  @inline(__always) func slack(of number: Int) -> Weight {
    let edge = edges[number]
    return duals[Int(edge.low)] + duals[Int(edge.high)] - 4 * edge.weight
  }

  /// Lowers each price as far as the others allow, and takes pairs that become tight.
  private mutating func startGreedily() {
    for vertex in 0..<vertexCount {
      var heaviest: Weight = 0
      for arc in arcs[offsets[vertex]..<offsets[vertex + 1]] { heaviest = max(heaviest, arc.cost.half) }
      duals[vertex] = heaviest
    }
    for vertex in 0..<vertexCount where mates[vertex] < 0 {
      var least = duals[vertex]
      var chosen = -1
      for position in offsets[vertex]..<offsets[vertex + 1] {
        let arc = arcs[position]
        let slack = duals[vertex] + duals[Int(arc.target)] - arc.cost
        if slack < least || (slack == least && chosen >= 0 && mates[Int(arcs[chosen].target)] >= 0) {
          (least, chosen) = (slack, position)
        }
      }
      duals[vertex] -= least
      if chosen >= 0, mates[Int(arcs[chosen].target)] < 0 {
        mates[vertex] = Int(arcs[chosen].end)
        mates[Int(arcs[chosen].target)] = Int(arcs[chosen].end) ^ 1
      }
    }
  }

  /// Takes down all trees and makes a root of every vertex without a partner, unless it rests.
  private mutating func beginStage() {
    stage += 1
    queue.removeAll(keepingCapacity: true)
    for blossom in 0..<2 * vertexCount {
      marks[blossom] = .free
      entries[blossom] = -1
      nearest[blossom] = -1
      nearestOf[blossom] = nil
    }
    for vertex in 0..<vertexCount where mates[vertex] < 0 && (!stopsAtZero || duals[vertex] > 0) {
      assign(.outer, to: vertex, through: -1)
    }
  }

  /// The proof, read off the prices at the end.
  var certificate: MatchingCertificate<Weight> {
    var oddSets: [MatchingCertificate<Weight>.OddSet] = []
    for blossom in vertexCount..<2 * vertexCount where bases[blossom] >= 0 && duals[blossom] > 0 {
      var vertices: [Int] = []
      forEachVertex(of: blossom) { vertices.append($0) }
      oddSets.append(MatchingCertificate.OddSet(vertices: vertices.sorted(), surcharge: 2 * duals[blossom]))
    }
    oddSets.sort { left, right in
      if left.vertices[0] != right.vertices[0] { return left.vertices[0] < right.vertices[0] }
      return left.vertices.count > right.vertices.count
    }
    let barrier = (0..<vertexCount).filter { marks[outermost[$0]] == .inner }
    return MatchingCertificate(
      prices: Array(duals[..<vertexCount]), oddSets: oddSets, barrier: isMaximumCardinality ? barrier : nil)
  }
}
