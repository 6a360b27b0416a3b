public import GraphModel
public import NetworkVocabulary

/// Who is looked for.
public struct PeerQuery: Sendable {
  /// The topics that peers should work on; those of `seeker` when empty.
  public var topics: [NodeID] = []
  /// The actor who asks, or whom peers should be like.
  public var seeker: NodeID?
  /// The focus that peers should have.
  public var focus: RoleFocus?
  /// The Länder that peers should be in; any when empty.
  public var states: [String] = []
  /// The place that peers should be near.
  public var near: NodeID?
  /// How far away from `near` they may be, in kilometres.
  public var within: Double?
  /// How many inhabitants their municipality should have.
  public var population: ClosedRange<Int>?
  /// Which actors are asked for.
  public var candidates = Candidates.municipal
  /// How many are wanted.
  public var limit = 10

  /// Asks for anybody.
  public init() {}

  /// Which actors can be peers.
  public enum Candidates: String, CaseIterable, Sendable {
    /// Roles of Chief Digital Officers only.
    case cdo
    /// Everybody who works for a municipality.
    case municipal
    /// Companies, associations, research and federal bodies too.
    case any
  }

  /// The weight of each component; those that a query does not speak of drop out and the others share their weight.
  static let weights: [PeerComponent: Double] = [
    .topics: 0.40, .projects: 0.15, .network: 0.15, .focus: 0.10, .place: 0.20,
  ]
}

/// The parts of a peer's score, in the order in which they are shown.
public enum PeerComponent: String, CaseIterable, Hashable, Sendable {
  /// Likeness of the topics over the taxonomy.
  case topics
  /// Projects on the topics, and projects shared with the seeker.
  case projects
  /// How few steps lie between the two in the network.
  case network
  /// Whether the work looks the same way.
  case focus
  /// Likeness of the municipalities.
  case place

  /// The part in words.
  public var name: Wording {
    switch self {
    case .topics: Wording("Themen", "topics")
    case .projects: Wording("Projekte", "projects")
    case .network: Wording("Netzwerk", "network")
    case .focus: Wording("Ausrichtung", "focus")
    case .place: Wording("Kommune", "municipality")
    }
  }
}

/// A condition of a query that an actor does not meet.
public enum MissedCondition: Hashable, Sendable {
  /// Another focus, or none known.
  case focus(RoleFocus?)
  /// Another Land, or none known.
  case state(String?)
  /// Farther away, in kilometres, or at an unknown place.
  case distance(Double?)
  /// A larger or smaller municipality, or an unknown one.
  case population(Int?)
}

/// One suggested peer.
public struct PeerSuggestion: Sendable {
  /// The actor.
  public let actor: NodeID
  /// The parts of the score in thousandths, in the order of ``PeerComponent``; only those that the query speaks of.
  public let contributions: [(component: PeerComponent, points: Int)]
  /// The facts behind the parts.
  public internal(set) var evidence: PeerEvidence
  /// The conditions that the actor misses; empty where all are met.
  public let misses: [MissedCondition]

  /// The sum of the parts in thousandths, 0...1000.
  public var points: Int { contributions.reduce(0) { $0 + $1.points } }

  /// The score in 0...1.
  public var score: Double { Double(points) / 1000 }
}

/// What speaks for a peer.
public struct PeerEvidence: Sendable {
  /// For each wanted topic the topic of the peer that is most like it, best first; only those with any likeness.
  public var topics: [TopicMatch] = []
  /// Projects of the peer on the wanted topics, the closest first.
  public var projects: [NodeID] = []
  /// Projects and events that peer and seeker share.
  public var shared: [NodeID] = []
  /// The peer's municipality.
  public var place: Place?
  /// How the municipalities compare.
  public var likeness: PlaceLikeness?
  /// How far the peer's municipality is from the place asked for, or from the seeker's, in kilometres.
  public var distance: Double?
  /// The peer's focus.
  public var focus: RoleFocus?
  /// A walk through the graph that shows the tie: from the seeker, or from the wanted topic, to the peer.
  public var path: EvidencePath?
}

/// A topic that was wanted and the one that was found.
public struct TopicMatch: Hashable, Sendable {
  /// The topic in the query.
  public let wanted: NodeID
  /// The topic of the peer.
  public let found: NodeID
  /// How alike they are, in 0...1.
  public let likeness: Double
  /// The project through which the peer works on it; `nil` where the peer names the topic itself.
  public let project: NodeID?
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

/// The answer to a query.
public struct PeerAnswer: Sendable {
  /// The query as it was understood: with the seeker's topics and focus filled in.
  public let query: PeerQuery
  /// The peers, best first.
  public let peers: [PeerSuggestion]
  /// How many actors meet every condition and work on something like the topics; when 0, the peers shown each miss a
  /// condition.
  public let matchCount: Int
  /// How many actors were looked at.
  public let candidateCount: Int
}
