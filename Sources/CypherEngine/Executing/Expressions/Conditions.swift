import CypherSyntax
import GraphModel
import GraphStore

/// A truth value that may be unknown.
typealias Truth = (Frame) throws(CypherError) -> Bool?

extension Compilation {
  /// Whether a condition holds; unknown counts as no.
  func condition(_ expression: BoundExpression) -> Condition {
    let truth = truth(expression)
    return { frame throws(CypherError) in try truth(frame) == true }
  }

  /// The truth of an expression, without making a value of it.
  func truth(_ expression: BoundExpression) -> Truth {
    switch expression.kind {
    case .comparison(let comparison, let left, let right): return compare(comparison, left, right)
    case .hasLabels(let element, let labels): return hasLabels(element, labels, expression.range)
    case .unary(.not, let operand):
      let truth = truth(operand)
      return { frame throws(CypherError) in try truth(frame).map { !$0 } }
    case .binary(.and, let left, let right):
      let (left, right) = (truth(left), truth(right))
      return { frame throws(CypherError) in
        let first = try left(frame)
        if first == false { return false }
        let second = try right(frame)
        if second == false { return false }
        return first == nil || second == nil ? nil : true
      }
    case .binary(.or, let left, let right):
      let (left, right) = (truth(left), truth(right))
      return { frame throws(CypherError) in
        let first = try left(frame)
        if first == true { return true }
        let second = try right(frame)
        if second == true { return true }
        return first == nil || second == nil ? nil : false
      }
    case .binary(.xor, let left, let right):
      let (left, right) = (truth(left), truth(right))
      return { frame throws(CypherError) in
        let (first, second) = (try left(frame), try right(frame))
        guard let first, let second else { return nil }
        return first != second
      }
    case .binary(.startsWith, let left, let right): return textTest(left, right, startsWith)
    case .binary(.endsWith, let left, let right): return textTest(left, right, endsWith)
    case .binary(.contains, let left, let right): return textTest(left, right, contains)
    case .isNull(let operand, let isNegated):
      let value = evaluation(operand)
      return { frame throws(CypherError) in try value(frame).isNull != isNegated }
    case .subquery(.exists, let query): return exists(query)
    default:
      let value = evaluation(expression)
      let range = expression.range
      return { frame throws(CypherError) in
        switch try value(frame) {
        case .boolean(let flag): return flag
        case .null: return nil
        case let other:
          throw CypherError(
            .type, .runtime, .invalidArgumentType, "a condition must be true or false, this is \(other.literal)",
            at: range)
        }
      }
    }
  }

  private func textTest(
    _ left: BoundExpression, _ right: BoundExpression, _ test: @escaping (Value, Value) -> Bool?
  ) -> Truth {
    let (left, right) = (evaluation(left), evaluation(right))
    return { frame throws(CypherError) in test(try left(frame), try right(frame)) }
  }

  private func compare(_ comparison: ComparisonOperator, _ left: BoundExpression, _ right: BoundExpression) -> Truth {
    let (left, right) = (evaluation(left), evaluation(right))
    switch comparison {
    case .equal: return { frame throws(CypherError) in cypherEquals(try left(frame), try right(frame)) }
    case .notEqual: return { frame throws(CypherError) in cypherEquals(try left(frame), try right(frame)).map { !$0 } }
    case .less: return { frame throws(CypherError) in cypherCompare(try left(frame), try right(frame)).map(\.isLess) }
    case .lessOrEqual:
      return { frame throws(CypherError) in cypherCompare(try left(frame), try right(frame)).map(\.isLessOrEqual) }
    case .greater:
      return { frame throws(CypherError) in cypherCompare(try left(frame), try right(frame)).map(\.isGreater) }
    case .greaterOrEqual:
      return { frame throws(CypherError) in cypherCompare(try left(frame), try right(frame)).map(\.isGreaterOrEqual) }
    }
  }

  /// Whether a node has labels, or a relationship a type.
  private func hasLabels(_ element: BoundExpression, _ labels: LabelExpression, _ range: SourceRange) -> Truth {
    let value = evaluation(element)
    let filter = LabelFilter(labels)
    if case .slot(let slot) = element.kind, element.types == .node {
      return { frame throws(CypherError) in
        guard case .node(let node) = frame[slot] else { return nil }
        if frame.context.hasDeleted { try frame.context.checkExists(node, at: range) }
        return filter.admits(node, frame.reader)
      }
    }
    return { frame throws(CypherError) in
      switch try value(frame) {
      case .null: return nil
      case .node(let node):
        if frame.context.hasDeleted { try frame.context.checkExists(node, at: range) }
        return filter.admits(node, frame.reader)
      case .edge(let edge):
        let type = frame.graph.type(of: edge).name
        return labels.admits { $0 == type }
      case let other:
        throw CypherError(
          .type, .runtime, .invalidArgumentValue, "only nodes have labels, this is \(other.literal)", at: range)
      }
    }
  }
}
