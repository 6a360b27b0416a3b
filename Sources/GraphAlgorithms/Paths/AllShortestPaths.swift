public import GraphModel

/// All shortest paths from one node to another, kept as the graph of their last steps: from each node back to those before it.
///
/// There may be more paths than could ever be listed; their number and the steps fit into little memory.
public struct ShortestPathGraph: Sendable {
  /// Where the paths begin and end.
  public let start: NodeID
  /// Where the paths end.
  public let end: NodeID
  /// What each of the paths costs.
  public let cost: Double
  /// For each node on a shortest path, by ``NodeID/index``, the steps by which shortest paths arrive; in the order of the nodes before,
  /// then of edges.
  let arrivals: [Int: [(from: NodeID, edge: EdgeID)]]
  /// The nodes on shortest paths, the start first, in an order in which each comes after all before it.
  let order: [NodeID]

  /// How many paths there are; parallel edges make different paths. Exact up to 2^53.
  public var count: Double {
    var counts = [start.index: 1.0]
    for node in order.dropFirst() {
      counts[node.index] = (arrivals[node.index] ?? []).reduce(0) { $0 + counts[$1.from.index, default: 0] }
    }
    return counts[end.index, default: 0]
  }

  /// The first paths, ordered from their ends backwards by the nodes before, then by edges.
  ///
  /// - Complexity: O(limit × length).
  public func paths(limit: Int) -> [Path] {
    var found: [Path] = []
    var trail: [(node: NodeID, next: Int)] = [(end, 0)]
    var edges: [EdgeID] = []
    while let last = trail.last, found.count < limit {
      if last.node == start {
        found.append(Path(nodes: trail.map(\.node).reversed(), edges: edges.reversed(), cost: cost))
      }
      let steps = last.node == start ? [] : arrivals[last.node.index] ?? []
      guard last.next < steps.count else {
        trail.removeLast()
        if !edges.isEmpty { edges.removeLast() }
        continue
      }
      trail[trail.count - 1].next += 1
      edges.append(steps[last.next].edge)
      trail.append((steps[last.next].from, 0))
    }
    return found
  }
}

/// Finds all cheapest paths between two nodes, each with the least cost there is.
///
/// Costs must be larger than 0: along edges of cost 0 paths could run in circles. Costs are compared exactly, so equal paths should have costs
/// that add up without rounding, such as whole numbers.
///
/// - Returns: `nil` when there is no path. From a node to itself there is the path of one node.
/// - Throws: ``PathError`` when the cost of an edge that can be reached is not larger than 0.
/// - Complexity: O((n + m) log n) time, O(`nodeBound` + m) memory.
/// - SeeAlso: U. Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25 (2001),
///   doi:10.1080/0022250X.2001.9990249, for counting along predecessors.
public func allShortestPaths(
  from start: NodeID, to end: NodeID, in graph: some GraphView, options: PathOptions = PathOptions()
) throws(PathError) -> ShortestPathGraph? {
  guard graph.contains(start), graph.contains(end) else { return nil }
  var costs = [Double](repeating: .infinity, count: graph.nodeBound)
  var arrivals: [Int: [(from: NodeID, edge: EdgeID)]] = [:]
  var settled: [NodeID] = []
  var isSettled = [Bool](repeating: false, count: graph.nodeBound)
  var heap = BinaryHeap<Stop>()
  costs[start.index] = 0
  heap.insert(Stop(cost: 0, node: start))
  let limit = options.maximumCost ?? .infinity
  while let stop = heap.removeFirst() {
    if isSettled[stop.node.index] { continue }
    isSettled[stop.node.index] = true
    settled.append(stop.node)
    if stop.node == end { break }
    guard stop.node == start || options.allows(stop.node) else { continue }
    for hop in graph.hops(from: stop.node, options.direction) where !isSettled[hop.neighbor.index] {
      guard let step = options.cost(stop.node, hop) else { continue }
      guard step > 0 else { throw .invalidCost(hop.edge, step) }
      let cost = stop.cost + step
      guard cost <= costs[hop.neighbor.index], cost <= limit else { continue }
      if cost < costs[hop.neighbor.index] {
        costs[hop.neighbor.index] = cost
        arrivals[hop.neighbor.index] = []
        heap.insert(Stop(cost: cost, node: hop.neighbor))
      }
      arrivals[hop.neighbor.index, default: []].append((stop.node, hop.edge))
    }
  }
  guard isSettled[end.index] else { return nil }
  for (node, steps) in arrivals {
    arrivals[node] = steps.sorted { $0.from != $1.from ? $0.from < $1.from : $0.edge < $1.edge }
  }
  let order = ancestors(of: end, arrivals, among: settled)
  return ShortestPathGraph(start: start, end: end, cost: costs[end.index], arrivals: arrivals, order: order)
}

/// A node that waits to be settled.
private struct Stop: Comparable {
  let cost: Double
  let node: NodeID

  static func < (left: Stop, right: Stop) -> Bool {
    left.cost == right.cost ? left.node < right.node : left.cost < right.cost
  }
}

/// The nodes from which shortest paths lead to the end, in the order in which they were settled.
private func ancestors(
  of end: NodeID, _ arrivals: [Int: [(from: NodeID, edge: EdgeID)]], among settled: [NodeID]
) -> [NodeID] {
  var isOnPath: Set<NodeID> = [end]
  var open = [end]
  while let node = open.popLast() {
    for step in arrivals[node.index] ?? [] where isOnPath.insert(step.from).inserted { open.append(step.from) }
  }
  return settled.filter(isOnPath.contains)
}
