import CypherSyntax
import GraphModel

/// How queries become plans.
package struct PlanningOptions: Sendable {
  /// Whether indexes, counts and early conditions are used. Without, nodes are scanned and relationships followed in the
  /// order of the text and conditions are checked last: slow, and easy to trust, which tests make use of.
  package var optimizes = true

  package init() {}
}

/// Makes a plan of a query whose names are resolved.
///
/// - Complexity: O(clauses · pattern elements³); the graph is asked for counts only.
func plan(_ query: BoundQuery, _ statistics: Statistics, _ options: PlanningOptions) -> QueryPlan {
  Planner(statistics: statistics, options: options).plan(query)
}

/// The state that all stages of planning share.
struct Planner {
  let statistics: Statistics
  let options: PlanningOptions

  func plan(_ query: BoundQuery) -> QueryPlan {
    let parts = query.parts.map { part in
      QueryPlan.Part(plan: plan(part.clauses, after: .argument), columns: part.columns)
    }
    return QueryPlan(parts: parts, keepsRepeated: query.keepsRepeated, columns: query.columns)
  }

  /// Plans clauses one after the other.
  ///
  /// Clauses that change the graph see all that the clause before has found, and what follows sees all of their changes: where a
  /// change meets a search, all rows are taken before the first goes on.
  func plan(_ clauses: [BoundClause], after start: Plan) -> Plan {
    var plan = start
    var wasUpdating = false
    var scope: [Slot]?
    for clause in clauses {
      let isUpdating = clause.isUpdating
      if isUpdating || wasUpdating, let scope, !plan.isSingleRow {
        plan = Plan(.eager(keeping: scope), after: plan, estimate: plan.estimate)
      }
      plan = self.plan(clause, after: plan, scope)
      wasUpdating = isUpdating
      scope = clause.scope
    }
    return plan
  }

  private func plan(_ clause: BoundClause, after input: Plan, _ scope: [Slot]?) -> Plan {
    let rows = input.estimate
    switch clause.kind {
    case .match(let match): return plan(match, after: input)
    case .unwind(let list, let slot):
      return Plan(.unwind(list, slot), after: input, estimate: rows * list.expectedCount)
    case .project(let projection): return plan(projection, after: input, scope: clause.scope)
    case .create(let pattern): return Plan(.create(pattern), after: input, estimate: rows)
    case .merge(let pattern, let onCreate, let onMatch):
      let search = plan(BoundMatch(searchingFor: pattern), after: .argument)
      let step = Step.merge(pattern, search: search, onCreate: onCreate, onMatch: onMatch)
      return Plan(step, after: input, estimate: rows * max(1, search.estimate))
    case .set(let items): return Plan(.set(items), after: input, estimate: rows)
    case .remove(let items): return Plan(.remove(items), after: input, estimate: rows)
    case .delete(let isDetaching, let targets):
      let step = Step.delete(isDetaching: isDetaching, targets, keeping: clause.scope)
      return Plan(step, after: input, estimate: rows)
    case .forEach(let slot, let list, let clauses):
      let body = plan(clauses, after: .argument)
      return Plan(.forEach(slot, in: list, body), after: input, estimate: rows)
    case .call(let call):
      let calls = Plan(.call(call), after: input, estimate: call.columns.isEmpty ? rows : rows * 10)
      return call.filter.map { Plan(.filter([$0]), after: calls, estimate: calls.estimate / 2) } ?? calls
    case .subquery(let query, let isOptional):
      let inner = plan(query)
      let factor = query.columns.isEmpty ? 1 : inner.parts.reduce(0) { $0 + $1.plan.estimate }
      return Plan(.subquery(inner, isOptional: isOptional), after: input, estimate: rows * factor)
    case .loadCSV(let withHeaders, let source, let slot, let terminator):
      let step = Step.loadCSV(withHeaders: withHeaders, from: source, slot, terminator: terminator)
      return Plan(step, after: input, estimate: rows * 1000)
    }
  }
}

extension Plan {
  /// Whether there is at most one row for each one that the plan begins with.
  fileprivate var isSingleRow: Bool {
    chain.allSatisfy { plan in
      switch plan.step {
      case .argument, .create, .set, .remove, .delete, .forEach, .compute, .filter, .skip, .limit, .buildPath: true
      case .aggregate(let keys, _, _): keys.isEmpty
      default: false
      }
    }
  }
}

extension BoundClause {
  /// Whether the clause may change the graph.
  package var isUpdating: Bool {
    switch kind {
    case .create, .merge, .set, .remove, .delete, .forEach: true
    case .subquery(let query, _): query.isUpdating
    case .match, .unwind, .project, .call, .loadCSV: false
    }
  }
}

extension BoundQuery {
  /// Whether a clause of the query may change the graph.
  package var isUpdating: Bool { parts.contains { $0.clauses.contains { $0.isUpdating } } }
}

extension BoundMatch {
  /// The search of a `MERGE`: what is not bound yet is introduced.
  fileprivate init(searchingFor pattern: BoundPattern) {
    var introduced: Set<Slot> = []
    pattern.collectSlots(into: &introduced)
    introduced.subtract(pattern.nodes.filter(\.isBound).map(\.slot))
    self.init(isOptional: false, pattern: pattern, filter: nil, introduced: introduced.sorted())
  }
}

extension BoundExpression {
  /// How many elements a list has, as far as it is written out.
  fileprivate var expectedCount: Double {
    switch kind {
    case .list(let items): return Double(items.count)
    case .constant(let value):
      if case .list(let values) = value { return Double(values.count) }
      return 1
    default: return 10
    }
  }

  /// The conditions that all have to hold.
  var conjuncts: [BoundExpression] {
    guard case .binary(.and, let left, let right) = kind else { return [self] }
    return left.conjuncts + right.conjuncts
  }
}
