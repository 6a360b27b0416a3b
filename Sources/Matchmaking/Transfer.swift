public import GraphModel
public import NetworkVocabulary

/// Which projects elsewhere a municipality could take over.
public struct TransferQuery: Sendable {
  /// The municipality.
  public var municipality: NodeID
  /// What the projects should be about; what the municipality works on when empty.
  public var topics: [NodeID] = []
  /// A programme, platform or event that the projects belong to, came out of or were presented at.
  public var origin: NodeID?
  /// How the parts of the score are weighed; the preset `transfer` when `nil`.
  public var preset: MatchPreset?
  /// How many are wanted.
  public var limit = 10

  /// Asks for any projects.
  public init(for municipality: NodeID) { self.municipality = municipality }
}

/// The answer to a ``TransferQuery``.
public struct TransferAnswer: Sendable {
  /// The question as it was understood: with the topics that were compared.
  public let query: TransferQuery
  /// The year from which recency is reckoned.
  public let year: Int
  /// The projects, best first.
  public let projects: [Suggestion]
  /// Whom to ask about each of the projects, in their order.
  public let contacts: [ProjectContact]
  /// How many projects fit.
  public let matchCount: Int
  /// How many projects were looked at.
  public let candidateCount: Int
}

/// Whom to ask about a project.
public struct ProjectContact: Hashable, Sendable {
  /// The roles and organisations that carry the project, the closest first: those that name themselves its caretaker
  /// (digitaler Kümmerer), then those of the municipality, then others. Empty where nobody is known.
  public let actors: [NodeID]
  /// Whether the first of them works for a municipality of the project.
  public let isLocal: Bool
  /// Whether the first of them is a caretaker.
  public let hasCaretaker: Bool
  /// Who works for the municipality of the project, where nobody of the project itself is known.
  public let nearby: [NodeID]
}

extension Matchmaker {
  /// Suggests projects elsewhere that fit a municipality: by topics, size, kind, Land and distance.
  ///
  /// Programmes are no projects to take over; what takes place in the municipality already is left out.
  ///
  /// - Complexity: O(projects × topics² × depth + nodes + edges).
  public func transfer(_ asked: TransferQuery) -> TransferAnswer {
    var query = asked
    let view = perspective(for: &query)
    let candidates = candidates(for: query, view.aim)
    let fitting = candidates.map { view.suggestion(for: $0) }.filter { view.isTransferable($0) }
      .sorted(by: view.isBefore)
    let shown = fitting.prefix(query.limit).map { view.withPath($0) }
    return TransferAnswer(
      query: query, year: year, projects: shown, contacts: shown.map { contact(for: $0.actor) },
      matchCount: fitting.count,
      candidateCount: candidates.count)
  }

  /// How projects look to the municipality of a query, which learns the topics that are compared.
  func perspective(for query: inout TransferQuery) -> Perspective<Graph> {
    var aim = self.aim(ofMunicipality: query.municipality)
    if query.topics.isEmpty { query.topics = aim.topics } else { aim.topics = query.topics }
    let preset = query.preset ?? settings.preset(named: "transfer") ?? settings.similar
    return perspective(for: aim, preset: preset, components: [.topics, .projects, .place, .network, .recency])
  }

  /// The projects elsewhere that a query may name.
  func candidates(for query: TransferQuery, _ aim: MatchAim) -> [NodeID] {
    let own = Set(aim.projects)
    return graph.nodes(with: .project).filter { project in
      !own.contains(project) && project != query.origin && graph.value(.kind, of: project)?.text != "programme"
        && query.origin.map { belongs(project, to: $0) } ?? true
    }
  }

  /// What a municipality works on, through its people, its projects and its challenges.
  private func aim(ofMunicipality place: NodeID) -> MatchAim {
    var aim = MatchAim()
    let people = graph.neighbors(of: place, .incoming, .worksFor)
    let challenges = graph.neighbors(of: place, .incoming, .submits) + graph.neighbors(of: place, .outgoing, .submits)
    let named =
      people.flatMap { graph.neighbors(of: $0, .outgoing, .needs) + graph.neighbors(of: $0, .outgoing, .covers) }
      + challenges.flatMap {
        graph.neighbors(of: $0, .outgoing, .requires) + graph.neighbors(of: $0, .outgoing, .about)
      }
    var seen: Set<NodeID> = []
    aim.topics = named.filter { seen.insert($0).inserted }
    aim.projects = graph.neighbors(of: place, .incoming, .locatedIn).filter { graph.has(.project, $0) }
    aim.places = [Place(place, in: graph)]
    aim.programmes = Set(aim.projects.flatMap { ActorProfile.programmes(of: $0, in: graph) })
    return aim
  }

  /// Whether a project is part of another one or of an event, came out of it, or was presented there.
  private func belongs(_ project: NodeID, to origin: NodeID) -> Bool {
    var seen: Set<NodeID> = []
    var frontier = [project]
    while let node = frontier.popLast() {
      if node == origin { return true }
      guard seen.insert(node).inserted else { continue }
      frontier += graph.neighbors(of: node, .outgoing, .partOf)
      frontier += graph.neighbors(of: node, .outgoing, "ORIGINATES_FROM")
      frontier += graph.neighbors(of: node, .incoming, "PRESENTS")
    }
    // A platform that was presented together with its projects stands for them.
    let stages = graph.neighbors(of: origin, .incoming, "PRESENTS")
    return !Set(stages).isDisjoint(with: graph.neighbors(of: project, .incoming, "PRESENTS"))
  }

  /// Whom to ask about a project; contact places that were derived from its record are nobody.
  public func contact(for project: NodeID) -> ProjectContact {
    func isKnown(_ actor: NodeID) -> Bool {
      !graph.has(.person, actor) && graph.value(.derived, of: actor)?.boolean != true
    }
    let places = Set(graph.neighbors(of: project, .outgoing, .locatedIn))
    func isLocal(_ actor: NodeID) -> Bool {
      graph.neighbors(of: actor, .outgoing, .worksFor).contains(where: places.contains)
    }
    let caretaking = graph.nodes(with: .topic).first { graph.value(.id, of: $0)?.text == "digitaler-kuemmerer" }
    func isCaretaker(_ actor: NodeID) -> Bool {
      isLocal(actor) && caretaking.map { graph.neighbors(of: actor, .outgoing, .covers).contains($0) } ?? false
    }
    func rank(_ actor: NodeID) -> Int { isCaretaker(actor) ? 0 : isLocal(actor) ? 1 : 2 }
    let carriers = graph.neighbors(of: project, .incoming, .worksOn).filter(isKnown)
      .sorted { (rank($0), $0) < (rank($1), $1) }
    let nearby = places.sorted().flatMap { graph.neighbors(of: $0, .incoming, .worksFor) }.filter(isKnown)
    return ProjectContact(
      actors: carriers, isLocal: carriers.first.map(isLocal) ?? false,
      hasCaretaker: carriers.first.map(isCaretaker) ?? false,
      nearby: carriers.isEmpty ? nearby : [])
  }
}

extension Perspective {
  /// Whether a project is on the topics that are wanted, where any are.
  func isTransferable(_ suggestion: Suggestion) -> Bool {
    aim.topics.isEmpty || !suggestion.evidence.topics.isEmpty
  }
}
