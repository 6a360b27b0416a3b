import ArgumentParser
import GraphModel
import JSONText
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

struct ExplainCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: Wording(
      """
      Erklären, wie gut ein Akteur zu einem anderen, einem Projekt oder einer Herausforderung passt: Rang, jeder \
      Teil mit Zahlen, die Wege.
      """,
      """
      Explain how well an actor fits another, a project or a challenge: rank, each part with its numbers, the paths.
      """),
    examples: [
      #"cdograph explain "CDO Neuss" "CDO Solingen""#,
      #"cdograph explain "Kita-Kommunikation Freiburg" Zebralog --preset learn-from"#,
    ])

  @OptionGroup var pair: PairOptions

  func check() throws { try pair.options.check() }

  func answer() async throws { try pair.print(showsChanges: false) }
}

struct WhyNotCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "why-not",
    abstract: Wording(
      "Sagen, warum ein Akteur nicht vorgeschlagen wird, und was sich dafür ändern müsste.",
      "Say why an actor is not suggested, and what would have to change."),
    discussion: Wording(
      "Vorgeschlagen wird einem anderen Akteur, für ein Projekt oder für eine Herausforderung.",
      "Suggestions are made to another actor, for a project or for a challenge."),
    examples: [
      #"cdograph why-not "CDO Neuss" "CDO Kiel""#,
      #"cdograph why-not "CDO Norderstedt" "CDO Fürth" --limit 5"#,
    ])

  @OptionGroup var pair: PairOptions

  func check() throws { try pair.options.check() }

  func answer() async throws { try pair.print(showsChanges: true) }
}

/// Who is asked about, and how the question is put.
struct PairOptions: ParsableArguments {
  @OptionGroup var network: NetworkOptions

  @Argument(
    help: .words(
      "Akteur, Projekt oder Herausforderung, für die Vorschläge gemacht werden.",
      "The actor, project or challenge that suggestions are made for.", .name), completion: .custom(Completion.anything)
  )
  var seeker: String

  @Argument(
    help: .words("Der Akteur, der vorgeschlagen wird oder nicht.", "The actor who is suggested, or not.", .actor),
    completion: .custom(Completion.actors))
  var actor: String

  @OptionGroup var options: SeekerOptions

  @Option(name: .long, help: .words("Format der Antwort.", "Format of the answer.", .format))
  var format = PathFormat.text

  func print(showsChanges: Bool) throws {
    let language = network.language.chosen
    let workspace = try network.workspace(for: .matching)
    let query = try options.query(for: seeker, in: workspace, language)
    let actor = try workspace.resolve(actor, among: [.actor], language)
    guard actor != query.seeker else {
      throw Failure(
        exitCode: .data, "'\(workspace.name(of: actor, language))' stands twice; name two who are different")
    }
    let explanation = workspace.matchmaker(year: options.match.year).explain(actor, for: query)
    let text =
      switch format {
      case .text:
        ExplanationText(
          explanation: explanation, showsChanges: showsChanges, workspace: workspace, language: language
        ).text
      case .json: workspace.json(explanation, language).text(indent: true) + "\n"
      }
    Swift.print(text, terminator: "")
  }
}
