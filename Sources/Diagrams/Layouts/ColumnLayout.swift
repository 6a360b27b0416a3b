import GraphModel

/// The engine `bipartite`: a column for each kind, ordered so that few edges cross.
///
/// The order within a column follows the mean place of the neighbours (the barycentre method of Sugiyama, Tagawa and
/// Toda, 1981), some sweeps forth and back. A long column is broken into several side by side.
struct ColumnLayout {
  let arrangement: Arrangement
  /// The nodes of each column, in the order of the diagram.
  private let columns: [[Int]]

  /// Those who act at the left, what they work on at the right.
  private static let order = ["State", "Municipality", "Actor", "Event", "Challenge", "Project", "Topic", "Profile"]

  /// - Parameter members: The nodes to put into columns; all where missing.
  init(arrangement: Arrangement, nodes members: [Int]? = nil) {
    self.arrangement = arrangement
    let nodes = arrangement.diagram.nodes
    let members = members ?? Array(nodes.indices)
    let kinds = Set(members.map { nodes[$0].kind }).sorted { left, right in
      let places = [left, right].map { ColumnLayout.order.firstIndex(of: $0) ?? Int.max }
      return (places[0], left) < (places[1], right)
    }
    columns = kinds.map { kind in members.filter { nodes[$0].kind == kind } }
  }

  /// The places; the first column begins at the left edge.
  ///
  /// - Parameter height: The height that columns are to have, which then have no names; without it the picture becomes
  ///   half as wide again as high.
  func places(height: Double? = nil) -> [PagePoint] {
    let columns = ordered()
    let extents = arrangement.extents
    let rows = height.map { self.rows(columns, within: $0) } ?? self.rows(columns)
    let gap = height == nil ? ColumnLayout.columnGap : ColumnLayout.listGap
    var places = [PagePoint](repeating: PagePoint(x: 0, y: 0), count: extents.count)
    var x = 0.0
    for column in columns {
      let parts = (column.count + rows - 1) / rows
      let perPart = (column.count + parts - 1) / max(parts, 1)
      for start in stride(from: 0, to: column.count, by: max(perPart, 1)) {
        let part = column[start..<min(start + perPart, column.count)]
        let name = self.name(of: column)
        let width = max(
          part.map { extents[$0].width }.max() ?? 0,
          height == nil && start == 0 && parts == 1 ? arrangement.extent(of: name, size: headingSize).width : 0)
        let ownHeight = part.reduce(-ColumnLayout.rowGap) { $0 + extents[$1].height + ColumnLayout.rowGap }
        var y = ownHeight / 2
        for node in part {
          places[node] = PagePoint(x: x + width / 2, y: y - extents[node].height / 2).rounded
          y -= extents[node].height + ColumnLayout.rowGap
        }
        x += width + ColumnLayout.partGap
      }
      x += gap - ColumnLayout.partGap
    }
    return places
  }

  /// Between nodes of one column, wide enough for several edges to pass side by side.
  private static let rowGap = 20.0
  private static let partGap = 44.0
  private static let columnGap = 190.0
  private static let listGap = 110.0

  /// How many rows a height has room for.
  private func rows(_ columns: [[Int]], within height: Double) -> Int {
    let heights = columns.joined().map { arrangement.extents[$0].height + ColumnLayout.rowGap }
    return max(1, Int(height * Double(heights.count) / max(1, heights.reduce(0, +))))
  }

  /// How many rows make the picture about one and a half times as wide as high.
  private func rows(_ columns: [[Int]]) -> Int {
    let extents = arrangement.extents
    let longest = max(1, columns.map(\.count).max() ?? 1)
    let height = (extents.map(\.height).reduce(0, +) / Double(max(1, extents.count))) + ColumnLayout.rowGap
    let widths = columns.map { column in column.map { extents[$0].width }.max() ?? 0 }
    func misfit(_ rows: Int) -> Double {
      var width = 0.0
      for (column, own) in zip(columns, widths) {
        width += Double((column.count + rows - 1) / rows) * (own + ColumnLayout.partGap) + ColumnLayout.columnGap
      }
      let ratio = width / (Double(rows) * height)
      return ratio > 1.5 ? ratio / 1.5 : 1.5 / ratio
    }
    return (min(6, longest)...longest).min { (misfit($0), $0) < (misfit($1), $1) } ?? longest
  }

  private func ordered() -> [[Int]] {
    let neighbors = arrangement.diagram.neighbors
    var columns = columns
    let members = Set(columns.joined())
    let isMember = { (node: Int) in members.contains(node) }
    var heights = [Double](repeating: 0, count: arrangement.extents.count)
    func take(_ column: [Int]) {
      for (position, node) in column.enumerated() {
        heights[node] = (Double(position) + 0.5) / Double(column.count)
      }
    }
    for column in columns { take(column) }
    for sweep in 0..<12 {
      let turns = sweep.isMultiple(of: 2) ? Array(columns.indices) : columns.indices.reversed()
      for turn in turns {
        let means = Dictionary(
          uniqueKeysWithValues: columns[turn].map { node in
            let friends = neighbors[node].filter(isMember)
            let mean = friends.reduce(0) { $0 + heights[$1] } / Double(max(1, friends.count))
            return (node, friends.isEmpty ? heights[node] : mean)
          })
        columns[turn].sort { (means[$0, default: 0], $0) < (means[$1, default: 0], $1) }
        take(columns[turn])
      }
    }
    return columns
  }

  private var headingSize: Double { arrangement.style.text.legendSize * 1.3 }

  private func name(of column: [Int]) -> String {
    let diagram = arrangement.diagram
    let kind = diagram.nodes[column[0]].kind
    let name = arrangement.style.nodes[kind]?.name?.text(in: diagram.language) ?? diagram.name(ofKind: kind)
    return "\(name) (\(column.count))"
  }

  /// Spots for a new node in the column of its kind, as the nodes that lie there tell it, and below it.
  func rails(for node: Int, among places: [PagePoint?]) -> [PagePoint] {
    guard let column = columns.first(where: { $0.contains(node) }) else { return [] }
    let lying = column.compactMap { places[$0] }
    let all = places.compactMap { $0 }
    guard let top = all.map(\.y).max(), let bottom = all.map(\.y).min() else { return [] }
    let step = 8.0
    let rows = Int((top - bottom) / step) + 40
    return Set(lying.map(\.x)).sorted().flatMap { x in
      (0...rows).map { PagePoint(x: x, y: top - Double($0) * step).rounded }
    }
  }

  /// Writes the names of the kinds above the columns.
  func draw(_ places: [PagePoint], on backdrop: inout Backdrop) {
    let extents = arrangement.extents
    let size = headingSize
    let kept = arrangement.kept.contains { $0 != nil }
    guard let top = places.indices.map({ places[$0].y + extents[$0].height / 2 }).max() else { return }
    for column in columns {
      // The middle one tells where the column is, also when a new node found no room in it.
      let middle = column.map { places[$0].x }.sorted()[column.count / 2]
      let left = column.map { places[$0].x - extents[$0].width / 2 }.min() ?? middle
      let right = column.map { places[$0].x + extents[$0].width / 2 }.max() ?? middle
      backdrop.name(
        name(of: column), at: PagePoint(x: kept ? middle : (left + right) / 2, y: top + size), size: size,
        arrangement.style.text.colour)
    }
  }
}
