import ArgumentParser
import Foundation
import GermanText
import GraphModel
import GraphStore
import JSONText
import KnowledgeGraph
import NetworkFiles
import NetworkVocabulary

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Wording(
      "Eine Liste von Menschen aus einer Tabelle übernehmen und wieder zurücknehmen.",
      "Take a list of people from a spreadsheet into the network, and back out again."),
    discussion: Wording(
      "`cdograph import LISTE` ist kurz für `cdograph import people LISTE`; alle Optionen: `cdograph import people --help`.",
      "`cdograph import LIST` is short for `cdograph import people LIST`; all options: `cdograph import people --help`."
    ),
    examples: [
      "cdograph import Graph/examples/import/people.csv --map Graph/examples/import/mapping.json --into my-network --dry-run",
      "cdograph import log --into my-network",
    ],
    subcommands: [ImportLogCommand.self, ImportPeopleCommand.self, ImportUndoCommand.self],
    defaultSubcommand: ImportPeopleCommand.self)
}

struct ImportPeopleCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "people",
    abstract: Wording(
      "Eine Liste von Menschen als CSV lesen und in actors.json und ties.json eines Ordners schreiben.",
      "Read a list of people as CSV and write it into actors.json and ties.json of a folder."),
    discussion: Wording(
      """
      Die Liste ist CSV, wie Excel es speichert: Semikolon, Komma oder Tabulator, UTF-8 oder Windows-1252, in der ersten \
      Zeile die Überschriften. Die Zuordnung sagt, welche Spalte welches Feld füllt (Graph/schema/import.schema.json); \
      Graph/examples/import zeigt beides. --dry-run zeigt den ganzen Bericht und schreibt nichts; ohne das erscheint \
      derselbe Bericht, und die Dateien werden geschrieben, alle oder keine. `cdograph import undo` bringt zurück, was \
      vorher da war. Eine Zeile, die nicht lesbar ist, hält den Import auf; --partial nimmt die anderen. Wer für einen \
      Zweck nicht zugestimmt hat, bleibt aus Vorschlägen, Bildern oder Exporten.
      """,
      """
      The list is CSV as Excel saves it: semicolon, comma or tab, UTF-8 or Windows-1252, headers in its first row. The \
      mapping says which column feeds which field (Graph/schema/import.schema.json); Graph/examples/import shows both. \
      --dry-run shows the whole report and writes nothing; without it the same report is printed and the files are \
      written, all or none of them. `cdograph import undo` brings back what was there. A row that cannot be read stops the \
      import; --partial takes the others. Who has not agreed for a purpose stays out of suggestions, pictures or exports.
      """),
    examples: [
      "cdograph import Graph/examples/import/people.csv --map Graph/examples/import/mapping.json --into my-network --dry-run --row 22=merge"
    ])

  @OptionGroup var network: NetworkOptions

  @Argument(
    help: .words("Die Liste.", "The list.", .file), completion: .file(extensions: ["csv", "tsv", "txt"]))
  var list: String

  @Option(
    name: .long, help: .words("Welche Spalte welches Feld füllt.", "Which column feeds which field.", .file),
    completion: .file(extensions: ["json"]))
  var map: String

  @Option(
    name: .long,
    help: .words(
      "Der Ordner, in den geschrieben wird; er liegt über den anderen und wird angelegt, wo es ihn nicht gibt. Standard: der letzte von --graph.",
      "The folder to write, laid over the others; made where it is not there. Default: the last --graph folder.",
      .folder),
    completion: .directory)
  var into: String?

  @Flag(name: .long, help: .words("Nur sagen, was geschähe.", "Only say what would be done."))
  var dryRun = false

  @Option(
    name: .long,
    help: .words(
      "Was aus wahrscheinlich Doppelten wird: auslassen, in den Eintrag aufnehmen, der da ist, oder als eigenen Eintrag anlegen.",
      "What becomes of probable duplicates: left out, merged into the record that is there, or a record of their own.",
      .policy))
  var duplicates = DuplicatePolicy.skip

  @Option(
    name: .long,
    help: .words(
      "Dasselbe für eine Zeile der Tabelle, etwa 22=merge, oder mit der Kennung, wer gemeint ist: 22=cdo-neuss; mehrfach möglich.",
      "The same for one row of the spreadsheet, such as 22=merge, or with the id of who is meant: 22=cdo-neuss; repeat it for several.",
      .rowAndPolicy))
  var row: [String] = []

  @Flag(
    name: .long,
    help: .words(
      "Zeilen auslassen, die nicht lesbar sind, und die anderen nehmen.",
      "Leave out the rows that cannot be read, and take the others."))
  var partial = false

  @Flag(
    name: .long,
    help: .words(
      "Auch Zeilen von Menschen nehmen, die verlangt hatten, vergessen zu werden, und neu zugestimmt haben.",
      "Take in rows of people who asked to be forgotten and have agreed anew."))
  var again = false

  @OptionGroup var date: DayOption

  @Option(name: .long, help: .words("Format der Antwort.", "Format of the answer.", .format))
  var format = ReportFormat.text

  func check() throws {
    try date.check()
    if into?.isEmpty == true { throw ValidationError("--into needs the name of a folder") }
    if into == nil, network.graph.isEmpty {
      throw ValidationError("say where to write: --into FOLDER, a folder of your own; it is made where it is not there")
    }
    _ = try decisions()
  }

  private func decisions() throws -> [Int: RowDecision] {
    var decisions: [Int: RowDecision] = [:]
    for text in row {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let number = Int(parts[0]), !parts[1].isEmpty else {
        throw ValidationError(
          "'\(text)' is no decision on a row; write it as 17=merge (skip, merge, new, or the id of who is meant)")
      }
      decisions[number] = DuplicatePolicy(rawValue: String(parts[1])).map { .policy($0) } ?? .into(String(parts[1]))
    }
    return decisions
  }

  /// The ids that rows are to go into must be those of actors.
  private func check(_ decisions: [Int: RowDecision], in workspace: Workspace) throws {
    for case (let row, .into(let id)) in decisions.sorted(by: { $0.key < $1.key })
    where workspace.graph.node(.actor, id: id) == nil {
      let known = workspace.graph.nodes(with: .actor).compactMap { workspace.graph.value(.id, of: $0)?.text }
      let advice = nearest(to: id, among: known + DuplicatePolicy.allCases.map(\.rawValue)).first
      throw Failure(
        exitCode: .data,
        "--row \(row)=\(id): no actor has this id" + (advice.map { " — did you mean '\($0)'?" } ?? ""))
    }
  }

  /// Says which decisions decide nothing.
  private func warn(of decisions: [Int: RowDecision], _ plan: ImportPlan) {
    for (row, decision) in decisions.sorted(by: { $0.key < $1.key }) {
      if case .into = decision, plan.rows.contains(where: { $0.number == row && $0.action != .refused }) { continue }
      if !plan.rows.contains(where: { $0.number == row }) {
        Console.warn("the list has no row \(row); --row \(row) decides nothing")
      } else if !plan.doubtful.contains(where: { $0.number == row }) {
        Console.warn("row \(row) is no probable duplicate; --row \(row) decides nothing")
      }
    }
  }

  func answer() async throws {
    let folder = FolderWriting.folder(into ?? network.folders.last ?? "Graph")
    let (workspace, folders) = try FolderWriting.workspace(network, with: folder)
    for blind in folders where ForgottenFile.isBlind(in: blind) {
      Console.warn("the key of '\(blind)/forgotten.json' is gone; who was forgotten there is not recognised")
    }
    let people = try read()
    var options = ImportOptions(folder: folder)
    options.duplicates = duplicates
    options.decisions = try decisions()
    options.takesForgotten = again
    try check(options.decisions, in: workspace)
    let plan = try plan(people, options, workspace)
    warn(of: options.decisions, plan)
    let isRefused = plan.count(.refused) > 0 && !partial
    // What is printed as done is done.
    let result = dryRun || isRefused ? nil : try write(plan, folder, folders)
    let report = ImportReport(
      plan: plan, list: people, workspace: workspace, isWritten: result != nil, isPartial: partial,
      language: network.language.chosen)
    switch format {
    case .text: print(report.document.text + (result.map { "\n\($0)\n" } ?? ""), terminator: "")
    case .json: print(report.json.text(indent: true))
    case .markdown: print(report.document.markdown, terminator: "")
    }
    // How to go back must not be lost with a report that nobody can read.
    if let result, format != .text || StandardStream.finish() != nil { Console.note(result) }
    if isRefused { throw refusal(plan.count(.refused)) }
  }

  private func plan(_ people: PeopleList, _ options: ImportOptions, _ workspace: Workspace) throws -> ImportPlan {
    // One that cannot be read would stop the writing at its end.
    _ = try JournalOptions.journal(of: options.folder)
    do {
      return try ProgressLine.during(Wording("vergleicht die Liste", "comparing the list")[Console.language]) {
        try workspace.importPlan(people, options)
      }
    } catch let faults as ListFaults {
      throw Failure(exitCode: .data, faults.description)
    } catch let failure as FileChanges.Failure {
      throw Failure(exitCode: .data, failure.description)
    }
  }

  private func read() throws -> PeopleList {
    let bytes = try InputFile.bytes(list)
    do {
      let mapping = try ImportMapping(path: map)
      return try PeopleList(bytes, file: list, mapping: mapping)
    } catch let faults as NetworkFaults {
      throw Failure(exitCode: .data, faults.description)
    } catch let faults as ListFaults {
      throw Failure(exitCode: .data, faults.description)
    }
  }

  private func refusal(_ count: Int) -> Failure {
    let rows = count == 1 ? "1 row is" : "\(count) rows are"
    return Failure(
      exitCode: .data, "\(rows) refused, so nothing is written; correct the list, or take the others with --partial")
  }

  /// Writes what is planned; returns how that is said.
  private func write(_ plan: ImportPlan, _ folder: String, _ folders: [String]) throws -> String {
    let name = (list as NSString).lastPathComponent
    let language = network.language.chosen
    guard let (changes, id) = try plan.journaled(list: name, date: date.day, in: folder) else {
      return Wording("Nichts zu ändern in \(folder).", "Nothing to change in \(folder).")[language]
    }
    try FolderWriting.write(changes, folders)
    return Wording(
      "\(folder) geschrieben als \(id); zurück: cdograph import undo --into \(folder)",
      "\(folder) written as \(id); back: cdograph import undo --into \(folder)")[language]
  }
}
