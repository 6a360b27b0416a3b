import GraphModel

/// One scenario of the Technology Compatibility Kit.
struct TCKScenario {
  let id: String
  /// `empty`, `any`, or the name of a graph that comes with the suite.
  let graph: String
  /// Queries that run before, whose results do not count.
  let setup: [String]
  /// The values of parameters as literals, by name.
  let parameters: [(name: String, literal: String)]
  let procedures: [TCKProcedure]
  let query: String
  let expected: TCKExpectation
  /// How many elements of each kind appear and vanish; `nil` where that does not count.
  let sideEffects: [(effect: String, count: Int)]?
  /// Queries that run afterwards on the same graph.
  let control: [(query: String, expected: TCKExpectation)]

  init(_ fields: Value) {
    id = fields["id"].text ?? "?"
    graph = fields["graph"].text ?? "empty"
    setup = fields["setup"].texts
    parameters = fields["parameters"].entries.map { ($0.key, $0.value.text ?? "") }
    procedures = fields["procedures"].items.map { TCKProcedure($0) }
    query = fields["query"].text ?? ""
    expected = TCKExpectation(fields["expected"])
    sideEffects =
      fields["sideEffects"].isNull
      ? nil : fields["sideEffects"].entries.map { ($0.key, Int($0.value.integer ?? 0)) }
    control = fields["control"].items.map { ($0["query"].text ?? "", TCKExpectation($0["expected"])) }
  }
}

/// What a query has to answer.
enum TCKExpectation {
  /// Neither columns nor rows.
  case empty
  case rows(TCKTable)
  case error(type: String, phase: String, detail: String)

  init(_ fields: Value) {
    switch fields["kind"].text {
    case "rows": self = .rows(TCKTable(fields))
    case "error":
      self = .error(
        type: fields["type"].text ?? "", phase: fields["phase"].text ?? "", detail: fields["detail"].text ?? "")
    default: self = .empty
    }
  }
}

/// The rows that are expected, cells as literals.
struct TCKTable {
  let columns: [String]
  let rows: [[String]]
  let isOrdered: Bool
  /// Whether lists inside of cells are compared without their order.
  let ignoresListOrder: Bool

  init(_ fields: Value) {
    columns = fields["columns"].texts
    rows = fields["rows"].items.map(\.texts)
    isOrdered = fields["ordered"].boolean ?? false
    ignoresListOrder = fields["ignoreListOrder"].boolean ?? false
  }
}

/// A procedure as a table: the columns that are given, and those that belong to them.
struct TCKProcedure {
  let name: String
  let inputs: [(name: String, type: String)]
  let outputs: [(name: String, type: String)]
  let rows: [[String]]

  init(_ fields: Value) {
    name = fields["name"].text ?? ""
    inputs = fields["inputs"].items.map { ($0["name"].text ?? "", $0["type"].text ?? "") }
    outputs = fields["outputs"].items.map { ($0["name"].text ?? "", $0["type"].text ?? "") }
    rows = fields["rows"].items.map(\.texts)
  }
}
