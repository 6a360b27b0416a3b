/// Text made fit for XML 1.0.
enum XMLText {
  /// The text with what XML gives a meaning escaped, for element content and for values in double quotes.
  ///
  /// White space that XML would change is written as references; what XML 1.0 cannot hold at all becomes U+FFFD and is
  /// remarked.
  static func escaped(_ text: String, _ remarks: inout Remarks) -> String {
    guard text.utf8.contains(where: needsLook) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n", "\r": result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      default:
        if canHold(scalar) {
          result.append(scalar)
        } else {
          result.append("\u{FFFD}")
          remarks.note("a character that XML cannot hold replaced by U+FFFD")
        }
      }
    }
    return String(result)
  }

  private static func needsLook(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0xEF
  }

  /// Whether XML 1.0 can hold a character.
  static func canHold(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF || "\t\n\r".unicodeScalars.contains(scalar)
  }

  /// Whether XML 1.0 can hold every character of a text.
  static func canHold(_ text: String) -> Bool {
    !text.utf8.contains { $0 < 0x20 || $0 == 0xEF } || text.unicodeScalars.allSatisfy(canHold)
  }
}
