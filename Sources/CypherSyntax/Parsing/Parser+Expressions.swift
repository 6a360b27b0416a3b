extension Parser {
  /// Any expression. The levels below bind more and more closely.
  mutating func expression() throws(CypherError) -> Expression {
    try nested { parser throws(CypherError) in try parser.disjunction() }
  }

  private mutating func disjunction() throws(CypherError) -> Expression {
    var left = try exclusiveDisjunction()
    while takeWord("OR") { left = join(.or, left, try exclusiveDisjunction()) }
    return left
  }

  private mutating func exclusiveDisjunction() throws(CypherError) -> Expression {
    var left = try conjunction()
    while takeWord("XOR") { left = join(.xor, left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(CypherError) -> Expression {
    var left = try negation()
    while takeWord("AND") { left = join(.and, left, try negation()) }
    return left
  }

  private mutating func negation() throws(CypherError) -> Expression {
    let start = start
    guard takeWord("NOT") else { return try comparison() }
    let operand = try nested { parser throws(CypherError) in try parser.negation() }
    return Expression(.unary(.not, operand), SourceRange(start, end))
  }

  private mutating func comparison() throws(CypherError) -> Expression {
    let first = try sum()
    var comparands: [Comparand] = []
    while let comparison = takeComparison() { comparands.append(Comparand(comparison, try sum())) }
    guard !comparands.isEmpty else { return first }
    return Expression(.comparison(first, comparands), SourceRange(first.range.start, end))
  }

  private mutating func takeComparison() -> ComparisonOperator? {
    if takeSign("=") { return .equal }
    if takeSign("<>") { return .notEqual }
    if takeSign("<=") { return .lessOrEqual }
    if takeSign(">=") { return .greaterOrEqual }
    if takeSign("<") { return .less }
    return takeSign(">") ? .greater : nil
  }

  private mutating func sum() throws(CypherError) -> Expression {
    var left = try product()
    while true {
      if takeSign("+") {
        left = join(.add, left, try product())
      } else if takeSign("-") {
        left = join(.subtract, left, try product())
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(CypherError) -> Expression {
    var left = try power()
    while true {
      if takeSign("*") {
        left = join(.multiply, left, try power())
      } else if takeSign("/") {
        left = join(.divide, left, try power())
      } else if takeSign("%") {
        left = join(.modulo, left, try power())
      } else {
        return left
      }
    }
  }

  private mutating func power() throws(CypherError) -> Expression {
    var left = try signed()
    while takeSign("^") { left = join(.power, left, try signed()) }
    return left
  }

  private mutating func signed() throws(CypherError) -> Expression {
    let start = start
    let isMinus = isSign("-")
    guard isMinus || isSign("+") else { return try predicate() }
    position += 1
    // The smallest integer has no positive counterpart, so sign and digits are read together.
    if isMinus, let token = token(), token.kind == .number, token.range.start == start + 1 {
      let number = try numberLiteral(isNegative: true)
      return try predicate(on: try postfix(on: Expression(number.kind, SourceRange(start, end))))
    }
    let operand = try nested { parser throws(CypherError) in try parser.signed() }
    return Expression(.unary(isMinus ? .minus : .plus, operand), SourceRange(start, end))
  }

  /// `STARTS WITH`, `ENDS WITH`, `CONTAINS`, `=~`, `IN`, `IS NULL`.
  private mutating func predicate() throws(CypherError) -> Expression { try predicate(on: try postfix()) }

  private mutating func predicate(on operand: Expression) throws(CypherError) -> Expression {
    var left = operand
    while true {
      if takeWords("STARTS", "WITH") {
        left = join(.startsWith, left, try predicateOperand())
      } else if takeWords("ENDS", "WITH") {
        left = join(.endsWith, left, try predicateOperand())
      } else if takeWord("CONTAINS") {
        left = join(.contains, left, try predicateOperand())
      } else if takeWord("IN") {
        left = join(.isIn, left, try predicateOperand())
      } else if takeSign("=~") {
        left = join(.matches, left, try predicateOperand())
      } else if takeWords("IS", "NULL") {
        left = Expression(.isNull(left, isNegated: false), SourceRange(left.range.start, end))
      } else if takeWords("IS", "NOT", "NULL") {
        left = Expression(.isNull(left, isNegated: true), SourceRange(left.range.start, end))
      } else {
        return left
      }
    }
  }

  /// What stands right of `IN` and the like: sums bind more closely.
  private mutating func predicateOperand() throws(CypherError) -> Expression {
    let start = start
    if isSign("-") || isSign("+") {
      let isMinus = takeSign("-")
      if !isMinus { position += 1 }
      let operand = try postfix()
      return Expression(.unary(isMinus ? .minus : .plus, operand), SourceRange(start, end))
    }
    return try postfix()
  }

  /// An atom with what follows it closely: `.key`, `[index]`, `[from..to]`, `:Label`.
  mutating func postfix() throws(CypherError) -> Expression { try postfix(on: try primary()) }

  private mutating func postfix(on operand: Expression) throws(CypherError) -> Expression {
    var base = operand
    while true {
      if isSign("."), !isSign(".", 1) {
        position += 1
        let key = try name("a property")
        base = Expression(.property(base, key), SourceRange(base.range.start, end))
      } else if takeSign("[") {
        base = try subscripted(base)
      } else if isSign(":"), token(1).flatMap(plainName) != nil || isSign("(", 1) || isSign("!", 1) || isSign("%", 1) {
        position += 1
        let labels = try labelExpression()
        base = Expression(.hasLabels(base, labels), SourceRange(base.range.start, end))
      } else {
        return base
      }
    }
  }

  private mutating func subscripted(_ base: Expression) throws(CypherError) -> Expression {
    let from = isSign("..") ? nil : try expression()
    if takeSign("..") {
      let to = isSign("]") ? nil : try expression()
      try expectSign("]")
      return Expression(.slice(base, from: from, to: to), SourceRange(base.range.start, end))
    }
    try expectSign("]")
    guard let from else { throw unexpected("an index") }
    return Expression(.element(base, from), SourceRange(base.range.start, end))
  }

  private func join(_ sign: BinaryOperator, _ left: Expression, _ right: Expression) -> Expression {
    Expression(.binary(sign, left, right), left.range.union(right.range))
  }
}
