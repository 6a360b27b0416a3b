import GraphAlgorithms
import GraphModel
public import NetworkVocabulary

extension Perspective {
  /// Walks through the graph that show what the parts of a score rest on: the topics that fit best, what is shared, both
  /// directions of an exchange, and the shortest chain of ties.
  ///
  /// Every walk leads from the seeker, or from a topic that was asked for, to the actor; every edge of it is in the graph.
  ///
  /// - Complexity: O(nodes + edges).
  public func evidencePaths(for suggestion: Suggestion) -> [(component: MatchComponent, path: EvidencePath)] {
    let evidence = suggestion.evidence
    let actor = suggestion.actor
    var found: [(MatchComponent, EvidencePath)] = []
    for match in evidence.topics.prefix(3) {
      if let path = walk(for: match, from: aim.subject, to: actor, .covers) { found.append((.topics, path)) }
    }
    for node in evidence.shared.prefix(3) {
      if let subject = aim.subject, let path = walk([subject, node, actor]) { found.append((.projects, path)) }
    }
    for match in evidence.received.prefix(3) {
      if let path = walk(for: match, from: aim.subject, to: actor, .offers) { found.append((.exchange, path)) }
    }
    for match in evidence.given.prefix(3) {
      if let subject = aim.subject, let path = walk(for: match, from: actor, to: subject, .offers) {
        found.append((.exchange, path))
      }
    }
    if let path = tiePath(to: actor) { found.append((.network, path)) }
    return found.filter { component, _ in shares.contains { $0.component == component } }
  }

  /// The walk over what the reason names first, an offer before topics; where it names none, the shortest one.
  func reasonPath(to suggestion: Suggestion) -> EvidencePath? {
    let (evidence, actor) = (suggestion.evidence, suggestion.actor)
    func asks(_ component: MatchComponent) -> Bool { shares.contains { $0.component == component } }
    let received = asks(.exchange) ? evidence.received : []
    let given = asks(.exchange) ? evidence.given : []
    let topic = asks(.topics) ? evidence.topics.first : nil
    if let match = received.first(where: \.isOffered) ?? (topic == nil ? received.first : nil) {
      return walk(for: match, from: aim.subject, to: actor, .offers, longest: Self.longest)
    }
    if topic == nil, let subject = aim.subject, let match = given.first {
      return walk(for: match, from: actor, to: subject, .offers, longest: Self.longest)?.reversed
    }
    if let topic = evidence.topics.first {
      return walk(for: topic, from: aim.subject, to: actor, .covers, longest: Self.longest)
    }
    return aim.subject.flatMap { shortest(from: $0, to: actor, TieWalk.options(in: graph, throughTopics: true)) }
  }

  /// From whoever wants a topic over the topics between to the one that was found, and to whoever works on it; where that
  /// is too long, without its beginning.
  ///
  /// - Parameter type: The relationship of the worker that is meant where several join it with the topic.
  private func walk(
    for match: TopicMatch, from seeker: NodeID?, to worker: NodeID, _ type: EdgeType, longest: Int = .max
  ) -> EvidencePath? {
    let ending = (match.project.map { [$0] } ?? []) + [worker]
    let between = between(match.wanted, match.found)
    let walks = [seeker.map { [$0] + between + ending }, between + ending, [match.found] + ending].compactMap(\.self)
    return walks.lazy.filter { $0.count - 1 <= longest }.compactMap { walk($0, type) }.first
  }

  /// The topics on the shortest way from one to another, related ones being as near as broader ones.
  private func between(_ wanted: NodeID, _ found: NodeID) -> [NodeID] {
    if wanted == found { return [wanted] }
    var options = TieWalk.options(in: graph, throughTopics: true)
    let graph = graph
    options.allows = { graph.has(.topic, $0) }
    return shortest(from: wanted, to: found, options)?.nodes ?? taxonomy.climb(from: wanted, to: found)
  }

  /// The walk over some nodes; `nil` where no edge joins two of them.
  private func walk(_ nodes: [NodeID], _ type: EdgeType? = nil) -> EvidencePath? {
    var edges: [EdgeID] = []
    for (from, to) in zip(nodes, nodes.dropFirst()) {
      guard let edge = strongestEdge(from, to, type) else { return nil }
      edges.append(edge)
    }
    return EvidencePath(nodes: nodes, edges: edges)
  }

  /// The edge between two nodes that says what is meant: for an exchange an offer or need, for topics the work on them; then
  /// the stronger, then the older.
  private func strongestEdge(_ from: NodeID, _ to: NodeID, _ meant: EdgeType?) -> EdgeID? {
    var best: (edge: EdgeID, weight: Double)?
    graph.forEachHop(from: from, .either) { hop in
      guard hop.neighbor == to else { return }
      let type = graph.type(of: hop.edge)
      let isMeant = meant == .offers ? type == .offers || type == .needs : type == meant
      let weight = isMeant ? 2 : Relationship.of(type).strength ?? 0
      if best.map({ $0.weight < weight }) ?? true { best = (hop.edge, weight) }
    }
    return best?.edge
  }
}

extension EvidencePath {
  /// The same walk from its other end.
  var reversed: EvidencePath { EvidencePath(nodes: nodes.reversed(), edges: edges.reversed()) }
}
