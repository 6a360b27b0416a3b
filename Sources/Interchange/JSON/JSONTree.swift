import JSONText

/// A JSON value as a tree whose parts know where they stood, so that a wrong shape is reported with its place.
package struct JSONTree {
  /// A value by its name. A tuple in its place sends the compiler round in circles.
  package struct Member {
    package let key: String
    package let value: JSONTree
  }

  /// What it is.
  package enum Content {
    case null
    case boolean(Bool)
    case integer(Int64)
    case float(Double)
    case string(String)
    case array([JSONTree])
    case object([Member])
  }

  /// What it is.
  package let content: Content
  /// The byte at which it begins.
  package let offset: Int

  /// Reads a whole text.
  ///
  /// - Throws: ``InterchangeFault`` with line and column.
  package static func read(_ bytes: [UInt8]) throws(InterchangeFault) -> JSONTree {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONTree, InterchangeFault> in
      do throws(JSONSyntaxError) {
        var cursor = try JSONCursor(buffer)
        let tree = try next(&cursor)
        try cursor.finish()
        return .success(tree)
      } catch {
        let place = TextPlace(of: min(error.offset, buffer.count), in: buffer)
        return .failure(InterchangeFault("\(error)", line: place.line, column: place.column))
      }
    }
    return try result.get()
  }

  private static func next(_ cursor: inout JSONCursor) throws(JSONSyntaxError) -> JSONTree {
    let kind = try cursor.peek()
    let offset = cursor.offset
    let content: Content
    switch kind {
    case .null:
      try cursor.readNull()
      content = .null
    case .boolean: content = .boolean(try cursor.readBoolean())
    case .string: content = .string(cursor.text(of: try cursor.readString()))
    case .number:
      switch try cursor.readNumber() {
      case .integer(let number): content = .integer(number)
      case .float(let number): content = .float(number)
      case .outOfRange: throw JSONSyntaxError(.invalidNumber("it is too large for 64 bits"), at: offset)
      }
    case .array:
      var items: [JSONTree] = []
      try cursor.enterArray()
      while try cursor.nextElement() { items.append(try next(&cursor)) }
      content = .array(items)
    case .object:
      var members: [Member] = []
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        members.append(Member(key: cursor.text(of: key), value: try next(&cursor)))
      }
      content = .object(members)
    }
    return JSONTree(content: content, offset: offset)
  }
}

extension JSONTree {
  /// The string, where it is one.
  package var text: String? { if case .string(let text) = content { text } else { nil } }

  /// The integer, where it is one.
  package var integer: Int64? { if case .integer(let number) = content { number } else { nil } }

  /// The elements, where it is an array.
  package var items: [JSONTree]? { if case .array(let items) = content { items } else { nil } }

  /// The members, where it is an object.
  package var members: [Member]? {
    if case .object(let members) = content { members } else { nil }
  }

  /// The last member of a name.
  package subscript(key: String) -> JSONTree? { members?.last { $0.key == key }?.value }

  /// A fault at this place.
  package func fault(_ message: String, in bytes: [UInt8]) -> InterchangeFault {
    bytes.withUnsafeBufferPointer { buffer in
      let place = TextPlace(of: offset, in: buffer)
      return InterchangeFault(message, line: place.line, column: place.column)
    }
  }
}
