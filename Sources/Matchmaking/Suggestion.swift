public import GraphModel
public import NetworkVocabulary

/// One part of a score.
public struct Contribution: Hashable, Sendable {
  /// What is compared.
  public let component: MatchComponent
  /// How well it fits, in 0...1.
  public let value: Double
  /// The share of the component in the score; the shares of a score add up to 1.
  public let share: Double
  /// Value times share in thousandths, rounded: what the component adds to the score.
  public let points: Int

  init(_ component: MatchComponent, value: Double, share: Double) {
    self.component = component
    self.value = value
    self.share = share
    points = Int((value * share * 1000).rounded())
  }

  /// Value times share before rounding.
  var exact: Double { value * share }
}

/// One actor who is suggested, with all that speaks for it.
public struct Suggestion: Sendable {
  /// The actor.
  public let actor: NodeID
  /// For whom, or for what, it is suggested; `nil` where nobody in the graph asks.
  public let seeker: NodeID?
  /// The parts of the score in the order of `MatchComponent`; only those that the question speaks of.
  public let contributions: [Contribution]
  /// The facts behind the parts.
  public internal(set) var evidence: MatchEvidence
  /// The conditions of the question that the actor misses; empty where all are met.
  public internal(set) var misses: [MissedCondition] = []
  /// Whether it stands here only because small municipalities have places of their own (see ``BatchQuery``).
  public internal(set) var isGuaranteed = false

  /// The sum of the parts in thousandths, 0...1000 but for what rounding adds.
  public var points: Int { contributions.reduce(0) { $0 + $1.points } }

  /// The score in 0...1; exactly the sum of the parts that are shown.
  public var score: Double { Double(points) / 1000 }

  /// The sum of the parts before rounding, which decides between equal scores.
  var exact: Double { contributions.reduce(0) { $0 + $1.exact } }
}

/// What speaks for a suggestion.
public struct MatchEvidence: Sendable {
  /// For each wanted topic the topic of the actor that is most like it, best first; only those with any likeness.
  public var topics: [TopicMatch] = []
  /// Projects of the actor on the wanted topics, or like one of the seeker's, the closest first.
  public var projects: [NodeID] = []
  /// Projects and events that both have a part in.
  public var shared: [NodeID] = []
  /// The parts of nearness in the network.
  public var network: [NetworkPart: Double] = [:]
  /// The actor's municipality.
  public var place: Place?
  /// How the municipalities compare.
  public var likeness: PlaceLikeness?
  /// How far the actor's municipality is from the place asked for, or from the seeker's, in kilometres.
  public var distance: Double?
  /// The actor's focus.
  public var focus: RoleFocus?
  /// For each need of the seeker what the actor can help with, best first.
  public var received: [TopicMatch] = []
  /// For each need of the actor what the seeker can help with, best first.
  public var given: [TopicMatch] = []
  /// How well the needs of the seeker are met by the actor, and the other way round, each in 0...1.
  public var exchange: (received: Double, given: Double) = (0, 0)
  /// The actor's newest project or event as of the year of the question; without `year` where it was going on.
  public var newest: (node: NodeID, year: Int?)?
  /// A walk through the graph that shows the tie: from the seeker, or from the wanted topic, to the actor.
  public var path: EvidencePath?
}

/// A topic that was wanted and the one that was found.
public struct TopicMatch: Hashable, Sendable {
  /// The topic in the question.
  public let wanted: NodeID
  /// The topic of the actor.
  public let found: NodeID
  /// How well the one stands for the other, in 0...1.
  public let likeness: Double
  /// The project through which the actor works on it; `nil` where the actor names the topic itself.
  public let project: NodeID?
  /// Whether the actor offers it, instead of only working on it.
  public var isOffered = false
}

/// A walk along edges of the graph.
public struct EvidencePath: Hashable, Sendable {
  /// Describes a walk.
  public init(nodes: [NodeID], edges: [EdgeID]) {
    self.nodes = nodes
    self.edges = edges
  }

  /// The nodes in order.
  public let nodes: [NodeID]
  /// The edges between them.
  public let edges: [EdgeID]
}
