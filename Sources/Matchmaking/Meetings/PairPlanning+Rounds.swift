import GraphAlgorithms

// Meetings of which each person takes at most one in a round.

extension PairPlanning {
  /// The best plan that is found in rounds, with what the rounds allow at most.
  func inRounds(_ demanded: [PairPlan.Meeting], _ lifted: [WeightedPair<Int>]) throws -> PairPlan {
    let matching = try maximumWeightBMatching(of: lifted, capacities: capacities, execution: execution)
    let most = min(matching.pairs.count, max(0, try roomOfRounds() - demanded.count))
    let (chosen, points) = try choice(of: most, matching)
    if let chosen, let spread = slots(for: chosen.map { pairs[$0] }, demanded) {
      return assembled(demanded + spread, bound: (most, points))
    }
    let found = try roundByRound(demanded)
    let limit = 2 * unit * most + points
    var search = PairSearch(self, demanded, beginning: found)
    let isComplete = search.run(until: limit)
    let best = search.best
    let value = best.reduce(0) { $0 + $1.points }
    // Demanded pairs have got their rounds before: another choice of these might be better.
    if isComplete, demanded.isEmpty, best.count < most || value < points {
      var plan = assembled(best, bound: (best.count, value))
      plan.proof = .search
      return plan
    }
    let bound = best.count == most ? points : try choice(of: best.count, matching).points
    return assembled(demanded + best, bound: (most, bound))
  }

  /// How many meetings all rounds have room for.
  private func roomOfRounds() throws(Cancelled) -> Int {
    let allowed = pairs + request.must.map { WeightedPair($0.first, $0.second, 1) }
    var known: [[Bool]: Int] = [:]
    var room = 0
    for slot in request.slots.indices {
      let isThere = request.availability.map { $0.contains(slot) }
      if known[isThere] == nil {
        let open = allowed.filter { isThere[$0.first] && isThere[$0.second] }
        let matching = try maximumWeightMatching(
          of: open.map { WeightedPair($0.first, $0.second, 1) }, vertexCount: isThere.count, execution: execution)
        known[isThere] = matching.pairs.count
      }
      room += known[isThere] ?? 0
    }
    return room
  }

  /// What exactly so many pairs are worth at most, and such pairs where they are at hand.
  ///
  /// The worth of the best b-matching grows by less with each pair, so that a price for each pair, found by halving, picks
  /// the number: no choice of so many is worth more than what is left at any price, and what all pay.
  ///
  /// - Parameter whole: The best choice of as many pairs as possible; there are at least `count`.
  private func choice(of count: Int, _ whole: BMatching) throws(Cancelled) -> (pairs: [Int]?, points: Int) {
    if whole.pairs.count == count { return (whole.pairs, whole.bound - 2 * unit * count) }
    // With the lower gift there are too few pairs, with the higher too many.
    var (low, high) = (-(pairs.map(\.weight).max() ?? 0) - 1, 2 * unit)
    var least = whole.bound - high * count
    while high - low > 1 {
      let gift = (low + high) / 2
      let given = pairs.map { WeightedPair($0.first, $0.second, $0.weight + gift) }
      let matching = try maximumWeightBMatching(of: given, capacities: capacities, execution: execution)
      least = min(least, matching.bound - gift * count)
      if matching.pairs.count == count { return (matching.pairs, least) }
      if matching.pairs.count < count { low = gift } else { high = gift }
    }
    return (nil, least)
  }

  /// The demanded pairs, each in a round that both have free.
  func mustSlots() throws -> [PairPlan.Meeting] {
    var used = [Set<Int>](repeating: [], count: capacities.count)
    return try request.must.sorted().map { pair in
      let points = request.worth(pair)
      guard !request.slots.isEmpty else {
        return PairPlan.Meeting(people: [pair.first, pair.second], slot: nil, points: points, isMust: true)
      }
      let common = request.availability[pair.first].intersection(request.availability[pair.second])
      guard let slot = common.subtracting(used[pair.first]).subtracting(used[pair.second]).min() else {
        throw PairConflict.noSlot(pair)
      }
      used[pair.first].insert(slot)
      used[pair.second].insert(slot)
      return PairPlan.Meeting(people: [pair.first, pair.second], slot: slot, points: points, isMust: true)
    }
  }

  /// Gives every chosen pair a round that both have free: the pair with the fewest choices first, going back where none is
  /// left; `nil` when that fails within a fixed number of steps.
  func slots(for chosen: [WeightedPair<Int>], _ demanded: [PairPlan.Meeting]) -> [PairPlan.Meeting]? {
    var free = request.availability
    for meeting in demanded {
      for person in meeting.people { if let slot = meeting.slot { free[person].remove(slot) } }
    }
    var slots = [Int?](repeating: nil, count: chosen.count)
    var steps = 0
    func place() -> Bool {
      steps += 1
      if steps > 20_000 { return false }
      let open = chosen.indices.filter { slots[$0] == nil }
      let choices = open.map { ($0, free[chosen[$0].first].intersection(free[chosen[$0].second]).sorted()) }
      guard let (next, common) = choices.min(by: { ($0.1.count, $0.0) < ($1.1.count, $1.0) }) else { return true }
      for slot in common {
        slots[next] = slot
        free[chosen[next].first].remove(slot)
        free[chosen[next].second].remove(slot)
        if place() { return true }
        slots[next] = nil
        free[chosen[next].first].insert(slot)
        free[chosen[next].second].insert(slot)
      }
      return false
    }
    guard place() else { return nil }
    return chosen.indices.map { meeting(chosen[$0], slots[$0]) }
  }

  /// Matches one round after another, beginning with each of them, and keeps the best.
  func roundByRound(_ demanded: [PairPlan.Meeting]) throws(Cancelled) -> [PairPlan.Meeting] {
    var best: [PairPlan.Meeting] = []
    var bestValue = -1
    let slots = Array(request.slots.indices)
    for start in slots {
      try execution.checkpoint(Double(start) / Double(slots.count))
      let found = try matched(Array(slots[start...] + slots[..<start]), demanded)
      let value = found.reduce(0) { $0 + $1.points + 2 * unit }
      if value > bestValue { (best, bestValue) = (found, value) }
    }
    return best
  }

  private func matched(_ order: [Int], _ demanded: [PairPlan.Meeting]) throws(Cancelled) -> [PairPlan.Meeting] {
    var left = capacities
    var isOpen = [Bool](repeating: true, count: pairs.count)
    var meetings: [PairPlan.Meeting] = []
    for slot in order {
      let busy = Set(demanded.filter { $0.slot == slot }.flatMap(\.people))
      func isFree(_ person: Int) -> Bool {
        left[person] > 0 && request.availability[person].contains(slot) && !busy.contains(person)
      }
      let numbers = pairs.indices.filter { isOpen[$0] && isFree(pairs[$0].first) && isFree(pairs[$0].second) }
      let lifted = numbers.map { WeightedPair(pairs[$0].first, pairs[$0].second, pairs[$0].weight + 2 * unit) }
      let matching = try maximumWeightMatching(of: lifted, vertexCount: left.count, execution: execution)
      for position in matching.pairs {
        let pair = pairs[numbers[position]]
        isOpen[numbers[position]] = false
        left[pair.first] -= 1
        left[pair.second] -= 1
        meetings.append(meeting(pair, slot))
      }
    }
    return meetings
  }

  /// The best plan with at most one trio: each trio is measured by what the prices of the matching allow the others, and
  /// only those that could win are matched, the most promising first; so the result is the best of all.
  func withTrio(_ demanded: [PairPlan.Meeting]) throws(Cancelled) -> PairPlan {
    let count = capacities.count
    let lifted = pairs.map { WeightedPair($0.first, $0.second, $0.weight + 2 * unit) }
    func matched(without trio: [Int]) throws(Cancelled) -> WeightedMatching<Int> {
      let open = lifted.map {
        trio.contains($0.first) || trio.contains($0.second) ? WeightedPair($0.first, $0.second, 0) : $0
      }
      return try maximumWeightMatching(of: open, vertexCount: count, execution: execution)
    }
    let whole = try matched(without: [])
    var best = (value: whole.weight, trio: [Int](), matching: whole)
    for trio in trios(whole.certificate) {
      if trio.bound <= best.value { break }
      try execution.checkpoint()
      let rest = try matched(without: trio.people)
      if trio.worth + rest.weight > best.value { best = (trio.worth + rest.weight, trio.people, rest) }
    }
    var meetings = best.matching.pairs.map { number -> PairPlan.Meeting in
      let pair = pairs[number]
      return meeting(pair, commonSlots([pair.first, pair.second])?.min())
    }
    if !best.trio.isEmpty {
      meetings.append(
        PairPlan.Meeting(
          people: best.trio, slot: commonSlots(best.trio)?.min(), points: worth(of: best.trio), isMust: false))
    }
    return assembled(demanded + meetings, bound: (meetings.count, meetings.reduce(0) { $0 + $1.points }))
  }

  private struct Trio {
    let people: [Int]
    let worth: Int
    let bound: Int
  }

  /// The trios that are allowed, with what a plan with them can be worth at most, the highest first.
  private func trios(_ certificate: MatchingCertificate<Int>) -> [Trio] {
    var isAllowed = [Bool](repeating: false, count: capacities.count * capacities.count)
    for pair in pairs { isAllowed[pair.first * capacities.count + pair.second] = true }
    func may(_ first: Int, _ second: Int) -> Bool { isAllowed[first * capacities.count + second] }
    var found: [Trio] = []
    for pair in pairs {
      for third in pair.second + 1..<max(pair.second + 1, capacities.count)
      where may(pair.first, third) && may(pair.second, third) {
        let people = [pair.first, pair.second, third]
        if let slots = commonSlots(people), slots.isEmpty { continue }
        let worth = worth(of: people) + 3 * unit
        found.append(Trio(people: people, worth: worth, bound: worth + certificate.bound(without: Set(people))))
      }
    }
    return found.sorted {
      $0.bound != $1.bound ? $0.bound > $1.bound : $0.people.lexicographicallyPrecedes($1.people)
    }
  }

  private func worth(of trio: [Int]) -> Int {
    request.worth(TwoPeople(trio[0], trio[1])) + request.worth(TwoPeople(trio[0], trio[2]))
      + request.worth(TwoPeople(trio[1], trio[2]))
  }

  private func commonSlots(_ people: [Int]) -> Set<Int>? {
    request.slots.isEmpty
      ? nil
      : people.dropFirst().reduce(request.availability[people[0]]) {
        $0.intersection(request.availability[$1])
      }
  }
}
