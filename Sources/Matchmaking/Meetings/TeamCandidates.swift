public import GraphModel
import NetworkVocabulary

/// Where somebody comes from, for the mix of a team.
public enum TeamSector: Int, CaseIterable, Hashable, Sendable {
  /// Municipalities and what belongs to them.
  case municipality
  /// Civic tech, associations, foundations, initiatives.
  case civilSociety
  /// Start-ups and other companies.
  case business
  /// Universities and institutes.
  case research

  /// The sector of an actor's kind; `nil` where it stands beside them: federal and state bodies, umbrella organisations, persons.
  public init?(kind: String) {
    switch kind {
    case _ where RecordKind.servingKinds.contains(kind): self = .municipality
    case "civic-tech", "ngo", "initiative", "foundation", "association", "hub", "network": self = .civilSociety
    case "start-up", "company", "it-provider": self = .business
    case "research": self = .research
    default: return nil
    }
  }

  /// The name in messages.
  public var name: Wording {
    switch self {
    case .municipality: Wording("Kommune", "municipality")
    case .civilSociety: Wording("Zivilgesellschaft", "civil society")
    case .business: Wording("Unternehmen und Start-ups", "companies and start-ups")
    case .research: Wording("Forschung", "research")
    }
  }
}

/// How somebody covers a topic that a team needs.
public struct TopicCover: Hashable, Sendable {
  /// How well, in thousandths: 1000 for an offer, 600 for the actor's own topic, 500 for one of a project; nine tenths of that
  /// where it is a topic below the one needed.
  public let degree: Int
  /// The topic that the actor has.
  public let found: NodeID
  /// The project through which it does.
  public let project: NodeID?
  /// Whether the actor offers it, instead of only working on it.
  public let isOffered: Bool

  /// Whether only made-up records say that an actor has the topic.
  public func isMadeUp(of actor: NodeID, in graph: some PropertyView) -> Bool {
    guard let project else { return graph.isMadeUp(from: actor, to: found, isOffered ? [.offers] : [.covers]) }
    return graph.isMadeUp(from: actor, to: project, [.worksOn]) || graph.isMadeUp(from: project, to: found, [.about])
  }
}

/// What joins two members of a team.
public enum TeamTie: Hashable, Sendable {
  /// A relationship of their own.
  case relationship(EdgeType)
  /// A project in which both take part.
  case project(NodeID)
  /// A network or an event of both.
  case circle(NodeID)
  /// A topic of both.
  case topic(NodeID)

  /// How close it makes them, in thousandths.
  public var closeness: Int {
    switch self {
    case .relationship: 1000
    case .project: 800
    case .circle: 600
    case .topic: 400
    }
  }
}

extension Matchmaker {
  /// How an actor covers each needed topic; `nil` for topics that it does not cover.
  public func covers(of actor: NodeID, for topics: [NodeID]) -> [TopicCover?] {
    let supplies = profile(of: actor).supplies
    return topics.map { wanted in
      var best: TopicCover?
      for supply in supplies {
        guard let steps = stepsUp(from: supply.topic, to: wanted) else { continue }
        let degree = Int((supply.degree * (steps == 0 ? 1 : 0.9) * 1000).rounded())
        if best.map({ $0.degree < degree }) ?? true {
          best = TopicCover(
            degree: degree, found: supply.topic, project: supply.project, isOffered: supply.isOffered)
        }
      }
      return best
    }
  }

  /// How many steps a topic lies below another; `nil` where it does not.
  private func stepsUp(from topic: NodeID, to ancestor: NodeID) -> Int? {
    var (node, steps) = (topic, 0)
    while node != ancestor {
      guard steps < 20, let next = graph.neighbors(of: node, .outgoing, .broader).first else { return nil }
      (node, steps) = (next, steps + 1)
    }
    return steps
  }

  /// The strongest thing that joins two actors; `nil` where nothing does.
  public func teamTie(_ first: NodeID, _ second: NodeID) -> TeamTie? {
    let hops = graph.hops(from: first)
    let direct = hops.filter { $0.neighbor == second }.map { graph.type(of: $0.edge) }
    if let type = direct.filter({ Relationship.of($0).strength != nil }).min(by: { $0.name < $1.name }) {
      return .relationship(type)
    }
    let others = Set(graph.hops(from: second).map(\.neighbor))
    let common = Set(hops.map(\.neighbor)).intersection(others).sorted()
    if let project = common.first(where: { graph.has(.project, $0) }) { return .project(project) }
    if let circle = common.first(where: { graph.has(.event, $0) || graph.has(.actor, $0) }) { return .circle(circle) }
    func topics(_ actor: NodeID) -> Set<NodeID> { Set(profile(of: actor).supplies.map(\.topic)) }
    // The topic that says most.
    let shared = topics(first).intersection(topics(second)).sorted()
    let best = shared.max { (taxonomy.content(of: $0), $1) < (taxonomy.content(of: $1), $0) }
    return best.map { .topic($0) }
  }
}
