import ArgumentParser
import GermanText
import GraphModel
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

/// The options of every command that scores.
struct MatchOptions: ParsableArguments {
  @Option(
    name: .long,
    help: .words(
      "Wie die Teile des Wertes gewichtet werden: similar (ähnlich), complementary (ergänzend), learn-from (lernen von), nearby (in der Nähe), transfer (übernehmen) oder eine eigene aus matching.json.",
      "How the parts of the score are weighed: similar, complementary, learn-from, nearby, transfer, or one of your own in matching.json.",
      .preset),
    completion: .list(MatchSettings.standard.presets.map(\.name)))
  var preset: String?

  @Option(
    name: .long,
    help: .words(
      "Das Jahr der Frage, von dem aus die Aktualität zählt. Standard: das neueste, in dem laut Daten etwas begann oder stattfand.",
      "The year of the question, from which recency is reckoned. Default: the newest in which something in the data began or took place.",
      .year))
  var year: Int?

  func check() throws {
    try check("--year", year, in: OptionBounds.years)
  }

  /// The preset that was named; nil where none was.
  func chosen(in workspace: Workspace) throws -> MatchPreset? {
    try preset.map(workspace.preset)
  }
}

/// For whom actors are looked for, and which.
struct SeekerOptions: ParsableArguments {
  @OptionGroup var match: MatchOptions

  @Option(
    name: .long,
    help: .words(
      "Ein gewünschtes Thema, anstelle der eigenen; für mehrere wiederholen.",
      "A topic that is wanted, instead of the seeker's own; repeat it for several.", .topic),
    completion: .custom(Completion.topics))
  var topic: [String] = []

  @Option(
    name: .long,
    help: .words(
      "Ein Thema, bei dem Hilfe gebraucht wird, über die Daten hinaus; für mehrere wiederholen.",
      "A topic that help is needed with, beside what the data say; repeat it for several.", .topic),
    completion: .custom(Completion.topics))
  var needs: [String] = []

  @Option(
    name: .long,
    help: .words(
      "Ein Thema, bei dem Hilfe angeboten wird, über die Daten hinaus; für mehrere wiederholen.",
      "A topic that help is offered with, beside what the data say; repeat it for several.", .topic),
    completion: .custom(Completion.topics))
  var offers: [String] = []

  @Flag(
    name: .long,
    help: .words("Auch vorschlagen, wer schon verbunden ist.", "Suggest those too who are connected already."))
  var connected = false

  @Option(
    name: .long,
    help: .words(
      "Wer vorgeschlagen werden kann: cdo (nur CDOs), municipal (alle aus Kommunen) oder any (alle). Standard: municipal für Akteure, any für Projekte und Herausforderungen.",
      "Who can be suggested: cdo (only CDOs), municipal (all of municipalities) or any. Default: municipal for an actor, any for projects and challenges.",
      .who))
  var actors: PeerQuery.Candidates?

  @Option(
    name: .long,
    help: .words(
      "Wie viele gezeigt werden. Standard: 10; mit --all 3 für jeden.",
      "How many to show. Default: 10; with --all 3 for each.", .count))
  var limit: Int?

  func check() throws {
    try match.check()
    try check("--limit", limit, atLeast: 1)
  }

  /// The question for a seeker.
  func query(for seeker: String, in workspace: Workspace, _ language: Language) throws -> SuggestQuery {
    var query = SuggestQuery(for: try workspace.resolve(seeker, among: [.actor, .project, .challenge], language))
    query.preset = try match.chosen(in: workspace)
    query.topics = try workspace.topics(topic, language)
    query.needs = try workspace.topics(needs, language)
    query.offers = try workspace.topics(offers, language)
    query.includesConnected = connected
    query.candidates = actors
    query.limit = limit ?? query.limit
    return query
  }
}

extension Workspace {
  /// The preset of a name.
  func preset(_ name: String) throws -> MatchPreset {
    if let found = matching.preset(named: name) { return found }
    let names = matching.presets.map(\.name)
    let suggestion = nearest(to: name, among: names).first.map { " — did you mean '\($0)'?" } ?? ""
    throw Failure(
      exitCode: .data, "unknown preset '\(name)'; presets are \(names.joined(separator: ", "))\(suggestion)")
  }

  /// The topics that names mean, each once.
  func topics(_ names: [String], _ language: Language) throws -> [NodeID] {
    var found: [NodeID] = []
    for name in names {
      let topic = try resolve(name, among: [.topic], language)
      if !found.contains(topic) { found.append(topic) }
    }
    return found
  }
}
