import CypherSyntax
import GraphModel

extension Planner {
  /// `WITH` and `RETURN`: group, compute, make distinct, order, cut, filter.
  func plan(_ projection: BoundProjection, after input: Plan, scope: [Slot]) -> Plan {
    var plan = input
    if projection.isAggregating {
      let groups = projection.keys.isEmpty ? 1 : max(1, input.estimate.squareRoot())
      var weight: Slot?
      if options.optimizes, let counted = counting(input, for: projection) { (plan, weight) = counted }
      plan = Plan(
        .aggregate(keys: projection.keys, aggregates: projection.aggregates, weight: weight), after: plan,
        estimate: groups)
    }
    let computed = projection.items.compactMap { item -> BoundAssignment? in
      if case .slot(item.column.slot) = item.expression.kind { return nil }
      return BoundAssignment(slot: item.column.slot, expression: item.expression)
    }
    if !computed.isEmpty { plan = Plan(.compute(computed), after: plan, estimate: plan.estimate) }
    if projection.isDistinct {
      plan = Plan(.distinct(projection.items.map(\.column.slot)), after: plan, estimate: plan.estimate / 2)
    }
    plan = cut(order(plan, projection, scope), projection)
    if let filter = projection.filter {
      plan = Plan(.filter(filter.conjuncts), after: plan, estimate: plan.estimate / 2)
    }
    return plan
  }

  /// Where the last step follows relationships only for them to be counted: a step that counts them, and where the number stands.
  ///
  /// Rows that differ in nothing that is read are kept as one with a weight, as factorised engines do (Bakibayev et al.,
  /// "Aggregation and ordering in factorised databases", PVLDB 2013).
  private func counting(_ input: Plan, for projection: BoundProjection) -> (Plan, weight: Slot)? {
    guard case .expand(let expansion) = input.step, !expansion.isClosing else { return nil }
    let followed: Set = [expansion.to, expansion.relationship]
    guard projection.keys.allSatisfy({ $0.expression.slots.isDisjoint(with: followed) }),
      projection.aggregates.allSatisfy({ $0.isIndifferent(to: followed) })
    else { return nil }
    let estimate = min(input.estimate, input.input.estimate)
    return (Plan(.expandCount(expansion), after: input.input, estimate: estimate), expansion.to)
  }

  private func order(_ plan: Plan, _ projection: BoundProjection, _ scope: [Slot]) -> Plan {
    if projection.order.isEmpty { return plan }
    // With a limit only so many rows have to be kept; those that are skipped count as well.
    let limit = options.optimizes && projection.skip == nil ? projection.limit : nil
    let step = Step.sort(projection.order, limit: limit, keeping: scope)
    return Plan(step, after: plan, estimate: plan.estimate)
  }

  private func cut(_ plan: Plan, _ projection: BoundProjection) -> Plan {
    var plan = plan
    if let skip = projection.skip { plan = Plan(.skip(skip), after: plan, estimate: plan.estimate) }
    if let limit = projection.limit {
      let estimate = limit.expectedLimit.map { min($0, plan.estimate) } ?? plan.estimate
      plan = Plan(.limit(limit), after: plan, estimate: estimate)
    }
    return plan
  }
}

extension BoundExpression {
  /// The number, where it is written out.
  fileprivate var expectedLimit: Double? {
    if case .constant(let value) = kind { value.number } else { nil }
  }
}

extension BoundAggregate {
  /// Whether it needs to know only how many rows there are for each value of the other slots.
  fileprivate func isIndifferent(to followed: Set<Slot>) -> Bool {
    guard let aggregation else { return true }
    let slots = arguments.reduce(into: Set<Slot>()) { $0.formUnion($1.slots) }
    if case .count = aggregation.start, !isDistinct, case .slot? = arguments.first?.kind { return true }
    guard slots.isDisjoint(with: followed) else { return false }
    if case .extreme = aggregation.start { return true }
    return isDistinct
  }
}
