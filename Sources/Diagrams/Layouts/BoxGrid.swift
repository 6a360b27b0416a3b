/// Boxes in rows as text runs, in columns as wide as their widest box.
struct BoxGrid {
  /// The middles of the boxes in their order; the upper left corner of the grid is the origin.
  private(set) var centres: [PagePoint] = []
  private(set) var size = Extent(width: 0, height: 0)

  /// How far the whole is from one and a half times as wide as high, which slides and turned paper are.
  var misfit: Double { max(size.width / (1.5 * size.height), 1.5 * size.height / size.width) }

  /// Where a box lies in its cell.
  enum Alignment {
    case upperLeft
    case middle
  }

  /// - Complexity: O(boxes).
  init(_ boxes: [Extent], columns: Int, gap: Extent, alignment: Alignment = .upperLeft) {
    let widths = (0..<columns).map { column in
      stride(from: column, to: boxes.count, by: columns).map { boxes[$0].width }.max() ?? 0
    }
    var top = 0.0
    for start in stride(from: 0, to: boxes.count, by: columns) {
      let row = boxes[start..<min(start + columns, boxes.count)]
      let height = row.map(\.height).max() ?? 0
      var left = 0.0
      for (column, box) in row.enumerated() {
        let room =
          switch alignment {
          case .upperLeft: box
          case .middle: Extent(width: widths[column], height: height)
          }
        centres.append(PagePoint(x: left + room.width / 2, y: top - room.height / 2))
        left += widths[column] + gap.width
      }
      top -= height + gap.height
    }
    let filled = widths.filter { $0 > 0 }
    size = Extent(
      width: filled.reduce(0, +) + gap.width * Double(max(0, filled.count - 1)), height: max(1, -top - gap.height))
  }
}
