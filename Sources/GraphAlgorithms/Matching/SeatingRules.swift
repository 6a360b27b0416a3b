/// A request for a table plan in the form in which it is searched, and what no plan can do better than.
struct SeatingRules: Sendable {
  let request: TablePlanRequest
  /// The number of seats of each table.
  let sizes: [Int]
  /// The number of hosts of each table.
  let hostCounts: [Int]
  /// What pairs are worth: of each pair the first entry, nobody with themselves.
  let worth: [WeightedPair<Double>]

  init(_ request: TablePlanRequest) {
    self.request = request
    let (seats, larger) = request.peopleCount.quotientAndRemainder(dividingBy: request.tableCount)
    sizes = (0..<request.tableCount).map { seats + ($0 < larger ? 1 : 0) }
    var counts = [Int](repeating: 0, count: request.tableCount)
    for (person, table) in request.hosts where counts.indices.contains(table) && 0..<request.peopleCount ~= person {
      counts[table] += 1
    }
    hostCounts = counts
    var known: Set<[Int]> = []
    worth = request.worth.filter { $0.first != $0.second && known.insert([$0.first, $0.second].sorted()).inserted }
  }

  /// The smallest number of repeats: pairs that meet again in the second of two rounds do so in every later one.
  var repeatBound: Int {
    let rounds = request.roundCount
    let fixed = (rounds - 1) * fixedPairs
    return max((rounds - 1) * reunionsOfTwoRounds, fixed + max(0, freeMeetings - availablePairs))
  }

  /// The smallest number of reunions: for each two rounds, or because there are not enough pairs to go round.
  var reunionBound: Int {
    let pairsOfRounds = request.roundCount * (request.roundCount - 1) / 2
    guard availablePairs > 0 else { return pairsOfRounds * reunionsOfTwoRounds }
    let (times, rest) = freeMeetings.quotientAndRemainder(dividingBy: availablePairs)
    let spread = availablePairs * (times * (times - 1) / 2) + rest * times
    return max(pairsOfRounds * reunionsOfTwoRounds, pairsOfRounds * fixedPairs + spread)
  }

  /// How many pairs share a table in both of two rounds, at least: the people of each table come from the tables of the
  /// other round as evenly as seats and hosts allow.
  private var reunionsOfTwoRounds: Int {
    sizes.indices.reduce(0) { sum, table in
      var shares = [Int](repeating: 0, count: sizes.count)
      shares[table] = hostCounts[table]
      let limits = sizes.indices.map { $0 == table ? sizes[$0] : sizes[$0] - hostCounts[$0] }
      for _ in hostCounts[table]..<max(hostCounts[table], sizes[table]) {
        let open = shares.indices.filter { shares[$0] < limits[$0] }
        if let least = open.min(by: { (shares[$0], $0) < (shares[$1], $1) }) { shares[least] += 1 }
      }
      return sum + shares.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    }
  }

  /// Pairs of hosts at one table: they meet in every round.
  private var fixedPairs: Int { hostCounts.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }

  /// All meetings of all rounds but those of hosts at one table.
  private var freeMeetings: Int {
    request.roundCount * (sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } - fixedPairs)
  }

  /// The pairs that may meet without a broken rule, but those of hosts at one table.
  private var availablePairs: Int {
    let hosts = hostCounts.reduce(0, +)
    let apart = Set(
      request.forbidden.map { $0.sorted() }.filter { pair in
        pair.count == 2 && pair[0] != pair[1] && !pair.allSatisfy { request.hosts[$0] != nil }
      })
    return request.peopleCount * (request.peopleCount - 1) / 2 - hosts * (hosts - 1) / 2 - apart.count
  }

  /// The highest score: nobody meets more people than there are seats, and no more pairs meet than there is room for.
  var scoreBound: Double {
    let banned = Set(request.forbidden.map { $0.sorted() })
    let gains = worth.filter { pair in
      let (first, second) = (request.hosts[pair.first], request.hosts[pair.second])
      let areApart = first != nil && second != nil && first != second
      return pair.weight > 0 && !areApart && !banned.contains([pair.first, pair.second].sorted())
    }
    let seats = request.roundCount * max(0, (sizes.max() ?? 0) - 1)
    let room = request.roundCount * sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    var byPerson = [[Double]](repeating: [], count: request.peopleCount)
    for pair in gains {
      byPerson[pair.first].append(pair.weight)
      byPerson[pair.second].append(pair.weight)
    }
    func best(_ values: [Double], _ count: Int) -> Double { values.sorted(by: >).prefix(count).reduce(0, +) }
    return min(byPerson.reduce(0.0) { $0 + best($1, seats) } / 2, best(gains.map(\.weight), room))
  }
}
