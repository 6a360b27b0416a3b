import ArgumentParser
import GraphModel
import KnowledgeGraph
import NetworkVocabulary

struct MatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Plan meetings: pairs, mentors, tables, teams; with value, bound and reasons.",
    discussion: """
      Every plan says what it is worth, what no plan can exceed, who is left over and why. --record writes it down, so that \
      the next one repeats nobody; --pack writes what an event needs.

      Examples:
        cdograph match pairs --actors Neuss Norderstedt Bochum Kiel
        cdograph match tables --event Kaffeerunde --rounds 4 --size 6 --mix-profiles --record
        cdograph match teams --challenge Hitzeschutz
      """,
    subcommands: [
      MatchMentorsCommand.self, MatchPairsCommand.self, MatchTablesCommand.self, MatchTeamsCommand.self,
    ])
}

struct MatchPairsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: "Pair people one to one, as well as possible: a maximum-weight matching, with its proof.")

  @Option(name: .long, help: "An event, whose participants meet.", completion: .custom(Completion.anything))
  var event: String?

  @Option(name: .long, help: "How many rounds of meetings; nobody meets the same twice.")
  var rounds: Int?

  @Option(name: .long, help: "How many meetings everybody takes. Default: one, or one a round.")
  var each: Int?

  @Option(
    name: .long, help: ArgumentHelp("How many meetings somebody takes; repeat it for several.", valueName: "NAME=K"))
  var capacity: [String] = []

  @Flag(name: .long, help: "Whoever would be left over joins a pair.")
  var trio = false

  @Option(name: .long, help: ArgumentHelp("Pairs worth less are not made (0 to 1).", valueName: "score"))
  var minScore = 0.0

  @OptionGroup var options: MeetingOptions

  func check() throws {
    try options.check()
    if event == nil, options.actors.isEmpty {
      throw ValidationError("say who is to meet: --event NAME or --actors A B …")
    }
    if let rounds, !(1...100).contains(rounds) { throw ValidationError("--rounds must be from 1 to 100") }
    if let each, !(1...100).contains(each) { throw ValidationError("--each must be from 1 to 100") }
    guard (0...1).contains(minScore) else { throw ValidationError("--min-score must be from 0 to 1") }
  }

  func answer() async throws {
    let workspace = try options.workspace()
    let gathering = try options.gathering(event, workspace, rounds: rounds)
    let rules = try options.rules(gathering.occasion, workspace)
    var query = PairQuery(gathering, rules)
    query.each = each ?? rounds ?? 1
    query.capacities = try options.capacities(capacity, workspace)
    query.allowsTrio = trio
    query.minimum = Int((minScore * 1000).rounded())
    let language = options.network.language.chosen
    try await options.run(workspace, date: rules.date) { try workspace.pairMeetings(query, language, execution: $0) }
  }
}

struct MatchMentorsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "mentors",
    abstract:
      "Find a mentor for everybody who needs one: a stable matching, so that no two would rather have each other.")

  @Option(name: .long, help: "An event, whose participants take part.", completion: .custom(Completion.anything))
  var event: String?

  @Option(
    name: .long, parsing: .upToNextOption, help: "Who looks for help. Default: all who state a need.",
    completion: .custom(Completion.actors))
  var mentees: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption, help: "Who may help. Default: all who state an offer.",
    completion: .custom(Completion.actors))
  var mentors: [String] = []

  @Option(name: .long, help: "How many people a mentor takes.")
  var each = 1

  @Option(name: .long, help: ArgumentHelp("How many somebody takes; repeat it for several.", valueName: "NAME=K"))
  var capacity: [String] = []

  @OptionGroup var options: MeetingOptions

  func check() throws {
    try options.check()
    if event == nil, options.actors.isEmpty, mentees.isEmpty || mentors.isEmpty {
      throw ValidationError("say who takes part: --event NAME, --actors A B …, or --mentees and --mentors")
    }
    guard (1...100).contains(each) else { throw ValidationError("--each must be from 1 to 100") }
    if !options.must.isEmpty { throw ValidationError("--must would break what makes a matching stable; leave it away") }
  }

  func answer() async throws {
    let workspace = try options.workspace()
    let language = options.network.language.chosen
    func resolved(_ names: [String]) throws -> [NodeID] {
      try names.map { try workspace.resolve($0, among: [.actor], language) }
    }
    var all = options
    all.actors += mentees + mentors
    let gathering = try all.gathering(event, workspace)
    let rules = try options.rules(gathering.occasion, workspace, preset: "learn-from")
    var query = MentorQuery(gathering, rules)
    (query.mentees, query.mentors) = (try resolved(mentees), try resolved(mentors))
    query.each = each
    query.capacities = try options.capacities(capacity, workspace)
    try await options.run(workspace, date: rules.date) { _ in try workspace.mentorMeetings(query, language) }
  }
}
