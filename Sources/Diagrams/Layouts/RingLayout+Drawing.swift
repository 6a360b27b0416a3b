import Foundation
import GraphModel

extension RingLayout {
  /// A circle around the centre, as the nodes on it tell it.
  private struct Ring {
    var radius: Double
    var name: Wording
  }

  /// Draws the rings where the nodes ended up, with the number of steps; only about as far as the nodes reach, since the empty part of
  /// a ring around a single node would make the picture twice as large.
  func draw(_ places: [PagePoint], on backdrop: inout Backdrop) {
    guard let middle = PagePoint.mean(of: centres.map { places[$0] }) else { return }
    let style = arrangement.style
    let frames = places.indices.map { Frame(places[$0], arrangement.extents[$0]) }
    guard let whole = frames.dropFirst().reduce(frames.first, { $0?.joined(with: $1) }) else { return }
    let rings = self.rings(places, around: middle)
    // A ring that is a little larger than what stands on it is drawn as a whole.
    let page = whole.grown(by: max(RingLayout.gap, 0.15 * (rings.map(\.radius).max() ?? 0)))
    for ring in rings {
      for arc in arcs(of: ring.radius, around: middle, within: page) {
        backdrop.line(arc, style.marks.backdrop.stroke, dashed: true)
      }
      write(ring.name, on: ring.radius, around: middle, places, page, &backdrop)
    }
  }

  private func rings(_ places: [PagePoint], around middle: PagePoint) -> [Ring] {
    func distance(_ node: Int) -> Double {
      let (dx, dy) = (places[node].x - middle.x, places[node].y - middle.y)
      return (dx * dx + dy * dy).squareRoot()
    }
    func mean(_ numbers: some Collection<Double>) -> Double { numbers.reduce(0, +) / Double(max(1, numbers.count)) }
    let apart = Set(unconnected)
    let connected = distances.indices.filter { !apart.contains($0) && distances[$0] > 0 }
    let steps = Dictionary(grouping: connected) { distances[$0] }.sorted { $0.key < $1.key }
    let inner = steps.map { step, nodes in
      Ring(
        radius: mean(nodes.map(distance)),
        name: Wording(step.counted("Schritt", "Schritte"), step.counted("step", "steps")))
    }
    // Of the rings of what is not connected the first is drawn: all of them would look like steps.
    let outer = unconnected.map(distance).sorted()
    guard let nearest = outer.first else { return inner }
    let first = outer.prefix { $0 - nearest < 30 }
    return inner + [Ring(radius: mean(first), name: Wording("nicht verbunden", "not connected"))]
  }

  /// The parts of a circle that lie within a box.
  private func arcs(of radius: Double, around middle: PagePoint, within page: Frame) -> [[PagePoint]] {
    let steps = 180
    let points = (0...steps).map { step in
      let angle = Double.pi / 2 + Double(step) * 2 * .pi / Double(steps)
      return PagePoint(x: middle.x + cos(angle) * radius, y: middle.y + sin(angle) * radius).rounded
    }
    var arcs: [[PagePoint]] = []
    var current: [PagePoint] = []
    for point in points {
      if page.contains(point) {
        current.append(point)
      } else {
        arcs.append(current)
        current = []
      }
    }
    return (arcs + [current]).filter { $0.count > 1 }
  }

  private func write(
    _ name: Wording, on radius: Double, around middle: PagePoint, _ places: [PagePoint], _ page: Frame,
    _ backdrop: inout Backdrop
  ) {
    let words = name[arrangement.diagram.language]
    let size = arrangement.style.text.legendSize
    let extent = arrangement.extent(of: words, size: size)
    let spots = (0..<48).map { turn in
      let angle = Double.pi / 2 - Double(turn) * .pi / 24
      return PagePoint(x: middle.x + cos(angle) * radius, y: middle.y + sin(angle) * radius).rounded
    }
    if let spot = spots.first(where: { page.contains($0) && arrangement.isFree($0, extent, places) }) {
      backdrop.name(
        words, at: PagePoint(x: spot.x, y: spot.y - size * 0.35), size: size, arrangement.style.text.colour)
    }
  }
}
