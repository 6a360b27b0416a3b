public import GraphAlgorithms

/// Makes teams: all topics covered and nobody isolated first, then the highest value.
///
/// Each team is begun with another person, filled greedily, and then people are exchanged, added and taken out as long as that
/// helps; the best of several beginnings is kept.
///
/// - Returns: `nil` where there are too few people.
/// - Complexity: O(starts · steps · teams · size · people · size).
public func teamPlan(
  for request: TeamRequest, execution: Execution = Execution()
) throws(Cancelled) -> TeamPlan? {
  guard request.sectors.count >= request.teamCount * request.size.lowerBound,
    request.must.count <= request.teamCount * request.size.upperBound
  else { return nil }
  let starts = min(24, request.sectors.count)
  let found = try execution.map(starts, chunk: 1) { chunk -> TeamSearch in
    var search = TeamSearch(request, start: chunk.lowerBound)
    search.improve(execution)
    return search
  }
  try execution.checkpoint()
  var best = found[0]
  for search in found.dropFirst() where search.rank > best.rank { best = search }
  // Dearer exchanges are tried for the best only.
  while best.exchangeTwo() {
    try execution.checkpoint()
    best.improve(execution)
  }
  let teams = best.teams.map { $0.sorted() }
  let order = teams.indices.sorted {
    let (one, other) = (request.value(of: teams[$0]).rank, request.value(of: teams[$1]).rank)
    return one != other ? one > other : teams[$0].lexicographicallyPrecedes(teams[$1])
  }
  return TeamPlan(
    teams: order.map { teams[$0] }, values: order.map { request.value(of: teams[$0]) }, bound: request.bound)
}

/// Teams that are changed as long as that makes them better.
private struct TeamSearch: Sendable {
  private let request: TeamRequest
  private let fixed: Set<Int>
  private(set) var teams: [[Int]]
  private var ranks: [Int]
  private var isFree: [Bool]

  var rank: Int { ranks.reduce(0, +) }

  init(_ request: TeamRequest, start: Int) {
    self.request = request
    fixed = Set(request.must)
    teams = Array(repeating: [], count: request.teamCount)
    isFree = Array(repeating: true, count: request.sectors.count)
    for (number, person) in Set(request.must).sorted().enumerated() {
      teams[number % request.teamCount].append(person)
      isFree[person] = false
    }
    ranks = []
    let strongest = request.sectors.indices.sorted {
      let (one, other) = (request.coverage[$0].reduce(0, +), request.coverage[$1].reduce(0, +))
      return one != other ? one > other : $0 < $1
    }
    for team in teams.indices where teams[team].isEmpty {
      let open = strongest.filter { isFree[$0] }
      take(open[(team + start) % open.count], team)
    }
    for _ in 1..<max(2, request.size.lowerBound) {
      for team in teams.indices where teams[team].count < request.size.lowerBound {
        if let next = best(for: team) { take(next, team) }
      }
    }
    ranks = teams.map { request.value(of: $0).rank }
  }

  private mutating func take(_ person: Int, _ team: Int) {
    teams[team].append(person)
    isFree[person] = false
  }

  private func best(for team: Int) -> Int? {
    var best: (person: Int, rank: Int)?
    for person in isFree.indices where isFree[person] {
      let rank = request.value(of: teams[team] + [person]).rank
      if best.map({ $0.rank < rank }) ?? true { best = (person, rank) }
    }
    return best?.person
  }

  /// Makes the best change of each kind until none helps.
  mutating func improve(_ execution: Execution) {
    for _ in 0..<400 {
      if execution.isCancelled?() == true { return }
      if exchangeWithFree() { continue }
      if exchangeBetweenTeams() { continue }
      return
    }
  }

  /// Puts a free person in the place of a member, or adds one, or takes one out: the best of all such changes.
  private mutating func exchangeWithFree() -> Bool {
    var best: (team: Int, members: [Int], gain: Int)?
    for team in teams.indices {
      var changed: [[Int]] = []
      for place in teams[team].indices where !fixed.contains(teams[team][place]) {
        let rest = Array(teams[team][..<place] + teams[team][(place + 1)...])
        if rest.count >= request.size.lowerBound { changed.append(rest) }
        for person in isFree.indices where isFree[person] { changed.append(rest + [person]) }
      }
      if teams[team].count < request.size.upperBound {
        for person in isFree.indices where isFree[person] { changed.append(teams[team] + [person]) }
      }
      for members in changed {
        let gain = request.value(of: members).rank - ranks[team]
        if gain > (best?.gain ?? 0) { best = (team, members, gain) }
      }
    }
    guard let best else { return false }
    replace(best.team, best.members)
    return true
  }

  /// Puts two free people in the place of two members, where that helps more than any other such change.
  mutating func exchangeTwo() -> Bool {
    let free = isFree.indices.filter { isFree[$0] }
    var best: (team: Int, members: [Int], gain: Int)?
    for team in teams.indices {
      let movable = teams[team].filter { !fixed.contains($0) }
      for (place, one) in movable.enumerated() {
        for other in movable[(place + 1)...] {
          let rest = teams[team].filter { $0 != one && $0 != other }
          for (number, first) in free.enumerated() {
            for second in free[(number + 1)...] {
              let gain = request.value(of: rest + [first, second]).rank - ranks[team]
              if gain > (best?.gain ?? 0) { best = (team, rest + [first, second], gain) }
            }
          }
        }
      }
    }
    guard let best else { return false }
    replace(best.team, best.members)
    return true
  }

  private mutating func replace(_ team: Int, _ members: [Int]) {
    for person in teams[team] { isFree[person] = true }
    for person in members { isFree[person] = false }
    teams[team] = members
    ranks[team] = request.value(of: members).rank
  }

  private mutating func exchangeBetweenTeams() -> Bool {
    for one in teams.indices {
      for other in teams.indices.dropFirst(one + 1) {
        for first in teams[one].indices {
          for second in teams[other].indices {
            var (left, right) = (teams[one], teams[other])
            (left[first], right[second]) = (right[second], left[first])
            let after = (request.value(of: left).rank, request.value(of: right).rank)
            guard after.0 + after.1 > ranks[one] + ranks[other] else { continue }
            (teams[one], teams[other], ranks[one], ranks[other]) = (left, right, after.0, after.1)
            return true
          }
        }
      }
    }
    return false
  }
}
