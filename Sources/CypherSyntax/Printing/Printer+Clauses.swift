extension Printer {
  func text(_ clause: Clause) -> String {
    switch clause.kind {
    case .match(let isOptional, let patterns, let filter):
      (isOptional ? "OPTIONAL MATCH " : "MATCH ") + text(patterns) + condition(filter)
    case .unwind(let list, let variable): "UNWIND \(text(list)) AS \(name(variable))"
    case .with(let projection, let filter): "WITH " + text(projection) + condition(filter)
    case .return(let projection): "RETURN " + text(projection)
    case .create(let patterns): "CREATE " + text(patterns)
    case .merge(let pattern, let onCreate, let onMatch):
      "MERGE " + text(pattern) + text(onCreate, after: " ON CREATE SET ") + text(onMatch, after: " ON MATCH SET ")
    case .set(let items): text(items, after: "SET ")
    case .remove(let items): "REMOVE " + items.map(text).joined(separator: ", ")
    case .delete(let isDetaching, let expressions):
      (isDetaching ? "DETACH DELETE " : "DELETE ") + expressions.map { text($0) }.joined(separator: ", ")
    case .forEach(let variable, let list, let clauses):
      "FOREACH (\(name(variable)) IN \(text(list)) | \(clauses.map(text).joined(separator: " ")))"
    case .call(let call): text(call)
    case .subquery(let query, let imports, let isOptional):
      (isOptional ? "OPTIONAL " : "") + "CALL \(text(imports)){ \(text(query)) }"
    case .loadCSV(let withHeaders, let source, let variable, let terminator):
      "LOAD CSV \(withHeaders ? "WITH HEADERS " : "")FROM \(text(source)) AS \(name(variable))"
        + (terminator.map { " FIELDTERMINATOR " + text($0) } ?? "")
    }
  }

  func condition(_ filter: Expression?) -> String { filter.map { " WHERE " + text($0) } ?? "" }

  private func text(_ imports: Clause.Imports?) -> String {
    switch imports {
    case nil: ""
    case .some(.all): "(*) "
    case .some(.some(let names)): "(" + names.map(name).joined(separator: ", ") + ") "
    }
  }

  private func text(_ projection: Projection) -> String {
    var items = projection.includesAll ? ["*"] : []
    items += projection.items.map { text($0.expression) + ($0.alias.map { " AS " + name($0) } ?? "") }
    var written = (projection.isDistinct ? "DISTINCT " : "") + items.joined(separator: ", ")
    if !projection.order.isEmpty {
      written +=
        " ORDER BY "
        + projection.order.map { text($0.expression) + ($0.isDescending ? " DESC" : "") }
        .joined(separator: ", ")
    }
    if let skip = projection.skip { written += " SKIP " + text(skip) }
    if let limit = projection.limit { written += " LIMIT " + text(limit) }
    return written
  }

  private func text(_ items: [SetItem], after opening: String) -> String {
    items.isEmpty ? "" : opening + items.map(text).joined(separator: ", ")
  }

  private func text(_ item: SetItem) -> String {
    switch item {
    case .property(let target, let value): "\(text(target, atLeast: .postfix)) = \(text(value))"
    case .replace(let variable, let value): "\(name(variable)) = \(text(value))"
    case .merge(let variable, let value): "\(name(variable)) += \(text(value))"
    case .labels(let variable, let labels): name(variable) + labels.map { ":" + name($0) }.joined()
    }
  }

  private func text(_ item: RemoveItem) -> String {
    switch item {
    case .property(let target): text(target, atLeast: .postfix)
    case .labels(let variable, let labels): name(variable) + labels.map { ":" + name($0) }.joined()
    }
  }

  private func text(_ call: ProcedureInvocation) -> String {
    var written = "CALL " + dotted(call.name)
    if let arguments = call.arguments { written += "(" + arguments.map { text($0) }.joined(separator: ", ") + ")" }
    switch call.yield {
    case nil: break
    case .some(.all): written += " YIELD *"
    case .some(.none): written += " YIELD -"
    case .some(.columns(let items)):
      written +=
        " YIELD "
        + items.map { item in
          name(item.column) + (item.column.text == item.variable.text ? "" : " AS " + name(item.variable))
        }.joined(separator: ", ")
    }
    return written + condition(call.filter)
  }

  /// The name of a function or procedure, whose dots part it.
  func dotted(_ name: Name) -> String { name.text }
}
