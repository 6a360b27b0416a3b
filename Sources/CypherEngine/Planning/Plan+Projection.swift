import CypherSyntax
import GraphModel

extension Planner {
  /// `WITH` and `RETURN`: group, compute, make distinct, order, cut, filter.
  func plan(_ projection: BoundProjection, after input: Plan, scope: [Slot]) -> Plan {
    var plan = input
    if projection.isAggregating {
      let groups = projection.keys.isEmpty ? 1 : max(1, input.estimate.squareRoot())
      plan = Plan(.aggregate(keys: projection.keys, aggregates: projection.aggregates), after: plan, estimate: groups)
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
