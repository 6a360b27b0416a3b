import GraphModel

/// Clusters in rows whose order means something: the tables of a plan round by round, its teams by number.
///
/// ``ClusterLayout`` draws the boxes; it would put each near those that it is tied to, where a plan is read like a
/// timetable.
struct ClusterRows {
  private let rows: [[[Int]]]
  private let extents: [Extent]
  private let nameSize: Double

  private static let padding = 14.0
  private static let memberGap = 12.0
  private static let boxGap = 46.0

  /// - Parameter extents: The sizes of the nodes.
  /// - Returns: `nil` where the clusters of the diagram have no such order.
  init?(of diagram: Diagram, _ extents: [Extent], _ style: StyleSheet) {
    let members = Dictionary(grouping: diagram.nodes.indices) { diagram.nodes[$0].cluster ?? "" }
    guard !diagram.clusterRows.isEmpty, Set(members.keys).isSubset(of: diagram.clusterRows.joined()) else { return nil }
    rows = diagram.clusterRows.map { $0.compactMap { members[$0] } }.filter { !$0.isEmpty }
    self.extents = extents
    nameSize = style.text.legendSize * 1.25
    names = Dictionary(uniqueKeysWithValues: members.map { ($1[0], $0) })
  }

  /// The name of a box by its first member.
  private let names: [Int: String]

  /// The places: boxes that stand in the same place of their rows lie below one another.
  func places() -> [PagePoint] {
    var places = [PagePoint](repeating: PagePoint(x: 0, y: 0), count: extents.count)
    let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.compactMap { $0.indices.contains(column) ? width(of: $0[column]) : nil }.max() ?? 0
    }
    var top = 0.0
    for row in rows {
      var left = 0.0
      for (box, width) in zip(row, widths) {
        put(box, left: left, top: top, &places)
        left += width + ClusterRows.boxGap
      }
      top -= (row.map { height(of: $0) }.max() ?? 0) + ClusterRows.boxGap
    }
    return places
  }

  private func put(_ box: [Int], left: Double, top: Double, _ places: inout [PagePoint]) {
    let middle = left + ClusterRows.padding + (box.map { extents[$0].width }.max() ?? 0) / 2
    var y = top - ClusterRows.padding - 2 * nameSize
    for node in box {
      places[node] = PagePoint(x: middle, y: y - extents[node].height / 2).rounded
      y -= extents[node].height + ClusterRows.memberGap
    }
  }

  private func width(of box: [Int]) -> Double {
    let name = Double((names[box[0]] ?? "").count) * nameSize * 0.66
    return max(name, box.map { extents[$0].width }.max() ?? 0) + 2 * ClusterRows.padding
  }

  private func height(of box: [Int]) -> Double {
    box.reduce(2 * nameSize + 2 * ClusterRows.padding - ClusterRows.memberGap) {
      $0 + extents[$1].height + ClusterRows.memberGap
    }
  }
}
