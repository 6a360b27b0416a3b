import GraphModel

/// Counts the shortest paths from one vertex to all others; its memory is used again from one start to the next.
///
/// Without weights paths are as long as their arcs are many, otherwise as long as the weights together; arcs whose
/// weight is not above 0 lead nowhere. Lengths are equal when their sums are equal as floating-point numbers.
struct PathCounting: Sendable {
  /// The number of shortest paths to each vertex.
  private(set) var counts: [Double]
  /// The vertices that were reached, nearest first, the start included.
  private(set) var reached: [UInt32] = []
  /// The length of the shortest paths to each vertex; infinite where none leads. Only of graphs with weights.
  private(set) var distances: [Double] = []
  /// The number of hops to each vertex, `max` where none leads; with weights its place in the order of ``reached``.
  private var ranks: [UInt32]
  private var heap: VertexHeap?

  init(over arcs: CompressedGraph.Arcs) {
    let vertexCount = arcs.offsets.count - 1
    counts = [Double](repeating: 0, count: vertexCount)
    ranks = [UInt32](repeating: .max, count: vertexCount)
    reached.reserveCapacity(vertexCount)
    guard !arcs.weights.isEmpty else { return }
    distances = [Double](repeating: .infinity, count: vertexCount)
    heap = VertexHeap(vertexCount: vertexCount)
  }

  /// Counts anew.
  ///
  /// - Complexity: O(n + m) without weights, O((n + m) log n) with them.
  mutating func run(from start: Int, over arcs: CompressedGraph.Arcs) {
    for vertex in reached {
      counts[Int(vertex)] = 0
      ranks[Int(vertex)] = .max
      if !distances.isEmpty { distances[Int(vertex)] = .infinity }
    }
    reached.removeAll(keepingCapacity: true)
    counts[start] = 1
    if arcs.weights.isEmpty {
      breadthFirst(from: start, arcs, &reached, &ranks, &counts)
    } else {
      nearestFirst(from: start, arcs)
    }
  }

  private mutating func nearestFirst(from start: Int, _ arcs: CompressedGraph.Arcs) {
    let (offsets, targets, weights) = (arcs.offsets.span, arcs.targets.span, arcs.weights.span)
    distances[start] = 0
    heap?.lower(start, to: 0)
    while let vertex = heap?.removeFirst() {
      ranks[vertex] = UInt32(reached.count)
      reached.append(UInt32(vertex))
      for arc in Int(offsets[vertex])..<Int(offsets[vertex + 1]) where weights[arc] > 0 {
        let target = Int(targets[arc])
        let distance = distances[vertex] + weights[arc]
        if distance < distances[target] {
          distances[target] = distance
          counts[target] = counts[vertex]
          heap?.lower(target, to: distance)
        } else if distance == distances[target], distance < .infinity, ranks[target] == .max {
          counts[target] += counts[vertex]
        }
      }
    }
  }

  /// Goes backwards from the farthest vertex and adds to each vertex and edge what depends on it.
  ///
  /// - Parameters:
  ///   - shares: What the followers of a vertex get by each path to it: (1 + dependency) / number of paths. Any values.
  ///   - edges: Nothing, or a value for each edge.
  func gather(
    over arcs: CompressedGraph.Arcs, shares: inout [Double], vertices: inout [Double], edges: inout [Double]
  ) {
    let (offsets, targets) = (arcs.offsets.span, arcs.targets.span)
    let (ranks, counts) = (self.ranks.span, self.counts.span)
    let wantsEdges = !edges.isEmpty
    for index in stride(from: reached.count - 1, through: 0, by: -1) {
      let vertex = Int(reached[index])
      let (hops, count) = (ranks[vertex] &+ 1, counts[vertex])
      var dependency = 0.0
      for arc in Int(offsets[vertex])..<Int(offsets[vertex + 1]) {
        let target = Int(targets[arc])
        guard distances.isEmpty ? ranks[target] == hops : leads(arc, from: vertex, in: arcs) else { continue }
        let portion = count * shares[target]
        dependency += portion
        if wantsEdges { edges[Int(arcs.edges[arc])] += portion }
      }
      shares[vertex] = (1 + dependency) / count
      if index > 0 { vertices[vertex] += dependency }
    }
  }

  /// Whether a shortest path goes over an arc with a weight. A length too small to change the sum leaves both ends at
  /// one distance: then the order decides.
  private func leads(_ arc: Int, from vertex: Int, in arcs: CompressedGraph.Arcs) -> Bool {
    let target = Int(arcs.targets[arc])
    let weight = arcs.weights[arc]
    return weight > 0 && distances[target] == distances[vertex] + weight && ranks[target] > ranks[vertex]
  }
}

/// Counts hops and paths; the arrays are apart, so that the loop needs no access to the whole.
private func breadthFirst(
  from start: Int, _ arcs: CompressedGraph.Arcs, _ reached: inout [UInt32], _ ranks: inout [UInt32],
  _ counts: inout [Double]
) {
  let (offsets, targets) = (arcs.offsets.span, arcs.targets.span)
  var ranks = ranks.mutableSpan
  var counts = counts.mutableSpan
  ranks[start] = 0
  reached.append(UInt32(start))
  var next = 0
  while next < reached.count {
    let vertex = Int(reached[next])
    next += 1
    let hops = ranks[vertex] + 1
    let count = counts[vertex]
    for arc in Int(offsets[vertex])..<Int(offsets[vertex + 1]) {
      let target = Int(targets[arc])
      if ranks[target] == hops {
        counts[target] += count
      } else if ranks[target] == .max {
        ranks[target] = hops
        counts[target] = count
        reached.append(UInt32(target))
      }
    }
  }
}
