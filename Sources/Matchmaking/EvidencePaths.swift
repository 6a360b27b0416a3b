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
      if let path = walk(for: match, from: aim.subject, to: actor) { found.append((.topics, path)) }
    }
    for node in evidence.shared.prefix(3) {
      if let subject = aim.subject, let path = walk([subject, node, actor]) { found.append((.projects, path)) }
    }
    for match in evidence.received.prefix(3) {
      if let path = walk(for: match, from: aim.subject, to: actor) { found.append((.exchange, path)) }
    }
    for match in evidence.given.prefix(3) {
      if let subject = aim.subject, let path = walk(for: match, from: actor, to: subject) {
        found.append((.exchange, path))
      }
    }
    if let path = tiePath(to: actor) { found.append((.network, path)) }
    return found.filter { component, _ in shares.contains { $0.component == component } }
  }

  /// From whoever wants a topic over the tree of topics to the one that was found, and to whoever works on it.
  private func walk(for match: TopicMatch, from seeker: NodeID?, to worker: NodeID) -> EvidencePath? {
    let climb = taxonomy.climb(from: match.wanted, to: match.found)
    let ending = climb + (match.project.map { [$0] } ?? []) + [worker]
    return seeker.flatMap { walk([$0] + ending) } ?? walk(ending)
  }

  /// The walk over some nodes; `nil` where no edge joins two of them.
  private func walk(_ nodes: [NodeID]) -> EvidencePath? {
    var edges: [EdgeID] = []
    for (from, to) in zip(nodes, nodes.dropFirst()) {
      guard let edge = strongestEdge(from, to) else { return nil }
      edges.append(edge)
    }
    return EvidencePath(nodes: nodes, edges: edges)
  }

  /// The edge between two nodes that says most: an offer or need before anything else, then the stronger, then the older.
  private func strongestEdge(_ from: NodeID, _ to: NodeID) -> EdgeID? {
    var best: (edge: EdgeID, weight: Double)?
    graph.forEachHop(from: from, .either) { hop in
      guard hop.neighbor == to else { return }
      let type = graph.type(of: hop.edge)
      let weight = type == .offers || type == .needs ? 2 : Relationship.of(type).strength ?? 0
      if best.map({ $0.weight < weight }) ?? true { best = (hop.edge, weight) }
    }
    return best?.edge
  }
}
