/// A convex outline that edges go round.
struct Obstacle {
  /// The corners, counter-clockwise; none where the outline is an ellipse.
  let corners: [PagePoint]
  let centre: PagePoint
  let extent: Extent

  /// An outline with corners.
  init(corners: [PagePoint], centre: PagePoint, extent: Extent) {
    self.corners = corners
    self.centre = centre
    self.extent = extent
  }

  /// A rectangle.
  init(_ frame: Frame) {
    corners = [
      (frame.left, frame.bottom), (frame.right, frame.bottom), (frame.right, frame.top), (frame.left, frame.top),
    ].map { PagePoint(x: $0.0, y: $0.1) }
    centre = frame.centre
    extent = Extent(width: frame.right - frame.left, height: frame.top - frame.bottom)
  }

  /// The room between the bounding boxes of two; not above 0 where they overlap.
  func gap(to other: Obstacle) -> Double {
    max(
      (centre.x - other.centre.x).magnitude - (extent.width + other.extent.width) / 2,
      (centre.y - other.centre.y).magnitude - (extent.height + other.extent.height) / 2)
  }

  /// A polygon that keeps a distance to the outline and stays within the bounding box grown by it; clockwise, as
  /// libpathplan wants it.
  func polygon(at distance: Double) -> [PagePoint] {
    let grown = corners.isEmpty ? aroundEllipse(distance) : moved(by: distance)
    // Without rounding an upright side would lean by its last bit, and libpathplan overlook what crosses it.
    return clipped(grown, distance).reversed().map(\.rounded)
  }

  /// Whether a point lies nearer to the outline than a distance, or inside.
  func touches(_ point: PagePoint, within distance: Double) -> Bool {
    let dx = (point.x - centre.x).magnitude - extent.width / 2
    let dy = (point.y - centre.y).magnitude - extent.height / 2
    guard dx < distance, dy < distance else { return false }
    let ring = polygon(at: distance)
    return zip(ring, ring.dropFirst() + ring.prefix(1)).allSatisfy { one, other in
      (other.x - one.x) * (point.y - one.y) - (other.y - one.y) * (point.x - one.x) <= 0
    }
  }

  /// Twelve tangents, so that no side cuts into the ellipse; four of them lie at its tips.
  private func aroundEllipse(_ distance: Double) -> [PagePoint] {
    let width = (extent.width / 2 + distance) / Obstacle.cosineOf15
    let height = (extent.height / 2 + distance) / Obstacle.cosineOf15
    return Obstacle.dodecagon.map { PagePoint(x: centre.x + width * $0.0, y: centre.y + height * $0.1) }
  }

  /// Each side moved outward by a distance; neighbouring sides meet in new corners.
  private func moved(by distance: Double) -> [PagePoint] {
    let sides = zip(corners, corners.dropFirst() + corners.prefix(1)).map { one, other in
      let (dx, dy) = (other.x - one.x, other.y - one.y)
      let length = max((dx * dx + dy * dy).squareRoot(), 1e-9)
      let shift = (x: dy / length * distance, y: -dx / length * distance)
      return (start: PagePoint(x: one.x + shift.x, y: one.y + shift.y), dx: dx, dy: dy)
    }
    return sides.indices.map { side in
      let (one, other) = (sides[(side + sides.count - 1) % sides.count], sides[side])
      let turn = one.dx * other.dy - one.dy * other.dx
      guard turn.magnitude > 1e-9 else { return other.start }
      let part = ((other.start.x - one.start.x) * other.dy - (other.start.y - one.start.y) * other.dx) / turn
      return PagePoint(x: one.start.x + part * one.dx, y: one.start.y + part * one.dy)
    }
  }

  /// Sharp corners reach far when sides move; they are cut off at the bounding box (Sutherland and Hodgman, 1974).
  private func clipped(_ ring: [PagePoint], _ distance: Double) -> [PagePoint] {
    let width = extent.width / 2 + distance
    let height = extent.height / 2 + distance
    var ring = ring
    let sides: [(x: Double, y: Double, reach: Double)] = [
      (1, 0, width), (-1, 0, width), (0, 1, height), (0, -1, height),
    ]
    for side in sides {
      func depth(_ point: PagePoint) -> Double {
        side.reach - (point.x - centre.x) * side.x - (point.y - centre.y) * side.y
      }
      var kept: [PagePoint] = []
      for (one, other) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
        let (first, second) = (depth(one), depth(other))
        if first >= -1e-9 { kept.append(one) }
        guard (first > 1e-9) != (second > 1e-9), first.magnitude > 1e-9, second.magnitude > 1e-9 else { continue }
        let part = first / (first - second)
        kept.append(PagePoint(x: one.x + part * (other.x - one.x), y: one.y + part * (other.y - one.y)))
      }
      ring = kept
    }
    return ring
  }

  private static let cosineOf15 = 0.965_925_826_289_068_3

  /// The corners of a regular polygon with flat sides at its four tips, as constants: the sine of a library may differ
  /// in the last bit from machine to machine.
  private static let dodecagon: [(Double, Double)] = {
    let (far, near, half) = (0.965_925_826_289_068_3, 0.258_819_045_102_520_7, 0.707_106_781_186_547_5)
    return [
      (far, near), (half, half), (near, far), (-near, far), (-half, half), (-far, near), (-far, -near), (-half, -half),
      (-near, -far), (near, -far), (half, -half), (far, -near),
    ]
  }()
}

/// A box around nodes.
struct Frame: Equatable {
  var left: Double
  var right: Double
  var bottom: Double
  var top: Double

  var centre: PagePoint { PagePoint(x: (left + right) / 2, y: (bottom + top) / 2) }

  /// Whether two boxes come nearer to one another than a distance.
  func meets(_ other: Frame, within distance: Double = 0) -> Bool {
    left < other.right + distance && other.left < right + distance && bottom < other.top + distance
      && other.bottom < top + distance
  }

  /// Whether a point lies inside.
  func contains(_ point: PagePoint) -> Bool {
    (left...right).contains(point.x) && (bottom...top).contains(point.y)
  }

  /// The box with its sides so far out.
  func grown(by distance: Double) -> Frame {
    Frame(left: left - distance, right: right + distance, bottom: bottom - distance, top: top + distance)
  }

  /// The smallest box around this one and another.
  func joined(with other: Frame) -> Frame {
    Frame(
      left: min(left, other.left), right: max(right, other.right), bottom: min(bottom, other.bottom),
      top: max(top, other.top))
  }
}

extension Frame {
  /// The box that something of an extent takes at a place.
  init(_ centre: PagePoint, _ extent: Extent) {
    self.init(
      left: centre.x - extent.width / 2, right: centre.x + extent.width / 2, bottom: centre.y - extent.height / 2,
      top: centre.y + extent.height / 2)
  }

  /// Whether a straight line has a part in the box (the slabs of Liang and Barsky).
  func isCrossed(from start: PagePoint, to end: PagePoint) -> Bool {
    var first = 0.0
    var last = 1.0
    for slab in [(start.x, end.x - start.x, left, right), (start.y, end.y - start.y, bottom, top)] {
      guard slab.1 != 0 else {
        if slab.0 < slab.2 || slab.0 > slab.3 { return false }
        continue
      }
      let one = (slab.2 - slab.0) / slab.1
      let other = (slab.3 - slab.0) / slab.1
      first = max(first, min(one, other))
      last = min(last, max(one, other))
    }
    return first <= last
  }
}
