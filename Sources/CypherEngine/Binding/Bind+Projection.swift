import CypherSyntax
import GraphModel

extension Binder {
  /// `WITH` and `RETURN`: columns, groups, order, limits, condition. Afterwards only the columns are in scope.
  ///
  /// - Returns: The clause, and slots that the condition of a `WITH` reads though they are no columns.
  mutating func bindProjection(
    _ projection: CypherSyntax.Projection, _ filter: Expression?, isReturn: Bool, _ range: SourceRange
  ) throws(CypherError) -> (BoundClause.Kind, kept: [Slot]) {
    aggregates = []
    let before = scope
    let columns = try bindColumns(of: projection, isReturn: isReturn, range)
    let grouping = Grouping(columns, aggregates, before)
    let items = try grouping.assignments { lost throws(CypherError) in throw ambiguous(lost) }
    let after = before.projected(to: columns.map(\.variable))
    let isStrict = projection.isDistinct || grouping.isAggregating
    // Columns hide what was there before under the same name.
    scope = Scope(before.variables + columns.map(\.variable), outer: before.outer)
    var order: [BoundSortItem] = []
    for item in projection.order {
      let key = try bind(item.expression, afterwards: grouping, isStrict: isStrict)
      order.append(BoundSortItem(key, isDescending: item.isDescending))
    }
    let condition = try filter.map { filter throws(CypherError) in
      try bind(filter, afterwards: grouping, isStrict: isStrict, isCondition: true)
    }
    let skip = try projection.skip.map { count throws(CypherError) in try bindRowCount(count, "SKIP") }
    let limit = try projection.limit.map { count throws(CypherError) in try bindRowCount(count, "LIMIT") }
    if !isReturn { try checkAliases(projection.items) }
    scope = after
    let bound = BoundProjection(
      isAggregating: grouping.isAggregating, keys: grouping.keys, aggregates: aggregates, items: items,
      isDistinct: projection.isDistinct, order: order, skip: skip, limit: limit, filter: condition)
    let kept = (condition?.slots ?? []).intersection(grouping.gone).sorted()
    return (.project(bound), kept)
  }

  /// The columns with their expressions; `*` comes first.
  private mutating func bindColumns(
    of projection: CypherSyntax.Projection, isReturn: Bool, _ range: SourceRange
  ) throws(CypherError) -> [ProjectedColumn] {
    var columns: [ProjectedColumn] = []
    if projection.includesAll {
      let all = Scope(scope.variables).visible
      if isReturn, all.isEmpty, projection.items.isEmpty {
        throw .syntax(.noVariablesInScope, "RETURN * has nothing to return: there are no variables", at: range)
      }
      columns = (isReturn ? all.sorted { $0.name < $1.name } : all).map { variable in
        ProjectedColumn(variable, BoundExpression(.slot(variable.slot), variable.types, range))
      }
    }
    aggregating = .collected
    for item in projection.items {
      let expression = try bind(item.expression)
      let column = column(item, expression)
      if columns.contains(where: { $0.variable.name == column.variable.name }) {
        throw .syntax(
          .columnNameConflict, "there are two columns with the name '\(column.variable.name)'",
          at: item.alias?.range ?? item.expression.range, suggestion: "give one of them another name with AS")
      }
      columns.append(column)
    }
    aggregating = .refused
    return columns
  }

  /// A column: a variable that is handed on as it is keeps its slot, everything else gets one of its own.
  private mutating func column(_ item: ProjectionItem, _ expression: BoundExpression) -> ProjectedColumn {
    var name = item.alias?.text ?? item.text
    if case .variable(let variable) = item.expression.kind {
      name = item.alias?.text ?? variable
      if name == variable, case .slot(let slot) = expression.kind {
        return ProjectedColumn(Variable(name: name, slot: slot, types: expression.types), expression)
      }
    }
    let slot = slot(named: name)
    elementTypes[slot] = elementTypes(of: expression)
    return ProjectedColumn(Variable(name: name, slot: slot, types: expression.types), expression)
  }

  /// A key of `ORDER BY`, or the condition of a `WITH`, which see the columns and, unless rows have been joined, what was there before.
  private mutating func bind(
    _ expression: Expression, afterwards grouping: Grouping, isStrict: Bool, isCondition: Bool = false
  ) throws(CypherError) -> BoundExpression {
    if grouping.isAggregating, !isCondition { aggregating = .compared(gone: grouping.gone) }
    let bound = try isCondition ? bindCondition(expression) : bind(expression)
    aggregating = .refused
    if !isStrict { return bound }
    let result = grouping.overColumns(bound)
    guard let lost = result.firstSlot(in: grouping.gone) else { return result }
    let isPartOfKey = grouping.keys.contains { $0.expression.slots.contains(lost.slot) }
    if isPartOfKey, grouping.readsAggregates(bound) { throw ambiguous(lost) }
    throw gone(lost)
  }

  private func ambiguous(_ lost: LostVariable) -> CypherError {
    let name = slotNames[lost.slot] ?? ""
    return .syntax(
      .ambiguousAggregationExpression,
      "'\(name)' has many values for each group, so it cannot be mixed with an aggregation", at: lost.range,
      suggestion: "make what is needed of it a column of its own, in a WITH before")
  }

  /// A number of rows, which cannot depend on the rows.
  private mutating func bindRowCount(_ count: Expression, _ clause: String) throws(CypherError) -> BoundExpression {
    constantClause = clause
    defer { constantClause = nil }
    let bound = try bind(count, accepting: .integer, "the number of rows of \(clause)")
    if case .constant(.integer(let number)) = bound.kind, number < 0 {
      throw .syntax(
        .negativeIntegerArgument, "\(clause) needs a number of 0 or more, this is \(number)", at: count.range)
    }
    return bound
  }

  private func checkAliases(_ items: [ProjectionItem]) throws(CypherError) {
    for item in items where item.alias == nil {
      if case .variable = item.expression.kind { continue }
      throw .syntax(
        .noExpressionAlias, "an expression in WITH needs a name", at: item.expression.range,
        suggestion: "\(item.text) AS name")
    }
  }
}
