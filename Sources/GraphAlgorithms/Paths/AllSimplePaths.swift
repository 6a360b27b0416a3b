public import GraphModel

/// All paths between two nodes that visit no node twice, up to a number of hops.
///
/// Their number grows exponentially with the length, so they are handed on one by one and the caller may stop.
///
/// ```swift
/// try forEachSimplePath(from: ada, to: alan, maximumHops: 4, in: graph) { path in
///   print(path.nodes)
///   return true
/// }
/// ```
///
/// - Parameters:
///   - maximumHops: The largest number of hops; ``PathOptions/maximumHops`` is not read.
///   - body: Takes a path; `false` ends the search.
/// - Throws: ``PathError`` when the cost of an edge on a path is negative or no number.
/// - Complexity: O(maximumHops) memory beside O(`nodeBound`); time in proportion to what is walked: branches from which the end cannot be
///   reached within the hops that are left are not entered.
///
/// Paths come depth first, in the order of the graph's hops; parallel edges make different paths.
public func forEachSimplePath(
  from start: NodeID, to end: NodeID, maximumHops: Int, in graph: some GraphView,
  options: PathOptions = PathOptions(), _ body: (Path) -> Bool
) throws(PathError) {
  guard graph.contains(start), graph.contains(end), maximumHops >= 0 else { return }
  if start == end {
    _ = body(Path(nodes: [start], edges: [], cost: 0))
    return
  }
  var towards = PathOptions()
  towards.direction = options.direction.reversed
  let remaining = breadthFirstDistances(from: end, in: graph, options: towards, limit: maximumHops)
  var walk = SimpleWalk(bound: graph.nodeBound, limit: options.maximumCost ?? .infinity)
  walk.enter(start, try ways(from: start, in: graph, options), cost: 0, by: nil)
  while let (hop, cost) = walk.next() {
    let depth = walk.trail.count
    guard !walk.isVisited[hop.neighbor.index], let rest = remaining[hop.neighbor], depth + rest <= maximumHops else {
      continue
    }
    if hop.neighbor == end {
      if !body(walk.path(to: end, by: hop.edge, cost)) { return }
    } else if options.allows(hop.neighbor) {
      walk.enter(hop.neighbor, try ways(from: hop.neighbor, in: graph, options), cost: cost, by: hop.edge)
    }
  }
}

/// The way from the start to where the search is.
private struct SimpleWalk {
  struct Step {
    let node: NodeID
    let edge: EdgeID?
    let cost: Double
    let ways: [(hop: Hop, cost: Double)]
    var next = 0
  }

  private let limit: Double
  private(set) var isVisited: [Bool]
  private(set) var trail: [Step] = []

  init(bound: Int, limit: Double) {
    self.limit = limit
    isVisited = Array(repeating: false, count: bound)
  }

  mutating func enter(_ node: NodeID, _ ways: [(hop: Hop, cost: Double)], cost: Double, by edge: EdgeID?) {
    isVisited[node.index] = true

    trail.append(Step(node: node, edge: edge, cost: cost, ways: ways))
  }

  /// The next hop with the cost of the way including it; steps without further hops are left.
  mutating func next() -> (Hop, Double)? {
    while let last = trail.last {
      guard last.next < last.ways.count else {
        isVisited[last.node.index] = false
        trail.removeLast()
        continue
      }
      trail[trail.count - 1].next += 1
      let way = last.ways[last.next]
      if last.cost + way.cost <= limit { return (way.hop, last.cost + way.cost) }
    }
    return nil
  }

  func path(to end: NodeID, by edge: EdgeID, _ cost: Double) -> Path {
    Path(nodes: trail.map(\.node) + [end], edges: trail.compactMap(\.edge) + [edge], cost: cost)
  }
}

/// The hops that may be taken from a node, with their costs.
private func ways(
  from node: NodeID, in graph: some GraphView, _ options: PathOptions
) throws(PathError) -> [(hop: Hop, cost: Double)] {
  var ways: [(hop: Hop, cost: Double)] = []
  for hop in graph.hops(from: node, options.direction) {
    guard let cost = options.cost(node, hop) else { continue }
    guard cost >= 0 else { throw .invalidCost(hop.edge, cost) }
    ways.append((hop, cost))
  }
  return ways
}
