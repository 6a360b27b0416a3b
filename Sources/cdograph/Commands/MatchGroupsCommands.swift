import ArgumentParser
import GraphModel
import KnowledgeGraph
import NetworkVocabulary

struct MatchTablesCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: Wording(
      """
      Menschen in mehreren Runden an Tische setzen: in guter Gesellschaft, und niemand trifft sich zweimal, wo das \
      geht.
      """,
      """
      Seat people at tables over several rounds: good company, and nobody meets twice where that is possible.
      """),
    examples: [
      "cdograph match tables --event beispiel-kaffeerunde --graph Graph --graph Graph/examples",
      "cdograph match tables --actors cdo-bonn cdo-fuerth cdo-kiel cdo-neuss --rounds 2 --size 2",
    ])

  @Option(
    name: .long,
    help: .words(
      "Eine Veranstaltung, deren Teilnehmende Platz nehmen.", "An event, whose participants sit down.", .event),
    completion: .custom(Completion.anything))
  var event: String?

  @Option(
    name: .long,
    help: .words(
      "Wie oft sich alle neu setzen. Standard: was die Veranstaltung angibt.",
      "How often everybody sits down anew. Default: what the event says.", .count))
  var rounds: Int?

  @Option(
    name: .long,
    help: .words(
      "Wie viele höchstens an einem Tisch sitzen. Standard: was die Veranstaltung angibt.",
      "How many sit at a table at the most. Default: what the event says.", .count))
  var size: Int?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: .words(
      "Wer am Tisch bleibt. Standard: die Gastgebenden der Veranstaltung.",
      "Who stays at a table. Default: the hosts of the event.", .actor),
    completion: .custom(Completion.actors))
  var hosts: [String] = []

  @Flag(name: .long, help: .words("Niemand bleibt am Tisch.", "Nobody stays at a table."))
  var noHosts = false

  @Flag(
    name: .long,
    help: .words(
      "An jedem Tisch sitzt jemand mit Blick nach innen und jemand mit Blick nach außen.",
      "Each table has somebody who looks inward and somebody who looks outward."))
  var mixProfiles = false

  @Option(
    name: .long,
    help: .words("Wählt zwischen gleich guten Plänen.", "Chooses between plans that are equally good.", .number))
  var seed = 1

  @Option(
    name: .long,
    help: .words(
      "Wie viele Tausche für jeden Platz versucht werden.", "How many swaps are tried for each seat.", .count)
  )
  var effort = 4000

  @OptionGroup var options: MeetingOptions

  func check() throws {
    try options.check()
    if event == nil, options.actors.isEmpty {
      throw ValidationError("say who is to meet: --event NAME or --actors A B …")
    }
    if event == nil, rounds == nil || size == nil { throw ValidationError("without --event say --rounds and --size") }
    try check("--rounds", rounds, in: 1...100)
    try check("--size", size, in: 2...1000)
    if noHosts, !hosts.isEmpty { throw ValidationError("only one of --hosts and --no-hosts can hold") }
    try check("--seed", seed, atLeast: 0)
    try check("--effort", effort, in: 1...1_000_000)
  }

  func answer() async throws {
    let workspace = try options.workspace()
    let language = options.network.language.chosen
    var all = options
    all.actors += hosts
    let gathering = try all.gathering(event, workspace, rounds: rounds)
    guard let rounds = rounds ?? gathering.rounds, let size = size ?? gathering.tableSize else {
      throw Failure(exitCode: .data, "the event does not say its rounds and table size; give --rounds and --size")
    }
    let rules = try options.rules(gathering.occasion, workspace)
    var query = TableQuery(gathering, rules, size: size, rounds: rounds)
    let named = try hosts.map { try workspace.resolve($0, among: [.actor], language) }
    query.hosts = noHosts ? [] : named.isEmpty ? gathering.hosts : named
    query.mixesProfiles = mixProfiles
    (query.seed, query.effort) = (UInt64(seed), effort)
    try await options.run(workspace, date: rules.date) { try workspace.tablePlan(query, language, execution: $0) }
  }
}

struct MatchTeamsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "teams",
    abstract: Wording(
      """
      Teams für eine Herausforderung bilden, die abdecken, was sie braucht, und Kommune, Zivilgesellschaft, \
      Wirtschaft und Forschung mischen.
      """,
      """
      Make teams for a challenge that cover what it needs and mix municipality, civil society, business, research.
      """),
    examples: [
      "cdograph match teams --challenge Hitzeschutz --graph Graph --graph Graph/examples"
    ])

  @Option(
    name: .long, help: .words("Die Herausforderung.", "The challenge.", .name), completion: .custom(Completion.anything)
  )
  var challenge: String

  @Option(name: .long, help: .words("Wie viele Teams.", "How many teams.", .count))
  var teams = 2

  @Option(
    name: .long,
    help: .words(
      "Größe der Teams, etwa 4..6 oder 5. Standard: was die Herausforderung angibt.",
      "Size of the teams, as in 4..6 or 5. Default: what the challenge says.", .limits))
  var size: SizeBounds?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: .words("Wer in einem Team sein muss.", "Who has to be in a team.", .actor),
    completion: .custom(Completion.actors))
  var with: [String] = []

  @OptionGroup var options: MeetingOptions

  func check() throws {
    try options.check()
    try check("--teams", teams, in: 1...50)
    if !options.must.isEmpty {
      throw ValidationError("teams know no --must A=B; name who has to be in one: --with A B")
    }
  }

  func answer() async throws {
    let workspace = try options.workspace()
    let language = options.network.language.chosen
    let node = try workspace.resolve(challenge, among: [.challenge], language)
    let rules = try options.rules(node, workspace)
    var query = TeamQuery(node, rules)
    query.actors = try options.actors.map { try workspace.resolve($0, among: [.actor], language) }
    query.teams = teams
    query.size = size?.bounds
    query.members = try with.map { try workspace.resolve($0, among: [.actor], language) }
    try await options.run(workspace, date: rules.date) { try workspace.teamMeetings(query, language, execution: $0) }
  }
}

/// Bounds of a team: `4..6`, or `5` for exactly that.
struct SizeBounds: ExpressibleByArgument {
  let bounds: ClosedRange<Int>

  init?(argument: String) {
    let parts = argument.split(separator: ".", omittingEmptySubsequences: true).map { Int($0) }
    guard let low = parts.first ?? nil, let high = parts.last ?? nil, parts.count <= 2, 1 < low, low <= high, high <= 50
    else { return nil }
    bounds = low...high
  }
}
