import ArgumentParser
import GraphModel
import JSONText
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

struct GapsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: Wording(
      "Zeigen, was fehlt: Angebote, Themen, Länder, Bekanntschaften, und wer das Netzwerk zusammenhält.",
      "Show what is missing: offers, topics, Länder, acquaintances, and who holds the network together."),
    discussion: Wording(
      """
      Bekanntschaft heißt: eine Beziehung zwischen zwei Akteuren, ein gemeinsames Projekt oder eine gemeinsame \
      Veranstaltung.
      """,
      """
      Acquaintance means a relationship between two actors, a project or an event in common.
      """),
    examples: [
      "cdograph gaps --limit 3"
    ])

  @OptionGroup var network: NetworkOptions

  @Option(
    name: .long,
    help: .words(
      "Wie viele Vermittelnde und neue Bekanntschaften gesucht und wie viele Zeilen jeder Liste gezeigt werden.",
      "How many brokers and introductions to look for, and lines to show of each list.", .count))
  var limit = 5

  @Option(name: .long, help: .words("Format der Antwort.", "Format of the answer.", .format))
  var format = PathFormat.text

  func check() throws {
    try check("--limit", limit, in: 1...1000)
  }

  func answer() async throws {
    let language = network.language.chosen
    let workspace = try network.workspace(for: .matching)
    let gaps = ProgressLine.during(Wording("rechnet", "computing")[language]) {
      workspace.matchmaker().gaps(limit: limit)
    }
    switch format {
    case .text: print(GapText(gaps: gaps, limit: limit, workspace: workspace, language: language).text, terminator: "")
    case .json: print(workspace.json(gaps).text(indent: true))
    }
  }
}
