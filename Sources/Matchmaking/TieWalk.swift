import Foundation
public import GraphAlgorithms
public import GraphModel
import NetworkVocabulary

/// How walks between people go through the network.
public enum TieWalk {
  /// The rules for a walk along relationships that tie people together.
  ///
  /// - Parameters:
  ///   - isWeighted: Whether a step costs what ``cost(of:at:in:)`` says instead of 1.
  ///   - throughTopics: Whether a walk may pass through topics, which tie everybody who works on them.
  public static func options(
    in graph: some PropertyView, isWeighted: Bool = false, throughTopics: Bool = false
  ) -> PathOptions {
    var options = PathOptions()
    options.cost = { from, hop in
      guard let cost = cost(of: hop.edge, at: hop.neighbor, in: graph) else { return nil }
      return isWeighted ? cost : 1
    }
    if !throughTopics { options.allows = { !graph.has(.topic, $0) } }
    return options
  }

  /// The cost of a step: 1 / strength of the relationship, and a half for each doubling of the number of edges at the
  /// node that it leads to, since whoever knows everybody is a poor introduction.
  ///
  /// - Returns: `nil` for a classification, along which nobody is tied to anybody.
  public static func cost(of edge: EdgeID, at node: NodeID, in graph: some PropertyView) -> Double? {
    guard let strength = Relationship.of(graph.type(of: edge)).strength else { return nil }
    return 1 / strength + 0.5 * log2(Double(max(1, graph.degree(of: node))))
  }
}
