public import Diagrams
import GraphModel
import GraphStore
import NetworkVocabulary

extension Workspace {
  /// The outlines of the Länder, derived from the municipalities alone: no borders are stored anywhere.
  ///
  /// The land is cut into squares of five kilometres. A square belongs to the Land of the municipality whose circle (as
  /// large as its area, around its official centre) is nearest; squares further than seven kilometres from every circle
  /// belong to none. The borders between squares are then smoothed. So borders are right to some kilometres, and coasts
  /// to about seven; that is enough to see where something is, and pictures say that it is so.
  ///
  /// - Returns: The Länder by name; none where fewer than 1,000 municipalities are known.
  /// - Complexity: O(municipalities + squares).
  public func stateOutlines() -> [Outline] {
    var raster = LandRaster()
    for node in graph.nodes(with: .municipality) where graph.value(.kind, of: node)?.text != "Landkreis" {
      guard let latitude = graph.value(.latitude, of: node)?.number,
        let longitude = graph.value(.longitude, of: node)?.number,
        let land = graph.value(.bundesland, of: node)?.text
      else { continue }
      let hectares = graph.value("areaHa", of: node)?.number ?? 0
      raster.add(Location(longitude: longitude, latitude: latitude), squareKilometres: hectares / 100, to: land)
    }
    return raster.count < 1_000 ? [] : raster.outlines()
  }
}

/// Squares of the land, each with the Land that it belongs to.
private struct LandRaster {
  private static let side = 5.0
  private static let reach = 7.0
  /// West of every municipality and south of every one; in kilometres from 10.4° E, 51.2° N.
  private static let origin = (x: -360.0, y: -460.0)
  private static let columns = 150
  private static let rows = 190
  /// The kilometres of a degree on the parallel of 51.2°, and of a degree of latitude.
  private static let degree = (x: 69.76, y: 111.23)

  private(set) var count = 0
  private var names: [String] = []
  private var owners = [Int](repeating: -1, count: columns * rows)
  private var nearest = [Double](repeating: reach, count: columns * rows)

  mutating func add(_ place: Location, squareKilometres: Double, to land: String) {
    count += 1
    if !names.contains(land) { names.append(land) }
    let owner = names.firstIndex(of: land) ?? 0
    let radius = (squareKilometres / Double.pi).squareRoot()
    let x = ((place.longitude - 10.4) * Self.degree.x - Self.origin.x) / Self.side
    let y = ((place.latitude - 51.2) * Self.degree.y - Self.origin.y) / Self.side
    let span = (radius + Self.reach) / Self.side
    guard x.magnitude < 1e6, y.magnitude < 1e6 else { return }
    let (left, right) = (max(0, Int(x - span)), min(Self.columns - 1, Int(x + span)))
    let (bottom, top) = (max(0, Int(y - span)), min(Self.rows - 1, Int(y + span)))
    guard left <= right, bottom <= top else { return }
    for row in bottom...top {
      for column in left...right {
        let dx = (Double(column) + 0.5 - x) * Self.side
        let dy = (Double(row) + 0.5 - y) * Self.side
        let distance = (dx * dx + dy * dy).squareRoot() - radius
        let square = row * Self.columns + column
        if distance < nearest[square] {
          nearest[square] = distance
          owners[square] = owner
        }
      }
    }
  }

  func outlines() -> [Outline] {
    var raster = self
    raster.fillHoles()
    raster.smooth()
    let order = names.indices.sorted { names[$0] < names[$1] }
    return order.map { owner in
      Outline(name: names[owner], rings: raster.rings(of: owner))
    }.filter { !$0.rings.isEmpty }
  }

  private func owner(_ column: Int, _ row: Int) -> Int {
    (0..<Self.columns).contains(column) && (0..<Self.rows).contains(row) ? owners[row * Self.columns + column] : -1
  }

  /// Squares of nobody within the land (large lakes and forests) go to whoever surrounds them most.
  private mutating func fillHoles() {
    var isOutside = [Bool](repeating: false, count: owners.count)
    var pending = [(0, 0)]
    while let (column, row) = pending.popLast() {
      guard (0..<Self.columns).contains(column), (0..<Self.rows).contains(row) else { continue }
      let square = row * Self.columns + column
      guard owners[square] < 0, !isOutside[square] else { continue }
      isOutside[square] = true
      pending += [(column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)]
    }
    var open = owners.indices.filter { owners[$0] < 0 && !isOutside[$0] }
    while !open.isEmpty {
      let found = open.compactMap { square in majority(around: square).map { (square, $0.owner) } }
      if found.isEmpty { return }
      for (square, owner) in found { owners[square] = owner }
      open.removeAll { owners[$0] >= 0 }
    }
  }

  /// A square whose neighbours are mostly of one other owner joins them; twice.
  private mutating func smooth() {
    for _ in 0..<2 {
      let before = self
      for square in owners.indices {
        if let (owner, votes) = before.majority(around: square, countsNobody: true), votes >= 6 {
          owners[square] = owner
        }
      }
    }
  }

  private func majority(around square: Int, countsNobody: Bool = false) -> (owner: Int, votes: Int)? {
    let (row, column) = square.quotientAndRemainder(dividingBy: Self.columns)
    var votes: [Int: Int] = [:]
    for dy in -1...1 {
      for dx in -1...1 where dx != 0 || dy != 0 {
        let owner = owner(column + dx, row + dy)
        if owner >= 0 || countsNobody { votes[owner, default: 0] += 1 }
      }
    }
    return votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }.map { ($0.key, $0.value) }
  }

  private struct Corner: Hashable, Comparable {
    let x: Int
    let y: Int

    static func < (left: Corner, right: Corner) -> Bool { (left.y, left.x) < (right.y, right.x) }
  }

  /// The borders of an owner: the sides of its squares that face others, joined end to end.
  private func rings(of owner: Int) -> [[Location]] {
    var next: [Corner: [Corner]] = [:]
    for square in owners.indices where owners[square] == owner {
      let (row, column) = square.quotientAndRemainder(dividingBy: Self.columns)
      let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map { Corner(x: column + $0.0, y: row + $0.1) }
      let facing = [(0, -1), (1, 0), (0, 1), (-1, 0)]
      for (side, step) in facing.enumerated() where self.owner(column + step.0, row + step.1) != owner {
        next[corners[side], default: []].append(corners[(side + 1) % 4])
      }
    }
    var rings: [[Corner]] = []
    for start in next.keys.sorted() {
      while var current = next[start]?.popLast() {
        var ring = [start]
        while current != start {
          ring.append(current)
          guard let following = next[current]?.popLast() else { break }
          current = following
        }
        rings.append(ring)
      }
    }
    // Islands of one or two squares are noise more often than land.
    return rings.filter { $0.count > 8 }.map(smoothed)
  }

  /// The middles of the sides, each drawn to its neighbours: the same line from both sides of a border.
  private func smoothed(_ ring: [Corner]) -> [Location] {
    let count = ring.count
    let middles = ring.indices.map { index in
      let other = ring[(index + 1) % count]
      return (Double(ring[index].x + other.x) / 2, Double(ring[index].y + other.y) / 2)
    }
    return middles.indices.map { index in
      let (before, here, after) = (middles[(index + count - 1) % count], middles[index], middles[(index + 1) % count])
      let x = (before.0 + 2 * here.0 + after.0) / 4 * Self.side + Self.origin.x
      let y = (before.1 + 2 * here.1 + after.1) / 4 * Self.side + Self.origin.y
      return Location(
        longitude: ((x / Self.degree.x + 10.4) * 1e4).rounded() / 1e4,
        latitude: ((y / Self.degree.y + 51.2) * 1e4).rounded() / 1e4)
    }
  }
}
