import JSONText

/// A JSON value with the bytes that it is written in, so that what is not changed keeps its spelling.
struct JSONSlice {
  enum Content {
    case string(String)
    case array([JSONSlice])
    case object([(key: String, value: JSONSlice)])
    /// A number, a truth value or null.
    case plain
  }

  let content: Content
  /// Where the value stands in the bytes that were read.
  let range: Range<Int>

  /// Reads one value that fills the bytes.
  init(_ bytes: [UInt8]) throws(JSONSyntaxError) {
    self = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONSyntaxError) in
      var cursor = try JSONCursor(buffer)
      let value = try JSONSlice(&cursor)
      try cursor.finish()
      return value
    }
  }

  private init(_ cursor: inout JSONCursor) throws(JSONSyntaxError) {
    let kind = try cursor.peek()
    let start = cursor.offset
    switch kind {
    case .string:
      let string = try cursor.readString()
      content = .string(cursor.text(of: string))
    case .array:
      var values: [JSONSlice] = []
      try cursor.enterArray()
      while try cursor.nextElement() { values.append(try JSONSlice(&cursor)) }
      content = .array(values)
    case .object:
      var members: [(key: String, value: JSONSlice)] = []
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        let name = cursor.text(of: key)
        members.append((name, try JSONSlice(&cursor)))
      }
      content = .object(members)
    case .number, .boolean, .null:
      try cursor.skipValue()
      content = .plain
    }
    range = start..<cursor.offset
  }

  /// The text, where the value is one.
  var text: String? { if case .string(let text) = content { text } else { nil } }

  /// The elements, where the value is a list.
  var elements: [JSONSlice] { if case .array(let values) = content { values } else { [] } }

  /// The members, where the value is an object.
  var members: [(key: String, value: JSONSlice)] { if case .object(let members) = content { members } else { [] } }

  /// The value of a key.
  subscript(key: String) -> JSONSlice? { members.first { $0.key == key }?.value }
}
