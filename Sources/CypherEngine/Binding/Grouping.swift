import CypherSyntax

/// A column of a projection with what it is computed from.
struct ProjectedColumn {
  /// What the column is called afterwards, and its slot.
  let variable: Variable
  /// Over the variables before the projection and the slots of aggregations.
  let expression: BoundExpression

  init(_ variable: Variable, _ expression: BoundExpression) {
    self.variable = variable
    self.expression = expression
  }
}

/// A variable that an expression reads where it has no single value any more.
struct LostVariable: Error {
  let slot: Slot
  let range: SourceRange
}

/// How the rows of a projection are joined to groups, and what can still be read of them then.
struct Grouping {
  let isAggregating: Bool
  /// What rows are grouped by: the columns without aggregation.
  let keys: [BoundAssignment]
  /// The variables that have no single value afterwards.
  let gone: Set<Slot>
  private let columns: [ProjectedColumn]
  private let computed: Set<Slot>

  init(_ columns: [ProjectedColumn], _ aggregates: [BoundAggregate], _ before: Scope) {
    self.columns = columns
    isAggregating = !aggregates.isEmpty
    let computed = Set(aggregates.map(\.slot))
    self.computed = computed
    gone = Set(before.variables.map(\.slot)).subtracting(columns.map(\.variable.slot))
    let plain = isAggregating ? columns.filter { $0.expression.slots.isDisjoint(with: computed) } : []
    keys = plain.map { BoundAssignment(slot: $0.keySlot, expression: $0.expression) }
  }

  /// Whether an expression reads the value of an aggregation.
  func readsAggregates(_ expression: BoundExpression) -> Bool { !expression.slots.isDisjoint(with: computed) }

  /// The columns over what is there when they are computed: keys and aggregations where rows are grouped.
  ///
  /// Beside an aggregation only simple keys can be used, variables and their properties, so that a reader sees what belongs together.
  func assignments(
    _ fail: (LostVariable) throws(CypherError) -> Void
  ) throws(CypherError) -> [BoundColumnAssignment] {
    var assignments: [BoundColumnAssignment] = []
    for column in columns {
      var expression = column.expression
      if isAggregating {
        if readsAggregates(expression) {
          let keys = keys.filter { $0.expression.isSimple }
          expression = expression.replacing { part in
            keys.first { $0.expression.equals(part) }.map { BoundExpression(.slot($0.slot), part.types, part.range) }
          }
          let lost = gone.union(columns.map(\.variable.slot)).subtracting(self.keys.map(\.slot))
          if let variable = expression.firstSlot(in: lost) { try fail(variable) }
        } else {
          expression = BoundExpression(.slot(column.keySlot), expression.types, expression.range)
        }
      }
      let target = BoundColumn(
        name: column.variable.name, slot: column.variable.slot, types: column.variable.types)
      assignments.append(BoundColumnAssignment(column: target, expression: expression))
    }
    return assignments
  }

  /// An expression with the parts that are columns read from there.
  func overColumns(_ expression: BoundExpression) -> BoundExpression {
    let isMixed = readsAggregates(expression)
    let usable = columns.filter { !isMixed || $0.expression.isSimple || readsAggregates($0.expression) }
    return expression.replacing { part in
      usable.first { $0.expression.equals(part) }.map { column in
        BoundExpression(.slot(column.variable.slot), part.types, part.range)
      }
    }
  }
}

extension ProjectedColumn {
  /// Where the value for the group is kept: a variable stays where it is, so that everything that reads it finds it there.
  fileprivate var keySlot: Slot { if case .slot(let slot) = expression.kind { slot } else { variable.slot } }
}

extension BoundExpression {
  /// Whether it is a variable, or a property or element of one.
  fileprivate var isSimple: Bool {
    switch kind {
    case .slot, .constant, .parameter: true
    case .property(let base, _): base.isSimple
    case .element(let base, let index): base.isSimple && index.isSimple
    default: false
    }
  }

  /// The first place where one of some slots is read.
  func firstSlot(in slots: Set<Slot>) -> LostVariable? {
    switch kind {
    case .slot(let slot): return slots.contains(slot) ? LostVariable(slot: slot, range: range) : nil
    case .subquery(_, let query):
      var read: Set<Slot> = []
      query.collectSlots(into: &read)
      return read.intersection(slots).min().map { LostVariable(slot: $0, range: range) }
    default:
      for child in children {
        if let found = child.firstSlot(in: slots) { return found }
      }
      return nil
    }
  }
}
