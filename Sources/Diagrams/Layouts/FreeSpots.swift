/// Free room on a page on which most things lie already, and what speaks for one spot or another.
struct FreeSpots {
  /// What lies on the page.
  var solids: [Frame]
  /// The lines on the page, as straight ones.
  var ties: [(from: PagePoint, to: PagePoint)]

  /// Something that looks for a spot.
  struct Guest {
    var extent: Extent
    /// What it is joined to.
    var friends: [Frame]
    /// The distance that it keeps to everything.
    var gap: Double
  }

  /// A line of this length between two boxes can be seen and followed.
  private static let comfort = 60.0

  /// The best spot of some; `nil` where none is free.
  ///
  /// A guest stands near its friends, its lines cross little, few lines run behind it, and the picture hardly grows.
  /// Of equal spots the first is taken.
  ///
  /// - Complexity: O(spots · solids + spots that may be best · friends · (solids + ties)).
  func best(of spots: [PagePoint], for guest: Guest) -> PagePoint? {
    let whole = solids.reduce(into: Frame?.none) { $0 = $0?.joined(with: $1) ?? $1 }
    let open = spots.enumerated().compactMap { position, spot -> (cost: Double, position: Int, frame: Frame)? in
      let frame = Frame(spot, guest.extent)
      guard isFree(frame, guest.gap) else { return nil }
      return (nearness(of: frame, guest) + growth(of: whole, by: frame), position, frame)
    }.sorted { ($0.cost, $0.position) < ($1.cost, $1.position) }
    var best: (cost: Double, spot: PagePoint)?
    for candidate in open {
      // What is crossed only adds to the cost.
      if let best, candidate.cost >= best.cost { break }
      let cost = candidate.cost + crossings(of: candidate.frame, guest)
      if cost < best?.cost ?? .infinity { best = (cost, spots[candidate.position]) }
    }
    return best?.spot
  }

  /// Spots all over the page and on a strip around it, where one is always free.
  func grid(for extent: Extent, gap: Double, limit: Int = 4_000) -> [PagePoint] {
    guard let whole = solids.reduce(into: Frame?.none, { $0 = $0?.joined(with: $1) ?? $1 }) else {
      return [PagePoint(x: 0, y: 0)]
    }
    let marginX = extent.width / 2 + gap + 1
    let marginY = extent.height / 2 + gap + 1
    let width = whole.right - whole.left + 2 * marginX
    let height = whole.top - whole.bottom + 2 * marginY
    let step = max(12, (width * height / Double(limit)).squareRoot())
    let columns = Int((width / step).rounded(.up))
    let rows = Int((height / step).rounded(.up))
    return (0...rows).flatMap { row in
      (0...columns).map { column in
        PagePoint(
          x: min(whole.left - marginX + Double(column) * step, whole.right + marginX),
          y: min(whole.bottom - marginY + Double(row) * step, whole.top + marginY)
        ).rounded
      }
    }
  }

  func isFree(_ frame: Frame, _ gap: Double) -> Bool { !solids.contains { $0.meets(frame, within: gap) } }

  private func nearness(of frame: Frame, _ guest: Guest) -> Double {
    guard !guest.friends.isEmpty else { return 0 }
    let ways = guest.friends.map { friend in
      let dx = max(0, friend.left - frame.right, frame.left - friend.right)
      let dy = max(0, friend.bottom - frame.top, frame.bottom - friend.top)
      let length = (dx * dx + dy * dy).squareRoot()
      return length > FreeSpots.comfort ? length - FreeSpots.comfort : 1.5 * (FreeSpots.comfort - length)
    }
    return ways.reduce(0, +) / Double(ways.count)
  }

  private func growth(of whole: Frame?, by frame: Frame) -> Double {
    guard let whole else { return 0 }
    let grown = whole.joined(with: frame)
    // Slides and paper lie on their side: growing higher counts one and a half times.
    return grown.right - grown.left - (whole.right - whole.left)
      + 1.5 * (grown.top - grown.bottom - (whole.top - whole.bottom))
  }

  private func crossings(of frame: Frame, _ guest: Guest) -> Double {
    let centre = frame.centre
    var cost = 0.0
    for tie in ties where frame.isCrossed(from: tie.from, to: tie.to) { cost += 60 }
    for friend in guest.friends {
      let end = friend.centre
      for solid in solids where !solid.meets(friend) && solid.isCrossed(from: centre, to: end) { cost += 120 }
      for tie in ties where tie.from != end && tie.to != end && FreeSpots.crosses(centre, end, tie.from, tie.to) {
        cost += 25
      }
    }
    return cost
  }

  /// Whether two straight lines cross.
  static func crosses(_ a: PagePoint, _ b: PagePoint, _ c: PagePoint, _ d: PagePoint) -> Bool {
    func side(_ one: PagePoint, _ two: PagePoint, _ point: PagePoint) -> Bool {
      (two.x - one.x) * (point.y - one.y) - (two.y - one.y) * (point.x - one.x) > 0
    }
    return side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
  }
}
