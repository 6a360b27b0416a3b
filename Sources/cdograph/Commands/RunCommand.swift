import ArgumentParser
import Foundation
import GraphModel
import JSONText
import KnowledgeGraph

struct RunCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: Wording("Ein Verfahren auf dem Netzwerk rechnen.", "Run an algorithm on the network."),
    discussion: Wording(
      """
      `cdograph procedures` zeigt die Verfahren und was sie brauchen. Labels und Typen sind Listen mit Kommas; \
      Knoten werden mit ihrem Namen genannt.
      """,
      """
      `cdograph procedures` lists the algorithms with what they take. Labels and types are lists with commas; nodes \
      are given by name.
      """),
    examples: [
      "cdograph run centrality.pageRank types=WORKS_ON,MEMBER_OF",
      "cdograph run structure.weakComponents --format json",
    ])

  @OptionGroup var network: NetworkOptions

  @Argument(
    help: .words("Das Verfahren.", "The algorithm.", .algorithm), completion: .list(ProcedureCatalog.all.map(\.name)))
  var procedure: String

  @Argument(help: .words("Was es braucht, als Name=Wert.", "What it takes, as name=value.", .nameAndValue))
  var arguments: [String] = []

  @Option(
    name: .long,
    help: .words("Wie viele Zeilen gezeigt werden; 0 für alle.", "How many rows to show; 0 for all.", .count))
  var limit = 20

  @Option(name: .long, help: .words("Format der Antwort.", "Format of the answer.", .format))
  var format = RowFormat.table

  func check() throws {
    try check("--limit", limit, atLeast: 0)
    for argument in arguments where !argument.contains("=") {
      throw ValidationError("'\(argument)' is no argument; write name=value")
    }
  }

  func answer() async throws {
    let workspace = try network.workspace(for: nil)
    do {
      let procedure = try ProcedureCatalog.procedure(named: procedure)
      let pairs = arguments.map { argument in
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (name: String(parts[0]), value: String(parts[1]))
      }
      let rows = try ProgressLine.during(Wording("rechnet", "computing")[Console.language]) {
        try workspace.run(procedure, pairs, network.language.chosen)
      }
      let shown = limit == 0 ? rows : Array(rows.prefix(limit))
      print(format.text(procedure.columns, shown), terminator: "")
      if shown.count < rows.count {
        Console.warn("\(shown.count) of \(rows.count) rows shown; --limit 0 shows all")
      }
    } catch let error as ProcedureError {
      throw Failure(exitCode: .data, error.description)
    }
  }
}

/// How rows are printed.
enum RowFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case json
  case csv
  case markdown

  func text(_ columns: [Procedure.Column], _ rows: [[Value]]) -> String {
    let shown = columns.map { column in
      TableColumn(column.name, [.integer, .float].contains(column.type) ? .right : .left)
    }
    let cells = rows.map { $0.map(\.description) }
    switch self {
    case .table:
      let environment = ProcessInfo.processInfo.environment
      return TextTable(columns: shown, rows: cells).text(
        width: Terminal.standardOutput.width(environment: environment),
        style: Style(isTerminal: Terminal.standardOutput.isTerminal, environment: environment))
    case .csv: return CSVWriter().text([columns.map(\.name)] + cells)
    case .markdown: return MarkdownTable(columns: shown, rows: cells).text
    case .json:
      let objects = rows.map { row in JSONOutput.object(zip(columns, row).map { ($0.name, $1.json) }) }
      return JSONOutput.array(objects).text(indent: true) + "\n"
    }
  }
}

extension Value {
  /// The value as JSON; dates and times become their ISO 8601 texts, points, nodes, edges and paths the text people read.
  var json: JSONOutput {
    switch self {
    case .null: .null
    case .boolean(let flag): .boolean(flag)
    case .integer(let number): .integer(number)
    case .float(let number): .float(number)
    case .string(let text): .string(text)
    case .temporal(let moment): .string(moment.description)
    case .point, .node, .edge, .path: .string(description)
    case .list(let values): .array(values.map(\.json))
    case .map(let map): .object(map.entries.map { ($0.key, $0.value.json) })
    }
  }
}
