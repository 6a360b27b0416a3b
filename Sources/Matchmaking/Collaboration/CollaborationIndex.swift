import Foundation

/// What the components look up again and again, worked out once for a network.
public struct CollaborationIndex: Sendable {
  /// The network.
  public let network: CollaborationNetwork
  /// Ties from projects of the last years.
  public let recentTies: PartnerTies
  /// Ties with a short memory.
  public let latestTies: PartnerTies
  /// Ties with a long memory, large projects counting nearly as much as small ones.
  public let broadTies: PartnerTies
  /// Who is a partner of whom.
  public let plainTies: PartnerTies
  /// How much each project still counts after four years.
  let freshness: [Double]
  /// How active the actors are in the programmes.
  let programmes: ProgrammeActivity
  /// The places, and which of them work together.
  let places: PlaceAffinities
  /// The words of the actors' names, and which of them work together.
  let words: NameWords
  /// What the actors and projects are about.
  let topics: TopicProfiles
  /// How much and how recently the actors work.
  let activity: ActorActivity
  /// Everything as one graph to walk on.
  let walk: KnowledgeWalk
  /// Which topics go together; only where peers on topics are looked for.
  let expansions: TopicExpansions?
  /// Whether only actors with partners can be suggested.
  private let candidatesHavePartners: Bool

  /// The years after which a project counts a factor e less.
  static let lifetime = 4.0

  /// Works everything out.
  ///
  /// - Parameters:
  ///   - purposes: The questions that will be asked.
  ///   - candidatesHavePartners: Whether only actors with partners can be suggested. In a network cut at an earlier day
  ///     an actor without partners is there only because of what came later, which learning must not see.
  /// - Complexity: O(sum of the squares of the projects' sizes + classes² of places); for peers also O(topics³).
  public init(
    of network: CollaborationNetwork,
    for purposes: Set<CollaborationQuery.Purpose> = Set(CollaborationQuery.Purpose.allCases),
    candidatesHavePartners: Bool = false
  ) {
    self.network = network
    recentTies = PartnerTies(of: network, .recent)
    latestTies = PartnerTies(of: network, .latest)
    broadTies = PartnerTies(of: network, .broad)
    plainTies = PartnerTies(of: network, .binary)
    freshness = network.freshness(lifetime: Self.lifetime)
    programmes = ProgrammeActivity(of: network, freshness)
    places = PlaceAffinities(of: network, recentTies, programmes)
    words = NameWords(of: network, recentTies)
    topics = TopicProfiles(of: network, freshness)
    activity = ActorActivity(of: network, freshness)
    walk = KnowledgeWalk(of: network, freshness)
    expansions = purposes.contains(.peers) ? TopicExpansions(of: network, topics) : nil
    self.candidatesHavePartners = candidatesHavePartners
  }

  /// The actors of a query, each with an equal share of 1.
  func sources(of query: CollaborationQuery) -> [Double] {
    var values = [Double](repeating: 0, count: network.actorCount)
    for actor in query.actors { values[Int(actor)] += 1 / Double(query.actors.count) }
    return values
  }

  /// Which actors can be suggested: not those of the query, and for ``CollaborationQuery/Purpose/partners`` none of
  /// their partners.
  public func admissible(_ query: CollaborationQuery) -> [Bool] {
    var admissible = (0..<network.actorCount).map { !candidatesHavePartners || plainTies.degree(of: $0) > 0 }
    for actor in query.actors {
      admissible[Int(actor)] = false
      guard query.purpose == .partners else { continue }
      for partner in plainTies.partners(of: Int(actor)) { admissible[Int(partner)] = false }
    }
    return admissible
  }
}
