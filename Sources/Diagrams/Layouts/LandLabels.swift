import GraphModel

/// Nodes of a map of which only the Land is known: within it where there is room, else near it with a line into it.
struct LandLabels {
  let map: MapLayout
  private let rings: [String: [PagePoint]]

  /// How far from its Land a label may stand: further away no eye follows the line.
  private static let reach = 420.0

  /// - Complexity: O(points of the outlines).
  init(map: MapLayout) {
    self.map = map
    rings = Dictionary(map.rings.map { ($0.name, $0.points) }) { largest, _ in largest }
  }

  /// Whether the Land of a node without a place is on the map.
  func isKnown(_ node: Int) -> Bool { ring(of: node) != nil }

  private func ring(of node: Int) -> [PagePoint]? {
    map.arrangement.diagram.nodes[node].facts["land"].flatMap { rings[$0.text(in: map.arrangement.diagram.language)] }
  }

  /// Finds places for those that have none; what finds no room stays without one.
  ///
  /// - Complexity: O(nodes · spots · nodes).
  func settle(_ places: inout [PagePoint?]) {
    let waiting = map.elsewhere.filter { places[$0] == nil && isKnown($0) }
    for node in waiting { places[node] = spot(for: node, places, inside: true) }
    // Lines into a Land would take room within it.
    for node in waiting where places[node] == nil { places[node] = spot(for: node, places, inside: false) }
  }

  private func spot(for node: Int, _ places: [PagePoint?], inside: Bool) -> PagePoint? {
    guard let ring = ring(of: node) else { return nil }
    let arrangement = map.arrangement
    let extent = arrangement.extents[node]
    if inside {
      let spots = MapNames.candidates(in: ring).filter { spot in
        let frame = Frame(spot, extent)
        let ends = [
          (frame.left, frame.bottom), (frame.left, frame.top), (frame.right, frame.bottom), (frame.right, frame.top),
        ]
        return spot.isInside(ring) && ends.count { PagePoint(x: $0.0, y: $0.1).isInside(ring) } >= 3
      }
      let guest = FreeSpots.Guest(
        extent: extent, friends: arrangement.friends(of: node, places), gap: MapLabels.gap)
      return map.room(places).best(of: spots, for: guest)
    }
    guard let anchor = anchor(in: ring) else { return nil }
    let spots = around(anchor).filter { map.border - $0.x > extent.width / 2 }
    var room = map.room(places)
    room.ties = leaders(places.map { $0 ?? PagePoint(x: .infinity, y: 0) })
    return room.best(
      of: spots,
      for: FreeSpots.Guest(
        extent: extent, friends: [Frame(anchor, Extent(width: 1, height: 1))], gap: MapLabels.gap))
  }

  /// The middle of the part of an area that a grid finds in it.
  private func anchor(in ring: [PagePoint]) -> PagePoint? {
    let inside = MapNames.candidates(in: ring).filter { $0.isInside(ring) }
    guard let middle = PagePoint.mean(of: inside) else { return nil }
    func distance(_ point: PagePoint) -> Double {
      (point.x - middle.x) * (point.x - middle.x) + (point.y - middle.y) * (point.y - middle.y)
    }
    return inside.min { (distance($0), $0.x, $0.y) < (distance($1), $1.x, $1.y) }?.rounded
  }

  private func around(_ anchor: PagePoint) -> [PagePoint] {
    let steps = stride(from: -LandLabels.reach, through: LandLabels.reach, by: 20)
    return steps.flatMap { dy in steps.map { dx in PagePoint(x: anchor.x + dx, y: anchor.y + dy).rounded } }
  }

  /// The lines from Länder to labels that stand outside of them, but not to those in the list beside the map.
  func leaders(_ places: [PagePoint]) -> [(from: PagePoint, to: PagePoint)] {
    map.elsewhere.compactMap { node in
      guard places[node].x <= map.border, let ring = ring(of: node), !places[node].isInside(ring),
        let anchor = anchor(in: ring)
      else { return nil }
      return (anchor, places[node])
    }
  }
}
