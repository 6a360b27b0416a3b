import CypherSyntax
import GraphModel
import GraphStore

extension CypherSession {
  /// Makes or drops an index or a constraint.
  mutating func carryOut(_ command: SchemaCommand) throws(CypherError) {
    switch command {
    case .createIndex(let label, let key, _):
      try changeGraph { $0.addIndex(on: Label(label.text), PropertyKey(key.text)) }
    case .dropIndex(let label, let key, let ifExists):
      if !ifExists, !graph.hasIndex(on: Label(label.text), PropertyKey(key.text)) {
        throw CypherError(
          .semantic, .runtime, .invalidArgumentValue, "there is no index on :\(label.text)(\(key.text))",
          at: label.range)
      }
      try changeGraph { $0.removeIndex(on: Label(label.text), PropertyKey(key.text)) }
    case .createUnique, .dropUnique:
      throw CypherError(.semantic, .runtime, .invalidArgumentValue, "constraints: to come with the store")
    }
  }

  /// Lists what there is: `SHOW FUNCTIONS`, `SHOW PROCEDURES`, `SHOW LABELS`, `SHOW RELATIONSHIP TYPES`, `SHOW PROPERTY KEYS`, `SHOW INDEXES`.
  func show(_ what: Name, _ sink: ([Value]) throws(CypherError) -> Bool) throws(CypherError) -> QueryResult {
    let (columns, rows): ([String], [[Value]]) =
      switch what.text.uppercased() {
      case "FUNCTIONS":
        (
          ["name", "signature", "summary"],
          FunctionCatalog.all.map { [.string($0.name), .string($0.signature), .string($0.summary)] }
            + AggregationCatalog.all.map { [.string($0.name), .string($0.signature), .string($0.summary)] }
        )
      case "PROCEDURES":
        (["name", "summary"], procedures.map { [.string($0.name), .string($0.summary)] })
      case "LABELS":
        (["label", "nodes"], graph.labelCounts.map { [.string($0.label.name), .integer(Int64($0.count))] })
      case "RELATIONSHIP TYPES", "TYPES":
        (["type", "relationships"], graph.typeCounts.map { [.string($0.type.name), .integer(Int64($0.count))] })
      case "INDEXES":
        (["label", "property"], graph.indexedKeys.map { [.string($0.label.name), .string($0.key.name)] })
      default:
        throw CypherError.syntax(
          .unexpectedSyntax, "there is no list of \(what.text)", at: what.range,
          suggestion: "SHOW takes FUNCTIONS, PROCEDURES, LABELS, RELATIONSHIP TYPES or INDEXES")
      }
    for row in rows where !(try sink(row)) { break }
    return QueryResult(columns: columns)
  }
}
