import ArgumentParser
import CypherSyntax
import Diagrams
import Foundation
import GraphModel
import JSONText
import KnowledgeGraph
import NetworkFiles
import NetworkVocabulary

struct QueryCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: Wording(
      "Das Netzwerk in Cypher fragen, der Abfragesprache für Graphen.",
      "Ask the network in Cypher, the query language of graph databases."),
    discussion: Wording(
      """
      Die Anweisung ist ein Argument, kommt aus einer Datei oder aus der Standardeingabe; mehrere werden durch `;` \
      getrennt. Änderungen gelten nur im Speicher und enden mit dem Befehl. `cdograph query 'SHOW FUNCTIONS'` und \
      `SHOW PROCEDURES` zählen auf, was sich aufrufen lässt; EXPLAIN und PROFILE vor einer Anweisung zeigen, wie sie \
      ausgeführt wird.
      """,
      """
      The statement is an argument, comes from a file, or from standard input; several are separated by `;`. Changes \
      are made in memory and end with the command. `cdograph query 'SHOW FUNCTIONS'` and `SHOW PROCEDURES` list what \
      can be called; EXPLAIN and PROFILE before a statement show how it is carried out.
      """),
    examples: [
      #"cdograph query 'MATCH (a)-[:COVERS]->(t:Topic {name: "OZG"}) RETURN a.name'"#,
      "cdograph query 'MATCH (m:Municipality) WHERE m.population > $n RETURN m.name' --param n=500000",
      "cdograph query -f questions.cypher --format json",
      "cdograph query 'MATCH p = (:Actor)-[:WORKS_ON]->() RETURN p' --format svg -o p.svg",
    ])

  @OptionGroup var network: NetworkOptions

  @Argument(
    help: .words(
      "Die Anweisung; - oder nichts liest die Standardeingabe.", "The statement; - or nothing reads standard input.",
      .statement))
  var statement: String?

  @Option(
    name: [.short, .long],
    help: .words("Die Anweisungen aus dieser Datei lesen.", "Read the statements from this file.", .file),
    completion: .file())
  var file: String?

  @Option(
    name: .long,
    help: .words(
      "Der Wert eines Parameters $Name, als JSON; einfache Wörter brauchen keine Anführungszeichen.",
      "The value of a parameter $name, as JSON; plain words need no quotation marks.", .nameAndValue))
  var param: [String] = []

  @Option(
    name: .long,
    help: .words(
      "Format der Antwort. Standard: nach der Endung der Datei, sonst table.",
      "Format of the answer. Default: by the ending of the file, else table.", .format))
  var format: ResultFormat?

  @Option(
    name: .shortAndLong,
    help: .words(
      "Die Datei, die geschrieben wird; - für die Standardausgabe.", "The file to write; - for standard output.", .file),
    completion: .file())
  var output = "-"

  @Flag(
    name: .long,
    help: .words("Anweisungen ablehnen, die den Graphen ändern.", "Refuse statements that change the graph."))
  var readOnly = false

  @Option(name: .long, help: .words("Nach dieser Zeit aufgeben.", "Give up after this time.", .seconds))
  var timeout: Double?

  @Option(name: .long, help: .words("Nach so vielen Zeilen aufhören.", "Stop after so many rows.", .count))
  var maxRows: Int?

  func check() throws {
    if statement != nil, statement != "-", file != nil { throw ValidationError("give a statement or --file, not both") }
    if let timeout, !(timeout > 0 && timeout <= 86_400) {
      throw ValidationError("--timeout must be more than 0 and at most 86400 seconds")
    }
    try check("--max-rows", maxRows, atLeast: 1)
    let endings = PictureFormat.allCases.map(\.rawValue)
    if format == nil, ResultFormat(ofFile: output) == nil, endings.contains(where: { output.hasSuffix("." + $0) }) {
      throw ValidationError("query draws .svg and .dot only; write '\(output)' with cdograph diagram --query")
    }
    for text in param where !text.contains("=") || text.hasPrefix("=") {
      throw ValidationError("'\(text)' is no parameter; write --param name=value")
    }
  }

  func answer() async throws {
    let language = network.language.chosen
    let statements = statements(in: try text())
    guard !statements.isEmpty else { throw Failure(exitCode: .validationFailure, "there is no statement to run") }
    let parameters = try parameters()
    let workspace = try await network.workspaceOrFile(for: nil)
    var session = QuerySession(workspace)
    session.language = language
    session.isReadOnly = readOnly
    var printer = ResultPrinter(
      format: format ?? ResultFormat(ofFile: output) ?? .table, output: output, language: language)
    for (number, statement) in statements.enumerated() {
      var limits = QuerySessionLimits()
      limits.time = timeout.map { .seconds($0) }
      limits.rows = maxRows
      session.firstLine = statement.line
      if number > 0 { printer.separate() }
      let progress = ProgressLine(Wording("Abfrage läuft", "the query is running")[language])
      do throws(QueryFailure) {
        let answer = try printer.run(statement.text, in: &session, parameters, limits)
        progress.finish()
        for warning in answer.warnings { Console.warn(warning) }
        if let changes = answer.changes(language) { Console.write("cdograph: \(changes)\n") }
      } catch {
        progress.finish()
        try printer.finishRows(in: session)
        let place = statements.count > 1 ? "statement \(number + 1), line \(statement.line): " : ""
        throw Failure(exitCode: error.exitCode, place + error.description)
      }
      try await printer.finish(statement.text, in: session, of: workspace)
    }
    try printer.close()
  }

  private func text() throws -> String {
    if let statement, statement != "-" { return statement }
    if let file, file != "-" { return try InputFile.text(file) }
    if Terminal.standardInput.isTerminal {
      throw Failure(
        exitCode: .validationFailure, "give a statement, or -f FILE, or pipe one in; `cdograph repl` opens a shell")
    }
    guard let text = String(validating: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self) else {
      throw Failure(exitCode: .data, "standard input is not UTF-8")
    }
    return text
  }

  private func parameters() throws -> [String: Value] {
    var values: [String: Value] = [:]
    for text in param {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0].hasPrefix("$") ? parts[0].dropFirst() : parts[0])
      if values[name] != nil { throw Failure(exitCode: .validationFailure, "the parameter '\(name)' is given twice") }
      do throws(JSONSyntaxError) {
        values[name] = try Value(parameter: String(parts[1]))
      } catch {
        throw Failure(
          exitCode: .validationFailure,
          "--param \(name): not JSON at character \(error.offset + 1): \(error.textDescription)")
      }
    }
    return values
  }
}

extension QueryFailure {
  /// What the program ends with.
  var exitCode: ExitCode {
    switch kind {
    case .query: .data
    case .limit: .limit
    case .interrupted: ExitCode(130)
    }
  }
}

extension QueryAnswer {
  /// What a statement has changed, in words; nil when it has changed nothing or only reads.
  func changes(_ language: Language) -> String? {
    guard let nodes = addedNodes, let relationships = addedRelationships else { return nil }
    func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }
    return Wording(
      "geändert, nur im Speicher: Knoten \(signed(nodes)), Beziehungen \(signed(relationships))",
      "changed, in memory only: nodes \(signed(nodes)), relationships \(signed(relationships))")[language]
  }
}
