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
  /// A person is left out together with its relationships unless `includesPersons` says that consent was given: the
  /// network records roles and organisations, and a file that has left the house cannot be called back.
  ///
  /// - Returns: The graph, and how many persons were left out.
  /// - Complexity: O(nodes + edges).
  public func exported(
    _ subject: ExportSubject, includesPersons: Bool = false
  ) -> (graph: any GraphSource, personsLeftOut: Int) {
    var nodes: Set<NodeID>?
    var edges: Set<EdgeID>?
    switch subject {
    case .whole: break
    case .around(let node, let depth): nodes = Set(self.nodes(of: .around(node, depth: depth)))
    case .topic(let node): nodes = Set(self.nodes(of: .topic(node)))
    case .rows(let rows):
      let found = graph.elements(in: rows)
      (nodes, edges) = (found.nodes, found.edges)
    }
    var leftOut = 0
    let selection = GraphSelection(
      graph,
      includeNode: { node in
        guard nodes?.contains(node) ?? true else { return false }
        // Who has said what may be done is asked nothing more.
        let isSilent = graph.value(.consent, of: node) == nil
        if Purpose.export.isAgreed(by: node, in: graph) || includesPersons && isSilent { return true }
        leftOut += 1
        return false
      }, includeEdge: { edges?.contains($0) ?? true })
    return (selection, leftOut)
  }
}
