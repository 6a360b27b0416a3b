import Foundation
public import GraphAlgorithms
import GraphModel
import NetworkVocabulary

extension PeerScoring {
  /// Gathers the facts about one candidate.
  func evidence(for actor: NodeID) -> PeerEvidence {
    var evidence = PeerEvidence()
    evidence.topics = topicMatches(of: actor)
    evidence.projects = projects(of: actor)
    evidence.shared = shared(with: actor)
    evidence.place = Place(ofActor: actor, in: graph)
    if let place = evidence.place, let reference {
      evidence.likeness = PlaceLikeness(reference, place)
      evidence.distance = reference.distance(to: place)
    }
    evidence.focus = RoleFocus(of: actor, in: graph)
    return evidence
  }

  /// The value of each component, in 0...1.
  func values(of evidence: PeerEvidence, _ actor: NodeID) -> [PeerComponent: Double] {
    [
      .topics: topicLikeness(evidence.topics),
      .projects: projectLikeness(evidence),
      .network: steps.flatMap { $0[actor] }.map(nearness) ?? 0,
      .focus: focusLikeness(evidence.focus),
      .place: evidence.likeness?.value(nearnessFirst: query.near != nil) ?? 0,
    ]
  }

  /// The mean likeness over the wanted topics, each weighing as much as it says.
  private func topicLikeness(_ matches: [TopicMatch]) -> Double {
    let total = query.topics.reduce(0) { $0 + taxonomy.content(of: $1) }
    guard total > 0 else { return matches.isEmpty ? 0 : 1 }
    return matches.reduce(0) { $0 + taxonomy.content(of: $1.wanted) * $1.likeness } / total
  }

  /// One project on the topics gives 0.5, two 0.75, three 0.875 …; a shared project or event counts as one more.
  private func projectLikeness(_ evidence: PeerEvidence) -> Double {
    1 - exp2(-Double(evidence.projects.count + evidence.shared.count))
  }

  /// 1 at one or two steps (something shared), halved with each further step.
  private func nearness(_ steps: Int) -> Double { exp2(-Double(max(0, steps - 2))) }

  private func focusLikeness(_ focus: RoleFocus?) -> Double {
    guard let wantedFocus else { return 0 }
    guard let focus else { return 0.25 }
    if focus == wantedFocus { return 1 }
    return focus == .both || wantedFocus == .both ? 0.75 : 0
  }

  /// For each wanted topic the candidate's closest one; what it does only through a project counts nine tenths.
  private func topicMatches(of actor: NodeID) -> [TopicMatch] {
    let own = graph.neighbors(of: actor, .outgoing, .covers).map { (topic: $0, project: NodeID?.none) }
    let others = graph.neighbors(of: actor, .outgoing, .worksOn).flatMap { project in
      graph.neighbors(of: project, .outgoing, .about).map { (topic: $0, project: NodeID?.some(project)) }
    }
    let matches = query.topics.compactMap { wanted in
      (own + others).map { candidate in
        let likeness = taxonomy.likeness(wanted, candidate.topic) * (candidate.project == nil ? 1 : 0.9)
        return TopicMatch(wanted: wanted, found: candidate.topic, likeness: likeness, project: candidate.project)
      }.max { ($0.likeness, $1.found) < ($1.likeness, $0.found) }
    }
    // A likeness below a quarter means that the two share little more than the root of the tree.
    return matches.filter { $0.likeness >= PeerScoring.leastLikeness }
      .sorted { ($0.likeness, $1.wanted) > ($1.likeness, $0.wanted) }
  }

  private static var leastLikeness: Double { 0.25 }

  /// The candidate's projects on the wanted topics, the closest first.
  private func projects(of actor: NodeID) -> [NodeID] {
    guard !query.topics.isEmpty else { return [] }
    return graph.neighbors(of: actor, .outgoing, .worksOn).compactMap { project in
      let best =
        graph.neighbors(of: project, .outgoing, .about)
        .flatMap { topic in query.topics.map { taxonomy.likeness($0, topic) } }.max() ?? 0
      return best >= 0.6 ? (project, best) : nil
    }
    .sorted { ($0.1, $1.0) > ($1.1, $0.0) }.map(\.0)
  }

  /// Projects and events at which both take part.
  private func shared(with actor: NodeID) -> [NodeID] {
    guard let seeker = query.seeker else { return [] }
    func meetingPoints(_ actor: NodeID) -> Set<NodeID> {
      Set(graph.hops(from: actor).map(\.neighbor).filter { graph.has(.project, $0) || graph.has(.event, $0) })
    }
    return meetingPoints(seeker).intersection(meetingPoints(actor)).sorted()
  }

  /// The shortest chain of ties from the seeker; without one, the walk from the best topic to the candidate.
  ///
  /// A chain of more than four steps convinces nobody and is not shown.
  func path(to actor: NodeID, _ evidence: PeerEvidence) -> EvidencePath? {
    if let seeker = query.seeker {
      return shortest(from: seeker, to: actor, TieWalk.options(in: graph))
        ?? shortest(from: seeker, to: actor, TieWalk.options(in: graph, throughTopics: true))
    }
    guard let match = evidence.topics.first else { return nil }
    var options = TieWalk.options(in: graph, throughTopics: true)
    let graph = graph
    options.allows = { graph.has(.topic, $0) || $0 == match.project }
    return shortest(from: match.wanted, to: actor, options)
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
