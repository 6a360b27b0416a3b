import GermanText
import GraphModel
import JSONText
import NetworkVocabulary

/// Reads the records of one file; what is wrong with single values is collected, what is not JSON ends the file.
struct RecordReader {
  let kind: RecordKind
  let file: SourceFile
  private(set) var records: [StagedRecord] = []
  private(set) var faults: [NetworkFault] = []
  /// Whether the file was read to its end.
  private(set) var isComplete = false
  private let fields: [String: Int]

  init(_ kind: RecordKind, _ file: SourceFile) {
    self.kind = kind
    self.file = file
    fields = Dictionary(uniqueKeysWithValues: kind.fields.enumerated().map { ($1.name, $0) })
  }

  mutating func read() {
    var pointer = FieldPointer()
    do throws(JSONSyntaxError) {
      try file.bytes.withUnsafeBufferPointer { (bytes) throws(JSONSyntaxError) in
        var cursor = try JSONCursor(bytes)
        try readAll(&cursor, &pointer)
      }
      isComplete = true
    } catch {
      report(.syntax(error), at: error.offset, pointer)
    }
  }

  /// Reads some of the file's records, which stand one after the other.
  mutating func read(_ part: FilePart) {
    var pointer = FieldPointer()
    do throws(JSONSyntaxError) {
      try file.bytes.withUnsafeBufferPointer { (bytes) throws(JSONSyntaxError) in
        var cursor = JSONCursor(bytes, atElement: part.start)
        for position in part.records {
          guard try cursor.nextElement(), try cursor.peek() == .object else { return }
          try readRecord(&cursor, position, &pointer)
        }
        if part.isLast {
          guard try !cursor.nextElement() else { return }
          try cursor.finish()
        }
        isComplete = true
      }
    } catch {
      report(.syntax(error), at: error.offset, pointer)
    }
  }

  /// Takes what the readers of all parts have found.
  mutating func join(_ parts: [RecordReader]) {
    records = parts.flatMap(\.records)
    isComplete = true
  }

  private mutating func readAll(_ cursor: inout JSONCursor, _ pointer: inout FieldPointer) throws(JSONSyntaxError) {
    guard try cursor.peek() == .array else {
      try reportWrongType("an array of \(kind.name) records", &cursor, pointer)
      return try cursor.finish()
    }
    try cursor.enterArray()
    var position = 0
    while try cursor.nextElement() {
      pointer = FieldPointer(record: position)
      if try cursor.peek() == .object {
        try readRecord(&cursor, position, &pointer)
      } else {
        try reportWrongType("an object", &cursor, pointer)
      }
      position += 1
    }
    pointer = FieldPointer()
    try cursor.finish()
  }

  private mutating func readRecord(
    _ cursor: inout JSONCursor, _ position: Int, _ pointer: inout FieldPointer
  ) throws(JSONSyntaxError) {
    let record = StagedRecord(kind: kind, file: file, position: position, offset: cursor.offset)
    // One bit for each field of the kind; fields of one's own are few and kept by name.
    var seen: UInt64 = 0
    var ownSeen: [String] = []
    try cursor.enterObject()
    var expected = 0
    while let key = try cursor.nextKey() {
      if let number = number(of: key, expected, cursor) {
        let name = kind.fields[number].name
        pointer.field = name
        if seen & 1 << number != 0 { report(.repeatedField(name), at: key.range.lowerBound - 1, pointer) }
        seen |= 1 << number
        expected = number + 1
        try readField(number, &cursor, record, pointer)
        continue
      }
      let name = cursor.text(of: key)
      pointer.field = name
      if name.hasPrefix("x-") {
        if ownSeen.contains(name) { report(.repeatedField(name), at: key.range.lowerBound - 1, pointer) }
        ownSeen.append(name)
        _ = try cursor.peek()
        let offset = cursor.offset
        record.add(PropertyKey(name), try readAny(&cursor, pointer), at: offset)
      } else {
        let suggestion = nearest(to: name, among: kind.fields.map(\.name)).first
        report(.unknownField(name, suggestion: suggestion), at: key.range.lowerBound - 1, pointer)
        try cursor.skipValue()
      }
    }
    pointer = FieldPointer(record: position)
    for (number, field) in kind.fields.enumerated() where field.isRequired && seen & 1 << number == 0 {
      report(.missingField(field.name), at: record.offset, pointer)
    }
    records.append(record)
  }

  /// The field that a key names. Fields mostly stand in one order, so those from the expected one on are compared before hashing.
  private func number(of key: JSONString, _ expected: Int, _ cursor: borrowing JSONCursor) -> Int? {
    for number in expected..<min(max(expected, kind.fields.count), expected + 4)
    where cursor.spells(key, kind.fields[number].name) { return number }
    return fields[cursor.text(of: key)]
  }

  /// Notes a fault and goes on.
  mutating func report(_ kind: NetworkFault.Kind, at offset: Int, _ pointer: FieldPointer) {
    faults.append(file.fault(kind, at: offset, pointer))
  }

  /// Notes that a value has the wrong type, and reads over it.
  mutating func reportWrongType(
    _ expected: String, _ cursor: inout JSONCursor, _ pointer: FieldPointer
  ) throws(JSONSyntaxError) {
    let found = try cursor.peek()
    report(.wrongType(expected: expected, found: found.withArticle), at: cursor.offset, pointer)
    try cursor.skipValue()
  }
}

extension SourceFile {
  /// A fault at a byte of this file.
  func fault(_ kind: NetworkFault.Kind, at offset: Int, _ pointer: FieldPointer) -> NetworkFault {
    let place = bytes.withUnsafeBufferPointer { TextPlace(of: offset, in: $0) }
    return NetworkFault(kind: kind, file: name, place: place, pointer: pointer.description)
  }
}

extension JSONCursor.Kind {
  /// The kind in a sentence.
  var withArticle: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "a text"
    case .number: "a number"
    case .boolean: "a truth value"
    case .null: "null"
    }
  }
}
