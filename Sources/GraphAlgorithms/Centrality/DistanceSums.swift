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
    var seen = [UInt64](repeating: 0, count: sources.count)
    var (frontier, next) = (seen, seen)
    for first in stride(from: starts.lowerBound, to: starts.upperBound, by: 64) {
      if execution.isCancelled?() == true { return false }
      for vertex in seen.indices { seen[vertex] = 0 }
      var active = (first..<min(first + 64, starts.upperBound)).map { UInt32($0) }
      for (bit, vertex) in active.enumerated() {
        seen[Int(vertex)] = 1 << UInt64(bit)
        frontier[Int(vertex)] = 1 << UInt64(bit)
      }
      var distance = 0.0
      while !active.isEmpty {
        distance += 1
        active = spread(active, arcs, seen, &frontier, &next)
        for vertex in active {
          seen[Int(vertex)] |= next[Int(vertex)]
          add(next[Int(vertex)].nonzeroBitCount, distance, at: Int(vertex))
        }
        swap(&frontier, &next)
      }
    }
    return true
  }

  /// One hop of all searches at once: takes the bits of the active vertices from the frontier; returns the vertices
  /// that some search sees for the first time.
  private func spread(
    _ active: [UInt32], _ arcs: CompressedGraph.Arcs, _ seen: [UInt64], _ frontier: inout [UInt64],
    _ next: inout [UInt64]
  ) -> [UInt32] {
    let (offsets, targets, seen) = (arcs.offsets.span, arcs.targets.span, seen.span)
    var frontier = frontier.mutableSpan
    var next = next.mutableSpan
    var touched: [UInt32] = []
    for vertex in active.map(Int.init) {
      let bits = frontier[vertex]
      frontier[vertex] = 0
      for arc in Int(offsets[vertex])..<Int(offsets[vertex + 1]) {
        let target = Int(targets[arc])
        let fresh = bits & ~seen[target]
        if fresh == 0 { continue }
        if next[target] == 0 { touched.append(UInt32(target)) }
        next[target] |= fresh
      }
    }
    return touched
  }
}
