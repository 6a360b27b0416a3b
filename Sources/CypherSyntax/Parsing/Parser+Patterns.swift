extension Parser {
  /// Paths, separated by commas.
  mutating func patterns() throws(CypherError) -> [PathPattern] {
    try list { parser throws(CypherError) in try parser.pathPattern() }
  }

  /// `p = SHORTEST 2 (a)-[:T]->+(b)`.
  mutating func pathPattern() throws(CypherError) -> PathPattern {
    let start = start
    var variable: Name?
    if let name = token().flatMap(plainName), isSign("=", 1) {
      position += 2
      variable = name
    }
    return try nested { parser throws(CypherError) in try parser.pathPattern(variable, start) }
  }

  private mutating func pathPattern(_ variable: Name?, _ start: Int) throws(CypherError) -> PathPattern {
    let isSingle = isWord("SHORTESTPATH")
    if (isSingle || isWord("ALLSHORTESTPATHS")) && isSign("(", 1) {
      position += 2
      let parts = try pathParts()
      try expectSign(")")
      return PathPattern(
        variable: variable, selector: isSingle ? .shortestPath : .allShortestPaths, parts: parts,
        range: SourceRange(start, end))
    }
    let selector = try selector()
    return PathPattern(variable: variable, selector: selector, parts: try pathParts(), range: SourceRange(start, end))
  }

  private mutating func selector() throws(CypherError) -> PathSelector {
    if takeWords("ALL", "SHORTEST") { return .allShortest }
    if takeWords("ANY", "SHORTEST") || takeWord("ANY") { return .shortest(1) }
    if takeWord("SHORTEST") {
      let count = try count(elseOne: true)
      return takeWord("GROUPS") || takeWord("GROUP") ? .shortestGroups(count) : .shortest(count)
    }
    if takeWord("CHEAPEST") {
      let count = try count(elseOne: true)
      try expectWord("BY")
      return .cheapest(count, by: try name("a property"))
    }
    return .all
  }

  private mutating func count(elseOne: Bool) throws(CypherError) -> Int {
    guard let token = token(), token.kind == .number else { return 1 }
    guard let count = Int(text(of: token)), count > 0 else { throw unexpected("a number of 1 or more") }
    position += 1
    return count
  }

  /// Nodes, relationships and groups in turn.
  mutating func pathParts() throws(CypherError) -> [PatternPart] {
    var parts = [try nodeOrGroup()]
    while true {
      if isSign("-") || isSign("<") && isSign("-", 1) {
        parts.append(.relationship(try relationshipPattern()))
        parts.append(try nodeOrGroup())
      } else if isSign("("), isGroup(parts[parts.count - 1]) || isGroupAhead {
        parts.append(try nodeOrGroup())
      } else {
        return parts
      }
    }
  }

  private func isGroup(_ part: PatternPart) -> Bool { if case .group = part { true } else { false } }

  /// Whether the parentheses at the cursor hold a path and not a node.
  private var isGroupAhead: Bool {
    guard isSign("("), isSign("(", 1) || plainNameBefore("=", "(") else { return false }
    return true
  }

  private func plainNameBefore(_ sign: StaticString, _ next: StaticString) -> Bool {
    token(1).flatMap(plainName) != nil && isSign(sign, 2) && isSign(next, 3)
  }

  private mutating func nodeOrGroup() throws(CypherError) -> PatternPart {
    guard isGroupAhead else { return .node(try nodePattern()) }
    let start = start
    try expectSign("(")
    let parts = try nested { parser throws(CypherError) in try parser.pathParts() }
    let filter = try filter()
    try expectSign(")")
    let length = try quantifier() ?? PatternLength(minimum: 1, maximum: 1)
    return .group(QuantifiedGroup(parts: parts, filter: filter, length: length, range: SourceRange(start, end)))
  }

  /// `+`, `*`, `{2}`, `{1,3}`.
  private mutating func quantifier() throws(CypherError) -> PatternLength? {
    if takeSign("+") { return PatternLength(minimum: 1, maximum: nil) }
    if takeSign("*") { return PatternLength(minimum: 0, maximum: nil) }
    guard takeSign("{") else { return nil }
    let minimum = try optionalNumber()
    if takeSign("}") {
      guard let minimum else { throw unexpected("a number of repetitions") }
      return PatternLength(minimum: minimum, maximum: minimum)
    }
    try expectSign(",")
    let maximum = try optionalNumber()
    try expectSign("}")
    return PatternLength(minimum: minimum ?? 0, maximum: maximum)
  }

  private mutating func optionalNumber() throws(CypherError) -> Int? {
    guard let token = token(), token.kind == .number else { return nil }
    guard let number = Int(text(of: token)), number >= 0 else {
      throw .syntax(
        .invalidRelationshipPattern, "a whole number was expected, found '\(text(of: token))'", at: token.range)
    }
    position += 1
    return number
  }

  /// `(n:Label {key: value} WHERE condition)`.
  mutating func nodePattern() throws(CypherError) -> NodePattern {
    let start = start
    try expectSign("(")
    let variable = try optionalVariable()
    let labels = try optionalLabels()
    let properties = try optionalProperties()
    let filter = try filter()
    try expectSign(")")
    return NodePattern(
      variable: variable, labels: labels, properties: properties, filter: filter, range: SourceRange(start, end))
  }

  private mutating func optionalVariable() throws(CypherError) -> Name? {
    guard let token = token(), token.kind == .quotedName || token.kind == .word, !isWord("WHERE") else { return nil }
    return try variable()
  }

  private mutating func optionalLabels() throws(CypherError) -> LabelExpression? {
    guard takeSign(":") || takeWord("IS") else { return nil }
    return try labelExpression()
  }

  private mutating func optionalProperties() throws(CypherError) -> Expression? {
    if isSign("{") { return try primary() }
    guard let token = token(), token.kind == .parameter else { return nil }
    return try primary()
  }

  private mutating func relationshipPattern() throws(CypherError) -> RelationshipPattern {
    let start = start
    let isLeft = takeSign("<")
    try expectSign("-")
    var (variable, types, length, properties, filter):
      (Name?, LabelExpression?, PatternLength?, Expression?, Expression?)
    if takeSign("[") {
      variable = try optionalVariable()
      types = try optionalLabels()
      if isSign("..") {
        throw .syntax(
          .invalidRelationshipPattern, "a range of lengths needs a '*' before it", at: token()?.range,
          suggestion: "write *.. or *1..3")
      }
      length = try variableLength()
      properties = try optionalProperties()
      filter = try self.filter()
      try expectSign("]")
    }
    try expectSign("-")
    let isRight = takeSign(">")
    let place = token()?.range
    if let repeated = try relationshipQuantifier() {
      guard length == nil else {
        throw .syntax(
          .invalidRelationshipPattern, "a relationship has its length inside or behind the brackets, not both",
          at: place)
      }
      length = repeated
    }
    let arrow: RelationshipPattern.Arrow = isLeft == isRight ? .either : isLeft ? .left : .right
    return RelationshipPattern(
      variable: variable, types: types, length: length, properties: properties, filter: filter, arrow: arrow,
      range: SourceRange(start, end))
  }

  /// A quantifier after the arrow, which only a pattern can have: a node follows it.
  private mutating func relationshipQuantifier() throws(CypherError) -> PatternLength? {
    isSign("+") || isSign("*") || isSign("{") ? try quantifier() : nil
  }

  /// `*`, `*2`, `*1..3`, `*..3`, `*2..`.
  private mutating func variableLength() throws(CypherError) -> PatternLength? {
    guard takeSign("*") else { return nil }
    let minimum = try optionalNumber()
    guard takeSign("..") else {
      return minimum.map { PatternLength(minimum: $0, maximum: $0) } ?? PatternLength(minimum: 1, maximum: nil)
    }
    return PatternLength(minimum: minimum ?? 1, maximum: try optionalNumber())
  }

  /// `A|B`, `A&B`, `!A`, `%`, `(A|B)&C`, `:A:B`, `:A|:B`.
  mutating func labelExpression() throws(CypherError) -> LabelExpression {
    var left = try labelConjunction()
    while takeSign("|") {
      _ = takeSign(":")
      left = .or(left, try labelConjunction())
    }
    return left
  }

  private mutating func labelConjunction() throws(CypherError) -> LabelExpression {
    var left = try labelAtom()
    while takeSign("&") || takeSign(":") { left = .and(left, try labelAtom()) }
    return left
  }

  private mutating func labelAtom() throws(CypherError) -> LabelExpression {
    if takeSign("!") { return .not(try nested { parser throws(CypherError) in try parser.labelAtom() }) }
    if takeSign("%") { return .any }
    if takeSign("(") {
      let inner = try nested { parser throws(CypherError) in try parser.labelExpression() }
      try expectSign(")")
      return inner
    }
    return .name(try name("a label or type"))
  }
}
