public import GraphModel
public import NetworkVocabulary

/// For whom, or for what, actors are looked for.
public struct SuggestQuery: Sendable {
  /// The actor, project or challenge.
  public var seeker: NodeID
  /// How the parts of the score are weighed; what ``Matchmaker/usualPreset(for:)`` says when `nil`.
  public var preset: MatchPreset?
  /// The topics that are wanted; those of the seeker when empty.
  public var topics: [NodeID] = []
  /// What the seeker needs, beside what the graph says.
  public var needs: [NodeID] = []
  /// What the seeker offers, beside what the graph says.
  public var offers: [NodeID] = []
  /// Whether those who are connected with the seeker already are suggested too.
  public var includesConnected = false
  /// Which actors are asked for; for an actor those who work for municipalities, otherwise any, when `nil`.
  public var candidates: PeerQuery.Candidates?
  /// How many are wanted.
  public var limit = 10

  /// Looks for whoever fits.
  public init(for seeker: NodeID) { self.seeker = seeker }
}

/// How two actors know one another, or an actor and a project or challenge belong together.
public enum Connection: Hashable, Sendable {
  /// A relationship joins them.
  case tie(EdgeID)
  /// They work on the same project.
  case project(NodeID)
  /// Both have an active part in the same event: they organise, moderate, present or host.
  case event(NodeID)
}

/// Why an actor is not among those who can be suggested.
public enum Exclusion: Hashable, Sendable {
  /// It is the seeker itself.
  case oneself
  /// It is a natural person; only roles and organisations are suggested.
  case person
  /// It works for the same municipality.
  case colleague(NodeID)
  /// It is connected with the seeker already.
  case connected(Connection)
  /// It is none of the kind of actors that is asked for.
  case otherKind
  /// No topic, project, event or exchange joins the two.
  case nothingInCommon
}

/// The answer to a ``SuggestQuery``.
public struct SuggestAnswer: Sendable {
  /// The question as it was understood.
  public let query: SuggestQuery
  /// What is looked for.
  public let aim: MatchAim
  /// How the parts are weighed.
  public let preset: MatchPreset
  /// The year from which recency is reckoned.
  public let year: Int
  /// The suggestions, best first.
  public let suggestions: [Suggestion]
  /// How many actors fit at all.
  public let matchCount: Int
  /// How many actors were looked at.
  public let candidateCount: Int
  /// Those who would be among the best, but are connected already, best first.
  public let connected: [(suggestion: Suggestion, connection: Connection)]
}

extension Matchmaker {
  /// The preset that a question uses when it names none: help is wanted for a challenge, likeness otherwise.
  public func usualPreset(for seeker: NodeID) -> MatchPreset {
    graph.has(.challenge, seeker) ? settings.preset(named: "learn-from") ?? settings.similar : settings.similar
  }

  /// Suggests actors for an actor, a project or a challenge.
  ///
  /// Never suggested are natural persons, colleagues of the seeker's own municipality and, unless asked for, those who
  /// are connected already: by a relationship, by a project, or by an event in which both had an active part.
  ///
  /// Order: score, then the exact sum before rounding, then the id; with a preset for a fair exchange its weaker
  /// direction before the score. The same graph, settings and query give the same answer.
  ///
  /// - Complexity: O(actors × topics² × depth + nodes + edges).
  public func suggest(_ query: SuggestQuery) -> SuggestAnswer {
    let view = perspective(for: query)
    let exclusions = exclusions(for: query)
    let scored = actors.map { view.suggestion(for: $0) }
    let fitting = scored.filter { exclusions[$0.actor] == nil && view.isRelevant($0) }
      .sorted(by: view.isBefore)
    let shown = fitting.prefix(query.limit).map { view.withPath($0) }
    let last = fitting.prefix(query.limit).last
    let known = scored.compactMap { suggestion -> (suggestion: Suggestion, connection: Connection)? in
      guard case .connected(let connection) = exclusions[suggestion.actor], view.isRelevant(suggestion) else {
        return nil
      }
      return (suggestion, connection)
    }
    .sorted { view.isBefore($0.suggestion, $1.suggestion) }
    .filter { known in last.map { view.isBefore(known.suggestion, $0) } ?? true }
    return SuggestAnswer(
      query: query, aim: view.aim, preset: view.preset, year: year, suggestions: shown, matchCount: fitting.count,
      candidateCount: actors.count { exclusions[$0] == nil }, connected: known)
  }

  /// How others look to the seeker of a query.
  public func perspective(for query: SuggestQuery) -> Perspective<Graph> {
    var aim = self.aim(ofAny: query.seeker)
    if !query.topics.isEmpty { aim.topics = query.topics }
    aim.needs += query.needs.filter { !aim.needs.contains($0) }
    aim.supplies += query.offers.map { Supply(topic: $0, degree: 1, project: nil, isOffered: true) }
    return perspective(for: aim, preset: query.preset ?? usualPreset(for: query.seeker))
  }

  /// What an actor, project, challenge or municipality looks for in others.
  func aim(ofAny node: NodeID) -> MatchAim {
    if graph.has(.project, node) { return aim(ofProject: node) }
    if graph.has(.challenge, node) { return aim(ofChallenge: node) }
    return aim(of: node)
  }

  /// Whoever joins a project works on its topics and on projects like it, near the places where it takes place.
  private func aim(ofProject project: NodeID) -> MatchAim {
    var aim = MatchAim()
    aim.subject = project
    aim.topics = graph.neighbors(of: project, .outgoing, .about)
    aim.needs = aim.topics
    aim.projects = [project]
    aim.places = graph.neighbors(of: project, .outgoing, .locatedIn).map { Place($0, in: graph) }
    aim.programmes = Set(ActorProfile.programmes(of: project, in: graph))
    aim.sources = [project]
    return aim
  }

  /// Whoever helps with a challenge offers what it needs.
  private func aim(ofChallenge challenge: NodeID) -> MatchAim {
    var aim = MatchAim()
    aim.subject = challenge
    let required = graph.neighbors(of: challenge, .outgoing, .requires)
    let about = graph.neighbors(of: challenge, .outgoing, .about)
    aim.needs = required.isEmpty ? about : required
    aim.topics = aim.needs + about.filter { !aim.needs.contains($0) }
    aim.places = graph.neighbors(of: challenge, .incoming, .submits).map { Place($0, in: graph) }
    aim.sources = [challenge]
    return aim
  }

  /// Why actors cannot be suggested to a seeker, by actor; those who can are not in it.
  func exclusions(for query: SuggestQuery) -> [NodeID: Exclusion] {
    let seeker = query.seeker
    let kind = query.candidates ?? (graph.has(.actor, seeker) ? .municipal : .any)
    let homes = homes(of: seeker)
    let connections = query.includesConnected ? [:] : connections(of: seeker)
    var exclusions: [NodeID: Exclusion] = [:]
    for actor in actors {
      exclusions[actor] =
        if actor == seeker { .oneself } else if graph.has(.person, actor) {
          .person
        } else if let home = graph.neighbors(of: actor, .outgoing, .worksFor).first(where: homes.contains) {
          .colleague(home)
        } else if let connection = connections[actor] {
          .connected(connection)
        } else if !isOfKind(kind, actor) {
          .otherKind
        } else {
          nil
        }
    }
    return exclusions
  }

  /// The municipalities whose own people know of the matter already.
  private func homes(of seeker: NodeID) -> Set<NodeID> {
    if graph.has(.actor, seeker) { return Set(graph.neighbors(of: seeker, .outgoing, .worksFor)) }
    return graph.has(.challenge, seeker) ? Set(graph.neighbors(of: seeker, .incoming, .submits)) : []
  }
}

extension Perspective {
  /// Whether anything but the place joins seeker and candidate. An exchange needs at least one direction.
  func isRelevant(_ suggestion: Suggestion) -> Bool {
    let evidence = suggestion.evidence
    let hasExchange = !evidence.received.isEmpty || !evidence.given.isEmpty
    if preset.exchange == .weaker { return hasExchange }
    return hasExchange || !evidence.topics.isEmpty || !evidence.projects.isEmpty || !evidence.shared.isEmpty
  }

  /// A suggestion with its path.
  public func withPath(_ suggestion: Suggestion) -> Suggestion {
    var suggestion = suggestion
    suggestion.evidence.path = path(to: suggestion)
    return suggestion
  }
}
