import Diagrams
import Foundation
import GraphModel
import GraphStore
import KnowledgeGraph
import NetworkVocabulary

/// Writes the answers of statements, in one format, one after the other.
struct ResultPrinter {
  let format: ResultFormat
  let output: String
  let language: Language
  /// How wide tables may be and how their heads are set apart.
  private let width: Int?
  private let style: Style
  private var columns: [String] = []
  private var rows: [[Value]] = []
  /// What goes to a file, which is written when all is known.
  private var content: [UInt8] = []

  init(format: ResultFormat, output: String, language: Language) {
    let environment = ProcessInfo.processInfo.environment
    let terminal = Terminal.standardOutput
    (self.format, self.output, self.language) = (format, output, language)
    width = output == "-" ? terminal.width(environment: environment) : nil
    style = output == "-" ? Style(isTerminal: terminal.isTerminal, environment: environment) : .plain
  }

  /// Runs a statement; rows of streamed formats are written as they come, others are kept.
  mutating func run(
    _ statement: String, in session: inout QuerySession, _ parameters: [String: Value], _ limits: QuerySessionLimits
  ) throws(QueryFailure) -> QueryAnswer {
    (columns, rows) = ([], [])
    if format.isStreamed, output == "-", let known = try session.columns(of: statement) {
      let (format, graph) = (format, session.graph)
      // A statement that changes the graph returns elements that are not in the graph as it is now.
      if try session.isReading(statement) {
        if !known.isEmpty { print(format.head(known), terminator: "") }
        return try session.run(statement, parameters, limits: limits) { row throws(QueryFailure) in
          print(format.line(known, row, in: graph), terminator: "")
          return true
        }
      }
    }
    let kept = KeptRows()
    defer { rows = kept.rows }
    kept.columns = try session.columns(of: statement) ?? []
    columns = kept.columns
    let answer = try session.run(statement, parameters, limits: limits) { row throws(QueryFailure) in
      kept.rows.append(row)
      return true
    }
    columns = answer.columns
    if let plan = answer.plan {
      write(plan.hasSuffix("\n") ? plan : plan + "\n")
      // An explanation has run nothing.
      if kept.rows.isEmpty { columns = [] }
    }
    return answer
  }

  /// Writes what came before a failure, so that nothing that was found is lost.
  mutating func finishRows(in session: QuerySession) throws {
    if format.picture == nil, !rows.isEmpty { writeRows(in: session) }
    try close()
  }

  /// Writes the rows that were kept; a picture says which network it is of.
  mutating func finish(_ statement: String, in session: QuerySession, of workspace: Workspace) async throws {
    guard format.picture != nil else {
      writeRows(in: session)
      return
    }
    let diagram = try workspace.picture(of: rows, in: session.graph, title: statement.statementTitle, language)
    content += try await Drawing.render(diagram, format: format.picture ?? .svg, advice: .ofStatement).bytes
  }

  /// Sets the next answer apart.
  mutating func separate() { if format == .table || format == .markdown { write("\n") } }

  /// Writes the file, or what is left for standard output.
  mutating func close() throws {
    if !content.isEmpty {
      try OutputFile.write(content, to: output)
      if output != "-" { print(Wording("\(output) geschrieben", "\(output) written")[language]) }
    }
    content = []
  }

  private mutating func writeRows(in session: QuerySession) {
    guard !columns.isEmpty else { return }
    write(format.text(columns, rows, in: session.graph, width: width, style: style))
    if format == .table, rows.isEmpty { write(Wording("keine Zeilen\n", "no rows\n")[language]) }
    (columns, rows) = ([], [])
  }

  private mutating func write(_ text: String) {
    if output == "-" { print(text, terminator: "") } else { content += Array(text.utf8) }
  }
}

/// Rows as they come in from a statement.
private final class KeptRows {
  var columns: [String] = []
  var rows: [[Value]] = []
}
