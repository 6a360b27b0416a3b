public import GraphAlgorithms
public import GraphModel
import GraphStore
import Matchmaking
import NetworkVocabulary

/// How to seat people at tables.
public struct TableQuery: Sendable {
  /// Who takes part.
  public var gathering: Gathering
  /// The rules.
  public var rules: MeetingRules
  /// The most people at a table.
  public var size: Int
  /// How often everybody sits down anew.
  public var rounds: Int
  /// Who stays at a table.
  public var hosts: [NodeID] = []
  /// Whether each table should have somebody of each profile.
  public var mixesProfiles = false
  /// Chooses between plans that are equally good.
  public var seed: UInt64 = 1
  /// How many swaps are tried for each seat.
  public var effort = 4000

  /// Tables of a size over rounds.
  public init(_ gathering: Gathering, _ rules: MeetingRules, size: Int, rounds: Int) {
    (self.gathering, self.rules, self.size, self.rounds) = (gathering, rules, size, rounds)
  }
}

extension Workspace {
  /// Seats people at tables; see `tableMeetings(for:execution:)`.
  ///
  /// - Throws: ``MeetingError`` where a rule names somebody else or hosts do not fit; `Cancelled`.
  public func tablePlan(
    _ query: TableQuery, _ language: Language, execution: Execution = Execution()
  ) throws -> MeetingOutcome {
    let (gathering, rules) = (query.gathering, query.rules)
    let pairs = try meetingMatchmaker.pairs(among: gathering.people, preset: rules.preset, execution: execution)
    var request = TableRequest(
      MeetingScores(gathering.people, pairs: pairs), size: query.size, rounds: query.rounds)
    request.hosts = query.hosts.compactMap { gathering.position(of: $0) }
    request.must = try rules.must.map { try twoPeople($0, gathering) }
    request.never = Set(try rules.never.map { try twoPeople($0, gathering) })
    request.absences = (0..<query.rounds).map { round in
      guard round < gathering.slots.count else { return [] }
      return gathering.people.indices.filter { !gathering.availability[$0].contains(round) }
    }
    if query.mixesProfiles {
      request.sides = [RoleFocus.inward, .outward].map { side in
        gathering.people.indices.filter { person in
          let focus = RoleFocus(of: gathering.people[person], in: meetingGraph)
          return focus == side || focus == .both
        }
      }
    }
    request.encounters = meetingHistory(.tables, gathering.occasion, date: rules.date)
      .encounters(of: ids(of: gathering.people))
    (request.repeats, request.seed, request.effort) = (rules.repeats, query.seed, query.effort)
    guard let meetings = try tableMeetings(for: request, execution: execution) else {
      throw MeetingError("a table has more hosts than seats; raise --size or name fewer --hosts")
    }
    let report = TableReport(
      workspace: self, query: query, request: request, meetings: meetings, pairs: pairs, language: language)
    return report.outcome
  }
}

/// A table plan in words.
struct TableReport {
  let workspace: Workspace
  let query: TableQuery
  let request: TableRequest
  let meetings: TableMeetings
  let pairs: [PairScore]
  let language: Language

  private var plan: TablePlan { meetings.plan }
  private var people: [NodeID] { query.gathering.people }

  func slot(_ round: Int) -> String {
    round < query.gathering.slots.count ? query.gathering.slots[round] : "R\(round + 1)"
  }

  var outcome: MeetingOutcome {
    let known = Dictionary(uniqueKeysWithValues: pairs.map { (TwoNodes($0.first, $0.second), $0) })
    let groups = plan.rounds.enumerated().flatMap { round, tables in
      tables.enumerated().filter { !$1.isEmpty }.map { table, seated in
        group(seated, round, table, known)
      }
    }
    let isOptimal =
      plan.reunions == plan.reunionBound && plan.score == plan.scoreBound && plan.broken.isEmpty && plan.lacks == 0
    return MeetingOutcome(
      kind: .tables, occasion: query.gathering.occasion, people: people, groups: groups, points: Int(plan.score),
      bound: Int(plan.scoreBound), isOptimal: isOptimal, statements: statements, leftovers: leftovers,
      reunions: meetings.reunions.map { again in
        MeetingOutcome.Reunion(
          first: people[again.people.first], second: people[again.people.second], slots: again.rounds.map(slot),
          earlier: again.earlier)
      })
  }

  private func group(
    _ seated: [Int], _ round: Int, _ table: Int, _ known: [TwoNodes: PairScore]
  ) -> MeetingOutcome.Group {
    let hosts = request.hosts.indices.contains(table) ? [request.hosts[table]] : []
    let members = (seated.filter { hosts.contains($0) } + seated.filter { !hosts.contains($0) }).map { person in
      MeetingOutcome.Member(
        node: people[person], role: hosts.contains(person) ? Wording("leitet den Tisch", "hosts")[language] : nil,
        reason: nil)
    }
    let scores = seated.enumerated().flatMap { place, one in
      seated[(place + 1)...].compactMap { known[TwoNodes(people[one], people[$0])] }
    }
    // The first of the best, as the list is ordered by people.
    let best = scores.max { ($0.points, $1.first) < ($1.points, $0.first) }
    let names = best.map {
      "\(workspace.name(of: $0.first, language)) – \(workspace.name(of: $0.second, language))"
    }
    let reason = best.map {
      "\(names ?? ""): \($0.reason(in: workspace.graph, at: query.gathering.occasion, language))"
    }
    return MeetingOutcome.Group(
      slot: slot(round), place: table + 1, members: members, points: scores.reduce(0) { $0 + $1.points },
      reason: reason ?? "", opener: best?.opener(in: workspace.graph, isAlone: seated.count == 2, language) ?? "")
  }

  private var leftovers: [(node: NodeID, reason: String)] {
    people.indices.compactMap { person in
      let missed = (0..<query.rounds).filter { request.absences[$0].contains(person) }.map(slot)
      guard !missed.isEmpty else { return nil }
      let list = missed.joined(separator: ", ")
      return (
        people[person],
        Wording("in \(list) nicht da (eigene Angabe)", "not there in \(list) (own statement)")[language]
      )
    }
  }
}
