import ArgumentParser
import GraphModel
import Interchange
import KnowledgeGraph
import NetworkVocabulary

struct ExportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Wording(
      "Das Netzwerk oder einen Teil davon für ein anderes Programm schreiben.",
      "Write the network, or a part of it, for another program."),
    discussion: Wording(
      """
      Die Endung der Datei bestimmt ihr Format, sonst dessen Name. Wer dem Export nicht zugestimmt hat, bleibt weg; \
      das Feld „consent“ eines Datensatzes sagt, wer zugestimmt hat. Was ein Format nicht fasst, wird gemeldet.

      Formate:
      \(GraphFiles.listing(.german))
      """,
      """
      The ending of the file decides its format, or else its name does. Whoever has not agreed to being exported is \
      left out; the field 'consent' of a record says who has. What a format cannot hold is said on standard error.

      Formats:
      \(GraphFiles.listing(.english))
      """),
    examples: [
      "cdograph export -o network.graphml",
      "cdograph export graphml --around Münsterhack --depth 2",
      "cdograph export --query 'MATCH p = (:Actor)-[:WORKS_ON]->() RETURN p' -o work.csv",
      "cdograph export turtle --base https://example.org/cdo/ -o network.ttl",
    ])

  @OptionGroup var network: NetworkOptions

  @Argument(
    help: .words(
      "Das Format, mit seinem Namen. Standard: nach der Endung der Datei.",
      "The format, by name. Default: by the ending of the file.", .format),
    completion: .list(FormatCatalog.all.map(\.name)))
  var format: String?

  @Option(
    name: .shortAndLong,
    help: .words(
      "Die Datei, die geschrieben wird; - für die Standardausgabe.", "The file to write; - for standard output.", .file),
    completion: .file())
  var output = "-"

  @Option(
    name: .long, help: .words("Nur, was um dies herum liegt.", "Only what lies around this.", .name),
    completion: .custom(Completion.anything))
  var around: String?

  @Option(
    name: .long,
    help: .words(
      "Wie viele Schritte um --around herum (1 bis 6). Standard: 1.",
      "How many steps around --around (1 to 6). Default: 1.", .count))
  var depth: Int?

  @Option(
    name: .long,
    help: .words("Nur, wer und was sich mit einem Thema befasst.", "Only who and what works on a topic.", .topic),
    completion: .custom(Completion.topics))
  var topic: String?

  @Option(
    name: .long,
    help: .words(
      "Nur die Knoten und Beziehungen, die eine Anweisung der Abfragesprache zurückgibt.",
      "Only the nodes and relationships that a statement of the query language returns.", .statement))
  var query: String?

  @Option(
    name: .long,
    help: .words(
      "Verknüpfte Daten (json-ld, turtle): womit Adressen beginnen.",
      "Linked data (json-ld, turtle): what addresses begin with.", .address))
  var base: String?

  @Option(
    name: .long,
    help: .words(
      "Der Tag, von dem die Datei ist, wo ihr Format dafür Platz hat.",
      "The day that the file is of, where its format has a place for it.", .day))
  var date: String?

  func check() throws {
    try check("--depth", depth, in: 1...6)
    if depth != nil, around == nil { throw ValidationError("--depth goes with --around only") }
    guard [around, topic, query].compactMap(\.self).count < 2 else {
      throw ValidationError("only one of --around, --topic and --query can be written")
    }
    let chosen = try GraphFiles.format(named: format, file: output, advice: "say the format")
    if chosen.parts.count > 1, output == "-" {
      throw ValidationError("\(chosen.name) fills \(chosen.parts.count) files; say their name with -o FILE")
    }
    if base != nil, !chosen.hasAddresses {
      let names = FormatCatalog.all.filter(\.hasAddresses).map(\.name)
      throw ValidationError(
        "\(chosen.name) has no addresses, and --base changes nothing there; it goes with \(names.joined(separator: ", ")) only"
      )
    }
    _ = try options()
  }

  private func options() throws -> WritingOptions {
    var options = WritingOptions()
    if let base {
      guard base.hasPrefix("https://") || base.hasPrefix("http://") else {
        throw ValidationError("--base must be a web address such as https://example.org/cdo/")
      }
      options.base = base
    }
    if let date {
      guard case .date(let day)? = Temporal(date) else { throw ValidationError(Day.fault(of: date)) }
      options.date = day
    }
    return options
  }

  func answer() async throws {
    let language = network.language.chosen
    let chosen = try GraphFiles.format(named: format, file: output, advice: "say the format")
    let workspace = try await network.workspaceOrFile(for: nil)
    let subject: ExportSubject =
      if let around {
        .around(try workspace.resolve(around, language), depth: depth ?? 1)
      } else if let topic {
        .topic(try workspace.resolve(topic, among: [.topic], language))
      } else if let query {
        .rows(try rows(of: query, in: workspace))
      } else {
        .whole
      }
    let (graph, leftOut) = workspace.exported(subject)
    try ProgressLine.during(Wording("schreibt", "writing")[language]) {
      try GraphFiles.write(graph, to: output, as: chosen, options())
    }
    GraphFiles.warn(leftOut: leftOut)
    GraphFiles.confirm(graph, output, as: chosen, language)
  }

  private func rows(of statement: String, in workspace: Workspace) throws -> [[Value]] {
    var session = QuerySession(workspace)
    session.isReadOnly = true
    do throws(QueryFailure) {
      let (answer, rows) = try session.run(statement)
      for warning in answer.warnings { Console.warn(warning) }
      if rows.allSatisfy({ $0.allSatisfy { !$0.holdsElements } }) {
        throw QueryFailure(
          .query, "the answer holds no node, relationship or path to write; return elements: RETURN n, r, m")
      }
      return rows
    } catch {
      throw Failure(exitCode: error.exitCode, error.description)
    }
  }
}

extension Value {
  /// Whether a node, relationship or path is in the value.
  fileprivate var holdsElements: Bool {
    switch self {
    case .node, .edge, .path: true
    case .list(let values): values.contains(where: \.holdsElements)
    case .map(let map): map.entries.contains { $0.value.holdsElements }
    case .null, .boolean, .integer, .float, .string, .temporal, .point: false
    }
  }
}
