/// Labels at dots of a map: each near its own dot, off all dots, apart from the others.
///
/// Every label takes the best of some hundred spots around its dot, the crowded ones first, and then chooses again
/// while it sees where the others are (Christensen, Marks and Shieber, "An Empirical Study of Algorithms for
/// Point-Feature Label Placement", 1995, compare such searches).
struct MapLabels {
  /// The dots; several labels may share one.
  let dots: [PagePoint]
  let extents: [Extent]
  /// Labels that stay where they are.
  let pinned: [PagePoint?]

  /// The distance between labels, wide enough for edges to pass.
  static let gap = 10.0
  /// The distance between a label and the middle of a dot.
  private static let clearance = 6.5
  /// How often labels choose again.
  private static let turns = 4

  /// The middles of the labels.
  ///
  /// - Complexity: O(turns · labels² · spots).
  func places() -> [PagePoint] {
    var places = pinned
    let crowds = dots.indices.map { label in
      dots.count { ($0.x - dots[label].x).magnitude < 160 && ($0.y - dots[label].y).magnitude < 90 }
    }
    let order = dots.indices.filter { pinned[$0] == nil }.sorted { (crowds[$1], $0) < (crowds[$0], $1) }
    for turn in 0..<MapLabels.turns {
      var isSettled = true
      for label in order {
        let place = best(for: label, places)
        if place != places[label] { isSettled = false }
        places[label] = place
      }
      if turn > 0, isSettled { break }
    }
    return places.enumerated().map { $1 ?? dots[$0] }
  }

  private func best(for label: Int, _ places: [PagePoint?]) -> PagePoint {
    let others = places.indices.filter { $0 != label && places[$0] != nil }
    let frames = others.compactMap { other in places[other].map { Frame($0, extents[other]) } }
    let leaders = others.compactMap { other in places[other].map { (from: dots[other], to: $0) } }
    var best: (cost: Double, spot: PagePoint)?
    for (ring, distance) in MapLabels.distances.enumerated() {
      // Further out only the way grows.
      if let best, best.cost <= distance { break }
      for (position, direction) in MapLabels.directions.enumerated() {
        let spot = PagePoint(
          x: dots[label].x + direction.x * (extents[label].width / 2 + distance),
          y: dots[label].y + direction.y * (extents[label].height / 2 + distance)
        ).rounded
        let frame = Frame(spot, extents[label])
        let covers = dots.contains { dot in
          Frame(dot, Extent(width: 2 * MapLabels.clearance, height: 2 * MapLabels.clearance)).meets(frame)
        }
        guard !covers, !frames.contains(where: { $0.meets(frame, within: MapLabels.gap) }) else { continue }
        // Of equal spots those at the sides are read best; what a leader crosses could be taken for its label.
        var cost = distance + Double(ring == 0 ? position : position / 4) * 0.1
        cost += 40 * Double(frames.count { $0.isCrossed(from: dots[label], to: spot) })
        cost += 40 * Double(leaders.count { frame.isCrossed(from: $0.from, to: $0.to) })
        cost += 25 * Double(leaders.count { FreeSpots.crosses($0.from, $0.to, dots[label], spot) })
        if cost < best?.cost ?? .infinity { best = (cost, spot) }
      }
    }
    return best?.spot ?? dots[label]
  }

  /// How far from its dot a label may be.
  private static let distances: [Double] = {
    var distances = [7.0]
    while let last = distances.last, last < 3_000 { distances.append(last + max(7, last * 0.18)) }
    return distances
  }()

  /// The ways to the middles of labels that touch a dot, in halves of their size: sides first, corners last.
  private static let directions: [(x: Double, y: Double)] = [
    (1, 0), (-1, 0), (0, 1), (0, -1), (1, 0.5), (-1, 0.5), (1, -0.5), (-1, -0.5), (0.5, 1), (-0.5, 1), (0.5, -1),
    (-0.5, -1), (1, 1), (-1, 1), (1, -1), (-1, -1),
  ]
}
