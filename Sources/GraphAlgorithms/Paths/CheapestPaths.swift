public import GraphModel

/// A path through a compressed graph that visits no vertex twice.
public struct VertexPath: Hashable, Sendable {
  /// The vertices in order; at least one.
  public let vertices: [Int]
  /// The sum of the costs of its arcs, of parallel ones the cheapest.
  public let cost: Double
}

/// The cheapest paths between two vertices, each visiting no vertex twice and no two through the same vertices, for many
/// pairs of vertices.
///
/// Weights are costs; without weights each arc costs 1. Arcs that cost less than 0 or no number lead nowhere. Of several
/// paths with the cost of the last one, which of them are found is fixed but not defined; for the first in an order of
/// paths use ``shortestPaths(from:to:count:in:options:)``.
///
/// ```swift
/// let ways = try cheapestPaths(between: [(3, 9)], count: 10, in: graph)[0]
/// ```
///
/// - Parameter pairs: Where paths begin and where they end; from a vertex to itself there is only the empty path.
/// - Returns: For each pair at most `count` paths by cost, then by number of hops, then by vertices; the same at any
///   number of threads.
/// - Complexity: O(count × hops × (n + m) log n) time a pair at worst; usually one search over the part of the graph
///   that is as near to the end as the start, and short walks. O(n + m) memory a thread.
/// - SeeAlso: J. Y. Yen, "Finding the k shortest loopless paths in a network", Management Science 17 (1971),
///   doi:10.1287/mnsc.17.11.712; P. E. Hart, N. J. Nilsson, B. Raphael, "A formal basis for the heuristic determination
///   of minimum cost paths", IEEE Transactions SSC 4 (1968), doi:10.1109/TSSC.1968.300136.
public func cheapestPaths(
  between pairs: [(Int, Int)], count: Int, in graph: CompressedGraph, execution: Execution = Execution()
) throws(Cancelled) -> [[VertexPath]] {
  graph.hasSmallWholeWeights
    ? try paths(pairs, count, CostedArcs<BucketQueue>(graph.out), reversed(graph), execution)
    : try paths(pairs, count, CostedArcs<VertexHeap>(graph.out), reversed(graph), execution)
}

private func reversed<Queue: CostQueue>(_ graph: CompressedGraph) -> CostedArcs<Queue>? {
  graph.isDirected ? CostedArcs(graph.into) : nil
}

private func paths<Queue: CostQueue>(
  _ pairs: [(Int, Int)], _ count: Int, _ out: CostedArcs<Queue>, _ into: CostedArcs<Queue>?, _ execution: Execution
) throws(Cancelled) -> [[VertexPath]] {
  guard count > 0 else { return pairs.map { _ in [] } }
  return try execution.map(pairs.count, chunk: 1, with: PathBranching(out, into ?? out)) { branching, chunk in
    let (start, end) = pairs[chunk.lowerBound]
    return branching.paths(from: start, to: end, count: count)
  }
}

/// Divides the paths between two vertices into branches, each with its cheapest path.
private struct PathBranching<Queue: CostQueue> {
  private var rests: DistanceSearch<Queue>
  private var walks: GuidedSearch<Queue>

  init(_ out: CostedArcs<Queue>, _ into: CostedArcs<Queue>) {
    rests = DistanceSearch(over: into)
    walks = GuidedSearch(over: out)
  }

  mutating func paths(from start: Int, to end: Int, count: Int) -> [VertexPath] {
    if start == end { return [VertexPath(vertices: [start], cost: 0)] }
    let least = rests.run(from: end, until: start)
    guard least != Queue.unreachable else { return [] }
    walks.aim(at: end, rests: rests.costs, farthest: least)
    var branches = BinaryHeap<PathBranch<Queue.Cost>>()
    // The costs of the best paths known, found or waiting: what is not below the last of them need not be looked for.
    var best: [Queue.Cost] = []
    func limit() -> Queue.Cost { best.count < count ? Queue.unreachable : best[count - 1] }
    func note(_ branch: PathBranch<Queue.Cost>) {
      best.insert(branch.cost, at: best.firstIndex { $0 > branch.cost } ?? best.count)
      branches.insert(branch)
    }
    if let first = walks.best(along: [UInt32(start)], costs: [0], closed: [], below: limit()) { note(first) }
    var found: [VertexPath] = []
    while found.count < count, let branch = branches.removeFirst() {
      found.append(VertexPath(vertices: branch.vertices.map { Int($0) }, cost: Queue.number(branch.cost)))
      for length in branch.rootLength..<branch.vertices.count {
        let closed = length == branch.rootLength ? branch.closed : []
        let next = walks.best(
          along: Array(branch.vertices[..<length]), costs: Array(branch.costs[..<length]),
          closed: closed + [branch.vertices[length]], below: limit())
        if let next { note(next) }
      }
    }
    return found
  }
}

/// The best of all paths that begin like it and do not go on to a closed vertex after that.
struct PathBranch<Cost: Comparable>: Comparable {
  let vertices: [UInt32]
  /// The cost from the start to each vertex.
  let costs: [Cost]
  /// How many vertices all paths of the branch share.
  let rootLength: Int
  /// The vertices to which no path of the branch goes on after the root.
  let closed: [UInt32]

  var cost: Cost { costs[costs.count - 1] }

  static func < (left: PathBranch, right: PathBranch) -> Bool {
    if left.cost != right.cost { return left.cost < right.cost }
    if left.vertices.count != right.vertices.count { return left.vertices.count < right.vertices.count }
    return left.vertices.lexicographicallyPrecedes(right.vertices)
  }
}
