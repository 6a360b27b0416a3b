import ArgumentParser
import GermanText
import GraphModel
import GraphStore
import JSONText
import KnowledgeGraph
import NetworkFiles
import NetworkVocabulary

struct PersonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person",
    abstract: Wording(
      "Sagen, was über jemanden gespeichert ist, oder jemanden vergessen.",
      "Say what is stored about somebody, or forget them."),
    examples: [
      "cdograph person report cdo-neuss", "cdograph person forget annette-hillebrand --graph Graph --dry-run",
    ],
    subcommands: [PersonForgetCommand.self, PersonReportCommand.self])
}

struct PersonReportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: Wording(
      "Auskunft über alles, was über einen Akteur gespeichert ist, mit Datei und Zeile (DSGVO, Artikel 15).",
      "Report everything that is stored about an actor, with file and line (GDPR, article 15)."),
    discussion: Wording(
      """
      Felder, Einwilligung nach Zweck, Beziehungen in beiden Richtungen, Treffen und was dazu gesagt wurde, das Protokoll \
      der Importe, Texte, die den Namen nennen, und andere Dateien in den Ordnern, die ihn enthalten.
      """,
      """
      Fields, consent by purpose, relationships in both directions, meetings and what was said of them, the journal of \
      imports, texts that mention the name, and other files in the folders that hold it.
      """),
    examples: [
      "cdograph person report cdo-neuss",
      #"cdograph person report "CDO Neuss" --graph Graph --graph Graph/examples --format json"#,
    ])

  @OptionGroup var network: NetworkOptions

  @Argument(
    help: .words("Kennung oder Name.", "The actor, by id or name.", .actor), completion: .custom(Completion.actors))
  var actor: String

  @Option(name: .long, help: .words("Format der Antwort.", "Format of the answer.", .format))
  var format = ReportFormat.text

  func answer() async throws {
    let language = network.language.chosen
    let workspace = try network.workspace(for: nil)
    let id = try Self.id(of: actor, in: workspace, language)
    let traces = try PersonTraces.find(id, workspace)
    let report = PersonReport(traces: traces, workspace: workspace, language: language)
    switch format {
    case .text: print(report.document.text, terminator: "")
    case .json: print(report.json.text(indent: true))
    case .markdown: print(report.document.markdown, terminator: "")
    }
  }

  /// The id of an actor; one that only meetings and journals still know counts too.
  private static func id(of actor: String, in workspace: Workspace, _ language: Language) throws -> String {
    if workspace.graph.node(.actor, id: actor) != nil { return actor }
    let isRemembered = try PersonTraces.find(actor, workspace).traces.contains {
      [.meeting, .journal].contains($0.kind)
    }
    if isRemembered { return actor }
    let node = try workspace.resolve(actor, among: [.actor], language)
    return workspace.graph.value(.id, of: node)?.text ?? actor
  }
}

struct PersonForgetCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: Wording(
      "Jemanden aus allen Dateien der Ordner nehmen (DSGVO, Artikel 17).",
      "Take somebody out of every file of the folders (GDPR, article 17)."),
    discussion: Wording(
      """
      Der Eintrag, Nennungen in anderen Einträgen, Beziehungen, Treffen mit dem, was dazu gesagt wurde, und was Importe zum \
      Zurücknehmen aufbewahren, verschwinden aus allen Dateien oder aus keiner; in Texten steht „[entfernt]“ statt des \
      Namens. forgotten.json vermerkt den Tag, wie viel entfernt wurde, und mit einem Schlüssel gebildete Prüfsummen von \
      Kennung und Namen, an denen ein späterer Import die Person erkennt und abweist; der Schlüssel ist forgotten.key. Was \
      außerhalb der Ordner liegt (Exporte, Bilder, Mappen, Sicherungen, Versionsverwaltung), bleibt. Hier zählt nur die \
      Kennung, damit niemand aus Versehen vergessen wird.
      """,
      """
      The record, references in other records, relationships, meetings with what was said of them, and what imports keep \
      for going back are removed, in all files or in none; in running text '[entfernt]' stands for the name. forgotten.json \
      notes the day, how much was removed, and keyed hashes of id and name, by which a later import recognises the person \
      and refuses; the key is forgotten.key. What lies outside of the folders (exports, pictures, packs, backups, version \
      control) stays. Only an id counts here, so that nobody is forgotten by mistake.
      """),
    examples: ["cdograph person forget annette-hillebrand --graph Graph --graph Graph/examples --dry-run"])

  @OptionGroup var network: NetworkOptions

  @Argument(help: .words("Die Kennung des Akteurs.", "The id of the actor.", .id))
  var id: String

  @Flag(
    name: .long,
    help: .words("Nur sagen, was entfernt würde, und wo.", "Only say what would be removed, and where."))
  var dryRun = false

  @OptionGroup var date: DayOption

  func check() throws {
    try date.check()
  }

  func answer() async throws {
    let folders = network.folders.map(FolderWriting.folder)
    try FolderWriting.finishInterrupted(folders)
    let workspace = try network.workspace(for: nil)
    let traces = try PersonTraces.find(id, workspace)
    if workspace.graph.node(.actor, id: id) == nil { try refuseOthers(traces, workspace) }
    if !dryRun {
      var generator = SystemRandomNumberGenerator()
      let key = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      let changes = try traces.forgetting(date: date.day, newKey: key)
      try FolderWriting.write(changes, folders)
    }
    print(
      ForgettingReport(traces: traces, isDry: dryRun, language: network.language.chosen).document.text, terminator: "")
    for id in traces.namesakes {
      Console.warn("'\(id)' is called the same and stays; forget it too where it is the same person")
    }
    for (file, line) in traces.foreign {
      Console.warn(
        "\(file):\(line) holds the id or name too and is no file of these folders' network; look to it yourself")
    }
  }

  /// An id that is no actor's counts only where meetings and journals still know it.
  private func refuseOthers(_ traces: ActorTraces, _ workspace: Workspace) throws {
    let kind = RecordKind.all.first { workspace.graph.node($0.label, id: id) != nil }
    if let kind { throw Failure(exitCode: .data, "'\(id)' stands for a record of kind \(kind.name) and no actor") }
    guard traces.traces.allSatisfy({ $0.kind == .meeting || $0.kind == .journal }), !traces.traces.isEmpty else {
      throw unknown(workspace)
    }
  }

  private func unknown(_ workspace: Workspace) -> Failure {
    var suggestion = nearest(
      to: id, among: workspace.graph.nodes(with: .actor).compactMap { workspace.graph.value(.id, of: $0)?.text }
    ).first
    if let named = try? workspace.node(named: id, among: [.actor]) {
      suggestion = workspace.graph.value(.id, of: named.node)?.text ?? suggestion
    }
    let advice = suggestion.map { " — did you mean '\($0)'?" } ?? ""
    return Failure(exitCode: .data, "nothing is stored about the id '\(id)'\(advice)")
  }
}

/// Looking for somebody in the folders of a workspace.
enum PersonTraces {
  static func find(_ id: String, _ workspace: Workspace) throws -> ActorTraces {
    do throws(JSONSyntaxError) {
      return try ActorTraces(of: id, in: workspace.folders)
    } catch {
      throw Failure(exitCode: .data, "a file of the folders cannot be read: \(error)")
    }
  }
}
