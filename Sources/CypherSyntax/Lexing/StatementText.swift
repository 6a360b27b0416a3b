/// A statement within a longer text.
public struct StatementText: Hashable, Sendable {
  /// The statement, without the `;` that ends it.
  public let text: String
  /// The line on which it begins, counted from 1.
  public let line: Int
  /// Whether a `;` ended it; the last statement of a text may go without.
  public let isEnded: Bool
}

/// Cuts a text at the `;` that stand outside of texts, names and comments.
///
/// Pieces of blanks and comments alone are left out. The text may begin with a byte-order mark.
///
/// ```swift
/// statements(in: "RETURN 1; // two\nRETURN ';'").map(\.text)  // ["RETURN 1", "// two\nRETURN ';'"]
/// ```
///
/// - Complexity: O(bytes).
public func statements(in text: String) -> [StatementText] {
  let bytes = Array(text.utf8)
  var lexer = Lexer(bytes)
  var found: [StatementText] = []
  var start = lexer.position
  var holdsWords = false
  // Lines are counted on from the last statement, so that a long script is walked over once.
  var counted = (end: 0, line: 1)
  func close(at end: Int, isEnded: Bool) {
    guard holdsWords else { return }
    let blanks: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20]
    let first = bytes[start..<end].firstIndex { !blanks.contains($0) } ?? start
    let last = bytes[first..<end].lastIndex { !blanks.contains($0) } ?? first
    counted = (first, counted.line + bytes[counted.end..<first].count { $0 == 0x0A })
    let text = String(decoding: bytes[first...last], as: UTF8.self)
    found.append(StatementText(text: text, line: counted.line, isEnded: isEnded))
  }
  while let token = lexer.next() {
    if token.kind == .sign, bytes[token.range.start] == UInt8(ascii: ";") {
      close(at: token.range.start, isEnded: true)
      start = token.range.end
      holdsWords = false
    } else if token.kind != .comment {
      holdsWords = true
    }
  }
  close(at: bytes.count, isEnded: false)
  return found
}
