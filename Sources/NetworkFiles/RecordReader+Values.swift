import GraphModel
import JSONText

extension RecordReader {
  /// Reads a text that is not empty.
  mutating func readText(
    _ cursor: inout JSONCursor, _ pointer: FieldPointer
  ) throws(JSONSyntaxError) -> (text: String, offset: Int)? {
    guard try cursor.peek() == .string else {
      try reportWrongType("a text", &cursor, pointer)
      return nil
    }
    let offset = cursor.offset
    let string = try cursor.readString()
    let text = cursor.text(of: string)
    if text.isBlank {
      report(.emptyText, at: offset, pointer)
      return nil
    }
    if text.holdsControlCharacter {
      report(.controlCharacter, at: offset, pointer)
      return nil
    }
    return (text, offset)
  }

  mutating func readInteger(
    _ bounds: ClosedRange<Int64>, _ cursor: inout JSONCursor, _ pointer: FieldPointer
  ) throws(JSONSyntaxError) -> Int64? {
    guard try cursor.peek() == .number else {
      try reportWrongType("a whole number", &cursor, pointer)
      return nil
    }
    let offset = cursor.offset
    switch try cursor.readNumber() {
    case .integer(let number) where bounds.contains(number): return number
    case .float(let number) where number.rounded() == number && abs(number) < 9e18:
      // JSON does not tell 3.0 from 3.
      if bounds.contains(Int64(number)) { return Int64(number) }
    case .float(let number) where abs(number) < 9e18:
      report(.wrongType(expected: "a whole number", found: "\(number)"), at: offset, pointer)
      return nil
    case .integer, .float, .outOfRange: break
    }
    report(.outOfRange(value: written(offset, &cursor), bounds: "\(bounds)"), at: offset, pointer)
    return nil
  }

  mutating func readNumber(
    _ bounds: ClosedRange<Double>, _ cursor: inout JSONCursor, _ pointer: FieldPointer
  ) throws(JSONSyntaxError) -> Double? {
    guard try cursor.peek() == .number else {
      try reportWrongType("a number", &cursor, pointer)
      return nil
    }
    let offset = cursor.offset
    switch try cursor.readNumber() {
    case .integer(let number) where bounds.contains(Double(number)): return Double(number)
    case .float(let number) where bounds.contains(number): return number
    case .integer, .float, .outOfRange: break
    }
    report(.outOfRange(value: written(offset, &cursor), bounds: "\(bounds)"), at: offset, pointer)
    return nil
  }

  mutating func readBoolean(_ cursor: inout JSONCursor, _ pointer: FieldPointer) throws(JSONSyntaxError) -> Bool? {
    guard try cursor.peek() == .boolean else {
      try reportWrongType("true or false", &cursor, pointer)
      return nil
    }
    return try cursor.readBoolean()
  }

  /// Reads an array, keeping the elements that are sound; an empty one is as good as none.
  mutating func readList(
    _ cursor: inout JSONCursor, _ pointer: FieldPointer,
    _ readElement: (inout RecordReader, inout JSONCursor, FieldPointer) throws(JSONSyntaxError) -> Value?
  ) throws(JSONSyntaxError) -> Value? {
    let list = try readElements(&cursor, pointer, readElement)
    return list == .list([]) ? nil : list
  }

  /// Reads an array, keeping the elements that are sound.
  mutating func readElements(
    _ cursor: inout JSONCursor, _ pointer: FieldPointer,
    _ readElement: (inout RecordReader, inout JSONCursor, FieldPointer) throws(JSONSyntaxError) -> Value?
  ) throws(JSONSyntaxError) -> Value? {
    guard try cursor.peek() == .array else {
      try reportWrongType("a list of texts", &cursor, pointer)
      return nil
    }
    var values: [Value] = []
    try forEachElement(&cursor, pointer) { (reader, cursor, pointer) throws(JSONSyntaxError) in
      if let value = try readElement(&reader, &cursor, pointer) { values.append(value) }
    }
    return .list(values)
  }

  /// Goes through an array, handing each element's pointer on.
  mutating func forEachElement(
    _ cursor: inout JSONCursor, _ pointer: FieldPointer,
    _ body: (inout RecordReader, inout JSONCursor, FieldPointer) throws(JSONSyntaxError) -> Void
  ) throws(JSONSyntaxError) {
    var position = 0
    try cursor.enterArray()
    while try cursor.nextElement() {
      _ = try cursor.peek()
      try body(&self, &cursor, pointer.element(position))
      position += 1
    }
  }

  /// A number as it stands in the file.
  private func written(_ offset: Int, _ cursor: inout JSONCursor) -> String {
    let text = String(decoding: file.bytes[offset..<cursor.offset], as: UTF8.self)
    return text.count > 40 ? text.prefix(40) + "…" : text
  }
}

extension RecordReader {
  /// Reads any value; objects become maps. The cursor's depth limit bounds the recursion.
  mutating func readAny(_ cursor: inout JSONCursor, _ pointer: FieldPointer) throws(JSONSyntaxError) -> Value {
    switch try cursor.peek() {
    case .string: return .string(cursor.text(of: try cursor.readString()))
    case .boolean: return .boolean(try cursor.readBoolean())
    case .null:
      try cursor.readNull()
      return .null
    case .number:
      let offset = cursor.offset
      switch try cursor.readNumber() {
      case .integer(let number): return .integer(number)
      case .float(let number): return .float(number)
      case .outOfRange:
        report(.outOfRange(value: written(offset, &cursor), bounds: "64-bit floating point"), at: offset, pointer)
        return .null
      }
    case .array:
      var values: [Value] = []
      try forEachElement(&cursor, pointer) { (reader, cursor, pointer) throws(JSONSyntaxError) in
        values.append(try reader.readAny(&cursor, pointer))
      }
      return .list(values)
    case .object:
      var pairs: [(String, Value)] = []
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        let name = cursor.text(of: key)
        pairs.append((name, try readAny(&cursor, pointer.member(name))))
      }
      return .map(ValueMap(pairs))
    }
  }
}

extension String {
  /// Whether there is nothing to read; most texts show with their first byte that there is.
  var isBlank: Bool {
    if let first = utf8.first, first > 0x20, first < 0x7F { return false }
    return allSatisfy(\.isWhitespace)
  }

  /// Whether a character of the text would steer a terminal: C0 but line feed and tab, DEL, and C1. Bytes are looked at
  /// because every text of every record comes by here.
  package var holdsControlCharacter: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte < 0x20 ? byte != 0x0A && byte != 0x09 : byte == 0x7F { return true }
      if previous == 0xC2, byte < 0xA0 { return true }
      previous = byte
    }
    return false
  }

  /// Whether the text is made of ASCII letters, digits, hyphens, underscores, dots and colons.
  var isIdentifier: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case 48...58, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
        default: false
        }
      }
  }
}
