import ArgumentParser
import GraphModel
import KnowledgeGraph
import NetworkVocabulary

struct MatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: Wording(
      "Treffen planen: Paare, Mentorinnen und Mentoren, Tische, Teams; mit Wert, Schranke und Gründen.",
      "Plan meetings: pairs, mentors, tables, teams; with value, bound and reasons."),
    discussion: Wording(
      """
      Jeder Plan sagt, was er wert ist, was kein Plan übertreffen kann, wer übrig bleibt und warum. --record \
      vermerkt ihn, damit der nächste niemanden wieder zusammenbringt; --pack schreibt, was eine Veranstaltung \
      braucht.
      """,
      """
      Every plan says what it is worth, what no plan can exceed, who is left over and why. --record writes it down, \
      so that the next one repeats nobody; --pack writes what an event needs.
      """),
    examples: [
      #"cdograph match pairs --actors "CDO Neuss" "CDO Bochum" "CDO Kiel" "CDO Bonn""#,
      "cdograph match tables --event beispiel-kaffeerunde --graph Graph --graph Graph/examples",
      "cdograph match teams --challenge Hitzeschutz --graph Graph --graph Graph/examples",
    ],
    subcommands: [
      MatchMentorsCommand.self, MatchPairsCommand.self, MatchTablesCommand.self, MatchTeamsCommand.self,
    ])

  @OptionGroup var language: LanguageOption
}

struct MatchPairsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: Wording(
      "Menschen zu zweit zusammenbringen, so gut es geht: ein Matching mit dem größten Wert, samt Beweis.",
      "Pair people one to one, as well as possible: a maximum-weight matching, with its proof."),
    examples: [
      #"cdograph match pairs --actors "CDO Neuss" "CDO Bochum" "CDO Kiel" "CDO Bonn""#,
      "cdograph match pairs --actors cdo-bochum cdo-bonn cdo-kiel cdo-neuss --rounds 3",
      "cdograph match pairs --actors cdo-kiel cdo-neuss --history . --record --pack mappe",
    ])

  @Option(
    name: .long,
    help: .words("Eine Veranstaltung, deren Teilnehmende sich treffen.", "An event, whose participants meet.", .event),
    completion: .custom(Completion.anything))
  var event: String?

  @Option(
    name: .long,
    help: .words(
      "Wie viele Runden; niemand trifft jemanden zweimal.", "How many rounds of meetings; nobody meets anybody twice.",
      .count))
  var rounds: Int?

  @Option(
    name: .long,
    help: .words(
      "Wie viele Treffen jede Person hat. Standard: eines, oder eines je Runde.",
      "How many meetings everybody has. Default: one, or one a round.", .count))
  var each: Int?

  @Option(
    name: .long,
    help: .words(
      "Wie viele Treffen eine bestimmte Person hat; für mehrere wiederholen.",
      "How many meetings one person has; repeat it for several.", .nameAndCount))
  var capacity: [String] = []

  @Flag(
    name: .long, help: .words("Wer übrig bliebe, kommt zu einem Paar dazu.", "Whoever would be left over joins a pair.")
  )
  var trio = false

  @Option(
    name: .long,
    help: .words(
      "Paare mit kleinerem Wert werden nicht gebildet.", "Pairs with a lower score are not made.", .score))
  var minScore = 0.0

  @OptionGroup var options: MeetingOptions

  func check() throws {
    try options.check()
    if event == nil, options.actors.isEmpty {
      throw ValidationError("say who is to meet: --event NAME or --actors A B …")
    }
    try check("--rounds", rounds, in: 1...100)
    try check("--each", each, in: 1...100)
    try check("--min-score", minScore, in: 0...1)
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
    abstract: Wording(
      """
      Für alle, die Hilfe brauchen, eine Mentorin oder einen Mentor finden: stabil, so dass keine zwei einander \
      lieber hätten.
      """,
      """
      Find a mentor for everybody who needs one: a stable matching, so that no two would rather have each other.
      """),
    examples: [
      #"cdograph match mentors --mentees "CDO Kiel" --mentors "CDO Neuss" "CDO Bochum""#
    ])

  @Option(
    name: .long,
    help: .words(
      "Eine Veranstaltung, deren Teilnehmende mitmachen.", "An event, whose participants take part.", .event),
    completion: .custom(Completion.anything))
  var event: String?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: .words(
      "Wer Hilfe sucht. Standard: alle, die einen Bedarf nennen.", "Who looks for help. Default: all who state a need.",
      .actor),
    completion: .custom(Completion.actors))
  var mentees: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: .words(
      "Wer helfen kann. Standard: alle, die ein Angebot nennen.", "Who may help. Default: all who state an offer.",
      .actor),
    completion: .custom(Completion.actors))
  var mentors: [String] = []

  @Option(
    name: .long,
    help: .words(
      "Wie viele Personen jede Mentorin und jeder Mentor begleitet.", "How many people every mentor takes.", .count)
  )
  var each = 1

  @Option(
    name: .long,
    help: .words(
      "Wie viele eine bestimmte Person begleitet; für mehrere wiederholen.",
      "How many a certain mentor takes; repeat it for several.", .nameAndCount))
  var capacity: [String] = []

  @OptionGroup var options: MeetingOptions

  func check() throws {
    try options.check()
    if event == nil, options.actors.isEmpty, mentees.isEmpty || mentors.isEmpty {
      throw ValidationError("say who takes part: --event NAME, --actors A B …, or --mentees and --mentors")
    }
    try check("--each", each, in: 1...100)
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
