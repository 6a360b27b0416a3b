import CypherSyntax

extension Binder {
  /// Binds a query; the scope afterwards is the one before.
  mutating func bind(_ query: Query) throws(CypherError) -> BoundQuery {
    if Set(query.keepsRepeated).count > 1 {
      throw .syntax(
        .invalidClauseComposition, "UNION and UNION ALL cannot be mixed in one query", at: query.range,
        suggestion: "put one of them into a subquery: CALL { … }")
    }
    let start = scope
    var parts: [BoundPart] = []
    for part in query.parts {
      scope = start
      parts.append(try bind(part))
    }
    scope = start
    return try joined(parts, query)
  }

  /// Parts of a union with slots of their own for its columns.
  mutating func joined(_ parts: [BoundPart], _ query: Query) throws(CypherError) -> BoundQuery {
    let first = parts[0].columns
    if parts.count == 1 { return BoundQuery(parts: parts, keepsRepeated: [], columns: first) }
    var arranged: [BoundPart] = []
    for (part, tree) in zip(parts, query.parts) {
      let columns = first.compactMap { wanted in part.columns.first { $0.name == wanted.name } }
      if columns.count != first.count || part.columns.count != first.count {
        throw .syntax(
          .differentColumnsInUnion,
          "all parts of a UNION return the same columns: \(names(part.columns)) here, \(names(first)) in the first part",
          at: tree.range)
      }
      arranged.append(BoundPart(clauses: part.clauses, columns: columns))
    }
    var columns: [BoundColumn] = []
    for (position, column) in first.enumerated() {
      let types = arranged.reduce(TypeSet()) { $0.union($1.columns[position].types) }
      columns.append(BoundColumn(name: column.name, slot: slot(named: column.name), types: types))
    }
    return BoundQuery(parts: arranged, keepsRepeated: query.keepsRepeated, columns: columns)
  }

  private func names(_ columns: [BoundColumn]) -> String {
    columns.isEmpty ? "none" : columns.map(\.name).joined(separator: ", ")
  }

  /// Binds one part of a union, from its first clause to its last.
  mutating func bind(_ part: SingleQuery) throws(CypherError) -> BoundPart {
    var clauses: [BoundClause] = []
    var columns: [BoundColumn] = []
    for clause in part.clauses {
      let bound = try bind(clause)
      clauses.append(bound)
      if case .return = clause.kind, case .project(let projection) = bound.kind {
        columns = projection.items.map(\.column)
      }
    }
    return BoundPart(clauses: clauses, columns: columns)
  }

  /// Binds clauses one after the other.
  mutating func bind(_ clauses: [Clause]) throws(CypherError) -> [BoundClause] {
    var bound: [BoundClause] = []
    for clause in clauses { bound.append(try bind(clause)) }
    return bound
  }

  /// Binds one clause; the scope is then the one that the next clause sees.
  mutating func bind(_ clause: Clause) throws(CypherError) -> BoundClause {
    if clause.kind.changesGraph, !allowsChanges {
      throw .syntax(
        .invalidClauseComposition, "a query inside of an expression can only read", at: clause.range,
        suggestion: "use CALL { … } or FOREACH for changes")
    }
    var kept: [Slot] = []
    let kind: BoundClause.Kind
    switch clause.kind {
    case .match(let isOptional, let paths, let filter): kind = try bindMatch(isOptional, paths, filter)
    case .unwind(let list, let name): kind = try bindUnwind(list, name)
    case .with(let projection, let filter):
      (kind, kept) = try bindProjection(projection, filter, isReturn: false, clause.range)
    case .return(let projection):
      (kind, kept) = try bindProjection(projection, Expression?.none, isReturn: true, clause.range)
    case .create(let paths): kind = .create(try bindCreated(paths))
    case .merge(let path, let onCreate, let onMatch): kind = try bindMerge(path, onCreate, onMatch)
    case .set(let items): kind = .set(try bind(items))
    case .remove(let items): kind = .remove(try bind(items))
    case .delete(let isDetaching, let targets): kind = try bindDelete(isDetaching, targets)
    case .forEach(let name, let list, let clauses): kind = try bindForEach(name, list, clauses)
    case .call(let call): kind = .call(try bindCall(call, at: clause.range, isStandalone: false))
    case .subquery(let query, let imports, let isOptional): kind = try bindCall(query, imports, isOptional)
    case .loadCSV(let withHeaders, let source, let name, let terminator):
      kind = try bindLoadCSV(withHeaders, source, name, terminator)
    }
    return BoundClause(kind, scope: scope.slots + kept, range: clause.range)
  }

  private mutating func bindUnwind(_ list: Expression, _ name: Name) throws(CypherError) -> BoundClause.Kind {
    let list = try bind(list)
    return .unwind(list, try declareNew(name, unwoundTypes(of: list)))
  }

  /// What the rows of an unwound value hold: its elements, or the value itself where it is no list.
  private func unwoundTypes(of list: BoundExpression) -> TypeSet {
    list.types.contains(.list) ? elementTypes(of: list).union(list.types.subtracting(.list)) : list.types
  }

  private mutating func bindLoadCSV(
    _ withHeaders: Bool, _ source: Expression, _ name: Name, _ terminator: Expression?
  ) throws(CypherError) -> BoundClause.Kind {
    let source = try bind(source, accepting: .string, "the address of a file")
    let terminator = try terminator.map { expression throws(CypherError) in
      try bind(expression, accepting: .string, "the separator of fields")
    }
    let slot = try declareNew(name, withHeaders ? .map : .list, elements: .string)
    return .loadCSV(withHeaders: withHeaders, from: source, slot, terminator: terminator)
  }
}

extension Clause.Kind {
  /// Whether the clause is one that changes the graph.
  var changesGraph: Bool {
    switch self {
    case .create, .merge, .set, .remove, .delete, .forEach: true
    case .match, .unwind, .with, .return, .call, .subquery, .loadCSV: false
    }
  }
}
