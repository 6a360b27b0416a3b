/// A thing in a network of collaboration, as a step of a path.
public enum CollaborationNode: Hashable, Sendable {
  /// An actor.
  case actor(Int32)
  /// A project.
  case project(Int32)
  /// A topic.
  case topic(Int32)
  /// A programme.
  case programme(Int32)
  /// A place, by its level and number.
  case place(CollaborationNetwork.PlaceLevel, Int32)
}

/// Shortest paths from one node over members, topics, programmes and places, to show why somebody is suggested.
///
/// Paths over projects and topics are preferred to those over municipalities and programmes, and those to paths over
/// countries, which tie everybody to everybody.
public struct EvidenceSearch: Sendable {
  private let network: CollaborationNetwork
  private let topicProjects: IndexLists
  private let programmeProjects: IndexLists
  private let placeActors: [CollaborationNetwork.PlaceLevel: IndexLists]
  private let firsts: (project: Int, topic: Int, programme: Int, municipality: Int, country: Int, end: Int)

  /// Prepares a network.
  ///
  /// - Complexity: O(memberships + topics of projects).
  public init(of network: CollaborationNetwork) {
    self.network = network
    topicProjects = network.topics.inverted(count: network.topicCount)
    programmeProjects = IndexLists(network.programmes.map { $0.map { [$0] } ?? [] })
      .inverted(count: network.programmeCount)
    placeActors = network.places.mapValues { classes in
      IndexLists(classes.ofActor.map { $0.map { [$0] } ?? [] }).inverted(count: classes.count)
    }
    let topic = network.actorCount + network.projectCount
    let municipality = topic + network.topicCount + network.programmeCount
    let country = municipality + (network.places[.municipality]?.count ?? 0)
    firsts = (
      network.actorCount, topic, topic + network.topicCount, municipality, country,
      country + (network.places[.country]?.count ?? 0)
    )
  }

  /// A tree of shortest paths.
  public struct Tree: Sendable {
    fileprivate let search: EvidenceSearch
    /// For each way of searching, from the narrowest, the node before each node; -1 where none was reached.
    fileprivate let previous: [[Int32]]
    fileprivate let source: Int

    /// The nodes from the source to an actor; `nil` where there are more than six, or no path.
    public func path(to actor: Int32) -> [CollaborationNode]? {
      for tree in previous where tree[Int(actor)] >= 0 {
        var nodes = [Int(actor)]
        while let last = nodes.last, last != source { nodes.append(Int(tree[last])) }
        return nodes.reversed().map(search.node)
      }
      return nil
    }
  }

  /// Searches from an actor or a topic for all paths of at most six nodes.
  ///
  /// - Complexity: O(memberships + topics + places), three times.
  public func tree(from source: CollaborationNode) -> Tree {
    let start = number(of: source)
    let limits = [firsts.programme, firsts.country, firsts.end]
    return Tree(search: self, previous: limits.map { breadthFirst(start, below: $0) }, source: start)
  }

  private func breadthFirst(_ start: Int, below limit: Int) -> [Int32] {
    var previous = [Int32](repeating: -1, count: firsts.end)
    var level = [start]
    previous[start] = Int32(start)
    for _ in 0..<5 {
      var next: [Int] = []
      for node in level {
        forEachNeighbor(of: node) { neighbor in
          guard neighbor < limit, previous[neighbor] < 0 else { return }
          previous[neighbor] = Int32(node)
          next.append(neighbor)
        }
      }
      level = next
    }
    return previous
  }

  private func forEachNeighbor(of node: Int, _ body: (Int) -> Void) {
    switch self.node(node) {
    case .actor(let actor):
      for project in network.projects[Int(actor)] { body(firsts.project + Int(project)) }
      if let place = network.places[.municipality]?.ofActor[Int(actor)] { body(firsts.municipality + Int(place)) }
      if let place = network.places[.country]?.ofActor[Int(actor)] { body(firsts.country + Int(place)) }
    case .project(let project):
      for actor in network.members[Int(project)] { body(Int(actor)) }
      for topic in network.topics[Int(project)] { body(firsts.topic + Int(topic)) }
      if let programme = network.programmes[Int(project)] { body(firsts.programme + Int(programme)) }
    case .topic(let topic): for project in topicProjects[Int(topic)] { body(firsts.project + Int(project)) }
    case .programme(let own): for project in programmeProjects[Int(own)] { body(firsts.project + Int(project)) }
    case .place(let level, let place): for actor in placeActors[level]?[Int(place)] ?? [] { body(Int(actor)) }
    }
  }

  private func number(of node: CollaborationNode) -> Int {
    switch node {
    case .actor(let actor): Int(actor)
    case .project(let project): firsts.project + Int(project)
    case .topic(let topic): firsts.topic + Int(topic)
    case .programme(let programme): firsts.programme + Int(programme)
    case .place(.country, let place): firsts.country + Int(place)
    case .place(_, let place): firsts.municipality + Int(place)
    }
  }

  fileprivate func node(_ number: Int) -> CollaborationNode {
    if number < firsts.project { return .actor(Int32(number)) }
    if number < firsts.topic { return .project(Int32(number - firsts.project)) }
    if number < firsts.programme { return .topic(Int32(number - firsts.topic)) }
    if number < firsts.municipality { return .programme(Int32(number - firsts.programme)) }
    if number < firsts.country { return .place(.municipality, Int32(number - firsts.municipality)) }
    return .place(.country, Int32(number - firsts.country))
  }
}
