public import GraphModel

/// A path with the fewest hops between two nodes, searched for from both ends.
///
/// Each side goes one hop further in turn, the side with fewer nodes at its edge first, until they meet; on networks with hubs that looks at far
/// fewer nodes than a search from one end. Of the options the direction counts, whether a hop has a cost at all, which nodes may be passed
/// through, and ``PathOptions/maximumHops``. The cost of the path is its number of hops.
///
/// - Returns: `nil` when there is no path; from a node to itself a path of one node. Of several shortest paths one is found; which one
///   depends on the order of hops in the graph alone.
/// - Complexity: O(n + m) time, O(n) memory; about the square root of that on networks that branch evenly.
/// - SeeAlso: I. Pohl, "Bi-directional search", Machine Intelligence 6 (1971).
public func bidirectionalPath(
  from start: NodeID, to end: NodeID, in graph: some GraphView, options: PathOptions = PathOptions()
) -> Path? {
  guard graph.contains(start), graph.contains(end) else { return nil }
  if start == end { return Path(nodes: [start], edges: [], cost: 0) }
  var sides = [SearchSide(at: start, bound: graph.nodeBound), SearchSide(at: end, bound: graph.nodeBound)]
  let limit = options.maximumHops ?? .max
  while !sides[0].frontier.isEmpty, !sides[1].frontier.isEmpty, sides[0].depth + sides[1].depth < limit {
    let side = sides[0].frontier.count <= sides[1].frontier.count ? 0 : 1
    if let meeting = advance(&sides, side, in: graph, options: options, ends: (start, end)) {
      let front = sides[0].trail(to: meeting)
      let back = sides[1].trail(to: meeting)
      let nodes = front.nodes.reversed() + [meeting] + back.nodes
      let edges = front.edges.reversed() + back.edges
      return Path(nodes: nodes, edges: edges, cost: Double(edges.count))
    }
  }
  return nil
}

/// What one side has reached.
private struct SearchSide {
  var isReached: [Bool]
  var previous: [NodeID]
  var edges: [EdgeID]
  var frontier: [NodeID]
  var depth = 0
  private let start: NodeID

  init(at start: NodeID, bound: Int) {
    self.start = start
    isReached = Array(repeating: false, count: bound)
    previous = Array(repeating: start, count: bound)
    edges = Array(repeating: EdgeID(rawValue: 0), count: bound)
    isReached[start.index] = true
    frontier = [start]
  }

  /// The nodes and edges from a node, itself left out, back to the start.
  func trail(to node: NodeID) -> (nodes: [NodeID], edges: [EdgeID]) {
    var found: (nodes: [NodeID], edges: [EdgeID]) = ([], [])
    var node = node
    while node != start {
      found.edges.append(edges[node.index])
      node = previous[node.index]
      found.nodes.append(node)
    }
    return found
  }
}

/// Goes one hop further on one side; the answer is the first node that the other side has reached too.
private func advance(
  _ sides: inout [SearchSide], _ side: Int, in graph: some GraphView, options: PathOptions,
  ends: (start: NodeID, end: NodeID)
) -> NodeID? {
  var next: [NodeID] = []
  let direction = side == 0 ? options.direction : options.direction.reversed
  sides[side].depth += 1
  for node in sides[side].frontier where node == ends.start || node == ends.end || options.allows(node) {
    for hop in graph.hops(from: node, direction) where !sides[side].isReached[hop.neighbor.index] {
      // A hop is always asked about in the direction of the path.
      let taken = side == 0 ? hop : Hop(edge: hop.edge, neighbor: node, isForward: !hop.isForward)
      guard options.cost(side == 0 ? node : hop.neighbor, taken) != nil else { continue }
      sides[side].isReached[hop.neighbor.index] = true
      sides[side].previous[hop.neighbor.index] = node
      sides[side].edges[hop.neighbor.index] = hop.edge
      if sides[1 - side].isReached[hop.neighbor.index], isPassable(hop.neighbor, options, ends) { return hop.neighbor }
      next.append(hop.neighbor)
    }
  }
  sides[side].frontier = next
  return nil
}

private func isPassable(_ node: NodeID, _ options: PathOptions, _ ends: (start: NodeID, end: NodeID)) -> Bool {
  node == ends.start || node == ends.end || options.allows(node)
}

extension Direction {
  /// The direction seen from the other end.
  var reversed: Direction {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .either: .either
    }
  }
}
