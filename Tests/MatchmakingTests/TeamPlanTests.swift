import GraphModel
import Matchmaking
import TestSupport
import Testing

@Suite struct TeamPlanTests {
  @Test(arguments: 0..<24) func `teams keep their rules and never exceed the bound`(seed: Int) throws {
    let request = Self.request(seed, people: 12 + seed % 6, teams: 1 + seed % 2)
    let plan = try #require(try teamPlan(for: request))
    let placed = plan.teams.flatMap(\.self)
    #expect(Set(placed).count == placed.count)
    #expect(plan.teams.allSatisfy { request.size.contains($0.count) })
    #expect(Set(request.must).isSubset(of: placed))
    #expect(plan.values == plan.teams.map { request.value(of: $0) })
    #expect(plan.points <= plan.bound)
    for value in plan.values { #expect(value.broken == 0 && value.isolated.isEmpty) }
  }

  @Test(arguments: 0..<12) func `one small team is nearly as good as the best of all`(seed: Int) throws {
    let request = Self.request(seed, people: 9, teams: 1)
    let plan = try #require(try teamPlan(for: request))
    let sets = (0..<512).filter { request.size.contains($0.nonzeroBitCount) }
    let teams = sets.map { set in (0..<9).filter { set >> $0 & 1 == 1 } }
    let values = teams.filter { Set(request.must).isSubset(of: $0) }.map { request.value(of: $0) }
    func faults(_ value: TeamValue) -> Int { value.uncovered.count + value.isolated.count + 100 * value.broken }
    let fewest = values.map(faults).min()
    let best = values.filter { faults($0) == fewest }.max { $0.points < $1.points }
    let found = try #require(plan.values.first)
    let known = try #require(best)
    #expect(faults(found) == faults(known) && found.points * 100 >= known.points * 97)
  }

  @Test func `too few people make no team`() throws {
    let request = Self.request(1, people: 4, teams: 2)
    #expect(try teamPlan(for: request) == nil)
  }

  private static func request(_ seed: Int, people: Int, teams: Int) -> TeamRequest {
    var generator = SeededGenerator(seed: UInt64(seed))
    let coverage = (0..<people).map { _ in
      (0..<4).map { _ in [0, 0, 0, 0, 0, 0, 500, 1000][Int.random(in: 0..<8, using: &generator)] }
    }
    var request = TeamRequest(
      coverage: coverage, sectors: (0..<people).map { $0 % 4 }, sectorCount: 4,
      ties: MeetingScores((0..<people).map { NodeID(rawValue: UInt32($0)) }) { _, _ in
        [0, 400, 800][Int.random(in: 0..<3, using: &generator)]
      }, size: 3...4, teamCount: teams)
    request.must = [people / 2]
    request.never = [TwoPeople(0, 1)]
    return request
  }
}
