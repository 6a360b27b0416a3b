extension BoundExpression {
  /// The slots that an expression reads or gives values to, those inside its subqueries included.
  var slots: Set<Slot> {
    var found: Set<Slot> = []
    collect(into: &found)
    return found
  }

  /// Whether the value may differ from one evaluation to the next with the same row.
  var isConstant: Bool {
    switch kind {
    case .constant, .parameter: true
    case .slot, .subquery: false
    case .call(let function, let arguments): function.isConstant && arguments.allSatisfy(\.isConstant)
    default: children.allSatisfy(\.isConstant) && locals.isEmpty
    }
  }

  /// Slots that belong to the expression itself: the variables of comprehensions and the like.
  private var locals: [Slot] {
    switch kind {
    case .listComprehension(let slot, _, _, _), .quantifier(_, let slot, _, _): [slot]
    case .reduce(let sum, _, let slot, _, _): [sum, slot]
    default: []
    }
  }

  private func collect(into found: inout Set<Slot>) {
    if case .slot(let slot) = kind { found.insert(slot) }
    if case .subquery(_, let query) = kind { query.collectSlots(into: &found) }
    found.formUnion(locals)
    for child in children { child.collect(into: &found) }
  }

  /// The expressions directly inside, subqueries excepted.
  var children: [BoundExpression] {
    switch kind {
    case .constant, .slot, .parameter, .subquery: []
    case .list(let items): items
    case .map(let entries): entries.map(\.value)
    case .property(let base, _), .unary(_, let base), .isNull(let base, _), .hasLabels(let base, _): [base]
    case .element(let left, let right), .binary(_, let left, let right), .comparison(_, let left, let right):
      [left, right]
    case .slice(let base, let from, let to): [base] + [from, to].compactMap { $0 }
    case .call(_, let arguments): arguments
    case .conditional(let operand, let alternatives, let otherwise):
      [operand, otherwise].compactMap { $0 } + alternatives.flatMap { [$0.when, $0.then] }
    case .listComprehension(_, let list, let filter, let result): [list] + [filter, result].compactMap { $0 }
    case .quantifier(_, _, let list, let condition): [list, condition]
    case .reduce(_, let start, _, let list, let body): [start, list, body]
    case .mapProjection(let base, let items):
      [base] + items.compactMap { if case .entry(_, let value) = $0 { value } else { nil } }
    }
  }
}

extension BoundQuery {
  /// The slots that a query reads or gives values to.
  func collectSlots(into found: inout Set<Slot>) {
    for part in parts {
      for clause in part.clauses { clause.collectSlots(into: &found) }
      found.formUnion(part.columns.map(\.slot))
    }
    found.formUnion(columns.map(\.slot))
  }
}

extension BoundClause {
  fileprivate func collectSlots(into found: inout Set<Slot>) {
    for expression in expressions { found.formUnion(expression.slots) }
    switch kind {
    case .match(let match): match.pattern.collectSlots(into: &found)
    case .create(let pattern), .merge(let pattern, _, _): pattern.collectSlots(into: &found)
    case .unwind(_, let slot), .loadCSV(_, _, let slot, _): found.insert(slot)
    case .project(let projection):
      found.formUnion(projection.keys.map(\.slot) + projection.aggregates.map(\.slot))
      found.formUnion(projection.items.map(\.column.slot))
    case .forEach(let slot, _, let clauses):
      found.insert(slot)
      for clause in clauses { clause.collectSlots(into: &found) }
    case .call(let call): found.formUnion(call.columns.map(\.slot))
    case .subquery(let query, _): query.collectSlots(into: &found)
    case .set(let items):
      for item in items { found.formUnion(item.target) }
    case .remove(let items):
      for case .labels(let slot, _) in items { found.insert(slot) }
    case .delete: break
    }
  }

  /// The expressions directly in the clause.
  private var expressions: [BoundExpression] {
    switch kind {
    case .match(let match): [match.filter].compactMap { $0 } + match.pattern.expressions
    case .unwind(let list, _): [list]
    case .project(let projection): projection.expressions
    case .create(let pattern): pattern.expressions
    case .merge(let pattern, let onCreate, let onMatch):
      pattern.expressions + (onCreate + onMatch).flatMap(\.expressions)
    case .set(let items): items.flatMap(\.expressions)
    case .remove(let items): items.flatMap(\.expressions)
    case .delete(_, let targets): targets
    case .forEach(_, let list, _): [list]
    case .call(let call): call.arguments + [call.filter].compactMap { $0 }
    case .subquery: []
    case .loadCSV(_, let source, _, let terminator): [source] + [terminator].compactMap { $0 }
    }
  }
}

extension BoundSetItem {
  /// The expressions in the change.
  fileprivate var expressions: [BoundExpression] {
    switch self {
    case .property(let base, let key, let value): [base, key, value]
    case .replace(_, let value), .merge(_, let value): [value]
    case .labels: []
    }
  }

  fileprivate var target: [Slot] {
    switch self {
    case .property: []
    case .replace(let slot, _), .merge(let slot, _), .labels(let slot, _): [slot]
    }
  }
}

extension BoundProjection {
  fileprivate var expressions: [BoundExpression] {
    keys.map(\.expression) + aggregates.flatMap(\.arguments) + items.map(\.expression) + order.map(\.expression)
      + [skip, limit, filter].compactMap { $0 }
  }
}

extension BoundPattern {
  /// The expressions in nodes and steps, those inside groups included.
  var expressions: [BoundExpression] {
    nodes.flatMap { $0.properties.map(\.value) + [$0.propertyMap, $0.filter].compactMap { $0 } }
      + steps.flatMap { step in
        switch step.kind {
        case .relationship(let relationship):
          relationship.properties.map(\.value) + [relationship.propertyMap, relationship.filter].compactMap { $0 }
        case .group(let group): group.pattern.expressions + [group.filter].compactMap { $0 }
        }
      }
  }

  /// The slots of nodes, relationships and paths.
  func collectSlots(into found: inout Set<Slot>) {
    found.formUnion(nodes.map(\.slot))
    found.formUnion(paths.compactMap(\.slot))
    for step in steps {
      switch step.kind {
      case .relationship(let relationship): found.formUnion([relationship.slot, relationship.element])
      case .group(let group):
        group.pattern.collectSlots(into: &found)
        found.formUnion(group.exports.map(\.outer) + [group.walked])
      }
    }
  }
}

extension BoundRemoveItem {
  fileprivate var expressions: [BoundExpression] {
    if case .property(let base, let key) = self { [base, key] } else { [] }
  }
}
