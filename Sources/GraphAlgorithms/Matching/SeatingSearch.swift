/// Improves a random table plan by swapping people of one round.
struct SeatingSearch {
  /// Where people sit in one round, table after table; hosts stand first at their tables.
  struct Round {
    var seats: [Int]
    /// Where each table begins.
    let begins: [Int]
    /// The table of each seat.
    let tables: [Int]
    /// The seats whose people may move.
    let movable: [Int]
    /// How many people of each side sit at each table: side × tables + table.
    var sides: [Int]

    /// Whether a seat is the only one of its table.
    func isLone(_ seat: Int) -> Bool { begins[tables[seat] + 1] - begins[tables[seat]] == 1 }
  }

  let count: Int
  private let tableCount: Int
  /// How many swaps are tried.
  let swaps: Int
  /// What the first meeting of two people costs, and what each meeting costs on top.
  private var first: [Double]
  private(set) var each: [Double]
  /// How often two people meet in the plan, and how often they met before.
  private(set) var met: [Double]
  let earlier: [Double]
  /// What the first reunion of two people costs, and a table without somebody of a side.
  private var reunion: [Double]
  private let lack: Double
  /// The sides that each person belongs to.
  private var sidesOf: [[Int]]
  /// In how many rounds each person sits alone; the second costs as much as a broken rule, each further one more.
  private var loneRounds: [Double]
  var plan: [Round] = []
  var numbers: RandomBits

  /// Begins with people at random seats, or with a plan.
  ///
  /// - Parameter countsWorth: Whether what pairs are worth matters.
  init(_ rules: SeatingRules, start: UInt64, from seating: [[[Int]]]? = nil, countsWorth: Bool = true) {
    let request = rules.request
    count = request.peopleCount
    tableCount = request.tableCount
    numbers = RandomBits(seed: request.seed &* 0x2545_F491_4F6C_DD1D &+ start)
    first = [Double](repeating: 0, count: count * count)
    (each, met) = (first, first)
    loneRounds = [Double](repeating: 0, count: count)
    earlier = rules.earlier.map(Double.init)
    swaps = count * request.roundCount * max(0, request.swapsPerSeat)
    sidesOf = [[Int]](repeating: [], count: count)
    for (side, people) in request.sides.enumerated() { for person in Set(people) { sidesOf[person].append(side) } }
    // A broken rule costs more than any reunions it avoids. Unless a reunion has a price, what one swap adds to the
    // score is less than a reunion.
    let largestTable = Double(4 * max(1, rules.rounds.flatMap(\.sizes).max() ?? 1))
    let largest = rules.worth.reduce(request.reunionCost ?? 0) { max($0, abs($1.weight)) }
    let scale = largest > 0 ? 1 / (request.reunionCost == nil ? largest * largestTable : largest) : 0
    // A guest who comes back to a host has seen less of the others than the count of reunions says.
    let price = request.reunionCost.map { $0 * scale } ?? 1
    let people = request.peopleCount
    reunion = (0..<people * people).map { pair in
      let hosts = [pair / people, pair % people].count { request.hosts[$0] != nil }
      return hosts == 1 ? price * 1.25 : price
    }
    let known = Double((rules.earlier.max() ?? 0) + request.roundCount)
    lack = largestTable * Self.surcharge(known) * 1.25 * max(1, price)
    if countsWorth { for pair in rules.worth { add(-pair.weight * scale, to: &first, [pair.first, pair.second]) } }
    for pair in request.required { add(-lack, to: &first, pair) }
    for pair in request.forbidden { add(lack, to: &each, pair) }
    for (number, round) in rules.rounds.enumerated() { takeSeats(round, request, seating?[number]) }
  }

  private func add(_ cost: Double, to costs: inout [Double], _ pair: [Int]) {
    precondition(pair.count == 2 && pair.allSatisfy { 0..<count ~= $0 }, "a rule names two people of the plan")
    costs[pair[0] * count + pair[1]] += cost
    costs[pair[1] * count + pair[0]] += cost
  }

  private mutating func takeSeats(
    _ round: SeatingRules.Round, _ request: TablePlanRequest, _ known: [[Int]]?
  ) {
    var begins = [0]
    for size in round.sizes { begins.append(begins[begins.count - 1] + size) }
    let tables = round.sizes.indices.flatMap { [Int](repeating: $0, count: round.sizes[$0]) }
    let movable = tables.indices.filter { $0 - begins[tables[$0]] >= round.hostCounts[tables[$0]] }
    var seated = [Int](repeating: 0, count: tables.count)
    var next = Array(begins.dropLast())
    for person in round.present {
      guard let table = request.hosts[person] else { continue }
      seated[next[table]] = person
      next[table] += 1
    }
    func isGuest(_ person: Int) -> Bool { request.hosts[person] == nil }
    let others = known?.joined().filter(isGuest) ?? round.present.filter(isGuest).shuffled(using: &numbers)
    for (seat, person) in zip(movable, others) { seated[seat] = person }
    var sides = [Int](repeating: 0, count: request.sides.count * tableCount)
    for seat in tables.indices { for side in sidesOf[seated[seat]] { sides[side * tableCount + tables[seat]] += 1 } }
    for table in 0..<tableCount {
      let people = seated[begins[table]..<begins[table + 1]]
      for one in people { for other in people where one != other { met[one * count + other] += 1 } }
      if people.count == 1 { for person in people { loneRounds[person] += 1 } }
    }
    plan.append(Round(seats: seated, begins: begins, tables: tables, movable: movable, sides: sides))
  }

  /// The people at each table of each round, ascending.
  var rounds: [[[Int]]] {
    plan.map { round in (0..<tableCount).map { round.seats[round.begins[$0]..<round.begins[$0 + 1]].sorted() } }
  }

  /// Searches; returns whether it was not stopped.
  ///
  /// - Parameter start: How much worse a swap may make things at first; a reunion costs 1.
  mutating func run(_ execution: Execution, threshold start: Double = 1.5) -> Bool {
    guard tableCount > 1, plan.contains(where: { $0.movable.count > 1 }) else {
      return execution.isCancelled?() != true
    }
    let steps = 200
    var threshold = start
    for step in 0..<steps {
      if execution.isCancelled?() == true { return false }
      execution.progress?(Double(step) / Double(steps))
      for _ in 0..<swaps / steps {
        let round = numbers.number(below: plan.count)
        guard plan[round].movable.count > 1 else { continue }
        let one = plan[round].movable[numbers.number(below: plan[round].movable.count)]
        let other = plan[round].movable[numbers.number(below: plan[round].movable.count)]
        if plan[round].tables[one] == plan[round].tables[other] { continue }
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
      for round in plan.indices {
        if execution.isCancelled?() == true { return false }
        let movable = plan[round].movable
        for (position, one) in movable.enumerated() {
          for other in movable[(position + 1)...] where plan[round].tables[one] != plan[round].tables[other] {
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
  func change(_ number: Int, _ one: Int, _ other: Int) -> Double {
    let round = plan[number]
    let (leaver, comer) = (round.seats[one] * count, round.seats[other] * count)
    let (from, to) = (round.tables[one], round.tables[other])
    var change = 0.0
    for seat in round.begins[from]..<round.begins[from + 1] where seat != one {
      let person = round.seats[seat]
      change += arrival(comer + person) - departure(leaver + person)
    }
    for seat in round.begins[to]..<round.begins[to + 1] where seat != other {
      let person = round.seats[seat]
      change += arrival(leaver + person) - departure(comer + person)
    }
    if round.isLone(one) != round.isLone(other) {
      let (gone, come) = round.isLone(one) ? (leaver, comer) : (comer, leaver)
      change += lack * (loneRounds[come / count] - loneRounds[gone / count] + 1)
    }
    return round.sides.isEmpty ? change : change + lack * Double(lacks(round, one, other))
  }

  /// How many more tables are without somebody of a side after a swap.
  private func lacks(_ round: Round, _ one: Int, _ other: Int) -> Int {
    let (leaver, comer) = (round.seats[one], round.seats[other])
    var more = 0
    for side in sidesOf[leaver] where !sidesOf[comer].contains(side) {
      if round.sides[side * tableCount + round.tables[one]] == 1 { more += 1 }
      if round.sides[side * tableCount + round.tables[other]] == 0 { more -= 1 }
    }
    for side in sidesOf[comer] where !sidesOf[leaver].contains(side) {
      if round.sides[side * tableCount + round.tables[other]] == 1 { more += 1 }
      if round.sides[side * tableCount + round.tables[one]] == 0 { more -= 1 }
    }
    return more
  }

  @inline(__always) private func arrival(_ pair: Int) -> Double {
    (met[pair] == 0 ? first[pair] : 0) + reunion[pair] * Self.surcharge(met[pair] + earlier[pair]) + each[pair]
  }

  @inline(__always) private func departure(_ pair: Int) -> Double {
    (met[pair] == 1 ? first[pair] : 0) + reunion[pair] * Self.surcharge(met[pair] - 1 + earlier[pair]) + each[pair]
  }

  /// What a meeting costs of two who met so often: one for each reunion that it makes, and more where reunions fall on the
  /// same two.
  @inline(__always) private static func surcharge(_ known: Double) -> Double { known + 0.25 * known * (known - 1) }

  mutating func swap(_ number: Int, _ one: Int, _ other: Int) {
    let (leaver, comer) = (plan[number].seats[one], plan[number].seats[other])
    let (from, to) = (plan[number].tables[one], plan[number].tables[other])
    note(number, leaver, from, without: one, -1)
    note(number, comer, from, without: one, 1)
    note(number, comer, to, without: other, -1)
    note(number, leaver, to, without: other, 1)
    plan[number].seats[one] = comer
    plan[number].seats[other] = leaver
    if plan[number].isLone(one) != plan[number].isLone(other) {
      let (gone, come) = plan[number].isLone(one) ? (leaver, comer) : (comer, leaver)
      loneRounds[gone] -= 1
      loneRounds[come] += 1
    }
  }

  private mutating func note(_ number: Int, _ person: Int, _ table: Int, without: Int, _ step: Int) {
    for seat in plan[number].begins[table]..<plan[number].begins[table + 1] where seat != without {
      let other = plan[number].seats[seat]
      met[person * count + other] += Double(step)
      met[other * count + person] += Double(step)
    }
    for side in sidesOf[person] { plan[number].sides[side * tableCount + table] += step }
  }
}
