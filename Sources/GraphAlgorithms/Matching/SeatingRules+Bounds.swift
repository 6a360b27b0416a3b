// What no table plan can do better than.

extension SeatingRules {
  /// The smallest number of repeats: pairs that meet again in the second of two rounds do so in every later one, or
  /// there are not enough people whom somebody has not met.
  var repeatBound: Int {
    let fresh = meetings { person, others in
      max(0, people(minimumMeetings: person) - others.count { earlier[person * request.peopleCount + $0.person] == 0 })
    }
    let pairs = freePairs
    let free = freeMeetings - pairs.count { $0.earlier == 0 }
    return max(ownRepeats, fixedRepeats + max(0, free), (fresh + 1) / 2)
  }

  /// The smallest number of times that a pair shares a table again within the plan.
  private var ownRepeats: Int {
    (1..<max(1, rounds.count)).reduce(0) { sum, later in
      sum + ((0..<later).map { reunions(of: rounds[$0], rounds[later]) }.max() ?? 0)
    }
  }

  /// The smallest number of reunions: for each two rounds, or because there are not enough pairs to go round.
  var reunionBound: Int {
    let spread = rounds.indices.reduce(0) { sum, later in
      sum + (0..<later).reduce(0) { $0 + reunions(of: rounds[$1], rounds[later]) }
    }
    let byPerson = meetings { person, others in
      Self.cheapest(
        people(minimumMeetings: person),
        others.map { (earlier[person * request.peopleCount + $0.person], $0.rounds) })
    }
    let byPair = fixedReunions + Self.cheapest(freeMeetings, freePairs.map { ($0.earlier, $0.rounds) })
    return max(spread, byPair, (byPerson + 1) / 2)
  }

  /// How many pairs share a table in both of two rounds, at least: the people of each table come from the tables of the
  /// other round as evenly as seats and hosts allow; who was not there brings no acquaintance.
  private func reunions(of one: Round, _ other: Round) -> Int {
    max(acquainted(one, in: other), acquainted(other, in: one))
  }

  private func acquainted(_ before: Round, in after: Round) -> Int {
    let known = Set(before.present)
    var newcomers = after.present.count { !known.contains($0) }
    var counts = after.sizes
    func least(_ table: Int, _ count: Int) -> Int {
      let staying = request.hosts.count {
        $0.value == table && known.contains($0.key) && after.present.contains($0.key)
      }
      return Self.pairs(ofEvenly: count, from: before.sizes.count, at: table, staying)
    }
    // Each newcomer takes the place where an acquaintance would bring most; what one saves falls with each.
    while newcomers > 0 {
      let savings = counts.indices.map { counts[$0] > 0 ? least($0, counts[$0]) - least($0, counts[$0] - 1) : 0 }
      guard let best = savings.indices.max(by: { (savings[$0], $1) < (savings[$1], $0) }), savings[best] > 0 else {
        break
      }
      counts[best] -= 1
      newcomers -= 1
    }
    return counts.indices.reduce(0) { $0 + least($1, counts[$1]) }
  }

  /// The pairs from one earlier table when people come from so many tables as evenly as possible, some from this one.
  private static func pairs(ofEvenly count: Int, from tables: Int, at table: Int, _ staying: Int) -> Int {
    var shares = [Int](repeating: 0, count: tables)
    shares[table] = min(staying, count)
    for _ in shares[table]..<max(shares[table], count) {
      if let least = shares.indices.min(by: { (shares[$0], $0) < (shares[$1], $1) }) { shares[least] += 1 }
    }
    return shares.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
  }

  /// The least sum when so many meetings are spread over pairs who met before: each further meeting of a pair costs one
  /// more than the last.
  private static func cheapest(_ meetings: Int, _ pairs: [(earlier: Int, rounds: Int)]) -> Int {
    var open: [Int: Int] = [:]
    for pair in pairs { for time in 0..<pair.rounds { open[pair.earlier + time, default: 0] += 1 } }
    var left = meetings
    var sum = 0
    for (cost, count) in open.sorted(by: { $0.key < $1.key }) {
      let taken = min(left, count)
      sum += taken * cost
      left -= taken
    }
    return sum
  }

  /// How many people a person meets at least, counted once for each round; hosts of the same table left aside.
  private func people(minimumMeetings person: Int) -> Int {
    rounds.reduce(0) { sum, round in
      guard round.present.contains(person) else { return sum }
      if let table = request.hosts[person] { return sum + max(0, round.sizes[table] - round.hostCounts[table]) }
      return sum + max(0, (round.sizes.filter { $0 > 0 }.min() ?? 0) - 1)
    }
  }

  /// Adds up what is said of each person and the others whom the person may meet, with in how many rounds.
  private func meetings(_ value: (Int, [(person: Int, rounds: Int)]) -> Int) -> Int {
    let pairs = freePairs
    var others = [[(person: Int, rounds: Int)]](repeating: [], count: request.peopleCount)
    for pair in pairs {
      others[pair.first].append((pair.second, pair.rounds))
      others[pair.second].append((pair.first, pair.rounds))
    }
    return others.indices.reduce(0) { $0 + value($1, others[$1]) }
  }

  private struct FreePair {
    let first: Int
    let second: Int
    let earlier: Int
    let rounds: Int
  }

  /// The pairs that may meet without a broken rule, but those of hosts at one table.
  private var freePairs: [FreePair] {
    let banned = banned
    let isThere = presence
    return (0..<request.peopleCount).flatMap { first in
      (first + 1..<max(first + 1, request.peopleCount)).compactMap { second in
        guard mayMeet(first, second, banned), request.hosts[first] == nil || request.hosts[second] == nil else {
          return nil
        }
        let common = rounds.indices.count { isThere[$0][first] && isThere[$0][second] }
        let known = earlier[first * request.peopleCount + second]
        return common == 0 ? nil : FreePair(first: first, second: second, earlier: known, rounds: common)
      }
    }
  }

  private var presence: [[Bool]] {
    rounds.map { round in
      var isThere = [Bool](repeating: false, count: request.peopleCount)
      for person in round.present { isThere[person] = true }
      return isThere
    }
  }

  /// All meetings of all rounds but those of hosts at one table.
  private var freeMeetings: Int {
    rounds.reduce(0) { sum, round in
      sum + round.sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } - round.hostCounts.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    }
  }

  /// In how many rounds each two hosts of one table meet, and how often they met before.
  private var fixedMeetings: [(rounds: Int, earlier: Int)] {
    let hosts = request.hosts.keys.sorted()
    let isThere = presence
    return hosts.flatMap { first in
      hosts.filter { $0 > first && request.hosts[$0] == request.hosts[first] }.map { second in
        (
          rounds.indices.count { isThere[$0][first] && isThere[$0][second] },
          earlier[first * request.peopleCount + second]
        )
      }
    }
  }

  private var fixedRepeats: Int { fixedMeetings.reduce(0) { $0 + max(0, $1.rounds - ($1.earlier > 0 ? 0 : 1)) } }

  private var fixedReunions: Int {
    fixedMeetings.reduce(0) { $0 + $1.rounds * $1.earlier + $1.rounds * ($1.rounds - 1) / 2 }
  }

  /// The fewest tables without somebody of each side: there are too few people of it in a round.
  var lackBound: Int {
    request.sides.reduce(0) { sum, side in
      let members = Set(side)
      return rounds.reduce(sum) { sum, round in
        sum + max(0, round.sizes.count { $0 > 0 } - round.present.count { members.contains($0) })
      }
    }
  }

  /// The highest score: nobody meets more people than there are seats, and no more different pairs meet than there is room
  /// for beside the meetings that have to be repeated.
  var scoreBound: Double {
    let banned = Set(request.forbidden.map { $0.sorted() })
    let isThere = presence
    let gains = worth.filter { pair in
      pair.weight > 0 && mayMeet(pair.first, pair.second, banned)
        && isThere.contains { $0[pair.first] && $0[pair.second] }
    }
    var seats = [Int](repeating: 0, count: request.peopleCount)
    for round in rounds { for person in round.present { seats[person] += max(0, (round.sizes.max() ?? 0) - 1) } }
    let room = rounds.reduce(0) { $0 + $1.sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
    return MeetingPrices(gains, seats: seats, room: max(0, room - ownRepeats)).bound
  }
}

/// What no plan for a request can do better than, without searching for one.
public struct SeatingBounds: Hashable, Sendable {
  /// The fewest reunions.
  public let reunions: Int

  /// Counts the bounds.
  ///
  /// - Complexity: O(people² · rounds).
  public init(_ request: TablePlanRequest) {
    reunions = SeatingRules(request).reunionBound
  }
}
