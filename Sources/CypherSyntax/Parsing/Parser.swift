/// Parses one statement.
///
/// - Throws: ``CypherError`` of the kind `SyntaxError` with the place at which the text stops being a statement.
/// - Complexity: O(bytes); nesting is limited to 100 levels.
public func parse(_ text: String) throws(CypherError) -> Statement {
  var parser = Parser(text)
  return try parser.statement()
}

/// A cursor over the tokens of a statement.
struct Parser {
  let bytes: [UInt8]
  private let tokens: [Token]
  /// For each opening bracket the position of the one that closes it.
  private let closings: [Int: Int]
  var position = 0
  private var depth = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
    var lexer = Lexer(bytes)
    var tokens: [Token] = []
    while let token = lexer.next() {
      if token.kind != .comment { tokens.append(token) }
    }
    self.tokens = tokens
    closings = Parser.pairs(of: tokens, bytes)
  }

  private static func pairs(of tokens: [Token], _ bytes: [UInt8]) -> [Int: Int] {
    var open: [Int] = []
    var pairs: [Int: Int] = [:]
    for (position, token) in tokens.enumerated() where token.kind == .sign {
      switch bytes[token.range.start] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open.append(position)
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if let start = open.popLast() { pairs[start] = position }
      default: break
      }
    }
    return pairs
  }

  /// The position of the bracket that closes the one at a position.
  func closing(of position: Int) -> Int? { closings[position] }

  // MARK: Looking

  func token(_ ahead: Int = 0) -> Token? { position + ahead < tokens.count ? tokens[position + ahead] : nil }

  func text(of token: Token) -> String { String(decoding: bytes[token.range.start..<token.range.end], as: UTF8.self) }

  func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  /// Whether a sign stands at a distance from the cursor.
  func isSign(_ sign: StaticString, _ ahead: Int = 0) -> Bool {
    guard let token = token(ahead), token.kind == .sign else { return false }
    return matches(token, sign) { $0 }
  }

  /// Whether a keyword stands at a distance from the cursor, in whatever case.
  func isWord(_ word: StaticString, _ ahead: Int = 0) -> Bool {
    guard let token = token(ahead), token.kind == .word else { return false }
    return matches(token, word) { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 }
  }

  private func matches(_ token: Token, _ word: StaticString, _ fold: (UInt8) -> UInt8) -> Bool {
    guard token.range.end - token.range.start == word.utf8CodeUnitCount else { return false }
    for offset in 0..<word.utf8CodeUnitCount where fold(bytes[token.range.start + offset]) != word.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Where the next token begins; the end of the text after the last.
  var start: Int { token()?.range.start ?? bytes.count }

  /// Where the token before the cursor ends.
  var end: Int { position > 0 ? tokens[position - 1].range.end : 0 }

  // MARK: Taking

  mutating func takeSign(_ sign: StaticString) -> Bool {
    guard isSign(sign) else { return false }
    position += 1
    return true
  }

  mutating func takeWord(_ word: StaticString) -> Bool {
    guard isWord(word) else { return false }
    position += 1
    return true
  }

  /// Takes several keywords in a row, or none.
  mutating func takeWords(_ words: StaticString...) -> Bool {
    for (offset, word) in words.enumerated() where !isWord(word, offset) { return false }
    position += words.count
    return true
  }

  mutating func expectSign(_ sign: StaticString) throws(CypherError) {
    if !takeSign(sign) { throw unexpected("'\(sign)'") }
  }

  mutating func expectWord(_ word: StaticString) throws(CypherError) {
    if !takeWord(word) { throw unexpected("\(word)") }
  }

  /// Takes any word or quoted name: labels, types, keys, aliases may be called like keywords.
  mutating func name(_ what: String) throws(CypherError) -> Name {
    guard let token = token(), let name = plainName(token) else { throw unexpected(what) }
    position += 1
    return name
  }

  /// The name that a token is; `nil` for other tokens.
  func plainName(_ token: Token) -> Name? {
    switch token.kind {
    case .word: return Name(text(of: token), token.range)
    case .quotedName:
      let inner = text(token.range.start + 1, token.range.end - 1)
      return Name(inner.replacing("``", with: "`"), token.range)
    default: return nil
    }
  }

  /// Takes the name of a variable, which may not be one of the words that begin clauses.
  mutating func variable(as expected: String = "a variable") throws(CypherError) -> Name {
    guard let token = token() else { throw unexpected(expected) }
    if token.kind == .word, Parser.reserved.contains(text(of: token).uppercased()) { throw unexpected(expected) }
    return try name(expected)
  }

  /// Words that cannot be the names of variables without back-ticks.
  static let reserved: Set<String> = [
    "MATCH", "OPTIONAL", "WHERE", "RETURN", "WITH", "CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "UNWIND",
    "UNION", "ORDER", "SKIP", "LIMIT", "CALL", "YIELD", "FOREACH", "AS", "CASE", "WHEN", "THEN", "ELSE", "AND", "OR",
    "XOR", "NOT",
    "IN", "IS", "NULL", "TRUE", "FALSE", "DISTINCT", "STARTS", "ENDS", "CONTAINS", "ASC", "ASCENDING", "DESC",
    "DESCENDING",
  ]

  // MARK: Errors

  /// The error for what stands at the cursor.
  func unexpected(_ expected: String) -> CypherError {
    guard let token = token() else {
      return .syntax(
        .unexpectedSyntax, "the statement ends where \(expected) was expected",
        at: SourceRange(bytes.count, bytes.count))
    }
    if token.kind == .unknown, let fault = fault(of: token) { return fault }
    return .syntax(.unexpectedSyntax, "\(expected) was expected, found '\(text(of: token))'", at: token.range)
  }

  private func fault(of token: Token) -> CypherError? {
    switch bytes[token.range.start] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      .syntax(.unexpectedSyntax, "the text that opens here is not closed", at: token.range)
    case UInt8(ascii: "`"): .syntax(.unexpectedSyntax, "the name that opens here is not closed", at: token.range)
    case UInt8(ascii: "/"): .syntax(.unexpectedSyntax, "the comment that opens here is not closed", at: token.range)
    case let byte where byte < 0x80: nil
    default: .syntax(.invalidUnicodeCharacter, "'\(text(of: token))' means nothing here", at: token.range)
    }
  }

  /// Goes one level deeper; deep nesting is refused before it could use up the stack.
  mutating func nested<Result>(_ body: (inout Parser) throws(CypherError) -> Result) throws(CypherError) -> Result {
    depth += 1
    defer { depth -= 1 }
    if depth > 100 {
      throw .syntax(.unexpectedSyntax, "the statement is nested more than 100 levels deep", at: token()?.range)
    }
    return try body(&self)
  }
}
