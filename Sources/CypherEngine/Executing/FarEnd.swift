import CypherSyntax
import GraphModel
import GraphStore

/// Which nodes an expansion may end at.
///
/// Where the store knows that all relationships of a type end at such nodes, nobody looks at the single ones.
final class FarEnd {
  private let filter: LabelFilter?
  /// Whether the graph stays as it is while the statement runs.
  private let isReading: Bool
  @exclusivity(unchecked) private var run: UInt64 = 0
  /// For each type, and for all at the end: whether targets, and whether sources, are all admitted; `nil` until asked.
  @exclusivity(unchecked) private var known: [(targets: Bool?, sources: Bool?)] = []

  init(_ labels: LabelExpression?, isReading: Bool) {
    filter = labels.map { LabelFilter($0) }
    self.isReading = isReading
  }

  /// Whether each node has to be looked at.
  func needsChecks(type: UInt16?, isOutgoing: Bool, _ context: QueryContext, _ graph: GraphReader) -> Bool {
    guard let filter else { return false }
    guard isReading else { return true }
    if run != context.serial {
      run = context.serial
      known = Array(repeating: (nil, nil), count: graph.typeTokenCount + 1)
    }
    let place = type.map { Int($0) } ?? known.count - 1
    if let answer = isOutgoing ? known[place].targets : known[place].sources { return !answer }
    let answer = graph.endsHoldOnly(filter.admitted(in: graph), type: type, isSource: !isOutgoing)
    if isOutgoing { known[place].targets = answer } else { known[place].sources = answer }
    return !answer
  }

  /// Whether a node is admitted.
  @inline(__always)
  func admits(_ node: NodeID, _ graph: GraphReader) -> Bool { filter?.admits(node, graph) ?? true }
}
