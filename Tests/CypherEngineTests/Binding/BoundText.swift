import CypherSyntax
import GraphModel

@testable import CypherEngine

/// Binds a statement as the engine does.
func bound(_ text: String, procedures: [CallableProcedure] = []) throws(CypherError) -> BoundStatement {
  guard case .query(let query) = try parse(text).body else {
    throw .syntax(.unexpectedSyntax, "the test needs a query")
  }
  return try bind(query, procedures: procedures)
}

/// The clauses of a statement that is one single query.
func boundClauses(_ text: String) throws(CypherError) -> [BoundClause.Kind] {
  try bound(text).query.parts[0].clauses.map(\.kind)
}

/// The expressions of the last projection of a statement.
func boundColumns(_ text: String) throws(CypherError) -> [BoundExpression] {
  try projection(text).items.map(\.expression)
}

/// The last projection of a statement.
func projection(_ text: String) throws(CypherError) -> BoundProjection {
  guard case .project(let projection)? = try boundClauses(text).last else {
    throw .syntax(.unexpectedSyntax, "the test needs a RETURN")
  }
  return projection
}

extension BoundExpression {
  /// The expression in one line, with slots as numbers: for comparing what the binder has made of a text.
  var text: String {
    switch kind {
    case .constant(let value): value.literal
    case .slot(let slot): "#\(slot)"
    case .parameter(let name): "$\(name)"
    case .list(let items): "[\(items.map(\.text).joined(separator: ", "))]"
    case .map(let entries): "{\(entries.map { "\($0.key): \($0.value.text)" }.joined(separator: ", "))}"
    case .property(let base, let key): "\(base.text).\(key)"
    case .element(let base, let index): "\(base.text)[\(index.text)]"
    case .slice(let base, let from, let to): "\(base.text)[\(from?.text ?? "")..\(to?.text ?? "")]"
    case .unary(let sign, let operand): "\(sign)(\(operand.text))"
    case .binary(let sign, let left, let right): "(\(left.text) \(sign.rawValue) \(right.text))"
    case .comparison(let sign, let left, let right): "(\(left.text) \(sign.rawValue) \(right.text))"
    case .isNull(let operand, let isNegated): "\(operand.text) IS \(isNegated ? "NOT " : "")NULL"
    case .hasLabels(let element, _): "\(element.text):…"
    case .call(let function, let arguments): "\(function.name)(\(arguments.map(\.text).joined(separator: ", ")))"
    case .subquery(let form, _): "\(form.rawValue) { … }"
    case .conditional, .listComprehension, .quantifier, .reduce, .mapProjection:
      "\(Mirror(reflecting: kind).children.first?.label ?? "")(\(children.map(\.text).joined(separator: ", ")))"
    }
  }
}
