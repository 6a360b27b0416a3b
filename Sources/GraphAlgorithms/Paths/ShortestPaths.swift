public import GraphModel

/// The cheapest paths between two nodes, each visiting no node twice and no two through the same nodes.
///
/// Paths that differ only in which of several parallel edges they take count once, with the cheapest edge, then the one
/// with the smallest id.
///
/// ```swift
/// for path in try shortestPaths(from: ada, to: alan, count: 3, in: graph) { print(path.cost) }
/// ```
///
/// - Parameter count: How many paths are wanted; fewer are returned when there are no more.
/// - Returns: The paths by cost, then by number of hops, then by their sequences of nodes; the same on every run.
/// - Throws: ``PathError`` when the cost of an edge that can be reached from the start is negative or no number.
/// - Complexity: O(count × length × (n + m) log n) time for the n nodes and m edges that can be reached from the start.
/// - SeeAlso: J. Y. Yen, "Finding the k shortest loopless paths in a network", Management Science 17 (1971),
///   doi:10.1287/mnsc.17.11.712; E. L. Lawler, "A procedure for computing the K best solutions to discrete
///   optimization problems", Management Science 18 (1972), doi:10.1287/mnsc.18.7.401, for dividing what is left so that
///   no path is found twice.
public func shortestPaths(
  from start: NodeID, to end: NodeID, count: Int, in graph: some GraphView, options: PathOptions = PathOptions()
) throws(PathError) -> [Path] {
  guard count > 0, graph.contains(start) else { return [] }
  if start == end { return [Path(nodes: [start], edges: [], cost: 0)] }
  guard let network = try PathNetwork(from: start, to: end, in: graph, options: options) else { return [] }
  let branching = Branching(network: network, options: options)
  var heap = BinaryHeap<Branch>()
  if let first = branching.best(along: [], closed: []) { heap.insert(first) }
  var found: [Path] = []
  while found.count < count, let best = heap.removeFirst() {
    found.append(network.path(along: best.arcs))
    if found.count == count { break }
    for branch in branching.branches(of: best) { heap.insert(branch) }
  }
  return found
}

/// The best of all paths that begin like it up to ``rootLength`` and do not go on to a closed node from there.
private struct Branch: Comparable {
  /// Positions in ``PathNetwork/arcs``.
  let arcs: [Int]
  /// The numbers of the nodes after the start.
  let nodes: [Int]
  let cost: Double
  /// How many arcs all paths of the branch share.
  let rootLength: Int
  /// The nodes to which no path of the branch goes on after the root.
  let closed: [Int]

  static func < (left: Branch, right: Branch) -> Bool {
    if left.cost != right.cost { return left.cost < right.cost }
    if left.nodes.count != right.nodes.count { return left.nodes.count < right.nodes.count }
    return left.nodes.lexicographicallyPrecedes(right.nodes)
  }
}

/// Divides the paths of a network into branches, each with its best path.
private struct Branching {
  let network: PathNetwork
  let search: PathSearch
  let maximumCost: Double
  let maximumHops: Int?

  init(network: PathNetwork, options: PathOptions) {
    self.network = network
    search = PathSearch(network)
    maximumCost = options.maximumCost ?? .infinity
    maximumHops = options.maximumHops
  }

  /// The branches into which all other paths of a branch fall when its best one is taken out: those that share the
  /// root and more with it, up to each of its nodes.
  func branches(of branch: Branch) -> [Branch] {
    (branch.rootLength..<branch.arcs.count).compactMap { length in
      let closed = length == branch.rootLength ? branch.closed : []
      return best(along: Array(branch.arcs[..<length]), closed: closed + [branch.nodes[length]])
    }
  }

  /// The branch of a root, unless no path of it is within the limits.
  func best(along root: [Int], closed: [Int]) -> Branch? {
    let left = maximumHops.map { $0 - root.count }
    if let left, left < 0 { return nil }
    var visited = [Bool](repeating: false, count: network.nodes.count)
    var node = network.start
    for position in root {
      visited[node] = true
      node = network.arcs[position].head
    }
    guard let rest = search.way(from: node, visited: visited, closed: closed, hops: left) else { return nil }
    let arcs = root + rest
    let cost = network.cost(along: arcs)
    guard cost <= maximumCost else { return nil }
    return Branch(
      arcs: arcs, nodes: arcs.map { network.arcs[$0].head }, cost: cost, rootLength: root.count, closed: closed)
  }
}
