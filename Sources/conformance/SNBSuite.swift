import ArgumentParser
import CypherEngine
import CypherSyntax
import GraphModel
import GraphStore

/// The read queries of LDBC SNB Interactive on a small social network.
struct SNBSuite: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "snb", abstract: "LDBC SNB Interactive, read queries.")

  @OptionGroup var options: SuiteOptions

  func run() throws {
    let queries = try suiteFile(options.folder + "/queries.json").items.map { SNBQuery($0) }
    let cases = try suiteFile(options.folder + "/cases.json").items
    let graph = options.list ? PropertyGraph() : try SNBNetwork(suiteFile(options.folder + "/graph.json")).graph
    var session = CypherSession(graph: graph, clock: currentMoment)
    var tally = Tally()
    for (number, fields) in cases.enumerated() {
      guard let id = fields["query"].text, let query = queries.first(where: { $0.id == id }) else { continue }
      let name = "\(id) #\(number + 1)"
      if let filter = options.filter, !name.contains(filter) { continue }
      if options.list {
        print(name)
        continue
      }
      tally.note(name, failure(of: query, fields, &session))
    }
    if !options.list { try tally.finish() }
  }

  private func failure(of query: SNBQuery, _ fields: Value, _ session: inout CypherSession) -> String? {
    let parameters = Dictionary(fields["parameters"].entries.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    do throws(CypherError) {
      let result = try session.run(query.text, parameters: parameters)
      return query.difference(result, fields["rows"].items.map(\.items))
    } catch {
      return error.text(in: query.text)
    }
  }
}

/// A query with what is to be known for comparing its rows.
struct SNBQuery {
  let id: String
  let text: String
  private let columns: [String]
  private let isOrdered: Bool
  private let unorderedColumns: Set<String>

  init(_ fields: Value) {
    id = fields["id"].text ?? "?"
    text = fields["text"].text ?? ""
    columns = fields["columns"].texts
    isOrdered = fields["ordered"].boolean ?? true
    unorderedColumns = Set(fields["unorderedListColumns"].texts)
  }

  /// How a result differs from the expected rows; `nil` where it does not.
  func difference(_ result: QueryResult, _ expected: [[Value]]) -> String? {
    if result.columns != columns { return "expected the columns \(columns), got \(result.columns)" }
    if result.rows.count != expected.count { return "expected \(expected.count) rows, got \(result.rows.count)" }
    if !isOrdered, let fault = orderFault(result.rows) { return fault }
    var open = Array(result.rows.indices)
    for (number, row) in expected.enumerated() {
      let candidates = isOrdered ? [number] : open
      guard let found = candidates.first(where: { fits(result.rows[$0], row) }) else {
        let got = isOrdered ? "got \(text(result.rows[number]))" : "which is not among the rows"
        return "row \(number + 1): expected \(text(row)), \(got)"
      }
      open.removeAll { $0 == found }
    }
    return nil
  }

  /// Rows in any order are still sorted by their last column, from the largest value down.
  private func orderFault(_ rows: [[Value]]) -> String? {
    let weights = rows.compactMap { $0.last?.number }
    let isDescending = zip(weights, weights.dropFirst()).allSatisfy { $0 >= $1 }
    return isDescending ? nil : "\(columns.last ?? "") increases from one row to the next"
  }

  private func fits(_ row: [Value], _ expected: [Value]) -> Bool {
    row.count == expected.count
      && columns.indices.allSatisfy { column in
        fits(row[column], expected[column], ignoringOrder: unorderedColumns.contains(columns[column]))
      }
  }

  private func fits(_ value: Value, _ expected: Value, ignoringOrder: Bool = false) -> Bool {
    switch (value, expected) {
    case (.list(let values), .list(let wanted)):
      if values.count != wanted.count { return false }
      if !ignoringOrder { return zip(values, wanted).allSatisfy { fits($0, $1) } }
      var open = values
      for item in wanted {
        guard let found = open.firstIndex(where: { fits($0, item) }) else { return false }
        open.remove(at: found)
      }
      return true
    case (.float, .integer), (.float, .float), (.integer, .float):
      guard let number = value.number, let wanted = expected.number else { return false }
      return abs(number - wanted) <= 1e-9
    default: return value == expected
    }
  }

  private func text(_ row: [Value]) -> String { Value.list(row).literal }
}
