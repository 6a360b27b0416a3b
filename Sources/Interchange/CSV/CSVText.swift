/// A field of a CSV file.
struct CSVField {
  let text: String
  /// Whether it stood in quotes: then an empty one is an empty text and not the absence of one.
  let isQuoted: Bool
  /// The line in which it begins, counted from 1.
  let line: Int
  /// The bytes at which its line and it begin.
  let place: (line: Int, field: Int)
}

/// Reads CSV as RFC 4180 describes it, with any separator and any line end: the one reader of CSV in this module.
struct CSVText {
  private let bytes: [UInt8]
  private var offset = 0
  /// The line of the record that was read last, counted from 1.
  private(set) var line = 0
  private var nextLine = 1
  private var lineStart = 0
  /// How many records have been read, empty lines among them: the number that a spreadsheet shows beside the row.
  private(set) var row = 0
  private let part: Int
  /// What stands between fields: the one of `;`, `,` and tab that the first line has most of.
  let separator: UInt8

  /// Starts at the header.
  init(_ text: String, part: Int) {
    var bytes = Array(text.utf8)
    // Excel's own way to name the separator.
    if bytes.starts(with: Array("sep=".utf8)), bytes.count > 5, let end = bytes.firstIndex(of: 10) {
      separator = bytes[4]
      bytes.removeFirst(end + 1)
      nextLine = 2
    } else {
      separator = CSVText.separator(in: bytes)
    }
    self.bytes = bytes
    self.part = part
  }

  private static func separator(in bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == 34 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 10 || byte == 13 { break }
      if [59, 44, 9].contains(byte) { counts[byte, default: 0] += 1 }
    }
    return [59, 44, 9].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 44
  }

  /// The column in which a field begins, in Unicode scalars, counted from 1.
  ///
  /// - Complexity: O(length of the line).
  func column(of field: CSVField) -> Int {
    bytes[field.place.line..<field.place.field].count { $0 & 0xC0 != 0x80 } + 1
  }

  /// The next record that is no empty line; `nil` at the end.
  mutating func next() throws(InterchangeFault) -> [CSVField]? {
    while offset < bytes.count {
      line = nextLine
      row += 1
      var fields: [CSVField] = []
      repeat { fields.append(try field()) } while endsField()
      if fields.count > 1 || fields[0].isQuoted || !fields[0].text.isEmpty { return fields }
    }
    return nil
  }

  /// Steps over a separator; over a line end where there is one.
  private mutating func endsField() -> Bool {
    guard offset < bytes.count else { return false }
    let byte = bytes[offset]
    offset += 1
    if byte == separator { return true }
    if byte == 13, offset < bytes.count, bytes[offset] == 10 { offset += 1 }
    beginLine()
    return false
  }

  private mutating func beginLine() {
    nextLine += 1
    lineStart = offset
  }

  private mutating func field() throws(InterchangeFault) -> CSVField {
    let start = offset
    let place = (line: lineStart, field: start)
    guard offset < bytes.count, bytes[offset] == 34 else {
      while offset < bytes.count, bytes[offset] != separator, bytes[offset] != 10, bytes[offset] != 13 { offset += 1 }
      let text = String(decoding: bytes[start..<offset], as: UTF8.self)
      return CSVField(text: text, isQuoted: false, line: nextLine, place: place)
    }
    let opening = nextLine
    offset += 1
    var text: [UInt8] = []
    while true {
      guard offset < bytes.count else {
        let field = CSVField(text: "", isQuoted: true, line: opening, place: place)
        throw InterchangeFault(
          "a quotation mark is opened here and never closed", line: opening, column: column(of: field), part: part)
      }
      let byte = bytes[offset]
      offset += 1
      if byte == 34 {
        guard offset < bytes.count, bytes[offset] == 34 else { break }
        offset += 1
      } else if byte == 10 {
        beginLine()
      }
      text.append(byte)
    }
    guard offset == bytes.count || [separator, 10, 13].contains(bytes[offset]) else {
      let field = CSVField(text: "", isQuoted: true, line: nextLine, place: (lineStart, offset))
      throw InterchangeFault(
        "text follows a closing quotation mark; double the quotation marks that belong to the text", line: nextLine,
        column: column(of: field), part: part)
    }
    return CSVField(text: String(decoding: text, as: UTF8.self), isQuoted: true, line: opening, place: place)
  }
}
