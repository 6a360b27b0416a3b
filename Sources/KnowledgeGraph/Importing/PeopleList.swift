import GermanText
public import Interchange
public import NetworkFiles

/// A coordinator's list of people: a spreadsheet, and which of its columns feed which fields.
public struct PeopleList: Sendable {
  /// A value as it stands in the list.
  struct Cell {
    let column: ImportMapping.Column?
    let text: String
    let line: Int
    let place: Int
    let name: String
  }

  /// What the file is called in messages.
  public let file: String
  /// How its columns feed fields.
  public let mapping: ImportMapping
  /// The spreadsheet.
  public let sheet: CSVSheet
  /// The position of each column of the mapping.
  private let positions: [String: Int]

  /// The rows below the header that hold anything.
  var rows: ArraySlice<CSVSheet.Row> { sheet.rows.dropFirst() }

  /// Reads a list.
  ///
  /// - Throws: ``ListFaults`` for a file that is no list with these columns; `NetworkFaults` of the mapping where it names columns
  ///   that the list does not have.
  /// - Complexity: O(bytes).
  public init(_ bytes: [UInt8], file: String, mapping: ImportMapping) throws {
    self.file = file
    self.mapping = mapping
    if let message = Self.otherFormat(bytes) { throw ListFaults(faults: [ListFault(message, file: file)]) }
    do throws(InterchangeFault) {
      sheet = try CSVSheet(bytes)
    } catch {
      throw ListFaults(faults: [ListFault(error, file: file)])
    }
    guard let header = sheet.rows.first else {
      throw ListFaults(faults: [ListFault("the file is empty; it needs a header and a row for each actor", file: file)])
    }
    positions = try Self.positions(of: mapping, in: header, file)
    let faults = Self.faults(of: sheet, header, file)
    if !faults.isEmpty { throw ListFaults(faults: faults) }
  }

  /// What else than CSV in a known encoding the bytes are.
  private static func otherFormat(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return "this is a workbook and no CSV; in Excel choose 'Save as', 'CSV UTF-8'"
    }
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if !hasMark, bytes.contains(0) {
      return "the file holds NUL characters; it may be UTF-16 without a mark: save it as UTF-8"
    }
    return nil
  }

  private static func positions(
    of mapping: ImportMapping, in header: CSVSheet.Row, _ file: String
  ) throws -> [String: Int] {
    let names = header.texts.map(spelling)
    var missing: [(column: ImportMapping.Column, suggestion: String?)] = []
    var faults: [ListFault] = []
    var positions: [String: Int] = [:]
    for column in mapping.columns {
      let found = names.indices.filter { names[$0] == spelling(column.header) }
      if found.isEmpty {
        missing.append((column, nearest(to: column.header, among: header.texts.filter { !$0.isEmpty }).first))
      } else if found.count > 1 {
        let cells = found.map { CSVSheet.name(column: $0, row: header.number) }
        let cell = header.cells[found[1]]
        faults.append(
          ListFault(
            "the header '\(column.header)' stands twice, in \(cells[0]) and \(cells[1]); rename one of them",
            file: file, line: cell.line, column: cell.column, cell: cells[1]))
      }
      positions[column.field] = found.first
    }
    if !missing.isEmpty { throw mapping.faults(missing: missing) }
    if !faults.isEmpty { throw ListFaults(faults: faults) }
    return positions
  }

  private static func spelling(_ header: String) -> String { tokens(of: header).joined(separator: " ") }

  private static func faults(of sheet: CSVSheet, _ header: CSVSheet.Row, _ file: String) -> [ListFault] {
    if sheet.rows.count == 1 {
      return [ListFault("the list has no row below its header", file: file, line: header.line, column: 1)]
    }
    var faults: [ListFault] = []
    for row in sheet.rows.dropFirst() {
      if let position = row.cells.indices.dropFirst(header.cells.count).first(where: { !row.cells[$0].text.isEmpty }) {
        let cell = row.cells[position]
        faults.append(
          ListFault(
            "the row has \(row.cells.count) cells and the header \(header.cells.count); put cells that hold a separator in quotation marks",
            file: file, line: cell.line, column: cell.column, cell: CSVSheet.name(column: position, row: row.number)))
      }
      for (position, cell) in row.cells.enumerated() {
        guard let message = wrongEncoding(cell.text) else { continue }
        faults.append(
          ListFault(
            message, file: file, line: cell.line, column: cell.column,
            cell: CSVSheet.name(column: position, row: row.number)))
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
}

extension PeopleList {
  /// What a row says of a field: its cell, or the default where that is empty; nil where there is neither.
  func cell(_ field: String, of row: CSVSheet.Row) -> Cell? {
    let column = mapping.columns.first { $0.field == field }
    if let column, let position = positions[field], position < row.cells.count {
      let cell = row.cells[position]
      let text = Self.trimmed(cell.text)
      if !text.isEmpty {
        let name = CSVSheet.name(column: position, row: row.number)
        return Cell(column: column, text: text, line: cell.line, place: cell.column, name: name)
      }
    }
    guard let value = mapping.defaults.first(where: { $0.field == field })?.value else { return nil }
    switch value {
    case .text(let text): return Cell(column: column, text: text, line: row.line, place: 1, name: "")
    case .boolean(let flag):
      return Cell(column: column, text: flag ? "ja" : "nein", line: row.line, place: 1, name: "")
    }
  }

  /// The fields of actors' own that the list feeds, in the order of the mapping.
  var ownFields: [String] {
    var fields: [String] = []
    for field in mapping.columns.map(\.field) + mapping.defaults.map(\.field)
    where field.hasPrefix("x-") && !fields.contains(field) { fields.append(field) }
    return fields
  }

  /// Whether any column says who agrees to what.
  public var asksForConsent: Bool { mapping.columns.contains { $0.field.hasPrefix("consent.") } }

  func fault(_ message: String, _ cell: Cell) -> ListFault {
    ListFault(message, file: file, line: cell.line, column: cell.place, cell: cell.name)
  }

  func fault(_ message: String, _ row: CSVSheet.Row) -> ListFault {
    ListFault(message, file: file, line: row.line, column: 1)
  }

  /// A cell without blanks around it; inside, line breaks and several blanks are one.
  static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
