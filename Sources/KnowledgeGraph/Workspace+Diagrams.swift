public import Diagrams
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
  /// - Complexity: O(nodes + edges).
  public func diagram(of subject: DiagramSubject, title: String? = nil, _ language: Language) -> Diagram {
    let shown = nodes(of: subject)
    var positions: [NodeID: Int] = [:]
    for (position, node) in shown.enumerated() { positions[node] = position }
    let center: NodeID? =
      switch subject {
      case .around(let node, _), .topic(let node): node
      case .whole: nil
      }
    let showsTaxonomy = center.map { graph.has(.topic, $0) } ?? false
    let edges = graph.edges.compactMap { edge -> Diagram.Edge? in
      let ends = graph.ends(of: edge)
      let relationship = Relationship.of(graph.type(of: edge))
      let isTaxonomy = [EdgeType.broader, .related].contains(relationship.type)
      guard relationship.strength != nil, showsTaxonomy || !isTaxonomy, let from = positions[ends.source],
        let to = positions[ends.target]
      else {
        return nil
      }
      return Diagram.Edge(
        from: from, to: to, kind: relationship.type.name, label: relationship.phrase[language],
        isExample: graph.value(.example, of: edge)?.boolean == true)
    }
    return Diagram(
      title: title ?? self.title(of: subject, language),
      subtitle: subtitle(nodes: shown.count, edges: edges.count, language), language: language,
      nodes: shown.map { node($0, isCenter: $0 == center, language) }, edges: edges)
  }

  private func node(_ node: NodeID, isCenter: Bool, _ language: Language) -> Diagram.Node {
    Diagram.Node(
      id: graph.value(.id, of: node)?.text ?? "\(node.rawValue)", label: graph.value(.name, of: node)?.text ?? "",
      kind: kind(of: node)?.label.name ?? "", emphasis: isCenter, isExample: isExample(node),
      isDerived: graph.value(.derived, of: node)?.boolean == true,
      tooltip: (graph.value("description", of: node) ?? graph.value("definition", of: node))?.text,
      link: graph.value(.sourceURL, of: node)?.text)
  }

  func nodes(of subject: DiagramSubject) -> [NodeID] {
    switch subject {
    case .around(let center, let depth): nodes(around: center, depth: depth)
    case .topic(let topic): nodes(workingOn: topic)
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

  private func title(of subject: DiagramSubject, _ language: Language) -> String {
    switch subject {
    case .around(let node, _):
      Wording("Netzwerk um \(name(of: node, language))", "Network around \(name(of: node, language))")[language]
    case .topic(let node):
      Wording(
        "Thema \(name(of: node, language)): wer daran arbeitet", "Topic \(name(of: node, language)): who works on it"
      )[language]
    case .whole: Wording("Das ganze Netzwerk", "The whole network")[language]
    }
  }

  private func subtitle(nodes: Int, edges: Int, _ language: Language) -> String {
    let data = folders.joined(separator: " + ")
    return Wording(
      "\(nodes) Knoten, \(edges) Beziehungen · Daten: \(data)", "\(nodes) nodes, \(edges) relationships · data: \(data)"
    )[language]
  }
}
