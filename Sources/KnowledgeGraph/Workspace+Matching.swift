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
  /// - Parameter year: The year of the question, from which recency is reckoned; the newest in which something in the data
  ///   began or took place when `nil`.
  /// - Complexity: O(nodes + edges).
  public func matchmaker(year: Int? = nil) -> Matchmaker<PropertyGraph> {
    Matchmaker(graph, matching, year: year)
  }

  /// The sources of the actor or project, of the records that its reason names and of the offers and needs that it speaks of,
  /// each once.
  public func sources(of suggestion: Suggestion) -> [String] {
    let evidence = suggestion.evidence
    let madeUp = [evidence.newest?.node, suggestion.seeker].compactMap(\.self).filter(isExample)
    let records = [suggestion.actor] + evidence.projects.prefix(3) + evidence.shared.prefix(3) + madeUp
    return sources(ofRecords: records, suggestion.exchangeEdges(in: graph))
  }

  /// The sources of records and of relationships that are records of their own, with their addresses, each once, in their
  /// order.
  public func sources(ofRecords records: [NodeID], _ edges: [EdgeID] = []) -> [String] {
    func source(_ value: (PropertyKey) -> Value?) -> String? {
      value(.source)?.text.map { $0 + (value(.sourceURL)?.text.map { " <\($0)>" } ?? "") }
    }
    let found =
      records.compactMap { node in source { graph.value($0, of: node) } }
      + edges.compactMap { edge in source { graph.value($0, of: edge) } }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// The sources of the nodes of a walk, and of those of its relationships that are records of their own.
  public func sources(of path: EvidencePath) -> [String] { sources(ofRecords: path.nodes, path.edges) }
}
