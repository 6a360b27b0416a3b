public import GraphModel
import NetworkVocabulary

extension PropertyView {
  /// Whether only made-up records say that a relationship of some types joins two real ones.
  ///
  /// Where one of the two is itself made up, its name says so already.
  public func isMadeUp(from: NodeID, to: NodeID, _ types: [EdgeType]) -> Bool {
    if has(.example, from) || has(.example, to) { return false }
    let edges = edges(from: from, to: to, types)
    return !edges.isEmpty && edges.allSatisfy { value(.example, of: $0)?.boolean == true }
  }

  /// The same of all that joins two, in either direction.
  public func isMadeUp(between one: NodeID, and other: NodeID) -> Bool {
    let types = hops(from: one).filter { $0.neighbor == other }.map { type(of: $0.edge) }
    return isMadeUp(from: one, to: other, types) || isMadeUp(from: other, to: one, types)
  }

  /// The relationships of some types from one node to another.
  func edges(from: NodeID, to: NodeID, _ types: [EdgeType]) -> [EdgeID] {
    types.flatMap { type in
      var found: [EdgeID] = []
      forEachHop(from: from, .outgoing, type) { if $0.neighbor == to { found.append($0.edge) } }
      return found
    }
  }
}

/// A relationship that a statement of a reason rests on.
struct StatedTie {
  let from: NodeID
  let to: NodeID
  let types: [EdgeType]
  /// What it rests on where there is no relationship of ``types``.
  let substitutes: [EdgeType]

  init(_ from: NodeID, _ to: NodeID, _ types: EdgeType..., substitutes: [EdgeType] = []) {
    (self.from, self.to, self.types, self.substitutes) = (from, to, types, substitutes)
  }
}

extension NetworkGaps.UnmetNeed {
  /// Whether only made-up records say that anybody needs the topic.
  public func isMadeUp(in graph: some PropertyView) -> Bool {
    seekers.allSatisfy { graph.has(.example, $0) || graph.isMadeUp(from: $0, to: topic, [.needs, .requires]) }
  }
}

extension Suggestion {
  /// Whether some statement of the reason rests on made-up records alone.
  public func restsOnExamples(in graph: some PropertyView) -> Bool {
    let named = evidence.projects + evidence.shared + newestNamed
    return named.contains { graph.has(.example, $0) }
      || evidence.topics.contains { isLikenessMadeUp($0, in: graph) }
      || evidence.projects.contains { isPartMadeUp($0, in: graph) }
      || evidence.shared.contains { isSharingMadeUp($0, in: graph) }
      || newestNamed.contains { isPartMadeUp($0, in: graph) }
      || isReceivedMadeUp(in: graph) || isGivenMadeUp(in: graph)
  }

  /// Whether the actor or the seeker is itself made up, as a challenge of the examples is: its name says so where it is
  /// spoken of, and every number that compares it with somebody rests on that.
  public func hasMadeUpEnd(in graph: some PropertyView) -> Bool {
    [actor, seeker].compactMap(\.self).contains { graph.has(.example, $0) }
  }

  /// Whether only made-up records say that the actor works on what is wanted, or that it is wanted.
  public func isLikenessMadeUp(_ match: TopicMatch, in graph: some PropertyView) -> Bool {
    hasMadeUpEnd(in: graph) || isMadeUp(match, in: graph)
  }

  /// Whether what the seeker receives rests on offers or needs that only made-up records say.
  public func isReceivedMadeUp(in graph: some PropertyView) -> Bool {
    let isAllMadeUp = hasMadeUpEnd(in: graph)
    return has(.exchange) && evidence.received.contains { isAllMadeUp || isMadeUp(receivedTies(of: $0), in: graph) }
  }

  /// Whether what the seeker gives rests on such offers or needs.
  public func isGivenMadeUp(in graph: some PropertyView) -> Bool {
    let isAllMadeUp = hasMadeUpEnd(in: graph)
    return has(.exchange) && evidence.given.contains { isAllMadeUp || isMadeUp(givenTies(of: $0), in: graph) }
  }

  /// The relationships that say what is offered and needed, as far as the reason speaks of it, each once.
  public func exchangeEdges(in graph: some PropertyView) -> [EdgeID] {
    guard has(.exchange) else { return [] }
    let ties = evidence.received.flatMap { receivedTies(of: $0) } + evidence.given.flatMap { givenTies(of: $0) }
    var seen: Set<EdgeID> = []
    return ties.flatMap { tie in
      graph.edges(from: tie.from, to: tie.to, tie.types.filter { [.offers, .needs, .requires].contains($0) })
    }.filter { seen.insert($0).inserted }
  }

  /// The newest project or event, where the reason speaks of it.
  private var newestNamed: [NodeID] { has(.recency) ? [evidence.newest?.node].compactMap(\.self) : [] }

  func has(_ component: MatchComponent) -> Bool { contributions.contains { $0.component == component } }

  func isMadeUp(_ ties: [StatedTie], in graph: some PropertyView) -> Bool {
    ties.contains { tie in
      let isStated = !graph.edges(from: tie.from, to: tie.to, tie.types).isEmpty
      return graph.isMadeUp(from: tie.from, to: tie.to, isStated ? tie.types : tie.substitutes)
    }
  }

  /// Whether only made-up records say that the actor works on what was found for a topic.
  public func isMadeUp(_ match: TopicMatch, in graph: some PropertyView) -> Bool {
    isMadeUp(topicTies(of: match), in: graph)
  }

  /// Whether only made-up records say that both have a part in something.
  public func isSharingMadeUp(_ node: NodeID, in graph: some PropertyView) -> Bool {
    [actor, seeker].compactMap(\.self).contains { graph.isMadeUp(between: $0, and: node) }
  }

  /// Whether only made-up records say that the actor has a part in something real.
  public func isPartMadeUp(_ node: NodeID, in graph: some PropertyView) -> Bool {
    graph.isMadeUp(between: actor, and: node)
  }

  /// What says that the actor works on a topic.
  func topicTies(of match: TopicMatch) -> [StatedTie] {
    match.project.map { [StatedTie(actor, $0, .worksOn), StatedTie($0, match.found, .about)] }
      ?? [StatedTie(actor, match.found, .covers, .about)]
  }

  /// What says that the seeker needs a topic, and that the actor can help.
  func receivedTies(of match: TopicMatch) -> [StatedTie] {
    // Whoever states no need wants to learn about its own topics; a real topic makes no real need of a made-up one.
    let need = seeker.map { [StatedTie($0, match.wanted, .needs, .requires, substitutes: [.about, .covers])] } ?? []
    return need + (match.isOffered ? [StatedTie(actor, match.found, .offers)] : topicTies(of: match))
  }

  /// What says that the actor needs a topic, and that the seeker can help.
  func givenTies(of match: TopicMatch) -> [StatedTie] {
    let need = StatedTie(actor, match.wanted, .needs)
    guard let seeker else { return [need] }
    let help =
      match.isOffered
      ? [StatedTie(seeker, match.found, .offers)]
      : match.project.map { [StatedTie(seeker, $0, .worksOn), StatedTie($0, match.found, .about)] }
        ?? [StatedTie(seeker, match.found, .covers)]
    return [need] + help
  }
}

extension Perspective {
  /// The parts of nearness that would be less without what was made up, by as much as two decimals show.
  ///
  /// - Complexity: O(rounds × ties).
  func madeUpNearness(of suggestion: Suggestion) -> Set<NetworkPart> {
    guard suggestion.has(.network) else { return [] }
    let ends = [suggestion.actor] + aim.sources
    // To whom or what was itself made up, all nearness was.
    if ends.contains(where: { graph.has(.example, $0) }) {
      return Set(suggestion.evidence.network.filter { $1 >= 0.005 }.keys)
    }
    let real = TieNetwork(of: graph, onlyReal: true)
    guard real.tieCount < matchmaker.ties.tieCount else { return [] }
    let nearness = real.nearness(to: aim.sources, among: matchmaker.actors, matchmaker.execution)
    let values = nearness.values[suggestion.actor] ?? [:]
    return Set(suggestion.evidence.network.filter { $1 - (values[$0] ?? 0) >= 0.005 }.keys)
  }
}
