package import CypherSyntax
import Foundation
package import GraphModel

/// `left =~ right`: whether a regular expression fits the whole text. One of these belongs to one place in a running
/// statement and keeps the expression that it has read last.
///
/// The expressions are those of ICU, which are those of Java but for rare constructs; `(?i)` at the beginning ignores case.
package final class TextPattern {
  private var pattern = ""
  private var expression: NSRegularExpression?

  /// Has read no expression yet.
  package init() {}

  /// Whether a pattern fits the whole text; unknown unless both are strings.
  ///
  /// - Throws: An argument error where the pattern is no regular expression.
  package func matches(_ text: Value, _ pattern: Value) throws(CypherError) -> Bool? {
    guard case .string(let text) = text, case .string(let pattern) = pattern else { return nil }
    let expression = try read(pattern)
    let whole = NSRange(location: 0, length: text.utf16.count)
    return expression.firstMatch(in: text, options: .anchored, range: whole) != nil
  }

  private func read(_ pattern: String) throws(CypherError) -> NSRegularExpression {
    if let expression, isSameText(pattern, self.pattern) { return expression }
    do {
      // Checked by itself first: an unpaired bracket must not close the group around it.
      _ = try NSRegularExpression(pattern: pattern)
      let expression = try NSRegularExpression(pattern: "\\A(?:\(pattern))\\z")
      (self.pattern, self.expression) = (pattern, expression)
      return expression
    } catch {
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue, "'\(pattern)' is no regular expression",
        suggestion: "write \\\\ for a backslash; special characters are . * + ? ( ) [ ] { } | ^ $ \\")
    }
  }
}
