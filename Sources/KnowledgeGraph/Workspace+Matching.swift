public import GraphModel
public import GraphStore
public import Matchmaking
import NetworkFiles
public import NetworkVocabulary

extension Workspace {
  /// How scores are weighed: `matching.json` of the folders, or what holds without one.
  public var matching: MatchSettings { network.matching }

  /// The scoring model over the network.
  ///
  /// - Parameter year: The year of the question, against which recency is measured; the newest in the data when `nil`.
  /// - Complexity: O(nodes + edges).
  public func matchmaker(year: Int? = nil) -> Matchmaker<PropertyGraph> {
    Matchmaker(graph, matching, year: year)
  }

  /// The sources of the actor or project and of the records that its reason names, each once.
  public func sources(of suggestion: Suggestion) -> [String] {
    let evidence = suggestion.evidence
    return sources(ofRecords: [suggestion.actor] + evidence.projects.prefix(3) + evidence.shared.prefix(3))
  }

  /// The sources of records with their addresses, each once, in the order of the records.
  public func sources(ofRecords records: [NodeID]) -> [String] {
    var sources: [String] = []
    for record in records {
      guard let source = graph.value(.source, of: record)?.text else { continue }
      let address = graph.value(.sourceURL, of: record)?.text.map { " <\($0)>" } ?? ""
      if !sources.contains(source + address) { sources.append(source + address) }
    }
    return sources
  }

  /// The nodes and relationships of a walk that stand in the graph.
  public func sources(of path: EvidencePath) -> [String] { sources(ofRecords: path.nodes) }
}
