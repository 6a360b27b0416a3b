public import GraphModel
import GraphStore
import Matchmaking
import NetworkVocabulary

/// How to find mentors.
public struct MentorQuery: Sendable {
  /// Who takes part.
  public var gathering: Gathering
  /// The rules.
  public var rules: MeetingRules
  /// Who looks for help; whoever states a need where empty.
  public var mentees: [NodeID] = []
  /// Who may help; whoever states an offer where empty.
  public var mentors: [NodeID] = []
  /// How many mentees a mentor takes.
  public var each = 1
  /// How many somebody takes who differs from that.
  public var capacities: [NodeID: Int] = [:]

  /// Everybody who states a need or an offer.
  public init(_ gathering: Gathering, _ rules: MeetingRules) { (self.gathering, self.rules) = (gathering, rules) }
}

extension Workspace {
  /// Finds a mentor for everybody who needs one: a stable matching.
  ///
  /// - Throws: ``MeetingError`` where nobody needs or offers anything.
  public func mentorMeetings(_ query: MentorQuery, _ language: Language) throws(MeetingError) -> MeetingOutcome {
    let (gathering, rules) = (query.gathering, query.rules)
    let people = gathering.people
    func having(_ type: EdgeType) -> [NodeID] {
      people.filter { !meetingGraph.neighbors(of: $0, .outgoing, type).isEmpty }
    }
    let mentees = (query.mentees.isEmpty ? having(.needs) : query.mentees).sorted()
    let mentors = (query.mentors.isEmpty ? having(.offers) : query.mentors).sorted()
    if mentees.isEmpty {
      throw MeetingError("nobody here states a need; add ties of the type 'needs', or name --mentees")
    }
    if mentors.isEmpty {
      throw MeetingError("nobody here states an offer; add ties of the type 'offers', or name --mentors")
    }
    try checkCapacities(query.capacities, of: mentors)
    let never = Set(rules.never.map { TwoNodes($0.0, $0.1) })
    let encounters = meetingHistory(.mentors, gathering.occasion, date: rules.date).encounters(of: ids(of: people))
    func excluded(_ one: NodeID, _ other: NodeID) -> Bool {
      if never.contains(TwoNodes(one, other)) { return true }
      guard case .never = rules.repeats, let first = gathering.position(of: one),
        let second = gathering.position(of: other)
      else { return false }
      return encounters[TwoPeople(first, second), default: 0] > 0
    }
    let plan = meetingMatchmaker.mentorPlan(
      mentees: mentees, mentors: mentors, places: mentors.map { query.capacities[$0] ?? query.each },
      preset: rules.preset, excluded: excluded)
    let groups = plan.matches.enumerated().map { group($1, $0 + 1, language) }
    let points = plan.matches.reduce(0) { $0 + $1.option.wish.points }
    let stable = plan.blocking.isEmpty
    let statement = Wording(
      "\(groups.count) von \(mentees.count) \(groups.count.form("hat", "haben")) eine Begleitung. \(stable ? "Stabil" : "Nicht stabil"): unter \(plan.optionCount.counted("möglichen Paar", "möglichen Paaren")) \(plan.blocking.count.form("ist", "sind")) \(plan.blocking.count), die einander lieber hätten (nachgezählt). Für die Suchenden gibt es keine bessere stabile Lösung.",
      "\(groups.count) of \(mentees.count) \(groups.count.form("has", "have")) a mentor. \(stable ? "Stable" : "Not stable"): of \(plan.optionCount.counted("possible pair", "possible pairs")) \(plan.blocking.count) would rather have each other (counted). No stable solution is better for those who seek."
    )[language]
    return MeetingOutcome(
      kind: .mentors, occasion: gathering.occasion, people: people, groups: groups, points: points, bound: points,
      isOptimal: stable, statements: [statement] + free(plan, language) + withheldStatement(gathering, language),
      leftovers: plan.unmatched.map { ($0.mentee, text(of: $0.reason, language)) })
  }

  /// Refuses a capacity of somebody who takes nobody: whoever typed it meant another one, or another role.
  private func checkCapacities(_ capacities: [NodeID: Int], of mentors: [NodeID]) throws(MeetingError) {
    let isMentor = Set(mentors)
    guard let stranger = capacities.keys.sorted().first(where: { !isMentor.contains($0) }) else { return }
    let names = mentors.prefix(8).map { plainName(of: $0) } + (mentors.count > 8 ? ["…"] : [])
    throw MeetingError(
      "'\(plainName(of: stranger))' is no mentor here and has no --capacity; mentors are \(names.joined(separator: ", "))"
    )
  }

  private func group(_ match: MentorPlan.Match, _ number: Int, _ language: Language) -> MeetingOutcome.Group {
    let rank = Wording(
      "Wunsch Nr. \(match.rank.mentor) der einen, Nr. \(match.rank.mentee) der anderen Seite.",
      "Choice no. \(match.rank.mentor) of the one side, no. \(match.rank.mentee) of the other.")[language]
    return MeetingOutcome.Group(
      slot: nil, place: number,
      members: [
        MeetingOutcome.Member(
          node: match.option.mentor, role: .mentor, reason: nil),
        MeetingOutcome.Member(node: match.option.mentee, role: .mentee, reason: nil),
      ], points: match.option.wish.points,
      reason: match.option.reason(in: graph, language) + " " + rank,
      opener: match.option.opener(in: graph, language))
  }

  private func free(_ plan: MentorPlan, _ language: Language) -> [String] {
    guard !plan.free.isEmpty else { return [] }
    let list = plan.free.map { name(of: $0.mentor, language) + ($0.places > 1 ? " (\($0.places))" : "") }
    return [
      Wording("Zum Begleiten noch frei: ", "Still free to mentor: ")[language] + list.joined(separator: ", ") + "."
    ]
  }

  private func text(of reason: MentorPlan.Reason, _ language: Language) -> String {
    switch reason {
    case .noNeed: Wording("nennt keinen Bedarf", "states no need")[language]
    case .noOffer: Wording("niemand bietet, was gesucht wird", "nobody offers what is needed")[language]
    case .excluded:
      Wording(
        "wer helfen könnte, ist ausgeschlossen oder war es schon", "who could help is ruled out or did so before")[
          language]
    case .full(let mentors):
      Wording(
        "ohne Begleitung, alle Plätze vergeben bei: \(mentors.map { name(of: $0, language) }.joined(separator: ", "))",
        "without a mentor, all places taken with: \(mentors.map { name(of: $0, language) }.joined(separator: ", "))")[
          language]
    }
  }
}
