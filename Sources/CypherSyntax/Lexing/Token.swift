/// The smallest piece of a statement that means something, or a comment.
public struct Token: Hashable, Sendable {
  /// What a token is.
  public enum Kind: Hashable, Sendable {
    /// A word: a keyword or a name; which of them, only the grammar knows.
    case word
    /// A name between back-ticks.
    case quotedName
    /// Digits and what belongs to a number.
    case number
    /// A text between quotation marks.
    case string
    /// `$name`.
    case parameter
    /// One of the signs of the language.
    case sign
    /// `//` to the end of the line, or `/* … */`.
    case comment
    /// Bytes that mean nothing in the language, a text that is not closed.
    case unknown
  }

  /// What it is.
  public let kind: Kind
  /// Where it stands.
  public let range: SourceRange

  /// Describes a token.
  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// Cuts a text into tokens; blanks are left out, everything else is in exactly one token. It never fails.
///
/// - Complexity: O(bytes).
public func tokens(of text: String) -> [Token] {
  var lexer = Lexer(Array(text.utf8))
  var tokens: [Token] = []
  while let token = lexer.next() { tokens.append(token) }
  return tokens
}
