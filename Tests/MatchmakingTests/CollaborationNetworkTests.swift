import GraphModel
import Testing

@testable import Matchmaking

@Suite struct CollaborationNetworkTests {
  /// Three projects of 2010, 2014 and 2018 in a chain a – b – c – d, the last with e too.
  static let chain = {
    var first = CollaborationNetwork.Project(members: [0, 1])
    first.start = 2010
    first.isDated = true
    first.topics = [0]
    var second = CollaborationNetwork.Project(members: [1, 2, 1])
    second.start = 2014
    second.isDated = true
    second.topics = [0, 1]
    second.programme = 0
    var third = CollaborationNetwork.Project(members: [2, 3, 4])
    third.start = 2018
    third.isDated = true
    third.programme = 0
    return CollaborationNetwork(
      actorCount: 5, topicCount: 2, programmeCount: 1, projects: [first, second, third],
      places: [.municipality: .init(["x", nil, "y", "x", "x"])], kinds: .init(["m", "m", "u", "u", nil]))
  }()

  @Test func `members and projects are each other's inverse`() {
    let network = Self.chain
    #expect(network.members[1] == [1, 2])
    #expect((0..<5).map { Array(network.projects[$0]) } == [[0], [0, 1], [1, 2], [2], [2]])
    #expect(network.now == 2018)
  }

  @Test func `an earlier day hides what began later`() {
    let earlier = Self.chain.before(2014)
    #expect(earlier.projectCount == 1)
    #expect(earlier.actorCount == 5)
    #expect(earlier.projects[2].isEmpty)
  }

  @Test func `ties fade with age and are shared out in large projects`() {
    let ties = PartnerTies(of: Self.chain, .recent)
    #expect(Array(ties.partners(of: 2)) == [1, 3, 4])
    let strengths = Array(ties.strengths(of: 2))
    #expect(abs(strengths[0] - 0.367_879_441_171_442_33) < 1e-15)
    #expect(strengths[1] == 0.5)
    #expect(ties.totals[4] == 1)
    #expect(PartnerTies(of: Self.chain, .binary).totals == [1, 2, 3, 2, 2])
  }

  @Test func `a walk keeps its share and comes back`() {
    let ties = PartnerTies(of: Self.chain, .binary)
    let shares = personalisedPageRank(from: [1, 0, 0, 0, 0], along: ties)
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    #expect(shares[1] > shares[2])
    #expect(shares[3] == shares[4])
  }

  @Test func `resource allocation halves at a partner of two`() {
    let ties = PartnerTies(of: Self.chain, .binary)
    let values = resourceAllocation(from: [1, 0, 0, 0, 0], along: ties)
    #expect(values == [0.5, 0, 0.5, 0, 0])
  }

  @Test(arguments: CollaborationComponent.all.map(\.name)) func `values lie in 0 to 1`(name: String) throws {
    let component = try #require(CollaborationComponent.all.first { $0.name == name })
    let index = CollaborationIndex(of: Self.chain)
    let queries = [CollaborationQuery.partners(of: 0), .members(beside: [1, 2], on: [1], in: 0), .peers(on: [0])]
    for query in queries where component.purposes.contains(query.purpose) {
      let values = component.values(query, in: index)
      let admissible = index.admissible(query)
      #expect(values.count == 5)
      for actor in 0..<5 {
        #expect((0...1).contains(values[actor]))
        #expect(admissible[actor] || values[actor] == 0)
      }
    }
    #expect(!component.reference.isEmpty)
  }

  @Test func `names of components differ`() {
    #expect(Set(CollaborationComponent.all.map(\.name)).count == CollaborationComponent.all.count)
  }

  @Test func `days become years`() {
    #expect(CollaborationNetwork.decimalYear("2016-07-01") == 2016.5)
    #expect(CollaborationNetwork.decimalYear("2016-13-01") == nil)
    #expect(CollaborationNetwork.decimalYear("2016") == nil)
  }
}
