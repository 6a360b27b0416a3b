/// Where a string stands in the text, without its quotes.
public struct JSONString: Hashable, Sendable {
  /// The bytes between the quotes.
  public let range: Range<Int>
  /// Whether the bytes hold backslash escapes.
  public let isEscaped: Bool
}

extension JSONCursor {
  /// Reads a string, checking its UTF-8 and its escapes.
  public mutating func readString() throws(JSONSyntaxError) -> JSONString {
    skipBlanks()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { throw unexpected("a string") }
    let start = offset + 1
    var position = start
    var isEscaped = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        offset = position + 1
        return JSONString(range: start..<position, isEscaped: isEscaped)
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
        position += try escapeLength(at: position)
      } else if byte < 0x20 {
        throw JSONSyntaxError(.controlCharacter(byte), at: position)
      } else if byte < 0x80 {
        position += 1
      } else {
        position += try sequenceLength(at: position)
      }
    }
    throw JSONSyntaxError(.unexpectedEnd(expected: "the closing quote of the string"), at: bytes.count)
  }

  /// The text of a string that was read.
  public func text(of string: JSONString) -> String {
    let raw = bytes[string.range]
    guard string.isEscaped else { return String(decoding: raw, as: UTF8.self) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(raw.count)
    var position = raw.startIndex
    while position < raw.endIndex {
      guard bytes[position] == UInt8(ascii: "\\") else {
        decoded.append(bytes[position])
        position += 1
        continue
      }
      position += decodeEscape(at: position, into: &decoded)
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  /// Whether a string that was read is exactly a word; words have no characters that need an escape.
  public func matches(_ string: JSONString, _ word: StaticString) -> Bool {
    guard !string.isEscaped else { return text(of: string) == word.description }
    guard string.range.count == word.utf8CodeUnitCount else { return false }
    for position in 0..<word.utf8CodeUnitCount
    where bytes[string.range.lowerBound + position] != word.utf8Start[position] { return false }
    return true
  }

  /// Whether a string that was read has exactly the bytes of a word and no escapes.
  ///
  /// A string with escapes may mean the same word nevertheless; ``text(of:)`` tells.
  public func spells(_ string: JSONString, _ word: String) -> Bool {
    guard !string.isEscaped, string.range.count == word.utf8.count else { return false }
    var position = string.range.lowerBound
    for byte in word.utf8 {
      if bytes[position] != byte { return false }
      position += 1
    }
    return true
  }

  /// The length of the escape at a backslash, checked.
  private func escapeLength(at position: Int) throws(JSONSyntaxError) -> Int {
    guard position + 1 < bytes.count else {
      throw JSONSyntaxError(.unexpectedEnd(expected: "the rest of the escape"), at: bytes.count)
    }
    switch bytes[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return 2
    case UInt8(ascii: "u"):
      guard let unit = codeUnit(at: position) else { throw JSONSyntaxError(.invalidEscape, at: position) }
      if !UTF16.isSurrogate(unit) { return 6 }
      guard UTF16.isLeadSurrogate(unit), let trail = codeUnit(at: position + 6), UTF16.isTrailSurrogate(trail) else {
        throw JSONSyntaxError(.loneSurrogate, at: position)
      }
      return 12
    default:
      throw JSONSyntaxError(.invalidEscape, at: position)
    }
  }

  /// Appends what a checked escape stands for and returns the escape's length.
  private func decodeEscape(at position: Int, into decoded: inout [UInt8]) -> Int {
    switch bytes[position + 1] {
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      let units = [codeUnit(at: position), codeUnit(at: position + 6)].compactMap(\.self)
      let count = units.first.map(UTF16.isLeadSurrogate) == true ? 2 : 1
      decoded.append(contentsOf: String(decoding: units.prefix(count), as: UTF16.self).utf8)
      return 6 * count
    default: decoded.append(bytes[position + 1])
    }
    return 2
  }

  /// The number of a `\uXXXX` escape; `nil` when none stands here.
  private func codeUnit(at position: Int) -> UInt16? {
    guard position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt16 = 0
    for byte in bytes[(position + 2)..<(position + 6)] {
      guard let digit = hexDigit(byte) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  private func hexDigit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// The length of the UTF-8 sequence at a byte above 0x7F, checked against Unicode's table 3-7.
  private func sequenceLength(at position: Int) throws(JSONSyntaxError) -> Int {
    let lead = bytes[position]
    let length = UTF8Length.of(lead)
    guard length > 1, position + length <= bytes.count else { throw JSONSyntaxError(.invalidUTF8, at: position) }
    let second: ClosedRange<UInt8> =
      switch lead {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard second.contains(bytes[position + 1]),
      (2..<max(2, length)).allSatisfy({ bytes[position + $0] & 0xC0 == 0x80 })
    else { throw JSONSyntaxError(.invalidUTF8, at: position) }
    return length
  }
}

enum UTF8Length {
  /// How many bytes a sequence with this lead byte has; 0 for a byte that cannot lead.
  static func of(_ lead: UInt8) -> Int {
    switch lead {
    case 0x00...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }
}
