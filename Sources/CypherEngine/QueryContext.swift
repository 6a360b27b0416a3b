package import CypherSyntax
package import GraphModel
package import GraphStore

/// What the evaluation of one statement sees and changes: the graph, the parameters, the moment, chance.
///
/// A statement works on its own copy of the graph; whoever runs it publishes the copy when it succeeds.
package final class QueryContext {
  /// The graph as the statement has changed it so far.
  package var graph: PropertyGraph
  /// The values of `$name`.
  package let parameters: [String: Value]
  /// The moment at which the statement began; all of its clocks show it. UTC.
  package let now: Temporal
  /// The state of the statement's random numbers (SplitMix64).
  package var randomState: UInt64

  /// Makes a context.
  package init(graph: PropertyGraph, parameters: [String: Value], now: Temporal, seed: UInt64) {
    self.graph = graph
    self.parameters = parameters
    self.now = now
    randomState = seed
  }
}
