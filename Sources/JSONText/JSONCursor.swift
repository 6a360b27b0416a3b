/// A cursor that walks over JSON text (RFC 8259, UTF-8) value by value, without building a tree.
///
/// The caller asks for what it expects: ``enterObject()``, ``nextKey()``, ``readString()`` … Every call throws a
/// ``JSONSyntaxError`` with the byte offset where the text is not JSON. A leading UTF-8 byte-order mark is skipped.
/// The bytes must stay valid while the cursor lives.
///
/// ```swift
/// try cursor.enterArray()
/// while try cursor.nextElement() { names.append(try cursor.text(of: cursor.readString())) }
/// try cursor.finish()
/// ```
///
/// - Complexity: O(bytes) over a whole text; memory O(depth).
public struct JSONCursor: ~Copyable {
  /// What kind of value comes next.
  public enum Kind: Sendable {
    /// An object.
    case object
    /// An array.
    case array
    /// A string.
    case string
    /// A number.
    case number
    /// `true` or `false`.
    case boolean
    /// `null`.
    case null
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private let maximumDepth: Int
  /// One entry for each open array or object: whether an element was read in it.
  private var hasElements: [Bool] = []
  /// The byte that is read next.
  public internal(set) var offset = 0

  /// Starts at the beginning of a text.
  ///
  /// - Parameter maximumDepth: How deeply arrays and objects may be nested.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int = 256) throws(JSONSyntaxError) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
    if starts(with: [0xEF, 0xBB, 0xBF]) {
      offset = 3
    } else if starts(with: [0xFF, 0xFE]) || starts(with: [0xFE, 0xFF]) {
      throw JSONSyntaxError(.wrongEncoding("UTF-16 or UTF-32"), at: 0)
    } else if bytes.count >= 2, bytes[0] == 0 || bytes[1] == 0 {
      throw JSONSyntaxError(.wrongEncoding("UTF-16, UTF-32 or not text at all"), at: 0)
    }
  }

  /// Starts inside an array whose bracket lies before, at one of its elements: for reading parts of a text side by side.
  ///
  /// - Parameter offset: Where the element begins, as ``elementStarts(in:)`` has found it.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, atElement offset: Int, maximumDepth: Int = 256) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
    self.offset = offset
    hasElements = [false]
  }

  private func starts(with mark: [UInt8]) -> Bool {
    bytes.count >= mark.count && bytes.prefix(mark.count).elementsEqual(mark)
  }

  /// What kind of value comes next.
  public mutating func peek() throws(JSONSyntaxError) -> Kind {
    skipBlanks()
    guard offset < bytes.count else { throw JSONSyntaxError(.unexpectedEnd(expected: "a value"), at: offset) }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default: throw unexpected("a value")
    }
  }

  /// Steps into an array; call ``nextElement()`` before each element.
  public mutating func enterArray() throws(JSONSyntaxError) { try enter(UInt8(ascii: "["), "'['") }

  /// Steps into an object; call ``nextKey()`` before each value.
  public mutating func enterObject() throws(JSONSyntaxError) { try enter(UInt8(ascii: "{"), "'{'") }

  private mutating func enter(_ bracket: UInt8, _ name: String) throws(JSONSyntaxError) {
    skipBlanks()
    try expect(bracket, name)
    guard hasElements.count < maximumDepth else { throw JSONSyntaxError(.tooDeep(limit: maximumDepth), at: offset - 1) }
    hasElements.append(false)
  }

  /// Goes to the next element of the innermost array; `false` when there is none, and the array is left.
  public mutating func nextElement() throws(JSONSyntaxError) -> Bool {
    try next(closing: UInt8(ascii: "]"), "',' or ']'")
  }

  /// Reads the next key of the innermost object; `nil` when there is none, and the object is left.
  public mutating func nextKey() throws(JSONSyntaxError) -> JSONString? {
    guard try next(closing: UInt8(ascii: "}"), "',' or '}'") else { return nil }
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
    let key = try readString()
    skipBlanks()
    try expect(UInt8(ascii: ":"), "':'")
    return key
  }

  private mutating func next(closing bracket: UInt8, _ expected: String) throws(JSONSyntaxError) -> Bool {
    skipBlanks()
    guard offset < bytes.count else { throw JSONSyntaxError(.unexpectedEnd(expected: expected), at: offset) }
    let last = hasElements.count - 1
    if bytes[offset] == bracket {
      offset += 1
      hasElements.removeLast()
      return false
    }
    if hasElements[last] {
      try expect(UInt8(ascii: ","), expected)
      skipBlanks()
    } else {
      hasElements[last] = true
    }
    return true
  }

  /// Reads `true` or `false`.
  public mutating func readBoolean() throws(JSONSyntaxError) -> Bool {
    skipBlanks()
    let isTrue = offset < bytes.count && bytes[offset] == UInt8(ascii: "t")
    try readWord(isTrue ? "true" : "false")
    return isTrue
  }

  /// Reads `null`.
  public mutating func readNull() throws(JSONSyntaxError) {
    skipBlanks()
    try readWord("null")
  }

  private mutating func readWord(_ word: StaticString) throws(JSONSyntaxError) {
    for position in 0..<word.utf8CodeUnitCount {
      guard offset + position < bytes.count else {
        throw JSONSyntaxError(.unexpectedEnd(expected: "'\(word)'"), at: bytes.count)
      }
      guard bytes[offset + position] == word.utf8Start[position] else { throw unexpected("'\(word)'") }
    }
    offset += word.utf8CodeUnitCount
  }

  /// Checks that nothing but blanks follows.
  public mutating func finish() throws(JSONSyntaxError) {
    skipBlanks()
    guard offset == bytes.count else { throw unexpected("the end of the file") }
  }

  /// Reads over a value of any kind, checking it fully; nesting costs no stack.
  public mutating func skipValue() throws(JSONSyntaxError) {
    let outer = hasElements.count
    var isObject: [Bool] = []
    repeat {
      switch try peek() {
      case .object:
        try enterObject()
        isObject.append(true)
      case .array:
        try enterArray()
        isObject.append(false)
      case .string: _ = try readString()
      case .number: _ = try readNumber()
      case .boolean: _ = try readBoolean()
      case .null: try readNull()
      }
      while let inObject = isObject.last {
        let goesOn = inObject ? try nextKey() != nil : try nextElement()
        if goesOn { break }
        isObject.removeLast()
      }
    } while hasElements.count > outer
  }

  mutating func skipBlanks() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func expect(_ byte: UInt8, _ name: String) throws(JSONSyntaxError) {
    guard offset < bytes.count else { throw JSONSyntaxError(.unexpectedEnd(expected: name), at: offset) }
    guard bytes[offset] == byte else { throw unexpected(name) }
    offset += 1
  }

  /// The error for the character at the cursor, shown as it stands in the text.
  func unexpected(_ expected: String) -> JSONSyntaxError {
    guard offset < bytes.count else { return JSONSyntaxError(.unexpectedEnd(expected: expected), at: offset) }
    let rest = bytes[offset..<min(offset + 4, bytes.count)]
    guard bytes[offset] < 0x80 || String(validating: rest.prefix(UTF8Length.of(bytes[offset])), as: UTF8.self) != nil
    else { return JSONSyntaxError(.invalidUTF8, at: offset) }
    let shown = String(decoding: rest, as: UTF8.self).unicodeScalars.prefix(1)
    let name = shown.first.map { $0.value < 0x20 ? "a control character" : "'\($0)'" } ?? "nothing"
    return JSONSyntaxError(.unexpectedCharacter(found: name, expected: expected), at: offset)
  }
}
