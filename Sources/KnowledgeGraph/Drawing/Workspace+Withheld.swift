public import GraphModel
import GraphStore
public import NetworkVocabulary

extension Workspace {
  /// How many actors of a part of the network have not agreed to a purpose, and would be left out there.
  ///
  /// - Complexity: O(nodes of the part + actors).
  public func countWithheld(from purpose: Purpose, in subject: DiagramSubject) -> Int {
    let withheld = Set(graph.withheld(from: purpose))
    return withheld.isEmpty ? 0 : nodes(of: subject).count(where: withheld.contains)
  }

  /// How many actors in the rows of a result have not agreed to a purpose.
  ///
  /// - Complexity: O(values + actors).
  public func countWithheld(from purpose: Purpose, in rows: [[Value]]) -> Int {
    let withheld = Set(graph.withheld(from: purpose))
    return withheld.isEmpty ? 0 : graph.elements(in: rows).nodes.count(where: withheld.contains)
  }
}
