import CypherSyntax

extension Binder {
  /// `MATCH`: all names of the pattern first, then its conditions, which may read every one of them.
  mutating func bindMatch(
    _ isOptional: Bool, _ paths: [PathPattern], _ filter: Expression?
  ) throws(CypherError) -> BoundClause.Kind {
    .match(try match(paths, filter, isOptional: isOptional))
  }

  /// A search; its variables are in scope afterwards.
  mutating func match(
    _ paths: [PathPattern], _ filter: Expression?, isOptional: Bool = false, mayIntroduce: Bool = true
  ) throws(CypherError) -> BoundMatch {
    var draft = PatternDraft(.match(mayIntroduce: mayIntroduce))
    for path in paths { try declare(path, in: &draft) }
    for variable in draft.variables { scope.declare(variable) }
    let pattern = try bind(draft)
    let filter = try filter.map { filter throws(CypherError) in try bindCondition(filter) }
    return BoundMatch(
      isOptional: isOptional, pattern: pattern, filter: filter, introduced: pattern.introduced.sorted())
  }
}

extension BoundPattern {
  /// The slots that finding the pattern gives values to, hidden ones included.
  var introduced: Set<Slot> {
    var slots: Set<Slot> = []
    collectSlots(into: &slots)
    slots.subtract(nodes.filter(\.isBound).map(\.slot))
    for step in steps {
      if case .relationship(let relationship) = step.kind, relationship.isBound { slots.remove(relationship.slot) }
    }
    return slots
  }
}
