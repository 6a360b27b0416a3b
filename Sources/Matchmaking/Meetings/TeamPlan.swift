/// People of whom teams are to be made, in numbers.
public struct TeamRequest: Sendable {
  /// How well each person covers each topic that is needed, in thousandths: person, then topic.
  public var coverage: [[Int]]
  /// The sector of each person, counted from 0.
  public var sectors: [Int]
  /// How many sectors there are.
  public var sectorCount: Int
  /// How close two people are, in thousandths; 0 where nothing joins them.
  public var ties: MeetingScores
  /// The smallest and the largest team.
  public var size: ClosedRange<Int>
  /// How many teams, nobody in two.
  public var teamCount: Int
  /// Who has to be in a team.
  public var must: [Int] = []
  /// Who must not be in one team.
  public var never: Set<TwoPeople> = []
  /// How often people met before; each costs ``repeatCost``.
  public var encounters: [TwoPeople: Int] = [:]
  /// What it takes off the value, in thousandths, that two of a team met before.
  public var repeatCost = 0

  /// Teams without further rules.
  public init(
    coverage: [[Int]], sectors: [Int], sectorCount: Int, ties: MeetingScores, size: ClosedRange<Int>, teamCount: Int
  ) {
    (self.coverage, self.sectors, self.sectorCount, self.ties) = (coverage, sectors, sectorCount, ties)
    (self.size, self.teamCount) = (size, teamCount)
  }

  var topicCount: Int { coverage.first?.count ?? 0 }
}

/// What a team is worth, in thousandths; the parts add up.
public struct TeamValue: Hashable, Sendable {
  /// How well the needed topics are covered: half of the value.
  public let coverage: Int
  /// How many sectors take part: a quarter.
  public let mix: Int
  /// How close each one is to somebody in the team: a quarter.
  public let cohesion: Int
  /// What is taken off for those who met before.
  public let repeats: Int
  /// The topics that nobody covers.
  public let uncovered: [Int]
  /// The sectors that are missing.
  public let missingSectors: [Int]
  /// Who is close to nobody.
  public let isolated: [Int]
  /// Pairs who must not be together.
  public let broken: Int

  /// The sum of the parts.
  public var points: Int { coverage + mix + cohesion - repeats }

  /// The value with what has to hold before it: each topic that is missing and each isolated person weighs more than any value.
  var rank: Int { points - 100_000 * (uncovered.count + isolated.count) - 10_000_000 * broken }
}

/// Teams, how good they are, and how good they could be at best.
public struct TeamPlan: Sendable {
  /// The members of each team, ascending; the best team first.
  public let teams: [[Int]]
  /// What each team is worth.
  public let values: [TeamValue]
  /// No choice of as many teams is worth more, in thousandths.
  public let bound: Int

  /// The worth of all teams.
  public var points: Int { values.reduce(0) { $0 + $1.points } }
}

extension TeamRequest {
  /// What a team is worth, from the definition.
  public func value(of team: [Int]) -> TeamValue {
    let best = (0..<topicCount).map { topic in team.reduce(0) { max($0, coverage[$1][topic]) } }
    let present = Set(team.map { sectors[$0] })
    let closest = team.map { one in team.reduce(0) { $1 == one ? $0 : max($0, ties[one, $1]) } }
    var (known, broken) = (0, 0)
    for (position, one) in team.enumerated() {
      for other in team[(position + 1)...] {
        known += encounters[TwoPeople(one, other), default: 0]
        if never.contains(TwoPeople(one, other)) { broken += 1 }
      }
    }
    return TeamValue(
      coverage: best.reduce(0, +) / max(1, 2 * topicCount), mix: 250 * present.count / max(1, sectorCount),
      cohesion: closest.reduce(0, +) / max(1, 4 * team.count), repeats: known * repeatCost,
      uncovered: best.indices.filter { best[$0] == 0 },
      missingSectors: (0..<sectorCount).filter { !present.contains($0) },
      isolated: team.indices.filter { closest[$0] == 0 && team.count > 1 }.map { team[$0] }, broken: broken)
  }

  /// What no choice of teams can be worth more than: each part at its best on its own, nobody in two teams.
  public var bound: Int {
    func top(_ values: [Int], _ count: Int) -> Int { values.sorted(by: >).prefix(count).reduce(0, +) }
    let covered = (0..<topicCount).reduce(0) { sum, topic in sum + top(coverage.map { $0[topic] }, teamCount) }
    let counts = (0..<sectorCount).map { sector in sectors.count { $0 == sector } }
    let mixed = counts.reduce(0) { $0 + min(teamCount, $1) }
    let closest = sectors.indices.map { one in sectors.indices.reduce(0) { $1 == one ? $0 : max($0, ties[one, $1]) } }
    return covered / max(1, 2 * topicCount) + 250 * mixed / max(1, sectorCount)
      + top(closest, teamCount * size.lowerBound) / max(1, 4 * size.lowerBound) + 1
  }
}
