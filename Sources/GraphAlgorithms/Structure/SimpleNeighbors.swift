import GraphModel

/// The neighbours of each vertex whatever the direction, ascending, each once and without the vertex itself.
struct SimpleNeighbors: Sendable {
  /// Where the neighbours of each vertex begin.
  let offsets: [UInt32]
  /// The neighbours of each vertex, one after another.
  let neighbors: [UInt32]
  /// How many directions join the two: 2 where arcs of a directed graph lead both ways, otherwise 1.
  let directions: [UInt8]
  /// The sum of the weights of all arcs between the two; in a graph without weights their number.
  let weights: [Double]

  /// - Complexity: O(n + m) time and memory.
  init(of graph: CompressedGraph) {
    var offsets: [UInt32] = [0]
    var neighbors: [UInt32] = []
    var directions: [UInt8] = []
    var weights: [Double] = []
    offsets.reserveCapacity(graph.vertexCount + 1)
    neighbors.reserveCapacity(graph.out.targets.count)
    let (out, into) = (graph.out, graph.into)
    for vertex in 0..<graph.vertexCount {
      var left = out.range(of: vertex)
      var right = graph.isDirected ? into.range(of: vertex) : 0..<0
      while !left.isEmpty || !right.isEmpty {
        let first = left.isEmpty ? UInt32.max : out.targets[left.lowerBound]
        let neighbor = right.isEmpty ? first : min(first, into.targets[right.lowerBound])
        let (leaving, arriving) = (out.take(&left, to: neighbor), into.take(&right, to: neighbor))
        if neighbor == UInt32(vertex) { continue }
        neighbors.append(neighbor)
        directions.append(leaving.count > 0 && arriving.count > 0 ? 2 : 1)
        weights.append(leaving.weight + arriving.weight)
      }
      offsets.append(UInt32(neighbors.count))
    }
    (self.offsets, self.neighbors, self.directions, self.weights) = (offsets, neighbors, directions, weights)
  }

  /// The number of vertices.
  var vertexCount: Int { offsets.count - 1 }

  /// The positions of the neighbours of a vertex.
  func range(of vertex: Int) -> Range<Int> { Int(offsets[vertex])..<Int(offsets[vertex + 1]) }

  /// The number of neighbours of a vertex.
  func degree(of vertex: Int) -> Int { Int(offsets[vertex + 1] - offsets[vertex]) }
}

extension CompressedGraph.Arcs {
  /// Takes the arcs to one target from the front; returns their number and weight.
  fileprivate func take(_ arcs: inout Range<Int>, to target: UInt32) -> (count: Int, weight: Double) {
    var count = 0
    var weight = 0.0
    while let arc = arcs.first, targets[arc] == target {
      count += 1
      weight += weights.isEmpty ? 1 : weights[arc]
      arcs.removeFirst()
    }
    return (count, weight)
  }
}
