/// One clause with its place.
public struct Clause: Hashable, Sendable {
  /// What it does.
  public let kind: Kind
  /// Where it stands.
  public let range: SourceRange

  /// Describes a clause.
  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The clauses of the language.
  public indirect enum Kind: Hashable, Sendable {
    /// `MATCH` and `OPTIONAL MATCH` with their `WHERE`.
    case match(isOptional: Bool, [PathPattern], where: Expression?)
    /// `UNWIND list AS variable`.
    case unwind(Expression, Name)
    /// `WITH … WHERE …`.
    case with(Projection, where: Expression?)
    /// `RETURN …`.
    case `return`(Projection)
    /// `CREATE …`.
    case create([PathPattern])
    /// `MERGE … ON CREATE SET … ON MATCH SET …`.
    case merge(PathPattern, onCreate: [SetItem], onMatch: [SetItem])
    /// `SET …`.
    case set([SetItem])
    /// `REMOVE …`.
    case remove([RemoveItem])
    /// `DELETE …`, `DETACH DELETE …`.
    case delete(isDetaching: Bool, [Expression])
    /// `FOREACH (variable IN list | clauses)`.
    case forEach(Name, in: Expression, [Clause])
    /// `CALL procedure(arguments) YIELD …`.
    case call(ProcedureInvocation)
    /// `CALL (imports) { query }`; `imports` is `nil` in the form that begins with an importing `WITH` or has none.
    case subquery(Query, imports: Imports?, isOptional: Bool)
    /// `LOAD CSV WITH HEADERS FROM url AS variable FIELDTERMINATOR ';'`.
    case loadCSV(withHeaders: Bool, from: Expression, Name, terminator: Expression?)
  }

  /// Which variables a subquery sees: `(a, b)` or `(*)`.
  public enum Imports: Hashable, Sendable {
    /// Those.
    case some([Name])
    /// All in scope.
    case all
  }
}

/// What `WITH` and `RETURN` hand on, and in which order.
public struct Projection: Hashable, Sendable {
  /// Whether repeated rows are left out.
  public let isDistinct: Bool
  /// Whether it begins with `*`.
  public let includesAll: Bool
  /// The columns.
  public let items: [ProjectionItem]
  /// The order, most important first.
  public let order: [SortItem]
  /// How many rows to leave out at the beginning.
  public let skip: Expression?
  /// How many rows to hand on at most.
  public let limit: Expression?

  /// Describes a projection.
  public init(
    isDistinct: Bool, includesAll: Bool, items: [ProjectionItem], order: [SortItem] = [], skip: Expression? = nil,
    limit: Expression? = nil
  ) {
    self.isDistinct = isDistinct
    self.includesAll = includesAll
    self.items = items
    self.order = order
    self.skip = skip
    self.limit = limit
  }
}

/// One column of a projection.
public struct ProjectionItem: Hashable, Sendable {
  /// What is computed.
  public let expression: Expression
  /// The name after `AS`.
  public let alias: Name?
  /// The expression as it was typed, which names the column where there is no alias.
  public let text: String

  /// Describes a column.
  public init(_ expression: Expression, alias: Name?, text: String) {
    self.expression = expression
    self.alias = alias
    self.text = text
  }
}

/// One key of `ORDER BY`.
public struct SortItem: Hashable, Sendable {
  /// By what.
  public let expression: Expression
  /// Whether large values come first.
  public let isDescending: Bool

  /// Describes a key.
  public init(_ expression: Expression, isDescending: Bool) {
    self.expression = expression
    self.isDescending = isDescending
  }
}

/// One assignment of `SET`.
public enum SetItem: Hashable, Sendable {
  /// `n.key = value`; the first expression is the property access or dynamic access `n['key']`.
  case property(Expression, Expression)
  /// `n = map`.
  case replace(Name, Expression)
  /// `n += map`.
  case merge(Name, Expression)
  /// `n:Label`.
  case labels(Name, [Name])
}

/// One removal of `REMOVE`.
public enum RemoveItem: Hashable, Sendable {
  /// `n.key`; the expression is the property access.
  case property(Expression)
  /// `n:Label`.
  case labels(Name, [Name])
}

/// A call of a procedure.
public struct ProcedureInvocation: Hashable, Sendable {
  /// The name with its dots: `algo.centrality.pageRank`.
  public let name: Name
  /// The arguments; `nil` where the call has no parentheses and takes parameters of the same names.
  public let arguments: [Expression]?
  /// What to take from its rows; `nil` without `YIELD`.
  public let yield: Yield?
  /// Which rows to take.
  public let filter: Expression?

  /// What to take from the rows of a procedure.
  public enum Yield: Hashable, Sendable {
    /// `YIELD *`.
    case all
    /// `YIELD column AS name, …`.
    case columns([YieldItem])
    /// `YIELD -`: nothing.
    case none
  }

  /// A column with the name it gets.
  public struct YieldItem: Hashable, Sendable {
    /// The column of the procedure.
    public let column: Name
    /// The variable; the column's name without `AS`.
    public let variable: Name

    /// Describes a column with its name.
    public init(column: Name, variable: Name) {
      self.column = column
      self.variable = variable
    }
  }

  /// Describes a call.
  public init(name: Name, arguments: [Expression]?, yield: Yield?, filter: Expression?) {
    self.name = name
    self.arguments = arguments
    self.yield = yield
    self.filter = filter
  }
}
