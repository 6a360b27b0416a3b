public import GraphAlgorithms
public import GraphModel
import GraphStore
public import Matchmaking
public import NetworkVocabulary

/// What every plan of meetings goes by.
public struct MeetingRules: Sendable {
  /// How scores are weighed.
  public var preset: MatchPreset
  /// The day of the meetings, `YYYY-MM-DD`: what was recorded later does not count.
  public var date: String
  /// Pairs that have to meet.
  public var must: [(NodeID, NodeID)] = []
  /// Pairs that must not meet.
  public var never: [(NodeID, NodeID)] = []
  /// What meeting again costs.
  public var repeats = RepeatRule.never
  /// Whether there is no plan where anybody would have to meet again, by the history or within it.
  public var forbidsRepeats = false

  /// Weighs by a preset on a day.
  public init(preset: MatchPreset, date: String) { (self.preset, self.date) = (preset, date) }
}

/// How to pair people.
public struct PairQuery: Sendable {
  /// Who is to meet.
  public var gathering: Gathering
  /// The rules.
  public var rules: MeetingRules
  /// How many meetings everybody takes.
  public var each = 1
  /// How many meetings somebody takes who differs from that.
  public var capacities: [NodeID: Int] = [:]
  /// Whether somebody left over joins a pair.
  public var allowsTrio = false
  /// Pairs worth less, in thousandths, are not made.
  public var minimum = 0

  /// One meeting for everybody.
  public init(_ gathering: Gathering, _ rules: MeetingRules) { (self.gathering, self.rules) = (gathering, rules) }
}

extension Workspace {
  /// Pairs people one to one; see `pairPlan(for:execution:)`.
  ///
  /// - Throws: ``MeetingError`` where rules contradict one another; `Cancelled`.
  public func pairMeetings(
    _ query: PairQuery, _ language: Language, execution: Execution = Execution()
  ) throws -> MeetingOutcome {
    let (gathering, rules) = (query.gathering, query.rules)
    let pairs = try meetingMatchmaker.pairs(among: gathering.people, preset: rules.preset, execution: execution)
    var request = PairRequest(MeetingScores(gathering.people, pairs: pairs))
    request.must = try rules.must.map { try twoPeople($0, gathering) }
    request.never = Set(try rules.never.map { try twoPeople($0, gathering) })
    for person in query.capacities.keys.sorted() where gathering.position(of: person) == nil { throw absent(person) }
    request.capacities = gathering.people.map { query.capacities[$0] ?? query.each }
    request.slots = gathering.slots
    request.availability = gathering.availability
    request.encounters = meetingHistory(.pairs, gathering.occasion, date: rules.date)
      .encounters(of: ids(of: gathering.people))
    (request.repeats, request.minimum, request.allowsTrio) = (rules.repeats, query.minimum, query.allowsTrio)
    let plan: PairPlan
    do {
      plan = try pairPlan(for: request, execution: execution)
    } catch let conflict as PairConflict {
      throw MeetingError(message(of: conflict, gathering))
    }
    if rules.forbidsRepeats, let pair = request.must.first(where: { request.encounters[$0, default: 0] > 0 }) {
      let (one, other) = (plainName(of: gathering.people[pair.first]), plainName(of: gathering.people[pair.second]))
      throw MeetingError(
        "'\(one)' and '\(other)' have met already, so that --must and --no-repeats cannot both hold; take one away")
    }
    let known = Dictionary(uniqueKeysWithValues: pairs.map { (TwoNodes($0.first, $0.second), $0) })
    let groups = plan.meetings.enumerated().map { number, meeting in
      group(meeting, number + 1, gathering, known, language)
    }
    return MeetingOutcome(
      kind: .pairs, occasion: gathering.occasion, people: gathering.people, groups: groups, points: plan.points,
      bound: plan.pointBound, isOptimal: plan.isOptimal,
      statements: statements(of: plan, request, gathering, rules.date, language),
      leftovers: leftovers(of: plan, gathering, language))
  }

  /// Who is away in a round, and who has nobody to meet, each with the reasons.
  private func leftovers(
    of plan: PairPlan, _ gathering: Gathering, _ language: Language
  ) -> [(node: NodeID, reason: String)] {
    let reasons = Dictionary(grouping: plan.leftovers, by: \.person)
    return gathering.people.indices.compactMap { person in
      let missed = gathering.slots.indices.filter { !gathering.availability[person].contains($0) }
      let list = missed.map { gathering.slots[$0] }.joined(separator: ", ")
      let away = Wording("in \(list) nicht da (eigene Angabe)", "not there in \(list) (own statement)")[language]
      let texts =
        (missed.isEmpty ? [] : [away])
        + (reasons[person] ?? []).map { text(of: $0.reason, gathering, language) }
      return texts.isEmpty ? nil : (gathering.people[person], texts.joined(separator: "; "))
    }
  }

  /// The scoring model over everybody who agrees to be matched.
  var meetingMatchmaker: Matchmaker<PropertyGraph> { Matchmaker(meetingGraph, matching) }

  private func absent(_ node: NodeID) -> MeetingError {
    MeetingError("'\(plainName(of: node))' is not among the people who are to meet; add it with --actors")
  }

  func twoPeople(_ pair: (NodeID, NodeID), _ gathering: Gathering) throws(MeetingError) -> TwoPeople {
    func position(_ node: NodeID) throws(MeetingError) -> Int {
      if let position = gathering.position(of: node) { return position }
      throw absent(node)
    }
    if pair.0 == pair.1 { throw MeetingError("'\(plainName(of: pair.0))' cannot meet itself; name two people") }
    return TwoPeople(try position(pair.0), try position(pair.1))
  }

  private func message(of conflict: PairConflict, _ gathering: Gathering) -> String {
    func name(_ person: Int) -> String { "'\(plainName(of: gathering.people[person]))'" }
    switch conflict {
    case .mustAndNever(let pair):
      return "\(name(pair.first)) and \(name(pair.second)) stand under both --must and --never; take one away"
    case .tooManyMust(let person):
      return "\(name(person)) has more --must than meetings; raise --each or --capacity"
    case .noSlot(let pair):
      return "\(name(pair.first)) and \(name(pair.second)) must meet but share no free round; take the --must away"
    case .trioOfMany: return "a trio is for one meeting each; leave --trio or --each, --rounds and --capacity away"
    }
  }

  private func group(
    _ meeting: PairPlan.Meeting, _ number: Int, _ gathering: Gathering, _ known: [TwoNodes: PairScore],
    _ language: Language
  ) -> MeetingOutcome.Group {
    let people = meeting.people.map { gathering.people[$0] }
    let scores = people.indices.flatMap { one in
      people.indices.dropFirst(one + 1).compactMap { known[TwoNodes(people[one], people[$0])] }
    }
    let demanded = meeting.isMust ? Wording("Gewünscht. ", "As demanded. ")[language] : ""
    return MeetingOutcome.Group(
      slot: meeting.slot.map { gathering.slots[$0] }, place: number,
      members: people.map { MeetingOutcome.Member(node: $0, role: nil, reason: nil) }, points: meeting.points,
      reason: demanded + scores.reason(in: graph, at: gathering.occasion, language),
      opener: scores.opener(in: graph, language))
  }

  private func statements(
    of plan: PairPlan, _ request: PairRequest, _ gathering: Gathering, _ date: String, _ language: Language
  ) -> [String] {
    let value = plan.points.thousandths
    let count = plan.meetings.count
    var texts: [String] = []
    if plan.isOptimal {
      let proof =
        switch plan.proof {
        case .prices: Wording("duale Preise", "dual prices")
        case .search: Wording("alle Pläne durchsucht", "all plans searched through")
        }
      texts.append(
        Wording(
          "Treffen: \(count), Wert \(value); Schranke \(plan.pointBound.thousandths): bewiesen, kein Plan mit so vielen Treffen ist besser (\(proof.german)).",
          "Meetings: \(count), value \(value); bound \(plan.pointBound.thousandths): proved, no plan with as many meetings is better (\(proof.english))."
        )[language])
    } else {
      texts.append(
        Wording(
          "\(count) von höchstens \(plan.meetingBound) Treffen, Wert \(value) von höchstens \(plan.pointBound.thousandths).",
          "\(count) of at most \(plan.meetingBound.counted("meeting", "meetings")), value \(value) of at most \(plan.pointBound.thousandths)."
        )[
          language])
    }
    if !plan.emptySlots.isEmpty {
      let list = plan.emptySlots.map { gathering.slots[$0] }.joined(separator: ", ")
      texts.append(
        Wording(
          "In \(list) trifft sich niemand: wer dann da ist und sich treffen darf, hat sich schon getroffen.",
          "Nobody meets in \(list): whoever is there then and may meet has met already.")[language])
    }
    let banned = request.encounters.count
    if banned > 0 {
      let rule: Wording =
        if case .cost(let cost) = request.repeats {
          Wording("jedes Wiedersehen kostet \(cost.thousandths)", "meeting again costs \(cost.thousandths)")
        } else {
          Wording("keines davon wird wiederholt", "none of them is repeated")
        }
      let declined = declinedNote(gathering, date)
      texts.append(
        Wording(
          "Paare, die laut Verlauf schon zusammengebracht wurden: \(banned)\(declined.german); \(rule.german).",
          "Pairs that were brought together before according to the history: \(banned)\(declined.english); \(rule.english)."
        )[language])
    }
    return texts + openRoundsStatement(gathering.slots, gathering, language)
      + withheldStatement(gathering, language)
  }

  func withheldStatement(_ gathering: Gathering, _ language: Language) -> [String] {
    guard gathering.withheld > 0 else { return [] }
    return [
      Wording(
        gathering.withheld.counted(
          "eingeladene Person fehlt, weil sie der Vermittlung nicht zugestimmt hat.",
          "eingeladene Personen fehlen, weil sie der Vermittlung nicht zugestimmt haben."),
        gathering.withheld.counted(
          "of those invited is left out because it has not agreed to be matched.",
          "of those invited are left out because they have not agreed to be matched."))[language]
    ]
  }

  private func text(of reason: PairPlan.Reason, _ gathering: Gathering, _ language: Language) -> String {
    switch reason {
    case .idle(let slots, let idleness):
      let list = slots.map { gathering.slots[$0] }.joined(separator: ", ")
      let cause = idleness.cause
      return Wording(
        "in \(list) ohne Gegenüber: \(cause.german)", "without a partner in \(list): \(cause.english)")[language]
    case .noCapacity: return Wording("nimmt kein Treffen", "takes no meeting")[language]
    case .outbid(let allowed, true):
      return Wording(
        "ungerade Zahl: jemand bleibt übrig, und so kostet es am wenigsten (\(allowed.counted("wäre", "wären")) möglich gewesen)",
        "odd number: somebody is left over, and this costs least (\(allowed) would have been possible)")[language]
    case .outbid(let allowed, false):
      return allowed == 1
        ? Wording(
          "das einzige mögliche Gegenüber ist in einem Treffen, ohne das der Plan schlechter wäre",
          "the only possible partner is in a meeting without which the plan would be worse")[language]
        : Wording(
          "alle \(allowed) möglichen Gegenüber sind in Treffen, ohne die der Plan schlechter wäre",
          "all \(allowed) possible partners are in meetings without which the plan would be worse")[language]
    case .nobodyAllowed(let counts):
      let parts = PairObstacle.allCases.compactMap { obstacle in
        counts[obstacle].map { "\($0) × \(obstacle.name[language])" }
      }
      return Wording("niemand ist möglich: ", "nobody is possible: ")[language] + parts.joined(separator: ", ")
    }
  }
}

/// Two nodes, the smaller first.
struct TwoNodes: Hashable {
  private let first: NodeID
  private let second: NodeID

  init(_ one: NodeID, _ other: NodeID) { (first, second) = (min(one, other), max(one, other)) }
}

extension Int {
  /// Thousandths as a number with three decimals.
  public var thousandths: String {
    let digits = String(abs(self) % 1000)
    return (self < 0 ? "-" : "") + "\(abs(self) / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

extension PairPlan.Idleness {
  fileprivate var cause: Wording {
    switch self {
    case .metAll: Wording("alle möglichen sind schon getroffen", "all possible ones have been met")
    case .odd: Wording("ungerade Zahl, jemand bleibt übrig", "odd number, somebody is left over")
    case .outbid:
      Wording(
        "wer noch möglich wäre, ist dann in anderen Treffen", "whoever would be possible has another meeting then")
    }
  }
}

extension PairObstacle {
  fileprivate var name: Wording {
    switch self {
    case .never: Wording("ausgeschlossen", "ruled out")
    case .noCommonSlot: Wording("keine gemeinsame Zeit", "no common time")
    case .metBefore: Wording("schon zusammengebracht", "brought together before")
    case .belowMinimum: Wording("unter dem Mindestwert", "below the minimum")
    }
  }
}
