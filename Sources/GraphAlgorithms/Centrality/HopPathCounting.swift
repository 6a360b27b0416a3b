import GraphModel

/// Counts the shortest paths from one vertex to all others in a graph without weights, and what depends on each vertex
/// as a station of them; the memory is used again from one start to the next.
///
/// Vertices are met level by level. While few arcs leave a level, its vertices tell those behind them; once fewer arcs
/// lead to what is left, the rest asks instead (S. Beamer, K. Asanović, D. Patterson, "Direction-optimizing breadth-first
/// search", SC 2012, doi:10.1109/SC.2012.50). On the way back nobody needs to ask which neighbours are one level farther:
/// only these have a share by then, so that adding up all shares does.
struct HopPathCounting {
  private let graph: CompressedGraph
  private let counts: WorkingMemory<Double>
  private let levels: WorkingMemory<UInt32>
  private let shares: WorkingMemory<Double>
  private let pending: WorkingMemory<Double>
  private let reached: WorkingMemory<UInt32>
  /// Where each level begins in ``reached``; then the end of the last.
  private var starts: [Int] = []

  init(in graph: CompressedGraph) {
    self.graph = graph
    let count = graph.vertexCount
    counts = WorkingMemory(untouched: count)
    levels = WorkingMemory(count: count, of: .max)
    shares = WorkingMemory(count: count, of: 0)
    pending = WorkingMemory(untouched: count)
    reached = WorkingMemory(untouched: count)
  }

  /// Adds what the paths from a vertex bring to each vertex.
  ///
  /// - Complexity: O(n + m).
  mutating func add(from start: Int, to vertices: inout [Double]) {
    meet(from: start)
    let (shares, reached, levels) = (shares.numbers, reached.numbers, levels.numbers)
    graph.out.withPointers { out in
      vertices.withUnsafeMutableBufferPointer { vertices in
        for level in stride(from: starts.count - 2, to: 0, by: -1) {
          gather(starts[level]..<starts[level + 1], out, isLast: level == starts.count - 2, vertices)
        }
      }
    }
    for place in 0..<starts[starts.count - 1] {
      shares[Int(reached[place])] = 0
      levels[Int(reached[place])] = .max
    }
  }

  private mutating func meet(from start: Int) {
    counts.numbers[start] = 1
    levels.numbers[start] = 0
    reached.numbers[0] = UInt32(start)
    starts = [0, 1]
    var arcs = graph.out.degree(of: start)
    var left = graph.into.targets.count - graph.into.degree(of: start)
    graph.out.withPointers { out in
      graph.into.withPointers { into in
        while starts[starts.count - 2] < starts[starts.count - 1] {
          let level = starts[starts.count - 2]..<starts[starts.count - 1]
          let end = 2 * arcs < left ? tell(level, out) : ask(level, into)
          arcs = 0
          for place in level.upperBound..<end {
            arcs += out.degree(of: Int(reached.numbers[place]))
            left -= into.degree(of: Int(reached.numbers[place]))
          }
          starts.append(end)
        }
      }
    }
    starts.removeLast()
  }

  /// The vertices of a level tell the next; returns where that ends.
  private func tell(_ level: Range<Int>, _ out: ArcPointers) -> Int {
    let (counts, levels, reached) = (counts.numbers, levels.numbers, reached.numbers)
    let next = UInt32(starts.count - 1)
    var end = level.upperBound
    for place in level {
      let vertex = Int(reached[place])
      let count = counts[vertex]
      for arc in out.range(of: vertex) {
        let target = Int(out.targets[arc])
        if levels[target] == next {
          counts[target] += count
        } else if levels[target] == .max {
          levels[target] = next
          counts[target] = count
          reached[end] = UInt32(target)
          end += 1
        }
      }
    }
    return end
  }

  /// All that was not met yet asks the vertices of a level; returns where the next ends.
  private func ask(_ level: Range<Int>, _ into: ArcPointers) -> Int {
    let (counts, levels, shares, reached) = (counts.numbers, levels.numbers, shares.numbers, reached.numbers)
    let next = UInt32(starts.count - 1)
    // Until the way back the shares are free to hold the counts of one level.
    for place in level { shares[Int(reached[place])] = counts[Int(reached[place])] }
    var end = level.upperBound
    for vertex in 0..<graph.vertexCount where levels[vertex] == .max {
      let count = into.sum(at: vertex, shares)
      guard count > 0 else { continue }
      levels[vertex] = next
      counts[vertex] = count
      reached[end] = UInt32(vertex)
      end += 1
    }
    for place in level { shares[Int(reached[place])] = 0 }
    return end
  }

  /// One level on the way back: what depends on each vertex, and its share for each path to it.
  private func gather(
    _ level: Range<Int>, _ out: ArcPointers, isLast: Bool, _ vertices: UnsafeMutableBufferPointer<Double>
  ) {
    let (counts, shares, pending, reached) = (counts.numbers, shares.numbers, pending.numbers, reached.numbers)
    if isLast {
      for place in level { shares[Int(reached[place])] = 1 / counts[Int(reached[place])] }
      return
    }
    for place in level { pending[place] = out.sum(at: Int(reached[place]), shares) }
    for place in level {
      let vertex = Int(reached[place])
      vertices[vertex] += counts[vertex] * pending[place]
      shares[vertex] = 1 / counts[vertex] + pending[place]
    }
  }
}
