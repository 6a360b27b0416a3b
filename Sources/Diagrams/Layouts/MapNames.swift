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
      let free = MapNames.candidates(in: ring.points).filter { spot in
        spot.isInside(ring.points) && arrangement.isFree(spot, extent, places)
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
  static func candidates(in points: [PagePoint]) -> [PagePoint] {
    let box = bounds(points)
    return (0..<20).flatMap { row in
      (0..<20).map { column in
        PagePoint(
          x: box.left + (box.right - box.left) * (Double(column) + 0.5) / 20,
          y: box.low + (box.high - box.low) * (Double(row) + 0.5) / 20)
      }
    }
  }

  private static func bounds(_ points: [PagePoint]) -> (left: Double, right: Double, low: Double, high: Double) {
    let xs = points.map(\.x)
    let ys = points.map(\.y)
    return (xs.min() ?? 0, xs.max() ?? 0, ys.min() ?? 0, ys.max() ?? 0)
  }

  private func cost(_ spot: PagePoint, _ extent: Extent, _ ring: Ring, _ above: [[PagePoint]]) -> Cost {
    let box = MapNames.bounds(ring.points)
    let dx = spot.x - (box.left + box.right) / 2
    let dy = spot.y - (box.low + box.high) / 2
    let outside = outline(spot, extent).count { corner in
      !corner.isInside(ring.points) || above.contains { corner.isInside($0) }
    }
    let edges = map.arrangement.diagram.edges.count { edge in
      Frame(spot, extent).isCrossed(from: places[edge.from], to: places[edge.to])
    }
    return Cost(outside: outside, edges: edges, distance: dx * dx + dy * dy, x: spot.x, y: spot.y)
  }

  /// Corners of a box and points between them.
  private func outline(_ centre: PagePoint, _ extent: Extent) -> [PagePoint] {
    [-1, -0.5, 0, 0.5, 1].flatMap { part in
      [-1.0, 1.0].map { PagePoint(x: centre.x + part * extent.width / 2, y: centre.y + $0 * extent.height / 2) }
    }
  }

  private func isApart(_ one: PagePoint, _ extent: Extent, _ other: Spot) -> Bool {
    (one.x - other.centre.x).magnitude > (extent.width + other.extent.width) / 2
      || (one.y - other.centre.y).magnitude > (extent.height + other.extent.height) / 2
  }
}

extension PagePoint {
  /// Whether a ray to the right leaves an area an odd number of times.
  func isInside(_ ring: [PagePoint]) -> Bool {
    var isInside = false
    for (one, other) in zip(ring, ring.dropFirst() + ring.prefix(1)) where (one.y > y) != (other.y > y) {
      if x < (other.x - one.x) * (y - one.y) / (other.y - one.y) + one.x { isInside.toggle() }
    }
    return isInside
  }
}
