import GraphAlgorithms
import Testing

@testable import Matchmaking

@Suite struct RankingTests {
  @Test func `the parts of a thousand suggestions add up to their scores`() throws {
    let network = RandomNetworks.grouped(seed: 1)
    let index = CollaborationIndex(of: network)
    let models = try CollaborationQuery.Purpose.allCases.map {
      try RankingModel.trained(for: $0, on: network, Self.quick)
    }
    var count = 0
    for query in RandomNetworks.queries(network, count: 30, seed: 2) {
      let model = try #require(models.first { $0.purpose == query.purpose })
      let found = index.suggestions(for: query, by: model, limit: 100)
      for suggestion in found {
        #expect(abs(suggestion.parts.reduce(0) { $0 + $1.points } - suggestion.score) < 1e-12)
        #expect(suggestion.parts.allSatisfy { (0...1).contains($0.value) })
      }
      #expect(zip(found, found.dropFirst()).allSatisfy { ($0.score, $1.actor) >= ($1.score, $0.actor) })
      #expect(Set(found.map(\.actor)).count == found.count)
      let admissible = index.admissible(query)
      #expect(found.allSatisfy { admissible[Int($0.actor)] })
      count += found.count
    }
    #expect(count > 1000)
  }

  @Test func `any number of threads learns the same weights`() throws {
    let network = RandomNetworks.grouped(seed: 3)
    for purpose in CollaborationQuery.Purpose.allCases {
      let models = try [1, 2, 8].map { threads in
        try RankingModel.trained(for: purpose, on: network, Self.quick, Execution(threads: threads))
      }
      #expect(models[0] == models[1] && models[0] == models[2])
    }
  }

  @Test(arguments: [UInt64(5), 6]) func `a planted habit is found`(seed: UInt64) throws {
    let network = RandomNetworks.grouped(seed: seed)
    let past = network.before(2017)
    let model = try RankingModel.trained(for: .partners, on: past, Self.quick)
    guard case .trained(let questions, _) = model.origin else {
      Issue.record("nothing was learned")
      return
    }
    #expect(questions >= 20)
    let index = CollaborationIndex(of: past)
    var own = 0
    var all = 0
    for actor in 0..<Int32(30) {
      for suggestion in index.suggestions(for: .partners(of: actor), by: model, limit: 3) {
        all += 1
        if suggestion.actor % 6 == actor % 6 { own += 1 }
      }
    }
    // One in six would be of the same group by chance.
    #expect(Double(own) / Double(all) > 0.5)
  }

  @Test func `with little history the standard weights hold`() throws {
    let network = RandomNetworks.grouped(projectCount: 12, seed: 8)
    for purpose in CollaborationQuery.Purpose.allCases {
      #expect(try RankingModel.trained(for: purpose, on: network) == .standard(for: purpose))
    }
  }

  @Test func `learning can be stopped`() {
    var execution = Execution(threads: 2)
    execution.isCancelled = { true }
    #expect(throws: Cancelled.self) {
      try RankingModel.trained(
        for: .partners, on: RandomNetworks.grouped(seed: 1), TrainingOptions(), execution)
    }
  }

  @Test func `every path of evidence exists`() {
    let network = RandomNetworks.grouped(seed: 9)
    let search = EvidenceSearch(of: network)
    for source in [CollaborationNode.actor(0), .actor(17), .topic(3)] {
      let tree = search.tree(from: source)
      for actor in 0..<Int32(network.actorCount) where source != .actor(actor) {
        guard let path = tree.path(to: actor) else { continue }
        #expect(path.first == source && path.last == .actor(actor))
        #expect((2...6).contains(path.count) && Set(path).count == path.count)
        for (from, to) in zip(path, path.dropFirst()) {
          #expect(Self.isEdge(from, to, network) || Self.isEdge(to, from, network), "\(from) – \(to)")
        }
      }
    }
  }

  private static func isEdge(_ from: CollaborationNode, _ to: CollaborationNode, _ network: CollaborationNetwork)
    -> Bool
  {
    switch (from, to) {
    case (.project(let project), .actor(let actor)): network.members[Int(project)].contains(actor)
    case (.project(let project), .topic(let topic)): network.topics[Int(project)].contains(topic)
    case (.project(let project), .programme(let programme)): network.programmes[Int(project)] == programme
    case (.actor(let actor), .place(let level, let place)):
      network.places[level]?.ofActor[Int(actor)] == place
    default: false
    }
  }

  /// A small number of questions, for tests of what does not depend on it.
  private static let quick = {
    var options = TrainingOptions()
    options.windowCount = 1
    options.windowSize = 20
    options.topicWindowCount = 1
    return options
  }()
}
