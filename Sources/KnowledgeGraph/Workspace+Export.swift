public import GraphModel
import GraphStore
public import Interchange
import NetworkVocabulary

/// What is taken out of the network to be written for other programs.
public enum ExportSubject: Sendable {
  /// Everything.
  case whole
  /// A node and what lies within so many steps of it, walking as pictures do.
  case around(NodeID, depth: Int)
  /// A topic, the topics below it and who and what works on them.
  case topic(NodeID)
  /// The nodes and relationships in the rows of a result; relationships bring their ends, nodes alone the relationships
  /// between them.
  case rows([[Value]])
}

extension Workspace {
  /// A part of the network, ready to be written for other programs.
  ///
  /// Whoever has not agreed to being exported is left out together with its relationships, and nothing is reached over it: a
  /// file that has left the house cannot be called back.
  ///
  /// - Returns: The graph, and how many of the actors asked for have not agreed and are not in it.
  /// - Complexity: O(nodes + edges).
  public func exported(_ subject: ExportSubject) -> (graph: any GraphSource, leftOut: Int) {
    let permitted = permitting(.export)
    let asked: Set<NodeID>?
    var nodes: Set<NodeID>?
    var edges: Set<EdgeID>?
    switch subject {
    case .whole: asked = nil
    case .around(let node, let depth):
      asked = Set(self.nodes(of: .around(node, depth: depth)))
      nodes = permitted.graph.contains(node) ? Set(permitted.nodes(of: .around(node, depth: depth))) : []
    case .topic(let node):
      asked = Set(self.nodes(of: .topic(node)))
      nodes = Set(permitted.nodes(of: .topic(node)))
    case .rows(let rows):
      let found = graph.elements(in: rows)
      (asked, nodes, edges) = (found.nodes, found.nodes, found.edges)
    }
    let selection = GraphSelection(
      permitted.graph, includeNode: { nodes?.contains($0) ?? true },
      includeEdge: { [edges] in edges?.contains($0) ?? true })
    return (selection, permitted.withheld.count { asked?.contains($0) ?? true })
  }
}
