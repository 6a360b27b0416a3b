/// A column of a table, whatever the table is printed as.
struct TableColumn: Sendable, Equatable {
  enum Alignment: Sendable {
    case left
    case right
  }

  var title: String
  var alignment = Alignment.left

  init(_ title: String, _ alignment: Alignment = .left) {
    self.title = title
    self.alignment = alignment
  }
}

/// A table for reading on a terminal: columns aligned by what is seen, long cells wrapped.
struct TextTable: Sendable {
  var columns: [TableColumn]
  /// One text a column; missing ones are empty, more than the columns are left out.
  var rows: [[String]]

  private static let gap = "  "

  /// The table as lines, each ended by a newline and without blanks at its end; empty without columns.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal; nil for as wide as the content.
  ///   - style: How the header is set apart.
  func text(width: Int?, style: Style = .plain) -> String {
    guard !columns.isEmpty else { return "" }
    let widths = columnWidths(within: width)
    let head = lines(of: columns.map(\.title), widths).map(style.bold)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    return (head + [style.dim(rule)]).map { $0 + "\n" }.joined() + body(widths)
  }

  /// The rows alone, for columns that need no names.
  func body(width: Int?) -> String { columns.isEmpty ? "" : body(columnWidths(within: width)) }

  private func body(_ widths: [Int]) -> String {
    rows.flatMap { lines(of: $0, widths) }.map { $0 + "\n" }.joined()
  }

  private func lines(of row: [String], _ widths: [Int]) -> [String] {
    let cells = widths.indices.map { wrapped($0 < row.count ? row[$0] : "", to: widths[$0]) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let parts = widths.indices.map { column in
        let text = line < cells[column].count ? cells[column][line] : ""
        return padded(text, to: widths[column], columns[column].alignment)
      }
      return withoutTrailingBlanks(parts.joined(separator: Self.gap))
    }
  }

  private func padded(_ text: String, to width: Int, _ alignment: TableColumn.Alignment) -> String {
    let blanks = String(repeating: " ", count: max(0, width - displayWidth(text)))
    return alignment == .left ? text + blanks : blanks + text
  }

  private func withoutTrailingBlanks(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }

  // MARK: Widths

  private func columnWidths(within width: Int?) -> [Int] {
    let natural = columns.indices.map { column in
      let cells = [columns[column].title] + rows.compactMap { column < $0.count ? $0[column] : nil }
      return max(1, cells.flatMap { printable($0).split(separator: "\n") }.map { displayWidth($0) }.max() ?? 1)
    }
    guard let width else { return natural }
    return shrunk(natural, to: width - Self.gap.count * max(0, columns.count - 1))
  }

  /// The widest columns give way first; numbers, which are right aligned, never, because a broken number misleads.
  private func shrunk(_ natural: [Int], to available: Int) -> [Int] {
    let flexible = natural.indices.filter { columns[$0].alignment == .left }
    let fixed = natural.reduce(0, +) - flexible.reduce(0) { $0 + natural[$1] }
    // Narrower than this a text is a column of syllables: then the table is wider than the terminal.
    let narrowest = 8
    let widest = flexible.map { natural[$0] }.max() ?? 0
    func taken(_ cap: Int) -> Int { fixed + flexible.reduce(0) { $0 + min(natural[$1], cap) } }
    guard taken(widest) > available, widest > narrowest else { return natural }
    let cap = (narrowest...widest).last { taken($0) <= available } ?? narrowest
    var widths = natural
    for column in flexible { widths[column] = min(natural[column], cap) }
    var spare = max(0, available - taken(cap))
    for column in flexible where spare > 0 && widths[column] < natural[column] {
      widths[column] += 1
      spare -= 1
    }
    return widths
  }
}
