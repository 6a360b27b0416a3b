public import GraphModel
import GraphStore
public import Interchange

extension Workspace {
  /// The network, or what lies around a node, ready to be written for other programs.
  ///
  /// A person is left out together with its relationships unless `includesPersons` says that consent was given: the
  /// network records roles and organisations, and a file that has left the house cannot be called back.
  ///
  /// - Parameters:
  ///   - center: The node to stay near; the whole network when `nil`.
  ///   - depth: How many steps around it, walking as pictures do.
  ///   - includesPersons: Whether persons are written too.
  /// - Returns: The graph, and how many persons were left out.
  /// - Complexity: O(nodes + edges + properties).
  public func interchangeGraph(
    around center: NodeID? = nil, depth: Int = 1, includesPersons: Bool = false
  ) -> (graph: InterchangeGraph, personsLeftOut: Int) {
    let near = center.map { Set(nodes(of: .around($0, depth: depth))) }
    var leftOut = 0
    let graph = InterchangeGraph(graph) { node in
      guard near?.contains(node) ?? true else { return false }
      guard !includesPersons, self.graph.value("kind", of: node)?.text == "person" else { return true }
      leftOut += 1
      return false
    }
    return (graph, leftOut)
  }
}
