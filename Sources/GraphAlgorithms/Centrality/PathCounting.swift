import GraphModel

/// Counts the shortest paths from one vertex to all others; its memory is used again from one start to the next.
///
/// Without weights paths are as long as their arcs are many, otherwise as long as the weights together; arcs whose
/// weight is not above 0 lead nowhere. Lengths are equal when their sums are equal as floating-point numbers.
struct PathCounting: Sendable {
  /// The length of the shortest paths to each vertex; infinite where none leads.
  private(set) var distances: [Double]
  /// The number of shortest paths to each vertex.
  private(set) var counts: [Double]
  /// The vertices that were reached, nearest first, the start included.
  private(set) var reached: [UInt32] = []
  private var positions: [UInt32]
  private var heap: VertexHeap

  init(vertexCount: Int) {
    distances = [Double](repeating: .infinity, count: vertexCount)
    counts = [Double](repeating: 0, count: vertexCount)
    positions = [UInt32](repeating: .max, count: vertexCount)
    heap = VertexHeap(vertexCount: vertexCount)
    reached.reserveCapacity(vertexCount)
  }

  /// Counts anew.
  ///
  /// - Complexity: O(n + m) without weights, O((n + m) log n) with them.
  mutating func run(from start: Int, over arcs: CompressedGraph.Arcs) {
    for vertex in reached {
      distances[Int(vertex)] = .infinity
      counts[Int(vertex)] = 0
      positions[Int(vertex)] = .max
    }
    reached.removeAll(keepingCapacity: true)
    distances[start] = 0
    counts[start] = 1
    if arcs.weights.isEmpty { breadthFirst(from: start, arcs) } else { nearestFirst(from: start, arcs) }
  }

  /// Whether a shortest path goes over an arc of a vertex that was reached.
  func leads(_ arc: Int, from vertex: Int, in arcs: CompressedGraph.Arcs) -> Bool {
    let target = Int(arcs.targets[arc])
    guard !arcs.weights.isEmpty else { return distances[target] == distances[vertex] + 1 }
    // A length too small to change the sum leaves both ends at one distance: then the order decides.
    let weight = arcs.weights[arc]
    return weight > 0 && distances[target] == distances[vertex] + weight && positions[target] > positions[vertex]
  }

  private mutating func breadthFirst(from start: Int, _ arcs: CompressedGraph.Arcs) {
    reached.append(UInt32(start))
    var next = 0
    while next < reached.count {
      let vertex = Int(reached[next])
      next += 1
      let distance = distances[vertex] + 1
      let count = counts[vertex]
      for arc in arcs.range(of: vertex) {
        let target = Int(arcs.targets[arc])
        if distances[target] > distance {
          distances[target] = distance
          counts[target] = count
          reached.append(UInt32(target))
        } else if distances[target] == distance {
          counts[target] += count
        }
      }
    }
  }

  private mutating func nearestFirst(from start: Int, _ arcs: CompressedGraph.Arcs) {
    heap.lower(start, to: 0)
    while let vertex = heap.removeFirst() {
      positions[vertex] = UInt32(reached.count)
      reached.append(UInt32(vertex))
      for arc in arcs.range(of: vertex) where arcs.weights[arc] > 0 {
        let target = Int(arcs.targets[arc])
        let distance = distances[vertex] + arcs.weights[arc]
        if distance < distances[target] {
          distances[target] = distance
          counts[target] = counts[vertex]
          heap.lower(target, to: distance)
        } else if distance == distances[target], distance < .infinity, positions[target] == .max {
          counts[target] += counts[vertex]
        }
      }
    }
  }
}
