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
    evidence.place = profile.place
    if let place = profile.place { compare(place, profile, &evidence) }
    evidence.focus = profile.focus
    evidence.received = helps(for: aim.needs, profile.supplies)
    evidence.given = helps(for: profile.needs, aim.supplies)
    evidence.exchange = (
      topicLikeness(evidence.received, aim.needs),
      profile.needs.isEmpty ? 0 : topicLikeness(evidence.given, profile.needs)
    )
    evidence.newest = profile.newest
    return evidence
  }

  /// Compares a place with the most alike of the aim's.
  private func compare(_ place: Place, _ profile: ActorProfile, _ evidence: inout MatchEvidence) {
    let programme: Double? =
      aim.programmes.isEmpty || profile.programmes.isEmpty
      ? nil : aim.programmes.isDisjoint(with: profile.programmes) ? 0 : 1
    var best = -1.0
    for own in aim.places {
      let likeness = PlaceLikeness(own, place, halving: preset.distanceHalving, programme: programme)
      var candidate = evidence
      candidate.likeness = likeness
      let value = value(of: .place, candidate)
      if value > best {
        best = value
        evidence.likeness = likeness
        evidence.distance = own.distance(to: place)
      }
    }
  }

  /// For each wanted topic the candidate's closest one; what it does only through a project counts nine tenths.
  private func topicMatches(of profile: ActorProfile) -> [TopicMatch] {
    let own = profile.topics.map { Supply(topic: $0, degree: 1, project: nil) }
    let others = profile.projectTopics.map { Supply(topic: $0.topic, degree: 0.9, project: $0.project) }
    return matches(for: aim.topics, own + others)
  }

  /// For each need the best help; the two directions of an exchange.
  private func helps(for needs: [NodeID], _ supplies: [Supply]) -> [TopicMatch] { matches(for: needs, supplies) }

  private func matches(for topics: [NodeID], _ supplies: [Supply]) -> [TopicMatch] {
    let matches = topics.compactMap { wanted in
      supplies.map { supply in
        TopicMatch(
          wanted: wanted, found: supply.topic, likeness: taxonomy.likeness(wanted, supply.topic) * supply.degree,
          project: supply.project)
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

  /// The shortest chain of ties from the seeker; without one, the walk from the best topic to the actor.
  ///
  /// A chain of more than four steps convinces nobody and is not shown.
  ///
  /// - Complexity: O(nodes + edges).
  public func path(to suggestion: Suggestion) -> EvidencePath? {
    if let subject = aim.subject {
      return shortest(from: subject, to: suggestion.actor, TieWalk.options(in: graph))
        ?? shortest(from: subject, to: suggestion.actor, TieWalk.options(in: graph, throughTopics: true))
    }
    guard let match = suggestion.evidence.topics.first else { return nil }
    var options = TieWalk.options(in: graph, throughTopics: true)
    let graph = graph
    options.allows = { graph.has(.topic, $0) || $0 == match.project }
    return shortest(from: match.wanted, to: suggestion.actor, options)
  }

  private func shortest(from start: NodeID, to end: NodeID, _ rules: PathOptions) -> EvidencePath? {
    var options = rules
    options.maximumHops = 4
    // Costs are constant, so the search has no reason to throw.
    return (try? shortestPath(from: start, to: end, in: graph, options: options)).flatMap { $0 }.map(EvidencePath.init)
  }
}

extension EvidencePath {
  /// The walk of a path.
  public init(_ path: Path) { self.init(nodes: path.nodes, edges: path.edges) }
}
