/// The boxes on the page, and how new nodes join them.
extension ClusterLayout {
  /// The boxes around the nodes that lie on the page, by name.
  ///
  /// A cluster has several where one would hold foreign nodes: where a new node found no room at the side of the old
  /// box.
  func frames(_ places: [PagePoint?]) -> [(name: String, frame: Frame)] {
    zip(names, members).filter { !$0.0.isEmpty }.flatMap { name, member in
      parts(of: member, places).map { (name, frame(around: $0, places)) }
    }
  }

  /// The kept places with boxes whose nodes have grown into one another packed anew around their middles, and with boxes pushed
  /// apart where they meet; all else stays where it is.
  func refitted(_ kept: [PagePoint?]) -> [PagePoint?] {
    let overlapping = KeptPlaces(places: kept, extents: arrangement.extents).overlapping
    guard !overlapping.isEmpty else { return kept }
    var places = kept
    var boxes: [(nodes: [Int], frame: Frame)] = []
    for (name, member) in zip(names, members) {
      let lying = member.filter { kept.indices.contains($0) && kept[$0] != nil }
      // Nodes without a box move one by one.
      guard !name.isEmpty else {
        boxes += lying.compactMap { node in kept[node].map { ([node], Frame($0, arrangement.extents[node])) } }
        continue
      }
      let isPacked = !overlapping.isDisjoint(with: lying)
      if isPacked { pack(lying, around: frame(around: lying, kept), &places) }
      for nodes in isPacked ? [lying] : parts(of: lying, kept) { boxes.append((nodes, frame(around: nodes, places))) }
    }
    let extents = boxes.map { Extent(width: $0.frame.right - $0.frame.left, height: $0.frame.top - $0.frame.bottom) }
    let centres = Spreading.spread(boxes.map(\.frame.centre), extents, gap: ClusterLayout.rowGap)
    for (box, centre) in zip(boxes, centres) {
      let (dx, dy) = (centre.x - box.frame.centre.x, centre.y - box.frame.centre.y)
      // Rounding is no move.
      guard max(dx.magnitude, dy.magnitude) > 0.01 else { continue }
      for node in box.nodes { places[node] = places[node].map { PagePoint(x: $0.x + dx, y: $0.y + dy).rounded } }
    }
    return places
  }

  private func pack(_ nodes: [Int], around frame: Frame, _ places: inout [PagePoint?]) {
    var around = [PagePoint](repeating: PagePoint(x: 0, y: 0), count: places.count)
    _ = pack(nodes, &around)
    for node in nodes {
      places[node] = PagePoint(x: around[node].x + frame.centre.x, y: around[node].y + frame.centre.y).rounded
    }
  }

  private func parts(of member: [Int], _ places: [PagePoint?]) -> [[Int]] {
    let lying = member.filter { places[$0] != nil }
    guard !lying.isEmpty else { return [] }
    let foreign = places.indices.filter { !member.contains($0) }.compactMap { node in
      places[node].map { Frame($0, arrangement.extents[node]) }
    }
    func isPure(_ part: [Int]) -> Bool {
      let frame = frame(around: part, places)
      return !foreign.contains { $0.meets(frame) }
    }
    if isPure(lying) { return [lying] }
    var parts: [[Int]] = []
    for node in lying {
      if let part = parts.firstIndex(where: { isPure($0 + [node]) }) {
        parts[part].append(node)
      } else {
        parts.append([node])
      }
    }
    return parts
  }

  private func frame(around nodes: [Int], _ places: [PagePoint?]) -> Frame {
    let padding = ClusterLayout.padding
    let boxes = nodes.compactMap { node in places[node].map { Frame($0, arrangement.extents[node]) } }
    var frame = boxes.dropFirst().reduce(boxes[0]) { $0.joined(with: $1) }
    frame.left -= padding
    frame.right = max(frame.right + padding, frame.left + nameWidth(of: nodes) + padding)
    frame.bottom -= padding
    frame.top += padding + header
    return frame
  }

  /// Gives a new node a place at the side of its cluster's box; where there is none, or no such box, its cluster gets a
  /// box in free room, for all of its nodes that have no place yet.
  func admit(_ node: Int, into places: inout [PagePoint?], _ room: FreeSpots) {
    guard let member = members.first(where: { $0.contains(node) }) else { return }
    if member.contains(where: { places[$0] != nil }), let spot = spot(beside: member, for: node, places, room) {
      places[node] = spot
      return
    }
    let newcomers = member.contains { places[$0] != nil } ? [node] : member
    var around = [PagePoint](repeating: PagePoint(x: 0, y: 0), count: places.count)
    let extent = pack(newcomers, &around)
    let friends = newcomers.flatMap { arrangement.friends(of: $0, places) }
    let guest = FreeSpots.Guest(extent: extent, friends: friends, gap: ClusterLayout.boxGap * 0.6)
    let centre = room.best(of: room.grid(for: extent, gap: guest.gap), for: guest) ?? PagePoint(x: 0, y: 0)
    for newcomer in newcomers {
      places[newcomer] = PagePoint(x: around[newcomer].x + centre.x, y: around[newcomer].y + centre.y).rounded
    }
  }

  /// The spot inside or at a side of a box at which it grows least; `nil` where it would come too near to another.
  private func spot(
    beside member: [Int], for node: Int, _ places: [PagePoint?], _ room: FreeSpots
  ) -> PagePoint? {
    let extent = arrangement.extents[node]
    let lying = member.compactMap { other in places[other].map { Frame($0, arrangement.extents[other]) } }
    let box = frame(around: member.filter { places[$0] != nil }, places)
    let others = room.solids.filter { !$0.meets(box) }
    let spots = lying.flatMap { mate -> [PagePoint] in
      let (x, y) = (mate.centre.x, mate.centre.y)
      let dx = (mate.right - mate.left + extent.width) / 2 + ClusterLayout.columnGap
      let dy = (mate.top - mate.bottom + extent.height) / 2 + ClusterLayout.rowGap
      return [(x, y - dy), (x, y + dy), (x + dx, y), (x - dx, y)].map { PagePoint(x: $0.0, y: $0.1).rounded }
    }
    let friends = arrangement.friends(of: node, places)
    func cost(_ spot: PagePoint) -> Double {
      let grown = frame(around: member.filter { places[$0] != nil || $0 == node }, trying(spot, for: node, places))
      let ways = friends.reduce(0) { $0 + ($1.centre.x - spot.x).magnitude + ($1.centre.y - spot.y).magnitude }
      return 3 * (grown.right - grown.left + grown.top - grown.bottom) + ways / Double(max(1, friends.count))
    }
    return spots.filter { spot in
      let frame = Frame(spot, extent)
      let grown = self.frame(
        around: member.filter { places[$0] != nil || $0 == node }, trying(spot, for: node, places))
      return !lying.contains { $0.meets(frame, within: ClusterLayout.rowGap - 0.1) }
        && !others.contains { $0.meets(grown, within: 16) }
    }.min { (cost($0), $0.x, $0.y) < (cost($1), $1.x, $1.y) }
  }

  private func trying(_ spot: PagePoint, for node: Int, _ places: [PagePoint?]) -> [PagePoint?] {
    var places = places
    places[node] = spot
    return places
  }
}
