public import Diagrams
public import GraphModel
public import GraphStore
import NetworkVocabulary

extension PropertyGraph {
  /// Describes a picture of the nodes and relationships in the rows of a result.
  ///
  /// Everything that occurs in a cell is drawn, in lists, maps and paths too, and relationships bring their ends with them.
  /// Where the rows hold nodes only, the relationships between these are drawn, since nodes alone make no picture. Actors that
  /// have not agreed to being drawn stay out.
  ///
  /// - Returns: `nil` when the rows hold no node and no relationship.
  /// - Complexity: O(values + edges at the nodes drawn); nodes and relationships stand in the order of their ids.
  public func diagram(
    of rows: [[Value]], title: String, subtitle: String = "", properties: [String] = [], _ language: Language
  ) -> Diagram? {
    let found = elements(in: rows)
    if found.nodes.isEmpty { return nil }
    let nodes = found.nodes.subtracting(withheld(from: .diagram)).sorted()
    if nodes.isEmpty { return nil }
    let positions = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    let facts = DiagramFacts(of: self, language, properties: properties)
    var diagram = Diagram(
      title: title, subtitle: subtitle, language: language, nodes: nodes.map { facts.drawn($0) },
      edges: found.edges.sorted().compactMap { drawn($0, positions, language) })
    diagram.factNames = facts.names
    // A statement may have made two nodes with one id.
    var ids: Set<String> = []
    for (position, node) in nodes.enumerated() where !ids.insert(diagram.nodes[position].id).inserted {
      diagram.nodes[position].id += "#\(node.rawValue)"
    }
    return diagram
  }

  /// The nodes and relationships in the rows of a result: those of relationships too, and where the rows hold nodes only, the
  /// relationships between these.
  func elements(in rows: [[Value]]) -> (nodes: Set<NodeID>, edges: Set<EdgeID>) {
    var found = FoundElements()
    for row in rows { for value in row { found.add(value) } }
    for edge in found.edges {
      found.nodes.insert(ends(of: edge).source)
      found.nodes.insert(ends(of: edge).target)
    }
    if found.edges.isEmpty {
      for node in found.nodes {
        for hop in hops(from: node) where found.nodes.contains(hop.neighbor) { found.edges.insert(hop.edge) }
      }
    }
    return (found.nodes, found.edges)
  }

  private func drawn(_ edge: EdgeID, _ positions: [NodeID: Int], _ language: Language) -> Diagram.Edge? {
    let ends = ends(of: edge)
    guard let from = positions[ends.source], let to = positions[ends.target] else { return nil }
    let type = type(of: edge)
    let known = Relationship.all.first { $0.type == type }
    return Diagram.Edge(
      from: from, to: to, kind: type.name, label: known?.phrase[language] ?? type.name,
      isExample: value(.example, of: edge)?.boolean == true)
  }
}

/// The nodes and relationships that occur in values.
private struct FoundElements {
  var nodes: Set<NodeID> = []
  var edges: Set<EdgeID> = []

  mutating func add(_ value: Value) {
    switch value {
    case .node(let node): nodes.insert(node)
    case .edge(let edge): edges.insert(edge)
    case .path(let path):
      nodes.formUnion(path.nodes)
      edges.formUnion(path.edges)
    case .list(let values): for value in values { add(value) }
    case .map(let map): for entry in map.entries { add(entry.value) }
    case .null, .boolean, .integer, .float, .string, .temporal, .point: break
    }
  }
}
