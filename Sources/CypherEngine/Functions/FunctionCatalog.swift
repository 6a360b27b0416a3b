import GraphModel

/// The functions of the query language: one list, which calls, checks, help, completion and `SHOW FUNCTIONS` read.
package enum FunctionCatalog {
  /// All functions, sorted by name.
  package static let all: [Function] =
    (ElementFunctions.all + ListFunctions.all + GeneralFunctions.all + ConversionFunctions.all + TextFunctions.all
    + NumberFunctions.all + Trigonometry.all + PointFunctions.all + TemporalFunctions.all)
    .sorted { $0.name.lowercased() < $1.name.lowercased() }
}

/// The functions over the values of many rows.
package enum AggregationCatalog {
  /// All aggregations, sorted by name; `count(*)` counts rows.
  package static let all: [Aggregation] = [
    Aggregation(
      "avg", "The mean of numbers or durations.", [.init("values", [.number, .duration])],
      result: [.float, .duration], start: .mean(Mean())),
    Aggregation(
      "collect", "A list of the values, in the order of the rows.", [.init("values", .any)],
      result: .list, start: .list([])),
    Aggregation(
      "count", "How many values are not null; count(*) counts rows.", [.init("values", .any)],
      result: .integer, start: .count(0)),
    Aggregation(
      "max", "The greatest value in the order of ORDER BY.", [.init("values", .any)],
      result: .any, start: .extreme(nil, sign: 1)),
    Aggregation(
      "min", "The smallest value in the order of ORDER BY.", [.init("values", .any)],
      result: .any, start: .extreme(nil, sign: -1)),
    Aggregation(
      "percentileCont", "The percentile of numbers, interpolated between the two nearest.",
      [.init("values", .number), .init("percentile", .number)], result: .float,
      start: .percentile([], at: nil, isContinuous: true)),
    Aggregation(
      "percentileDisc", "The percentile of numbers: the nearest that is among them.",
      [.init("values", .number), .init("percentile", .number)], result: .number,
      start: .percentile([], at: nil, isContinuous: false)),
    Aggregation(
      "stDev", "The standard deviation of a sample (divided by n - 1).", [.init("values", .number)],
      result: .float, start: .deviation(Deviation(), isSample: true)),
    Aggregation(
      "stDevP", "The standard deviation of a whole population (divided by n).", [.init("values", .number)],
      result: .float, start: .deviation(Deviation(), isSample: false)),
    Aggregation(
      "sum", "The sum of numbers or durations; 0 of none.", [.init("values", [.number, .duration])],
      result: [.number, .duration], start: .sum(.integer(0))),
  ]
}

extension Function {
  /// How it is called, for help: `substring(text, start, [length])`.
  package var signature: String { name + signatureText(of: parameters, isVariadic: isVariadic) }
}

extension Aggregation {
  /// How it is called, for help.
  package var signature: String { name + signatureText(of: parameters, isVariadic: false) }
}

private func signatureText(of parameters: [Function.Parameter], isVariadic: Bool) -> String {
  var parts = parameters.map { $0.isOptional ? "[\($0.name)]" : $0.name }
  if isVariadic { parts.append("…") }
  return "(" + parts.joined(separator: ", ") + ")"
}
