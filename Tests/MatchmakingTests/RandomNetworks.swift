import TestSupport

@testable import Matchmaking

/// Seeded networks of collaboration.
enum RandomNetworks {
  /// Groups of actors who work with their own: whoever shares a group is likely to meet next.
  ///
  /// - Parameters:
  ///   - projectCount: Projects, spread evenly over 2000...2020.
  ///   - loyalty: The share of projects whose members come from one group.
  static func grouped(
    actorCount: Int = 120, projectCount: Int = 90, groupCount: Int = 6, loyalty: Double = 0.95, seed: UInt64
  ) -> CollaborationNetwork {
    var generator = SeededGenerator(seed: seed)
    let groups = (0..<actorCount).map { $0 % groupCount }
    let projects = (0..<projectCount).map { number in
      let group = Int.random(in: 0..<groupCount, using: &generator)
      let isLoyal = Double.random(in: 0..<1, using: &generator) < loyalty
      let pool = (0..<actorCount).filter { !isLoyal || groups[$0] == group }
      let size = Int.random(in: 2...4, using: &generator)
      var project = CollaborationNetwork.Project(
        members: pool.shuffled(using: &generator).prefix(size).map(Int32.init))
      let topics = (0..<6).map { Int32((group * 3 + $0) % 30) }
      project.topics = Array(topics.shuffled(using: &generator).prefix(5))
      project.programme = Int32(group % 4)
      project.start = 2000 + 20 * Double(number) / Double(projectCount)
      project.isDated = true
      return project
    }
    return CollaborationNetwork(
      actorCount: actorCount, topicCount: 30, programmeCount: 4, projects: projects,
      places: [
        .municipality: .init(groups.map { $0 % 3 == 0 ? nil : "m\($0)" }), .country: .init(groups.map { "c\($0 % 2)" }),
      ],
      kinds: .init((0..<actorCount).map { ["town", "university", nil][$0 % 3] }))
  }

  /// Some queries of every kind.
  static func queries(_ network: CollaborationNetwork, count: Int, seed: UInt64) -> [CollaborationQuery] {
    var generator = SeededGenerator(seed: seed)
    func actor() -> Int32 { Int32.random(in: 0..<Int32(network.actorCount), using: &generator) }
    return (0..<count).map { number in
      switch number % 3 {
      case 0: .partners(of: actor())
      case 1: .peers(on: [Int32(number % 30), Int32((number + 7) % 30)])
      default: .members(beside: [actor()], on: [Int32(number % 30)], in: Int32(number % 4))
      }
    }
  }
}
