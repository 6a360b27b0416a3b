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
    without(withheld(from: purpose))
  }

  /// The graph without some nodes and their relationships.
  func without(_ nodes: [NodeID]) -> PropertyGraph {
    if nodes.isEmpty { return self }
    var graph = self
    for node in nodes { graph.removeNode(node) }
    return graph
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

  /// An older network as it may be used for a purpose today, beside the one that is in force.
  ///
  /// Who had agreed then and does not agree now stays out; so does a person who is gone, since nobody can tell any more
  /// whether it wants to be seen, and it may have asked to be forgotten.
  ///
  /// - Complexity: O(actors), and O(names) where somebody stays out.
  public func permitting(_ purpose: Purpose, besides newer: Workspace) -> Workspace {
    let older = permitting(purpose)
    let newer = newer.permitting(purpose)
    let present = Set(newer.graph.nodes(with: .person).compactMap { newer.graph.value(.id, of: $0)?.text })
    let withheld = older.graph.nodes(with: RecordKind.actor.label).filter { actor in
      let id = older.graph.value(.id, of: actor)?.text ?? ""
      return newer.withheldIDs.contains(id) || older.graph.has(.person, actor) && !present.contains(id)
    }
    return withheld.isEmpty ? older : Workspace(older, permitting: purpose, without: withheld)
  }
}
