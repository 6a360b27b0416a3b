import ArgumentParser
import GraphModel
import GraphStore
import KnowledgeGraph
import NetworkFiles
import NetworkVocabulary

struct CheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: Wording(
      "Ordner mit JSON-Dateien prüfen und zählen, was darin steht.",
      "Check folders of JSON files and count what they hold."),
    discussion: Wording(
      """
      Jeder Fehler wird mit Datei:Zeile:Spalte und dem JSON-Zeiger des Wertes gemeldet, und mit einem Vorschlag, wo \
      es etwas Ähnliches gibt. Rückgabewert 0: keine Fehler, 65: Fehler.
      """,
      """
      Every fault is reported as file:line:column with the JSON pointer of the value and, where one is near, a \
      suggestion. Exit code 0: no faults, 65: faults.
      """),
    examples: [
      "cdograph check",
      "cdograph check Graph Graph/examples",
    ])

  @Argument(
    help: .words(
      "Die Ordner; mehrere werden übereinandergelegt. Standard: Graph.",
      "The folders; more than one are laid over one another. Default: Graph.", .folder), completion: .directory)
  var folders: [String] = []

  @OptionGroup var network: NetworkOptions

  func answer() async throws {
    var options = network
    options.graph = folders + network.graph
    let workspace = try options.workspace(for: nil)
    printSummary(NetworkSummary(of: workspace.graph), workspace, network.language.chosen)
  }

  private func printSummary(_ summary: NetworkSummary, _ workspace: Workspace, _ language: Language) {
    func say(_ german: String, _ english: String) { print(Wording(german, english)[language]) }
    let folders = workspace.folders.joined(separator: ", ")
    say("\(folders): keine Fehler.", "\(folders): no faults.")
    let (nodes, edges) = (workspace.graph.nodeCount.grouped(language), workspace.graph.edgeCount.grouped(language))
    say("\n\(nodes) Knoten, \(edges) Beziehungen", "\n\(nodes) nodes, \(edges) relationships")
    printCounts(summary.labels.map { ($0.label.name, $0.count) }, language)
    say("\nBeziehungen nach Typ", "\nRelationships by type")
    printCounts(summary.types.map { ($0.type.name, $0.count) }, language)
    let (yes, no) = (summary.verified.yes.grouped(language), summary.verified.no.grouped(language))
    say(
      "\nDurch eine Quelle belegt: \(yes) Einträge, nicht belegt: \(no).",
      "\nStated by a source: \(yes) records, not: \(no).")
    let replaced = workspace.network.replacedRecords
    if replaced > 0 {
      say("\(replaced) Einträge ersetzen frühere mit derselben id.", "\(replaced) records replace earlier ones.")
    }
    let quiet = summary.quietPlaces.grouped(language)
    say(
      "Kommunen ohne Akteur, Projekt oder Veranstaltung: \(quiet).", "Places without actor, project or event: \(quiet)."
    )
    say("\nOhne jede Beziehung: \(summary.isolated.count)", "\nWithout any relationship: \(summary.isolated.count)")
    printNames(summary.isolated, workspace, language)
    let idle = summary.idleTopics.count
    say("\nThemen, an denen niemand arbeitet: \(idle)", "\nTopics that nobody works on: \(idle)")
    printNames(summary.idleTopics, workspace, language)
  }

  private func printCounts(_ counts: [(name: String, count: Int)], _ language: Language) {
    let width = counts.map(\.name.count).max() ?? 0
    let digits = counts.map { $0.count.grouped(language).count }.max() ?? 0
    for (name, count) in counts {
      let number = count.grouped(language)
      let gap = String(repeating: " ", count: width - name.count + 2 + digits - number.count)
      print("  \(name)\(gap)\(number)")
    }
  }

  private func printNames(_ nodes: [NodeID], _ workspace: Workspace, _ language: Language) {
    for node in nodes { print("  \(workspace.title(of: node, language))") }
  }
}
