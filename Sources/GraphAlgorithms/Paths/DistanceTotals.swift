public import GraphModel

/// What the cheapest paths from a vertex cost altogether.
public struct DistanceTotals: Hashable, Sendable {
  /// The sum of the costs of the cheapest paths to all vertices that can be reached.
  public let total: Double
  /// How many vertices can be reached, the start included.
  public let reached: Int
  /// The greatest of these costs.
  public let farthest: Double
}

/// The cost of the cheapest path from a vertex to each vertex; infinite where none leads.
///
/// Weights are costs; without weights each arc costs 1. Arcs that cost less than 0 or no number lead nowhere.
///
/// - Complexity: O(n + m) time for whole numbers up to 31, otherwise O((n + m) log n); O(n + m) memory.
public func cheapestDistances(from source: Int, in graph: CompressedGraph) -> [Double] {
  graph.hasSmallWholeWeights
    ? distances(from: source, CostedArcs<BucketQueue>(graph.out))
    : distances(from: source, CostedArcs<VertexHeap>(graph.out))
}

/// From each of many vertices what the cheapest paths to all others cost altogether; see
/// ``cheapestDistances(from:in:)``.
///
/// - Returns: An answer for each source, in their order; the same at any number of threads.
/// - Complexity: For each source that of ``cheapestDistances(from:in:)``; O(n) memory a thread.
public func distanceTotals(
  from sources: [Int], in graph: CompressedGraph, execution: Execution = Execution()
) throws(Cancelled) -> [DistanceTotals] {
  graph.hasSmallWholeWeights
    ? try totals(from: sources, CostedArcs<BucketQueue>(graph.out), execution)
    : try totals(from: sources, CostedArcs<VertexHeap>(graph.out), execution)
}

private func distances<Queue: CostQueue>(from source: Int, _ arcs: CostedArcs<Queue>) -> [Double] {
  var search = DistanceSearch(over: arcs)
  _ = search.run(from: source)
  return (0..<search.costs.count).map { vertex in
    let cost = search.costs.numbers[vertex]
    return cost == Queue.unreachable ? .infinity : Queue.number(cost)
  }
}

private func totals<Queue: CostQueue>(
  from sources: [Int], _ arcs: CostedArcs<Queue>, _ execution: Execution
) throws(Cancelled) -> [DistanceTotals] {
  try execution.map(sources.count, chunk: 1, with: DistanceSearch(over: arcs)) { search, chunk in
    _ = search.run(from: sources[chunk.lowerBound])
    var (total, reached, farthest): (Double, Int, Queue.Cost) = (0, 0, 0)
    for vertex in 0..<search.costs.count {
      let cost = search.costs.numbers[vertex]
      guard cost != Queue.unreachable else { continue }
      total += Queue.number(cost)
      farthest = max(farthest, cost)
      reached += 1
    }
    return DistanceTotals(total: total, reached: reached, farthest: Queue.number(farthest))
  }
}
