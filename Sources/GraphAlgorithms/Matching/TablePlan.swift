import GraphModel

/// Who is to sit at tables, and what matters.
public struct TablePlanRequest: Hashable, Sendable {
  /// People are 0..<`peopleCount`.
  public var peopleCount: Int
  /// The number of tables; their sizes differ by at most one, larger tables first.
  public var tableCount: Int
  /// How often everybody sits down anew.
  public var roundCount: Int
  /// The most people at a table, where tables may stay empty so that nobody sits alone; `nil` where all are laid.
  public var seatsPerTable: Int?
  /// The table at which a person stays in all rounds.
  public var hosts: [Int: Int] = [:]
  /// People who must never share a table.
  public var forbidden: [[Int]] = []
  /// People who must share a table at least once.
  public var required: [[Int]] = []
  /// Who is not there, for each round; everybody is in rounds that are not named.
  public var absences: [[Int]] = []
  /// How often two people met before; meeting again is a reunion as within the plan.
  public var earlier: [WeightedPair<Int>] = []
  /// Groups of whom each table should have somebody in each round.
  public var sides: [[Int]] = []
  /// What a reunion takes off the score; `nil` where few reunions come before any score.
  public var reunionCost: Double?
  /// What it is worth that two people meet; counted once, however often they meet. Pairs not named are worth nothing.
  public var worth: [WeightedPair<Double>] = []
  /// Chooses between plans that are equally good.
  public var seed: UInt64 = 1
  /// How many swaps are tried for each seat.
  public var swapsPerSeat = 4000

  /// People at tables over rounds.
  public init(peopleCount: Int, tableCount: Int, roundCount: Int = 1) {
    self.peopleCount = peopleCount
    self.tableCount = tableCount
    self.roundCount = roundCount
  }
}

/// Who sits where in each round, how good that is, and how good it could be at best.
public struct TablePlan: Hashable, Sendable {
  /// The people at each table of each round, ascending.
  public let rounds: [[[Int]]]
  /// How often two people share a table who did so in an earlier round, or met before.
  public let repeats: Int
  /// No plan has fewer repeats.
  public let repeatBound: Int
  /// The number of pairs of rounds in which two people share a table, over all people: who meets three times counts
  /// three, not two. A meeting before the plan counts as one more round. This is what the search makes small, so that
  /// repeats are spread evenly.
  public let reunions: Int
  /// No plan has fewer reunions.
  public let reunionBound: Int
  /// The worth of all pairs that meet.
  public let score: Double
  /// No plan has a higher score.
  public let scoreBound: Double
  /// Forbidden pairs that meet and required pairs that do not, as given; empty when every rule is kept.
  public let broken: [[Int]]
  /// How many tables, counted in each round and for each group of ``TablePlanRequest/sides``, have nobody of the group.
  public let lacks: Int
  /// No plan has fewer such tables.
  public let lackBound: Int

  /// Who sits alone in each round, ascending.
  public var alone: [[Int]] { rounds.map { round in round.filter { $0.count == 1 }.flatMap(\.self).sorted() } }
}

/// A plan that seats people at tables over rounds: nobody meets twice where that is possible, and the right people
/// meet.
///
/// Rules and groups come first, then few reunions (or what they cost), then a high score. Repeats can be unavoidable: with 24 people at 4 tables of 6,
/// six people at a later table come from the four tables of an earlier round, so at least two pairs know each other,
/// at all tables 8 for each two rounds. Such bounds are counted and stated in the result. With one round this is a
/// balanced partition. The search swaps people, at first also when that makes things slightly worse (threshold
/// accepting), from four starts. Where people meet again more often than is proved to be necessary, each of the four plans
/// is searched on for fewer reunions alone (tabu search), and the score of what that finds is raised again. Who has to sit
/// alone is somebody else in each round, as far as there are others.
///
/// ```swift
/// var request = TablePlanRequest(peopleCount: 24, tableCount: 4, roundCount: 4)
/// request.hosts = [0: 0, 1: 1, 2: 2, 3: 3]
/// let plan = try tablePlan(for: request)
/// ```
///
/// - Returns: The best plan found, the same for the same request at any number of threads; nil when the hosts of a
///   table
///   outnumber its seats, or a host's table does not exist.
/// - Complexity: O(seats · swaps per seat · table size) time, O(people²) memory.
/// - SeeAlso: G. Dueck and T. Scheuer, "Threshold accepting", J. Comput. Phys. 90 (1990),
///   doi:10.1016/0021-9991(90)90201-B; I. Dotú and P. Van Hentenryck, "Scheduling social golfers locally", CPAIOR 2005,
///   doi:10.1007/11493853_13, for the tabu search.
public func tablePlan(
  for request: TablePlanRequest, execution: Execution = Execution()
) throws(Cancelled) -> TablePlan? {
  precondition(request.tableCount > 0 && request.roundCount > 0, "a plan needs tables and rounds")
  let rules = SeatingRules(request)
  guard rules.areHostsSeated else { return nil }
  let plans = try execution.map(4, chunk: 1) { starts -> TablePlan? in
    var search = SeatingSearch(rules, start: UInt64(starts.lowerBound))
    guard search.run(execution) else { return nil }
    return plan(search.rounds, rules)
  }
  let best = try best(of: plans, request)
  guard request.reunionCost == nil, best.reunions > best.reunionBound else { return best }
  let spread = try execution.map(8, chunk: 1) { starts -> TablePlan? in
    let known = plans[starts.lowerBound % 4]?.rounds
    var search = SeatingSearch(rules, start: 4 + UInt64(starts.lowerBound), from: known, countsWorth: false)
    guard search.spreadReunions(execution) else { return nil }
    var polish = SeatingSearch(rules, start: 12 + UInt64(starts.lowerBound), from: search.rounds)
    guard polish.run(execution, threshold: 0.1) else { return nil }
    return plan(polish.rounds, rules)
  }
  return try GraphAlgorithms.best(of: [best] + spread, request)
}

private func best(of plans: [TablePlan?], _ request: TablePlanRequest) throws(Cancelled) -> TablePlan {
  var best: TablePlan?
  for plan in plans {
    guard let plan else { throw Cancelled() }
    guard let known = best else {
      best = plan
      continue
    }
    if plan.rank(request) < known.rank(request) { best = plan }
  }
  guard let best else { throw Cancelled() }
  return best
}

extension TablePlan {
  /// Smaller is better.
  fileprivate func rank(_ request: TablePlanRequest) -> (Int, Double, Double) {
    var times = [Int](repeating: 0, count: request.peopleCount)
    for person in alone.joined() { times[person] += 1 }
    let faults = broken.count + lacks + times.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    guard let cost = request.reunionCost else { return (faults, Double(reunions), -score) }
    return (faults, cost * Double(reunions) - score, 0)
  }
}

/// Measures a plan from its definition.
private func plan(_ rounds: [[[Int]]], _ rules: SeatingRules) -> TablePlan {
  let (request, count) = (rules.request, rules.request.peopleCount)
  var meetings = [Int](repeating: 0, count: count * count)
  for table in rounds.joined() {
    for (position, first) in table.enumerated() {
      for second in table[(position + 1)...] { meetings[first * count + second] += 1 }
    }
  }
  func met(_ pair: [Int]) -> Bool { meetings[(pair.min() ?? 0) * count + (pair.max() ?? 0)] > 0 }
  let score = rules.worth.reduce(0.0) { $0 + (met([$1.first, $1.second]) ? $1.weight : 0) }
  let known = zip(meetings, rules.earlier)
  let lacks = request.sides.reduce(0) { sum, side in
    let members = Set(side)
    return sum + rounds.joined().count { table in !table.isEmpty && !table.contains { members.contains($0) } }
  }
  return TablePlan(
    rounds: rounds, repeats: known.reduce(0) { $0 + max(0, $1.0 - ($1.1 > 0 ? 0 : 1)) },
    repeatBound: rules.repeatBound, reunions: known.reduce(0) { $0 + $1.0 * ($1.0 - 1) / 2 + $1.0 * $1.1 },
    reunionBound: rules.reunionBound, score: score, scoreBound: rules.scoreBound,
    broken: request.forbidden.filter { met($0) } + request.required.filter { !met($0) }, lacks: lacks,
    lackBound: rules.lackBound)
}

extension Procedure {
  static let tablePlan = Procedure(
    "matching.tablePlan", "Seats nodes at tables over rounds; nobody meets twice where possible, connected ones meet.",
    [
      Parameter("tables", .integer, .integer(4), "The number of tables."),
      Parameter("rounds", .integer, .integer(3), "The number of rounds."),
      Parameter("seed", .integer, .integer(1), "Chooses between plans that are equally good."),
    ] + Parameter.projection(directed: false),
    columns: [Column("round", .integer), Column("table", .integer), Column("node", .node)],
    example: "matching.tablePlan labels=CDO tables=4 rounds=2"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let (tables, rounds) = (try call.integer("tables"), try call.integer("rounds"))
    guard tables > 0, rounds > 0 else { throw ProcedureError("tables and rounds must be at least 1") }
    guard tables <= 200 else { throw ProcedureError("tables must be at most 200") }
    guard graph.vertexCount <= 200, rounds <= 100 else {
      throw ProcedureError("a plan seats at most 200 nodes over 100 rounds; choose labels")
    }
    var request = TablePlanRequest(peopleCount: graph.vertexCount, tableCount: tables, roundCount: rounds)
    request.worth = weightedPairs(of: graph)
    guard request.worth.allSatisfy({ $0.weight.isFinite }) else { throw ProcedureError("weights must be finite") }
    request.seed = UInt64(bitPattern: Int64(try call.integer("seed")))
    // Large plans are searched less thoroughly, so that a call takes seconds.
    request.swapsPerSeat = max(20, min(4000, 4_000_000 / max(1, graph.vertexCount * rounds)))
    let plan = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.tablePlan(for: request, execution: call.execution)
    }
    return (plan?.rounds ?? []).enumerated().flatMap { round, tables in
      tables.enumerated().flatMap { table, people in
        people.map { [.integer(Int64(round + 1)), .integer(Int64(table + 1)), .node(graph.nodes[$0])] }
      }
    }
  }
}
