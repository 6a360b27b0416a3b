import CypherSyntax
import GraphModel

extension Binder {
  /// Binds what must be true or false; here a pattern stands for the question whether it is found.
  mutating func bindCondition(_ expression: Expression) throws(CypherError) -> BoundExpression {
    if case .pattern(let path) = expression.kind { return try bindPatternCondition(path, expression.range) }
    return try bind(expression, accepting: .boolean, "a condition")
  }

  mutating func bindUnary(
    _ sign: UnaryOperator, _ operand: Expression, _ range: SourceRange
  ) throws(CypherError) -> BoundExpression {
    if sign == .not { return BoundExpression(.unary(.not, try bindCondition(operand)), .boolean, range) }
    let operand = try bind(operand, accepting: .additive, "what has a sign")
    if case .constant(let value) = operand.kind, let folded = value.signed(sign) {
      return BoundExpression(.constant(folded), operand.types, range)
    }
    return BoundExpression(.unary(sign, operand), operand.types.intersection(.additive), range)
  }

  mutating func bindBinary(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression, _ range: SourceRange
  ) throws(CypherError) -> BoundExpression {
    switch sign {
    case .or, .xor, .and:
      let left = try bindCondition(left)
      return BoundExpression(.binary(sign, left, try bindCondition(right)), .boolean, range)
    case .isIn:
      let left = try bind(left)
      let right = try bind(right, accepting: .list, "what IN searches")
      return BoundExpression(.binary(.isIn, left, right), .boolean, range)
    case .startsWith, .endsWith, .contains, .matches:
      let left = try bind(left)
      return BoundExpression(.binary(sign, left, try bind(right)), .boolean, range)
    case .add:
      let left = try bind(left)
      let right = try bind(right)
      return BoundExpression(.binary(.add, left, right), sum(of: left.types, right.types), range)
    case .subtract, .multiply, .divide, .modulo, .power:
      let wanted = sign.operands
      let left = try bind(left, accepting: wanted, "an operand of '\(sign.rawValue)'")
      let right = try bind(right, accepting: wanted, "an operand of '\(sign.rawValue)'")
      let types = sign == .power ? .float : arithmetic(left.types, right.types).intersection(wanted)
      return BoundExpression(.binary(sign, left, right), types, range)
    }
  }

  /// `a < b <= c` as `a < b AND b <= c`.
  mutating func bindComparison(
    _ first: Expression, _ others: [Comparand], _ range: SourceRange
  ) throws(CypherError) -> BoundExpression {
    var left = try bind(first)
    var whole: BoundExpression?
    for comparand in others {
      let right = try bind(comparand.expression)
      let place = left.range.union(right.range)
      let single = BoundExpression(.comparison(comparand.comparison, left, right), .boolean, place)
      whole = whole.map { BoundExpression(.binary(.and, $0, single), .boolean, range) } ?? single
      left = right
    }
    return whole ?? left
  }

  private func sum(of left: TypeSet, _ right: TypeSet) -> TypeSet {
    if left.isEmpty || right.isEmpty { return [] }
    if left == .list || right == .list { return .list }
    if left == .string && !right.contains(.list) || right == .string && !left.contains(.list) { return .string }
    return arithmetic(left, right)
  }

  private func arithmetic(_ left: TypeSet, _ right: TypeSet) -> TypeSet {
    if left.isEmpty || right.isEmpty { return [] }
    guard left.isSubset(of: .number), right.isSubset(of: .number) else { return .any }
    if left == .integer, right == .integer { return .integer }
    return left == .float || right == .float ? .float : .number
  }
}

extension BinaryOperator {
  /// What arithmetic takes.
  fileprivate var operands: TypeSet {
    switch self {
    case .subtract: .additive
    case .multiply, .divide: TypeSet.number.union(.duration)
    default: .number
    }
  }
}

extension TypeSet {
  /// What can be subtracted, or have a sign.
  fileprivate static let additive: TypeSet = TypeSet.number.union(.instant).union(.duration)
}

extension Value {
  /// A number with a sign in front; `nil` where that is left to execution.
  fileprivate func signed(_ sign: UnaryOperator) -> Value? {
    switch (sign, self) {
    case (.plus, .integer), (.plus, .float): self
    case (.minus, .integer(let number)) where number != .min: .integer(-number)
    case (.minus, .float(let number)): .float(-number)
    default: nil
    }
  }
}
