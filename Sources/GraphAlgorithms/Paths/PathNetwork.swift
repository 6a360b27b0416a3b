import GraphModel

/// The part of a graph in which paths between two ends are looked for, with costs worked out once.
///
/// Its nodes are numbered anew, without gaps and in the order of their ids, so that searches may keep their state in
/// short arrays and compare numbers instead of ids. Of parallel edges only the cheapest is kept, and of those that
/// cost the same the one with the smallest id.
struct PathNetwork {
  /// One way to go on from a node, or to arrive at it.
  struct Arc {
    /// The number of the node where the arc begins.
    let tail: Int
    /// The number of the node to which it leads.
    let head: Int
    let cost: Double
    let edge: EdgeID
  }

  /// The ids by number, ascending.
  let nodes: [NodeID]
  let start: Int
  let end: Int
  /// All arcs, by tail, then by head.
  let arcs: [Arc]
  /// Where the arcs of each tail begin in ``arcs``; one more element than there are nodes.
  let firstArc: [Int]
  /// The positions in ``arcs`` of the arcs that lead to each node.
  let incoming: [Int]
  /// Where those of each head begin in ``incoming``; one more element than there are nodes.
  let firstIncoming: [Int]

  /// Walks from the start to everything that a path could visit.
  ///
  /// - Returns: `nil` when that does not lead to the end.
  /// - Throws: ``PathError/invalidCost(_:_:)`` for an edge that can be reached, the first in breadth-first order.
  /// - Complexity: O(``GraphView/nodeBound`` + m log m) for m edges that can be reached.
  init?(
    from start: NodeID, to end: NodeID, in graph: some GraphView, options: PathOptions
  ) throws(PathError) {
    guard graph.contains(start), graph.contains(end) else { return nil }
    let (reached, ways) = try explore(from: start, to: end, in: graph, options: options)
    guard reached.contains(end) else { return nil }
    nodes = reached.sorted()
    var numbers = [Int32](repeating: 0, count: graph.nodeBound)
    for (number, node) in nodes.enumerated() { numbers[node.index] = Int32(number) }
    self.start = Int(numbers[start.index])
    self.end = Int(numbers[end.index])

    var arcs: [Arc] = []
    arcs.reserveCapacity(ways.count)
    for way in ways.sorted(by: Way.precedes) {
      let (tail, head) = (Int(numbers[way.from.index]), Int(numbers[way.to.index]))
      if let last = arcs.last, last.tail == tail, last.head == head { continue }
      arcs.append(Arc(tail: tail, head: head, cost: way.cost, edge: way.edge))
    }
    self.arcs = arcs
    firstArc = offsets(arcs.map(\.tail), count: nodes.count)
    firstIncoming = offsets(arcs.map(\.head), count: nodes.count)
    var next = firstIncoming
    var incoming = [Int](repeating: 0, count: arcs.count)
    for (position, arc) in arcs.enumerated() {
      incoming[next[arc.head]] = position
      next[arc.head] += 1
    }
    self.incoming = incoming
  }

  /// The path along arcs from the start.
  func path(along positions: [Int]) -> Path {
    Path(
      nodes: [nodes[start]] + positions.map { nodes[arcs[$0].head] }, edges: positions.map { arcs[$0].edge },
      cost: cost(along: positions))
  }

  /// The cost of a path, added up from its end as the searches do, so that equal paths have exactly equal costs.
  func cost(along positions: [Int]) -> Double {
    positions.reversed().reduce(0) { arcs[$1].cost + $0 }
  }
}

/// A hop that a path may take.
private struct Way {
  let from: NodeID
  let to: NodeID
  let cost: Double
  let edge: EdgeID

  static func precedes(_ left: Way, _ right: Way) -> Bool {
    if left.from != right.from { return left.from < right.from }
    if left.to != right.to { return left.to < right.to }
    return left.cost == right.cost ? left.edge < right.edge : left.cost < right.cost
  }
}

/// What paths may visit, breadth first, and the hops that they may take.
private func explore(
  from start: NodeID, to end: NodeID, in graph: some GraphView, options: PathOptions
) throws(PathError) -> (reached: [NodeID], ways: [Way]) {
  var isReached = [Bool](repeating: false, count: graph.nodeBound)
  isReached[start.index] = true
  var reached = [start]
  var ways: [Way] = []
  var fault: PathError?
  var position = 0
  while position < reached.count {
    let node = reached[position]
    position += 1
    // A path ends at the end: what lies behind it is of no interest.
    guard node != end, node == start || options.allows(node) else { continue }
    graph.forEachHop(from: node, options.direction) { hop in
      // No path returns to its start.
      guard fault == nil, hop.neighbor != start, hop.neighbor != node, let cost = options.cost(node, hop) else {
        return
      }
      guard cost >= 0 else {
        fault = .invalidCost(hop.edge, cost)
        return
      }
      if cost == .infinity { return }
      ways.append(Way(from: node, to: hop.neighbor, cost: cost, edge: hop.edge))
      if !isReached[hop.neighbor.index] {
        isReached[hop.neighbor.index] = true
        reached.append(hop.neighbor)
      }
    }
    if let fault { throw fault }
  }
  return (reached, ways)
}

/// Where each number begins in a sorted list of numbers below a count.
private func offsets(_ numbers: [Int], count: Int) -> [Int] {
  var offsets = [Int](repeating: 0, count: count + 1)
  for number in numbers { offsets[number + 1] += 1 }
  for number in 0..<count { offsets[number + 1] += offsets[number] }
  return offsets
}
