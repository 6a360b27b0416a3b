extension Parser {
  /// A literal, a variable, a call, or something in brackets.
  mutating func primary() throws(CypherError) -> Expression {
    guard let token = token() else { throw unexpected("an expression") }
    let start = token.range.start
    switch token.kind {
    case .number: return try numberLiteral(isNegative: false)
    case .string:
      position += 1
      return Expression(.literal(.string(try unescaped(token))), token.range)
    case .parameter:
      position += 1
      let text = text(of: token)
      return Expression(.parameter(text.dropFirst().trimmingTicks), token.range)
    case .quotedName: return try named()
    case .word: return try word()
    case .sign:
      if isSign("[") { return try bracketed() }
      if isSign("{") { return try map() }
      guard isSign("(") else { throw unexpected("an expression") }
      if isPatternAhead {
        let parts = try pathParts()
        let range = SourceRange(start, end)
        return Expression(.pattern(PathPattern(variable: nil, selector: .all, parts: parts, range: range)), range)
      }
      position += 1
      let inner = try expression()
      try expectSign(")")
      return Expression(inner.kind, SourceRange(start, end))
    case .comment, .unknown: throw unexpected("an expression")
    }
  }

  /// Whether the parentheses at the cursor are a node with a relationship behind it, and not an expression.
  private var isPatternAhead: Bool {
    guard let close = closing(of: position) else { return false }
    let after = close + 1 - position
    let isNode =
      isSign(")", 1) || isSign(":", 1) || isSign("{", 1)
      || token(1).flatMap(plainName) != nil
        && (isSign(")", 2) || isSign(":", 2) || isSign("{", 2) || isWord("WHERE", 2) || token(2)?.kind == .parameter)
    guard isNode else { return false }
    let dash = isSign("<", after) && isSign("-", after + 1) ? after + 1 : after
    guard isSign("-", dash) else { return false }
    if isSign("-", dash + 1) { return isSign("(", dash + 2) || isSign(">", dash + 2) && isSign("(", dash + 3) }
    guard isSign("[", dash + 1), let bracket = closing(of: position + dash + 1) else { return false }
    return isSign("-", bracket + 1 - position)
  }

  private mutating func word() throws(CypherError) -> Expression {
    let start = start
    if takeWord("TRUE") { return Expression(.literal(.boolean(true)), SourceRange(start, end)) }
    if takeWord("FALSE") { return Expression(.literal(.boolean(false)), SourceRange(start, end)) }
    if takeWord("NULL") { return Expression(.literal(.null), SourceRange(start, end)) }
    if isWord("CASE") { return try conditional() }
    if isSign("(", 1) {
      for quantifier in Quantifier.allCases where isQuantifier(quantifier) { return try quantified(quantifier) }
      if isWord("REDUCE") { return try reduction() }
      if isWord("SHORTESTPATH") || isWord("ALLSHORTESTPATHS") {
        let pattern = try pathPattern()
        return Expression(.pattern(pattern), pattern.range)
      }
      if isWord("COUNT"), isSign("*", 2), isSign(")", 3) {
        position += 4
        return Expression(.countRows, SourceRange(start, end))
      }
    }
    if isSign("{", 1) {
      for form in SubqueryForm.allCases where isForm(form) { return try subquery(form) }
    }
    return try named()
  }

  private func isQuantifier(_ quantifier: Quantifier) -> Bool {
    let isNamed =
      switch quantifier {
      case .all: isWord("ALL")
      case .any: isWord("ANY")
      case .none: isWord("NONE")
      case .single: isWord("SINGLE")
      }
    return isNamed && token(2).flatMap(plainName) != nil && isWord("IN", 3)
  }

  private func isForm(_ form: SubqueryForm) -> Bool {
    switch form {
    case .exists: isWord("EXISTS")
    case .count: isWord("COUNT")
    case .collect: isWord("COLLECT")
    }
  }

  /// A variable, a call of a function, or a map projection.
  private mutating func named() throws(CypherError) -> Expression {
    let start = start
    var ahead = 1
    while isSign(".", ahead), token(ahead + 1).flatMap(plainName) != nil { ahead += 2 }
    if isSign("(", ahead) { return try call() }
    let name = try variable(as: "an expression")
    if isSign("{") {
      position += 1
      var items: [MapProjectionItem] = []
      if !isSign("}") { items = try list { parser throws(CypherError) in try parser.mapProjectionItem() } }
      try expectSign("}")
      return Expression(.mapProjection(name, items), SourceRange(start, end))
    }
    return Expression(.variable(name.text), name.range)
  }

  private mutating func mapProjectionItem() throws(CypherError) -> MapProjectionItem {
    if takeSign(".") {
      if takeSign("*") { return .all }
      return .property(try name("a property"))
    }
    let key = try name("a key")
    if takeSign(":") { return .entry(MapEntry(key: key, value: try expression())) }
    return .variable(key)
  }

  private mutating func call() throws(CypherError) -> Expression {
    let start = start
    var name = try name("a function")
    while takeSign(".") {
      let next = try self.name("a function")
      name = Name(name.text + "." + next.text, name.range.union(next.range))
    }
    let (isDistinct, arguments) = try distinctArguments()
    return Expression(
      .call(FunctionInvocation(name: name, isDistinct: isDistinct, arguments: arguments)), SourceRange(start, end))
  }

  mutating func arguments() throws(CypherError) -> [Expression] { try distinctArguments().arguments }

  private mutating func distinctArguments() throws(CypherError) -> (isDistinct: Bool, arguments: [Expression]) {
    try expectSign("(")
    let isDistinct = takeWord("DISTINCT")
    if !isDistinct, takeSign(")") { return (false, []) }
    let arguments = try list { parser throws(CypherError) in try parser.expression() }
    try expectSign(")")
    return (isDistinct, arguments)
  }

  private mutating func conditional() throws(CypherError) -> Expression {
    let start = start
    try expectWord("CASE")
    let operand = isWord("WHEN") ? nil : try expression()
    var alternatives: [Alternative] = []
    while takeWord("WHEN") {
      let when = try expression()
      try expectWord("THEN")
      alternatives.append(Alternative(when: when, then: try expression()))
    }
    if alternatives.isEmpty { throw unexpected("WHEN") }
    let otherwise = takeWord("ELSE") ? try expression() : nil
    try expectWord("END")
    return Expression(.conditional(operand, alternatives, otherwise: otherwise), SourceRange(start, end))
  }

  private mutating func quantified(_ quantifier: Quantifier) throws(CypherError) -> Expression {
    let start = start
    position += 2
    let variable = try variable()
    try expectWord("IN")
    let list = try expression()
    let filter = try filter()
    try expectSign(")")
    return Expression(.quantifier(quantifier, variable, in: list, where: filter), SourceRange(start, end))
  }

  private mutating func reduction() throws(CypherError) -> Expression {
    let start = start
    position += 2
    let sum = try variable()
    try expectSign("=")
    let first = try expression()
    try expectSign(",")
    let variable = try variable()
    try expectWord("IN")
    let list = try expression()
    try expectSign("|")
    let body = try expression()
    try expectSign(")")
    return Expression(.reduce(sum, from: first, variable, in: list, body), SourceRange(start, end))
  }

  /// `EXISTS { … }`: a query, or patterns with a condition, which become a query of one `MATCH`.
  private mutating func subquery(_ form: SubqueryForm) throws(CypherError) -> Expression {
    let start = start
    position += 2
    let inside = self.start
    var query: Query
    if isSign("(") || token().flatMap(plainName) != nil && isSign("=", 1) {
      let patterns = try patterns()
      let clause = Clause(.match(isOptional: false, patterns, where: try filter()), SourceRange(inside, end))
      query = Query(
        parts: [SingleQuery(clauses: [clause], range: clause.range)], keepsRepeated: [], range: clause.range)
    } else {
      query = try nested { parser throws(CypherError) in try parser.subqueryBody() }
    }
    try expectSign("}")
    return Expression(.subquery(form, query), SourceRange(start, end))
  }

  /// A query that may end with `MATCH`: only whether there are rows, or how many, is asked.
  private mutating func subqueryBody() throws(CypherError) -> Query {
    let start = start
    var parts: [SingleQuery] = []
    var keepsRepeated: [Bool] = []
    repeat {
      let begin = self.start
      var clauses: [Clause] = []
      while let clause = try clause() { clauses.append(clause) }
      if clauses.isEmpty { throw unexpected("a clause such as MATCH") }
      parts.append(SingleQuery(clauses: clauses, range: SourceRange(begin, end)))
      guard takeWord("UNION") else { break }
      keepsRepeated.append(takeWord("ALL"))
    } while true
    return Query(parts: parts, keepsRepeated: keepsRepeated, range: SourceRange(start, end))
  }

  /// `[a, b]`, `[x IN list WHERE condition | result]`, `[p = (a)-->(b) WHERE condition | result]`.
  private mutating func bracketed() throws(CypherError) -> Expression {
    let start = start
    try expectSign("[")
    if takeSign("]") { return Expression(.list([]), SourceRange(start, end)) }
    if token().flatMap(plainName) != nil, isWord("IN", 1), let found = try listComprehension(start) { return found }
    let isNamedPath = token().flatMap(plainName) != nil && isSign("=", 1) && isSign("(", 2)
    if isNamedPath || isSign("(") && isPatternAhead {
      let before = position
      let pattern = try pathPattern()
      let filter = try filter()
      if takeSign("|") {
        let result = try expression()
        try expectSign("]")
        return Expression(.patternComprehension(pattern, where: filter, result: result), SourceRange(start, end))
      }
      position = before
    }
    let items = try list { parser throws(CypherError) in try parser.expression() }
    try expectSign("]")
    return Expression(.list(items), SourceRange(start, end))
  }

  /// `nil`, with the cursor put back, for a list whose first element is a test such as `[x IN y, …]`.
  private mutating func listComprehension(_ start: Int) throws(CypherError) -> Expression? {
    let before = position
    let variable = try variable()
    position += 1
    let list = try expression()
    if isSign(",") {
      position = before
      return nil
    }
    let filter = try filter()
    let result = takeSign("|") ? try expression() : nil
    try expectSign("]")
    return Expression(.listComprehension(variable, in: list, where: filter, result: result), SourceRange(start, end))
  }

  private mutating func map() throws(CypherError) -> Expression {
    let start = start
    try expectSign("{")
    var entries: [MapEntry] = []
    if !isSign("}") {
      entries = try list { parser throws(CypherError) in
        let key = try parser.name("a key")
        try parser.expectSign(":")
        return MapEntry(key: key, value: try parser.expression())
      }
    }
    try expectSign("}")
    return Expression(.map(entries), SourceRange(start, end))
  }
}

extension Substring {
  /// The text of a name without back-ticks around it.
  fileprivate var trimmingTicks: String {
    hasPrefix("`") ? String(dropFirst().dropLast()).replacing("``", with: "`") : String(self)
  }
}
