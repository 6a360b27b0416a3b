import ArgumentParser
import Diagrams
import Foundation
import GraphAlgorithms
import GraphModel
import KnowledgeGraph
import NetworkFiles
import NetworkVocabulary

/// The options that say what is drawn; exactly one of them is given.
struct DiagramSubjectOptions: ParsableArguments {
  @Option(
    name: .long, help: .words("Zeichnen, was um dies herum liegt.", "Draw what lies around this.", .name),
    completion: .custom(Completion.anything))
  var around: String?

  @Option(
    name: .long,
    help: .words(
      "Wie viele Schritte um --around herum (1 bis 6). Standard: 1.",
      "How many steps around --around (1 to 6). Default: 1.", .count))
  var depth: Int?

  @Option(
    name: .long, help: .words("Zeichnen, wer an einem Thema arbeitet.", "Draw who works on a topic.", .topic),
    completion: .custom(Completion.topics))
  var topic: String?

  @Option(
    name: .long,
    help: .words(
      "Eine Veranstaltung mit ihren Teilen und Teilnehmenden zeichnen.",
      "Draw an event with its parts and participants.", .event), completion: .custom(Completion.anything))
  var event: String?

  @Option(
    name: .long,
    help: .words(
      "Zeichnen, was eine Anweisung der Abfragesprache antwortet.",
      "Draw what a statement of the query language answers.", .statement))
  var query: String?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: .words(
      "Die kürzesten Ketten zwischen zweien zeichnen.", "Draw the shortest chains between two things.", .fromTo),
    completion: .custom(Completion.anything))
  var path: [String] = []

  @Option(
    name: .long,
    help: .words(
      "Wie viele Ketten von --path (1 bis 20). Standard: 1.", "How many chains of --path (1 to 20). Default: 1.", .count
    )
  )
  var k: Int?

  @Option(
    name: .long,
    help: .words(
      "Paare, Tische oder Teams zeichnen: das JSON von cdograph match.",
      "Draw pairs, tables or teams: the JSON of cdograph match.", .file),
    completion: .file(extensions: ["json"]))
  var match: String?

  @Flag(name: .long, help: .words("Das ganze Netzwerk zeichnen.", "Draw the whole network."))
  var whole = false

  func check() throws {
    let given = [
      around != nil, topic != nil, event != nil, query != nil, !path.isEmpty, match != nil, whole,
    ].count { $0 }
    if given == 0 {
      throw ValidationError(
        "say what to draw: --around NAME, --topic NAME, --event NAME, --query CYPHER, --path FROM TO, --match FILE or --whole"
      )
    }
    if given > 1 {
      throw ValidationError("only one of --around, --topic, --event, --query, --path, --match and --whole can be drawn")
    }
    try check("--depth", depth, in: 1...6)
    try check("--k", k, in: 1...20)
    if depth != nil, around == nil { throw ValidationError("--depth goes with --around only") }
    if k != nil, path.isEmpty { throw ValidationError("--k goes with --path only") }
    guard path.isEmpty || path.count == 2 else {
      throw ValidationError("--path takes two names: where it begins and ends")
    }
  }

  /// What the options ask for, in one workspace.
  func diagram(
    in workspace: Workspace, title: String?, properties: [String], _ language: Language
  ) throws -> Diagram {
    if let query { return try diagram(of: query, in: workspace, title: title, properties, language) }
    if let match { return try diagram(ofMatch: match, in: workspace, title: title, properties, language) }
    return workspace.diagram(
      of: try subject(in: workspace, language), title: title, properties: properties, language)
  }

  /// Says how many actors of what is drawn have not agreed to it.
  ///
  /// - Parameter whole: The network with those who have not agreed.
  func warn(ofWithheldIn whole: Workspace, _ language: Language) {
    // Plans say it by name, and chains lead round them.
    guard match == nil, path.isEmpty else { return }
    let count: Int
    if let query {
      var session = QuerySession(whole.graph)
      session.isReadOnly = true
      var limits = QuerySessionLimits()
      // A remark is not worth more.
      limits.time = .seconds(2)
      let rows = (try? session.run(query, limits: limits))?.rows ?? []
      count = whole.countWithheld(from: .diagram, in: rows)
    } else {
      count = (try? subject(in: whole, language)).map { whole.countWithheld(from: .diagram, in: $0) } ?? 0
    }
    guard count > 0 else { return }
    Console.warn(
      count == 1
        ? "1 actor has not agreed to being drawn and is left out"
        : "\(count) actors have not agreed to being drawn and are left out")
  }

  private func subject(in workspace: Workspace, _ language: Language) throws -> DiagramSubject {
    if let around { return .around(try workspace.resolve(around, language), depth: depth ?? 1) }
    if let topic { return .topic(try workspace.resolve(topic, among: [.topic], language)) }
    if let event { return .event(try workspace.resolve(event, among: [.event], language)) }
    if !path.isEmpty { return try chains(in: workspace, language) }
    return .whole
  }

  private func diagram(
    ofMatch file: String, in workspace: Workspace, title: String?, _ properties: [String], _ language: Language
  ) throws -> Diagram {
    let json = Data(try InputFile.bytes(file))
    do throws(DiagramError) {
      let answer = try workspace.diagram(
        of: try MatchPlan(json: json, from: file), title: title, properties: properties, language)
      for id in answer.withheld { Console.warn("'\(id)' has not agreed to be drawn and is left out") }
      for id in answer.unknown.prefix(5) { Console.warn("'\(id)' of the match file is unknown here and not drawn") }
      return answer.diagram
    } catch {
      throw error.failure
    }
  }

  private func chains(in workspace: Workspace, _ language: Language) throws -> DiagramSubject {
    let ends = try path.map { try workspace.resolve($0, language) }
    guard ends[0] != ends[1] else {
      throw Failure(
        exitCode: .data, "both names mean '\(workspace.name(of: ends[0], language))'; a chain joins two things")
    }
    var query = ChainQuery()
    query.count = k ?? 1
    let paths: [Path]
    do throws(PathError) {
      paths = try workspace.chains(from: ends[0], to: ends[1], query).paths
    } catch {
      throw Failure(exitCode: .software, "\(error)")
    }
    guard !paths.isEmpty else {
      throw Failure(exitCode: .data, "there is no chain between '\(path[0])' and '\(path[1])'")
    }
    let between = paths.flatMap { $0.nodes.dropFirst().dropLast() }
    return .chains([ends[0]] + between + [ends[1]], paths.map(\.edges))
  }

  private func diagram(
    of statement: String, in workspace: Workspace, title: String?, _ properties: [String], _ language: Language
  ) throws -> Diagram {
    var session = QuerySession(workspace.graph)
    session.isReadOnly = true
    let rows: [[Value]]
    do throws(QueryFailure) {
      let (answer, found) = try session.run(statement)
      for warning in answer.warnings { Console.warn(warning) }
      rows = found
    } catch {
      throw Failure(exitCode: error.exitCode, "\(error)")
    }
    let title = title ?? Wording("Ergebnis einer Abfrage", "Answer of a query")[language]
    var diagram = try workspace.picture(of: rows, in: session.graph, title: title, properties: properties, language)
    diagram.notes.append(statement.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    return diagram
  }
}
