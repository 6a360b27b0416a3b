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

  /// The parts of the score that such a question can speak of.
  public static let components: [MatchComponent] = [.topics, .projects, .network, .focus, .place]

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

/// The answer to a query.
public struct PeerAnswer: Sendable {
  /// The query as it was understood: with the seeker's topics and focus filled in.
  public let query: PeerQuery
  /// The peers, best first.
  public let peers: [Suggestion]
  /// How many actors meet every condition and work on something like the topics; when 0, the peers shown each miss a
  /// condition.
  public let matchCount: Int
  /// How many actors were looked at.
  public let candidateCount: Int
}
