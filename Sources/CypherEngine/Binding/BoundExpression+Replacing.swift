import CypherSyntax

extension BoundExpression {
  /// The expression with some of its parts replaced, the largest first; queries inside stay as they are.
  ///
  /// - Parameter part: Gives what takes the place of a part, or `nil` to look into it.
  func replacing(_ part: (BoundExpression) -> BoundExpression?) -> BoundExpression {
    if let replacement = part(self) { return replacement }
    func inner(_ expression: BoundExpression) -> BoundExpression { expression.replacing(part) }
    func inner(_ expression: BoundExpression?) -> BoundExpression? { expression?.replacing(part) }
    let kind: Kind =
      switch kind {
      case .constant, .slot, .parameter, .subquery: kind
      case .list(let items): .list(items.map(inner))
      case .map(let entries): .map(entries.map { ($0.key, inner($0.value)) })
      case .property(let base, let key): .property(inner(base), key)
      case .element(let base, let index): .element(inner(base), inner(index))
      case .slice(let base, let from, let to): .slice(inner(base), from: inner(from), to: inner(to))
      case .unary(let sign, let operand): .unary(sign, inner(operand))
      case .binary(let sign, let left, let right): .binary(sign, inner(left), inner(right))
      case .comparison(let sign, let left, let right): .comparison(sign, inner(left), inner(right))
      case .isNull(let operand, let isNegated): .isNull(inner(operand), isNegated: isNegated)
      case .hasLabels(let element, let labels): .hasLabels(inner(element), labels)
      case .call(let function, let arguments): .call(function, arguments.map(inner))
      case .conditional(let operand, let alternatives, let otherwise):
        .conditional(
          inner(operand), alternatives.map { (inner($0.when), inner($0.then)) }, otherwise: inner(otherwise))
      case .listComprehension(let slot, let list, let filter, let result):
        .listComprehension(slot, in: inner(list), where: inner(filter), result: inner(result))
      case .quantifier(let quantifier, let slot, let list, let condition):
        .quantifier(quantifier, slot, in: inner(list), where: inner(condition))
      case .reduce(let sum, let start, let slot, let list, let body):
        .reduce(sum, from: inner(start), slot, in: inner(list), inner(body))
      case .mapProjection(let base, let items): .mapProjection(inner(base), items.map { $0.replacing(part) })
      }
    return BoundExpression(kind, types, range)
  }
}

extension BoundMapItem {
  fileprivate func replacing(_ part: (BoundExpression) -> BoundExpression?) -> BoundMapItem {
    if case .entry(let key, let value) = self { return .entry(key, value.replacing(part)) }
    return self
  }
}
