public import GraphAlgorithms
public import GraphModel
import GraphStore
import Matchmaking
import NetworkVocabulary

/// How to make teams for a challenge.
public struct TeamQuery: Sendable {
  /// The challenge.
  public var challenge: NodeID
  /// The rules.
  public var rules: MeetingRules
  /// Who may be in a team; everybody who covers a needed topic where empty.
  public var actors: [NodeID] = []
  /// How many teams.
  public var teams = 2
  /// The smallest and the largest team; what the challenge says where `nil`.
  public var size: ClosedRange<Int>?
  /// Who has to be in a team.
  public var members: [NodeID] = []

  /// Teams of everybody who can help.
  public init(_ challenge: NodeID, _ rules: MeetingRules) { (self.challenge, self.rules) = (challenge, rules) }
}

extension Workspace {
  /// Makes teams that cover what a challenge needs; see `teamPlan(for:execution:)`.
  ///
  /// - Throws: ``MeetingError`` where there are too few people or the challenge names no topics; `Cancelled`.
  public func teamMeetings(
    _ query: TeamQuery, _ language: Language, execution: Execution = Execution()
  ) throws -> MeetingOutcome {
    let title = plainName(of: query.challenge)
    let needed = graph.neighbors(of: query.challenge, .outgoing, .requires)
    let topics = needed.isEmpty ? graph.neighbors(of: query.challenge, .outgoing, .about) : needed
    guard !topics.isEmpty else {
      throw MeetingError("'\(title)' names no topics; give it neededTopics in challenges.json")
    }
    let size = query.size ?? teamSize(of: query.challenge)
    let candidates = teamCandidates(query, topics)
    guard candidates.people.count >= query.teams * size.lowerBound else {
      throw MeetingError(
        "\(candidates.people.count) can help with '\(title)', but --teams \(query.teams) needs \(query.teams * size.lowerBound); ask for fewer --teams or a smaller --size"
      )
    }
    var request = candidates.request(size: size, teams: query.teams)
    request.must = try query.members.map { member throws(MeetingError) in
      if let position = candidates.people.firstIndex(of: member) { return position }
      throw MeetingError(
        "'\(plainName(of: member))' is neither of a municipality, of civil society, a company nor of research; leave it away"
      )
    }
    let never = try query.rules.never.map { pair throws(MeetingError) in try candidates.pair(pair, self) }
    request.never = Set(never)
    request.encounters = meetingHistory(.teams, query.challenge, date: query.rules.date)
      .encounters(of: ids(of: candidates.people))
    switch query.rules.repeats {
    case .cost(let cost): request.repeatCost = cost
    case .never: request.never.formUnion(request.encounters.keys)
    }
    guard let plan = try teamPlan(for: request, execution: execution) else {
      throw MeetingError("more people are demanded than fit into the teams; name fewer --with")
    }
    let report = TeamReport(
      workspace: self, query: query, topics: topics, candidates: candidates, plan: plan, size: size, language: language)
    return report.outcome
  }

  /// What the challenge says, or four to six.
  private func teamSize(of challenge: NodeID) -> ClosedRange<Int> {
    guard case .map(let bounds)? = graph.value("teamSize", of: challenge), let low = bounds["min"]?.integer,
      let high = bounds["max"]?.integer, 0 < low, low <= high
    else { return 4...6 }
    return Int(low)...Int(high)
  }

  /// Who may be in a team: named, or all who cover a needed topic and are no place that was only derived from a project.
  private func teamCandidates(_ query: TeamQuery, _ topics: [NodeID]) -> TeamCandidates {
    let matchmaker = meetingMatchmaker
    let open = query.actors.isEmpty ? matchmaker.actors : query.actors.sorted()
    let chosen = Set(query.actors + query.members)
    var candidates = TeamCandidates(matchmaker: matchmaker)
    for actor in (open + query.members.filter { !open.contains($0) }).sorted() where meetingGraph.contains(actor) {
      guard let kind = graph.value(.kind, of: actor)?.text, let sector = TeamSector(kind: kind) else { continue }
      let covers = matchmaker.covers(of: actor, for: topics)
      let isDerived = graph.value(.derived, of: actor)?.boolean == true
      guard chosen.contains(actor) || (!isDerived && covers.contains { $0 != nil }) else { continue }
      candidates.people.append(actor)
      candidates.sectors.append(sector)
      candidates.covers.append(covers)
    }
    return candidates
  }
}

/// Who may be in a team, with what each brings.
struct TeamCandidates {
  let matchmaker: Matchmaker<PropertyGraph>
  var people: [NodeID] = []
  var sectors: [TeamSector] = []
  var covers: [[TopicCover?]] = []

  init(matchmaker: Matchmaker<PropertyGraph>) { self.matchmaker = matchmaker }

  func request(size: ClosedRange<Int>, teams: Int) -> TeamRequest {
    TeamRequest(
      coverage: covers.map { $0.map { $0?.degree ?? 0 } }, sectors: sectors.map(\.rawValue),
      sectorCount: TeamSector.allCases.count,
      ties: MeetingScores(people) { matchmaker.teamTie(people[$0], people[$1])?.closeness ?? 0 }, size: size,
      teamCount: teams)
  }

  func pair(_ pair: (NodeID, NodeID), _ workspace: Workspace) throws(MeetingError) -> TwoPeople {
    guard let one = people.firstIndex(of: pair.0), let other = people.firstIndex(of: pair.1) else {
      let outside = people.contains(pair.0) ? pair.1 : pair.0
      throw MeetingError("'\(workspace.plainName(of: outside))' is no candidate for a team; leave the rule away")
    }
    return TwoPeople(one, other)
  }
}
