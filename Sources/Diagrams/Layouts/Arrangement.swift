import GraphModel

/// The places of the nodes of a picture, to be kept for the next one.
public struct Placement: Codable, Equatable, Sendable {
  /// The centre of each node in the order of the diagram; `nil` where a place is still to be found.
  public var places: [PagePoint?]
  /// The points of the page that a degree of latitude takes on a map.
  public var scale: Double?

  /// Says where nodes are to be.
  public init(places: [PagePoint?], scale: Double? = nil) {
    self.places = places
    self.scale = scale
  }
}

/// Nodes that find their places here and not in Graphviz.
struct Arrangement {
  let diagram: Diagram
  let extents: [Extent]
  let engine: LayoutEngine
  let style: StyleSheet
  /// The places to keep; empty for none.
  var kept: [PagePoint?]
  /// The scale of the map that the places belong to.
  let keptScale: Double?

  /// What was found.
  struct Result {
    var places: [PagePoint]
    var scale: Double?
    var backdrop: Backdrop
  }

  /// Finds a place for every node; none covers another unless both had to keep their places.
  ///
  /// - Complexity: That of ``Spreading`` or of ``Newcomers``, one of which every way ends with.
  func result() -> Result {
    var backdrop = Backdrop(style)
    let keepsAny = kept.contains { $0 != nil }
    if engine == .geo {
      let map = MapLayout(arrangement: self)
      let places = map.places()
      map.draw(places, on: &backdrop)
      return Result(places: places, scale: map.scale, backdrop: backdrop)
    }
    if diagram.isClustered {
      let clusters = ClusterLayout(arrangement: self)
      let places = keepsAny ? Newcomers(arrangement: self).places() : clusters.places()
      clusters.draw(places, on: &backdrop)
      return Result(places: places, backdrop: backdrop)
    }
    switch engine {
    case .ego:
      let rings = RingLayout(arrangement: self)
      let places = keepsAny ? Newcomers(arrangement: self, rails: rings.rails).places() : rings.places()
      rings.draw(places, on: &backdrop)
      return Result(places: places, backdrop: backdrop)
    case .bipartite:
      let columns = ColumnLayout(arrangement: self)
      let places = keepsAny ? Newcomers(arrangement: self, rails: columns.rails).places() : columns.places()
      columns.draw(places, on: &backdrop)
      return Result(places: places, backdrop: backdrop)
    case .dot, .neato, .fdp, .sfdp, .circo, .twopi, .osage, .geo:
      return Result(places: Newcomers(arrangement: self).places(), backdrop: backdrop)
    }
  }

  /// The same with kept places that nodes have room at.
  var apart: Arrangement {
    var arrangement = self
    arrangement.kept =
      diagram.isClustered
      ? ClusterLayout(arrangement: self).refitted(kept) : KeptPlaces(places: kept, extents: extents).apart()
    return arrangement
  }

  /// Whether a box keeps clear of every node, so that edges find their way between the two.
  func isFree(_ centre: PagePoint, _ extent: Extent, _ places: [PagePoint]) -> Bool {
    places.indices.allSatisfy { node in
      (places[node].x - centre.x).magnitude > (extents[node].width + extent.width) / 2 + 8
        || (places[node].y - centre.y).magnitude > (extents[node].height + extent.height) / 2 + 8
    }
  }

  /// The room that words behind the nodes take.
  func extent(of text: String, size: Double) -> Extent {
    Extent(width: Double(text.count) * size * 0.66, height: size * 1.3)
  }
}

extension Diagram {
  /// Whether any node stands in a cluster.
  var isClustered: Bool { nodes.contains { $0.cluster != nil } }

  /// The neighbours of each node, in both directions, each once and in ascending order.
  var neighbors: [[Int]] {
    var found = [Set<Int>](repeating: [], count: nodes.count)
    for edge in edges where edge.from != edge.to {
      found[edge.from].insert(edge.to)
      found[edge.to].insert(edge.from)
    }
    return found.map { $0.sorted() }
  }
}

extension PagePoint {
  /// The point in the middle of some; `nil` for none.
  static func mean(of points: some Collection<PagePoint>) -> PagePoint? {
    guard !points.isEmpty else { return nil }
    let count = Double(points.count)
    return PagePoint(x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
  }
}
