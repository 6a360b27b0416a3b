extension Parser {
  /// `[EXPLAIN | PROFILE] query [;]`, a command of the schema, or `SHOW …`.
  mutating func statement() throws(CypherError) -> Statement {
    let start = start
    let mode: Statement.Mode = takeWord("EXPLAIN") ? .explain : takeWord("PROFILE") ? .profile : .run
    let body: Statement.Body
    if takeWord("SHOW") {
      body = .show(try listName())
    } else if let command = try schemaCommand() {
      body = .schema(command)
    } else {
      body = .query(try query())
    }
    let end = end
    while takeSign(";") {}
    if token() != nil { throw unexpected("the end of the statement or another clause") }
    return Statement(mode: mode, body: body, range: SourceRange(start, end))
  }

  private mutating func listName() throws(CypherError) -> Name {
    var name = try name("what to show")
    while let token = token(), token.kind == .word {
      name = Name(name.text + " " + text(of: token), name.range.union(token.range))
      position += 1
    }
    return name
  }

  /// Single queries joined by `UNION`.
  mutating func query() throws(CypherError) -> Query {
    let start = start
    var parts = [try singleQuery()]
    var keepsRepeated: [Bool] = []
    while takeWord("UNION") {
      keepsRepeated.append(takeWord("ALL"))
      parts.append(try singleQuery())
    }
    if keepsRepeated.contains(true), keepsRepeated.contains(false) {
      throw .syntax(
        .invalidClauseComposition, "UNION and UNION ALL cannot be mixed in one query", at: SourceRange(start, end))
    }
    return Query(parts: parts, keepsRepeated: keepsRepeated, range: SourceRange(start, end))
  }

  private mutating func singleQuery() throws(CypherError) -> SingleQuery {
    let start = start
    var clauses: [Clause] = []
    while let clause = try clause() {
      if let last = clauses.last, case .return = last.kind {
        throw .syntax(.unexpectedSyntax, "nothing can follow RETURN but UNION", at: clause.range)
      }
      clauses.append(clause)
    }
    guard let last = clauses.last else { throw unexpected("a clause such as MATCH, CREATE or RETURN") }
    try checkEnding(last)
    return SingleQuery(clauses: clauses, range: SourceRange(start, end))
  }

  /// A query ends with what it returns or with a change.
  private func checkEnding(_ clause: Clause) throws(CypherError) {
    let name: String
    switch clause.kind {
    case .match: name = "MATCH"
    case .with: name = "WITH"
    case .unwind: name = "UNWIND"
    case .loadCSV: name = "LOAD CSV"
    default: return
    }
    // What stands here is probably a mistyped clause, of which the end of the query would be a riddle.
    if token()?.kind == .word, !isWord("UNION") { throw unexpected("a clause such as WHERE, WITH or RETURN") }
    throw .syntax(
      .invalidClauseComposition, "a query cannot end with \(name)", at: clause.range,
      suggestion: "end it with RETURN, or with a clause that changes the graph")
  }

  /// `CREATE INDEX …`, `DROP INDEX …`, `CREATE CONSTRAINT …`, `DROP CONSTRAINT …`.
  private mutating func schemaCommand() throws(CypherError) -> SchemaCommand? {
    let isCreating = isWord("CREATE")
    guard isCreating || isWord("DROP"), isWord("INDEX", 1) || isWord("CONSTRAINT", 1) else { return nil }
    let isIndex = isWord("INDEX", 1)
    position += 2
    var given: Name?
    if let token = token(), token.kind == .quotedName || token.kind == .word, !isWord("FOR"), !isWord("ON"),
      !isWord("IF")
    {
      given = try name("a name")
    }
    let isLenient = takeWords("IF", "NOT", "EXISTS") || takeWords("IF", "EXISTS")
    if isIndex, !isCreating, let given, !isWord("FOR"), !isWord("ON") {
      return .dropNamedIndex(name: given, ifExists: isLenient)
    }
    let (label, key) = try target(isIndex)
    switch (isIndex, isCreating) {
    case (true, true): return .createIndex(label: label, key: key, ifNotExists: isLenient, name: given)
    case (true, false): return .dropIndex(label: label, key: key, ifExists: isLenient)
    case (false, true): return .createUnique(label: label, key: key, ifNotExists: isLenient)
    case (false, false): return .dropUnique(label: label, key: key, ifExists: isLenient)
    }
  }

  /// `FOR (n:Label) ON (n.key)`, `ON :Label(key)`, `FOR (n:Label) REQUIRE n.key IS UNIQUE`, `ON (n:Label) ASSERT n.key IS UNIQUE`.
  private mutating func target(_ isIndex: Bool) throws(CypherError) -> (label: Name, key: Name) {
    guard takeWord("FOR") || takeWord("ON") else { throw unexpected("FOR") }
    if takeSign(":") {
      let label = try name("a label")
      try expectSign("(")
      let key = try name("a property")
      try expectSign(")")
      return (label, key)
    }
    try expectSign("(")
    _ = try variable()
    try expectSign(":")
    let label = try name("a label")
    try expectSign(")")
    guard isIndex ? takeWord("ON") : takeWord("REQUIRE") || takeWord("ASSERT") else {
      throw unexpected(isIndex ? "ON" : "REQUIRE")
    }
    let isWrapped = takeSign("(")
    _ = try variable()
    try expectSign(".")
    let key = try name("a property")
    if isWrapped { try expectSign(")") }
    if !isIndex {
      try expectWord("IS")
      try expectWord("UNIQUE")
    }
    return (label, key)
  }
}
