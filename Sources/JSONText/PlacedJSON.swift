/// A JSON value that knows where it stands, for small files that are read as a whole.
package indirect enum PlacedJSON: Sendable {
  case null(Int)
  case boolean(Bool, Int)
  case number(Double, Int)
  case string(String, Int)
  case array([PlacedJSON], Int)
  case object([(key: String, value: PlacedJSON)], Int)

  /// The byte at which the value begins.
  package var offset: Int {
    switch self {
    case .null(let offset), .boolean(_, let offset), .number(_, let offset), .string(_, let offset),
      .array(_, let offset), .object(_, let offset):
      offset
    }
  }

  /// What stands here, in words.
  package var kind: String {
    switch self {
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// The value of a key, the last where it stands twice.
  package subscript(key: String) -> PlacedJSON? {
    guard case .object(let members, _) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The value that a pointer (RFC 6901) leads to, given name by name; where it leads nowhere, the last one on the way.
  package func value(at pointer: [String]) -> PlacedJSON {
    var value = self
    for name in pointer {
      if case .array(let elements, _) = value {
        guard let index = Int(name), elements.indices.contains(index) else { return value }
        value = elements[index]
      } else if let member = value[name] {
        value = member
      } else {
        return value
      }
    }
    return value
  }

  /// Reads a whole text.
  package init(_ bytes: [UInt8]) throws(JSONSyntaxError) {
    self = try bytes.withUnsafeBufferPointer { (bytes) throws(JSONSyntaxError) in
      var cursor = try JSONCursor(bytes)
      let value = try PlacedJSON(&cursor)
      try cursor.finish()
      return value
    }
  }

  private init(_ cursor: inout JSONCursor) throws(JSONSyntaxError) {
    let kind = try cursor.peek()
    let offset = cursor.offset
    switch kind {
    case .null:
      try cursor.readNull()
      self = .null(offset)
    case .boolean: self = .boolean(try cursor.readBoolean(), offset)
    case .number:
      switch try cursor.readNumber() {
      case .integer(let number): self = .number(Double(number), offset)
      case .float(let number): self = .number(number, offset)
      case .outOfRange: self = .number(.infinity, offset)
      }
    case .string:
      let string = try cursor.readString()
      self = .string(cursor.text(of: string), offset)
    case .array:
      var values: [PlacedJSON] = []
      try cursor.enterArray()
      while try cursor.nextElement() { values.append(try PlacedJSON(&cursor)) }
      self = .array(values, offset)
    case .object:
      var members: [(key: String, value: PlacedJSON)] = []
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        let name = cursor.text(of: key)
        members.append((name, try PlacedJSON(&cursor)))
      }
      self = .object(members, offset)
    }
  }
}
