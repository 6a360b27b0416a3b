package import CypherSyntax
package import GraphModel

/// The position of a variable among the registers of a running statement.
///
/// Every variable of a statement, hidden and local ones included, has a slot of its own: scopes end while binding, so
/// rows are never copied from one scope to the next.
package typealias Slot = Int

/// An expression whose names are resolved: variables are slots, functions are values of the catalogue.
package struct BoundExpression: Sendable {
  /// What it is.
  package let kind: Kind
  /// What its value may be, null aside, as far as that is known.
  package let types: TypeSet
  /// Where it stands in the text.
  package let range: SourceRange

  /// Describes an expression.
  package init(_ kind: Kind, _ types: TypeSet, _ range: SourceRange) {
    self.kind = kind
    self.types = types
    self.range = range
  }

  /// The forms of bound expressions.
  package indirect enum Kind: Sendable {
    /// A value known before execution.
    case constant(Value)
    /// The value of a variable, or of a column that a projection or an aggregation has computed.
    case slot(Slot)
    /// `$name`.
    case parameter(String)
    case list([BoundExpression])
    case map([(key: String, value: BoundExpression)])
    case property(BoundExpression, String)
    case element(BoundExpression, BoundExpression)
    case slice(BoundExpression, from: BoundExpression?, to: BoundExpression?)
    case unary(UnaryOperator, BoundExpression)
    case binary(BinaryOperator, BoundExpression, BoundExpression)
    /// One comparison; the binder has taken chains apart.
    case comparison(ComparisonOperator, BoundExpression, BoundExpression)
    case isNull(BoundExpression, isNegated: Bool)
    case hasLabels(BoundExpression, LabelExpression)
    case call(Function, [BoundExpression])
    case conditional(BoundExpression?, [(when: BoundExpression, then: BoundExpression)], otherwise: BoundExpression?)
    case listComprehension(Slot, in: BoundExpression, where: BoundExpression?, result: BoundExpression?)
    case quantifier(Quantifier, Slot, in: BoundExpression, where: BoundExpression)
    case reduce(Slot, from: BoundExpression, Slot, in: BoundExpression, BoundExpression)
    /// A query that runs for the current row; pattern predicates have become `exists`, pattern comprehensions `collect`
    /// over one column. `shortestPath(…)` as a value is the first element of a `collect`.
    case subquery(SubqueryForm, BoundQuery)
    case mapProjection(BoundExpression, [BoundMapItem])
  }
}

/// One item of a map projection.
package enum BoundMapItem: Sendable {
  /// `.key`.
  case property(String)
  /// `.*`.
  case all
  /// `key: value`, and a variable as `name: slot`.
  case entry(String, BoundExpression)
}
