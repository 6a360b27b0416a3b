import CypherSyntax
import GraphModel
import GraphStore

/// The ways between two nodes in ascending order of their costs, one at a time.
///
/// A first search from the end gives each node its exact remaining cost; the second, from the start, then always goes on with the way
/// that promises the least (A*), so that no more ways are looked at than are needed for those that are asked for. Ways use no
/// relationship twice.
final class BestFirstSearch {
  private let search: ShortestSearch
  private let admission: Admission
  private let start: NodeID
  private let end: NodeID
  /// The least cost from a node to the end.
  private var remaining: [NodeID: Double] = [:]
  private var partial: [Partial] = []
  private var queue = CostQueue()

  /// A way that may still become longer: its last relationship, and the way before that.
  private struct Partial {
    let node: NodeID
    let edge: EdgeID?
    let parent: Int
    let count: Int
    let cost: Double
  }

  init(_ search: ShortestSearch, _ admission: Admission, _ start: NodeID, _ end: NodeID) {
    self.search = search
    self.admission = admission
    self.start = start
    self.end = end
  }

  /// Finds the remaining costs of all nodes from which the end can be reached.
  ///
  /// - Complexity: O(m log n).
  func prepare(_ frame: Frame) throws(CypherError) {
    var pending = CostQueue()
    pending.push(0, Int(end.rawValue))
    while let (cost, position) = pending.pop() {
      let node = NodeID(rawValue: UInt32(position))
      if remaining[node] != nil { continue }
      remaining[node] = cost
      for (entry, step) in try steps(from: node, search.arrow.turned, frame) where remaining[entry.neighbor] == nil {
        pending.push(cost + step, Int(entry.neighbor.rawValue))
      }
    }
    guard let whole = remaining[start] else { return }
    partial = [Partial(node: start, edge: nil, parent: -1, count: 0, cost: 0)]
    queue.push(whole, 0)
  }

  /// The next way with its cost; `nil` when there is no further one.
  func next(_ frame: Frame) throws(CypherError) -> (edges: [EdgeID], cost: Double)? {
    while let (_, position) = queue.pop() {
      let way = partial[position]
      if search.length.maximum.map({ way.count < $0 }) ?? true { try extend(position, frame) }
      if way.node == end, way.count >= search.length.minimum { return (edges(of: position), way.cost) }
      try frame.context.checkMemory(holding: partial.count)
    }
    return nil
  }

  private func extend(_ position: Int, _ frame: Frame) throws(CypherError) {
    let way = partial[position]
    for (entry, step) in try steps(from: way.node, search.arrow, frame) {
      guard let rest = remaining[entry.neighbor], !uses(entry.edge, position) else { continue }
      let cost = way.cost + step
      partial.append(
        Partial(node: entry.neighbor, edge: entry.edge, parent: position, count: way.count + 1, cost: cost))
      queue.push(cost + rest, partial.count - 1)
    }
  }

  private func uses(_ edge: EdgeID, _ position: Int) -> Bool {
    var position = position
    while position >= 0 {
      if partial[position].edge == edge { return true }
      position = partial[position].parent
    }
    return false
  }

  private func edges(of position: Int) -> [EdgeID] {
    var edges: [EdgeID] = []
    var position = position
    while position >= 0, let edge = partial[position].edge {
      edges.append(edge)
      position = partial[position].parent
    }
    return edges.reversed()
  }

  /// The relationships that may be taken from a node, with their costs.
  private func steps(from node: NodeID, _ arrow: RelationshipPattern.Arrow, _ frame: Frame) throws(CypherError)
    -> [(Adjacent, Double)]
  {
    var found: [(Adjacent, Double)] = []
    for isOutgoing in arrow.directions {
      for type in admission.types.tokens(in: frame.reader) {
        for entry in frame.reader.adjacent(node, isOutgoing: isOutgoing, type: type) {
          if !isOutgoing, arrow == .either, entry.neighbor == node { continue }
          if !(try admission.admits(entry, frame)) { continue }
          if case .cheapest(_, let key) = search.selector {
            found.append((entry, try frame.cost(of: entry.edge, key)))
          } else {
            found.append((entry, 1))
          }
        }
      }
    }
    return found
  }
}

/// Numbers by ascending cost; those of equal cost in the order in which they came.
private struct CostQueue {
  private var heap: [(cost: Double, order: Int, item: Int)] = []
  private var pushed = 0

  mutating func push(_ cost: Double, _ item: Int) {
    heap.append((cost, pushed, item))
    pushed += 1
    var child = heap.count - 1
    while child > 0, precedes(heap[child], heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (cost: Double, item: Int)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return (first.cost, first.item) }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if precedes(heap[child], heap[least]) { least = child }
      }
      if least == parent { return (first.cost, first.item) }
      heap.swapAt(parent, least)
      parent = least
    }
  }

  private func precedes(_ left: (cost: Double, order: Int, item: Int), _ right: (cost: Double, order: Int, item: Int))
    -> Bool
  {
    left.cost != right.cost ? left.cost < right.cost : left.order < right.order
  }
}
