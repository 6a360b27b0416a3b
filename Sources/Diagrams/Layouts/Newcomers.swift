/// Places for what is new in a picture whose other nodes keep theirs: in free room near what it is joined to.
struct Newcomers {
  let arrangement: Arrangement
  /// Spots that a node is to stand on where one of them is free, such as those of its column.
  var rails: (_ node: Int, _ places: [PagePoint?]) -> [PagePoint] = { _, _ in [] }

  /// The distance that new nodes keep.
  private static let gap = 18.0

  /// The kept places, and places for all other nodes.
  ///
  /// - Complexity: O(new · spots · (nodes + edges)); the more nodes and edges, the fewer spots are tried.
  func places() -> [PagePoint] {
    let diagram = arrangement.diagram
    let kept = arrangement.kept
    var places = diagram.nodes.indices.map { kept.indices.contains($0) ? kept[$0] : nil }
    let clusters = diagram.isClustered ? ClusterLayout(arrangement: arrangement) : nil
    var waiting = diagram.nodes.indices.filter { places[$0] == nil }
    while !waiting.isEmpty {
      // Whoever has a friend on the page comes first: the others may be joined to them.
      let next = waiting.first { node in diagram.neighbors(of: node).contains { places[$0] != nil } } ?? waiting[0]
      let room = FreeSpots(solids: solids(places, clusters), ties: ties(places))
      if let clusters, diagram.nodes[next].cluster?.isEmpty == false {
        clusters.admit(next, into: &places, room)
      } else {
        places[next] = spot(for: next, places, room)
      }
      waiting.removeAll { places[$0] != nil }
    }
    return places.map { $0 ?? PagePoint(x: 0, y: 0) }
  }

  private func spot(for node: Int, _ places: [PagePoint?], _ room: FreeSpots) -> PagePoint {
    let extent = arrangement.extents[node]
    let guest = FreeSpots.Guest(
      extent: extent, friends: arrangement.friends(of: node, places), gap: Newcomers.gap)
    let load = room.solids.count + room.ties.count + 1
    let grid = { room.grid(for: extent, gap: guest.gap, limit: min(4_000, max(400, 4_000_000 / load))) }
    return room.best(of: rails(node, places), for: guest) ?? room.best(of: grid(), for: guest)
      ?? PagePoint(x: 0, y: 0)
  }

  /// What lies on the page: boxes, and nodes outside of boxes.
  private func solids(_ places: [PagePoint?], _ clusters: ClusterLayout?) -> [Frame] {
    let nodes = arrangement.diagram.nodes.indices.filter { node in
      clusters == nil || arrangement.diagram.nodes[node].cluster?.isEmpty != false
    }
    return nodes.compactMap { node in places[node].map { Frame($0, arrangement.extents[node]) } }
      + (clusters?.frames(places).map(\.frame) ?? [])
  }

  private func ties(_ places: [PagePoint?]) -> [(from: PagePoint, to: PagePoint)] {
    arrangement.diagram.edges.compactMap { edge in
      guard let from = places[edge.from], let to = places[edge.to], from != to else { return nil }
      return (from, to)
    }
  }
}

extension Arrangement {
  /// The boxes of the nodes on the page that one is joined to.
  func friends(of node: Int, _ places: [PagePoint?]) -> [Frame] {
    diagram.neighbors(of: node).compactMap { friend in places[friend].map { Frame($0, extents[friend]) } }
  }
}

extension Diagram {
  /// The neighbours of one node, in both directions, each once and in ascending order.
  func neighbors(of node: Int) -> [Int] {
    var found: Set<Int> = []
    for edge in edges where (edge.from == node) != (edge.to == node) {
      found.insert(edge.from == node ? edge.to : edge.from)
    }
    return found.sorted()
  }
}
