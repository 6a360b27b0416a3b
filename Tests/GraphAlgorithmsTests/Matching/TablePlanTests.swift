import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct TablePlanTests {
  @Test func `24 people at 4 tables meet again no more than they must`() throws {
    var request = TablePlanRequest(peopleCount: 24, tableCount: 4, roundCount: 4)
    request.hosts = [0: 0, 6: 1, 12: 2, 18: 3]
    request.swapsPerSeat = 1000
    let plan = try #require(try tablePlan(for: request))
    check(plan, request)
    #expect(plan.reunionBound == 48 && plan.repeatBound == 24)
    #expect(plan.reunions <= 52)
    request.roundCount = 2
    let two = try #require(try tablePlan(for: request))
    #expect(two.repeats == 8 && two.repeatBound == 8)
  }

  @Test func `nobody meets twice where that is possible`() throws {
    for (people, tables, rounds) in [(9, 3, 4), (16, 4, 4), (20, 5, 4), (10, 5, 5)] {
      var request = TablePlanRequest(peopleCount: people, tableCount: tables, roundCount: rounds)
      request.swapsPerSeat = 1500
      let plan = try #require(try tablePlan(for: request))
      check(plan, request)
      #expect(plan.repeats == 0)
    }
  }

  @Test(arguments: 0..<12) func `rules are kept and figures are right`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var request = TablePlanRequest(peopleCount: 11 + seed, tableCount: 2 + seed % 4, roundCount: 1 + seed % 3)
    request.seed = UInt64(seed)
    request.swapsPerSeat = 300
    request.hosts = [0: 0, 5: 1, 9: 1]
    request.forbidden = [[1, 2], [3, 0]]
    request.required = [[4, 5], [6, 7]]
    for _ in 0..<40 {
      request.worth.append(
        WeightedPair(
          Int.random(in: 0..<request.peopleCount, using: &generator),
          Int.random(in: 0..<request.peopleCount, using: &generator), Double(Int.random(in: -2...9, using: &generator)))
      )
    }
    let plan = try #require(try tablePlan(for: request))
    check(plan, request)
    #expect(plan.broken.isEmpty)
    #expect(try tablePlan(for: request, execution: Execution(threads: 1)) == plan)
    #expect(try tablePlan(for: request, execution: Execution(threads: 8)) == plan)
  }

  /// Brute force: six people at tables of two or three, over up to three rounds.
  @Test(arguments: 0..<24) func `no plan is worth more than the bound`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var request = TablePlanRequest(peopleCount: 6, tableCount: 2 + seed % 2, roundCount: 1 + seed % 3)
    request.swapsPerSeat = 20
    let worth = (0..<6).flatMap { first in
      (first + 1..<6).map { WeightedPair(first, $0, Double(Int.random(in: -1...9, using: &generator))) }
    }
    request.worth = seed % 4 < 2 ? worth : worth.map { WeightedPair($0.first, $0.second, $0.weight / 7) }
    if seed % 5 == 0 { request.hosts = [0: 0, 3: 1] }
    if seed % 7 == 0 { request.forbidden = [[1, 2]] }
    let plan = try #require(try tablePlan(for: request))
    // Different sets of pairs that one round lets meet, as bits.
    var rounds: Set<UInt64> = []
    everySeating(6, plan.rounds[0].map(\.count)) { tables in
      guard request.hosts.allSatisfy({ tables[$0.value].contains($0.key) }) else { return }
      var met: UInt64 = 0
      for (bit, pair) in worth.enumerated()
      where tables.contains(where: { [pair.first, pair.second].allSatisfy($0.contains) }) {
        met |= 1 << bit
      }
      if !request.forbidden.contains(where: { pair in tables.contains { table in pair.allSatisfy(table.contains) } }) {
        rounds.insert(met)
      }
    }
    var plans: Set<UInt64> = [0]
    for _ in 0..<request.roundCount { plans = Set(plans.flatMap { plan in rounds.map { plan | $0 } }) }
    let best = plans.map { set in
      request.worth.enumerated().reduce(0.0) { (set >> UInt64($1.offset)) & 1 == 1 ? $0 + $1.element.weight : $0 }
    }.max()
    #expect(try #require(best) <= plan.scoreBound + 1e-9)
  }

  /// Brute force over all plans: up to three rounds of six people, some of whom met before.
  @Test(arguments: 0..<18) func `no plan has fewer repeats or reunions than the bounds`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var request = TablePlanRequest(peopleCount: 6, tableCount: 1 + seed % 3, roundCount: 1 + seed % 3)
    if seed % 2 == 1 {
      for first in 0..<6 {
        for second in first + 1..<6 where Int.random(in: 0..<3, using: &generator) == 0 {
          request.earlier.append(WeightedPair(first, second, Int.random(in: 1...2, using: &generator)))
        }
      }
    }
    if seed % 5 == 0, request.tableCount > 1 { request.hosts = [0: 0, 3: 1] }
    request.swapsPerSeat = 300
    let plan = try #require(try tablePlan(for: request))
    var rounds: Set<[Int]> = []
    everySeating(6, plan.rounds[0].map(\.count)) { tables in
      guard request.hosts.allSatisfy({ tables[$0.value].contains($0.key) }) else { return }
      var met = [Int](repeating: 0, count: 36)
      for table in tables { for one in table { for other in table where one < other { met[one * 6 + other] = 1 } } }
      rounds.insert(met)
    }
    var earlier = [Int](repeating: 0, count: 36)
    for pair in request.earlier { earlier[pair.first * 6 + pair.second] = pair.weight }
    var plans: Set<[Int]> = [[Int](repeating: 0, count: 36)]
    for _ in 0..<request.roundCount { plans = Set(plans.flatMap { plan in rounds.map { zip(plan, $0).map(+) } }) }
    let repeats = plans.map { zip($0, earlier).reduce(0) { $0 + max(0, $1.0 - ($1.1 > 0 ? 0 : 1)) } }.min()
    let reunions = plans.map { zip($0, earlier).reduce(0) { $0 + $1.0 * ($1.0 - 1) / 2 + $1.0 * $1.1 } }.min()
    #expect(plan.reunions == reunions)
    let (fewest, least) = (try #require(repeats), try #require(reunions))
    #expect(plan.repeatBound <= fewest && fewest <= plan.repeats)
    #expect(plan.reunionBound <= least)
  }

  /// Four people at one table over three rounds: six pairs meet three times, of which two are repeats.
  @Test func `every meeting but the first of a pair is a repeat, and the bound says so`() throws {
    let plan = try #require(try tablePlan(for: TablePlanRequest(peopleCount: 4, tableCount: 1, roundCount: 3)))
    #expect(plan.repeats == 12 && plan.repeatBound == 12)
    #expect(plan.reunions == 18 && plan.reunionBound == 18)
  }

  /// People, seats at a table, hosts, who misses the first round, rounds; then how many sit alone in each round.
  @Test(arguments: [
    ([4, 2, 0, 0, 2], [0, 0]), ([5, 2, 0, 0, 5], [1, 1, 1, 1, 1]), ([5, 2, 1, 0, 3], [1, 1, 1]),
    ([5, 3, 0, 0, 2], [0, 0]), ([7, 3, 0, 2, 2], [0, 0]), ([9, 4, 3, 4, 2], [1, 0]), ([4, 2, 3, 0, 3], [2, 2, 2]),
    ([6, 3, 4, 0, 4], [2, 2, 2, 2]), ([3, 2, 0, 2, 1], [1]), ([8, 3, 1, 3, 2], [0, 0]),
  ]) func `nobody sits alone where that can be avoided, and else people take turns`(
    numbers: [Int], alone: [Int]
  ) throws {
    let (people, seats, hosts) = (numbers[0], numbers[1], numbers[2])
    let tables = max(hosts, (people + seats - 1) / seats)
    var request = TablePlanRequest(peopleCount: people, tableCount: tables, roundCount: numbers[4])
    request.seatsPerTable = seats
    request.swapsPerSeat = 400
    for host in 0..<hosts { request.hosts[host] = host }
    request.absences = [Array(people - numbers[3]..<people)]
    let plan = try #require(try tablePlan(for: request))
    #expect(plan.alone.map(\.count) == alone)
    #expect(plan.rounds.joined().allSatisfy { $0.count <= seats })
    for (number, round) in plan.rounds.enumerated() {
      #expect(round.joined().count == people - (number == 0 ? numbers[3] : 0))
      for host in 0..<hosts { #expect(round[host].contains(host)) }
    }
    // Nobody is alone twice more often than somebody else of the same kind.
    let times = Dictionary(plan.alone.joined().map { ($0, 1) }, uniquingKeysWith: +)
    let taking = alone.contains { $0 > 1 } ? 0..<hosts : hosts..<people
    let counts = taking.map { times[$0, default: 0] }
    #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
  }

  /// Swaps with regard to everything at once leave four to seven reunions here.
  @Test func `a second month is searched on for fewer reunions`() throws {
    var request = TablePlanRequest(peopleCount: 24, tableCount: 6, roundCount: 3)
    request.swapsPerSeat = 1000
    let first = try #require(try tablePlan(for: request))
    #expect(first.reunions == 0)
    request.earlier = first.rounds.joined().flatMap { table in
      table.flatMap { one in table.filter { $0 > one }.map { WeightedPair(one, $0, 1) } }
    }
    let second = try #require(try tablePlan(for: request))
    for round in second.rounds { #expect(round.joined().sorted() == Array(0..<24)) }
    #expect(second.reunions <= 3)
    request.swapsPerSeat = 60
    let quick = try tablePlan(for: request, execution: Execution(threads: 1))
    #expect(try tablePlan(for: request, execution: Execution(threads: 8)) == quick)
  }

  @Test func `one round is a balanced partition of the highest score`() throws {
    var generator = SeededGenerator(seed: 8)
    var request = TablePlanRequest(peopleCount: 8, tableCount: 2)
    request.worth = (0..<8).flatMap { first in
      (first + 1..<8).map { WeightedPair(first, $0, Double(Int.random(in: 0...20, using: &generator))) }
    }
    let best = (0..<256).filter { $0.nonzeroBitCount == 4 }.map { set in
      request.worth.reduce(0.0) { $0 + ((set >> $1.first) & 1 == (set >> $1.second) & 1 ? $1.weight : 0) }
    }.max()
    #expect(try tablePlan(for: request)?.score == best)
  }

  @Test func `bounds hold for every plan of two rounds`() throws {
    // Whatever the second round: pairs of the first one that sit together again are counted by hand.
    for (people, tables) in [(6, 2), (7, 3), (5, 2)] {
      var request = TablePlanRequest(peopleCount: people, tableCount: tables, roundCount: 2)
      request.swapsPerSeat = 200
      let plan = try #require(try tablePlan(for: request))
      let first = plan.rounds[0]
      var fewest = Int.max
      everySeating(people, plan.rounds[0].map(\.count)) { second in
        let again = second.reduce(0) { sum, table in
          sum + first.reduce(0) { $0 + Set($1).intersection(table).count * (Set($1).intersection(table).count - 1) / 2 }
        }
        fewest = min(fewest, again)
      }
      #expect(plan.repeats == fewest)
      #expect(plan.repeatBound <= fewest && plan.reunionBound <= fewest)
    }
  }

  @Test(arguments: 0..<10) func `absences, sides and earlier meetings are kept and counted`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var request = TablePlanRequest(peopleCount: 14 + seed % 3, tableCount: 3, roundCount: 3)
    request.seed = UInt64(seed)
    request.swapsPerSeat = 200
    request.hosts = [0: 0, 1: 1, 2: 2]
    request.absences = [[3], [], [4, 1]]
    request.sides = [Array(stride(from: 0, to: request.peopleCount, by: 2)), [1, 3, 5, 7]]
    request.earlier = (0..<20).map { _ in
      WeightedPair(
        Int.random(in: 0..<request.peopleCount, using: &generator),
        Int.random(in: 0..<request.peopleCount, using: &generator), 1)
    }.filter { $0.first != $0.second }
    request.worth = [WeightedPair(5, 6, 3), WeightedPair(7, 8, 2)]
    if seed % 2 == 1 { request.reunionCost = 1 }
    let plan = try #require(try tablePlan(for: request))
    var earlier: [[Int]: Int] = [:]
    for pair in request.earlier { earlier[[pair.first, pair.second].sorted(), default: 0] += pair.weight }
    var meetings: [[Int]: Int] = [:]
    for (number, round) in plan.rounds.enumerated() {
      #expect(round.joined().sorted() == (0..<request.peopleCount).filter { !request.absences[number].contains($0) })
      for (person, table) in request.hosts where !request.absences[number].contains(person) {
        #expect(round[table].contains(person))
      }
      for table in round {
        for one in table { for other in table where one < other { meetings[[one, other], default: 0] += 1 } }
      }
    }
    let reunions = meetings.reduce(0) { $0 + $1.value * ($1.value - 1) / 2 + $1.value * earlier[$1.key, default: 0] }
    let repeats = meetings.reduce(0) { $0 + $1.value - (earlier[$1.key, default: 0] > 0 ? 0 : 1) }
    let lacks = plan.rounds.joined().reduce(0) { sum, table in
      sum + request.sides.count { Set($0).isDisjoint(with: table) }
    }
    #expect(plan.reunions == reunions && plan.repeats == repeats && plan.lacks == lacks)
    #expect(plan.reunionBound <= reunions && plan.repeatBound <= repeats && plan.lackBound <= lacks)
    #expect(plan.lacks == 0)
    #expect(try tablePlan(for: request, execution: Execution(threads: 1)) == plan)
  }

  @Test func `who met before meets nobody again where that is possible`() throws {
    // Nine people at three tables have four rounds without a repeat: two were, two are left.
    var request = TablePlanRequest(peopleCount: 9, tableCount: 3, roundCount: 2)
    let first = try #require(try tablePlan(for: request))
    #expect(first.reunions == 0)
    request.earlier = first.rounds.joined().flatMap { table in
      [WeightedPair(table[0], table[1], 1), WeightedPair(table[0], table[2], 1), WeightedPair(table[1], table[2], 1)]
    }
    let second = try #require(try tablePlan(for: request))
    #expect(second.reunions == 0 && second.reunionBound == 0)
    request.roundCount = 3
    // Each of the nine has four others left to meet and six seats beside somebody.
    let third = try #require(try tablePlan(for: request))
    #expect(third.reunionBound >= 9 && third.reunions >= third.reunionBound)
  }

  @Test func `too many hosts at a table have no plan`() throws {
    var request = TablePlanRequest(peopleCount: 4, tableCount: 2)
    request.hosts = [0: 0, 1: 0, 2: 0]
    #expect(try tablePlan(for: request) == nil)
    request.hosts = [0: 2]
    #expect(try tablePlan(for: request) == nil)
    let empty = try #require(try tablePlan(for: TablePlanRequest(peopleCount: 0, tableCount: 3, roundCount: 2)))
    #expect(empty.rounds == [[[], [], []], [[], [], []]])
    var stopped = Execution()
    stopped.isCancelled = { true }
    #expect(throws: Cancelled.self) {
      try tablePlan(for: TablePlanRequest(peopleCount: 9, tableCount: 3), execution: stopped)
    }
  }

  /// Everybody sits once a round, hosts at their tables, tables are balanced, and the figures follow from the seats.
  private func check(_ plan: TablePlan, _ request: TablePlanRequest) {
    #expect(plan.rounds.count == request.roundCount)
    var meetings: [[Int]: Int] = [:]
    for round in plan.rounds {
      #expect(round.joined().sorted() == Array(0..<request.peopleCount))
      #expect(round.count == request.tableCount)
      let sizes = round.map(\.count)
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
      for (person, table) in request.hosts { #expect(round[table].contains(person)) }
      for table in round {
        for one in table { for other in table where one < other { meetings[[one, other], default: 0] += 1 } }
      }
    }
    #expect(plan.repeats == meetings.values.reduce(0) { $0 + $1 - 1 })
    #expect(plan.reunions == meetings.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
    #expect(plan.repeats >= plan.repeatBound && plan.reunions >= plan.reunionBound)
    var known: Set<[Int]> = []
    let score = request.worth.reduce(0.0) { sum, pair in
      let ends = [pair.first, pair.second].sorted()
      return sum + (known.insert(ends).inserted && meetings[ends] != nil ? pair.weight : 0)
    }
    #expect(plan.score == score)
    #expect(plan.score <= plan.scoreBound)
    let met = Set(meetings.keys)
    let broken =
      request.forbidden.filter { met.contains($0.sorted()) } + request.required.filter { !met.contains($0.sorted()) }
    #expect(plan.broken == broken)
  }

  private func everySeating(_ people: Int, _ sizes: [Int], _ body: ([[Int]]) -> Void) {
    func extend(_ person: Int, _ tables: [[Int]]) {
      if person == people { return body(tables) }
      for table in sizes.indices where tables[table].count < sizes[table] {
        var next = tables
        next[table].append(person)
        extend(person + 1, next)
      }
    }
    extend(0, sizes.map { _ in [] })
  }
}
