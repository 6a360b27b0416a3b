import GraphAlgorithms

/// Looks through all plans in rounds, one person after another, and leaves out what cannot be better than the best so far.
///
/// What the rest of a round can be worth is at most half of the best that each person still finds there; later rounds are
/// worth at most what their best matchings are. Of rounds with the same people the earlier is worth at least as much as the
/// later, which loses nothing.
struct PairSearch {
  /// Who is free in a round of whom nothing is planned yet, and whether the one before has the same people.
  private struct Round {
    let slot: Int
    let isFree: [Bool]
    var repeatsLast = false
  }

  private let count: Int
  /// What two people add to a plan, 0 where they may not meet: so much for the meeting that many come before good ones.
  private let worth: [Int]
  private let pairs: [WeightedPair<Int>]
  private let unit: Int
  private var rounds: [Round] = []
  /// What all rounds from one on can be worth.
  private var ahead: [Int] = []
  private var left: [Int]
  private var isMade: [Bool]
  private var chosen: [(pair: Int, slot: Int)] = []
  private var stepsLeft: Int
  private var bestValue = 0
  private var goal = Int.max

  /// The best plan so far, without the demanded pairs.
  private(set) var best: [PairPlan.Meeting]

  /// Begins with a plan; with more than a dozen people nothing would come of the search, and it takes no steps.
  init(_ planning: PairPlanning, _ demanded: [PairPlan.Meeting], beginning best: [PairPlan.Meeting]) {
    let request = planning.request
    count = planning.capacities.count
    (pairs, unit, left, self.best) = (planning.pairs, planning.unit, planning.capacities, best)
    stepsLeft = count > 12 ? 0 : 200_000
    var worth = [Int](repeating: 0, count: count * count)
    for pair in pairs {
      worth[pair.first * count + pair.second] = pair.weight + 2 * unit
      worth[pair.second * count + pair.first] = pair.weight + 2 * unit
    }
    self.worth = worth
    isMade = [Bool](repeating: false, count: count * count)
    bestValue = best.reduce(0) { $0 + $1.points + 2 * planning.unit }
    for slot in request.slots.indices {
      let busy = Set(demanded.filter { $0.slot == slot }.flatMap(\.people))
      rounds.append(
        Round(slot: slot, isFree: (0..<count).map { request.availability[$0].contains(slot) && !busy.contains($0) }))
    }
    // Rounds with the same people stand side by side.
    rounds.sort { one, other in
      let (left, right) = (one.isFree.map { $0 ? 1 : 0 }, other.isFree.map { $0 ? 1 : 0 })
      return left != right ? right.lexicographicallyPrecedes(left) : one.slot < other.slot
    }
    for number in rounds.indices.dropFirst() {
      rounds[number].repeatsLast = rounds[number].isFree == rounds[number - 1].isFree
    }
  }

  /// Searches until a plan is worth so much, or for a fixed number of steps.
  ///
  /// - Returns: Whether no plan is better than ``best``.
  mutating func run(until goal: Int) -> Bool {
    guard stepsLeft > 0, bestValue < goal else { return bestValue >= goal }
    self.goal = goal
    ahead = [Int](repeating: 0, count: rounds.count + 1)
    for number in rounds.indices.reversed() {
      let finds = finds(number)
      ahead[number] = ahead[number + 1] + Self.most(finds.filter { $0 > 0 })
    }
    place(0, 0, last: .max)
    return stepsLeft > 0
  }

  /// The best that each person still finds in a round.
  private func finds(_ number: Int) -> [Int] {
    let isFree = rounds[number].isFree
    return (0..<count).map { person in
      guard isFree[person], left[person] > 0 else { return 0 }
      return (0..<count).reduce(0) { most, other in
        isFree[other] && left[other] > 0 && !isMade[person * count + other]
          ? max(most, worth[person * count + other]) : most
      }
    }
  }

  /// What people can be worth together of whom each finds so much: of an odd number one finds nobody.
  private static func most(_ finds: [Int]) -> Int {
    (finds.reduce(0, +) - (finds.count % 2 == 1 ? finds.min() ?? 0 : 0)) / 2
  }

  /// Plans a round and those that follow; `last` is the most that it may be worth.
  private mutating func place(_ number: Int, _ value: Int, last: Int) {
    guard number < rounds.count else {
      if value > bestValue { keep(value) }
      return
    }
    let finds = finds(number)
    let open = (0..<count).filter { finds[$0] > 0 }
    fill(number, open, finds, value, 0, last: rounds[number].repeatsLast ? last : .max)
  }

  /// Gives the first of the open people of a round each partner, and none.
  private mutating func fill(_ number: Int, _ open: [Int], _ finds: [Int], _ value: Int, _ own: Int, last: Int) {
    stepsLeft -= 1
    let rest = Self.most(open.map { finds[$0] })
    guard stepsLeft > 0, bestValue < goal, own <= last, value + rest + ahead[number + 1] > bestValue else { return }
    guard let person = open.first else { return place(number + 1, value, last: own) }
    let row = person * count
    let others = open.dropFirst().filter { worth[row + $0] > 0 && !isMade[row + $0] }.sorted {
      (worth[row + $1], $0) < (worth[row + $0], $1)
    }
    for other in others {
      let gain = worth[row + other]
      note(person, other, -1)
      chosen.append((row + other, rounds[number].slot))
      fill(number, open.filter { $0 != person && $0 != other }, finds, value + gain, own + gain, last: last)
      chosen.removeLast()
      note(person, other, 1)
    }
    fill(number, Array(open.dropFirst()), finds, value, own, last: last)
  }

  private mutating func note(_ one: Int, _ other: Int, _ step: Int) {
    left[one] += step
    left[other] += step
    isMade[one * count + other] = step < 0
    isMade[other * count + one] = step < 0
  }

  private mutating func keep(_ value: Int) {
    bestValue = value
    best = chosen.map { choice in
      let people = [choice.pair / count, choice.pair % count].sorted()
      return PairPlan.Meeting(
        people: people, slot: choice.slot, points: worth[choice.pair] - 2 * unit, isMust: false)
    }
  }
}
