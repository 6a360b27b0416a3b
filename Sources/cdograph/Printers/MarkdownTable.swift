/// A table as GitHub-flavoured Markdown.
struct MarkdownTable: Sendable {
  var columns: [TableColumn]
  var rows: [[String]]

  /// The table as lines, each ended by a newline; empty without columns.
  var text: String {
    guard !columns.isEmpty else { return "" }
    let rule = columns.map { $0.alignment == .right ? "---:" : "---" }
    let body = rows.map { row in columns.indices.map { $0 < row.count ? Self.escaped(row[$0]) : "" } }
    let lines = [columns.map { Self.escaped($0.title) }, rule] + body
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  /// What would end the cell or the row is written so that it is shown instead.
  private static func escaped(_ cell: String) -> String {
    let lines = printable(cell).replacing("\\", with: "\\\\").replacing("|", with: "\\|").split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.joined(separator: "<br>")
  }
}
