import GraphModel

/// Numbers that a search writes to, outside of arrays: loops copy the pointer and pay neither for checks of bounds nor
/// of exclusive access. Whoever uses it keeps within its count and keeps the object alive; several threads may use it when
/// none writes where another reads or writes.
final class WorkingMemory<Number: BitwiseCopyable>: @unchecked Sendable {
  let numbers: UnsafeMutablePointer<Number>
  let count: Int

  /// - Complexity: O(count).
  init(count: Int, of number: Number) {
    self.count = count
    numbers = .allocate(capacity: max(1, count))
    numbers.initialize(repeating: number, count: count)
  }

  /// Memory with any content: what is never touched costs nothing.
  init(untouched count: Int) {
    self.count = count
    numbers = .allocate(capacity: max(1, count))
  }

  deinit { numbers.deallocate() }

  /// - Complexity: O(count).
  func fill(_ number: Number) { numbers.update(repeating: number, count: count) }
}

/// Where the arcs of a graph stand in memory; valid within ``CompressedGraph/Arcs/withPointers(_:)``.
struct ArcPointers {
  let offsets: UnsafePointer<UInt32>
  let targets: UnsafePointer<UInt32>

  /// The positions of the arcs of a vertex.
  @inline(__always)
  func range(of vertex: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(offsets[vertex]), Int(offsets[vertex + 1])))
  }

  /// The number of arcs of a vertex.
  @inline(__always)
  func degree(of vertex: Int) -> Int { Int(offsets[vertex + 1] - offsets[vertex]) }

  /// The sum of the numbers at the far ends of a vertex's arcs. Of many arcs four sums side by side: one would wait for
  /// each addition in turn.
  @inline(__always)
  func sum(at vertex: Int, _ numbers: UnsafeMutablePointer<Double>) -> Double {
    let range = range(of: vertex)
    var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
    var arc = range.lowerBound
    if range.count >= 32 {
      while arc &+ 4 <= range.upperBound {
        first += numbers[Int(targets[arc])]
        second += numbers[Int(targets[arc &+ 1])]
        third += numbers[Int(targets[arc &+ 2])]
        fourth += numbers[Int(targets[arc &+ 3])]
        arc &+= 4
      }
    }
    while arc < range.upperBound {
      first += numbers[Int(targets[arc])]
      arc &+= 1
    }
    return (first + second) + (third + fourth)
  }
}

extension CompressedGraph.Arcs {
  /// Lends the arrays as pointers. A graph without arcs lends a pointer that nobody may read.
  func withPointers<Result>(_ body: (ArcPointers) throws -> Result) rethrows -> Result {
    try offsets.withUnsafeBufferPointer { offsets in
      try targets.withUnsafeBufferPointer { targets in
        guard let first = offsets.baseAddress else { preconditionFailure("a graph has offsets") }
        return try body(ArcPointers(offsets: first, targets: targets.baseAddress ?? first))
      }
    }
  }
}
