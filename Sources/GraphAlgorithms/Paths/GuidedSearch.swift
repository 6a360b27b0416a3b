import GraphModel

/// Searches for a cheapest path to one end that knows what is left from each vertex (A*): it looks at little more than
/// the path itself. Vertices that a path has visited and first steps can be closed.
struct GuidedSearch<Queue: CostQueue> {
  private let graph: CostedArcs<Queue>
  /// In which round a vertex was last seen, or closed one round above.
  private let marks: WorkingMemory<UInt32>
  private let costs: WorkingMemory<Queue.Cost>
  private let parents: WorkingMemory<UInt32>
  private var rests: WorkingMemory<Queue.Cost>
  private var farthest: Queue.Cost = 0
  private var end = 0
  private var round: UInt32 = 0
  private var waiting = BinaryHeap<Milestone<Queue.Cost>>()

  init(over graph: CostedArcs<Queue>) {
    self.graph = graph
    let vertexCount = graph.arcs.offsets.count - 1
    marks = WorkingMemory(count: vertexCount, of: 0)
    costs = WorkingMemory(untouched: vertexCount)
    parents = WorkingMemory(untouched: vertexCount)
    rests = costs
  }

  /// Takes an end.
  ///
  /// - Parameters:
  ///   - rests: The cost from each vertex to the end as far as it is below `farthest`; others are not below that.
  mutating func aim(at end: Int, rests: WorkingMemory<Queue.Cost>, farthest: Queue.Cost) {
    (self.end, self.rests, self.farthest) = (end, rests, farthest)
  }

  /// The cheapest path that begins with a root.
  ///
  /// - Parameters:
  ///   - root: At least the start.
  ///   - sums: The cost from the start to each vertex of the root.
  ///   - closed: The vertices to which the root does not go on.
  ///   - limit: Paths that cost as much or more are of no interest.
  mutating func best(
    along root: [UInt32], costs sums: [Queue.Cost], closed: [UInt32], below limit: Queue.Cost
  ) -> PathBranch<Queue.Cost>? {
    round += 2
    if round >= .max - 3 {
      marks.fill(0)
      round = 2
    }
    let start = Int(root[root.count - 1])
    for vertex in root { marks.numbers[Int(vertex)] = round + 1 }
    costs.numbers[start] = sums[root.count - 1]
    waiting.removeAll()
    waiting.insert(Milestone(whole: 0, cost: costs.numbers[start], vertex: UInt32(start)))
    guard walk(from: start, closed, limit) else { return nil }
    var way = [UInt32(end)]
    while way[way.count - 1] != UInt32(start) { way.append(parents.numbers[Int(way[way.count - 1])]) }
    let rest = way.dropLast().reversed()
    return PathBranch(
      vertices: root + rest, costs: sums + rest.map { costs.numbers[Int($0)] }, rootLength: root.count, closed: closed)
  }

  /// Whether there is a way to the end.
  private mutating func walk(from start: Int, _ closed: [UInt32], _ limit: Queue.Cost) -> Bool {
    let (marks, costs, parents, rests) = (marks.numbers, costs.numbers, parents.numbers, rests.numbers)
    let (end, round, farthest) = (end, round, farthest)
    return graph.withPointers { arcs, steps in
      while let milestone = waiting.removeFirst() {
        let vertex = Int(milestone.vertex)
        if vertex == end { return true }
        guard milestone.cost == costs[vertex] else { continue }
        for arc in arcs.range(of: vertex) {
          let target = Int(arcs.targets[arc])
          let mark = marks[target]
          let cost = milestone.cost + Queue.cost(steps[arc])
          let whole = cost + min(rests[target], farthest)
          guard whole < limit, mark != round + 1, mark != round || cost < costs[target] else { continue }
          if vertex == start, closed.contains(UInt32(target)) { continue }
          marks[target] = round
          costs[target] = cost
          parents[target] = UInt32(vertex)
          waiting.insert(Milestone(whole: whole, cost: cost, vertex: UInt32(target)))
        }
      }
      return false
    }
  }
}

/// A vertex that waits to be left.
private struct Milestone<Cost: Comparable>: Comparable {
  /// The least that a path over the vertex can cost.
  let whole: Cost
  let cost: Cost
  let vertex: UInt32

  /// Of equal promise, that which has come farther: it is next to the end.
  static func < (left: Milestone, right: Milestone) -> Bool {
    if left.whole != right.whole { return left.whole < right.whole }
    return left.cost == right.cost ? left.vertex < right.vertex : left.cost > right.cost
  }
}
