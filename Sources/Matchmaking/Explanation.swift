public import GraphModel
public import NetworkVocabulary

/// Why one actor is, or is not, suggested to a seeker.
public struct Explanation: Sendable {
  /// The question.
  public let query: SuggestQuery
  /// How the parts are weighed.
  public let preset: MatchPreset
  /// The year from which recency is reckoned.
  public let year: Int
  /// The actor with its score, parts and evidence.
  public let suggestion: Suggestion
  /// Why the actor cannot be suggested; `nil` where it can.
  public let exclusion: Exclusion?
  /// The place of the actor among those who fit, from 1; the place that it would have where it is excluded.
  public let rank: Int
  /// How many fit, the actor included.
  public let rankedCount: Int
  /// The last suggestion that is shown; `nil` when nobody fits.
  public let lastShown: Suggestion?
  /// What would have to change, the greatest gain first.
  public let changes: [Change]
  /// Walks through the graph that show what the parts rest on.
  public let paths: [(component: MatchComponent, path: EvidencePath)]
  /// The parts of nearness in the network that would be less without made-up records.
  public let madeUpNearness: Set<NetworkPart>

  /// Whether the actor is among those who are shown.
  public var isShown: Bool { exclusion == nil && rank <= query.limit }

  /// Something that would raise the score.
  public struct Change: Sendable {
    /// What it is.
    public let kind: Kind
    /// The score that it leads to, in thousandths.
    public let points: Int
    /// The place that it leads to.
    public let rank: Int
  }

  /// What can change.
  public enum Kind: Hashable, Sendable {
    /// The actor works on a topic that is wanted.
    case topic(NodeID)
    /// Both take part in one more project or event.
    case meeting
    /// The actor says where its work looks.
    case focus(RoleFocus)
    /// The actor offers what the seeker needs.
    case offer(NodeID)
    /// The actor needs what the seeker offers.
    case need(NodeID)
    /// The actor has a project or an event in the year from which recency is reckoned.
    case activity(year: Int)
  }
}

extension Matchmaker {
  /// Why an actor is, or is not, among the suggestions of a query, and what would have to change.
  ///
  /// - Complexity: that of ``suggest(_:)``.
  public func explain(_ actor: NodeID, for query: SuggestQuery) -> Explanation {
    let view = perspective(for: query)
    let exclusions = exclusions(for: query)
    let others = actors.filter { $0 != actor && exclusions[$0] == nil }.map { view.suggestion(for: $0) }
      .filter { view.isRelevant($0) }.sorted { view.isBefore($0, $1) }
    let suggestion = view.withPath(view.suggestion(for: actor))
    func rank(_ suggestion: Suggestion) -> Int { others.count { view.isBefore($0, suggestion) } + 1 }
    let exclusion = exclusions[actor] ?? (view.isRelevant(suggestion) ? nil : .nothingInCommon)
    let changes = view.changes(of: suggestion).map { kind, changed in
      Explanation.Change(kind: kind, points: changed.points, rank: rank(changed))
    }
    let place = rank(suggestion)
    let shown =
      (exclusion == nil ? others.prefix(max(0, place - 1)) + [suggestion] + others.dropFirst(place - 1) : others)
    return Explanation(
      query: query, preset: view.preset, year: year, suggestion: suggestion, exclusion: exclusion, rank: place,
      rankedCount: others.count + 1, lastShown: shown.prefix(query.limit).last,
      changes: changes.sorted { ($0.rank, -$0.points) < ($1.rank, -$1.points) },
      paths: view.evidencePaths(for: suggestion), madeUpNearness: view.madeUpNearness(of: suggestion))
  }
}

extension Perspective {
  /// What would raise the score of a suggestion, each with the suggestion as it would be.
  func changes(of suggestion: Suggestion) -> [(kind: Explanation.Kind, changed: Suggestion)] {
    var found: [(Explanation.Kind, Suggestion)] = []
    func offer(_ kind: Explanation.Kind, _ change: (inout MatchEvidence) -> Void) {
      var evidence = suggestion.evidence
      change(&evidence)
      let changed = self.suggestion(suggestion.actor, evidence)
      if isBefore(changed, suggestion), changed.points > suggestion.points { found.append((kind, changed)) }
    }
    for topic in aim.topics { offer(.topic(topic)) { $0.topics.take(topic) } }
    offer(.meeting) { $0.shared.append(suggestion.actor) }
    if let wanted = wantedFocus { offer(.focus(wanted)) { $0.focus = wanted } }
    for topic in aim.needs {
      offer(.offer(topic)) {
        $0.received.take(topic)
        $0.exchange.received = topicLikeness($0.received, aim.needs)
      }
    }
    let needs = matchmaker.profile(of: suggestion.actor).needs
    for supply in aim.supplies where supply.isOffered && !needs.contains(supply.topic) {
      offer(.need(supply.topic)) {
        $0.given.take(supply.topic)
        $0.exchange.given = topicLikeness($0.given, needs + [supply.topic])
      }
    }
    offer(.activity(year: matchmaker.year)) { $0.newest = (suggestion.actor, matchmaker.year) }
    return found
  }
}

extension [TopicMatch] {
  /// Adds a topic that fits exactly, in the place of what fitted it less.
  fileprivate mutating func take(_ topic: NodeID) {
    removeAll { $0.wanted == topic }
    append(TopicMatch(wanted: topic, found: topic, likeness: 1, project: nil, isOffered: true))
  }
}
