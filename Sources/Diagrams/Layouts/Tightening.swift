/// Takes nodes that hang on a single other one near to it.
///
/// Springs keep what is three steps from everything as far away as a hundred nodes would need it: one such node makes the
/// picture half as high again, and the rest of it small.
struct Tightening {
  let diagram: Diagram
  let extents: [Extent]

  /// The distance to the only neighbour that a line needs to be seen.
  private static let reach = 46.0
  private static let gap = 20.0

  /// The places with all such nodes as near to their neighbours as what lies between lets them.
  ///
  /// - Complexity: O(nodes · (nodes + edges)).
  func tightened(_ places: [PagePoint]) -> [PagePoint] {
    var places = places
    let neighbors = diagram.neighbors
    for node in places.indices where neighbors[node].count == 1 {
      let friend = places[neighbors[node][0]]
      let frames = places.indices.filter { $0 != node }.map { Frame(places[$0], extents[$0]) }
      let ties = diagram.edges.filter { $0.from != node && $0.to != node && $0.from != $0.to }
        .map { (from: places[$0.from], to: places[$0.to]) }
      let room = FreeSpots(solids: frames, ties: ties)
      let own = Frame(friend, extents[neighbors[node][0]])
      let start = places[node]
      let disturbed = ties.count { Frame(start, extents[node]).isCrossed(from: $0.from, to: $0.to) }
      let steps = 40
      let nearer = (1..<steps).map { step in
        let part = Double(step) / Double(steps)
        return PagePoint(x: friend.x + part * (start.x - friend.x), y: friend.y + part * (start.y - friend.y)).rounded
      }
      places[node] =
        nearer.first { spot in
          let frame = Frame(spot, extents[node])
          return !own.meets(frame, within: Tightening.reach) && room.isFree(frame, Tightening.gap)
            && ties.count { frame.isCrossed(from: $0.from, to: $0.to) } <= disturbed
        } ?? start
    }
    return places
  }
}
