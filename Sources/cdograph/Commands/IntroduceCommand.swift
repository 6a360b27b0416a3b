import ArgumentParser
import GraphModel
import JSONText
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

struct IntroduceCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "introduce",
    abstract: Wording(
      """
      Zeigen, wer jemanden bei anderen einführen kann: Ketten von Menschen und ihre Begegnungen, die stärkste \
      zuerst.
      """,
      """
      Show who can introduce one to another: chains of people and what they met at, the strongest first.
      """),
    discussion: Wording(
      """
      Der zweite Name kann ein Akteur sein, oder eine Veranstaltung, ein Projekt, eine Herausforderung oder Kommune: \
      dann sind gemeint, die sie tragen.
      """,
      """
      The second name may be an actor, or an event, project, challenge or municipality, which means those who carry \
      it.
      """),
    examples: [
      #"cdograph introduce "CDO Fürth" Münsterhack"#,
      #"cdograph introduce "CDO Neuss" "CDO Kiel" --k 5 --format json"#,
    ])

  @OptionGroup var network: NetworkOptions

  @Argument(
    help: .words("Der Akteur, der eingeführt werden möchte.", "The actor who wants to be introduced.", .actor),
    completion: .custom(Completion.actors))
  var from: String

  @Argument(
    help: .words("Wen oder was der Akteur kennenlernen möchte.", "Whom, or what, the actor wants to meet.", .name),
    completion: .custom(Completion.anything))
  var to: String

  @Option(
    name: [.long, .customLong("limit")],
    help: .words("Wie viele Ketten gezeigt werden.", "How many chains to show.", .count))
  var k = 3

  @Option(name: .long, help: .words("Format der Antwort.", "Format of the answer.", .format))
  var format = PathFormat.text

  func check() throws {
    try check("--k", k, in: 1...100)
  }

  func answer() async throws {
    let language = network.language.chosen
    let workspace = try network.workspace(for: .matching)
    let seeker = try workspace.resolve(from, among: [.actor], language)
    let goal = try workspace.resolve(to, among: [.actor, .event, .project, .challenge, .municipality], language)
    guard seeker != goal else {
      throw Failure(
        exitCode: .data, "both names mean '\(workspace.name(of: seeker, language))'; an introduction takes two")
    }
    let answer = workspace.matchmaker().introductions(from: seeker, to: goal, count: k)
    switch format {
    case .text:
      print(
        IntroductionText(answer: answer, seeker: seeker, goal: goal, workspace: workspace, language: language).text,
        terminator: "")
    case .json: print(workspace.json(answer, language).text(indent: true))
    }
  }
}
