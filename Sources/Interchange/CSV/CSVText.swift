/// A field of a CSV file.
struct CSVField {
  let text: String
  /// Whether it stood in quotes: then an empty one is an empty text and not the absence of one.
  let isQuoted: Bool
}

/// Reads CSV as RFC 4180 describes it, with any separator and any line end.
struct CSVText {
  private let bytes: [UInt8]
  private var offset = 0
  /// The line of the record that was read last, counted from 1.
  private(set) var line = 0
  private var nextLine = 1
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

  /// The next record that is no empty line; `nil` at the end.
  mutating func next() throws(InterchangeFault) -> [CSVField]? {
    while offset < bytes.count {
      line = nextLine
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
    nextLine += 1
    return false
  }

  private mutating func field() throws(InterchangeFault) -> CSVField {
    guard offset < bytes.count, bytes[offset] == 34 else {
      let start = offset
      while offset < bytes.count, bytes[offset] != separator, bytes[offset] != 10, bytes[offset] != 13 { offset += 1 }
      return CSVField(text: String(decoding: bytes[start..<offset], as: UTF8.self), isQuoted: false)
    }
    let opening = nextLine
    offset += 1
    var text: [UInt8] = []
    while true {
      guard offset < bytes.count else {
        throw InterchangeFault("a quotation mark is opened here and never closed", line: opening, column: 1, part: part)
      }
      let byte = bytes[offset]
      offset += 1
      if byte == 34 {
        guard offset < bytes.count, bytes[offset] == 34 else { break }
        offset += 1
      } else if byte == 10 {
        nextLine += 1
      }
      text.append(byte)
    }
    // What stands between the closing mark and the separator belongs to the field for most readers.
    while offset < bytes.count, bytes[offset] != separator, bytes[offset] != 10, bytes[offset] != 13 {
      text.append(bytes[offset])
      offset += 1
    }
    return CSVField(text: String(decoding: text, as: UTF8.self), isQuoted: true)
  }
}
