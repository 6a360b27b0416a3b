import Foundation
public import GraphModel
import NetworkVocabulary

extension CollaborationNetwork {
  /// The collaboration in a network of records, with the node behind each number.
  public struct FromGraph: Sendable {
    /// The collaboration.
    public let network: CollaborationNetwork
    /// The node of each actor.
    public let actors: [NodeID]
    /// The node of each project: a project, an event, or a body with members.
    public let projects: [NodeID]
    /// The node of each topic.
    public let topics: [NodeID]

    /// The number of an actor; `nil` for a node that is none.
    ///
    /// - Complexity: O(log actors).
    public func actor(_ node: NodeID) -> Int32? { actors.position(of: node) }

    /// The number of a project, event or body.
    ///
    /// - Complexity: O(log projects).
    public func project(_ node: NodeID) -> Int32? { projects.position(of: node) }

    /// The number of a topic.
    ///
    /// - Complexity: O(log topics).
    public func topic(_ node: NodeID) -> Int32? { topics.position(of: node) }
  }

  /// Reads who works with whom from a graph of records.
  ///
  /// Projects are what actors work on, events that they organise, moderate, present at, host a table at or take part
  /// in, and bodies with their members. A project's programme is the uppermost one that it is a part of; Kreise are districts,
  /// Länder count as countries.
  ///
  /// - Complexity: O(edges at actors, projects, events and topics).
  /// - Returns: Numbers in the order of the nodes.
  public static func read(from graph: some PropertyView) -> FromGraph {
    let actors = graph.nodes(with: .actor)
    let topics = graph.nodes(with: .topic)
    let bodies = actors.filter { !graph.neighbors(of: $0, .incoming, "MEMBER_OF").isEmpty }
    let shared = (graph.nodes(with: .project) + graph.nodes(with: .event) + bodies).sorted()
    var programmes: [NodeID: Int32] = [:]
    let projects = shared.map { node in
      var project = Project(members: members(of: node, in: graph).compactMap { actors.position(of: $0) })
      project.topics = graph.neighbors(of: node, .outgoing, .about).compactMap { topics.position(of: $0) }
      project.programme = programme(of: node, in: graph).map { root in
        let next = Int32(programmes.count)
        return programmes[root]
          ?? {
            programmes[root] = next
            return next
          }()
      }
      project.start = start(of: node, in: graph)
      project.isDated = project.start != nil
      return project
    }
    let own = actors.map { graph.neighbors(of: $0, .outgoing, .covers).compactMap { topics.position(of: $0) } }
    let network = CollaborationNetwork(
      actorCount: actors.count, topicCount: topics.count, programmeCount: programmes.count, projects: projects,
      ownTopics: own, places: places(of: actors, in: graph),
      kinds: Classes(actors.map { graph.value(.kind, of: $0)?.text }),
      names: actors.map { graph.value(.name, of: $0)?.text ?? "" })
    return FromGraph(network: network, actors: actors, projects: shared, topics: topics)
  }

  private static let gatherings: [EdgeType] = [
    "HOSTS_TABLE_AT", "MODERATES", "ORGANIZES", "PRESENTS_AT", "TAKES_PART_IN", .worksOn,
  ]

  private static func members(of node: NodeID, in graph: some PropertyView) -> [NodeID] {
    let taking = gatherings.flatMap { graph.neighbors(of: node, .incoming, $0) }
    let belonging = graph.neighbors(of: node, .incoming, "MEMBER_OF")
    return taking + (belonging.isEmpty ? [] : [node] + belonging)
  }

  private static func programme(of node: NodeID, in graph: some PropertyView) -> NodeID? {
    var trail = [node]
    // Loading rejects circles; a graph from elsewhere may have them.
    while let above = trail.last.flatMap({ graph.neighbors(of: $0, .outgoing, .partOf).first }),
      !trail.contains(above)
    {
      trail.append(above)
    }
    return trail.count > 1 ? trail.last : nil
  }

  /// The day or year in which a record begins, in years.
  private static func start(of node: NodeID, in graph: some PropertyView) -> Double? {
    if let day = graph.value("startDate", of: node), let year = decimalYear(day.text ?? day.description) { return year }
    return graph.value("startYear", of: node)?.integer.map(Double.init)
  }

  private static func places(of actors: [NodeID], in graph: some PropertyView) -> [PlaceLevel: Classes] {
    let homes = actors.map { Place(ofActor: $0, in: graph)?.node }
    func classes(_ name: (NodeID) -> String?) -> Classes { Classes(homes.map { $0.flatMap(name) }) }
    return [
      .municipality: classes { String($0.rawValue) },
      .district: classes { graph.value(.kreisKey, of: $0)?.text ?? graph.value(.ags, of: $0)?.text },
      .country: classes { graph.value(.bundesland, of: $0)?.text },
    ]
  }

  /// A day such as `2016-07-01` as a number of years, 2016.5; `nil` for a text that is no day.
  public static func decimalYear(_ day: String) -> Double? {
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let number = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(number)
    else { return nil }
    return Double(year) + Double(month - 1) / 12 + Double(number - 1) / 372
  }
}

extension [NodeID] {
  /// Where a node stands in an ascending list.
  fileprivate func position(of node: NodeID) -> Int32? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == node ? Int32(low) : nil
  }
}
