import GraphModel

/// Text made fit for XML 1.0.
enum XMLText {
  /// Adds text with what XML gives a meaning escaped, for element content and for values in double quotes.
  ///
  /// White space that XML would change is written as references; what XML 1.0 cannot hold at all becomes U+FFFD and is
  /// remarked.
  @inline(__always)
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer, _ remarks: inout Remarks) {
    let plain = plainCount(bytes, from: 0)
    if plain == bytes.count {
      buffer.append(contentsOf: bytes)
    } else {
      escape(bytes, from: plain, to: &buffer, &remarks)
    }
  }

  /// Whether there is nothing to escape.
  @inline(__always)
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { plainCount(bytes, from: 0) == bytes.count }

  private static func escape(
    _ bytes: UnsafeBufferPointer<UInt8>, from first: Int, to buffer: inout ByteBuffer, _ remarks: inout Remarks
  ) {
    var (start, position) = (0, first)
    while position < bytes.count {
      var width = 1
      if let escape = escape(bytes, position, &width) {
        buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
        buffer.append(escape)
        if escape == "\u{FFFD}" { remarks.note("a character that XML cannot hold replaced by U+FFFD") }
        start = position + width
      }
      position = plainCount(bytes, from: position + width)
    }
    buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// The position of the next byte that may need an escape: a control character, one of `"&<>`, or the first of U+F000 to U+FFFF.
  @inline(__always)
  private static func plainCount(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    if let base = UnsafeRawPointer(bytes.baseAddress) {
      while position + 8 <= bytes.count, !mayNeedEscape(base.loadUnaligned(fromByteOffset: position, as: UInt64.self)) {
        position += 8
      }
      // The last eight bytes, some of them for a second time.
      if bytes.count >= 8, position < bytes.count, position + 8 > bytes.count,
        !mayNeedEscape(base.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
      {
        return bytes.count
      }
    }
    // Of the first 64 characters, those that are special.
    let special: UInt64 = 0xFFFF_FFFF | 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 64 ? special >> UInt64(byte) & 1 != 0 : byte == 0xEF { break }
      position += 1
    }
    return position
  }

  /// Whether one of eight bytes is special, all compared at once (H. S. Warren, "Hacker's Delight", 6-1).
  @inline(__always)
  private static func mayNeedEscape(_ eight: UInt64) -> Bool {
    let (ones, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let isControl = (eight &- ones &* 0x20) & ~eight
    // `"` and `&` differ in one bit, as do `<` and `>`.
    let quotes = (eight & ~(ones &* 0x04)) ^ (ones &* 0x22)
    let brackets = (eight & ~(ones &* 0x02)) ^ (ones &* 0x3C)
    let last = eight ^ (ones &* 0xEF)
    let isZero = ((quotes &- ones) & ~quotes) | ((brackets &- ones) & ~brackets) | ((last &- ones) & ~last)
    return (isControl | isZero) & high != 0
  }

  private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ width: inout Int) -> String? {
    switch bytes[position] {
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "<"): return "&lt;"
    case UInt8(ascii: ">"): return "&gt;"
    case UInt8(ascii: "\""): return "&quot;"
    case 9: return "&#9;"
    case 10: return "&#10;"
    case 13: return "&#13;"
    case 0..<0x20: return "\u{FFFD}"
    case 0xEF:
      guard isNoncharacter(bytes, position) else { return nil }
      width = 3
      return "\u{FFFD}"
    default: return nil
    }
  }

  /// Whether U+FFFE or U+FFFF stands here.
  private static func isNoncharacter(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    position + 2 < bytes.count && bytes[position + 1] == 0xBF && bytes[position + 2] >= 0xBE
  }

  /// The text escaped.
  static func escaped(_ text: String, _ remarks: inout Remarks) -> String {
    var buffer = ByteBuffer()
    text.lendUTF8 { append($0, to: &buffer, &remarks) }
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// JSON with the two characters escaped that JSON holds as they are and XML cannot.
  static func json(_ text: String) -> String {
    canHold(text)
      ? text : text.replacingScalars { $0 == "\u{FFFE}" ? "\\ufffe" : $0 == "\u{FFFF}" ? "\\uffff" : nil }
  }

  /// The text with U+FFFD in place of what XML 1.0 cannot hold; `nil` where it can hold all of it.
  static func standIn(_ text: String) -> String? {
    canHold(text)
      ? nil
      : text.replacingScalars { scalar in
        switch scalar.value {
        case 9, 10, 13: nil
        case 0..<0x20, 0xFFFE, 0xFFFF: "\u{FFFD}"
        default: nil
        }
      }
  }

  /// Whether XML 1.0 can hold every character of a text.
  static func canHold(_ text: String) -> Bool {
    text.lendUTF8 { bytes in
      var position = plainCount(bytes, from: 0)
      while position < bytes.count {
        switch bytes[position] {
        case 9, 10, 13: break
        case 0..<0x20: return false
        case 0xEF: if isNoncharacter(bytes, position) { return false }
        default: break
        }
        position = plainCount(bytes, from: position + 1)
      }
      return true
    }
  }
}

extension TextSink {
  /// Adds text with what XML gives a meaning escaped.
  mutating func appendXML(_ text: String) {
    text.lendUTF8 { appendXML($0) }
  }

  /// Adds text, given as UTF-8, with what XML gives a meaning escaped.
  mutating func appendXML(_ text: UnsafeBufferPointer<UInt8>) {
    append { buffer, remarks in XMLText.append(text, to: &buffer, &remarks) }
  }
}
