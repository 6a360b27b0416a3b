/// Something that has a value, with its place.
public struct Expression: Hashable, Sendable {
  /// What it is.
  public let kind: Kind
  /// Where it stands.
  public let range: SourceRange

  /// Describes an expression.
  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The forms of expressions.
  public indirect enum Kind: Hashable, Sendable {
    /// A number, a text, `true`, `false`, `null`.
    case literal(Literal)
    /// `[a, b]`.
    case list([Expression])
    /// `{key: value}`.
    case map([MapEntry])
    /// The value of a variable.
    case variable(String)
    /// `$name`.
    case parameter(String)
    /// `a.key`.
    case property(Expression, Name)
    /// `a[b]`.
    case element(Expression, Expression)
    /// `a[from..to]`.
    case slice(Expression, from: Expression?, to: Expression?)
    /// `NOT a`, `-a`, `+a`.
    case unary(UnaryOperator, Expression)
    /// `a + b`, `a AND b`, `a STARTS WITH b` …
    case binary(BinaryOperator, Expression, Expression)
    /// `a < b <= c`: neighbours are compared, all must hold.
    case comparison(Expression, [Comparand])
    /// `a IS NULL`, `a IS NOT NULL`.
    case isNull(Expression, isNegated: Bool)
    /// `n:Label`, also in a test of a relationship's type.
    case hasLabels(Expression, LabelExpression)
    /// `name(arguments)`.
    case call(FunctionInvocation)
    /// `count(*)`.
    case countRows
    /// `CASE operand WHEN a THEN b ELSE c END`; without operand the alternatives are conditions.
    case conditional(Expression?, [Alternative], otherwise: Expression?)
    /// `[x IN list WHERE condition | result]`.
    case listComprehension(Name, in: Expression, where: Expression?, result: Expression?)
    /// `[p = (a)-->(b) WHERE condition | result]`.
    case patternComprehension(PathPattern, where: Expression?, result: Expression)
    /// A pattern as a condition: `(a)-[:T]->(b)`; `shortestPath(…)` and `allShortestPaths(…)` as a value.
    case pattern(PathPattern)
    /// `all(x IN list WHERE condition)`, `any`, `none`, `single`.
    case quantifier(Quantifier, Name, in: Expression, where: Expression?)
    /// `reduce(sum = 0, x IN list | sum + x)`.
    case reduce(Name, from: Expression, Name, in: Expression, Expression)
    /// `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`; a bare pattern has become a query of one `MATCH`.
    case subquery(SubqueryForm, Query)
    /// `n {.name, .*, key: value, variable}`.
    case mapProjection(Name, [MapProjectionItem])
  }
}

/// A value that is written out.
public enum Literal: Hashable, Sendable {
  /// `null`.
  case null
  /// `true`, `false`.
  case boolean(Bool)
  /// `1`, `0x1F`, `0o17`.
  case integer(Int64)
  /// `1.5`, `1e9`.
  case float(Double)
  /// `'text'`, `"text"`, with escapes resolved.
  case string(String)
}

/// One entry of a map.
public struct MapEntry: Hashable, Sendable {
  /// The key.
  public let key: Name
  /// Its value.
  public let value: Expression

  /// Describes an entry.
  public init(key: Name, value: Expression) {
    self.key = key
    self.value = value
  }
}

/// An operator before one operand.
public enum UnaryOperator: Hashable, Sendable {
  /// Logical negation.
  case not
  /// Arithmetic negation.
  case minus
  /// The number itself.
  case plus
}

/// An operator between two operands, comparisons excepted.
public enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
  case or = "OR"
  case xor = "XOR"
  case and = "AND"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case modulo = "%"
  case power = "^"
  case matches = "=~"
  case isIn = "IN"
  case startsWith = "STARTS WITH"
  case endsWith = "ENDS WITH"
  case contains = "CONTAINS"
}

/// An operator that compares.
public enum ComparisonOperator: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// One more operand of a chain of comparisons.
public struct Comparand: Hashable, Sendable {
  /// How it is compared with the one before.
  public let comparison: ComparisonOperator
  /// The operand.
  public let expression: Expression

  /// Describes an operand.
  public init(_ comparison: ComparisonOperator, _ expression: Expression) {
    self.comparison = comparison
    self.expression = expression
  }
}

/// A call of a function.
public struct FunctionInvocation: Hashable, Sendable {
  /// The name with its dots, as typed.
  public let name: Name
  /// Whether repeated values are left out: `count(DISTINCT n)`.
  public let isDistinct: Bool
  /// The arguments.
  public let arguments: [Expression]

  /// Describes a call.
  public init(name: Name, isDistinct: Bool, arguments: [Expression]) {
    self.name = name
    self.isDistinct = isDistinct
    self.arguments = arguments
  }
}

/// One `WHEN … THEN …`.
public struct Alternative: Hashable, Sendable {
  /// The condition, or the value that the operand must equal.
  public let when: Expression
  /// The result.
  public let then: Expression

  /// Describes an alternative.
  public init(when: Expression, then: Expression) {
    self.when = when
    self.then = then
  }
}

/// How many elements of a list must meet a condition.
public enum Quantifier: String, Hashable, Sendable, CaseIterable {
  case all, any, none, single
}

/// What is asked of the rows of a subquery in an expression.
public enum SubqueryForm: String, Hashable, Sendable, CaseIterable {
  /// Whether there is one.
  case exists = "EXISTS"
  /// How many there are.
  case count = "COUNT"
  /// The list of its single column's values.
  case collect = "COLLECT"
}

/// One item of a map projection.
public enum MapProjectionItem: Hashable, Sendable {
  /// `.key`.
  case property(Name)
  /// `.*`.
  case all
  /// `key: value`.
  case entry(MapEntry)
  /// `variable`.
  case variable(Name)
}
