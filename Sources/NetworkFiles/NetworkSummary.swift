public import GraphModel
public import GraphStore
import NetworkVocabulary

/// What a network holds, and what it lacks.
public struct NetworkSummary: Sendable {
  /// Nodes by label, sorted by label.
  public let labels: [(label: Label, count: Int)]
  /// Edges by type, sorted by type.
  public let types: [(type: EdgeType, count: Int)]
  /// Nodes without any edge, by label; places are left out, since most have no project.
  public let isolated: [NodeID]
  /// Topics on which no actor, project, event or challenge works.
  public let idleTopics: [NodeID]
  /// How many places no actor, project, event or challenge is connected to.
  public let quietPlaces: Int
  /// How many nodes say that a source states them, and how many that none does.
  public let verified: (yes: Int, no: Int)

  /// Counts a network.
  ///
  /// - Complexity: O(nodes + edges).
  public init(of graph: PropertyGraph) {
    labels = graph.labelCounts
    types = graph.typeCounts
    isolated = graph.nodes.filter { graph.degree(of: $0) == 0 && !graph.has(.municipality, $0) }
    let structural: Set<EdgeType> = [.broader, .related, .hasProfile, .inDistrict]
    func isIdle(_ node: NodeID) -> Bool {
      graph.hops(from: node).allSatisfy { hop in
        structural.contains(graph.type(of: hop.edge)) || graph.has(.profile, hop.neighbor)
      }
    }
    idleTopics = graph.nodes(with: .topic).filter(isIdle)
    quietPlaces = graph.nodes(with: .municipality).filter(isIdle).count
    let marks = graph.nodes.compactMap { graph.value(.verified, of: $0)?.boolean }
    verified = (marks.filter(\.self).count, marks.count { !$0 })
  }
}
