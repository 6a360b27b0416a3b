import GraphModel

/// The costs of the arcs of a graph beside their targets, as a queue wants them.
struct CostedArcs<Queue: CostQueue>: Sendable {
  let arcs: CompressedGraph.Arcs
  let steps: [Queue.Step]

  /// - Complexity: O(m).
  init(_ arcs: CompressedGraph.Arcs) {
    self.arcs = arcs
    steps = arcs.weights.isEmpty ? arcs.targets.map { _ in Queue.step(1) } : arcs.weights.map(Queue.step)
  }

  func withPointers<Result>(_ body: (ArcPointers, UnsafeBufferPointer<Queue.Step>) -> Result) -> Result {
    arcs.withPointers { arcs in steps.withUnsafeBufferPointer { body(arcs, $0) } }
  }
}

extension CompressedGraph {
  /// Whether a queue for small whole numbers can be used.
  var hasSmallWholeWeights: Bool {
    out.weights.allSatisfy { $0 >= 0 && $0 <= Double(BucketQueue.largestStep) && $0 == $0.rounded(.down) }
  }
}

/// Dijkstra's algorithm from one vertex after the other; the memory is used again.
///
/// - SeeAlso: E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1 (1959),
///   doi:10.1007/BF01386390.
struct DistanceSearch<Queue: CostQueue> {
  private let graph: CostedArcs<Queue>
  /// The cost of the cheapest path to each vertex that was settled; an upper bound for those still waiting.
  let costs: WorkingMemory<Queue.Cost>
  private var queue: Queue

  init(over graph: CostedArcs<Queue>) {
    self.graph = graph
    let vertexCount = graph.arcs.offsets.count - 1
    costs = WorkingMemory(count: vertexCount, of: Queue.unreachable)
    queue = Queue(vertexCount: vertexCount)
  }

  /// Works out the costs from a vertex.
  ///
  /// - Parameter end: Where to stop: vertices that cost more than it may keep an upper bound or `unreachable`.
  /// - Returns: The cost of the end; `unreachable` when there is none.
  mutating func run(from start: Int, until end: Int? = nil) -> Queue.Cost {
    costs.fill(Queue.unreachable)
    queue.removeAll()
    let costs = costs.numbers
    costs[start] = 0
    queue.insert(start, 0)
    let last = end ?? -1
    return graph.withPointers { arcs, steps in
      while let (vertex, cost) = queue.next() {
        guard cost == costs[vertex] else { continue }
        if vertex == last { return cost }
        for arc in arcs.range(of: vertex) {
          let target = Int(arcs.targets[arc])
          let next = cost + Queue.cost(steps[arc])
          guard next < costs[target] else { continue }
          costs[target] = next
          queue.insert(target, next)
        }
      }
      return Queue.unreachable
    }
  }
}
