package import CypherSyntax

/// A query whose names are resolved and whose meaning has been checked.
package struct BoundQuery: Sendable {
  /// The parts that `UNION` joins; at least one.
  package let parts: [BoundPart]
  /// For each part after the first whether repeated rows are kept.
  package let keepsRepeated: [Bool]
  /// The columns of the result; empty for a query without `RETURN`. With several parts these slots are the union's own:
  /// each part's columns are copied into them.
  package let columns: [BoundColumn]

  /// Describes a query.
  package init(parts: [BoundPart], keepsRepeated: [Bool], columns: [BoundColumn]) {
    self.parts = parts
    self.keepsRepeated = keepsRepeated
    self.columns = columns
  }
}

/// A whole statement: a query and the number of registers that running it takes.
package struct BoundStatement: Sendable {
  /// The query.
  package let query: BoundQuery
  /// One more than the largest slot.
  package let slotCount: Int
  /// The names of the slots that have one, for plans and messages.
  package let slotNames: [Slot: String]
  /// Whether running it may change the graph.
  package let isUpdating: Bool
  /// The parameters that it reads, and the names that it looks for in the graph.
  package let mentioned: MentionedNames

  /// Describes a statement.
  package init(
    query: BoundQuery, slotCount: Int, slotNames: [Slot: String], isUpdating: Bool,
    mentioned: MentionedNames = MentionedNames()
  ) {
    self.query = query
    self.slotCount = slotCount
    self.slotNames = slotNames
    self.isUpdating = isUpdating
    self.mentioned = mentioned
  }
}

/// A named column of a result.
package struct BoundColumn: Sendable {
  /// The name: the alias, or the expression as typed.
  package let name: String
  /// Where its value stands.
  package let slot: Slot
  /// What it may hold, as far as known.
  package let types: TypeSet

  /// Describes a column.
  package init(name: String, slot: Slot, types: TypeSet) {
    self.name = name
    self.slot = slot
    self.types = types
  }
}

/// The clauses of one part of a union, with the columns that its last clause returns.
package struct BoundPart: Sendable {
  /// The clauses in order.
  package let clauses: [BoundClause]
  /// What it returns, in order.
  package let columns: [BoundColumn]

  /// Describes a part.
  package init(clauses: [BoundClause], columns: [BoundColumn]) {
    self.clauses = clauses
    self.columns = columns
  }
}

/// A clause whose names are resolved.
package struct BoundClause: Sendable {
  /// What it does.
  package let kind: Kind
  /// The slots of the variables in scope after it, in order of their introduction: what has to be kept when rows are
  /// stored between clauses. Inside a subquery these include the variables of the query around it.
  package let scope: [Slot]
  /// Where it stands.
  package let range: SourceRange

  /// Describes a clause.
  package init(_ kind: Kind, scope: [Slot], range: SourceRange) {
    self.kind = kind
    self.scope = scope
    self.range = range
  }

  /// The bound clauses.
  package indirect enum Kind: Sendable {
    case match(BoundMatch)
    case unwind(BoundExpression, Slot)
    /// `WITH` and `RETURN`.
    case project(BoundProjection)
    case create(BoundPattern)
    case merge(BoundPattern, onCreate: [BoundSetItem], onMatch: [BoundSetItem])
    case set([BoundSetItem])
    case remove([BoundRemoveItem])
    case delete(isDetaching: Bool, [BoundExpression])
    case forEach(Slot, in: BoundExpression, [BoundClause])
    case call(BoundProcedureCall)
    /// A subquery that runs for each row; its columns are in scope afterwards. One without columns hands each row on once.
    case subquery(BoundQuery, isOptional: Bool)
    case loadCSV(withHeaders: Bool, from: BoundExpression, Slot, terminator: BoundExpression?)
  }
}

/// `MATCH` with its condition.
package struct BoundMatch: Sendable {
  /// Whether a row without match goes on with nulls.
  package let isOptional: Bool
  /// What is searched for.
  package let pattern: BoundPattern
  /// The condition.
  package let filter: BoundExpression?
  /// The slots that the match gives values to, hidden ones included.
  package let introduced: [Slot]

  /// Describes a match.
  package init(isOptional: Bool, pattern: BoundPattern, filter: BoundExpression?, introduced: [Slot]) {
    self.isOptional = isOptional
    self.pattern = pattern
    self.filter = filter
    self.introduced = introduced
  }
}

/// `WITH` and `RETURN`: first ``keys`` and ``aggregates`` are computed where it aggregates, then ``items``, then rows are made
/// distinct, ordered, cut and filtered.
package struct BoundProjection: Sendable {
  /// Whether rows are grouped; without keys all rows are one group, even none.
  package let isAggregating: Bool
  /// What rows are grouped by, each with the slot that takes it.
  package let keys: [BoundAssignment]
  /// What is computed over each group.
  package let aggregates: [BoundAggregate]
  /// The columns in order; where it aggregates, over the slots of keys and aggregates only.
  package let items: [BoundColumnAssignment]
  /// Whether repeated rows of columns are left out.
  package let isDistinct: Bool
  /// The order; over the columns and, where it neither aggregates nor is distinct, over what was in scope before.
  package let order: [BoundSortItem]
  /// How many rows to leave out.
  package let skip: BoundExpression?
  /// How many rows to hand on at most.
  package let limit: BoundExpression?
  /// `WITH … WHERE`.
  package let filter: BoundExpression?

  /// Describes a projection.
  package init(
    isAggregating: Bool, keys: [BoundAssignment], aggregates: [BoundAggregate], items: [BoundColumnAssignment],
    isDistinct: Bool, order: [BoundSortItem], skip: BoundExpression?, limit: BoundExpression?, filter: BoundExpression?
  ) {
    self.isAggregating = isAggregating
    self.keys = keys
    self.aggregates = aggregates
    self.items = items
    self.isDistinct = isDistinct
    self.order = order
    self.skip = skip
    self.limit = limit
    self.filter = filter
  }
}

/// A slot with the expression that it takes the value of.
package struct BoundAssignment: Sendable {
  package let slot: Slot
  package let expression: BoundExpression

  package init(slot: Slot, expression: BoundExpression) {
    self.slot = slot
    self.expression = expression
  }
}

/// A column with the expression that it takes the value of; `.slot(column.slot)` where the variable is handed on as it is.
package struct BoundColumnAssignment: Sendable {
  package let column: BoundColumn
  package let expression: BoundExpression

  package init(column: BoundColumn, expression: BoundExpression) {
    self.column = column
    self.expression = expression
  }
}

/// A value over a group of rows.
package struct BoundAggregate: Sendable {
  /// Where the value goes.
  package let slot: Slot
  /// The function; `nil` for `count(*)`.
  package let aggregation: Aggregation?
  /// Whether equal values count once.
  package let isDistinct: Bool
  /// What is collected, then further arguments such as a percentile.
  package let arguments: [BoundExpression]
  /// Where it stands.
  package let range: SourceRange

  package init(
    slot: Slot, aggregation: Aggregation?, isDistinct: Bool, arguments: [BoundExpression], range: SourceRange
  ) {
    self.slot = slot
    self.aggregation = aggregation
    self.isDistinct = isDistinct
    self.arguments = arguments
    self.range = range
  }
}

/// One key of an order.
package struct BoundSortItem: Sendable {
  package let expression: BoundExpression
  package let isDescending: Bool

  package init(_ expression: BoundExpression, isDescending: Bool) {
    self.expression = expression
    self.isDescending = isDescending
  }
}

/// One change of `SET`; targets are evaluated before the change.
package enum BoundSetItem: Sendable {
  /// `expression.key = value`; the key is an expression for `n[key] = value`.
  case property(BoundExpression, key: BoundExpression, BoundExpression)
  /// `n = map`, also of another node or relationship.
  case replace(Slot, BoundExpression)
  /// `n += map`.
  case merge(Slot, BoundExpression)
  /// `n:Label`.
  case labels(Slot, [String])
}

/// One removal of `REMOVE`.
package enum BoundRemoveItem: Sendable {
  case property(BoundExpression, key: BoundExpression)
  case labels(Slot, [String])
}

/// A call of a procedure whose name and arguments have been resolved.
package struct BoundProcedureCall: Sendable {
  /// The procedure.
  package let procedure: CallableProcedure
  /// Its arguments, one for each parameter; the binder has filled in standard values.
  package let arguments: [BoundExpression]
  /// Which of its columns go where; empty for one that is called for its effect.
  package let columns: [(column: Int, slot: Slot)]
  /// Which rows to take.
  package let filter: BoundExpression?
  /// Where it stands.
  package let range: SourceRange

  package init(
    procedure: CallableProcedure, arguments: [BoundExpression], columns: [(column: Int, slot: Slot)],
    filter: BoundExpression?, range: SourceRange
  ) {
    self.procedure = procedure
    self.arguments = arguments
    self.columns = columns
    self.filter = filter
    self.range = range
  }
}
