public import GraphModel

/// How many hops lead from one vertex to another, for many pairs of vertices.
///
/// ```swift
/// let hops = try hopCounts(between: [(0, 7), (3, 3)], in: graph)   // the second is 0
/// ```
///
/// - Parameter pairs: Where each path begins and where it ends.
/// - Returns: For each pair the number of hops of a shortest path, nil where none leads; the same at any number of
///   threads.
/// - Complexity: O(n + m) time a pair, in networks with hubs far less, since the search begins at both ends; O(n) memory
///   a thread.
/// - SeeAlso: I. Pohl, "Bi-directional search", Machine Intelligence 6 (1971).
public func hopCounts(
  between pairs: [(Int, Int)], in graph: CompressedGraph, execution: Execution = Execution()
) throws(Cancelled) -> [Int?] {
  let parts = try execution.map(pairs.count, chunk: 128, with: HopSearch(in: graph)) { search, chunk in
    chunk.map { search.hops(from: pairs[$0].0, to: pairs[$0].1) }
  }
  return Array(parts.joined())
}

/// Searches from both ends at once; the memory is used again from one pair to the next.
private struct HopSearch {
  private let graph: CompressedGraph
  /// Which search of which pair saw a vertex: an even number from the start, the odd one above from the end.
  private let marks: WorkingMemory<UInt32>
  private let ahead: WorkingMemory<UInt32>
  private let behind: WorkingMemory<UInt32>
  private var round: UInt32 = 0

  init(in graph: CompressedGraph) {
    self.graph = graph
    marks = WorkingMemory(count: graph.vertexCount, of: 0)
    ahead = WorkingMemory(untouched: graph.vertexCount)
    behind = WorkingMemory(untouched: graph.vertexCount)
  }

  mutating func hops(from start: Int, to end: Int) -> Int? {
    if start == end { return 0 }
    round += 2
    if round >= .max - 3 {
      round = 2
      marks.fill(0)
    }
    return graph.out.withPointers { out in
      graph.into.withPointers { into in
        var forward = Frontier(start, out, round, marks, ahead)
        var backward = Frontier(end, into, round + 1, marks, behind)
        var hops = 0
        while !forward.isEmpty, !backward.isEmpty {
          hops += 1
          // The side with fewer arcs goes on: a hub is met from its neighbours instead of being left.
          let meets = forward.arcCount <= backward.arcCount ? forward.advance() : backward.advance()
          if meets { return hops }
        }
        return nil
      }
    }
  }
}

/// The vertices that one of the two searches saw last.
private struct Frontier {
  private let arcs: ArcPointers
  private let own: UInt32
  private let marks: UnsafeMutablePointer<UInt32>
  private let seen: UnsafeMutablePointer<UInt32>
  private var first = 0
  private var end = 1
  /// How many arcs leave the frontier.
  private(set) var arcCount: Int

  init(
    _ start: Int, _ arcs: ArcPointers, _ own: UInt32, _ marks: WorkingMemory<UInt32>, _ seen: WorkingMemory<UInt32>
  ) {
    (self.arcs, self.own, self.marks, self.seen) = (arcs, own, marks.numbers, seen.numbers)
    self.marks[start] = own
    self.seen[0] = UInt32(start)
    arcCount = arcs.degree(of: start)
  }

  var isEmpty: Bool { first == end }

  /// Goes one hop on; returns whether it met the other search, and then leaves the rest undone.
  mutating func advance() -> Bool {
    let other = own ^ 1
    var (count, last) = (0, end)
    for place in first..<end {
      for arc in arcs.range(of: Int(seen[place])) {
        let target = Int(arcs.targets[arc])
        let mark = marks[target]
        if mark == other { return true }
        if mark == own { continue }
        marks[target] = own
        seen[last] = UInt32(target)
        last += 1
        count += arcs.degree(of: target)
      }
    }
    (first, end, arcCount) = (end, last, count)
    return false
  }
}
