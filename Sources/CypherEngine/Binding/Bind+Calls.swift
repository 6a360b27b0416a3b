import CypherSyntax
import GermanText
import GraphModel

// `CALL procedure(…)` and `CALL { … }`.

extension Query {
  /// Whether the whole query is one call of a procedure, which then needs neither arguments nor columns.
  var isProcedureCall: Bool {
    guard parts.count == 1, parts[0].clauses.count == 1, case .call = parts[0].clauses[0].kind else { return false }
    return true
  }
}

extension Binder {
  /// A query that only calls a procedure: its result is that of the procedure.
  mutating func bindStandaloneCall(_ query: Query) throws(CypherError) -> BoundQuery {
    let clause = query.parts[0].clauses[0]
    guard case .call(let call) = clause.kind else { return try bind(query) }
    let bound = try bindCall(call, at: clause.range, isStandalone: true)
    let columns = bound.columns.map { column, slot in
      BoundColumn(name: slotNames[slot] ?? "", slot: slot, types: bound.procedure.columns[column].types)
    }
    let part = BoundPart(
      clauses: [BoundClause(.call(bound), scope: scope.slots, range: clause.range)], columns: columns)
    return BoundQuery(parts: [part], keepsRepeated: [], columns: columns)
  }

  /// A call of a procedure; its columns are in scope afterwards.
  mutating func bindCall(
    _ call: ProcedureInvocation, at range: SourceRange, isStandalone: Bool
  ) throws(CypherError) -> BoundProcedureCall {
    let procedure = try procedure(call.name)
    let arguments = try bindArguments(call, procedure, isStandalone: isStandalone)
    let columns = try bindColumns(call, procedure, isStandalone: isStandalone)
    let filter = try call.filter.map { filter throws(CypherError) in try bindCondition(filter) }
    return BoundProcedureCall(
      procedure: procedure, arguments: arguments, columns: columns, filter: filter, range: range)
  }

  private func procedure(_ name: Name) throws(CypherError) -> CallableProcedure {
    let wanted = name.text.lowercased()
    if let found = procedures.first(where: { $0.name.lowercased() == wanted }) { return found }
    let suggestion = nearest(to: name.text, among: procedures.map(\.name)).first
    throw CypherError(
      .procedure, .compile, .procedureNotFound, "there is no procedure '\(name.text)'", at: name.range,
      suggestion: suggestion.map { "did you mean '\($0)'?" } ?? "SHOW PROCEDURES lists them")
  }

  private mutating func bindArguments(
    _ call: ProcedureInvocation, _ procedure: CallableProcedure, isStandalone: Bool
  ) throws(CypherError) -> [BoundExpression] {
    guard let arguments = call.arguments else {
      if !isStandalone, procedure.parameters.contains(where: { $0.standard == nil }) {
        throw .syntax(
          .invalidArgumentPassingMode, "within a query, \(procedure.name) must be given its arguments",
          at: call.name.range, suggestion: form(of: procedure))
      }
      return procedure.parameters.map { implicitArgument($0, at: call.name.range) }
    }
    let required = procedure.parameters.count { $0.standard == nil }
    if arguments.count < required || arguments.count > procedure.parameters.count {
      throw .syntax(
        .invalidNumberOfArguments,
        "\(procedure.name) takes \(procedure.parameters.count.counted("argument", "arguments")), not \(arguments.count)",
        at: call.name.range, suggestion: form(of: procedure))
    }
    var bound = try bind(arguments)
    for (argument, parameter) in zip(bound, procedure.parameters)
    where argument.types.excludes(parameter.accepts.coerced) {
      throw unfit(argument, "'\(parameter.name)' of \(procedure.name)", parameter.accepts)
    }
    for parameter in procedure.parameters[bound.count...] {
      bound.append(BoundExpression(.constant(parameter.standard ?? .null), .any, call.name.range))
    }
    return bound
  }

  /// What a parameter gets in a call without arguments: its standard value, or the query's parameter of the same name.
  private mutating func implicitArgument(
    _ parameter: CallableProcedure.Parameter, at range: SourceRange
  ) -> BoundExpression {
    if let standard = parameter.standard { return BoundExpression(.constant(standard), .any, range) }
    mentioned.note(parameter: Name(parameter.name, range))
    return BoundExpression(.parameter(parameter.name), .any, range)
  }

  private func form(of procedure: CallableProcedure) -> String {
    "CALL \(procedure.name)(\(procedure.parameters.map(\.name).joined(separator: ", ")))"
  }

  private mutating func bindColumns(
    _ call: ProcedureInvocation, _ procedure: CallableProcedure, isStandalone: Bool
  ) throws(CypherError) -> [(column: Int, slot: Slot)] {
    var items: [(column: Int, variable: Name)] = []
    switch call.yield {
    case .columns(let yielded)?:
      for item in yielded { items.append((try column(item.column, of: procedure), item.variable)) }
    case .all?:
      if !isStandalone {
        throw .syntax(
          .unexpectedSyntax, "within a query, YIELD names its columns", at: call.name.range,
          suggestion: "YIELD " + procedure.columns.map(\.name).joined(separator: ", "))
      }
      items = procedure.columns.indices.map { ($0, Name(procedure.columns[$0].name, call.name.range)) }
    case nil:
      if isStandalone {
        items = procedure.columns.indices.map { ($0, Name(procedure.columns[$0].name, call.name.range)) }
      }
    case ProcedureInvocation.Yield.none?: break
    }
    var columns: [(column: Int, slot: Slot)] = []
    for (column, variable) in items {
      columns.append((column, try declareNew(variable, procedure.columns[column].types)))
    }
    return columns
  }

  private func column(_ name: Name, of procedure: CallableProcedure) throws(CypherError) -> Int {
    if let found = procedure.columns.firstIndex(where: { $0.name == name.text }) { return found }
    let names = procedure.columns.map(\.name)
    throw .syntax(
      .undefinedVariable, "\(procedure.name) has no column '\(name.text)'", at: name.range,
      suggestion: names.isEmpty ? nil : "it has \(names.joined(separator: ", "))")
  }

  /// `CALL { … }`: what it returns is in scope afterwards.
  mutating func bindCall(
    _ query: Query, _ imports: Clause.Imports?, _ isOptional: Bool
  ) throws(CypherError) -> BoundClause.Kind {
    let (outer, meaning, collected) = (scope, aggregating, aggregates)
    aggregating = .refused
    let bound: BoundQuery
    switch imports {
    case .all?:
      scope = outer.enclosed
      bound = try bind(query)
    case .some(let names)?:
      var imported: [Variable] = []
      for name in names { imported.append(try variable(name)) }
      scope = Scope(outer: imported)
      bound = try bind(query)
    case nil: bound = try bindImporting(query)
    }
    (scope, aggregating, aggregates) = (outer, meaning, collected)
    for column in bound.columns {
      if scope[column.name] != nil { throw alreadyBound(Name(column.name, query.range)) }
      scope.declare(Variable(name: column.name, slot: column.slot, types: column.types))
    }
    return .subquery(bound, isOptional: isOptional)
  }

  /// The form without a list of imports: each part that begins with a plain `WITH a, b` sees those, the others see nothing.
  private mutating func bindImporting(_ query: Query) throws(CypherError) -> BoundQuery {
    let outer = scope
    var parts: [BoundPart] = []
    for part in query.parts {
      scope = outer
      let imported = try imports(of: part)
      scope = Scope(imported ?? [], outer: outer.outer)
      let clauses = imported == nil ? part.clauses : Array(part.clauses.dropFirst())
      parts.append(try bind(SingleQuery(clauses: clauses, range: part.range)))
    }
    scope = outer
    return try joined(parts, query)
  }

  /// The variables that a leading `WITH` imports; `nil` where the part begins with something else.
  private func imports(of part: SingleQuery) throws(CypherError) -> [Variable]? {
    guard case .with(let projection, nil)? = part.clauses.first?.kind, !projection.isDistinct, projection.order.isEmpty,
      projection.skip == nil, projection.limit == nil
    else { return nil }
    var imported = projection.includesAll ? scope.visible : []
    for item in projection.items {
      guard case .variable(let name) = item.expression.kind, item.alias == nil || item.alias?.text == name else {
        return nil
      }
      imported.append(try variable(Name(name, item.expression.range)))
    }
    return imported
  }
}
