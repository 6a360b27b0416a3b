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
    if rules.forbidsRepeats, meetings.plan.repeats > 0 { throw refusal(meetings) }
    let report = TableReport(
      workspace: self, query: query, request: request, meetings: meetings, pairs: pairs, language: language)
    return report.outcome
  }

  private func refusal(_ meetings: TableMeetings) -> MeetingError {
    let count = meetings.plan.repeats
    guard let other = meetings.alternative, !other.leavesAlone else {
      return MeetingError(
        "--no-repeats cannot be kept, repeated meetings: \(count); fewer --rounds, another --size or more --effort may help, --repeat-cost allows them"
      )
    }
    return MeetingError(
      "--no-repeats cannot be kept, repeated meetings: \(count); --size \(other.size) --rounds \(other.rounds) does without, --repeat-cost allows them"
    )
  }
}
