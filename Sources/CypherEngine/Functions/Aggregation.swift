import CypherSyntax
import GraphModel

/// A function over the values of many rows.
package struct Aggregation: Sendable {
  /// The name in its canonical spelling; calls ignore case.
  package let name: String
  /// What it computes, in one sentence.
  package let summary: String
  /// What it takes, in order; the first is collected over the rows.
  package let parameters: [Function.Parameter]
  /// What it may return, null aside.
  package let result: TypeSet
  /// The state before the first row.
  package let start: Accumulator

  /// Describes an aggregation.
  package init(
    _ name: String, _ summary: String, _ parameters: [Function.Parameter], result: TypeSet, start: Accumulator
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.result = result
    self.start = start
  }
}
