import ArgumentParser
import GermanText
import GraphModel
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

struct PeersCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "peers",
    abstract: Wording(
      """
      Kolleginnen und Kollegen vorschlagen: wer an einem Thema arbeitet, in ähnlicher Lage, nah oder fern.
      """,
      """
      Suggest peers: who works on a topic, in places like one's own, near or far.
      """),
    discussion: Wording(
      """
      Jeder Treffer nennt seinen Wert (0 bis 1), die Teile, aus denen er besteht, und die Gründe. Erfüllt niemand \
      alle Bedingungen, werden die Nächsten gezeigt, mit dem, was fehlt.
      """,
      """
      Every hit states its score (0 to 1), the parts that add up to it, and why. When nobody meets every condition, \
      the nearest are shown with the conditions they miss.
      """),
    examples: [
      "cdograph peers --topic OZG",
      #"cdograph peers --topic "Smart City" --near Neuss --within 100"#,
      #"cdograph peers --like "CDO Norderstedt" --population 50000..150000"#,
    ])

  @OptionGroup var network: NetworkOptions

  @Option(
    name: .long, help: .words("Ein Thema; für mehrere wiederholen.", "A topic; repeat it for several.", .topic),
    completion: .custom(Completion.topics))
  var topic: [String] = []

  @Option(
    name: .long,
    help: .words(
      "Der Akteur, der fragt: mit ihm wird verglichen.", "The actor who asks: peers are compared with it.", .actor),
    completion: .custom(Completion.actors))
  var like: String?

  @Option(
    name: .long,
    help: .words(
      "Wohin die Arbeit blickt: inward (nach innen: Verwaltung, OZG), outward (nach außen: Smart City) oder both (beides).",
      "Where the work looks: inward (administration, OZG), outward (smart city) or both.", .profile))
  var focus: RoleFocus?

  @Option(
    name: .long,
    help: .words(
      "Land, mit Namen oder Abkürzung (NRW); für mehrere wiederholen.",
      "Land, by name or abbreviation (NRW); repeat it for several.", .state))
  var state: [String] = []

  @Option(
    name: .long, help: .words("Ein Ort, in dessen Nähe gesucht wird.", "A place to be near.", .place),
    completion: .custom(Completion.places))
  var near: String?

  @Option(
    name: .long,
    help: .words("Wie weit davon höchstens, in Kilometern.", "How far from it at the most, in kilometres.", .kilometres)
  )
  var within: Double?

  @Option(
    name: .long,
    help: .words(
      "Einwohnerzahl, wie 20000..100000, 20000.. oder ..100000.",
      "Inhabitants, as in 20000..100000, 20000.. or ..100000.", .limits))
  var population: PopulationBounds?

  @Option(
    name: .long,
    help: .words(
      "Wer in Frage kommt: cdo (nur CDOs), municipal (alle aus Kommunen) oder any (alle).",
      "Who can be a peer: cdo (only CDOs), municipal (all of municipalities) or any.", .who))
  var actors = PeerQuery.Candidates.municipal

  @Option(name: .long, help: .words("Wie viele gezeigt werden.", "How many to show.", .count))
  var limit = 10

  @Option(name: .long, help: .words("Format der Antwort.", "Format of the answer.", .format))
  var format = SuggestionFormat.table

  func check() throws {
    if topic.isEmpty, like == nil, near == nil {
      throw ValidationError("say what peers should have in common: --topic, --like or --near")
    }
    try check("--limit", limit, atLeast: 1)
    try check("--within", distance: within)
    if within != nil, near == nil, like == nil { throw ValidationError("--within needs --near PLACE or --like ACTOR") }
  }

  func answer() async throws {
    let language = network.language.chosen
    let workspace = try network.workspace(for: .matching)
    var query = PeerQuery()
    for name in topic {
      let node = try workspace.resolve(name, among: [.topic], language)
      if !query.topics.contains(node) { query.topics.append(node) }
    }
    query.seeker = try like.map { try workspace.resolve($0, among: [.actor], language) }
    query.near = try near.map { try workspace.resolve($0, among: [.municipality], language) }
    query.states = try state.map(Self.state)
    query.focus = focus
    query.within = within
    query.population = population?.bounds
    query.candidates = actors
    query.limit = limit
    let answer = workspace.peers(query)
    print(
      format.text(PeerListing(answer: answer, workspace: workspace, language: language).listing), terminator: "")
  }

  private static func state(_ text: String) throws -> String {
    if let name = State.name(meantBy: text) { return name }
    let suggestion = State.name(nearestTo: text).map { " — did you mean '\($0)'?" } ?? ""
    throw Failure(exitCode: .data, "unknown Land '\(text)'\(suggestion)")
  }
}

/// Bounds of a number of inhabitants: `20000..100000`, `20000..`, `..100000`.
struct PopulationBounds: ExpressibleByArgument {
  let bounds: ClosedRange<Int>

  init?(argument: String) {
    guard let dots = argument.firstRange(of: "..") else { return nil }
    func number(_ text: Substring, _ absent: Int) -> Int? {
      text.isEmpty ? absent : Int(grouped: text)
    }
    guard let low = number(argument[..<dots.lowerBound], 0), let high = number(argument[dots.upperBound...], .max),
      0 <= low, low <= high
    else { return nil }
    bounds = low...high
  }
}
