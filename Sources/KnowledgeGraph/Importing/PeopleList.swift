import GermanText
public import Interchange
public import NetworkFiles

/// A coordinator's list of people: a spreadsheet, and which of its columns feed which fields.
public struct PeopleList: Sendable {
  /// A value as it stands in the list.
  struct Cell {
    let field: String
    let column: ImportMapping.Column?
    /// The text on one line.
    let text: String
    /// The text of each of its lines.
    let lines: [String]
    let line: Int
    let place: Int
    let name: String
    /// Whether the mapping says it, for want of anything in the row.
    var isDefault = false
  }

  /// What the file is called in messages.
  public let file: String
  /// How its columns feed fields.
  public let mapping: ImportMapping
  /// The spreadsheet.
  public let sheet: CSVSheet
  /// The row with the names of the columns: the first, unless it is a title and a later one has them.
  public let header: CSVSheet.Row
  /// The rows below the header that hold anything.
  let rows: ArraySlice<CSVSheet.Row>
  /// The position of each column of the mapping.
  let positions: [String: Int]

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
    guard let first = sheet.rows.first else {
      throw ListFaults(faults: [ListFault("the file is empty; it needs a header and a row for each actor", file: file)])
    }
    let top = sheet.rows.prefix(10).firstIndex { row in
      mapping.columns.allSatisfy { column in row.texts.contains { Self.spelling($0) == Self.spelling(column.header) } }
    }
    header = sheet.rows[top ?? 0]
    rows = sheet.rows[((top ?? 0) + 1)...]
    positions = try Self.positions(of: mapping, in: header, file)
    if rows.isEmpty {
      throw ListFaults(
        faults: [ListFault("the list has no row below its header", file: file, line: first.line, column: 1)])
    }
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
        missing.append(
          (column, nearest(to: column.header, among: header.texts.map(trimmed).filter { !$0.isEmpty }).first))
      } else if found.count > 1 {
        let cells = found.map { CSVSheet.name(column: $0, row: header.number) }
        let (cell, places) = (header.cells[found[1]], cells.joined(separator: ", "))
        faults.append(
          ListFault(
            "the header '\(column.header)' stands in \(places); rename all but one of them",
            file: file, line: cell.line, column: cell.column, cell: cells[1]))
      }
      positions[column.field] = found.first
    }
    if !missing.isEmpty { throw mapping.faults(missing: missing) }
    if !faults.isEmpty { throw ListFaults(faults: faults) }
    return positions
  }

  static func spelling(_ header: String) -> String { tokens(of: header).joined(separator: " ") }
}

extension PeopleList {
  /// What a row says of a field: its cell, or the default where that is empty; nil where there is neither.
  func cell(_ field: String, of row: CSVSheet.Row) -> Cell? {
    let column = mapping.columns.first { $0.field == field }
    if let column, let position = positions[field], position < row.cells.count {
      let cell = row.cells[position]
      let lines = cell.text.split(whereSeparator: \.isNewline).map { Self.trimmed(String($0)) }.filter { !$0.isEmpty }
      if !lines.isEmpty {
        return Cell(
          field: field, column: column, text: lines.joined(separator: " "), lines: lines, line: cell.line,
          place: cell.column, name: CSVSheet.name(column: position, row: row.number))
      }
    }
    guard let value = mapping.defaults.first(where: { $0.field == field })?.value else { return nil }
    let text =
      switch value {
      case .text(let text): text
      case .boolean(let flag): flag ? "ja" : "nein"
      }
    return Cell(
      field: field, column: column, text: text, lines: [text], line: row.line, place: 1, name: "", isDefault: true)
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
    guard cell.isDefault else {
      return ListFault(message, file: file, line: cell.line, column: cell.place, cell: cell.name)
    }
    let place = mapping.place(ofDefault: cell.field)
    return ListFault(
      message, file: place.file, line: place.line, column: place.column, cell: "/defaults/\(cell.field)", isOfAll: true)
  }

  func fault(_ message: String, _ row: CSVSheet.Row) -> ListFault {
    ListFault(message, file: file, line: row.line, column: 1)
  }

  /// A cell without blanks around it; inside, line breaks and several blanks are one.
  static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
