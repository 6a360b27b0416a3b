import ArgumentParser
import CypherSyntax
import Diagrams
import Foundation
import GraphModel
import GraphStore
import Interchange
import JSONText
import KnowledgeGraph
import NetworkFiles
import NetworkVocabulary

/// The part of the shell that runs statements of the query language: the graph as the session has changed it, parameters, how
/// answers are shown, and the last answer.
@MainActor
final class StatementShell {
  private var loaded: Workspace
  /// Whether the session's graph is another than that of ``loaded``.
  private var isChanged = false
  private var session: QuerySession
  /// The values of `$name`.
  var parameters: [String: Value] = [:]
  /// How answers are written.
  var format = ResultFormat.table
  /// Whether the time of each statement is shown.
  var isTimed = false
  /// The last answer, for `:render` and `:save`.
  private(set) var latest: (statement: String, columns: [String], rows: [[Value]])?
  let language: Language

  init(workspace: Workspace, language: Language, isReadOnly: Bool) {
    loaded = workspace
    self.language = language
    session = QuerySession(workspace)
    session.language = language
    session.isReadOnly = isReadOnly
  }

  /// The network; its graph is the session's. Names are collected again only when somebody asks after a change.
  var workspace: Workspace {
    if isChanged {
      loaded = loaded.with(session.graph)
      isChanged = false
    }
    return loaded
  }

  /// The session's graph.
  var graph: PropertyGraph { session.graph }

  /// Whether a line begins a statement: its first word is one of the language.
  nonisolated static func isStatement(_ word: String) -> Bool { openers.contains(word.uppercased()) }

  private nonisolated static let openers: Set<String> = [
    "MATCH", "OPTIONAL", "RETURN", "WITH", "UNWIND", "CREATE", "MERGE", "DELETE", "DETACH", "SET", "REMOVE", "CALL",
    "FOREACH", "LOAD", "EXPLAIN", "PROFILE", "SHOW", "DROP", "BEGIN", "COMMIT", "ROLLBACK",
  ]

  var isInTransaction: Bool { session.isInTransaction }

  /// Runs a statement and prints its answer; an error is printed too.
  ///
  /// - Returns: 0, or the exit code that the program would have ended with.
  func run(_ statement: String, _ screen: ShellScreen, _ width: Int, _ style: Style) async -> Int32 {
    if let code = transaction(statement, screen) { return code }
    let clock = ContinuousClock()
    let start = clock.now
    let progress = ProgressLine(Wording("Abfrage läuft", "the query is running")[language])
    let outcome = Result { try execute(statement) }
    progress.finish()
    do {
      let (answer, rows) = try outcome.get()
      let time = clock.now - start
      for warning in answer.warnings { Console.warn(warning) }
      latest = (statement, answer.columns, rows)
      if let plan = answer.plan { screen.show(plan.hasSuffix("\n") ? plan : plan + "\n") }
      try await show(answer, rows, screen, width, style)
      if let changes = answer.changes(language) { screen.show(changes + "\n") }
      if isTimed {
        screen.show(
          style.dim("\(time.formatted(.units(allowed: [.milliseconds], fractionalPart: .show(length: 1))))\n"))
      }
      return 0
    } catch let failure as QueryFailure {
      screen.flush()
      screen.complain(failure.description)
      return failure.exitCode.rawValue
    } catch let failure as Failure {
      screen.flush()
      screen.complain(failure.message)
      return failure.exitCode.rawValue
    } catch {
      screen.complain("\(error)")
      return ExitCode.software.rawValue
    }
  }

  private func execute(_ statement: String) throws -> (answer: QueryAnswer, rows: [[Value]]) {
    var limits = QuerySessionLimits()
    limits.isInterrupted = { Interruption.isRequested }
    let result = try Interruption.watched { try session.run(statement, parameters, limits: limits) }
    if result.answer.addedNodes != nil { isChanged = true }
    return result
  }

  private func show(
    _ answer: QueryAnswer, _ rows: [[Value]], _ screen: ShellScreen, _ width: Int, _ style: Style
  ) async throws {
    guard !answer.columns.isEmpty, answer.plan == nil || !rows.isEmpty else { return }
    if let picture = format.picture {
      screen.show(String(decoding: try await drawn(picture), as: UTF8.self))
      return
    }
    screen.show(format.text(answer.columns, rows, in: session.graph, width: width, style: style))
    if format == .table {
      let count = Wording(rows.count.counted("Zeile", "Zeilen"), rows.count.counted("row", "rows"))
      screen.show(style.dim(count[language]) + "\n")
    }
  }

  // MARK: Transactions

  /// `BEGIN`, `COMMIT` and `ROLLBACK`; nil for other statements.
  private func transaction(_ statement: String, _ screen: ShellScreen) -> Int32? {
    switch statement.trimmingCharacters(in: .whitespacesAndNewlines).uppercased() {
    case "BEGIN": return change(screen, isOpen: false) { $0.begin() }
    case "COMMIT": return change(screen, isOpen: true) { $0.commit() }
    case "ROLLBACK": return change(screen, isOpen: true) { $0.rollback() }
    default: return nil
    }
  }

  private func change(_ screen: ShellScreen, isOpen: Bool, _ body: (inout QuerySession) -> Void) -> Int32 {
    guard session.isInTransaction == isOpen else {
      screen.complain(
        isOpen ? "no transaction is open; BEGIN opens one" : "a transaction is open; COMMIT or ROLLBACK ends it")
      return ExitCode.data.rawValue
    }
    body(&session)
    isChanged = true
    return 0
  }

  // MARK: The last answer

  /// The picture of the last answer.
  func drawn(_ picture: PictureFormat) async throws -> [UInt8] {
    guard let latest else {
      throw Failure(exitCode: .validationFailure, "there is no answer yet; run a statement that returns nodes or paths")
    }
    let diagram = try loaded.picture(
      of: latest.rows, in: session.graph, title: latest.statement.statementTitle, language)
    return try await Drawing.render(diagram, format: picture, advice: .ofStatement).bytes
  }

  /// The last answer as text.
  func written(_ format: ResultFormat) throws -> String {
    guard let latest, !latest.columns.isEmpty else {
      throw Failure(exitCode: .validationFailure, "there is no answer yet; run a statement that returns something")
    }
    return format.text(latest.columns, latest.rows, in: session.graph, width: nil, style: .plain)
  }

  /// Writes the nodes and relationships of the last answer as a graph of another program.
  func save(to path: String, as format: GraphFormat) throws {
    guard let latest else {
      throw Failure(exitCode: .validationFailure, "there is no answer yet; run a statement that returns nodes or paths")
    }
    let (graph, leftOut) = workspace.exported(.rows(latest.rows))
    guard graph.nodeCount > 0 else {
      throw Failure(
        exitCode: .data, "the answer holds no node, relationship or path to write; return elements: RETURN n, r, m")
    }
    try GraphFiles.write(graph, to: path, as: format)
    GraphFiles.warn(leftOut: leftOut)
  }

  /// Puts another network in the place of this one; parameters stay.
  func open(_ folders: [String]) async throws {
    if session.isInTransaction {
      throw Failure(exitCode: .data, "a transaction is open; COMMIT or ROLLBACK ends it")
    }
    if folders.contains(where: { FormatCatalog.format(ofFile: $0) != nil }) {
      loaded = try await NetworkOptions.workspace(ofFile: folders)
    } else {
      do throws(NetworkFaults) {
        loaded = try Workspace(folders: folders)
      } catch {
        throw Failure(exitCode: .data, error.report)
      }
    }
    isChanged = false
    session.replaceGraph(with: loaded.graph)
    latest = nil
  }
}
