import CypherSyntax
import GraphModel

// Queries inside of expressions, and the shorter forms that become such queries.

extension Binder {
  /// `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`: a query that sees everything around it.
  mutating func bindSubquery(
    _ form: SubqueryForm, _ query: Query, _ range: SourceRange
  ) throws(CypherError) -> BoundExpression {
    let bound = try enclosed(at: range) { binder throws(CypherError) in try binder.bind(query) }
    if form == .collect, bound.columns.count != 1 {
      throw .syntax(
        .invalidClauseComposition, "COLLECT { … } returns exactly one column, this returns \(bound.columns.count)",
        at: query.range)
    }
    return BoundExpression(.subquery(form, bound), form.types, range)
  }

  /// `(a)-->(b)` as a condition.
  mutating func bindPatternCondition(_ path: PathPattern, _ range: SourceRange) throws(CypherError) -> BoundExpression {
    let query = try enclosed(at: range) { binder throws(CypherError) in
      let match = try binder.match([path], nil, mayIntroduce: false)
      return binder.query(match, range)
    }
    return BoundExpression(.subquery(.exists, query), .boolean, range)
  }

  /// `[p = (a)-->(b) WHERE … | …]`.
  mutating func bindPatternComprehension(
    _ path: PathPattern, _ filter: Expression?, _ result: Expression, _ range: SourceRange
  ) throws(CypherError) -> BoundExpression {
    let query = try enclosed(at: range) { binder throws(CypherError) in
      let match = try binder.match([path], filter)
      let result = try binder.bind(result)
      return binder.query(match, collecting: result, range)
    }
    return BoundExpression(.subquery(.collect, query), .list, range)
  }

  /// `shortestPath(…)` as a value is the first of the paths, `allShortestPaths(…)` the list of them.
  mutating func bindPathSearch(_ path: PathPattern, _ range: SourceRange) throws(CypherError) -> BoundExpression {
    if path.selector == .all {
      throw .syntax(
        .unexpectedSyntax, "a pattern is a condition, not a value", at: range,
        suggestion: "EXISTS { … } gives true or false, COUNT { … } a number")
    }
    let query = try enclosed(at: range) { binder throws(CypherError) in
      let slot = binder.hiddenSlot()
      let match = try binder.match([path], nil, mayIntroduce: false).keepingPath(in: slot)
      return binder.query(match, collecting: BoundExpression(.slot(slot), .path, range), range)
    }
    let paths = BoundExpression(.subquery(.collect, query), .list, range)
    if path.selector == .allShortestPaths { return paths }
    let first = BoundExpression(.constant(.integer(0)), .integer, range)
    return BoundExpression(.element(paths, first), .path, range)
  }

  /// A query of one search.
  private func query(_ match: BoundMatch, _ range: SourceRange) -> BoundQuery {
    let clause = BoundClause(.match(match), scope: scope.slots, range: range)
    return BoundQuery(parts: [BoundPart(clauses: [clause], columns: [])], keepsRepeated: [], columns: [])
  }

  /// A query that searches and returns one value for each find.
  private mutating func query(
    _ match: BoundMatch, collecting result: BoundExpression, _ range: SourceRange
  ) -> BoundQuery {
    let search = BoundClause(.match(match), scope: scope.slots, range: range)
    let column = BoundColumn(name: "value", slot: hiddenSlot(), types: result.types)
    let projection = BoundProjection(
      isAggregating: false, keys: [], aggregates: [],
      items: [BoundColumnAssignment(column: column, expression: result)], isDistinct: false, order: [], skip: nil,
      limit: nil, filter: nil)
    let project = BoundClause(.project(projection), scope: scope.slots + [column.slot], range: range)
    return BoundQuery(
      parts: [BoundPart(clauses: [search, project], columns: [column])], keepsRepeated: [], columns: [column])
  }

  /// Binds a query inside of an expression: what surrounds it is visible and stays, nothing of it gets out.
  private mutating func enclosed<Result>(
    at range: SourceRange, _ body: (inout Binder) throws(CypherError) -> Result
  ) throws(CypherError) -> Result {
    if let constantClause {
      throw .syntax(.nonConstantExpression, "\(constantClause) cannot depend on the graph", at: range)
    }
    let (outer, meaning, collected, mayChange) = (scope, aggregating, aggregates, allowsChanges)
    scope = outer.enclosed
    aggregating = .refused
    allowsChanges = false
    let result = try body(&self)
    (scope, aggregating, aggregates, allowsChanges) = (outer, meaning, collected, mayChange)
    return result
  }
}

extension BoundMatch {
  /// The same search, with the first path kept in a slot.
  fileprivate func keepingPath(in slot: Slot) -> BoundMatch {
    var paths = pattern.paths
    paths[0] = BoundPath(slot: slot, selector: paths[0].selector, nodes: paths[0].nodes, steps: paths[0].steps)
    let pattern = BoundPattern(nodes: pattern.nodes, steps: pattern.steps, paths: paths)
    return BoundMatch(
      isOptional: isOptional, pattern: pattern, filter: filter, introduced: pattern.introduced.sorted())
  }
}

extension SubqueryForm {
  /// What the value is.
  fileprivate var types: TypeSet {
    switch self {
    case .exists: .boolean
    case .count: .integer
    case .collect: .list
    }
  }
}
