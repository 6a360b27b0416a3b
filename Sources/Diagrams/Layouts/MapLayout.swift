import GraphModel

/// The engine `geo`: nodes at dots where they are on the earth; nodes of which only the Land is known stand somewhere in
/// it, without a dot; what has no place at all stands at the right.
///
/// Plate carrée with 51.2° as the parallel that keeps its length, which is the middle of Germany: distances are right
/// to some four percent at its northern and southern ends.
struct MapLayout {
  let arrangement: Arrangement
  /// Points of the page for a degree of latitude.
  let scale: Double
  /// The part of the earth that is shown.
  let window: Window
  private let located: [Int]
  let elsewhere: [Int]

  /// The cosine of 51.2°.
  private static let shortening = 0.6266

  struct Window {
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

  /// All of the areas where the nodes take up most of them, else the surroundings of the nodes and the Länder of those of which
  /// no more is known.
  private static func window(of diagram: Diagram) -> Window {
    var whole = Window()
    for outline in diagram.outlines { for ring in outline.rings { for place in ring { whole.add(place) } } }
    var near = Window()
    for node in diagram.nodes { if let place = node.place { near.add(place) } }
    let lands = Set(
      diagram.nodes.compactMap { $0.place == nil ? $0.facts["land"]?.text(in: diagram.language) : nil })
    for outline in diagram.outlines where lands.contains(outline.name) {
      for ring in outline.rings { for place in ring { near.add(place) } }
    }
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
    let kept = arrangement.kept
    let nodes = arrangement.diagram.nodes
    var places = nodes.indices.map { kept.indices.contains($0) ? kept[$0] : nil }
    for (node, place) in zip(located, labelPlaces(places)) { places[node] = place }
    LandLabels(map: self).settle(&places)
    list(&places)
    return places.map { $0 ?? PagePoint(x: 0, y: 0) }
  }

  /// More labels than this hide the map whatever their places are; they are only pushed apart.
  private static let readableLabels = 300

  private func labelPlaces(_ places: [PagePoint?]) -> [PagePoint] {
    let nodes = arrangement.diagram.nodes
    let dots = located.map { node in nodes[node].place.map(point) ?? PagePoint(x: 0, y: 0) }
    let extents = located.map { arrangement.extents[$0] }
    let pinned = located.map { places[$0] }
    guard located.count > MapLayout.readableLabels else {
      return MapLabels(dots: dots, extents: extents, pinned: pinned).places()
    }
    return Spreading.spread(
      zip(dots, pinned).map { $1 ?? $0 }, extents, pinned: pinned.map { $0 != nil }, gap: MapLabels.gap)
  }

  /// What lies on the page: labels and dots.
  func room(_ places: [PagePoint?]) -> FreeSpots {
    let dot = Extent(width: 6, height: 6)
    let dots = located.compactMap { node in
      arrangement.diagram.nodes[node].place.map { Frame(point($0), dot) }
    }
    let labels = places.indices.compactMap { node in places[node].map { Frame($0, arrangement.extents[node]) } }
    return FreeSpots(solids: labels + dots, ties: [])
  }

  /// Puts what has no place at the right of the map, in a column for each kind, so that edges between them can be seen.
  private func list(_ places: inout [PagePoint?]) {
    let waiting = elsewhere.filter { places[$0] == nil }
    guard !waiting.isEmpty else { return }
    let top = point(Location(longitude: window.west, latitude: window.north)).y - 40
    let columns = Set(elsewhere.compactMap { node in places[node].flatMap { $0.x > border ? $0.x : nil } }).sorted()
    guard columns.isEmpty else {
      for node in waiting {
        let rails = columns.flatMap { x in (0...200).map { PagePoint(x: x, y: top - Double($0) * 10).rounded } }
        let guest = FreeSpots.Guest(
          extent: arrangement.extents[node], friends: arrangement.friends(of: node, places), gap: 14)
        let room = room(places)
        places[node] =
          room.best(of: rails, for: guest) ?? room.best(of: room.grid(for: guest.extent, gap: guest.gap), for: guest)
      }
      return
    }
    let lands = LandLabels(map: self)
    // Apart, since another heading stands above them.
    for part in [waiting.filter { !lands.isKnown($0) }, waiting.filter(lands.isKnown)] where !part.isEmpty {
      addColumns(of: part, below: top, &places)
    }
  }

  /// Puts nodes into columns at the right of all that lies on the page.
  private func addColumns(of nodes: [Int], below top: Double, _ places: inout [PagePoint?]) {
    let extents = arrangement.extents
    let taken = places.indices.compactMap { node in places[node].map { $0.x + extents[node].width / 2 } }
    let height = max(600, (window.north - window.south) * scale)
    let listed = ColumnLayout(arrangement: arrangement, nodes: nodes).places(height: height)
    let left = nodes.map { listed[$0].x - extents[$0].width / 2 }.min() ?? 0
    let highest = nodes.map { listed[$0].y + extents[$0].height / 2 }.max() ?? 0
    let start = max(border, taken.max() ?? border) + 70
    for node in nodes {
      places[node] = PagePoint(x: listed[node].x - left + start, y: listed[node].y - highest + top).rounded
    }
  }

  /// The right end of the map.
  var border: Double { point(Location(longitude: window.east, latitude: 0)).x }

  /// The areas as they are drawn, the largest first: a city within another Land is drawn over it.
  var rings: [MapNames.Ring] {
    let rings = arrangement.diagram.outlines.flatMap { outline in
      outline.rings.map { ring in (name: outline.name, points: clipped(ring).map(point)) }
    }.filter { $0.points.count > 2 }
    return rings.sorted { (area($0.points), $1.name) > (area($1.points), $0.name) }
  }
}

extension MapLayout {
  /// Draws the areas with their names, and where the nodes really are.
  func draw(_ places: [PagePoint], on backdrop: inout Backdrop) {
    let marks = arrangement.style.marks.backdrop
    let ordered = rings
    for ring in ordered { backdrop.polygon(ring.points, fill: marks.fill, stroke: marks.stroke, width: 1.2) }
    MapNames(map: self, places: places).write(ordered, on: &backdrop)
    let spots = located.compactMap { node in arrangement.diagram.nodes[node].place.map { (node, point($0)) } }
    // Thin and grey, from a dot to its label: no edge looks like that.
    for (node, spot) in spots { backdrop.line([spot, places[node]], marks.text, width: 0.6) }
    for leader in LandLabels(map: self).leaders(places) {
      backdrop.line([leader.from, leader.to], marks.text, width: 0.6)
    }
    for (_, spot) in spots { backdrop.dot(spot, radius: 2.6, fill: arrangement.style.text.colour) }
    nameList(places, on: &backdrop)
  }

  private func nameList(_ places: [PagePoint], on backdrop: inout Backdrop) {
    let listed = elsewhere.filter { places[$0].x > border }
    guard listed.count < places.count else { return }
    let lands = LandLabels(map: self)
    let unknown = Wording("ohne Ort", "without a place")
    let crowded = Wording("Land bekannt, auf der Karte ohne Platz", "Land known, no room on the map")
    name(listed.filter { !lands.isKnown($0) }, unknown, places, on: &backdrop)
    name(listed.filter(lands.isKnown), crowded, places, on: &backdrop)
  }

  private func name(_ nodes: [Int], _ words: Wording, _ places: [PagePoint], on backdrop: inout Backdrop) {
    let extents = arrangement.extents
    guard let left = nodes.map({ places[$0].x - extents[$0].width / 2 }).min(),
      let top = nodes.map({ places[$0].y + extents[$0].height / 2 }).max()
    else { return }
    let size = arrangement.style.text.legendSize * 1.25
    backdrop.name(
      words[arrangement.diagram.language], at: PagePoint(x: left, y: top + size), size: size,
      arrangement.style.text.colour, alignment: -1)
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
