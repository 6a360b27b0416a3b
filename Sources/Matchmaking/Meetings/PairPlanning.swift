public import GraphAlgorithms

/// Plans meetings one to one: as many as possible, and of those plans one that is worth most.
///
/// With one meeting each this is a maximum-weight matching in a general graph; with several, a simple b-matching. Both are
/// exact and carry a dual solution that proves it. Where several meetings of one person must lie in different rounds, the
/// best b-matching with no more pairs than the rounds hold is the bound: its pairs are spread over the rounds, and where
/// that fails the rounds are matched one after another, and small plans searched through.
///
/// - Throws: ``PairConflict`` where rules contradict one another; `Cancelled`.
/// - Complexity: O(n³) for one meeting each.
public func pairPlan(
  for request: PairRequest, execution: Execution = Execution()
) throws -> PairPlan {
  let planning = try PairPlanning(request, execution)
  return try planning.plan()
}

struct PairPlanning {
  let request: PairRequest
  let execution: Execution
  /// What each person can still take when the demanded pairs are made.
  let capacities: [Int]
  /// The pairs that may be made beside the demanded ones, with what they are worth.
  let pairs: [WeightedPair<Int>]
  /// What a placed person is worth: more than all points together, so that many meetings come before good ones.
  let unit: Int

  init(_ request: PairRequest, _ execution: Execution) throws {
    self.request = request
    self.execution = execution
    var capacities = request.capacities
    for pair in request.must {
      if request.never.contains(pair) { throw PairConflict.mustAndNever(pair) }
      for person in [pair.first, pair.second] {
        capacities[person] -= 1
        if capacities[person] < 0 { throw PairConflict.tooManyMust(person) }
      }
    }
    if request.allowsTrio, request.capacities.contains(where: { $0 > 1 }) { throw PairConflict.trioOfMany }
    if !request.slots.isEmpty {
      capacities = capacities.indices.map { person in
        min(capacities[person], request.availability[person].count)
      }
    }
    // Nobody has more meetings than there are people or times.
    let most = max(capacities.count, request.slots.count)
    capacities = capacities.map { min($0, most) }
    self.capacities = capacities
    let demanded = Set(request.must)
    let count = request.scores.people.count
    var pairs: [WeightedPair<Int>] = []
    for first in 0..<count where capacities[first] > 0 {
      for second in first + 1..<max(first + 1, count) where capacities[second] > 0 {
        let pair = TwoPeople(first, second)
        if demanded.contains(pair) || request.obstacle(pair) != nil { continue }
        pairs.append(WeightedPair(first, second, request.worth(pair)))
      }
    }
    self.pairs = pairs
    let largest = pairs.reduce(1000) { max($0, abs($1.weight)) }
    unit = 3 * largest * (1 + capacities.reduce(0) { $0 + max(0, $1) })
  }

  func plan() throws -> PairPlan {
    let demanded = try mustSlots()
    if request.allowsTrio { return try withTrio(demanded) }
    let lifted = pairs.map { WeightedPair($0.first, $0.second, $0.weight + 2 * unit) }
    if !request.slots.isEmpty { return try inRounds(demanded, lifted) }
    let matching = try maximumWeightBMatching(of: lifted, capacities: capacities, execution: execution)
    // As many pairs as the bound allows, and what their points may be.
    let count = matching.pairs.count
    return assembled(
      demanded + matching.pairs.map { meeting(pairs[$0], nil) }, bound: (count, matching.bound - 2 * unit * count))
  }

  func meeting(_ pair: WeightedPair<Int>, _ slot: Int?, isMust: Bool = false) -> PairPlan.Meeting {
    PairPlan.Meeting(people: [pair.first, pair.second], slot: slot, points: pair.weight, isMust: isMust)
  }

  func assembled(_ meetings: [PairPlan.Meeting], bound: (meetings: Int, points: Int)) -> PairPlan {
    let sorted = meetings.sorted { left, right in
      let slots = (left.slot ?? -1, right.slot ?? -1)
      return slots.0 != slots.1 ? slots.0 < slots.1 : left.people.lexicographicallyPrecedes(right.people)
    }
    let demanded = sorted.filter(\.isMust)
    let emptySlots = emptySlots(sorted)
    let left = leftovers(sorted) + idle(sorted, but: emptySlots)
    return PairPlan(
      meetings: sorted, points: sorted.reduce(0) { $0 + $1.points }, meetingBound: bound.meetings + demanded.count,
      pointBound: bound.points + demanded.reduce(0) { $0 + $1.points },
      leftovers: left.sorted { $0.person < $1.person },
      emptySlots: emptySlots)
  }
}
