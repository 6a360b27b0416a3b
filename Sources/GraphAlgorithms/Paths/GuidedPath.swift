public import GraphModel

/// The cheapest path between two nodes, with a guess of what is left that lets the search run straight at its aim (A*).
///
/// ```swift
/// let path = try guidedPath(from: neuss, to: goslar, in: graph, options: roads) { airDistance($0, goslar) }
/// ```
///
/// - Parameters:
///   - estimate: A lower bound of the cost from a node to the end: never more than the true cost, or the path may not be the cheapest. With
///     0 for every node the search is Dijkstra's.
/// - Returns: `nil` when there is no path, or none within ``PathOptions/maximumCost``. Of paths that cost the same, the one whose nodes were
///   settled first, which depends on ids alone. ``PathOptions/maximumHops`` is not considered: use
///   ``shortestPath(from:to:in:options:)`` for a limit on hops.
/// - Throws: ``PathError`` when the cost of an edge on the way is negative or no number.
/// - Complexity: O((n + m) log n) time for the nodes that are looked at, O(`nodeBound`) memory.
/// - SeeAlso: P. E. Hart, N. J. Nilsson, B. Raphael, "A formal basis for the heuristic determination of minimum cost paths", IEEE
///   Transactions on Systems Science and Cybernetics 4 (1968), doi:10.1109/TSSC.1968.300136.
public func guidedPath(
  from start: NodeID, to end: NodeID, in graph: some GraphView, options: PathOptions = PathOptions(),
  estimate: (NodeID) -> Double
) throws(PathError) -> Path? {
  guard graph.contains(start), graph.contains(end) else { return nil }
  var costs = [Double](repeating: .infinity, count: graph.nodeBound)
  var arrivals = [(from: NodeID, edge: EdgeID)?](repeating: nil, count: graph.nodeBound)
  var heap = BinaryHeap<Candidate>()
  costs[start.index] = 0
  heap.insert(Candidate(bound: estimate(start), cost: 0, node: start))
  let limit = options.maximumCost ?? .infinity
  while let best = heap.removeFirst() {
    // An estimate may be right everywhere and still differ from hop to hop, so a node may come up again more cheaply.
    guard best.cost == costs[best.node.index] else { continue }
    if best.node == end { return path(from: start, to: end, arrivals, in: graph, options) }
    guard best.node == start || options.allows(best.node) else { continue }
    for hop in graph.hops(from: best.node, options.direction) {
      guard let step = options.cost(best.node, hop) else { continue }
      guard step >= 0 else { throw .invalidCost(hop.edge, step) }
      let cost = best.cost + step
      guard cost < costs[hop.neighbor.index], cost <= limit else { continue }
      costs[hop.neighbor.index] = cost
      arrivals[hop.neighbor.index] = (best.node, hop.edge)
      heap.insert(Candidate(bound: cost + estimate(hop.neighbor), cost: cost, node: hop.neighbor))
    }
  }
  return nil
}

/// A node with the least that a path through it can cost.
private struct Candidate: Comparable {
  let bound: Double
  let cost: Double
  let node: NodeID

  static func < (left: Candidate, right: Candidate) -> Bool {
    if left.bound != right.bound { return left.bound < right.bound }
    // Of equal bounds the one nearer to the end: fewer nodes are settled.
    return left.cost != right.cost ? left.cost > right.cost : left.node < right.node
  }
}

/// The path along which the end was reached, its cost added up from the end as for all paths.
private func path(
  from start: NodeID, to end: NodeID, _ arrivals: [(from: NodeID, edge: EdgeID)?], in graph: some GraphView,
  _ options: PathOptions
) -> Path {
  var nodes = [end]
  var edges: [EdgeID] = []
  var cost = 0.0
  while let node = nodes.last, node != start, let arrival = arrivals[node.index] {
    let hop = graph.hops(from: arrival.from, options.direction).first { $0.edge == arrival.edge && $0.neighbor == node }
    cost = (hop.flatMap { options.cost(arrival.from, $0) } ?? 0) + cost
    nodes.append(arrival.from)
    edges.append(arrival.edge)
  }
  return Path(nodes: nodes.reversed(), edges: edges.reversed(), cost: cost)
}
