public import Diagrams
import Foundation
import GraphAlgorithms
public import GraphModel
import GraphStore
import NetworkVocabulary

/// What a picture shows.
public enum DiagramSubject: Hashable, Sendable {
  /// A node and what lies within so many steps of it.
  case around(NodeID, depth: Int)
  /// A topic with the topics below it, and everybody and everything that works on one of them.
  case topic(NodeID)
  /// An event with its parts, who carries, presents and takes part in them, and what they are about.
  case event(NodeID)
  /// The nodes that chains of relationships pass, and the relationships of each chain; nothing else is drawn.
  case chains([NodeID], [[EdgeID]])
  /// Every actor, project, event and challenge, with the topics and places that they are linked to.
  case whole
}

extension Workspace {
  /// Describes a picture of a part of the network.
  ///
  /// Walks outward do not pass through topics and places, which would tie everything to everything; they are drawn
  /// where they are reached. Between the nodes that are drawn every relationship is drawn, but for classifications;
  /// how topics lie to one another is drawn around a topic only.
  ///
  /// The nodes stand in the order of their ids, the edges in the order of theirs, so the same graph gives the same
  /// picture.
  ///
  /// - Parameters:
  ///   - date: The day that the picture is of, as people write it; absent from the subtitle where missing.
  ///   - properties: Properties that looks or filters speak of, beside what is always known (`land`, `focus`, `area`).
  /// - Complexity: O(nodes + edges).
  public func diagram(
    of subject: DiagramSubject, title: String? = nil, date: String? = nil, properties: [String] = [],
    _ language: Language
  ) -> Diagram {
    let shown = nodes(of: subject)
    var positions: [NodeID: Int] = [:]
    for (position, node) in shown.enumerated() { positions[node] = position }
    let chains = numbers(of: subject)
    let edges = self.edges(of: subject).compactMap { edge -> Diagram.Edge? in
      let ends = graph.ends(of: edge)
      guard let from = positions[ends.source], let to = positions[ends.target] else { return nil }
      let relationship = Relationship.of(graph.type(of: edge))
      var drawn = Diagram.Edge(
        from: from, to: to, kind: relationship.type.name, label: relationship.phrase[language],
        isExample: graph.value(.example, of: edge)?.boolean == true)
      drawn.chains = chains[edge] ?? []
      drawn.facts = Dictionary(
        properties.compactMap { key in
          DiagramFacts.fact(graph.value(PropertyKey(key), of: edge), language).map { (key, $0) }
        }
      ) { $1 }
      return drawn
    }
    let facts = DiagramFacts(of: graph, language, properties: properties)
    let centres = centres(of: subject)
    var diagram = Diagram(
      title: title ?? self.title(of: subject, language),
      language: language, nodes: shown.map { facts.drawn($0, isCentre: centres.contains($0)) }, edges: edges)
    diagram.factNames = facts.names
    if case .whole = subject { diagram.notes += leftOut(shown, language) }
    diagram.subtitle = subtitle(of: diagram, from: diagram, date: date)
    return diagram
  }

  /// Everything that the network has, for a picture of what changed between two.
  ///
  /// - Parameter language: That of the picture, which compares names.
  /// - Complexity: O(nodes + edges).
  public func inventory(_ language: Language) -> Diagram.Inventory {
    var inventory = Diagram.Inventory()
    func id(_ node: NodeID) -> String { graph.value(.id, of: node)?.text ?? "n\(node.rawValue)" }
    for node in graph.nodes { inventory.add(node: id(node), called: graph.name(of: node, in: language)) }
    for edge in graph.edges {
      let ends = graph.ends(of: edge)
      inventory.add(edge: graph.type(of: edge).name, from: id(ends.source), to: id(ends.target))
    }
    return inventory
  }

  private func centres(of subject: DiagramSubject) -> Set<NodeID> {
    switch subject {
    case .around(let node, _), .topic(let node), .event(let node): [node]
    case .chains(let nodes, _): Set([nodes.first, nodes.last].compactMap(\.self))
    case .whole: []
    }
  }

  /// The edges that may be drawn; those with an end outside of the picture are left to the caller.
  private func edges(of subject: DiagramSubject) -> [EdgeID] {
    if case .chains(_, let chains) = subject { return Set(chains.joined()).sorted() }
    let showsTaxonomy = centres(of: subject).contains { graph.has(.topic, $0) }
    return graph.edges.filter { edge in
      let relationship = Relationship.of(graph.type(of: edge))
      let isTaxonomy = [EdgeType.broader, .related].contains(relationship.type)
      return relationship.strength != nil && (showsTaxonomy || !isTaxonomy)
    }
  }

  /// The numbers of the chains that each edge is part of; none where there is only one chain.
  private func numbers(of subject: DiagramSubject) -> [EdgeID: [Int]] {
    guard case .chains(_, let chains) = subject, chains.count > 1 else { return [:] }
    var numbers: [EdgeID: [Int]] = [:]
    for (position, chain) in chains.enumerated() {
      for edge in Set(chain) { numbers[edge, default: []].append(position + 1) }
    }
    return numbers
  }

  func nodes(of subject: DiagramSubject) -> [NodeID] {
    switch subject {
    case .around(let center, let depth): nodes(around: center, depth: depth)
    case .topic(let topic): nodes(workingOn: topic)
    case .event(let event): nodes(at: event)
    case .chains(let nodes, _): Set(nodes).sorted()
    case .whole: graph.nodes.filter { !graph.has(.profile, $0) && isTied($0) }
    }
  }

  /// Whether something else than its place in a classification is known of a node.
  private func isTied(_ node: NodeID) -> Bool {
    graph.hops(from: node).contains { hop in
      ![EdgeType.broader, .related].contains(graph.type(of: hop.edge))
        && Relationship.of(graph.type(of: hop.edge)).strength != nil
    }
  }

  /// What a picture of everything does not show: places and topics to which nothing is tied.
  private func leftOut(_ shown: [NodeID], _ language: Language) -> [String] {
    let kinds: [(RecordKind, Wording)] = [
      (.municipality, Wording("Kommune", "municipality")), (.topic, Wording("Thema", "topic")),
      (.actor, Wording("Akteur", "actor")), (.project, Wording("Projekt", "project")),
      (.event, Wording("Veranstaltung", "event")), (.challenge, Wording("Herausforderung", "challenge")),
    ]
    let parts = kinds.compactMap { kind, one -> String? in
      let count = graph.nodes(with: kind.label).count - shown.count { graph.has(kind.label, $0) }
      return count == 0 ? nil : "\(count.grouped(language)) \((count == 1 ? one : kind.plural)[language])"
    }
    guard !parts.isEmpty else { return [] }
    let list = parts.joined(separator: ", ")
    return [
      Wording("nicht gezeigt, weil ohne Verbindung: \(list)", "not shown, since nothing is tied to them: \(list)")[
        language]
    ]
  }

  private func nodes(around center: NodeID, depth: Int) -> [NodeID] {
    var found: Set<NodeID> = [center]
    var frontier = [center]
    for _ in 0..<max(0, depth) {
      var next: [NodeID] = []
      for node in frontier where node == center || !(graph.has(.topic, node) || graph.has(.municipality, node)) {
        graph.forEachHop(from: node, .either) { hop in
          guard Relationship.of(graph.type(of: hop.edge)).strength != nil, !graph.has(.profile, hop.neighbor),
            found.insert(hop.neighbor).inserted
          else { return }
          next.append(hop.neighbor)
        }
      }
      frontier = next
    }
    return found.sorted()
  }

  /// An event with its parts, and what is joined to one of them.
  private func nodes(at event: NodeID) -> [NodeID] {
    var events: Set<NodeID> = [event]
    var frontier = [event]
    while let next = frontier.popLast() {
      for part in graph.neighbors(of: next, .incoming, .partOf) where events.insert(part).inserted {
        frontier.append(part)
      }
    }
    var found = events
    for event in events {
      graph.forEachHop(from: event, .either) { hop in
        if Relationship.of(graph.type(of: hop.edge)).strength != nil, !graph.has(.profile, hop.neighbor) {
          found.insert(hop.neighbor)
        }
      }
    }
    return found.sorted()
  }

  private func nodes(workingOn topic: NodeID) -> [NodeID] {
    var topics: Set<NodeID> = [topic]
    var frontier = [topic]
    while let next = frontier.popLast() {
      for narrower in graph.neighbors(of: next, .incoming, .broader) where topics.insert(narrower).inserted {
        frontier.append(narrower)
      }
    }
    let workers = topics.flatMap { topic in
      graph.neighbors(of: topic, .incoming, .covers) + graph.neighbors(of: topic, .incoming, .about)
    }
    let shownTopics = topics.filter { $0 == topic || isTied($0) }
    let participants = workers.flatMap { graph.neighbors(of: $0, .incoming, .worksOn) }
    return shownTopics.union((workers + participants).filter { !graph.has(.profile, $0) }).sorted()
  }
}
