/// Places of an earlier picture for nodes that may have grown since: by another style, by sizes that say something, or by a new
/// name.
struct KeptPlaces {
  let places: [PagePoint?]
  let extents: [Extent]

  /// The distance of nodes that had to move.
  private static let gap = 6.0
  /// Places are hundredths of a point: less than this is no overlap.
  private static let tolerance = 0.1

  /// The places with what overlapped pushed apart; all else stays where it is.
  ///
  /// - Complexity: O(nodes²) at worst, and that of ``Spreading`` where anything overlaps.
  func apart() -> [PagePoint?] {
    let kept = places.indices.filter { places[$0] != nil }
    let overlapping = self.overlapping
    guard !overlapping.isEmpty else { return places }
    let spread = Spreading.spread(
      kept.map { places[$0] ?? PagePoint(x: 0, y: 0) }, kept.map { extents[$0] },
      pinned: kept.map { !overlapping.contains($0) }, gap: KeptPlaces.gap)
    var result = places
    // Pairs that stay may lie nearer to one another than the gap.
    for (node, place) in zip(kept, spread) where overlapping.contains(node) { result[node] = place }
    return result
  }

  /// The nodes that lie on one another.
  var overlapping: Set<Int> {
    let frames = places.enumerated().compactMap { node, place in
      place.map { (node: node, frame: Frame($0, extents[node])) }
    }
    .sorted { ($0.frame.left, $0.node) < ($1.frame.left, $1.node) }
    var found: Set<Int> = []
    for (position, one) in frames.enumerated() {
      for other in frames[(position + 1)...] {
        if other.frame.left > one.frame.right { break }
        if one.frame.meets(other.frame, within: -KeptPlaces.tolerance) { found.formUnion([one.node, other.node]) }
      }
    }
    return found
  }
}
