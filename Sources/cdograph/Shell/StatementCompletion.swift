import CypherSyntax
import KnowledgeGraph

/// Finds what the word before the cursor can become inside a statement.
@MainActor
struct StatementCompletion {
  let context: any ShellContext
  /// What can be named in the graph that is loaded.
  let vocabulary: QueryVocabulary
  /// The names of parameters.
  let parameters: [String]

  /// Nil when there is nothing to offer.
  func answer(_ line: String, at cursor: String.Index) -> LineCompletion? {
    let before = line[..<cursor]
    let tokens = CypherSyntax.tokens(of: String(before)).filter { $0.kind != .comment }
    if let last = tokens.last, last.kind == .unknown, let quote = text(last, before).first,
      quote == "'" || quote == "\""
    {
      return name(in: before, from: last, quote)
    }
    let isWord =
      tokens.last.map { [.word, .parameter].contains($0.kind) && $0.range.end == before.utf8.count } ?? false
    let typed = isWord ? tokens.last.map { text($0, before) } ?? "" : ""
    let start = before.utf8.index(before.endIndex, offsetBy: -typed.utf8.count)
    let previous = (isWord ? Array(tokens.dropLast()) : tokens).map { text($0, before) }
    if typed.isEmpty, before.hasSuffix("$") {
      return completion(at: before.index(before.endIndex, offsetBy: -1), "$", parameters.map { "$" + $0 })
    }
    if typed.hasPrefix("$") { return completion(at: start, typed, parameters.map { "$" + $0 }) }
    return completion(at: start, typed, candidates(after: previous, typed))
  }

  private func text(_ token: Token, _ line: Substring) -> String {
    let start = line.utf8.index(line.startIndex, offsetBy: token.range.start)
    return String(line[start..<line.utf8.index(line.startIndex, offsetBy: token.range.end)])
  }

  /// What may stand behind some tokens.
  private func candidates(after tokens: [String], _ typed: String) -> [String] {
    switch tokens.last {
    case ":"?, "|"?, "&"?, "!"?:
      let bracket = tokens.last { $0 == "(" || $0 == "[" || $0 == "{" || $0 == ")" || $0 == "]" || $0 == "}" }
      return bracket == "[" ? vocabulary.relationshipTypes : bracket == "{" ? words : vocabulary.labels
    case "."?:
      // The name of a procedure or function with dots goes on.
      let dotted = dottedName(tokens)
      let procedures = (vocabulary.procedures + vocabulary.functions).filter { $0.hasPrefix(dotted) }
      let continued = procedures.map { String($0.dropFirst(dotted.count).prefix { $0 != "." }) }
      return continued.isEmpty ? vocabulary.propertyKeys : Array(Set(continued)).sorted()
    case let word? where word.uppercased() == "CALL": return vocabulary.procedures
    case let word? where word.uppercased() == "SHOW":
      return ["CONSTRAINTS", "FUNCTIONS", "INDEXES", "LABELS", "PROCEDURES", "RELATIONSHIP TYPES"]
    default: return typed.isEmpty ? keywords : words + variables(tokens)
    }
  }

  private var words: [String] { keywords + vocabulary.functions.map { $0 + "(" } }

  /// The part of a dotted name that has been typed: `algo.` of `CALL algo.`.
  private func dottedName(_ tokens: [String]) -> String {
    var name = ""
    for token in tokens.reversed() {
      guard token == "." || token.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { break }
      if token != ".", !name.hasPrefix("."), !name.isEmpty { break }
      name = token + name
    }
    return name
  }

  /// Words that were typed before and are no keywords.
  private func variables(_ tokens: [String]) -> [String] {
    let known = Set(keywords)
    let typed = tokens.filter { token in
      token.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && !known.contains(token.uppercased())
        && token.first?.isLetter == true
    }
    return Array(Set(typed)).sorted()
  }

  private func completion(at start: String.Index, _ typed: String, _ candidates: [String]) -> LineCompletion? {
    let wanted = typed.lowercased()
    let fitting = candidates.filter { $0.lowercased().hasPrefix(wanted) }
    return LineCompletion(at: start, typed: typed, candidates: fitting)
  }

  /// Inside a text: the names of things in the network.
  private func name(in line: Substring, from token: Token, _ quote: Character) -> LineCompletion? {
    let typed = String(text(token, line).dropFirst())
    guard !typed.isEmpty else { return nil }
    let start = line.utf8.index(line.startIndex, offsetBy: token.range.start + 1)
    let names = context.names(startingWith: typed, kinds: Set(NameKind.allCases))
    let escaped = names.map { $0.replacing(String(quote), with: "\\\(quote)") }
    if escaped.count == 1 { return LineCompletion(at: start, typed: typed, candidates: [escaped[0] + String(quote)]) }
    return LineCompletion(at: start, typed: typed, candidates: escaped, folded: context.folded)
  }

  private let keywords = [
    "ALL", "AND", "AS", "ASC", "BY", "CALL", "CASE", "CONTAINS", "COUNT", "CREATE", "DELETE", "DESC", "DETACH",
    "DISTINCT", "ELSE", "END", "ENDS WITH", "EXISTS", "EXPLAIN", "FOREACH", "IN", "IS NOT NULL", "IS NULL", "LIMIT",
    "LOAD CSV", "MATCH", "MERGE", "NOT", "ON CREATE SET", "ON MATCH SET", "OPTIONAL MATCH", "OR", "ORDER BY",
    "PROFILE", "REMOVE", "RETURN", "SET", "SHORTEST", "SHOW", "SKIP", "STARTS WITH", "THEN", "UNION", "UNWIND",
    "WHEN", "WHERE", "WITH", "XOR", "YIELD",
  ]
}
