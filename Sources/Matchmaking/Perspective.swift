public import GraphModel
public import NetworkVocabulary

/// How actors look to one seeker: what stays the same while its candidates are scored.
///
/// A component is a part of the score where the seeker gives it something to compare with: no topics, no topic part. The
/// components that remain share the whole weight. What is not known of a *candidate* counts 0.
public struct Perspective<Graph: PropertyView>: Sendable {
  let matchmaker: Matchmaker<Graph>
  /// What is looked for.
  public let aim: MatchAim
  /// How the parts are weighed.
  public let preset: MatchPreset
  /// The share of each component in the score, in their order; the shares add up to 1.
  public let shares: [(component: MatchComponent, share: Double)]
  let nearness: TieNearness

  var graph: Graph { matchmaker.graph }
  var taxonomy: TopicTaxonomy { matchmaker.taxonomy }

  init(
    _ matchmaker: Matchmaker<Graph>, _ aim: MatchAim, _ preset: MatchPreset, _ components: Set<MatchComponent>? = nil
  ) {
    self.matchmaker = matchmaker
    self.preset = preset
    var aim = aim
    // Whoever wants to learn and names no need wants to learn about its own topics.
    if preset.exchange == .received, aim.needs.isEmpty { aim.needs = aim.topics }
    self.aim = aim
    nearness =
      preset.weights[.network, default: 0] > 0
      ? matchmaker.ties.nearness(to: aim.sources, among: matchmaker.actors, matchmaker.execution) : TieNearness()
    // In the order of the components, not of a set: sums of floating-point numbers depend on their order.
    shares = Self.shares(
      of: MatchComponent.allCases.filter { component in
        components.map { $0.contains(component) } ?? true && Self.speaks(aim, of: component, preset)
      }, preset)
  }

  private init(_ other: Perspective, weighing preset: MatchPreset) {
    (matchmaker, aim, nearness) = (other.matchmaker, other.aim, other.nearness)
    self.preset = preset
    shares = Self.shares(of: other.shares.map(\.component), preset)
  }

  /// The same view with other weights of the components that it has; all else of the two presets is the same.
  func weighing(_ preset: MatchPreset) -> Perspective { Perspective(self, weighing: preset) }

  private static func shares(
    of components: [MatchComponent], _ preset: MatchPreset
  ) -> [(component: MatchComponent, share: Double)] {
    let active = components.filter { preset.weights[$0, default: 0] > 0 }
    let weights = active.map { preset.weights[$0, default: 0] }
    let total = weights.reduce(0, +)
    return zip(active, weights).map { ($0, $1 / total) }
  }

  /// Whether an aim gives a component something to compare with.
  private static func speaks(_ aim: MatchAim, of component: MatchComponent, _ preset: MatchPreset) -> Bool {
    switch component {
    case .topics: !aim.topics.isEmpty
    case .projects: !aim.topics.isEmpty || !aim.projects.isEmpty || !aim.meetingPoints.isEmpty
    case .network: !aim.sources.isEmpty
    case .focus: aim.focus != nil
    case .place: !aim.places.isEmpty
    case .exchange: preset.exchange == .weaker || !aim.needs.isEmpty || aim.supplies.contains { $0.isOffered }
    case .recency: true
    }
  }

  /// An actor with its score and what speaks for it; without a path through the graph, which ``path(to:)`` finds.
  ///
  /// - Complexity: O(topics² × depth).
  public func suggestion(for actor: NodeID) -> Suggestion {
    suggestion(actor, evidence(for: matchmaker.profile(of: actor)))
  }

  /// The score that some evidence gives.
  func suggestion(_ actor: NodeID, _ evidence: MatchEvidence) -> Suggestion {
    let contributions = shares.map { component, share in
      Contribution(component, value: value(of: component, evidence), share: share)
    }
    return Suggestion(actor: actor, seeker: aim.subject, contributions: contributions, evidence: evidence)
  }

  /// Whether one suggestion stands before another: higher score, then the higher sum before rounding, then the smaller
  /// id of the record. With a preset for a fair exchange the weaker direction decides before the score, then, where that is 0, the stronger one.
  func isBefore(_ left: Suggestion, _ right: Suggestion) -> Bool {
    if preset.exchange == .weaker {
      let weaker = (left.evidence.weakerExchange, right.evidence.weakerExchange)
      if weaker.0 != weaker.1 { return weaker.0 > weaker.1 }
      // Where nobody gives and takes, whoever does the one is nearest.
      let stronger = (left.evidence.strongerExchange, right.evidence.strongerExchange)
      if weaker.0 == 0, stronger.0 != stronger.1 { return stronger.0 > stronger.1 }
    }
    if left.points != right.points { return left.points > right.points }
    if left.exact != right.exact { return left.exact > right.exact }
    return id(left.actor) < id(right.actor)
  }

  private func id(_ node: NodeID) -> String { graph.value(.id, of: node)?.text ?? "" }
}

extension MatchEvidence {
  /// The weaker direction of the exchange.
  public var weakerExchange: Double { min(exchange.received, exchange.given) }

  /// The stronger direction.
  var strongerExchange: Double { max(exchange.received, exchange.given) }
}
