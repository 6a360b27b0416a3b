public import GraphAlgorithms

/// People who are to sit at tables over several rounds, and what has to hold.
public struct TableRequest: Sendable {
  /// The people and what it is worth that two of them meet.
  public var scores: MeetingScores
  /// The most people at a table.
  public var size: Int
  /// How often everybody sits down anew.
  public var rounds: Int
  /// Who stays at a table in all rounds: the first at table 0, and so on.
  public var hosts: [Int] = []
  /// Who is not there, for each round.
  public var absences: [[Int]] = []
  /// Groups of whom each table should have somebody.
  public var sides: [[Int]] = []
  /// Pairs that have to share a table once.
  public var must: [TwoPeople] = []
  /// Pairs that must not share a table.
  public var never: Set<TwoPeople> = []
  /// How often people met before.
  public var encounters: [TwoPeople: Int] = [:]
  /// What meeting again costs, within the plan too.
  public var repeats = RepeatRule.never
  /// Chooses between plans that are equally good.
  public var seed: UInt64 = 1
  /// How many swaps are tried for each seat.
  public var effort = 4000

  /// Tables without further rules.
  public init(_ scores: MeetingScores, size: Int, rounds: Int) {
    (self.scores, self.size, self.rounds) = (scores, size, rounds)
  }

  /// How many tables there are: as few as hold everybody, but one for each host.
  public var tableCount: Int { max(1, hosts.count, (scores.people.count + size - 1) / max(1, size)) }

  /// The request in the words of the search.
  var seating: TablePlanRequest {
    let count = scores.people.count
    var request = TablePlanRequest(peopleCount: count, tableCount: tableCount, roundCount: rounds)
    request.seatsPerTable = size
    for (table, host) in hosts.enumerated() { request.hosts[host] = table }
    request.absences = absences
    request.sides = sides
    request.required = must.map { [$0.first, $0.second] }
    request.forbidden = never.sorted().map { [$0.first, $0.second] }
    request.earlier = encounters.sorted { $0.key < $1.key }.map { WeightedPair($0.key.first, $0.key.second, $0.value) }
    if case .cost(let cost) = repeats { request.reunionCost = Double(cost) }
    request.worth = (0..<count).flatMap { first in
      (first + 1..<max(first + 1, count)).map { WeightedPair(first, $0, Double(scores[first, $0])) }
    }
    request.seed = seed
    request.swapsPerSeat = effort
    return request
  }
}

/// A table plan with what its reader wants to know of it.
public struct TableMeetings: Sendable {
  /// Two people who meet although they have met.
  public struct Reunion: Hashable, Sendable {
    /// The two.
    public let people: TwoPeople
    /// The rounds in which they share a table, counted from 0.
    public let rounds: [Int]
    /// How often they met before the plan.
    public let earlier: Int
  }

  /// Tables at which nobody meets twice.
  public struct Alternative: Hashable, Sendable {
    /// The most people at a table.
    public let size: Int
    /// How many tables there are.
    public let tables: Int
    /// The rounds.
    public let rounds: Int
    /// Whether somebody sits alone in it.
    public let leavesAlone: Bool
  }

  /// Who sits where, the value, the bounds.
  public let plan: TablePlan
  /// Who meets again, by people.
  public let reunions: [Reunion]
  /// Tables of the largest size, or as many rounds, for which a plan without any reunion was found; `nil` where there are none
  /// in this plan or nothing was found. Only where this plan leaves somebody alone, that one may do so too.
  public let alternative: Alternative?

  /// Why somebody sits alone.
  public enum Loneliness: Hashable, Sendable {
    /// Nobody else is there.
    case nobodyElse
    /// A host: there are fewer guests than hosts.
    case fewGuests
    /// An odd number at tables of two.
    case odd
  }

  /// Who sits alone in which rounds, counted from 0, and why; by people.
  public func alone(_ request: TableRequest) -> [(person: Int, rounds: [Int], reason: Loneliness)] {
    var rounds: [Int: [Int]] = [:]
    for (number, people) in plan.alone.enumerated() {
      for person in people { rounds[person, default: []].append(number) }
    }
    return rounds.sorted { $0.key < $1.key }.map { person, rounds in
      let isWithout = rounds.allSatisfy { plan.rounds[$0].joined().count == 1 }
      let reason: Loneliness = isWithout ? .nobodyElse : request.hosts.contains(person) ? .fewGuests : .odd
      return (person, rounds, reason)
    }
  }
}

/// Seats people at tables over rounds; see `tablePlan(for:execution:)`.
///
/// Where somebody has to meet again, smaller tables and then fewer rounds are tried, so that the answer can say what would
/// do without.
///
/// - Returns: `nil` where a table has more hosts than seats.
public func tableMeetings(
  for request: TableRequest, execution: Execution = Execution()
) throws(Cancelled) -> TableMeetings? {
  guard let plan = try tablePlan(for: request.seating, execution: execution) else { return nil }
  let reunions = reunions(of: plan, request.encounters)
  let leavesAlone = plan.alone.contains { !$0.isEmpty }
  let alternative = reunions.isEmpty ? nil : try alternative(to: request, mayLeaveAlone: leavesAlone, execution)
  return TableMeetings(plan: plan, reunions: reunions, alternative: alternative)
}

private func reunions(of plan: TablePlan, _ encounters: [TwoPeople: Int]) -> [TableMeetings.Reunion] {
  var rounds: [TwoPeople: [Int]] = [:]
  for (number, round) in plan.rounds.enumerated() {
    for table in round {
      for (position, first) in table.enumerated() {
        for second in table[(position + 1)...] { rounds[TwoPeople(first, second), default: []].append(number) }
      }
    }
  }
  return rounds.compactMap { people, rounds in
    let earlier = encounters[people, default: 0]
    return rounds.count + earlier > 1 ? TableMeetings.Reunion(people: people, rounds: rounds, earlier: earlier) : nil
  }.sorted { $0.people < $1.people }
}

private func alternative(
  to request: TableRequest, mayLeaveAlone: Bool, _ execution: Execution
) throws(Cancelled) -> TableMeetings.Alternative? {
  var tries = 0
  for rounds in (1...max(1, request.rounds)).reversed() {
    for size in (2...max(2, request.size)).reversed() {
      var smaller = request
      (smaller.rounds, smaller.size) = (rounds, size)
      smaller.must = []
      smaller.effort = min(request.effort, 1000)
      smaller.absences = Array(request.absences.prefix(rounds))
      if SeatingBounds(smaller.seating).reunions > 0 { continue }
      tries += 1
      if tries > 4 { return nil }
      guard let plan = try tablePlan(for: smaller.seating, execution: execution) else { continue }
      let leavesAlone = plan.alone.contains { !$0.isEmpty }
      if leavesAlone, !mayLeaveAlone { continue }
      if plan.reunions == 0, plan.broken.isEmpty, plan.lacks <= plan.lackBound {
        return TableMeetings.Alternative(
          size: size, tables: smaller.tableCount, rounds: rounds, leavesAlone: leavesAlone)
      }
    }
  }
  return nil
}
