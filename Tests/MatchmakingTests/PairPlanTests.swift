import GraphAlgorithms
import GraphModel
import Matchmaking
import TestSupport
import Testing

@Suite struct PairPlanTests {
  @Test(arguments: 0..<80) func `every rule is kept and the value is that of trying every plan`(seed: Int) throws {
    let request = Self.request(seed)
    let plan = try pairPlan(for: request)
    let people = request.scores.people.count
    #expect(plan.points == plan.meetings.reduce(0) { $0 + $1.points })
    for meeting in plan.meetings {
      let pair = TwoPeople(meeting.people[0], meeting.people[1])
      #expect(meeting.isMust == request.must.contains(pair))
      #expect(meeting.isMust || !request.never.contains(pair))
      #expect(meeting.isMust || request.encounters[pair, default: 0] == 0)
      if let slot = meeting.slot {
        #expect(meeting.people.allSatisfy { request.availability[$0].contains(slot) })
      }
    }
    #expect(Set(request.must).isSubset(of: plan.meetings.map { TwoPeople($0.people[0], $0.people[1]) }))
    let placed = plan.meetings.flatMap(\.people)
    for person in 0..<people {
      #expect(placed.count { $0 == person } <= request.capacities[person])
      #expect(placed.contains(person) != plan.leftovers.contains { $0.person == person })
    }
    let best = Self.best(request)
    #expect(plan.meetings.count == best.count && plan.points == best.points)
    #expect(plan.isOptimal)
  }

  @Test(arguments: 0..<40) func `several rounds: nobody twice in a round or with the same, below the bound`(seed: Int)
    throws
  {
    var request = Self.request(seed)
    request.must = []
    request.slots = ["R1", "R2", "R3"]
    request.availability = request.availability.indices.map { (seed + $0) % 4 == 0 ? [0, 2] : [0, 1, 2] }
    request.capacities = request.capacities.indices.map { 1 + (seed + $0) % 3 }
    let plan = try pairPlan(for: request)
    var seats: Set<[Int]> = []
    for meeting in plan.meetings {
      let slot = try #require(meeting.slot)
      for person in meeting.people {
        #expect(request.availability[person].contains(slot))
        #expect(seats.insert([person, slot]).inserted)
      }
    }
    #expect(Set(plan.meetings.map(\.people)).count == plan.meetings.count)
    let placed = plan.meetings.flatMap(\.people)
    for person in request.capacities.indices { #expect(placed.count { $0 == person } <= request.capacities[person]) }
    #expect(plan.meetings.count <= plan.meetingBound)
    #expect(plan.meetings.count < plan.meetingBound || plan.points <= plan.pointBound)
  }

  @Test(arguments: 0..<40) func `small plans in rounds are proved to be the best by trying every plan`(seed: Int) throws
  {
    var request = Self.request(seed)
    request.must = []
    let rounds = 2 + seed % 2
    let count = request.scores.people.count
    request.slots = (1...rounds).map { "R\($0)" }
    request.availability = (0..<count).map { (seed + $0) % 5 == 0 ? [0] : Set(0..<rounds) }
    request.capacities = (0..<count).map { (seed + $0) % 7 == 0 ? 1 : rounds }
    guard count < 7 else { return }
    let plan = try pairPlan(for: request)
    let best = Self.bestInRounds(request)
    #expect(plan.meetings.count == best.count && plan.points == best.points)
    #expect(plan.isOptimal && plan.meetingBound == best.count && plan.pointBound == best.points)
  }

  @Test func `who is there without a partner is named with the rounds, and rounds in which nobody meets are`() throws {
    func request(_ count: Int, _ rounds: Int) -> PairRequest {
      var request = PairRequest(MeetingScores((0..<count).map { NodeID(rawValue: UInt32($0)) }) { $0 + $1 })
      request.slots = (1...rounds).map { "R\($0)" }
      request.availability = Array(repeating: Set(0..<rounds), count: count)
      request.capacities = Array(repeating: rounds, count: count)
      return request
    }
    // Three people: each round leaves one of them over, and after three rounds all have met.
    let three = try pairPlan(for: request(3, 4))
    #expect(three.meetings.count == 3 && three.meetingBound == 3 && three.emptySlots == [3])
    for (person, reason) in three.leftovers {
      guard case .idle(let slots, .metAll) = reason else {
        Issue.record("\(person) is left over: \(reason)")
        continue
      }
      #expect(
        slots == (0..<3).filter { slot in !three.meetings.contains { $0.slot == slot && $0.people.contains(person) } })
    }
    #expect(three.leftovers.map(\.person) == [0, 1, 2])
    let five = try pairPlan(for: request(5, 4))
    #expect(five.meetings.count == 8 && five.meetingBound == 8 && five.isOptimal)
    let idle = five.leftovers.map { left -> Int in
      if case .idle(let slots, .odd) = left.reason { return slots.count }
      return 0
    }
    #expect(idle.reduce(0, +) == 4)
    // Whoever takes one meeting has it, and has none in the other round for no other reason.
    var once = request(4, 2)
    once.capacities = [1, 1, 1, 1]
    #expect(try pairPlan(for: once).leftovers.isEmpty)
    #expect(try pairPlan(for: once).emptySlots.isEmpty)
  }

  @Test(arguments: 0..<30) func `the best trio is found`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = [3, 5, 7][seed % 3]
    var request = PairRequest(
      MeetingScores((0..<count).map { NodeID(rawValue: UInt32($0)) }) { _, _ in
        Int.random(in: 0...1000, using: &generator)
      })
    if seed % 2 == 0 { request.never = [TwoPeople(0, 1)] }
    request.allowsTrio = true
    let plan = try pairPlan(for: request)
    var best = (placed: 0, points: 0)
    // Every split into pairs and at most one trio.
    func extend(_ left: [Int], _ placed: Int, _ points: Int, _ hasTrio: Bool) {
      if (placed, points) > best { best = (placed, points) }
      guard let first = left.first else { return }
      let rest = Array(left.dropFirst())
      extend(rest, placed, points, hasTrio)
      for other in rest where !request.never.contains(TwoPeople(first, other)) {
        let others = rest.filter { $0 != other }
        extend(others, placed + 2, points + request.scores[first, other], hasTrio)
        guard !hasTrio else { continue }
        for third in others where third > other {
          if request.never.contains(TwoPeople(first, third)) || request.never.contains(TwoPeople(other, third)) {
            continue
          }
          let sum = request.scores[first, other] + request.scores[first, third] + request.scores[other, third]
          extend(others.filter { $0 != third }, placed + 3, points + sum, true)
        }
      }
    }
    extend(Array(0..<count), 0, 0, false)
    #expect(plan.meetings.reduce(0) { $0 + $1.people.count } == best.placed)
    #expect(plan.points == best.points)
  }

  @Test func `rules that contradict one another are refused`() throws {
    var request = PairRequest(MeetingScores((0..<4).map { NodeID(rawValue: $0) }) { _, _ in 10 })
    request.must = [TwoPeople(0, 1)]
    request.never = [TwoPeople(1, 0)]
    #expect(throws: PairConflict.mustAndNever(TwoPeople(0, 1))) { try pairPlan(for: request) }
    request.never = []
    request.must = [TwoPeople(0, 1), TwoPeople(0, 2)]
    #expect(throws: PairConflict.tooManyMust(0)) { try pairPlan(for: request) }
    request.must = [TwoPeople(0, 1)]
    request.slots = ["R1", "R2"]
    request.availability = [[0], [1], [0, 1], [0, 1]]
    #expect(throws: PairConflict.noSlot(TwoPeople(0, 1))) { try pairPlan(for: request) }
    request.must = []
    request.capacities = [2, 1, 1, 1]
    request.allowsTrio = true
    #expect(throws: PairConflict.trioOfMany) { try pairPlan(for: request) }
  }

  /// People with random scores, rules and history, one meeting each.
  private static func request(_ seed: Int) -> PairRequest {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = 2 + seed % 7
    var request = PairRequest(
      MeetingScores((0..<count).map { NodeID(rawValue: UInt32($0)) }) { _, _ in
        Int.random(in: 0...1000, using: &generator)
      })
    func pair() -> TwoPeople? {
      let one = Int.random(in: 0..<count, using: &generator)
      let other = Int.random(in: 0..<count, using: &generator)
      return one == other ? nil : TwoPeople(one, other)
    }
    for _ in 0..<3 { if let pair = pair() { request.never.insert(pair) } }
    for _ in 0..<3 { if let pair = pair() { request.encounters[pair] = 1 } }
    if seed % 3 == 0, let pair = pair(), !request.never.contains(pair) { request.must = [pair] }
    if seed % 4 == 0, let person = (0..<count).randomElement(using: &generator),
      !request.must.contains(where: { $0.first == person || $0.second == person })
    {
      request.capacities[person] = 0
    }
    return request
  }

  /// The most meetings, and their largest worth, by trying every plan with one meeting each.
  private static func best(_ request: PairRequest) -> (count: Int, points: Int) {
    var best = (count: 0, points: 0)
    let demanded = Set(request.must.flatMap { [$0.first, $0.second] })
    let fixed = request.must.reduce(0) { $0 + request.scores[$1.first, $1.second] }
    func extend(_ left: [Int], _ count: Int, _ points: Int) {
      if (count, points) > best { best = (count, points) }
      guard let first = left.first else { return }
      let rest = Array(left.dropFirst())
      extend(rest, count, points)
      for other in rest {
        let pair = TwoPeople(first, other)
        if request.never.contains(pair) || request.encounters[pair, default: 0] > 0 { continue }
        extend(rest.filter { $0 != other }, count + 1, points + request.scores[first, other])
      }
    }
    let free = request.scores.people.indices.filter { !demanded.contains($0) && request.capacities[$0] > 0 }
    extend(free, request.must.count, fixed)
    return best
  }

  /// The most meetings in rounds, and their largest worth, by trying every plan.
  private static func bestInRounds(_ request: PairRequest) -> (count: Int, points: Int) {
    let count = request.scores.people.count
    var best = (count: 0, points: 0)
    var left = request.capacities
    var met: Set<TwoPeople> = []
    func extend(_ slot: Int, _ free: [Int], _ meetings: Int, _ points: Int) {
      guard let first = free.first else {
        if (meetings, points) > best { best = (meetings, points) }
        if slot + 1 < request.slots.count { begin(slot + 1, meetings, points) }
        return
      }
      let rest = Array(free.dropFirst())
      for other in rest {
        let pair = TwoPeople(first, other)
        if request.never.contains(pair) || request.encounters[pair, default: 0] > 0 || met.contains(pair) { continue }
        left[first] -= 1
        left[other] -= 1
        met.insert(pair)
        extend(slot, rest.filter { $0 != other }, meetings + 1, points + request.scores[first, other])
        met.remove(pair)
        left[first] += 1
        left[other] += 1
      }
      extend(slot, rest, meetings, points)
    }
    func begin(_ slot: Int, _ meetings: Int, _ points: Int) {
      extend(slot, (0..<count).filter { left[$0] > 0 && request.availability[$0].contains(slot) }, meetings, points)
    }
    begin(0, 0, 0)
    return best
  }
}
