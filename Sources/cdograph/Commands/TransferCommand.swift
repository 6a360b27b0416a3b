import ArgumentParser
import GraphModel
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

struct TransferCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "transfer",
    abstract: Wording(
      """
      Projekte anderer Orte vorschlagen, die eine Kommune übernehmen könnte, und wen sie danach fragen kann.
      """,
      """
      Suggest projects elsewhere that a municipality could take over, and whom to ask about them.
      """),
    discussion: Wording(
      """
      Projekte werden nach Themen, Größe, Art, Land und Entfernung der Kommune und nach ihrer Aktualität geordnet. \
      Ohne --topic gelten die Themen, die die Menschen und Herausforderungen der Kommune selbst nennen.
      """,
      """
      Projects are ranked by topics, size, kind, Land and distance of the municipality, and how recent they are. \
      Without --topic the topics are those that the municipality's own people and challenges name.
      """),
    examples: [
      "cdograph transfer Torgau",
      #"cdograph transfer Norden --topic Nahversorgung --topic "Digitale Daseinsvorsorge""#,
      #"cdograph transfer 05162024 --from "Smart City Navigator""#,
    ])

  @OptionGroup var network: NetworkOptions

  @Argument(help: .words("Die Kommune.", "The municipality.", .place), completion: .custom(Completion.places))
  var municipality: String

  @Option(
    name: .long,
    help: .words(
      "Wovon die Projekte handeln sollen; für mehrere wiederholen.",
      "What the projects should be about; repeat it for several.", .topic),
    completion: .custom(Completion.topics))
  var topic: [String] = []

  @Option(
    name: .long,
    help: .words(
      "Ein Programm, eine Plattform oder eine Veranstaltung: wozu die Projekte gehören, woraus sie hervorgingen oder wo sie vorgestellt wurden.",
      "A programme, platform or event that the projects belong to, came out of or were presented at.", .name),
    completion: .custom(Completion.anything))
  var from: String?

  @OptionGroup var match: MatchOptions

  @Option(name: .long, help: .words("Wie viele gezeigt werden.", "How many to show.", .count))
  var limit = 10

  @Option(name: .long, help: .words("Format der Antwort.", "Format of the answer.", .format))
  var format = SuggestionFormat.table

  func check() throws {
    try match.check()
    try check("--limit", limit, atLeast: 1)
  }

  func answer() async throws {
    let language = network.language.chosen
    let workspace = try network.workspace(for: .matching)
    var query = TransferQuery(for: try workspace.resolve(municipality, among: [.municipality], language))
    query.topics = try workspace.topics(topic, language)
    query.origin = try from.map { try workspace.resolve($0, among: [.project, .event], language) }
    query.preset = try match.chosen(in: workspace)
    query.limit = limit
    let answer = workspace.matchmaker(year: match.year).transfer(query)
    print(
      format.text(TransferListing(answer: answer, workspace: workspace, language: language).listing), terminator: "")
  }
}
