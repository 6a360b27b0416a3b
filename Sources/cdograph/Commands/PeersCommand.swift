import ArgumentParser
import GermanText
import GraphModel
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

struct PeersCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "peers",
    abstract: "Suggest peers: who works on a topic, in places like one's own, near or far.",
    discussion: """
      Every hit states its score (0 to 1), the parts that add up to it, and why. When nobody meets every condition, \
      the nearest are shown with the conditions they miss.

      Examples:
        cdograph peers --topic OZG
        cdograph peers --topic "Smart City" --near Neuss --within 100
        cdograph peers --like "CDO Norderstedt" --population 50000..150000 --format json
      """)

  @OptionGroup var network: NetworkOptions

  @Option(name: .long, help: "A topic; repeat it for several.", completion: .custom(Completion.topics))
  var topic: [String] = []

  @Option(
    name: .long, help: "The actor who asks: peers are compared with it.", completion: .custom(Completion.actors))
  var like: String?

  @Option(name: .long, help: "Where the work looks: inward (administration, OZG), outward (smart city) or both.")
  var focus: RoleFocus?

  @Option(name: .long, help: "Land, by name or abbreviation (NRW); repeat it for several.")
  var state: [String] = []

  @Option(name: .long, help: "A place to be near.", completion: .custom(Completion.places))
  var near: String?

  @Option(name: .long, help: ArgumentHelp("How far from it at the most.", valueName: "km"))
  var within: Double?

  @Option(
    name: .long, help: ArgumentHelp("Inhabitants, as in 20000..100000, 20000.. or ..100000.", valueName: "min..max"))
  var population: PopulationBounds?

  @Option(name: .long, help: "Who can be a peer: cdo, municipal (everybody who works for a municipality) or any.")
  var actors = PeerQuery.Candidates.municipal

  @Option(name: .long, help: "How many to show.")
  var limit = 10

  @Option(name: .long, help: "table, json, csv or markdown.")
  var format = SuggestionFormat.table

  func check() throws {
    if topic.isEmpty, like == nil, near == nil {
      throw ValidationError("say what peers should have in common: --topic, --like or --near")
    }
    if limit < 1 { throw ValidationError("--limit must be at least 1") }
    if let within, !(within > 0 && within < 21_000) {
      throw ValidationError("--within must be a distance in kilometres, such as 100")
    }
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
    let wanted = folded(text)
    if let found = State.all.first(where: { ([$0.name] + $0.abbreviations).map(folded).contains(wanted) }) {
      return found.name
    }
    let suggestion = nearest(to: text, among: State.names).first.map { " — did you mean '\($0)'?" } ?? ""
    throw Failure(exitCode: .data, "unknown Land '\(text)'\(suggestion)")
  }
}

/// Bounds of a number of inhabitants: `20000..100000`, `20000..`, `..100000`.
struct PopulationBounds: ExpressibleByArgument {
  let bounds: ClosedRange<Int>

  init?(argument: String) {
    guard let dots = argument.firstRange(of: "..") else { return nil }
    func number(_ text: Substring, _ absent: Int) -> Int? {
      text.isEmpty ? absent : Int(text)
    }
    guard let low = number(argument[..<dots.lowerBound], 0), let high = number(argument[dots.upperBound...], .max),
      0 <= low, low <= high
    else { return nil }
    bounds = low...high
  }
}
