import CypherSyntax
import GraphModel

extension BoundExpression {
  /// Whether two expressions are the same computation; places do not count, nor do the slots of variables of their own.
  ///
  /// Expressions with queries inside are never taken for equal.
  func equals(_ other: BoundExpression) -> Bool { equals(other, [:]) }

  /// - Parameter locals: For each variable of its own that surrounds this expression, the one that surrounds the other.
  private func equals(_ other: BoundExpression, _ locals: [Slot: Slot]) -> Bool {
    switch (kind, other.kind) {
    case (.slot(let a), .slot(let b)): locals[a] ?? a == b
    case (
      .listComprehension(let a, let list, let filter, let result),
      .listComprehension(let b, let otherList, let otherFilter, let otherResult)
    ):
      list.equals(otherList, locals)
        && Self.equal(filter, otherFilter, locals.adding(a, b)) && Self.equal(result, otherResult, locals.adding(a, b))
    case (
      .quantifier(let form, let a, let list, let condition),
      .quantifier(let otherForm, let b, let otherList, let otherCondition)
    ):
      form == otherForm && list.equals(otherList, locals) && condition.equals(otherCondition, locals.adding(a, b))
    case (
      .reduce(let sumA, let start, let a, let list, let body),
      .reduce(let sumB, let otherStart, let b, let otherList, let otherBody)
    ):
      start.equals(otherStart, locals) && list.equals(otherList, locals)
        && body.equals(otherBody, locals.adding(sumA, sumB).adding(a, b))
    default:
      hasSameForm(as: other) && children.count == other.children.count
        && zip(children, other.children).allSatisfy { $0.equals($1, locals) }
    }
  }

  private static func equal(_ a: BoundExpression?, _ b: BoundExpression?, _ locals: [Slot: Slot]) -> Bool {
    switch (a, b) {
    case (nil, nil): true
    case (let a?, let b?): a.equals(b, locals)
    default: false
    }
  }

  /// Whether both are of one kind with the same names and signs, whatever stands inside.
  private func hasSameForm(as other: BoundExpression) -> Bool {
    switch (kind, other.kind) {
    case (.constant(let a), .constant(let b)): a == b
    case (.parameter(let a), .parameter(let b)): a == b
    case (.list, .list), (.element, .element): true
    case (.map(let a), .map(let b)): a.map(\.key) == b.map(\.key)
    case (.property(_, let a), .property(_, let b)): a == b
    case (.slice(_, let from, let to), .slice(_, let otherFrom, let otherTo)):
      (from == nil) == (otherFrom == nil) && (to == nil) == (otherTo == nil)
    case (.unary(let a, _), .unary(let b, _)): a == b
    case (.binary(let a, _, _), .binary(let b, _, _)): a == b
    case (.comparison(let a, _, _), .comparison(let b, _, _)): a == b
    case (.isNull(_, let a), .isNull(_, let b)): a == b
    case (.hasLabels(_, let a), .hasLabels(_, let b)): a.text == b.text
    case (.call(let a, _), .call(let b, _)): a.name == b.name && a.isConstant
    case (.conditional(let operand, let a, let otherwise), .conditional(let other, let b, let otherOtherwise)):
      (operand == nil) == (other == nil) && a.count == b.count && (otherwise == nil) == (otherOtherwise == nil)
    case (.mapProjection(_, let a), .mapProjection(_, let b)): a.map(\.text) == b.map(\.text)
    default: false
    }
  }
}

extension [Slot: Slot] {
  fileprivate func adding(_ a: Slot, _ b: Slot) -> [Slot: Slot] { merging([a: b]) { $1 } }
}

extension BoundMapItem {
  /// The item without its value.
  fileprivate var text: String {
    switch self {
    case .property(let key): "." + key
    case .all: ".*"
    case .entry(let key, _): key + ":"
    }
  }
}

extension LabelExpression {
  /// The expression in one spelling, without places.
  fileprivate var text: String {
    switch self {
    case .name(let name): "`\(name.text)`"
    case .any: "%"
    case .not(let inner): "!(\(inner.text))"
    case .and(let left, let right): "(\(left.text)&\(right.text))"
    case .or(let left, let right): "(\(left.text)|\(right.text))"
    }
  }
}
