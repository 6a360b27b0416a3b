public import GraphModel
import NetworkVocabulary

/// What is missing in a network.
public struct NetworkGaps: Sendable {
  /// Needs that nobody offers to meet, those of most first.
  public let unmetNeeds: [UnmetNeed]
  /// Topics without any actor, project, event or challenge, below them neither, in the order of their ids.
  public let idleTopics: [NodeID]
  /// The Länder with how many CDOs, and how many actors of municipalities, are known in each; fewest first.
  public let states: [(name: String, cdos: Int, actors: Int)]
  /// Actors who share no relationship, project or event with anybody, CDOs first; contact places that were derived from a
  /// project are left aside.
  public let isolated: [NodeID]
  /// How many such contact places are left aside.
  public let isolatedContactPlaces: Int
  /// Actors without whom others lose every chain to the rest, the most first.
  public let brokers: [Broker]
  /// The introductions that would shorten chains most, one after the other.
  public let introductions: [Shortcut]

  /// A topic that is needed and not offered.
  public struct UnmetNeed: Sendable {
    /// The topic.
    public let topic: NodeID
    /// The actors and challenges that need it.
    public let seekers: [NodeID]
    /// Actors who work on it, or on what is most like it, without offering help; at most three.
    public let nearest: [NodeID]
  }

  /// Somebody who joins parts of the network.
  public struct Broker: Sendable {
    /// The actor.
    public let actor: NodeID
    /// How many actors would lose their chains to the largest part that remains.
    public let separated: Int
    /// Into how many pieces the part around the actor would fall.
    public let pieces: Int
  }

  /// Two actors whose acquaintance would bring many nearer.
  public struct Shortcut: Sendable {
    /// The one, with the smaller id.
    public let first: NodeID
    /// The other one.
    public let second: NodeID
    /// How many pairs of actors would be joined by a chain who are not now.
    public let newPairs: Int
    /// How many pairs would get a shorter chain.
    public let shorterPairs: Int
  }
}

extension Matchmaker {
  /// What is missing in the network: offers, topics, Länder, acquaintances.
  ///
  /// - Parameter limit: How many brokers and introductions are sought.
  /// - Complexity: O(limit × actors² × part²) in the worst case, a part being a connected part of the network.
  public func gaps(limit: Int = 5) -> NetworkGaps {
    let network = AcquaintanceNetwork(of: graph)
    let alone = network.isolated.map { network.actors[$0] }.filter { !graph.has(.person, $0) }
    let isolated = alone.filter { graph.value(.derived, of: $0)?.boolean != true }
    return NetworkGaps(
      unmetNeeds: unmetNeeds(), idleTopics: idleTopics(), states: states(),
      isolated: isolated.filter { graph.has(.cdo, $0) } + isolated.filter { !graph.has(.cdo, $0) },
      isolatedContactPlaces: alone.count - isolated.count,
      brokers: brokers(in: network, limit), introductions: shortcuts(in: network, limit))
  }

  private func unmetNeeds() -> [NetworkGaps.UnmetNeed] {
    let topics = graph.nodes(with: .topic)
    return topics.compactMap { topic in
      let seekers =
        graph.neighbors(of: topic, .incoming, .needs) + graph.neighbors(of: topic, .incoming, .requires)
      guard !seekers.isEmpty, graph.neighbors(of: topic, .incoming, .offers).isEmpty else { return nil }
      let likeness = actors.filter { !graph.has(.person, $0) && !seekers.contains($0) }.map { actor in
        (actor, profile(of: actor).supplies.map { taxonomy.likeness(topic, $0.topic) * $0.degree }.max() ?? 0)
      }
      let nearest = likeness.filter { $0.1 >= 0.25 }.sorted { ($0.1, $1.0) > ($1.1, $0.0) }.prefix(3)
      return NetworkGaps.UnmetNeed(topic: topic, seekers: seekers, nearest: nearest.map(\.0))
    }.sorted { ($0.seekers.count, $1.topic) > ($1.seekers.count, $0.topic) }
  }

  private func idleTopics() -> [NodeID] {
    let ties: [EdgeType] = [.about, .covers, .needs, .offers, .requires]
    var busy: Set<NodeID> = []
    for topic in graph.nodes(with: .topic)
    where ties.contains(where: { !graph.neighbors(of: topic, .incoming, $0).isEmpty }) {
      busy.formUnion(taxonomy.trail(from: topic))
    }
    return graph.nodes(with: .topic).filter { !busy.contains($0) }
  }

  private func states() -> [(name: String, cdos: Int, actors: Int)] {
    var cdos: [String: Int] = [:]
    var municipal: [String: Int] = [:]
    for actor in actors where isOfKind(.municipal, actor) {
      guard let state = profile(of: actor).places.first?.state else { continue }
      municipal[state, default: 0] += 1
      if graph.has(.cdo, actor) { cdos[state, default: 0] += 1 }
    }
    return State.names.map { ($0, cdos[$0, default: 0], municipal[$0, default: 0]) }
      .sorted { ($0.1, $0.2, $0.0) < ($1.1, $1.2, $1.0) }
  }
}
