/// Text made fit for XML 1.0.
enum XMLText {
  /// Adds text with what XML gives a meaning escaped, for element content and for values in double quotes.
  ///
  /// White space that XML would change is written as references; what XML 1.0 cannot hold at all becomes U+FFFD and is
  /// remarked.
  static func append(_ text: String, to buffer: inout [UInt8], _ remarks: inout Remarks) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var position = 0
      while position < bytes.count {
        let byte = bytes[position]
        // Letters and most of what lies beyond ASCII go the short way.
        if byte > 0x3E, byte != 0xEF {
          position += 1
          continue
        }
        var width = 1
        if let escape = escape(bytes, position, &width) {
          buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
          buffer.append(contentsOf: escape.utf8)
          if escape == "\u{FFFD}" { remarks.note("a character that XML cannot hold replaced by U+FFFD") }
          start = position + width
        }
        position += width
      }
      buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
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
    var bytes: [UInt8] = []
    append(text, to: &bytes, &remarks)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether XML 1.0 can hold every character of a text.
  static func canHold(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for (position, byte) in bytes.enumerated() where byte < 0x20 || byte == 0xEF {
        switch byte {
        case 9, 10, 13: continue
        case 0xEF: if isNoncharacter(bytes, position) { return false }
        default: return false
        }
      }
      return true
    }
  }
}

extension TextSink {
  /// Adds text with what XML gives a meaning escaped.
  mutating func appendXML(_ text: String) {
    append { buffer, remarks in XMLText.append(text, to: &buffer, &remarks) }
  }
}
