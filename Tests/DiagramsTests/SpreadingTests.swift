import TestSupport
import Testing

@testable import Diagrams

/// Boxes end up apart, whatever they were; those that must stay stay.
struct SpreadingTests {
  @Test(arguments: [1, 2, 7, 40, 150], [0.0, 30, 2_000])
  func boxesKeepApart(_ count: Int, _ width: Double) {
    var random = SeededGenerator(seed: UInt64(count) * 31 + UInt64(width))
    let places = (0..<count).map { _ in
      PagePoint(
        x: Double.random(in: 0...max(width, 1e-9), using: &random),
        y: Double.random(in: 0...max(width, 1e-9), using: &random))
    }
    let extents = (0..<count).map { _ in
      Extent(width: Double.random(in: 20...220, using: &random), height: Double.random(in: 15...80, using: &random))
    }
    // Pinned boxes may cover one another, so they are put far apart.
    let pinned = places.indices.map { width > 1_000 && $0 % 50 == 0 }
    var start = places
    for box in start.indices where pinned[box] { start[box] = PagePoint(x: Double(box) * 10, y: -500) }
    let spread = Spreading.spread(start, extents, pinned: pinned, gap: 5)
    var covered: [String] = []
    for one in spread.indices {
      if pinned[one] { #expect(spread[one] == start[one]) }
      for other in 0..<one {
        let isApart =
          (spread[one].x - spread[other].x).magnitude >= (extents[one].width + extents[other].width) / 2 + 4.9
          || (spread[one].y - spread[other].y).magnitude >= (extents[one].height + extents[other].height) / 2 + 4.9
        if !isApart { covered.append("\(one) covers \(other)") }
      }
    }
    #expect(covered.isEmpty, "\(covered)")
    #expect(Spreading.spread(start, extents, pinned: pinned, gap: 5) == spread)
  }

  @Test func whatIsApartStays() {
    let places = (0..<20).map { PagePoint(x: Double($0) * 100, y: 3) }
    let extents = places.map { _ in Extent(width: 80, height: 30) }
    #expect(Spreading.spread(places, extents) == places)
  }
}
