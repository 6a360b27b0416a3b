import CGraphviz

/// How edges run: the shortest ways round all nodes, at a distance from these, and side by side where they would lie on
/// one another.
///
/// Graphviz routes with the same library, but its obstacles cut into ellipses, they keep one distance everywhere, and
/// where any two of them meet every edge of the picture becomes a straight line through whatever lies on its way.
struct EdgeRouting {
  /// The nodes, then the words that edges keep off as well.
  let obstacles: [Obstacle]
  /// Boxes around nodes, which edges from elsewhere go round.
  let frames: [Frame]
  /// Half of the width of the widest line.
  let halfWidth: Double
  /// The box that each obstacle stands in.
  private let homes: [Int?]
  /// Half of the room between an obstacle or a box and what is nearest to it.
  private let rooms: [Double]
  /// What overlaps something before it: no ways could be found among both.
  private let isLeftOut: [Bool]

  /// Two ends of an edge, as positions of obstacles.
  struct Ends: Hashable {
    var from: Int
    var to: Int
  }

  init(obstacles: [Obstacle], frames: [Frame], width: Double) {
    self.obstacles = obstacles
    halfWidth = width / 2
    self.frames = frames
    let homes = obstacles.map { obstacle in frames.firstIndex { $0.contains(obstacle.centre) } }
    let all = obstacles + frames.map { Obstacle($0) }
    var rooms = [Double](repeating: .infinity, count: all.count)
    var isLeftOut = [Bool](repeating: false, count: all.count)
    for one in all.indices {
      for other in 0..<one {
        // A box and what stands in it never lie on the same way.
        if one >= obstacles.count, other < obstacles.count, homes[other] == one - obstacles.count { continue }
        let gap = all[one].gap(to: all[other])
        guard gap > 0.5 else {
          if !isLeftOut[other] { isLeftOut[one] = true }
          continue
        }
        rooms[one] = min(rooms[one], gap * 0.45)
        rooms[other] = min(rooms[other], gap * 0.45)
      }
    }
    self.homes = homes
    self.rooms = rooms
    self.isLeftOut = isLeftOut
  }

  /// The curve of each edge, from middle to middle: a start and three points for each piece.
  ///
  /// To be called under the lock of `drawPicture`: libpathplan hands out memory of its own.
  ///
  /// - Complexity: O(edges · n) for n corners, and a visibility graph for each edge, O(k³) for the k corners of what lies on its way.
  func curves(of edges: [Ends]) -> [[PagePoint]] {
    var open: [Sight: Field] = [:]
    var curves = [[PagePoint]](repeating: [], count: edges.count)
    let groups = Dictionary(grouping: edges.indices) { edge in
      Ends(from: min(edges[edge].from, edges[edge].to), to: max(edges[edge].from, edges[edge].to))
    }
    for (turn, (ends, members)) in groups.sorted(by: { $0.value[0] < $1.value[0] }).enumerated() {
      if ends.from == ends.to {
        for (position, edge) in members.enumerated() { curves[edge] = loop(at: ends.from, number: position) }
        continue
      }
      let boxes = Set([homes[ends.from], homes[ends.to]].compactMap { $0 })
      // Neighbouring lanes keep edges apart that turn at the same corner.
      let sight = Sight(boxes: boxes, lane: turn % EdgeRouting.lanes)
      let field = open[sight] ?? field(sight)
      open[sight] = field
      let way = way(ends, in: field)
      for (edge, curve) in zip(members, sideBySide(way, members.count, ends)) {
        curves[edge] = edges[edge].from == ends.from ? curve : curve.reversed()
      }
    }
    return curves
  }

  /// What lies on the way of an edge: the boxes that it does not go round, and its distance.
  private struct Sight: Hashable {
    let boxes: Set<Int>
    let lane: Int
  }

  private static let lanes = 3

  private func field(_ sight: Sight) -> Field {
    let nodes = obstacles.indices.filter { node in homes[node].map(sight.boxes.contains) ?? true }
    let boxes = frames.indices.filter { !sight.boxes.contains($0) }.map { obstacles.count + $0 }
    let shown = (nodes + boxes).filter { !isLeftOut[$0] }
    return Field(
      shown.map { position in
        let obstacle = position < obstacles.count ? obstacles[position] : Obstacle(frames[position - obstacles.count])
        let low = min(4.5, rooms[position])
        let high = min(11, rooms[position])
        return obstacle.polygon(at: low + (high - low) * Double(sight.lane) / Double(EdgeRouting.lanes - 1))
      })
  }

  /// The way between two obstacles: a smooth one, or one with bends where that would touch something, as libpathplan lets
  /// it now and then.
  private func way(_ ends: Ends, in field: Field) -> [PagePoint] {
    let (start, end) = (obstacles[ends.from].centre, obstacles[ends.to].centre)
    let smooth = field.way(from: start, to: end)
    return isClear(smooth, ends) ? smooth : EdgeRouting.rounded(field.way(from: start, to: end, bends: true))
  }

  /// A way of straight pieces with its bends rounded a little, on the side that the obstacle lies on.
  private static func rounded(_ way: [PagePoint]) -> [PagePoint] {
    let corners = stride(from: 0, to: way.count, by: 3).map { way[$0] }
    func point(_ start: PagePoint, _ end: PagePoint, _ part: Double) -> PagePoint {
      PagePoint(x: start.x + part * (end.x - start.x), y: start.y + part * (end.y - start.y))
    }
    var curve = [corners[0]]
    func goStraight(to end: PagePoint) {
      let start = curve[curve.count - 1]
      curve += [point(start, end, 1.0 / 3), point(start, end, 2.0 / 3), end]
    }
    for bend in corners.indices.dropFirst().dropLast() {
      let (before, corner, after) = (corners[bend - 1], corners[bend], corners[bend + 1])
      let reach = { (other: PagePoint) in
        let length = ((other.x - corner.x) * (other.x - corner.x) + (other.y - corner.y) * (other.y - corner.y))
          .squareRoot()
        return min(0.5, 4 / max(length, 1))
      }
      let (first, last) = (point(corner, before, reach(before)), point(corner, after, reach(after)))
      goStraight(to: first)
      curve += [point(first, corner, 0.7), point(last, corner, 0.7), last]
    }
    goStraight(to: corners[corners.count - 1])
    return curve
  }

  /// A way for each of several edges between the same ends.
  private func sideBySide(_ way: [PagePoint], _ count: Int, _ ends: Ends) -> [[PagePoint]] {
    guard count > 1 else { return [way] }
    // In the middle of the way, or on one side of it where something lies at the other.
    let middle = Double(count - 1) / 2
    var choices: [[[PagePoint]]] = []
    for distance in [13.0, 9, 6, 4] {
      for first in [middle, 0, 2 * middle] {
        let step = distance + 2 * halfWidth - 1.4
        choices.append((0..<count).map { moved(way, by: (Double($0) - first) * step) })
      }
    }
    return choices.first { $0.allSatisfy { isClear($0, ends) } }
      ?? (0..<count).map { beside(way, (Double($0) - middle) * (9 + 2 * halfWidth - 1.4), ends) }
  }

  /// The curve moved to its left, less or not at all where it passes between things that lie close together.
  private func beside(_ way: [PagePoint], _ distance: Double, _ ends: Ends) -> [PagePoint] {
    var shares = [Double](repeating: 1, count: way.count)
    for share in [0.5, 0.5, 0] {
      let curve = moved(way, by: distance, shares)
      let tight = stride(from: 0, to: way.count - 3, by: 3).filter { !isClear(Array(curve[$0...($0 + 3)]), ends) }
      if tight.isEmpty { return curve }
      for start in tight { for point in start...(start + 3) { shares[point] *= share } }
    }
    return moved(way, by: distance, shares)
  }

  /// The curve with all points but its ends moved to its left, each by its share of a distance.
  private func moved(_ curve: [PagePoint], by distance: Double, _ shares: [Double]? = nil) -> [PagePoint] {
    curve.indices.map { position in
      guard position > 0, position < curve.count - 1 else { return curve[position] }
      let (one, other) = (curve[position - 1], curve[position + 1])
      let (dx, dy) = (other.x - one.x, other.y - one.y)
      let length = max((dx * dx + dy * dy).squareRoot(), 1e-9)
      // The ends pull a curve back: a single piece comes three quarters as far as its inner points.
      let way = distance * (shares?[position] ?? 1) * (curve.count == 4 ? 4.0 / 3 : 1)
      return PagePoint(x: curve[position].x - dy / length * way, y: curve[position].y + dx / length * way)
    }
  }

  /// A line nearer to an outline than this looks like one that ends there.
  private static let clearance = 3.0

  /// Whether a curve keeps its distance to all but its ends, as far as there is room.
  private func isClear(_ curve: [PagePoint], _ ends: Ends) -> Bool {
    let points = EdgeRouting.points(along: curve)
    return obstacles.indices.allSatisfy { obstacle in
      obstacle == ends.from || obstacle == ends.to
        || points.allSatisfy {
          !obstacles[obstacle].touches($0, within: min(EdgeRouting.clearance + halfWidth, rooms[obstacle]))
        }
    }
  }

  /// Points along a curve of Bézier pieces.
  static func points(along curve: [PagePoint], steps: Int = 16) -> [PagePoint] {
    stride(from: 0, to: curve.count - 3, by: 3).flatMap { start in
      (0...steps).map { step in
        let part = Double(step) / Double(steps)
        let rest = 1 - part
        let weights = [rest * rest * rest, 3 * rest * rest * part, 3 * rest * part * part, part * part * part]
        return PagePoint(
          x: (0..<4).reduce(0) { $0 + weights[$1] * curve[start + $1].x },
          y: (0..<4).reduce(0) { $0 + weights[$1] * curve[start + $1].y })
      }
    }
  }

  /// An edge from a node to itself: out at the right and back.
  private func loop(at node: Int, number: Int) -> [PagePoint] {
    let centre = obstacles[node].centre
    let reach = obstacles[node].extent.width / 2 + 26 + 10 * Double(number)
    let height = obstacles[node].extent.height * 0.3 + 4 * Double(number)
    let offsets: [(x: Double, y: Double)] = [
      (0, 0), (reach * 0.6, height), (reach, height), (reach, 0), (reach, -height), (reach * 0.6, -height), (0, 0),
    ]
    return offsets.map { PagePoint(x: centre.x + $0.x, y: centre.y + $0.y) }
  }
}

/// Polygons among which ways are looked for.
private final class Field {
  private let obstacles: CGVObstacles?

  init(_ polygons: [[PagePoint]]) {
    obstacles = cgv_open_obstacles(
      polygons.joined().map { CGVPoint(x: $0.x, y: $0.y) }, polygons.map { UInt32($0.count) }, UInt32(polygons.count))
  }

  deinit { if let obstacles { cgv_close_obstacles(obstacles) } }

  /// The curve of the shortest way; a straight one where there is none.
  func way(from start: PagePoint, to end: PagePoint, bends: Bool = false) -> [PagePoint] {
    var curve: UnsafeMutablePointer<CGVPoint>?
    if let obstacles {
      let count = cgv_route(
        obstacles, CGVPoint(x: start.x, y: start.y), CGVPoint(x: end.x, y: end.y), bends ? 1 : 0, &curve)
      defer { curve.map(cgv_free_curve) }
      if count >= 4, let curve { return (0..<Int(count)).map { PagePoint(x: curve[$0].x, y: curve[$0].y) } }
    }
    return [0, 1.0 / 3, 2.0 / 3, 1].map { part in
      PagePoint(x: start.x + part * (end.x - start.x), y: start.y + part * (end.y - start.y))
    }
  }
}
