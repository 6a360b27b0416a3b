import GraphModel

/// What the shortest paths to each vertex add up to.
struct DistanceSums: Sendable {
  /// From how many other vertices a path leads to each vertex.
  private(set) var sources: [Int]
  /// The sum of the lengths of the shortest of these paths.
  private(set) var totals: [Double]
  /// The sum of 1 / length.
  private(set) var reciprocals: [Double]
  /// The greatest length.
  private(set) var farthest: [Double]

  /// Adds up over paths from all vertices; over the arcs that arrive, the paths are those to all vertices.
  ///
  /// Without weights 64 searches run at once, a bit each (M. Then et al., "The more the merrier: efficient multi-source
  /// graph traversal", PVLDB 8 (2014), doi:10.14778/2735496.2735507). Arcs whose weight is not above 0 lead nowhere.
  ///
  /// - Complexity: O(n (n + m)) bit operations in words without weights, O(n (n + m) log n) with them; O(n) memory for
  ///   each of 16 fixed groups of sources.
  init(over arcs: CompressedGraph.Arcs, _ execution: Execution) throws(Cancelled) {
    let count = arcs.offsets.count - 1
    self.init(vertexCount: count)
    let group = ((count + 63) / 64 + 15) / 16 * 64
    let parts = try execution.map(count, chunk: max(64, group)) { sources -> DistanceSums? in
      var part = DistanceSums(vertexCount: count)
      let isDone =
        arcs.weights.isEmpty
        ? part.addHops(from: sources, arcs, execution) : part.addLengths(from: sources, arcs, execution)
      return isDone ? part : nil
    }
    for part in parts {
      guard let part else { throw Cancelled() }
      for vertex in 0..<count {
        sources[vertex] += part.sources[vertex]
        totals[vertex] += part.totals[vertex]
        reciprocals[vertex] += part.reciprocals[vertex]
        farthest[vertex] = max(farthest[vertex], part.farthest[vertex])
      }
    }
  }

  private init(vertexCount: Int) {
    sources = [Int](repeating: 0, count: vertexCount)
    totals = [Double](repeating: 0, count: vertexCount)
    (reciprocals, farthest) = (totals, totals)
  }

  private mutating func add(_ count: Int, _ distance: Double, at vertex: Int) {
    sources[vertex] += count
    totals[vertex] += Double(count) * distance
    reciprocals[vertex] += Double(count) / distance
    farthest[vertex] = max(farthest[vertex], distance)
  }

  private mutating func addLengths(
    from starts: Range<Int>, _ arcs: CompressedGraph.Arcs, _ execution: Execution
  ) -> Bool {
    var paths = PathCounting(over: arcs)
    for start in starts {
      if execution.isCancelled?() == true { return false }
      paths.run(from: start, over: arcs)
      for vertex in paths.reached.dropFirst() { add(1, paths.distances[Int(vertex)], at: Int(vertex)) }
    }
    return true
  }

  private mutating func addHops(from starts: Range<Int>, _ arcs: CompressedGraph.Arcs, _ execution: Execution) -> Bool {
    var searches = BitSearches(vertexCount: sources.count)
    return arcs.withPointers { arcs in
      for first in stride(from: starts.lowerBound, to: starts.upperBound, by: 64) {
        if execution.isCancelled?() == true { return false }
        searches.begin(at: first..<min(first + 64, starts.upperBound))
        var distance = 0.0
        while searches.advance(arcs) > 0 {
          distance += 1
          searches.forEachNew { vertex, count in add(count, distance, at: vertex) }
        }
      }
      return true
    }
  }
}

/// Up to 64 breadth-first searches at once: a bit of a word for each.
private struct BitSearches {
  private let seen: WorkingMemory<UInt64>
  /// The searches that reached a vertex in the last hop; 0 elsewhere.
  private var frontier: WorkingMemory<UInt64>
  private var next: WorkingMemory<UInt64>
  private var active: WorkingMemory<UInt32>
  private var touched: WorkingMemory<UInt32>
  private var count = 0

  init(vertexCount: Int) {
    seen = WorkingMemory(count: vertexCount, of: 0)
    frontier = WorkingMemory(count: vertexCount, of: 0)
    next = WorkingMemory(count: vertexCount, of: 0)
    active = WorkingMemory(untouched: vertexCount)
    touched = WorkingMemory(untouched: vertexCount)
  }

  mutating func begin(at starts: Range<Int>) {
    seen.fill(0)
    for (bit, vertex) in starts.enumerated() {
      seen.numbers[vertex] = 1 << UInt64(bit)
      frontier.numbers[vertex] = 1 << UInt64(bit)
      active.numbers[bit] = UInt32(vertex)
    }
    count = starts.count
  }

  /// One hop of all searches; returns how many vertices some search sees for the first time.
  mutating func advance(_ arcs: ArcPointers) -> Int {
    count = count < seen.count / 16 ? spread(arcs) : flood(arcs)
    for place in 0..<count { seen.numbers[Int(touched.numbers[place])] |= next.numbers[Int(touched.numbers[place])] }
    swap(&frontier, &next)
    swap(&active, &touched)
    return count
  }

  /// Tells the neighbours of few vertices; returns how many are touched.
  private func spread(_ arcs: ArcPointers) -> Int {
    let (seen, frontier, next) = (seen.numbers, frontier.numbers, next.numbers)
    var found = 0
    for place in 0..<count {
      let vertex = Int(active.numbers[place])
      let bits = frontier[vertex]
      frontier[vertex] = 0
      for arc in arcs.range(of: vertex) {
        let target = Int(arcs.targets[arc])
        let fresh = bits & ~seen[target]
        if fresh == 0 { continue }
        if next[target] == 0 {
          touched.numbers[found] = UInt32(target)
          found += 1
        }
        next[target] |= fresh
      }
    }
    return found
  }

  /// The same for many: asking nothing on the way and looking through all vertices in the end is faster then.
  private func flood(_ arcs: ArcPointers) -> Int {
    let (frontier, next) = (frontier.numbers, next.numbers)
    for place in 0..<count {
      let vertex = Int(active.numbers[place])
      let bits = frontier[vertex]
      frontier[vertex] = 0
      for arc in arcs.range(of: vertex) { next[Int(arcs.targets[arc])] |= bits }
    }
    var found = 0
    for vertex in 0..<seen.count {
      let fresh = next[vertex] & ~seen.numbers[vertex]
      next[vertex] = fresh
      if fresh == 0 { continue }
      touched.numbers[found] = UInt32(vertex)
      found += 1
    }
    return found
  }

  /// Calls `body` for each vertex of the last hop with the number of searches that reached it.
  func forEachNew(_ body: (Int, Int) -> Void) {
    for place in 0..<count {
      let vertex = Int(active.numbers[place])
      body(vertex, frontier.numbers[vertex].nonzeroBitCount)
    }
  }
}
