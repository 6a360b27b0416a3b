/// Improves a random table plan by swapping people of one round.
struct SeatingSearch {
  private let count: Int
  private let sizes: [Int]
  private let roundCount: Int
  private let swaps: Int
  /// What the first meeting of two people costs, and what each meeting costs on top; a reunion costs 1.
  private var first: [Double]
  private var each: [Double]
  private var met: [Double]
  /// The people of each round, table after table; hosts stand first at their tables.
  private var seats: [[Int]]
  /// Where each table begins.
  private var begins: [Int]
  /// The table of each seat.
  private var tables: [Int]
  /// The seats whose people may move.
  private var movable: [Int] = []
  private var numbers: RandomBits

  init(_ rules: SeatingRules, start: UInt64) {
    let request = rules.request
    count = request.peopleCount
    sizes = rules.sizes
    roundCount = request.roundCount
    numbers = RandomBits(seed: request.seed &* 0x2545_F491_4F6C_DD1D &+ start)
    first = [Double](repeating: 0, count: count * count)
    (each, met) = (first, first)
    begins = [0]
    for size in sizes { begins.append(begins[begins.count - 1] + size) }
    tables = sizes.indices.flatMap { [Int](repeating: $0, count: rules.sizes[$0]) }
    seats = []
    swaps = count * request.roundCount * max(0, request.swapsPerSeat)
    setCosts(rules)
    takeSeats(rules)
  }

  /// A broken rule costs more than any reunions it avoids; what one swap adds to the score is less than a reunion.
  private mutating func setCosts(_ rules: SeatingRules) {
    let largest = rules.worth.reduce(0.0) { max($0, abs($1.weight)) }
    let scale = largest > 0 ? 1 / (largest * Double(4 * max(1, sizes.max() ?? 1))) : 0
    let rule = Double(4 * max(1, sizes.max() ?? 1) * roundCount)
    for pair in rules.worth { add(-pair.weight * scale, to: &first, [pair.first, pair.second]) }
    for pair in rules.request.required { add(-rule, to: &first, pair) }
    for pair in rules.request.forbidden { add(rule, to: &each, pair) }
  }

  private func add(_ cost: Double, to costs: inout [Double], _ pair: [Int]) {
    precondition(pair.count == 2 && pair.allSatisfy { 0..<count ~= $0 }, "a rule names two people of the plan")
    costs[pair[0] * count + pair[1]] += cost
    costs[pair[1] * count + pair[0]] += cost
  }

  private mutating func takeSeats(_ rules: SeatingRules) {
    let hosts = rules.request.hosts
    movable = tables.indices.filter { $0 - begins[tables[$0]] >= rules.hostCounts[tables[$0]] }
    for _ in 0..<roundCount {
      var seated = [Int](repeating: 0, count: count)
      var next = Array(begins.dropLast())
      for (person, table) in hosts.sorted(by: { $0.key < $1.key }) {
        seated[next[table]] = person
        next[table] += 1
      }
      let others = (0..<count).filter { hosts[$0] == nil }.shuffled(using: &numbers)
      for (seat, person) in zip(movable, others) { seated[seat] = person }
      seats.append(seated)
      for table in sizes.indices {
        let people = seated[begins[table]..<begins[table + 1]]
        for one in people { for other in people where one != other { met[one * count + other] += 1 } }
      }
    }
  }

  /// The people at each table of each round, ascending.
  var rounds: [[[Int]]] {
    seats.map { seated in sizes.indices.map { seated[begins[$0]..<begins[$0 + 1]].sorted() } }
  }

  /// Searches; returns whether it was not stopped.
  mutating func run(_ execution: Execution) -> Bool {
    guard sizes.count > 1, movable.count > 1 else { return true }
    let steps = 200
    var threshold = 1.5
    for step in 0..<steps {
      if execution.isCancelled?() == true { return false }
      execution.progress?(Double(step) / Double(steps))
      for _ in 0..<swaps / steps {
        let round = numbers.number(below: roundCount)
        let one = movable[numbers.number(below: movable.count)]
        let other = movable[numbers.number(below: movable.count)]
        if tables[one] == tables[other] { continue }
        if change(round, one, other) < threshold * numbers.fraction() { swap(round, one, other) }
      }
      threshold *= 0.96
    }
    return descend(execution)
  }

  /// Makes every swap that helps until none does.
  private mutating func descend(_ execution: Execution) -> Bool {
    var isBetter = true
    while isBetter {
      isBetter = false
      for round in 0..<roundCount {
        if execution.isCancelled?() == true { return false }
        for (position, one) in movable.enumerated() {
          for other in movable[(position + 1)...] where tables[one] != tables[other] {
            guard change(round, one, other) < -1e-9 else { continue }
            swap(round, one, other)
            isBetter = true
          }
        }
      }
    }
    return true
  }

  /// What a swap of two seats changes in the cost.
  private func change(_ round: Int, _ one: Int, _ other: Int) -> Double {
    let (leaver, comer) = (seats[round][one] * count, seats[round][other] * count)
    var change = 0.0
    for seat in begins[tables[one]]..<begins[tables[one] + 1] where seat != one {
      let person = seats[round][seat]
      change += arrival(comer + person) - departure(leaver + person)
    }
    for seat in begins[tables[other]]..<begins[tables[other] + 1] where seat != other {
      let person = seats[round][seat]
      change += arrival(leaver + person) - departure(comer + person)
    }
    return change
  }

  @inline(__always) private func arrival(_ pair: Int) -> Double {
    (met[pair] == 0 ? first[pair] : met[pair]) + each[pair]
  }

  @inline(__always) private func departure(_ pair: Int) -> Double {
    (met[pair] == 1 ? first[pair] : met[pair] - 1) + each[pair]
  }

  private mutating func swap(_ round: Int, _ one: Int, _ other: Int) {
    let (leaver, comer) = (seats[round][one], seats[round][other])
    func note(_ person: Int, _ table: Int, _ without: Int, _ step: Double) {
      for seat in begins[table]..<begins[table + 1] where seat != without {
        met[person * count + seats[round][seat]] += step
        met[seats[round][seat] * count + person] += step
      }
    }
    note(leaver, tables[one], one, -1)
    note(comer, tables[one], one, 1)
    note(comer, tables[other], other, -1)
    note(leaver, tables[other], other, 1)
    seats[round][one] = comer
    seats[round][other] = leaver
  }
}
