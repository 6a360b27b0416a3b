import CypherSyntax
import GraphModel
package import GraphStore

/// What the planner knows of a graph: how many there are of what, and which indexes exist.
package struct Statistics: Sendable {
  private let graph: PropertyGraph
  private let labelCounts: [String: Int]
  private let typeCounts: [String: Int]

  /// Takes the counts that the store keeps.
  ///
  /// - Complexity: O(labels + types).
  package init(of graph: PropertyGraph) {
    self.graph = graph
    labelCounts = Dictionary(graph.labelCounts.map { ($0.label.name, $0.count) }, uniquingKeysWith: +)
    typeCounts = Dictionary(graph.typeCounts.map { ($0.type.name, $0.count) }, uniquingKeysWith: +)
  }

  var nodeCount: Double { Double(graph.nodeCount) }
  var edgeCount: Double { Double(graph.edgeCount) }

  func count(ofLabel label: String) -> Double { Double(labelCounts[label] ?? 0) }
  func count(ofType type: String) -> Double { Double(typeCounts[type] ?? 0) }

  /// Whether an index finds the nodes of a label by a property: by equality, by range and by the beginnings of texts.
  func hasIndex(_ label: String, _ key: String) -> Bool { graph.hasIndex(on: Label(label), PropertyKey(key)) }

  /// The number of different values in an index.
  func distinctValues(_ label: String, _ key: String) -> Double {
    Double(graph.distinctValues(of: Label(label), PropertyKey(key)))
  }

  /// The expected number of nodes that a label expression admits.
  func count(of labels: LabelExpression) -> Double {
    switch labels {
    case .name(let name): count(ofLabel: name.text)
    case .any: nodeCount
    case .not(let inner): max(0, nodeCount - count(of: inner))
    case .and(let left, let right): min(count(of: left), count(of: right))
    case .or(let left, let right): min(nodeCount, count(of: left) + count(of: right))
    }
  }

  /// The expected number of relationships that a type expression admits.
  func count(ofTypes types: LabelExpression?) -> Double {
    switch types {
    case nil, .any: edgeCount
    case .name(let name): count(ofType: name.text)
    case .not(let inner): max(0, edgeCount - count(ofTypes: inner))
    case .and(let left, let right): min(count(ofTypes: left), count(ofTypes: right))
    case .or(let left, let right): min(edgeCount, count(ofTypes: left) + count(ofTypes: right))
    }
  }
}
