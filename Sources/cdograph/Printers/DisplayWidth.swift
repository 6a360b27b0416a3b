/// How many columns of a terminal a text takes.
///
/// Umlauts take one however they are composed, Chinese, Japanese and Korean characters two, an emoji two with whatever
/// it is joined to, controls and combining marks none. The rules are those of `wcwidth`, with emoji sequences counted
/// as terminals draw them; own rules, because the C library's depend on the locale.
///
/// - Complexity: O(n) in the length of the text.
func displayWidth(_ text: some StringProtocol) -> Int {
  // Most cells are plain ASCII, for which bytes are columns.
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
  return text.reduce(0) { $0 + $1.displayWidth }
}

extension Character {
  /// The columns that one character, as a reader counts them, takes.
  var displayWidth: Int {
    isDrawnAsEmoji ? 2 : unicodeScalars.reduce(0) { $0 + $1.displayWidth }
  }

  private var isDrawnAsEmoji: Bool {
    guard let first = unicodeScalars.first else { return false }
    if first.properties.isEmojiPresentation && !first.isRegionalIndicator { return true }
    if first.isRegionalIndicator { return unicodeScalars.count > 1 }
    // U+FE0F asks for the coloured picture, as in ❤️ and 1️⃣.
    return first.properties.isEmoji && unicodeScalars.contains { $0.value == 0xFE0F }
  }
}

extension Unicode.Scalar {
  fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .control, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: return 0
    // The soft hyphen is a format character that terminals draw.
    case .format: return value == 0xAD ? 1 : 0
    default: break
    }
    // The vowels and finals of a Korean syllable are drawn into its first letter.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    return Self.wide.contains { $0.contains(value) } ? 2 : 1
  }

  /// The blocks whose characters have the East Asian width W or F (UAX #11), emoji apart, in ascending order.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
