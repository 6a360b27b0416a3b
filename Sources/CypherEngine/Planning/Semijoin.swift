import CypherSyntax
import GraphModel

/// A subquery of `EXISTS` turned round: instead of searching from each node of the outer rows, all nodes for which the
/// subquery has a row are found at once.
struct Semijoin {
  /// The one slot of the outer row that the subquery reads.
  let slot: Slot
  /// Finds the nodes, each any number of times.
  let plan: Plan
  /// From how many outer rows on one search for all is expected to cost less than one for each.
  let worthwhileRows: Double
}

extension Planner {
  /// The turned form of a subquery; `nil` where the subquery reads more than one node of the outer row, is more than one
  /// `MATCH`, or may answer differently at each asking.
  ///
  /// - Parameter single: The plan for one outer row.
  func semijoin(for query: BoundQuery, instead single: QueryPlan) -> Semijoin? {
    guard options.optimizes, query.parts.count == 1, query.parts[0].clauses.count == 1,
      case .match(let match) = query.parts[0].clauses[0].kind, !match.isOptional,
      match.pattern.paths.allSatisfy({ $0.selector == .all })
    else { return nil }
    let bound = match.pattern.nodes.filter(\.isBound)
    guard bound.count == 1, let node = bound.first, match.pattern.steps.allSatisfy(\.isFree) else { return nil }
    let expressions = match.pattern.expressions + [match.filter].compactMap { $0 }
    guard expressions.allSatisfy(\.isRepeatable) else { return nil }
    var read: Set<Slot> = []
    match.pattern.collectSlots(into: &read)
    for expression in expressions { read.formUnion(expression.slots) }
    guard read.subtracting(match.introduced) == [node.slot] else { return nil }
    let freed = match.freeing(node.slot)
    let plan = self.plan(freed, after: .argument)
    let perRow = single.parts.reduce(0) { $0 + $1.plan.work }
    return Semijoin(slot: node.slot, plan: plan, worthwhileRows: plan.work / max(1, perRow))
  }
}

extension Plan {
  /// The rows that all steps together are expected to handle.
  fileprivate var work: Double { chain.reduce(0) { $0 + $1.estimate } }
}

extension BoundStep {
  /// Whether the step's relationships are found by the pattern itself.
  fileprivate var isFree: Bool {
    if case .relationship(let relationship) = kind { !relationship.isBound } else { false }
  }
}

extension BoundExpression {
  /// Whether asking again gives the same, and nothing inside runs a query of its own.
  fileprivate var isRepeatable: Bool {
    switch kind {
    case .subquery: false
    case .call(let function, let arguments): function.isConstant && arguments.allSatisfy(\.isRepeatable)
    default: children.allSatisfy(\.isRepeatable)
    }
  }
}

extension BoundMatch {
  /// The same search with a node that is to be found as well.
  fileprivate func freeing(_ slot: Slot) -> BoundMatch {
    let nodes = pattern.nodes.map { node in
      node.slot != slot
        ? node
        : BoundNode(
          slot: slot, isBound: false, labels: node.labels, properties: node.properties,
          propertyMap: node.propertyMap, filter: node.filter, range: node.range)
    }
    return BoundMatch(
      isOptional: false, pattern: BoundPattern(nodes: nodes, steps: pattern.steps, paths: pattern.paths),
      filter: filter, introduced: (introduced + [slot]).sorted())
  }
}
