import CypherEngine
import GraphModel
public import GraphStore

/// The words that a statement can be made of: what completion offers and help lists.
public struct QueryVocabulary: Sendable {
  /// The labels in use, sorted.
  public let labels: [String]
  /// The types of relationships in use, sorted.
  public let relationshipTypes: [String]
  /// The keys of properties that were ever used, sorted.
  public let propertyKeys: [String]
  /// The names of functions and aggregations, sorted.
  public let functions: [String]
  /// The names of procedures, sorted.
  public let procedures: [String]

  /// Collects the words of a graph.
  ///
  /// - Complexity: O(labels + types + keys).
  public init(of graph: PropertyGraph) {
    labels = graph.labelCounts.map(\.label.name)
    relationshipTypes = graph.typeCounts.map(\.type.name)
    propertyKeys = graph.keyNamesInUse.sorted()
    functions = (FunctionCatalog.all.map(\.name) + AggregationCatalog.all.map(\.name)).sorted()
    procedures = QueryProcedures.all.map(\.name)
  }
}
