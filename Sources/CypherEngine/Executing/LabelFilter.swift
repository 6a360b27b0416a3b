import CypherSyntax
import GraphModel
import GraphStore

/// Which nodes a label expression admits, decided once for each set of labels that the graph has.
final class LabelFilter {
  private let labels: LabelExpression
  @exclusivity(unchecked) private var admitted: [Bool] = []

  init(_ labels: LabelExpression) { self.labels = labels }

  /// Whether a node is admitted.
  @inline(__always)
  func admits(_ node: NodeID, _ graph: GraphReader) -> Bool {
    if admitted.count != graph.labelSetCount { refresh(graph) }
    return admitted[graph.labelSet(of: node)]
  }

  /// For each set of labels of the graph whether its nodes are admitted.
  func admitted(in graph: GraphReader) -> [Bool] {
    if admitted.count != graph.labelSetCount { refresh(graph) }
    return admitted
  }

  private func refresh(_ graph: GraphReader) {
    admitted = (0..<graph.labelSetCount).map { number in
      let own = graph.labels(ofSet: number)
      if case .any = labels { return !own.isEmpty }
      return labels.admits { name in own.contains { $0.name == name } }
    }
  }
}
