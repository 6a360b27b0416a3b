/// What a person types: one query or one change of the schema, perhaps with the wish to see its plan.
public struct Statement: Hashable, Sendable {
  /// Whether to carry the statement out, or to show how that would be done.
  public enum Mode: Hashable, Sendable {
    /// Carry it out.
    case run
    /// Show the plan only.
    case explain
    /// Carry it out and show the plan with what each step did.
    case profile
  }

  /// What a statement asks for.
  public enum Body: Hashable, Sendable {
    /// Rows, changes, or both.
    case query(Query)
    /// An index or a constraint.
    case schema(SchemaCommand)
    /// A list of what there is: `SHOW FUNCTIONS`.
    case show(Name)
  }

  /// Whether to carry it out.
  public let mode: Mode
  /// What it asks for.
  public let body: Body
  /// Where it stands.
  public let range: SourceRange

  /// Describes a statement.
  public init(mode: Mode, body: Body, range: SourceRange) {
    self.mode = mode
    self.body = body
    self.range = range
  }
}

/// Single queries joined by `UNION`.
public struct Query: Hashable, Sendable {
  /// The parts in order; at least one.
  public let parts: [SingleQuery]
  /// For each part after the first whether it is joined by `UNION ALL`, which keeps repeated rows.
  public let keepsRepeated: [Bool]
  /// Where it stands.
  public let range: SourceRange

  /// Describes a query.
  public init(parts: [SingleQuery], keepsRepeated: [Bool], range: SourceRange) {
    self.parts = parts
    self.keepsRepeated = keepsRepeated
    self.range = range
  }
}

/// Clauses in order.
public struct SingleQuery: Hashable, Sendable {
  /// The clauses; at least one.
  public let clauses: [Clause]
  /// Where they stand.
  public let range: SourceRange

  /// Describes a chain of clauses.
  public init(clauses: [Clause], range: SourceRange) {
    self.clauses = clauses
    self.range = range
  }
}

/// A change of indexes and constraints.
public enum SchemaCommand: Hashable, Sendable {
  /// `CREATE INDEX name FOR (n:Label) ON (n.key)` and the older `CREATE INDEX ON :Label(key)`.
  case createIndex(label: Name, key: Name, ifNotExists: Bool, name: Name?)
  /// `DROP INDEX ON :Label(key)`.
  case dropIndex(label: Name, key: Name, ifExists: Bool)
  /// `DROP INDEX name`.
  case dropNamedIndex(name: Name, ifExists: Bool)
  /// `CREATE CONSTRAINT FOR (n:Label) REQUIRE n.key IS UNIQUE`.
  case createUnique(label: Name, key: Name, ifNotExists: Bool)
  /// `DROP CONSTRAINT ON (n:Label) ASSERT n.key IS UNIQUE` and `DROP CONSTRAINT FOR (n:Label) REQUIRE n.key IS UNIQUE`.
  case dropUnique(label: Name, key: Name, ifExists: Bool)
}
