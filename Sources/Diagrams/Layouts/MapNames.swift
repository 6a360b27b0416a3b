/// The names of the areas of a map, where they are read best.
struct MapNames {
  let map: MapLayout
  let places: [PagePoint]

  /// An area as drawn: a part of one may lie on an island.
  typealias Ring = (name: String, points: [PagePoint])

  /// What is wrong with a spot for a name; the first counts most.
  private struct Cost: Comparable {
    /// How many corners of the name lie outside the area or in another one on top of it.
    var outside: Int
    /// How many edges run behind the name.
    var edges: Int
    var distance: Double
    var x: Double
    var y: Double

    static func < (one: Cost, other: Cost) -> Bool {
      (one.outside, one.edges, one.distance, one.x, one.y)
        < (other.outside, other.edges, other.distance, other.x, other.y)
    }
  }

  private struct Spot {
    var centre: PagePoint
    var extent: Extent
  }

  /// Names each area once, on its largest part, clear of nodes, of their true places and of other names.
  ///
  /// An area on which no spot is free stays without a name: its nodes carry it.
  ///
  /// - Parameter rings: The areas in the order in which they are drawn, the largest first.
  /// - Complexity: O(n · (e + v)) for n areas, e edges and v nodes, with some hundred spots tried for each.
  func write(_ rings: [Ring], on backdrop: inout Backdrop) {
    let arrangement = map.arrangement
    let size = arrangement.style.text.legendSize
    let marks = arrangement.style.marks.backdrop
    var named: Set<String> = []
    var taken = arrangement.diagram.nodes.compactMap { node in
      node.place.map { Spot(centre: map.point($0), extent: Extent(width: 6, height: 6)) }
    }
    for (position, ring) in rings.enumerated() where named.insert(ring.name).inserted {
      let extent = arrangement.extent(of: ring.name, size: size)
      let free = candidates(in: ring.points).filter { spot in
        isInside(spot, ring.points) && arrangement.isFree(spot, extent, places)
          && taken.allSatisfy { isApart(spot, extent, $0) }
      }
      let above = rings[(position + 1)...].filter { $0.name != ring.name }.map(\.points)
      let costs = free.map { (spot: $0, cost: cost($0, extent, ring, above)) }
      guard let best = costs.min(by: { $0.cost < $1.cost })?.spot else { continue }
      taken.append(Spot(centre: best, extent: Extent(width: extent.width + size, height: extent.height + size)))
      let foot = PagePoint(x: best.x, y: best.y - size * 0.35).rounded
      backdrop.name(ring.name, at: foot, size: size, marks.text, on: marks.fill)
    }
  }

  /// A grid over the area.
  private func candidates(in points: [PagePoint]) -> [PagePoint] {
    let box = bounds(points)
    return (0..<20).flatMap { row in
      (0..<20).map { column in
        PagePoint(
          x: box.left + (box.right - box.left) * (Double(column) + 0.5) / 20,
          y: box.low + (box.high - box.low) * (Double(row) + 0.5) / 20)
      }
    }
  }

  private func bounds(_ points: [PagePoint]) -> (left: Double, right: Double, low: Double, high: Double) {
    let xs = points.map(\.x)
    let ys = points.map(\.y)
    return (xs.min() ?? 0, xs.max() ?? 0, ys.min() ?? 0, ys.max() ?? 0)
  }

  private func cost(_ spot: PagePoint, _ extent: Extent, _ ring: Ring, _ above: [[PagePoint]]) -> Cost {
    let box = bounds(ring.points)
    let dx = spot.x - (box.left + box.right) / 2
    let dy = spot.y - (box.low + box.high) / 2
    let outside = outline(spot, extent).count { corner in
      !isInside(corner, ring.points) || above.contains { isInside(corner, $0) }
    }
    let edges = map.arrangement.diagram.edges.count { edge in
      crosses(places[edge.from], places[edge.to], spot, extent)
    }
    return Cost(outside: outside, edges: edges, distance: dx * dx + dy * dy, x: spot.x, y: spot.y)
  }

  /// Corners of a box and points between them.
  private func outline(_ centre: PagePoint, _ extent: Extent) -> [PagePoint] {
    [-1, -0.5, 0, 0.5, 1].flatMap { part in
      [-1.0, 1.0].map { PagePoint(x: centre.x + part * extent.width / 2, y: centre.y + $0 * extent.height / 2) }
    }
  }

  /// Whether a straight line has a part in a box (the slabs of Liang and Barsky).
  private func crosses(_ from: PagePoint, _ to: PagePoint, _ centre: PagePoint, _ extent: Extent) -> Bool {
    var first = 0.0
    var last = 1.0
    let slabs = [
      (start: from.x, way: to.x - from.x, middle: centre.x, half: extent.width / 2),
      (start: from.y, way: to.y - from.y, middle: centre.y, half: extent.height / 2),
    ]
    for slab in slabs {
      guard slab.way != 0 else {
        if (slab.start - slab.middle).magnitude > slab.half { return false }
        continue
      }
      let one = (slab.middle - slab.half - slab.start) / slab.way
      let other = (slab.middle + slab.half - slab.start) / slab.way
      first = max(first, min(one, other))
      last = min(last, max(one, other))
    }
    return first <= last
  }

  private func isApart(_ one: PagePoint, _ extent: Extent, _ other: Spot) -> Bool {
    (one.x - other.centre.x).magnitude > (extent.width + other.extent.width) / 2
      || (one.y - other.centre.y).magnitude > (extent.height + other.extent.height) / 2
  }

  /// Whether a ray to the right leaves the area an odd number of times.
  private func isInside(_ point: PagePoint, _ ring: [PagePoint]) -> Bool {
    var isInside = false
    for (one, other) in zip(ring, ring.dropFirst() + ring.prefix(1)) where (one.y > point.y) != (other.y > point.y) {
      if point.x < (other.x - one.x) * (point.y - one.y) / (other.y - one.y) + one.x { isInside.toggle() }
    }
    return isInside
  }
}
