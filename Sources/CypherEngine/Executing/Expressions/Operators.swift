import CypherSyntax
import GraphModel

extension Compilation {
  /// Two operands and a function of their values.
  func binary(
    _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange,
    _ body: @escaping (Value, Value, Frame) throws(CypherError) -> Value
  ) -> Evaluation {
    let (left, right) = (evaluation(left), evaluation(right))
    return { frame throws(CypherError) in
      let first = try left(frame)
      let second = try right(frame)
      do throws(CypherError) { return try body(first, second, frame) } catch { throw error.placed(at: range) }
    }
  }

  func unary(_ sign: UnaryOperator, _ operand: BoundExpression, _ range: SourceRange) -> Evaluation {
    switch sign {
    case .not:
      let truth = truth(operand)
      return { frame throws(CypherError) in try truth(frame).map { .boolean(!$0) } ?? .null }
    case .minus:
      let value = evaluation(operand)
      return { frame throws(CypherError) in
        let value = try value(frame)
        return try located(range) { () throws(CypherError) in try negate(value) }
      }
    case .plus: return evaluation(operand)
    }
  }

  func binary(_ sign: BinaryOperator, _ left: BoundExpression, _ right: BoundExpression, _ range: SourceRange)
    -> Evaluation
  {
    switch sign {
    case .or, .xor, .and:
      let truth = truth(BoundExpression(.binary(sign, left, right), .boolean, range))
      return { frame throws(CypherError) in try truth(frame).map { .boolean($0) } ?? .null }
    case .add: return binary(left, right, range) { a, b, _ throws(CypherError) in try add(a, b) }
    case .subtract: return binary(left, right, range) { a, b, _ throws(CypherError) in try subtract(a, b) }
    case .multiply: return binary(left, right, range) { a, b, _ throws(CypherError) in try multiply(a, b) }
    case .divide: return binary(left, right, range) { a, b, _ throws(CypherError) in try divide(a, b) }
    case .modulo: return binary(left, right, range) { a, b, _ throws(CypherError) in try modulo(a, b) }
    case .power: return binary(left, right, range) { a, b, _ throws(CypherError) in try power(a, b) }
    case .matches:
      let pattern = TextPattern()
      return binary(left, right, range) { a, b, _ throws(CypherError) in truthValue(try pattern.matches(a, b)) }
    case .isIn: return binary(left, right, range) { a, b, _ throws(CypherError) in truthValue(try isIn(a, b)) }
    case .startsWith: return binary(left, right, range) { a, b, _ in truthValue(startsWith(a, b)) }
    case .endsWith: return binary(left, right, range) { a, b, _ in truthValue(endsWith(a, b)) }
    case .contains: return binary(left, right, range) { a, b, _ in truthValue(contains(a, b)) }
    }
  }
}

private func truthValue(_ truth: Bool?) -> Value { truth.map { .boolean($0) } ?? .null }
