import CypherSyntax
import GraphModel
import GraphStore

extension CypherSession {
  /// Makes or drops an index or a constraint.
  mutating func carryOut(_ command: SchemaCommand) throws(CypherError) {
    switch command {
    case .createIndex(let label, let key, _, let name):
      try changeGraph { $0.addIndex(on: Label(label.text), PropertyKey(key.text)) }
      if let name { indexNames[name.text] = (Label(label.text), PropertyKey(key.text)) }
    case .dropNamedIndex(let name, let ifExists):
      guard let (label, key) = indexNames.removeValue(forKey: name.text) else {
        if ifExists { return }
        throw CypherError(
          .semantic, .runtime, .invalidArgumentValue, "there is no index '\(name.text)' made in this session",
          at: name.range, suggestion: "DROP INDEX ON :Label(key) drops any")
      }
      try changeGraph { $0.removeIndex(on: label, key) }
    case .dropIndex(let label, let key, let ifExists):
      if !ifExists, !graph.hasIndex(on: Label(label.text), PropertyKey(key.text)) {
        throw CypherError(
          .semantic, .runtime, .invalidArgumentValue, "there is no index on :\(label.text)(\(key.text))",
          at: label.range)
      }
      try changeGraph { $0.removeIndex(on: Label(label.text), PropertyKey(key.text)) }
    case .createUnique(let label, let key, _):
      try changeGraph { graph throws(CypherError) in
        do throws(ConstraintViolation) {
          try graph.addUniqueConstraint(on: Label(label.text), PropertyKey(key.text))
        } catch {
          throw .violation(error, at: label.range)
        }
      }
    case .dropUnique(let label, let key, let ifExists):
      let (named, property) = (Label(label.text), PropertyKey(key.text))
      if !ifExists, !graph.uniqueKeys.contains(where: { $0.label == named && $0.key == property }) {
        throw CypherError(
          .semantic, .runtime, .invalidArgumentValue, "there is no unique constraint on :\(label.text)(\(key.text))",
          at: label.range)
      }
      try changeGraph { $0.removeUniqueConstraint(on: named, property) }
    }
  }

  /// Lists what there is: `SHOW FUNCTIONS`, `SHOW PROCEDURES`, `SHOW LABELS`, `SHOW RELATIONSHIP TYPES`, `SHOW INDEXES`,
  /// `SHOW CONSTRAINTS`.
  func show(_ what: Name, _ sink: ([Value]) throws(CypherError) -> Bool) throws(CypherError) -> QueryResult {
    let (columns, rows): ([String], [[Value]]) =
      switch what.text.uppercased() {
      case "FUNCTIONS":
        (
          ["name", "signature", "summary"],
          FunctionCatalog.all.map { [.string($0.name), .string($0.signature), .string(wording($0.summary))] }
            + AggregationCatalog.all.map { [.string($0.name), .string($0.signature), .string(wording($0.summary))] }
        )
      case "PROCEDURES":
        (["name", "summary"], procedures.map { [.string($0.name), .string(wording($0.summary))] })
      case "LABELS":
        (["label", "nodes"], graph.labelCounts.map { [.string($0.label.name), .integer(Int64($0.count))] })
      case "RELATIONSHIP TYPES", "TYPES":
        (["type", "relationships"], graph.typeCounts.map { [.string($0.type.name), .integer(Int64($0.count))] })
      case "INDEXES":
        (["label", "property"], graph.indexedKeys.map { [.string($0.label.name), .string($0.key.name)] })
      case "CONSTRAINTS":
        (["label", "property"], graph.uniqueKeys.map { [.string($0.label.name), .string($0.key.name)] })
      default:
        throw CypherError.syntax(
          .unexpectedSyntax, "there is no list of \(what.text)", at: what.range,
          suggestion: "SHOW takes FUNCTIONS, PROCEDURES, LABELS, RELATIONSHIP TYPES, INDEXES or CONSTRAINTS")
      }
    for row in rows where !(try sink(row)) { break }
    return QueryResult(columns: columns)
  }
}

extension CypherError {
  /// What a unique constraint says, as an error.
  static func violation(_ violation: ConstraintViolation, at range: SourceRange?) -> CypherError {
    CypherError(
      .constraint, .runtime, .constraintViolation, violation.description, at: range,
      suggestion: "MERGE finds a node that is there already")
  }
}
