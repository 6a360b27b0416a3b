package import CypherSyntax

extension CypherError {
  /// The error for people: what is wrong, the line with a caret under the place, and what to do.
  ///
  /// ```
  /// SyntaxError: the variable 'm' is not defined — did you mean 'n'?
  ///   1 | MATCH (n) RETURN m.name
  ///     |                  ^
  /// ```
  ///
  /// - Parameters:
  ///   - text: The statement that the error belongs to.
  ///   - firstLine: The line of its file on which the statement begins.
  package func text(in text: String, from firstLine: Int = 1) -> String {
    let advice = suggestion.map { " — \($0)" } ?? ""
    let heading = "\(kind.rawValue): \(message)\(advice)"
    guard let range, let place = SourcePlace(range, in: text, from: firstLine) else { return heading }
    return heading + "\n" + place.excerpt
  }
}

extension CypherWarning {
  /// The warning for people, with its place as errors have it.
  package func text(in text: String, from firstLine: Int = 1) -> String {
    let heading = message + (suggestion.map { " — \($0)" } ?? "")
    guard let place = SourcePlace(range, in: text, from: firstLine) else { return heading }
    return heading + "\n" + place.excerpt
  }
}

/// A piece of a statement as the line that it stands on.
struct SourcePlace {
  /// The line, counted from the first one of the text.
  let line: Int
  /// The character in the line, counted from 1.
  let column: Int
  private let content: String
  private let width: Int

  /// Finds the line of a piece; `nil` where the piece is not in the text.
  init?(_ range: SourceRange, in text: String, from firstLine: Int) {
    let bytes = Array(text.utf8)
    guard range.start >= 0, range.start <= bytes.count else { return nil }
    let start = bytes[..<range.start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[range.start...].firstIndex(of: 0x0A) ?? bytes.count
    line = bytes[..<start].count { $0 == 0x0A } + firstLine
    let before = String(decoding: bytes[start..<range.start], as: UTF8.self)
    let marked = String(decoding: bytes[range.start..<max(range.start, min(range.end, end))], as: UTF8.self)
    column = before.count + 1
    content = String(decoding: bytes[start..<end], as: UTF8.self)
    width = max(1, marked.count)
  }

  /// The line with a caret below the place; of a very long line only the surroundings.
  var excerpt: String {
    let characters = Array(content.replacing("\t", with: " "))
    let first = max(0, column - 1 - 60)
    let last = min(characters.count, first + 100)
    let shown = String(characters[first..<last])
    let margin = String(line)
    let blank = String(repeating: " ", count: margin.count)
    let indent = String(repeating: " ", count: column - 1 - first)
    let carets = String(repeating: "^", count: max(1, min(width, last - (column - 1))))
    return "  \(margin) | \(shown)\n  \(blank) | \(indent)\(carets)"
  }
}
