import CypherEngine
import CypherSyntax
import GraphModel
import GraphStore
import Matchmaking
import NetworkFiles
import NetworkVocabulary

/// Plans of meetings as procedures of the query language; whoever met according to the history of the network does not meet again.
enum MeetingProcedures {
  static func all(_ network: Network) -> [CallableProcedure] {
    [mentors(network), pairs(network), tables(network), teams(network)]
  }

  private static func pairs(_ network: Network) -> CallableProcedure {
    CallableProcedure(
      name: "match.pairs",
      summary:
        "Pairs people one to one, as many and as good as possible; each takes one meeting. Options: trio, minimum (score), again (whoever has met may meet again), preset, language ('de', 'en').",
      parameters: people + options, columns: [("people", .list), ("score", .float), ("reason", .string)]
    ) { arguments, context throws(CypherError) in
      let call = try MeetingCall(
        arguments, network, context, "match.pairs", ["trio", "minimum", "again", "preset", "language"])
      var query = PairQuery(try call.gathering(), try call.rules("similar"))
      query.allowsTrio = call["trio"] == .boolean(true)
      query.minimum = Int((try call.score("minimum") * 1000).rounded())
      let plan = try call.planned { try call.workspace.pairMeetings(query, call.language) }
      return plan.groups.map { [.list($0.members.map { .node($0.node) }), .float($0.score), .string($0.reason)] }
    }
  }

  private static func mentors(_ network: Network) -> CallableProcedure {
    CallableProcedure(
      name: "match.mentors",
      summary:
        "A mentor for everybody of some people who states a need: a stable matching. Options: places (of each mentor), again (whoever has met may meet again), preset, language.",
      parameters: people + options,
      columns: [("mentor", .node), ("mentee", .node), ("score", .float), ("reason", .string)]
    ) { arguments, context throws(CypherError) in
      let call = try MeetingCall(
        arguments, network, context, "match.mentors", ["places", "again", "preset", "language"])
      var query = MentorQuery(try call.gathering(), try call.rules("learn-from"))
      query.each = try call.count("places", 1)
      let plan = try call.planned { try call.workspace.mentorMeetings(query, call.language) }
      return plan.groups.map { group in
        group.members.prefix(2).map { .node($0.node) } + [.float(group.score), .string(group.reason)]
      }
    }
  }

  private static func tables(_ network: Network) -> CallableProcedure {
    CallableProcedure(
      name: "match.tables",
      summary:
        "Seats people at tables over rounds; nobody meets twice where that is possible. Options: size, rounds, hosts, mix, seed, again (whoever has met may meet again), preset, language.",
      parameters: people + options,
      columns: [("round", .integer), ("table", .integer), ("people", .list), ("score", .float)]
    ) { arguments, context throws(CypherError) in
      let call = try MeetingCall(
        arguments, network, context, "match.tables",
        ["size", "rounds", "hosts", "mix", "seed", "again", "preset", "language"])
      let rounds = try call.count("rounds", 3)
      var query = TableQuery(
        try call.gathering(rounds: rounds), try call.rules("similar"), size: try call.count("size", 4), rounds: rounds)
      query.hosts = try call.nodes(call["hosts"] ?? .list([]), [.actor])
      query.mixesProfiles = call["mix"] == .boolean(true)
      query.seed = UInt64(try call.count("seed", 1))
      query.effort = 1000
      let plan = try call.planned { try call.workspace.tablePlan(query, call.language) }
      let slots = call.workspace.slots(of: plan)
      return plan.groups.map { group in
        [
          .integer(Int64((slots.firstIndex(of: group.slot ?? "") ?? 0) + 1)), .integer(Int64(group.place)),
          .list(group.members.map { .node($0.node) }), .float(group.score),
        ]
      }
    }
  }

  private static func teams(_ network: Network) -> CallableProcedure {
    CallableProcedure(
      name: "match.teams",
      summary:
        "Teams for a challenge that cover what it needs and mix municipality, civil society, business and research. Options: teams, preset, language.",
      parameters: [.init("challenge", [.node, .string])] + options,
      columns: [("team", .integer), ("member", .node), ("sector", .string), ("reason", .string), ("score", .float)]
    ) { arguments, context throws(CypherError) in
      let call = try MeetingCall(
        arguments, network, context, "match.teams", ["teams", "preset", "language"])
      var query = TeamQuery(try context.graph.named(arguments[0], [.challenge]), try call.rules("similar"))
      query.teams = try call.count("teams", 1)
      let plan = try call.planned { try call.workspace.teamMeetings(query, call.language) }
      return plan.groups.flatMap { group in
        group.members.map { member in
          [
            .integer(Int64(group.place)), .node(member.node), .string(member.role?.name[call.language] ?? ""),
            .string(member.reason ?? ""),
            .float(group.score),
          ]
        }
      }
    }
  }

  private static let people: [CallableProcedure.Parameter] = [.init("people", .list)]
  private static let options: [CallableProcedure.Parameter] = [.init("options", .map, standard: .map([:]))]
}

/// A call of one of the procedures: who is meant, and the options.
private struct MeetingCall {
  let name: String
  let workspace: Workspace
  let language: Language
  private let first: Value
  private let options: ValueMap

  init(
    _ arguments: [Value], _ network: Network, _ context: QueryContext, _ name: String, _ known: [String]
  ) throws(CypherError) {
    guard case .map(let options) = arguments[1] else {
      throw CypherError(.type, .runtime, .invalidArgumentType, "\(name) takes a map of options")
    }
    if let entry = options.entries.first(where: { !known.contains($0.key) }) {
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue, "\(name) has no option '\(entry.key)'",
        suggestion: known.joined(separator: ", "))
    }
    self.name = name
    self.options = options
    first = arguments[0]
    workspace = Workspace(folders: [], network: network.with(context.graph))
    if let named = options["language"], !named.isNull {
      language = try Language(calledBy: named.text ?? named.literal)
    } else {
      language = context.language
    }
  }

  subscript(option: String) -> Value? { options[option] }

  func count(_ option: String, _ standard: Int) throws(CypherError) -> Int {
    guard let value = options[option] else { return standard }
    guard let number = value.integer, (1...1000).contains(number) else {
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue, "'\(option)' is a number from 1 to 1000, this is \(value.literal)")
    }
    return Int(number)
  }

  /// A score from 0 to 1; 0 where none is given.
  func score(_ option: String) throws(CypherError) -> Double {
    guard let value = options[option] else { return 0 }
    guard let number = value.number, (0...1).contains(number) else {
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue, "'\(option)' is a number from 0 to 1, this is \(value.literal)")
    }
    return number
  }

  func nodes(_ value: Value, _ labels: [Label]) throws(CypherError) -> [NodeID] {
    guard case .list(let values) = value else {
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue, "a list of nodes or names was expected, this is \(value.literal)")
    }
    var found: [NodeID] = []
    for value in values { found.append(try workspace.graph.named(value, labels)) }
    return found
  }

  func gathering(rounds: Int? = nil) throws(CypherError) -> Gathering {
    let people = try nodes(first, [.actor])
    do throws(MeetingError) {
      return try workspace.gathering(event: nil, actors: people, rounds: rounds)
    } catch {
      throw CypherError(.argument, .runtime, .invalidArgumentValue, "\(name): \(error.description)")
    }
  }

  /// All that was recorded counts, whatever its day.
  func rules(_ standard: String) throws(CypherError) -> MeetingRules {
    let wanted = options["preset"]?.text ?? standard
    guard let preset = workspace.matching.preset(named: wanted) else {
      throw CypherError(.argument, .runtime, .invalidArgumentValue, "there is no preset '\(wanted)'")
    }
    var rules = MeetingRules(preset: preset, date: "9999-12-31")
    if options["again"] == .boolean(true) { rules.repeats = .cost(0) }
    return rules
  }

  func planned(_ plan: () throws -> MeetingOutcome) throws(CypherError) -> MeetingOutcome {
    do {
      return try plan()
    } catch {
      throw CypherError(.procedure, .runtime, .procedureFailed, "\(name): \(error)")
    }
  }
}

extension MeetingOutcome.Group {
  fileprivate var score: Double { Double(points) / 1000 }
}
