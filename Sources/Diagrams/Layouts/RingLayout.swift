import Foundation
import GraphModel

/// The engine `ego`: rings by the number of steps to the centre.
///
/// Each node gets a part of the circle as wide as what hangs on it needs, as radial trees do (Eades, "Drawing Free
/// Trees", 1992), on the tree of a breadth-first search; rings are so wide that everything has room.
struct RingLayout {
  let arrangement: Arrangement
  private let distances: [Int]
  private let children: [[Int]]
  private let centres: [Int]

  init(arrangement: Arrangement) {
    self.arrangement = arrangement
    let diagram = arrangement.diagram
    let neighbors = diagram.neighbors
    var centres = diagram.nodes.indices.filter { diagram.nodes[$0].emphasis }
    if centres.isEmpty,
      let busiest = neighbors.indices.max(by: { (neighbors[$0].count, -$0) < (neighbors[$1].count, -$1) })
    {
      centres = [busiest]
    }
    var distances = [Int](repeating: -1, count: diagram.nodes.count)
    var children = [[Int]](repeating: [], count: diagram.nodes.count)
    for centre in centres { distances[centre] = 0 }
    var queue = centres
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for neighbor in neighbors[node] where distances[neighbor] < 0 {
        distances[neighbor] = distances[node] + 1
        children[node].append(neighbor)
        queue.append(neighbor)
      }
    }
    // What no path leads to stands on a ring of its own.
    let outermost = (distances.max() ?? 0) + 1
    for node in distances.indices where distances[node] < 0 {
      distances[node] = outermost
      if let centre = centres.first { children[centre].append(node) }
    }
    self.distances = distances
    self.children = children
    self.centres = centres
  }

  /// Between nodes, wide enough for edges to pass at a distance from both.
  private static let gap = 24.0

  /// The places; the centre is the origin.
  func places() -> [PagePoint] {
    var places = [PagePoint](repeating: PagePoint(x: 0, y: 0), count: distances.count)
    let rings = distances.max() ?? 0
    guard rings > 0 else { return Spreading.spread(places, arrangement.extents, gap: RingLayout.gap) }
    var radii = (0...rings).map { Double($0) * 190 }
    var needs = self.needs(radii)
    for _ in 0..<20 {
      let total = centres.reduce(0) { $0 + needs[$1] }
      if total <= 2 * .pi { break }
      let factor = min(3, total / (2 * .pi) * 1.02)
      radii = radii.map { $0 * factor }
      needs = self.needs(radii)
    }
    let total = max(centres.reduce(0) { $0 + needs[$1] }, 1e-9)
    // What is free is shared out, so that a few nodes do not huddle on one side.
    let stretch = 2 * .pi / total
    var start = Double.pi / 2
    for centre in centres {
      put(centre, from: start, needs, stretch, radii, &places)
      start -= needs[centre] * stretch
    }
    for (position, centre) in centres.enumerated() {
      places[centre] = PagePoint(x: 0, y: Double(centres.count - 1) * 30 - Double(position) * 60)
    }
    let pinned = places.indices.map { centres.contains($0) }
    return Spreading.spread(places, arrangement.extents, pinned: pinned, gap: RingLayout.gap)
  }

  /// The angle that each node needs: its own, or that of what hangs on it.
  private func needs(_ radii: [Double]) -> [Double] {
    var needs = [Double](repeating: 0, count: distances.count)
    for node in distances.indices.sorted(by: { (distances[$0], $0) > (distances[$1], $1) }) {
      let below = children[node].reduce(0) { $0 + needs[$1] }
      let radius = radii[distances[node]]
      let extent = arrangement.extents[node]
      // On average half of a ring runs along the width of its boxes and half along their height.
      let own = radius > 0 ? ((extent.width + extent.height) * 0.62 + 14) / radius : 0
      needs[node] = max(own, below)
    }
    return needs
  }

  private func put(
    _ node: Int, from start: Double, _ needs: [Double], _ stretch: Double, _ radii: [Double],
    _ places: inout [PagePoint]
  ) {
    var pending = [(node, start)]
    while let (node, start) = pending.popLast() {
      let middle = start - needs[node] * stretch / 2
      let radius = radii[distances[node]]
      places[node] = PagePoint(x: cos(middle) * radius, y: sin(middle) * radius).rounded
      let below = children[node].reduce(0) { $0 + needs[$1] }
      var angle = start - (needs[node] - below) * stretch / 2
      for child in children[node] {
        pending.append((child, angle))
        angle -= needs[child] * stretch
      }
    }
  }

  /// Spots for a new node on the ring that it belongs to, as the nodes that lie there tell it.
  func rails(for node: Int, among places: [PagePoint?]) -> [PagePoint] {
    guard let middle = PagePoint.mean(of: centres.compactMap { places[$0] }) else { return [] }
    let radii = distances.indices.compactMap { other in
      distances[other] == distances[node] ? places[other].map { (x: $0.x - middle.x, y: $0.y - middle.y) } : nil
    }.map { ($0.x * $0.x + $0.y * $0.y).squareRoot() }
    guard !radii.isEmpty else { return [] }
    let radius = radii.reduce(0, +) / Double(radii.count)
    return (0..<180).map { turn in
      let angle = Double(turn) * .pi / 90
      return PagePoint(x: middle.x + cos(angle) * radius, y: middle.y + sin(angle) * radius).rounded
    }
  }

  /// Draws the rings where the nodes ended up, with the number of steps.
  func draw(_ places: [PagePoint], on backdrop: inout Backdrop) {
    guard let middle = PagePoint.mean(of: centres.map { places[$0] }), let rings = distances.max(), rings > 0 else {
      return
    }
    let marks = arrangement.style.marks.backdrop
    let size = arrangement.style.text.legendSize
    for ring in 1...rings {
      let radii = distances.indices.filter { distances[$0] == ring }.map { node in
        ((places[node].x - middle.x) * (places[node].x - middle.x)
          + (places[node].y - middle.y) * (places[node].y - middle.y)).squareRoot()
      }
      guard !radii.isEmpty else { continue }
      let radius = radii.reduce(0, +) / Double(radii.count)
      backdrop.ellipse(middle, radius: radius, stroke: marks.stroke, dashed: true)
      let words = Wording(ring.counted("Schritt", "Schritte"), ring.counted("step", "steps"))[
        arrangement.diagram.language]
      let extent = arrangement.extent(of: words, size: size)
      let spots = (0..<48).map { turn in
        let angle = Double.pi / 2 - Double(turn) * .pi / 24
        return PagePoint(x: middle.x + cos(angle) * radius, y: middle.y + sin(angle) * radius).rounded
      }
      if let spot = spots.first(where: { arrangement.isFree($0, extent, places) }) {
        backdrop.name(
          words, at: PagePoint(x: spot.x, y: spot.y - size * 0.35), size: size, arrangement.style.text.colour)
      }
    }
  }
}
