import CypherEngine
import CypherSyntax
import GermanText
import GraphModel
import GraphStore
import Matchmaking
import NetworkVocabulary

/// What a call of matchmaking may say.
enum MatchCallOption: String {
  case preset, topics, needs, offers, from, connected, actors, limit, cap, year, language

  /// The name, with the words that it takes where they are few.
  var title: String {
    switch self {
    case .actors: "actors ('cdo', 'municipal', 'any')"
    case .language: "language ('de', 'en')"
    default: rawValue
    }
  }
}

extension [MatchCallOption] {
  /// All of them, as help lists them.
  var list: String { map(\.title).joined(separator: ", ") }
}

extension CypherError {
  /// Refuses the value of an option, in the words that the command has for it.
  static func refuse(_ fault: String?) throws(CypherError) {
    if let fault { throw CypherError(.argument, .runtime, .invalidArgumentValue, fault) }
  }
}

extension Language {
  /// The language that a call names.
  init(calledBy name: String) throws(CypherError) {
    try CypherError.refuse(OptionBounds.fault(of: "language", language: name))
    self = Language(rawValue: name) ?? .german
  }
}

/// The options of a call of matchmaking, with the model that it asks; what stands for a node may be the node, its id or
/// its name.
struct MatchCallOptions {
  let matchmaker: Matchmaker<PropertyGraph>
  private(set) var preset: MatchPreset?
  private(set) var topics: [NodeID] = []
  private(set) var candidates: PeerQuery.Candidates?
  private(set) var includesConnected = false
  private(set) var limit: Int?
  private(set) var cap: Int?
  private(set) var origin: NodeID?
  private(set) var language: Language
  private var needs: [NodeID] = []
  private var offers: [NodeID] = []
  private let graph: PropertyGraph

  /// Reads the options of a call.
  ///
  /// - Parameter known: Those that the procedure has.
  init(
    _ value: Value, _ procedure: String, _ known: [MatchCallOption], _ context: QueryContext, _ settings: MatchSettings
  ) throws(CypherError) {
    guard case .map(let options) = value else {
      throw CypherError(.type, .runtime, .invalidArgumentType, "\(procedure) takes a map of options")
    }
    graph = context.graph
    language = context.language
    var year: Int?
    for entry in options.entries {
      switch (MatchCallOption(rawValue: entry.key).flatMap { known.contains($0) ? $0 : nil }, entry.value) {
      case (.preset, .string(let name)): preset = try Self.preset(name, settings)
      case (.topics, let value): topics = try Self.topics(value, graph)
      case (.needs, let value): needs = try Self.topics(value, graph)
      case (.offers, let value): offers = try Self.topics(value, graph)
      case (.from, let value): origin = try graph.named(value, [.project, .event])
      case (.connected, .boolean(let flag)): includesConnected = flag
      case (.actors, .string(let word)) where PeerQuery.Candidates(rawValue: word) != nil:
        candidates = PeerQuery.Candidates(rawValue: word)
      case (.limit, .integer(let number)) where number > 0: limit = Int(number)
      case (.cap, .integer(let number)) where number > 0: cap = Int(number)
      case (.year, .integer(let number)):
        try CypherError.refuse(OptionBounds.fault(of: "year", Int(number), in: OptionBounds.years))
        year = Int(number)
      case (.language, .string(let name)): language = try Language(calledBy: name)
      default:
        throw CypherError(
          .argument, .runtime, .invalidArgumentValue,
          "\(procedure) has no option '\(entry.key)' with \(entry.value.literal)", suggestion: known.list)
      }
    }
    matchmaker = Matchmaker(graph, settings, year: year)
  }

  /// The question for a seeker.
  func query(for seeker: NodeID) -> SuggestQuery {
    var query = SuggestQuery(for: seeker)
    query.preset = preset
    query.topics = topics
    query.needs = needs
    query.offers = offers
    query.candidates = candidates
    query.includesConnected = includesConnected
    query.limit = limit ?? query.limit
    return query
  }

  /// Why an actor is, or is not, suggested.
  func explanation(_ seeker: Value, _ actor: Value, _ seekers: [Label]) throws(CypherError) -> Explanation {
    let seeker = try graph.named(seeker, seekers)
    return matchmaker.explain(try graph.named(actor, [.actor]), for: query(for: seeker))
  }

  private static func topics(_ value: Value, _ graph: PropertyGraph) throws(CypherError) -> [NodeID] {
    let values: [Value] = if case .list(let values) = value { values } else { [value] }
    var topics: [NodeID] = []
    for value in values {
      let topic = try graph.named(value, [.topic])
      if !topics.contains(topic) { topics.append(topic) }
    }
    return topics
  }

  private static func preset(_ name: String, _ settings: MatchSettings) throws(CypherError) -> MatchPreset {
    if let preset = settings.preset(named: name) { return preset }
    let names = settings.presets.map(\.name)
    throw CypherError(
      .argument, .runtime, .invalidArgumentValue, "there is no preset '\(name)'",
      suggestion: nearest(to: name, among: names).first.map { "did you mean '\($0)'?" } ?? names.joined(separator: ", ")
    )
  }
}
