public import GraphModel
public import JSONText

extension Value {
  /// Reads the value of a parameter as people type it: JSON, or a text that needs no quotation marks.
  ///
  /// `5` is an integer, `"5"` a text, `Neuss` a text, `["a", "b"]` a list.
  ///
  /// - Throws: `JSONSyntaxError` for what begins like JSON (with a bracket, a brace or a quotation mark) and is none.
  public init(parameter text: String) throws(JSONSyntaxError) {
    do throws(JSONSyntaxError) {
      self = try Value(json: text)
    } catch {
      let first = text.first { !$0.isWhitespace }
      if let first, "[{\"".contains(first) { throw error }
      self = .string(text)
    }
  }

  /// Reads one JSON value.
  ///
  /// Numbers without fraction and exponent that fit into 64 bits are integers, all others floats.
  public init(json text: String) throws(JSONSyntaxError) {
    self = try Array(text.utf8).withUnsafeBufferPointer { bytes throws(JSONSyntaxError) in
      var cursor = try JSONCursor(bytes)
      let value = try Value(reading: &cursor)
      try cursor.finish()
      return value
    }
  }

  private init(reading cursor: inout JSONCursor) throws(JSONSyntaxError) {
    switch try cursor.peek() {
    case .null:
      try cursor.readNull()
      self = .null
    case .boolean: self = .boolean(try cursor.readBoolean())
    case .string:
      let string = try cursor.readString()
      self = .string(cursor.text(of: string))
    case .number:
      let offset = cursor.offset
      switch try cursor.readNumber() {
      case .integer(let number): self = .integer(number)
      case .float(let number): self = .float(number)
      case .outOfRange: throw JSONSyntaxError(.invalidNumber("it is too large"), at: offset)
      }
    case .array:
      var values: [Value] = []
      try cursor.enterArray()
      while try cursor.nextElement() { values.append(try Value(reading: &cursor)) }
      self = .list(values)
    case .object:
      var pairs: [(String, Value)] = []
      try cursor.enterObject()
      while let key = try cursor.nextKey() {
        let name = cursor.text(of: key)
        pairs.append((name, try Value(reading: &cursor)))
      }
      self = .map(ValueMap(pairs))
    }
  }
}
