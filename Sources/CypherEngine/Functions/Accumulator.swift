package import GraphModel

/// What an aggregation has seen so far.
package enum Accumulator: Sendable {
  /// How many values were not null.
  case count(Int64)
}
