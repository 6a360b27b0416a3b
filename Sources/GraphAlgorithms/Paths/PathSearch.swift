/// The search for the best way from a node to the end, with nodes and first steps that may be closed.
///
/// The best way is the cheapest, then that with the fewest hops, then that with the smallest nodes. Costs are worked
/// out from the end backwards; the walk forward may then take, at each node, the smallest next node that keeps to
/// them. Walking back from the end along predecessors could not tell which of several ways has the smallest nodes.
struct PathSearch {
  private let network: PathNetwork

  init(_ network: PathNetwork) { self.network = network }

  /// The best way on.
  ///
  /// - Parameters:
  ///   - node: Where the way begins.
  ///   - visited: The nodes that it may not visit, by number.
  ///   - closed: The nodes to which its first step may not lead.
  ///   - hops: How many hops it may have; any number when `nil`.
  /// - Returns: Positions in ``PathNetwork/arcs``; `nil` when there is no way.
  /// - Complexity: O((n + m) log n); with a limit that matters O(hops × m) time and O(hops × n) memory.
  func way(from node: Int, visited: [Bool], closed: [Int], hops: Int?) -> [Int]? {
    if node == network.end { return [] }
    let isOpen = { (arc: PathNetwork.Arc) in !(arc.tail == node && closed.contains(arc.head)) }
    if let hops, hops < network.nodes.count - 1 {
      return shortWay(from: node, visited: visited, isOpen: isOpen, hops: hops)
    }
    let rest = restsToEnd(from: node, visited: visited, isOpen: isOpen)
    guard rest[node] != .unreachable else { return nil }
    return walk(from: node, isOpen: isOpen) { arc, _ in
      rest[arc.head] != .unreachable && rest[arc.tail] == rest[arc.head].extended(by: arc.cost)
    }
  }

  /// Dijkstra's algorithm from the end, until the node is settled.
  private func restsToEnd(from node: Int, visited: [Bool], isOpen: (PathNetwork.Arc) -> Bool) -> [Rest] {
    var rests = [Rest](repeating: .unreachable, count: network.nodes.count)
    var heap = BinaryHeap<Milestone>()
    rests[network.end] = Rest(cost: 0, hops: 0)
    heap.insert(Milestone(rest: rests[network.end], node: network.end))
    while let milestone = heap.removeFirst(), milestone.node != node {
      let head = milestone.node
      guard rests[head] == milestone.rest else { continue }
      for position in network.firstIncoming[head]..<network.firstIncoming[head + 1] {
        let arc = network.arcs[network.incoming[position]]
        let rest = milestone.rest.extended(by: arc.cost)
        guard rest < rests[arc.tail], !visited[arc.tail], isOpen(arc) else { continue }
        rests[arc.tail] = rest
        heap.insert(Milestone(rest: rest, node: arc.tail))
      }
    }
    return rests
  }

  /// Bellman and Ford's scheme: the cheapest cost to the end with exactly so many hops, for 0, 1, 2 … hops.
  ///
  /// A cheapest way may have too many hops, so one cost a node is not enough. Of the cheapest ways that with the
  /// fewest hops visits no node twice, since leaving out the circle would save hops.
  private func shortWay(
    from node: Int, visited: [Bool], isOpen: (PathNetwork.Arc) -> Bool, hops: Int
  ) -> [Int]? {
    var layers = [[Double](repeating: .infinity, count: network.nodes.count)]
    layers[0][network.end] = 0
    for hop in stride(from: 1, through: hops, by: 1) {
      var layer = [Double](repeating: .infinity, count: network.nodes.count)
      for arc in network.arcs where !visited[arc.tail] && isOpen(arc) {
        layer[arc.tail] = min(layer[arc.tail], arc.cost + layers[hop - 1][arc.head])
      }
      layers.append(layer)
    }
    guard let cheapest = layers.map({ $0[node] }).min(), cheapest < .infinity,
      let length = layers.firstIndex(where: { $0[node] == cheapest })
    else { return nil }
    return walk(from: node, isOpen: isOpen) { arc, taken in
      layers[length - taken][arc.tail] == arc.cost + layers[length - taken - 1][arc.head]
    }
  }

  /// Goes from a node to the end along the first arc of each node that a condition allows: that with the smallest head.
  ///
  /// - Parameter isBest: Whether an arc keeps to a best way, given the number of arcs taken before it.
  private func walk(
    from node: Int, isOpen: (PathNetwork.Arc) -> Bool, where isBest: (PathNetwork.Arc, Int) -> Bool
  ) -> [Int]? {
    var way: [Int] = []
    var current = node
    while current != network.end {
      let arcs = network.firstArc[current]..<network.firstArc[current + 1]
      let next = arcs.first { isOpen(network.arcs[$0]) && isBest(network.arcs[$0], way.count) }
      guard let position = next else { return nil }
      way.append(position)
      current = network.arcs[position].head
    }
    return way
  }
}

/// What is left of a way from a node to the end.
private struct Rest: Comparable {
  let cost: Double
  let hops: Int

  static let unreachable = Rest(cost: .infinity, hops: .max)

  /// What is left one arc earlier.
  func extended(by arcCost: Double) -> Rest { Rest(cost: arcCost + cost, hops: hops + 1) }

  static func < (left: Rest, right: Rest) -> Bool {
    left.cost == right.cost ? left.hops < right.hops : left.cost < right.cost
  }
}

/// A node that waits to be settled.
private struct Milestone: Comparable {
  let rest: Rest
  let node: Int

  static func < (left: Milestone, right: Milestone) -> Bool {
    left.rest == right.rest ? left.node < right.node : left.rest < right.rest
  }
}
