import Foundation
public import GraphAlgorithms
import GraphModel
import NetworkVocabulary

extension Perspective {
  /// Gathers the facts about one candidate.
  func evidence(for profile: ActorProfile) -> MatchEvidence {
    var evidence = MatchEvidence()
    evidence.topics = topicMatches(of: profile)
    evidence.projects = projects(of: profile)
    evidence.shared = aim.meetingPoints.intersection(profile.meetingPoints).sorted()
    evidence.network = nearness.values[profile.node] ?? [:]
    compare(profile, &evidence)
    evidence.focus = profile.focus
    evidence.received = matches(for: aim.needs, profile.supplies)
    evidence.given = matches(for: profile.needs, aim.supplies)
    evidence.exchange = (
      topicLikeness(evidence.received, aim.needs),
      profile.needs.isEmpty ? 0 : topicLikeness(evidence.given, profile.needs)
    )
    evidence.newest = profile.newest
    return evidence
  }

  /// Compares the candidate's places with those of the aim; the two that are most alike count.
  private func compare(_ profile: ActorProfile, _ evidence: inout MatchEvidence) {
    evidence.place = profile.places.first
    let programme: Double? =
      aim.programmes.isEmpty || profile.programmes.isEmpty
      ? nil : aim.programmes.isDisjoint(with: profile.programmes) ? 0 : 1
    var best = -1.0
    for own in aim.places {
      for place in profile.places {
        let likeness = PlaceLikeness(own, place, halving: preset.distanceHalving, programme: programme)
        let value = placeValue(likeness)
        guard value > best else { continue }
        best = value
        (evidence.place, evidence.likeness, evidence.distance) = (place, likeness, own.distance(to: place))
      }
    }
  }

  /// For each wanted topic the candidate's closest one; what it does only through a project counts nine tenths.
  private func topicMatches(of profile: ActorProfile) -> [TopicMatch] {
    let own = profile.topics.map { Supply(topic: $0, degree: 1, project: nil) }
    let others = profile.projectTopics.map { Supply(topic: $0.topic, degree: 0.9, project: $0.project) }
    return matches(for: aim.topics, own + others)
  }

  /// For each wanted topic the supply that stands for it best.
  private func matches(for topics: [NodeID], _ supplies: [Supply]) -> [TopicMatch] {
    let matches = topics.compactMap { wanted in
      supplies.map { supply in
        TopicMatch(
          wanted: wanted, found: supply.topic, likeness: taxonomy.likeness(wanted, supply.topic) * supply.degree,
          project: supply.project, isOffered: supply.isOffered)
      }.max { ($0.likeness, $1.found) < ($1.likeness, $0.found) }
    }
    // A likeness below a quarter means that the two share little more than the root of the tree.
    return matches.filter { $0.likeness >= 0.25 }.sorted { ($0.likeness, $1.wanted) > ($1.likeness, $0.wanted) }
  }

  /// The candidate's projects on the wanted topics, or like one of the seeker's, the closest first.
  private func projects(of profile: ActorProfile) -> [NodeID] {
    profile.projects.compactMap { project -> (NodeID, Double)? in
      if aim.meetingPoints.contains(project) { return nil }
      let topics = graph.neighbors(of: project, .outgoing, .about)
      let onTopic = topics.flatMap { topic in aim.topics.map { taxonomy.likeness($0, topic) } }.max() ?? 0
      let alike = aim.projects.map { taxonomy.likeness(graph.neighbors(of: $0, .outgoing, .about), topics) }.max() ?? 0
      let best = max(onTopic, alike)
      return best >= 0.6 ? (project, best) : nil
    }
    .sorted { ($0.1, $1.0) > ($1.1, $0.0) }.map(\.0)
  }

  /// The shortest chain of ties from the seeker; without one, the walk over what the reason names first.
  ///
  /// - Complexity: O(nodes + edges).
  public func path(to suggestion: Suggestion) -> EvidencePath? {
    tiePath(to: suggestion.actor) ?? reasonPath(to: suggestion)
  }

  /// The shortest chain of ties between people from the seeker to an actor.
  func tiePath(to actor: NodeID) -> EvidencePath? {
    aim.subject.flatMap { shortest(from: $0, to: actor, TieWalk.options(in: graph)) }
  }

  /// A chain of more steps convinces nobody.
  static var longest: Int { 4 }

  /// The shortest walk from one node to another by some rules, where it is not too long.
  func shortest(from start: NodeID, to end: NodeID, _ rules: PathOptions) -> EvidencePath? {
    var options = rules
    options.maximumHops = Self.longest
    // Costs are constant, so the search has no reason to throw.
    return (try? shortestPath(from: start, to: end, in: graph, options: options)).flatMap { $0 }.map(EvidencePath.init)
  }
}

extension EvidencePath {
  /// The walk of a path.
  public init(_ path: Path) { self.init(nodes: path.nodes, edges: path.edges) }
}
