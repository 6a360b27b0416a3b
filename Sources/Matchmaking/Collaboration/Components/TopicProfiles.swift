import Foundation
import GraphModel

/// What actors and projects are about, as vectors over topics.
struct TopicProfiles: Sendable {
  /// A sparse vector of length 1, or an empty one.
  typealias Vector = [(topic: Int, weight: Double)]

  /// How much each topic says: ln(1 + actors / actors with it); 0 for a topic that nobody has.
  let content: [Double]
  /// For each actor (1 + ln of its projects with the topic) · content.
  let actors: [Vector]
  /// For each actor what its projects sum up to, counting less with age.
  let recentActors: [Vector]
  /// For each project its topics by their content.
  let projects: [Vector]

  init(of network: CollaborationNetwork, _ freshness: [Double]) {
    var counts = [[Int: Double]](repeating: [:], count: network.actorCount)
    var recent = counts
    var frequency = [Double](repeating: 0, count: network.topicCount)
    for actor in 0..<network.actorCount {
      for project in network.projects[actor].map(Int.init) {
        for topic in network.topics[project].map(Int.init) {
          counts[actor][topic, default: 0] += 1
          recent[actor][topic, default: 0] += freshness[project]
        }
      }
      for topic in network.ownTopics[actor].map(Int.init) {
        counts[actor][topic, default: 0] += 1
        recent[actor][topic, default: 0] += 1
      }
      for topic in counts[actor].keys { frequency[topic] += 1 }
    }
    let content = frequency.map { $0 > 0 ? log(1 + Double(network.actorCount) / $0) : 0 }
    self.content = content
    actors = counts.map { Self.unit($0.map { ($0.key, (1 + log($0.value)) * content[$0.key]) }) }
    recentActors = recent.map { Self.unit($0.map { ($0.key, $0.value * content[$0.key]) }) }
    projects = (0..<network.projectCount).map { project in
      Self.unit(network.topics[project].map { (Int($0), content[Int($0)]) })
    }
  }

  /// A vector stretched to length 1, by ascending topic.
  static func unit(_ entries: [(Int, Double)]) -> Vector {
    let sorted = entries.filter { $0.1 > 0 }.sorted { $0.0 < $1.0 }
    let length = sorted.reduce(0) { $0 + $1.1 * $1.1 }.squareRoot()
    return length > 0 ? sorted.map { (topic: $0.0, weight: $0.1 / length) } : []
  }

  /// What a query is about, over all topics: its topics, or those of the actor who asks.
  func wanted(_ query: CollaborationQuery, isRecent: Bool) -> [Double] {
    var wanted = [Double](repeating: 0, count: content.count)
    let vector =
      if query.purpose == .partners, let actor = query.actors.first {
        isRecent ? recentActors[Int(actor)] : actors[Int(actor)]
      } else {
        Self.unit(query.topics.map { (Int($0), content[Int($0)]) })
      }
    for entry in vector { wanted[entry.topic] = entry.weight }
    return wanted
  }

  /// The cosine with a vector.
  static func cosine(_ vector: Vector, _ wanted: [Double]) -> Double {
    vector.reduce(0) { $0 + $1.weight * wanted[$1.topic] }
  }
}

extension CollaborationComponent {
  /// Who works on the same topics.
  static let topicLikenesses: [CollaborationComponent] = [
    CollaborationComponent(
      "topic-likeness", Wording("gleiche Themen", "same topics"),
      "Cosine of tf-idf vectors: G. Salton, C. Buckley, Inf. Process. Manag. 24 (1988), doi:10.1016/0306-4573(88)90021-0"
    ) { index, query in
      let wanted = index.topics.wanted(query, isRecent: false)
      return index.topics.actors.map { TopicProfiles.cosine($0, wanted) }
    },
    CollaborationComponent(
      "topic-projects", Wording("Projekte zu den Themen", "projects on the topics"),
      "Sum over the candidate's projects of squared cosine of topics · exp(-age / 4 years) / root of members"
    ) { index, query in
      let wanted = index.topics.wanted(query, isRecent: true)
      let values = index.topics.projects.indices.map { project in
        let likeness = TopicProfiles.cosine(index.topics.projects[project], wanted)
        let size = Double(max(1, index.network.members.length(of: project)))
        return likeness * likeness * index.freshness[project] / size.squareRoot()
      }
      return (0..<index.network.actorCount).map { index.network.projects[$0].reduce(0) { $0 + values[Int($1)] } }
    },
    CollaborationComponent(
      "shared-projects-on-topic", Wording("gemeinsame Projekte zum Thema", "shared projects on the topic"),
      "Shared projects, each counting the more the more its topics are like those asked for", for: [.members]
    ) { index, query in topicalTies(index, query) },
  ]

  /// Partners of partners, found through projects on the topics.
  static let topicPath = CollaborationComponent(
    "topic-path", Wording("Partner von Partnern zum Thema", "partners of partners on the topic"),
    "Resource allocation whose first step weighs projects by the likeness of their topics"
  ) { index, query in
    var first = topicalTies(index, query)
    for actor in first.indices where index.recentTies.totals[actor] > 0 {
      first[actor] /= index.recentTies.totals[actor]
    }
    return index.recentTies.spread(first)
  }

  private static func topicalTies(_ index: CollaborationIndex, _ query: CollaborationQuery) -> [Double] {
    let wanted = index.topics.wanted(query, isRecent: true)
    var values = [Double](repeating: 0, count: index.network.actorCount)
    for actor in query.actors {
      for project in index.network.projects[Int(actor)].map(Int.init) {
        let likeness = TopicProfiles.cosine(index.topics.projects[project], wanted)
        let members = index.network.members[project]
        let share = index.freshness[project] / Double(max(1, members.count - 1)) * (0.05 + likeness)
        for member in members { values[Int(member)] += share / Double(query.actors.count) }
      }
    }
    return values
  }
}
