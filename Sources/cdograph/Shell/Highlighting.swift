import CypherSyntax

/// Colours for statements of the query language on a terminal.
enum Highlighting {
  /// A statement with its keywords, texts, numbers, parameters and comments set apart; as it is where there are no colours.
  static func text(_ statement: String, _ style: Style) -> String {
    guard style.isEnabled else { return statement }
    let bytes = Array(statement.utf8)
    var shown = ""
    var position = 0
    for token in tokens(of: statement) {
      shown += String(decoding: bytes[position..<token.range.start], as: UTF8.self)
      let text = String(decoding: bytes[token.range.start..<token.range.end], as: UTF8.self)
      shown += code(of: token, text).map { style.coloured(text, $0) } ?? text
      position = token.range.end
    }
    return shown + String(decoding: bytes[position...], as: UTF8.self)
  }

  private static func code(of token: Token, _ text: String) -> String? {
    switch token.kind {
    case .word: keywords.contains(text.uppercased()) ? "1;34" : nil
    case .string: "32"
    case .number: "36"
    case .parameter: "35"
    case .comment: "2"
    case .quotedName, .sign, .unknown: nil
    }
  }

  private static let keywords: Set<String> = [
    "ALL", "AND", "ANY", "AS", "ASC", "BY", "CALL", "CASE", "CONTAINS", "COUNT", "CREATE", "CSV", "DELETE", "DESC",
    "DETACH", "DISTINCT", "DROP", "ELSE", "END", "ENDS", "EXISTS", "EXPLAIN", "FALSE", "FOREACH", "IN", "IS", "LIMIT",
    "LOAD", "MATCH", "MERGE", "NONE", "NOT", "NULL", "ON", "OPTIONAL", "OR", "ORDER", "PROFILE", "REMOVE", "RETURN",
    "SET", "SHORTEST", "SHOW", "SINGLE", "SKIP", "STARTS", "THEN", "TRUE", "UNION", "UNWIND", "WHEN", "WHERE", "WITH",
    "XOR", "YIELD",
  ]
}
