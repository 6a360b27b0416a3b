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
/// A statement begins at its first word; comments before it, and pieces without words, are left out. The text may begin with a byte-order mark.
///
/// ```swift
/// statements(in: "RETURN 1; // two\nRETURN ';'").map(\.text)  // ["RETURN 1", "RETURN ';'"]
/// ```
///
/// - Complexity: O(bytes).
public func statements(in text: String) -> [StatementText] {
  let bytes = Array(text.utf8)
  var lexer = Lexer(bytes)
  var found: [StatementText] = []
  /// Where the first word stands, behind comments: a statement begins there.
  var firstWord: Int?
  // Lines are counted on from the last statement, so that a long script is walked over once.
  var counted = (end: 0, line: 1)
  func close(at end: Int, isEnded: Bool) {
    guard let first = firstWord else { return }
    let blanks: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20]
    let last = bytes[first..<end].lastIndex { !blanks.contains($0) } ?? first
    counted = (first, counted.line + bytes[counted.end..<first].count { $0 == 0x0A })
    let text = String(decoding: bytes[first...last], as: UTF8.self)
    found.append(StatementText(text: text, line: counted.line, isEnded: isEnded))
  }
  while let token = lexer.next() {
    if token.kind == .sign, bytes[token.range.start] == UInt8(ascii: ";") {
      close(at: token.range.start, isEnded: true)
      firstWord = nil
    } else if token.kind != .comment, firstWord == nil {
      firstWord = token.range.start
    }
  }
  close(at: bytes.count, isEnded: false)
  return found
}
