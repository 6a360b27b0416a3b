import Interchange
import NetworkFiles

extension PeopleList {
  /// What else than CSV in a known encoding the bytes are.
  static func otherFormat(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return "this is a workbook and no CSV; in Excel choose 'Save as', 'CSV UTF-8'"
    }
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if !hasMark, bytes.contains(0) {
      return "the file holds NUL characters; it may be UTF-16 without a mark: save it as UTF-8"
    }
    return nil
  }

  /// What makes a row unreadable before it is known what its cells mean.
  func faults(of row: CSVSheet.Row) -> [ListFault] {
    var faults: [ListFault] = []
    func note(_ message: String, _ position: Int) {
      let cell = row.cells[position]
      faults.append(
        ListFault(
          message, file: file, line: cell.line, column: cell.column,
          cell: CSVSheet.name(column: position, row: row.number)))
    }
    if let position = row.cells.indices.dropFirst(header.cells.count).first(where: { !row.cells[$0].text.isEmpty }) {
      note(
        "the row has \(row.cells.count) cells and the header \(header.cells.count); put cells that hold a separator in quotation marks",
        position)
    }
    for (position, cell) in row.cells.enumerated() {
      if let message = Self.wrongEncoding(cell.text) { note(message, position) }
      // Ends of lines are none, and what is not taken does no harm.
      if positions.values.contains(position), Self.trimmed(cell.text).holdsControlCharacter {
        note("the text holds a control character; take it out", position)
      }
    }
    return faults
  }

  /// What shows that bytes were read in another encoding than that in which they were written, before they came here.
  private static func wrongEncoding(_ text: String) -> String? {
    if text.unicodeScalars.contains("\u{FFFD}") {
      return "characters are lost here (\u{FFFD}); save the list again from its original, as 'CSV UTF-8'"
    }
    let sign = ["Ã¤", "Ã¶", "Ã¼", "ÃŸ", "Ã„", "Ã–", "Ãœ"].first { text.contains($0) }
    return sign.map { "'\($0)' is UTF-8 that was read as Windows-1252; save the list again as 'CSV UTF-8'" }
  }

  /// The rows with fewer cells than the header, as where a line was broken in the middle.
  public var shortRows: [Int] { rows.filter { $0.cells.count < header.cells.count }.map(\.number) }

  /// The headers of columns that hold something and feed nothing, with their letters.
  public var unusedColumns: [(letters: String, header: String)] {
    let used = Set(mapping.columns.map { Self.spelling($0.header) })
    return header.cells.indices.compactMap { position in
      let name = header.cells[position].text
      guard !used.contains(Self.spelling(name)),
        rows.contains(where: { position < $0.cells.count && !Self.trimmed($0.cells[position].text).isEmpty })
      else { return nil }
      return (CSVSheet.name(column: position, row: header.number).filter(\.isLetter), Self.trimmed(name))
    }
  }
}
