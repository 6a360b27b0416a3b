extension Parser {
  /// The next clause; `nil` where none begins.
  mutating func clause() throws(CypherError) -> Clause? {
    let start = start
    guard let kind = try clauseKind() else { return nil }
    return Clause(kind, SourceRange(start, end))
  }

  private mutating func clauseKind() throws(CypherError) -> Clause.Kind? {
    if takeWords("OPTIONAL", "MATCH") { return try match(isOptional: true) }
    if takeWord("MATCH") { return try match(isOptional: false) }
    if takeWord("UNWIND") {
      let list = try expression()
      try expectWord("AS")
      return .unwind(list, try variable())
    }
    if takeWord("WITH") {
      let projection = try projection()
      return .with(projection, where: try filter())
    }
    if takeWord("RETURN") { return .return(try projection()) }
    if takeWord("CREATE") { return .create(try patterns()) }
    if takeWord("MERGE") { return try merge() }
    if takeWord("SET") { return .set(try list { parser throws(CypherError) in try parser.setItem() }) }
    if takeWord("REMOVE") { return .remove(try list { parser throws(CypherError) in try parser.removeItem() }) }
    if takeWords("DETACH", "DELETE") {
      return .delete(isDetaching: true, try list { parser throws(CypherError) in try parser.expression() })
    }
    if takeWord("DELETE") {
      return .delete(isDetaching: false, try list { parser throws(CypherError) in try parser.expression() })
    }
    if takeWord("FOREACH") { return try forEach() }
    if takeWords("LOAD", "CSV") { return try loadCSV() }
    if takeWords("OPTIONAL", "CALL") { return try call(isOptional: true) }
    if takeWord("CALL") { return try call(isOptional: false) }
    return nil
  }

  /// One or more of something, separated by commas.
  mutating func list<Item>(_ item: (inout Parser) throws(CypherError) -> Item) throws(CypherError) -> [Item] {
    var items = [try item(&self)]
    while takeSign(",") { items.append(try item(&self)) }
    return items
  }

  mutating func filter() throws(CypherError) -> Expression? { takeWord("WHERE") ? try expression() : nil }

  private mutating func match(isOptional: Bool) throws(CypherError) -> Clause.Kind {
    let patterns = try patterns()
    return .match(isOptional: isOptional, patterns, where: try filter())
  }

  private mutating func projection() throws(CypherError) -> Projection {
    let isDistinct = takeWord("DISTINCT")
    let includesAll = takeSign("*")
    var items: [ProjectionItem] = []
    if !includesAll || takeSign(",") { items = try list { parser throws(CypherError) in try parser.projectionItem() } }
    var order: [SortItem] = []
    if takeWords("ORDER", "BY") { order = try list { parser throws(CypherError) in try parser.sortItem() } }
    let skip = takeWord("SKIP") || takeWord("OFFSET") ? try expression() : nil
    let limit = takeWord("LIMIT") ? try expression() : nil
    return Projection(
      isDistinct: isDistinct, includesAll: includesAll, items: items, order: order, skip: skip, limit: limit)
  }

  private mutating func projectionItem() throws(CypherError) -> ProjectionItem {
    let start = start
    let expression = try expression()
    let text = text(start, end)
    let alias = takeWord("AS") ? try variable() : nil
    return ProjectionItem(expression, alias: alias, text: text)
  }

  private mutating func sortItem() throws(CypherError) -> SortItem {
    let expression = try expression()
    if takeWord("DESC") || takeWord("DESCENDING") { return SortItem(expression, isDescending: true) }
    if !takeWord("ASC") { _ = takeWord("ASCENDING") }
    return SortItem(expression, isDescending: false)
  }

  private mutating func merge() throws(CypherError) -> Clause.Kind {
    let pattern = try pathPattern()
    var (onCreate, onMatch): ([SetItem], [SetItem]) = ([], [])
    while takeWord("ON") {
      if takeWord("CREATE") {
        try expectWord("SET")
        onCreate += try list { parser throws(CypherError) in try parser.setItem() }
      } else {
        try expectWord("MATCH")
        try expectWord("SET")
        onMatch += try list { parser throws(CypherError) in try parser.setItem() }
      }
    }
    return .merge(pattern, onCreate: onCreate, onMatch: onMatch)
  }

  private mutating func setItem() throws(CypherError) -> SetItem {
    if let name = token().flatMap(plainName), isSign("=", 1) || isSign("+=", 1) || isSign(":", 1) {
      position += 1
      if takeSign("=") { return .replace(name, try expression()) }
      if takeSign("+=") { return .merge(name, try expression()) }
      return .labels(name, try labelNames())
    }
    let target = try postfix()
    try expectSign("=")
    return .property(target, try expression())
  }

  private mutating func removeItem() throws(CypherError) -> RemoveItem {
    if let name = token().flatMap(plainName), isSign(":", 1) {
      position += 1
      return .labels(name, try labelNames())
    }
    return .property(try postfix())
  }

  private mutating func labelNames() throws(CypherError) -> [Name] {
    var names: [Name] = []
    while takeSign(":") { names.append(try name("a label")) }
    return names
  }

  private mutating func forEach() throws(CypherError) -> Clause.Kind {
    try expectSign("(")
    let variable = try variable()
    try expectWord("IN")
    let list = try expression()
    try expectSign("|")
    var clauses: [Clause] = []
    while let clause = try clause() { clauses.append(clause) }
    if clauses.isEmpty { throw unexpected("a clause that changes the graph") }
    try expectSign(")")
    return .forEach(variable, in: list, clauses)
  }

  private mutating func loadCSV() throws(CypherError) -> Clause.Kind {
    let withHeaders = takeWords("WITH", "HEADERS")
    try expectWord("FROM")
    let source = try expression()
    try expectWord("AS")
    let variable = try variable()
    let terminator = takeWord("FIELDTERMINATOR") ? try expression() : nil
    return .loadCSV(withHeaders: withHeaders, from: source, variable, terminator: terminator)
  }

  private mutating func call(isOptional: Bool) throws(CypherError) -> Clause.Kind {
    if isSign("{") || isSign("(") {
      var imports: Clause.Imports?
      if takeSign("(") {
        if takeSign("*") {
          imports = .all
        } else if isSign(")") {
          imports = .some([])
        } else {
          imports = .some(try list { parser throws(CypherError) in try parser.variable() })
        }
        try expectSign(")")
      }
      try expectSign("{")
      let query = try nested { parser throws(CypherError) in try parser.query() }
      try expectSign("}")
      return .subquery(query, imports: imports, isOptional: isOptional)
    }
    var name = try name("a procedure")
    while takeSign(".") {
      let next = try self.name("a procedure")
      name = Name(name.text + "." + next.text, name.range.union(next.range))
    }
    let arguments = isSign("(") ? try self.arguments() : nil
    let (yield, filter) = try yield()
    return .call(ProcedureInvocation(name: name, arguments: arguments, yield: yield, filter: filter))
  }

  private mutating func yield() throws(CypherError) -> (ProcedureInvocation.Yield?, Expression?) {
    guard takeWord("YIELD") else { return (nil, nil) }
    if takeSign("*") { return (.all, try filter()) }
    if takeSign("-") { return (ProcedureInvocation.Yield.none, nil) }
    let items = try list { parser throws(CypherError) in
      let column = try parser.name("a column")
      let variable = parser.takeWord("AS") ? try parser.variable() : column
      return ProcedureInvocation.YieldItem(column: column, variable: variable)
    }
    return (.columns(items), try filter())
  }
}
