/// People who are to meet one to one, and what has to hold.
public struct PairRequest: Sendable {
  /// The people and what each pair is worth.
  public var scores: MeetingScores
  /// Pairs that have to meet, also when they met before.
  public var must: [TwoPeople] = []
  /// Pairs that must not meet.
  public var never: Set<TwoPeople> = []
  /// How many meetings each person can take.
  public var capacities: [Int]
  /// The rounds or times in order; empty where meetings have no time.
  public var slots: [String] = []
  /// When each person can come: positions in ``slots``.
  public var availability: [Set<Int>]
  /// How often people met before.
  public var encounters: [TwoPeople: Int] = [:]
  /// What meeting again costs.
  public var repeats = RepeatRule.never
  /// Pairs that are worth less are not made.
  public var minimum = 0
  /// Whether somebody who would be left over joins a pair.
  public var allowsTrio = false

  /// One meeting for everybody, at any time.
  public init(_ scores: MeetingScores) {
    self.scores = scores
    capacities = Array(repeating: 1, count: scores.people.count)
    availability = Array(repeating: [], count: scores.people.count)
  }

  /// Why two people cannot be paired; `nil` where they can.
  func obstacle(_ pair: TwoPeople) -> PairObstacle? {
    if must.contains(pair) { return nil }
    if never.contains(pair) { return .never }
    if !slots.isEmpty, availability[pair.first].isDisjoint(with: availability[pair.second]) { return .noCommonSlot }
    if case .never = repeats, encounters[pair, default: 0] > 0 { return .metBefore }
    if scores[pair.first, pair.second] < minimum { return .belowMinimum }
    return nil
  }

  /// What a pair adds to the value of a plan.
  func worth(_ pair: TwoPeople) -> Int {
    let points = scores[pair.first, pair.second]
    guard case .cost(let cost) = repeats else { return points }
    return points - cost * encounters[pair, default: 0]
  }
}

/// Why two people cannot be paired.
public enum PairObstacle: String, CaseIterable, Hashable, Sendable {
  /// It was forbidden.
  case never
  /// They share no round.
  case noCommonSlot
  /// They met before.
  case metBefore
  /// The score is below the minimum.
  case belowMinimum
}

/// Rules of a request that contradict one another.
public enum PairConflict: Error, Hashable, Sendable {
  /// The pair is demanded and forbidden.
  case mustAndNever(TwoPeople)
  /// The person has to meet more people than it can.
  case tooManyMust(Int)
  /// The two have to meet and share no round that is free.
  case noSlot(TwoPeople)
  /// A trio is for one meeting each.
  case trioOfMany
}

/// Who meets whom, how good that is, and how good it could be at best.
public struct PairPlan: Hashable, Sendable {
  /// People who meet.
  public struct Meeting: Hashable, Sendable {
    /// Two people, or three; ascending.
    public let people: [Int]
    /// The position of the round or time; `nil` where meetings have none.
    public let slot: Int?
    /// What the meeting is worth, in thousandths: of a trio its three pairs.
    public let points: Int
    /// Whether the pair was demanded.
    public let isMust: Bool
  }

  /// Why somebody meets nobody.
  public enum Reason: Hashable, Sendable {
    /// Nobody is allowed: how many others for which reason, by `allCases`.
    case nobodyAllowed([PairObstacle: Int])
    /// So many were allowed, and all of them are taken by pairs that make the whole better; the number of people may be odd.
    case outbid(allowed: Int, isOdd: Bool)
    /// The person can take no meeting.
    case noCapacity
    /// The person has meetings, but fewer than it could take, and none in these rounds though it is there.
    case idle(slots: [Int], Idleness)
  }

  /// Why somebody who is there has no meeting in some rounds.
  public enum Idleness: Hashable, Sendable {
    /// It meets everybody whom it may meet in the plan.
    case metAll
    /// All others who are there have one.
    case odd
    /// Whoever it may still meet has another meeting then.
    case outbid
  }

  /// What shows that no plan is better.
  public enum Proof: Hashable, Sendable {
    /// The prices of a dual solution.
    case prices
    /// Every plan was looked at, but those that cannot be better.
    case search
  }

  /// The meetings, by round, then by people.
  public let meetings: [Meeting]
  /// The worth of all meetings, in thousandths.
  public let points: Int
  /// No plan has more meetings.
  public let meetingBound: Int
  /// No plan with as many people placed is worth more.
  public let pointBound: Int
  /// Who meets nobody, or nobody in some rounds, and why.
  public let leftovers: [(person: Int, reason: Reason)]
  /// The rounds in which nobody meets although somebody could take a meeting: whoever is there has met.
  public var emptySlots: [Int] = []
  /// Where the bounds come from.
  public var proof = Proof.prices

  /// Whether no plan is better.
  public var isOptimal: Bool { points == pointBound && meetings.count == meetingBound }

  /// By everything that is in them.
  public static func == (left: PairPlan, right: PairPlan) -> Bool {
    left.meetings == right.meetings && left.points == right.points && left.pointBound == right.pointBound
      && left.meetingBound == right.meetingBound && left.leftovers.elementsEqual(right.leftovers, by: ==)
      && left.emptySlots == right.emptySlots && left.proof == right.proof
  }

  /// By the meetings.
  public func hash(into hasher: inout Hasher) { hasher.combine(meetings) }
}
