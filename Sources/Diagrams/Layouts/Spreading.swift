/// A point of the page, in points; y grows upward.
public struct PagePoint: Codable, Hashable, Sendable {
  /// To the right.
  public var x: Double
  /// Upward.
  public var y: Double

  /// Makes a point.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The point with hundredths, as it is written to files.
  var rounded: PagePoint { PagePoint(x: (x * 100).rounded() / 100, y: (y * 100).rounded() / 100) }
}

/// How much room something takes, in points.
struct Extent: Equatable {
  var width: Double
  var height: Double
}

/// Boxes that must not overlap.
struct Spreading {
  /// The centres of the boxes.
  var places: [PagePoint]
  let extents: [Extent]
  /// The boxes that stay where they are.
  let pinned: [Bool]
  /// The distance that boxes keep, in points.
  let gap: Double

  /// Moves boxes apart, as little as possible, until none overlaps another but pinned ones.
  ///
  /// Overlapping pairs push each other along the shorter way, all pairs by turns, for some rounds; what still overlaps
  /// then goes to the nearest free spot. Depends on nothing but the arguments.
  ///
  /// - Complexity: O(rounds · (n log n + overlapping pairs)), and O(n) for each candidate of the last resort.
  static func spread(
    _ places: [PagePoint], _ extents: [Extent], pinned: [Bool] = [], gap: Double = 10
  ) -> [PagePoint] {
    let pinned = pinned.isEmpty ? [Bool](repeating: false, count: places.count) : pinned
    var spreading = Spreading(places: places, extents: extents, pinned: pinned, gap: gap)
    for _ in 0..<400 where !spreading.push() { return spreading.places.map(\.rounded) }
    spreading.settle()
    return spreading.places.map(\.rounded)
  }

  /// One round of pushing; `false` when nothing overlapped.
  private mutating func push() -> Bool {
    let order = places.indices.sorted { (left(of: $0), $0) < (left(of: $1), $1) }
    var overlapped = false
    for (position, one) in order.enumerated() {
      for other in order[(position + 1)...] {
        // Others begin further right still; a box may have moved in this round, so a little more is looked at.
        if left(of: other) > places[one].x + extents[one].width / 2 + 2 * gap { break }
        if separate(min(one, other), max(one, other)) { overlapped = true }
      }
    }
    return overlapped
  }

  /// Moves two boxes apart along the shorter way; `false` when they were apart, or cannot move.
  private mutating func separate(_ one: Int, _ other: Int) -> Bool {
    guard !(pinned[one] && pinned[other]) else { return false }
    let dx = places[other].x - places[one].x
    let dy = places[other].y - places[one].y
    let overlapX = (extents[one].width + extents[other].width) / 2 + gap - dx.magnitude
    let overlapY = (extents[one].height + extents[other].height) / 2 + gap - dy.magnitude
    guard overlapX > 1e-6, overlapY > 1e-6 else { return false }
    let shareOfOne = pinned[one] ? 0 : pinned[other] ? 1 : 0.5
    // A little more than needed, so that rounding cannot bring boxes together again.
    if overlapX < overlapY {
      let way = (overlapX + 0.02) * (dx < 0 ? -1 : 1)
      places[one].x -= way * shareOfOne
      places[other].x += way * (1 - shareOfOne)
    } else {
      // Boxes at one spot: the first in order goes up.
      let way = (overlapY + 0.02) * (dy <= 0 ? -1 : 1)
      places[one].y -= way * shareOfOne
      places[other].y += way * (1 - shareOfOne)
    }
    return true
  }

  private func left(of box: Int) -> Double { places[box].x - extents[box].width / 2 }

  /// Takes the boxes that still overlap to the nearest free spot, one by one.
  private mutating func settle() {
    var settled = places.indices.filter { pinned[$0] }
    for box in places.indices where !pinned[box] {
      places[box] = freeSpot(for: box, among: settled)
      settled.append(box)
    }
  }

  /// The free spot nearest to where a box is, on rings of candidates around it.
  private func freeSpot(for box: Int, among settled: [Int]) -> PagePoint {
    let start = places[box]
    if isFree(start, for: box, settled) { return start }
    let step = max(6, extents[box].height / 2)
    var ring = 1.0
    while true {
      for (x, y) in Spreading.directions {
        let candidate = PagePoint(x: start.x + x * ring * step * 1.6, y: start.y + y * ring * step)
        if isFree(candidate, for: box, settled) { return candidate }
      }
      ring += 1
    }
  }

  private func isFree(_ place: PagePoint, for box: Int, _ settled: [Int]) -> Bool {
    settled.allSatisfy { other in
      (places[other].x - place.x).magnitude >= (extents[box].width + extents[other].width) / 2 + gap
        || (places[other].y - place.y).magnitude >= (extents[box].height + extents[other].height) / 2 + gap
    }
  }

  /// Sixteen directions as constants: the sine of a library may differ in the last bit from machine to machine.
  private static let directions: [(Double, Double)] = [
    (0, 1), (0, -1), (1, 0), (-1, 0), (0.7071, 0.7071), (-0.7071, 0.7071), (0.7071, -0.7071), (-0.7071, -0.7071),
    (0.3827, 0.9239), (-0.3827, 0.9239), (0.3827, -0.9239), (-0.3827, -0.9239), (0.9239, 0.3827),
    (-0.9239, 0.3827), (0.9239, -0.3827), (-0.9239, -0.3827),
  ]
}
