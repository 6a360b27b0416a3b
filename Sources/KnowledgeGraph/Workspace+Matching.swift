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
}
