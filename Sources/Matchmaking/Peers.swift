public import GraphModel
public import NetworkVocabulary

/// Suggests peers: actors who work on something, in places like one's own, near or far.
///
/// The score is that of the scoring model (``Matchmaker``) with the components that such a question speaks of. Actors
/// who meet every condition come first; when there are none, those that miss the fewest, with what they miss. Natural
/// persons are not suggested, only roles and organisations; nor are those who work for the seeker's own municipality,
/// who are colleagues and not peers.
///
/// Order: fewer missed conditions, then score, then the exact sum before rounding, then the id of the record. The
/// same graph and query give the same answer.
///
/// - Complexity: O(actors × topics² × depth + nodes + edges).
public func peers(_ asked: PeerQuery, in graph: some PropertyView, _ settings: MatchSettings = .standard) -> PeerAnswer
{
  Matchmaker(graph, settings).peers(asked)
}

extension Matchmaker {
  /// Suggests peers; see ``peers(_:in:_:)``.
  public func peers(_ asked: PeerQuery) -> PeerAnswer {
    var query = asked
    var aim = query.seeker.map { self.aim(of: $0) } ?? MatchAim()
    if query.topics.isEmpty { query.topics = aim.topics }
    aim.topics = query.topics
    if let focus = query.focus { aim.focus = focus }
    if let near = query.near { aim.places = [Place(near, in: graph)] }
    let preset = query.near == nil ? settings.similar : settings.similar.withPlaces(of: settings.nearby)
    let view = perspective(for: aim, preset: preset, components: Set(PeerQuery.components))
    let candidates = candidates(query.candidates, for: query.seeker)
    let scored = candidates.map { actor in
      var suggestion = view.suggestion(for: actor)
      suggestion.misses = query.misses(suggestion.evidence)
      return suggestion
    }.filter { query.topics.isEmpty || !$0.evidence.topics.isEmpty }
    let matching = scored.filter(\.misses.isEmpty)
    let ranked = (matching.isEmpty ? scored : matching).sorted { left, right in
      left.misses.count != right.misses.count ? left.misses.count < right.misses.count : view.isBefore(left, right)
    }
    // Paths cost more than scores, so only those who are shown get one.
    let shown = ranked.prefix(query.limit).map { suggestion in
      var suggestion = suggestion
      suggestion.evidence.path = view.path(to: suggestion)
      return suggestion
    }
    return PeerAnswer(query: query, peers: shown, matchCount: matching.count, candidateCount: candidates.count)
  }

  /// Who can be suggested to somebody: who has agreed to it, and no colleagues of the same municipality.
  func candidates(_ kind: PeerQuery.Candidates, for seeker: NodeID?) -> [NodeID] {
    let home = seeker.flatMap { graph.neighbors(of: $0, .outgoing, .worksFor).first }
    return (kind == .cdo ? graph.nodes(with: .cdo) : actors).filter { actor in
      guard actor != seeker, Purpose.matching.isAgreed(by: actor, in: graph) else { return false }
      if let home, graph.neighbors(of: actor, .outgoing, .worksFor).contains(home) { return false }
      return kind == .any || kind == .cdo
        || graph.value(.kind, of: actor)?.text.map(RecordKind.servingKinds.contains) ?? false
    }
  }
}

extension PeerQuery {
  /// The conditions that an actor misses.
  fileprivate func misses(_ evidence: MatchEvidence) -> [MissedCondition] {
    var misses: [MissedCondition] = []
    if let wanted = focus, evidence.focus != wanted, evidence.focus != .both || wanted == .both {
      misses.append(.focus(evidence.focus))
    }
    if !states.isEmpty, !(evidence.place?.state.map(states.contains) ?? false) {
      misses.append(.state(evidence.place?.state))
    }
    if let limit = within, !(evidence.distance.map { $0 <= limit } ?? false) {
      misses.append(.distance(evidence.distance))
    }
    if let bounds = population, !(evidence.place?.population.map(bounds.contains) ?? false) {
      misses.append(.population(evidence.place?.population))
    }
    return misses
  }
}
