import GraphAlgorithms
public import GraphModel
import NetworkVocabulary

/// Suggests peers: actors who work on something, in places like one's own, near or far.
///
/// The score of an actor is the weighted mean of the components that the query speaks of (``PeerComponent``); each
/// part is rounded to a thousandth, and the score is their sum. Actors who meet every condition come first; when there
/// are none, those that miss the fewest, with what they miss. Natural persons are not suggested, only roles and
/// organisations; nor are those who work for the seeker's own municipality, who are colleagues and not peers.
///
/// Order: fewer missed conditions, then score, then the exact sum before rounding, then the id of the record. The
/// same graph and query give the same answer.
///
/// - Complexity: O(actors × topics² × depth + nodes + edges).
public func peers(_ asked: PeerQuery, in graph: some PropertyView) -> PeerAnswer {
  let scoring = PeerScoring(asked, in: graph)
  let candidates = scoring.candidates
  let scored = candidates.map { scoring.suggestion(for: $0) }.filter { scoring.isRelevant($0.suggestion) }
  let matching = scored.filter { $0.suggestion.misses.isEmpty }
  let ranked = (matching.isEmpty ? scored : matching).map { ($0, id: graph.value(.id, of: $0.suggestion.actor)?.text) }
    .sorted { left, right in
      let (first, second) = (left.0.suggestion, right.0.suggestion)
      if first.misses.count != second.misses.count { return first.misses.count < second.misses.count }
      if first.points != second.points { return first.points > second.points }
      if left.0.exact != right.0.exact { return left.0.exact > right.0.exact }
      return (left.id ?? "") < (right.id ?? "")
    }
  // Paths cost more than scores, so only those who are shown get one.
  let shown = ranked.prefix(scoring.query.limit).map { entry in
    var suggestion = entry.0.suggestion
    suggestion.evidence.path = scoring.path(to: suggestion.actor, suggestion.evidence)
    return suggestion
  }
  return PeerAnswer(
    query: scoring.query, peers: shown, matchCount: matching.count, candidateCount: candidates.count)
}

/// What stays the same while the candidates of one query are scored.
struct PeerScoring<Graph: PropertyView> {
  let graph: Graph
  let query: PeerQuery
  let taxonomy: TopicTaxonomy
  /// The place that others are compared with: the one asked for, else the seeker's.
  let reference: Place?
  /// Steps from the seeker along ties between people, by node; empty without a seeker.
  let steps: BreadthFirstDistances?
  let weights: [PeerComponent: Double]

  init(_ asked: PeerQuery, in graph: Graph) {
    var query = asked
    self.graph = graph
    taxonomy = TopicTaxonomy(of: graph)
    if let seeker = query.seeker {
      if query.topics.isEmpty { query.topics = graph.neighbors(of: seeker, .outgoing, .covers) }
    }
    let seekerPlace = query.seeker.flatMap { Place(ofActor: $0, in: graph) }
    reference = query.near.map { Place($0, in: graph) } ?? seekerPlace
    steps = query.seeker.map { breadthFirstDistances(from: $0, in: graph, options: TieWalk.options(in: graph)) }
    let focus = query.focus ?? query.seeker.flatMap { RoleFocus(of: $0, in: graph) }
    var active: Set<PeerComponent> = []
    if !query.topics.isEmpty { active.formUnion([.topics, .projects]) }
    if query.seeker != nil { active.formUnion([.projects, .network]) }
    if focus != nil { active.insert(.focus) }
    if reference != nil { active.insert(.place) }
    // In the order of the components, not of the set: sums of floating-point numbers depend on their order.
    let shares = PeerComponent.allCases.filter(active.contains).map { ($0, PeerQuery.weights[$0, default: 0]) }
    let total = shares.reduce(0) { $0 + $1.1 }
    weights = Dictionary(uniqueKeysWithValues: shares.map { ($0, $1 / total) })
    self.query = query
    wantedFocus = focus
  }

  /// The focus asked for, else the seeker's.
  let wantedFocus: RoleFocus?

  var candidates: [NodeID] {
    let home = query.seeker.flatMap { graph.neighbors(of: $0, .outgoing, .worksFor).first }
    return graph.nodes(with: query.candidates == .cdo ? .cdo : .actor).filter { actor in
      guard actor != query.seeker, !graph.has(.person, actor) else { return false }
      if let home, graph.neighbors(of: actor, .outgoing, .worksFor).contains(home) { return false }
      return query.candidates == .any || query.candidates == .cdo
        || graph.value(.kind, of: actor)?.text.map(RecordKind.servingKinds.contains) ?? false
    }
  }

  /// Whoever works on nothing like the topics asked for is no peer, however near.
  func isRelevant(_ suggestion: PeerSuggestion) -> Bool {
    query.topics.isEmpty || !suggestion.evidence.topics.isEmpty
  }

  func suggestion(for actor: NodeID) -> (suggestion: PeerSuggestion, exact: Double) {
    let evidence = evidence(for: actor)
    let values = values(of: evidence, actor)
    let parts = PeerComponent.allCases.compactMap { component in
      weights[component].map { (component, $0 * values[component, default: 0]) }
    }
    let suggestion = PeerSuggestion(
      actor: actor, contributions: parts.map { ($0, Int(($1 * 1000).rounded())) }, evidence: evidence,
      misses: misses(evidence))
    return (suggestion, parts.reduce(0) { $0 + $1.1 })
  }

  private func misses(_ evidence: PeerEvidence) -> [MissedCondition] {
    var misses: [MissedCondition] = []
    if let wanted = query.focus, evidence.focus != wanted, evidence.focus != .both || wanted == .both {
      misses.append(.focus(evidence.focus))
    }
    if !query.states.isEmpty, !(evidence.place?.state.map(query.states.contains) ?? false) {
      misses.append(.state(evidence.place?.state))
    }
    if let limit = query.within, !(evidence.distance.map { $0 <= limit } ?? false) {
      misses.append(.distance(evidence.distance))
    }
    if let bounds = query.population, !(evidence.place?.population.map(bounds.contains) ?? false) {
      misses.append(.population(evidence.place?.population))
    }
    return misses
  }
}
