public import GraphModel
public import GraphStore
public import NetworkVocabulary

extension PropertyGraph {
  /// The graph without the actors that have not agreed to a purpose, and without their relationships.
  ///
  /// This is the one place where consent is enforced: whoever suggests, draws or exports works on this graph, so that
  /// nothing can lead to or over somebody who is not in it. Ids stay as they are.
  ///
  /// - Complexity: O(actors + relationships taken out); the graph itself where everybody has agreed.
  public func permitting(_ purpose: Purpose) -> PropertyGraph {
    let withheld = withheld(from: purpose)
    if withheld.isEmpty { return self }
    var permitted = self
    for node in withheld { permitted.removeNode(node) }
    return permitted
  }

  /// The actors that have not agreed to a purpose, in ascending order.
  ///
  /// - Complexity: O(actors).
  public func withheld(from purpose: Purpose) -> [NodeID] {
    nodes(with: RecordKind.actor.label).filter { !purpose.isAgreed(by: $0, in: self) }
  }
}

extension Workspace {
  /// The workspace as it may be used for a purpose: those who have not agreed are neither found nor walked over.
  ///
  /// ```swift
  /// let peers = try Workspace(folders: ["Graph"]).permitting(.matching)
  /// ```
  ///
  /// - Complexity: O(actors) where everybody has agreed, else O(names).
  public func permitting(_ purpose: Purpose) -> Workspace {
    let withheld = graph.withheld(from: purpose)
    return withheld.isEmpty ? self : Workspace(self, permitting: purpose, without: withheld)
  }
}
