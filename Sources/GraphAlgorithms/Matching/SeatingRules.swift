/// A request for a table plan in the form in which it is searched.
struct SeatingRules: Sendable {
  /// One round: who is there, and how many seats each table has for them.
  struct Round: Sendable {
    /// Who sits down, ascending.
    let present: [Int]
    /// The number of seats of each table.
    let sizes: [Int]
    /// The number of hosts of each table who are there.
    let hostCounts: [Int]
  }

  let request: TablePlanRequest
  let rounds: [Round]
  /// What pairs are worth: of each pair the first entry, nobody with themselves.
  let worth: [WeightedPair<Double>]
  /// How often two people met before, at the place first × people + second, for both orders.
  let earlier: [Int]

  init(_ request: TablePlanRequest) {
    self.request = request
    let count = request.peopleCount
    rounds = (0..<request.roundCount).map { round in
      let absent = Set(round < request.absences.count ? request.absences[round] : [])
      let present = (0..<count).filter { !absent.contains($0) }
      var hosts = [Int](repeating: 0, count: request.tableCount)
      for person in present {
        if let table = request.hosts[person], hosts.indices.contains(table) { hosts[table] += 1 }
      }
      let sizes = Self.sizes(of: present.count, hosts, round, request)
      return Round(present: present, sizes: sizes, hostCounts: hosts)
    }
    var known: Set<[Int]> = []
    worth = request.worth.filter { $0.first != $0.second && known.insert([$0.first, $0.second].sorted()).inserted }
    var earlier = [Int](repeating: 0, count: count * count)
    for pair in request.earlier where pair.first != pair.second {
      earlier[pair.first * count + pair.second] += pair.weight
      earlier[pair.second * count + pair.first] += pair.weight
    }
    self.earlier = earlier
  }

  /// The seats of each table: as even as possible, larger tables first.
  ///
  /// Where it is known what a table holds, and somebody would sit alone, only so many tables are laid as have two people
  /// each, but one for each host who is there. Who still sits alone does so at a table without a host; where each table
  /// has one, the hosts take turns.
  private static func sizes(
    of people: Int, _ hosts: [Int], _ round: Int, _ request: TablePlanRequest
  ) -> [Int] {
    guard let seats = request.seatsPerTable, people < 2 * request.tableCount else {
      return evenly(people, over: Array(hosts.indices), of: hosts.count)
    }
    let led = hosts.indices.filter { hosts[$0] > 0 }
    let laid = max(led.count, seats > 2 ? max(1, people / 2) : (people + 1) / 2)
    let others = hosts.indices.filter { hosts[$0] == 0 }.prefix(max(0, laid - led.count))
    if people >= 2 * laid { return evenly(people, over: (led + others).sorted(), of: hosts.count) }
    let turn = led.isEmpty ? 0 : round * max(0, people - laid) % led.count
    return evenly(people, over: Array(led[turn...]) + led[..<turn] + others, of: hosts.count)
  }

  private static func evenly(_ people: Int, over tables: [Int], of count: Int) -> [Int] {
    var sizes = [Int](repeating: 0, count: count)
    guard !tables.isEmpty else { return sizes }
    let (seats, larger) = people.quotientAndRemainder(dividingBy: tables.count)
    for (place, table) in tables.enumerated() { sizes[table] = seats + (place < larger ? 1 : 0) }
    return sizes
  }

  /// Whether the hosts' tables exist and have seats for them.
  var areHostsSeated: Bool {
    request.hosts.allSatisfy { 0..<request.peopleCount ~= $0.key && 0..<request.tableCount ~= $0.value }
      && rounds.allSatisfy { round in zip(round.hostCounts, round.sizes).allSatisfy { $0 <= $1 } }
  }

  /// Whether two people may share a table without a broken rule, in a round in which both are there.
  func mayMeet(_ first: Int, _ second: Int, _ banned: Set<[Int]>) -> Bool {
    if banned.contains([min(first, second), max(first, second)]) { return false }
    guard let one = request.hosts[first], let other = request.hosts[second] else { return true }
    return one == other
  }

  /// The pairs that must never share a table, each ascending; hosts of one table cannot be kept apart.
  var banned: Set<[Int]> {
    Set(
      request.forbidden.map { $0.sorted() }.filter { pair in
        pair.count == 2 && pair[0] != pair[1] && !pair.allSatisfy { request.hosts[$0] != nil }
      })
  }
}
