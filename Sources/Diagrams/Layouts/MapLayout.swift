import GraphModel

/// The engine `geo`: nodes where they are on the earth, pushed apart; what has no place stands at the right.
///
/// Plate carrée with 51.2° as the parallel that keeps its length, which is the middle of Germany: distances are right
/// to some four percent at its northern and southern ends.
struct MapLayout {
  let arrangement: Arrangement
  /// Points of the page for a degree of latitude.
  let scale: Double
  /// The part of the earth that is shown.
  private let window: Window
  private let located: [Int]
  private let elsewhere: [Int]

  /// The cosine of 51.2°.
  private static let shortening = 0.6266

  private struct Window {
    var west = Double.infinity, east = -Double.infinity, south = Double.infinity, north = -Double.infinity

    mutating func add(_ place: Location) {
      west = min(west, place.longitude)
      east = max(east, place.longitude)
      south = min(south, place.latitude)
      north = max(north, place.latitude)
    }

    var area: Double { max(0, east - west) * MapLayout.shortening * max(0, north - south) }
  }

  init(arrangement: Arrangement) {
    self.arrangement = arrangement
    let nodes = arrangement.diagram.nodes
    located = nodes.indices.filter { nodes[$0].place != nil }
    elsewhere = nodes.indices.filter { nodes[$0].place == nil }
    window = MapLayout.window(of: arrangement.diagram)
    if let kept = arrangement.keptScale {
      scale = kept
    } else {
      // A sixth of the map is for nodes; less, and they would stand far from their places.
      let room = located.reduce(0) { $0 + (arrangement.extents[$1].width + 10) * (arrangement.extents[$1].height + 10) }
      let side = max(window.north - window.south, (window.east - window.west) * MapLayout.shortening, 0.5)
      scale = (max(900 / side, (room * 6 / max(window.area, 0.2)).squareRoot()) * 100).rounded() / 100
    }
  }

  /// All of the areas where the nodes take up most of them, else the surroundings of the nodes.
  private static func window(of diagram: Diagram) -> Window {
    var whole = Window()
    for outline in diagram.outlines { for ring in outline.rings { for place in ring { whole.add(place) } } }
    var near = Window()
    for node in diagram.nodes { if let place = node.place { near.add(place) } }
    guard near.west.isFinite else {
      return whole.west.isFinite ? whole : Window(west: 6, east: 15, south: 47, north: 55)
    }
    let margin = max(0.35, 0.12 * max(near.north - near.south, near.east - near.west))
    near = Window(
      west: near.west - 1.5 * margin, east: near.east + 1.5 * margin, south: near.south - margin,
      north: near.north + margin)
    return whole.west.isFinite && near.area > 0.45 * whole.area ? whole : near
  }

  /// Where a place of the earth is on the page.
  func point(_ place: Location) -> PagePoint {
    PagePoint(
      x: (place.longitude - 10.4) * MapLayout.shortening * scale, y: (place.latitude - 51.2) * scale
    ).rounded
  }

  /// The places.
  func places() -> [PagePoint] {
    let nodes = arrangement.diagram.nodes
    let kept = arrangement.kept
    var places = [PagePoint](repeating: PagePoint(x: 0, y: 0), count: nodes.count)
    for node in located { if let place = nodes[node].place { places[node] = point(place) } }
    func keeps(_ node: Int) -> PagePoint? { kept.indices.contains(node) ? kept[node] : nil }
    for node in nodes.indices { if let place = keeps(node) { places[node] = place } }
    let apart = Spreading.spread(
      located.map { places[$0] }, located.map { arrangement.extents[$0] }, pinned: located.map { keeps($0) != nil },
      gap: 6)
    for (node, place) in zip(located, apart) { places[node] = place }
    list(&places)
    let isPinned = nodes.indices.map { keeps($0) != nil || nodes[$0].place != nil }
    return isPinned.contains(false) && kept.contains { $0 != nil }
      ? Spreading.spread(places, arrangement.extents, pinned: isPinned, gap: 6) : places
  }

  /// Puts what has no place at the right of the map, in columns.
  private func list(_ places: inout [PagePoint]) {
    let nodes = arrangement.diagram.nodes
    let extents = arrangement.extents
    let kept = arrangement.kept
    let waiting = elsewhere.filter { !kept.indices.contains($0) || kept[$0] == nil }.sorted {
      (nodes[$0].kind, nodes[$0].label, $0) < (nodes[$1].kind, nodes[$1].label, $1)
    }
    let top = point(Location(longitude: window.west, latitude: window.north)).y
    let height = max(600, (window.north - window.south) * scale)
    let border = point(Location(longitude: window.east, latitude: 0)).x
    var x = located.reduce(border) { max($0, places[$1].x + extents[$1].width / 2) } + 70
    var y = top - 40
    var width = 0.0
    for node in waiting {
      if y - extents[node].height < top - height {
        x += width + 30
        y = top - 40
        width = 0
      }
      width = max(width, extents[node].width)
      places[node] = PagePoint(x: x + extents[node].width / 2, y: y - extents[node].height / 2).rounded
      y -= extents[node].height + 14
    }
  }
}

extension MapLayout {
  /// Draws the areas with their names, and where the nodes really are.
  func draw(_ places: [PagePoint], on backdrop: inout Backdrop) {
    let marks = arrangement.style.marks.backdrop
    let rings = arrangement.diagram.outlines.flatMap { outline in
      outline.rings.map { ring in (name: outline.name, points: clipped(ring).map(point)) }
    }.filter { $0.points.count > 2 }
    // A city within another Land is drawn over it.
    let ordered = rings.sorted { (area($0.points), $1.name) > (area($1.points), $0.name) }
    for ring in ordered { backdrop.polygon(ring.points, fill: marks.fill, stroke: marks.stroke, width: 1.2) }
    MapNames(map: self, places: places).write(ordered, on: &backdrop)
    for node in located {
      guard let place = arrangement.diagram.nodes[node].place else { continue }
      let spot = point(place)
      let isCovered =
        (spot.x - places[node].x).magnitude < arrangement.extents[node].width / 2
        && (spot.y - places[node].y).magnitude < arrangement.extents[node].height / 2
      if !isCovered { backdrop.line([spot, places[node]], arrangement.style.text.colour, width: 0.7) }
      backdrop.dot(spot, radius: 2.6, fill: arrangement.style.text.colour)
    }
    nameList(places, on: &backdrop)
  }

  private func nameList(_ places: [PagePoint], on backdrop: inout Backdrop) {
    let extents = arrangement.extents
    guard !located.isEmpty, let left = elsewhere.map({ places[$0].x - extents[$0].width / 2 }).min(),
      let top = elsewhere.map({ places[$0].y + extents[$0].height / 2 }).max()
    else { return }
    let size = arrangement.style.text.legendSize * 1.25
    backdrop.name(
      arrangement.diagram.language == .german ? "ohne Ort" : "without a place", at: PagePoint(x: left, y: top + size),
      size: size, arrangement.style.text.colour, alignment: -1)
  }

  private func area(_ ring: [PagePoint]) -> Double {
    var sum = 0.0
    for (one, other) in zip(ring, ring.dropFirst() + ring.prefix(1)) { sum += one.x * other.y - other.x * one.y }
    return sum.magnitude / 2
  }

  /// The part of an area inside the window (Sutherland and Hodgman, 1974).
  private func clipped(_ ring: [Location]) -> [Location] {
    var points = ring
    let sides: [(KeyPath<Location, Double>, Double, Double)] = [
      (\.longitude, window.west, 1), (\.longitude, window.east, -1), (\.latitude, window.south, 1),
      (\.latitude, window.north, -1),
    ]
    for (key, border, sign) in sides {
      var kept: [Location] = []
      for (one, other) in zip(points, points.dropFirst() + points.prefix(1)) {
        let first = sign * (one[keyPath: key] - border)
        let second = sign * (other[keyPath: key] - border)
        if first >= 0 { kept.append(one) }
        guard (first >= 0) != (second >= 0) else { continue }
        let part = first / (first - second)
        kept.append(
          Location(
            longitude: one.longitude + part * (other.longitude - one.longitude),
            latitude: one.latitude + part * (other.latitude - one.latitude)))
      }
      points = kept
    }
    return points
  }
}
