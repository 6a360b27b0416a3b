import Foundation
import GraphModel

/// The engine `ego`: rings by the number of steps to the centre.
///
/// Each node gets a part of the circle as wide as what hangs on it needs, as radial trees do (Eades, "Drawing Free
/// Trees", 1992), on the tree of a breadth-first search; rings are so wide that everything has room. What no path leads to
/// stands around all of them, on as many rings as it fills.
struct RingLayout {
  let arrangement: Arrangement
  /// The number of steps to the centre; one more than the most where no path leads there.
  let distances: [Int]
  private let children: [[Int]]
  let centres: [Int]
  /// What no path leads to, component by component.
  let unconnected: [Int]

  init(arrangement: Arrangement) {
    self.arrangement = arrangement
    let diagram = arrangement.diagram
    let neighbors = diagram.neighbors
    let given = diagram.nodes.indices.filter { diagram.nodes[$0].emphasis }
    let centres = given.isEmpty ? [diagram.busiestNode].compactMap(\.self) : given
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
    let outermost = (distances.max() ?? 0) + 1
    let apart = diagram.nodes.indices.filter { distances[$0] < 0 }
    for node in apart { distances[node] = outermost }
    unconnected = RingLayout.byComponents(apart, of: diagram, neighbors)
    self.distances = distances
    self.children = children
    self.centres = centres
  }

  /// Nodes in alphabetical order, but each with what it is joined to.
  private static func byComponents(_ nodes: [Int], of diagram: Diagram, _ neighbors: [[Int]]) -> [Int] {
    var seen: Set<Int> = []
    var order: [Int] = []
    for node in diagram.alphabetical(nodes) where seen.insert(node).inserted {
      order.append(node)
      var next = order.count - 1
      while next < order.count {
        for neighbor in neighbors[order[next]] where seen.insert(neighbor).inserted { order.append(neighbor) }
        next += 1
      }
    }
    return order
  }

  /// Between nodes, wide enough for edges to pass at a distance from both.
  static let gap = 24.0

  /// The places; the centre is the origin.
  func places() -> [PagePoint] {
    var places = [PagePoint](repeating: PagePoint(x: 0, y: 0), count: distances.count)
    let connected = Set(distances.indices).subtracting(unconnected)
    let rings = connected.map { distances[$0] }.max() ?? 0
    guard distances.contains(where: { $0 > 0 }) else {
      return Spreading.spread(places, arrangement.extents, gap: RingLayout.gap)
    }
    var radii = (0...rings).map { Double($0) * 190 }
    var needs = self.needs(radii)
    for _ in 0..<20 {
      let total = centres.reduce(0) { $0 + needs[$1] }
      if total <= 2 * .pi { break }
      let factor = min(3, total / (2 * .pi) * 1.02)
      radii = radii.map { $0 * factor }
      needs = self.needs(radii)
    }
    turn(&places, needs, radii)
    putUnconnected(around: radii[rings], &places)
    let pinned = places.indices.map { centres.contains($0) }
    return Spreading.spread(places, arrangement.extents, pinned: pinned, gap: RingLayout.gap)
  }

  /// Puts the nodes on their rings, turned so that the picture needs the smallest slide: a single branch to far out lies on its
  /// side.
  private func turn(_ places: inout [PagePoint], _ needs: [Double], _ radii: [Double]) {
    let total = max(centres.reduce(0) { $0 + needs[$1] }, 1e-9)
    // What is free is shared out, so that a few nodes do not huddle on one side.
    let stretch = 2 * .pi / total
    var best: (slide: Double, places: [PagePoint])?
    for turn in 0..<12 {
      var turned = places
      var start = Double.pi / 2 - Double(turn) * .pi / 6
      for centre in centres {
        put(centre, from: start, needs, stretch, radii, &turned)
        start -= needs[centre] * stretch
      }
      for (position, centre) in centres.enumerated() {
        turned[centre] = PagePoint(x: 0, y: Double(centres.count - 1) * 30 - Double(position) * 60)
      }
      let slide = slide(turned)
      // For little the first stays, which begins at the top.
      if best.map({ slide < 0.93 * $0.slide }) ?? true { best = (slide, turned) }
    }
    if let best { places = best.places }
  }

  /// The width of the slide that holds the nodes; slides are one and a half times as wide as high.
  private func slide(_ places: [PagePoint]) -> Double {
    let apart = Set(unconnected)
    let frames = places.indices.filter { !apart.contains($0) }.map { Frame(places[$0], arrangement.extents[$0]) }
    guard let whole = frames.dropFirst().reduce(frames.first, { $0?.joined(with: $1) }) else { return 0 }
    return max(whole.right - whole.left, 1.5 * (whole.top - whole.bottom))
  }

  /// The angle that each node needs: its own, or that of what hangs on it.
  private func needs(_ radii: [Double]) -> [Double] {
    var needs = [Double](repeating: 0, count: distances.count)
    let connected = distances.indices.filter { distances[$0] < radii.count }
    for node in connected.sorted(by: { (distances[$0], $0) > (distances[$1], $1) }) {
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

  /// Fills ring after ring around the others with what no path leads to.
  private func putUnconnected(around inner: Double, _ places: inout [PagePoint]) {
    let extents = arrangement.extents
    let height = unconnected.map { extents[$0].height }.max() ?? 0
    var waiting = unconnected[...]
    var radius = inner + 190
    while !waiting.isEmpty {
      var needed = 0.0
      let ring = waiting.prefix { node in
        needed += (extents[node].width + extents[node].height) * 0.62 + RingLayout.gap
        return needed <= 2 * .pi * radius
      }
      // One at least, so that this ends.
      let nodes = ring.isEmpty ? waiting.prefix(1) : ring
      waiting = waiting.dropFirst(nodes.count)
      for (position, node) in nodes.enumerated() {
        let angle = Double.pi / 2 - 2 * .pi * Double(position) / Double(nodes.count)
        places[node] = PagePoint(x: cos(angle) * radius, y: sin(angle) * radius).rounded
      }
      radius += height + 2 * RingLayout.gap
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
}
