/// Why a text is not JSON (RFC 8259), and where.
public struct JSONSyntaxError: Error, Hashable, Sendable {
  /// The kinds of fault.
  public enum Kind: Hashable, Sendable {
    /// The text ends inside a value.
    case unexpectedEnd(expected: String)
    /// A character stands where another was due.
    case unexpectedCharacter(found: String, expected: String)
    /// A string holds a raw control character.
    case controlCharacter(UInt8)
    /// A backslash is followed by something else than JSON's escapes.
    case invalidEscape
    /// Half of a surrogate pair stands alone.
    case loneSurrogate
    /// The bytes are not UTF-8.
    case invalidUTF8
    /// The file is UTF-16 or UTF-32.
    case wrongEncoding(String)
    /// A number is not written as JSON writes it.
    case invalidNumber(String)
    /// Arrays and objects are nested too deeply.
    case tooDeep(limit: Int)
  }

  /// What is wrong.
  public let kind: Kind
  /// The byte at which it is wrong, counted from 0.
  public let offset: Int

  /// Describes a fault; readers on top of the cursor use it for what they cannot hold.
  public init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}

extension JSONSyntaxError {
  /// The same sentence about a text that is in no file.
  package var textDescription: String {
    if case .unexpectedEnd(let expected) = kind { return "the text ends too early: \(expected) is missing" }
    return description
  }
}

extension JSONSyntaxError: CustomStringConvertible {
  /// One sentence without the place.
  public var description: String {
    switch kind {
    case .unexpectedEnd(let expected): "the file ends too early: \(expected) is missing"
    case .unexpectedCharacter(let found, let expected): "found \(found) where \(expected) should stand"
    case .controlCharacter(let byte):
      "a string holds the raw control character U+00\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true)); "
        + "write it as an escape such as \\n or \\t"
    case .invalidEscape: #"invalid escape: after a backslash stands one of " \ / b f n r t or u with four hex digits"#
    case .loneSurrogate: "half of a \\u surrogate pair stands alone"
    case .invalidUTF8: "the bytes here are not UTF-8; save the file as UTF-8"
    case .wrongEncoding(let name): "the file is \(name); save it as UTF-8"
    case .invalidNumber(let reason): "invalid number: \(reason)"
    case .tooDeep(let limit): "nested more than \(limit) levels deep"
    }
  }
}
