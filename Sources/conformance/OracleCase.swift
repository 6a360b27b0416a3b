import Foundation
import GraphAlgorithms
import GraphModel

/// A small graph with values that another program has computed.
struct OracleCase {
  let id: String
  let isDirected: Bool
  let vertexCount: Int
  let edges: [(Int, Int)]
  let plain: CompressedGraph
  /// The same with weights; without where the case has none.
  let weighted: CompressedGraph
  /// The expected values by the names of their measures.
  let expected: [String: Any]

  /// Reads a case; `nil` where a required field is missing.
  init?(_ fields: Any) {
    guard let fields = fields as? [String: Any], let id = fields["id"] as? String, let count = fields["n"] as? Int,
      let rows = fields["edges"] as? [[Double]], let expected = fields["expected"] as? [String: Any],
      rows.allSatisfy({ $0.count == 2 || $0.count == 3 })
    else { return nil }
    self.id = id
    isDirected = fields["directed"] as? Bool ?? false
    vertexCount = count
    edges = rows.map { (Int($0[0]), Int($0[1])) }
    plain = CompressedGraph(vertexCount: count, edges: edges, isDirected: isDirected)
    weighted = CompressedGraph(
      vertexCount: count, edges: edges, weights: rows.compactMap { $0.count == 3 ? $0[2] : nil }, isDirected: isDirected
    )
    self.expected = expected
  }
}

/// A measure of the suite: computes its value and says how it differs from the expected one.
struct Measure: Sendable {
  let name: String
  /// `nil` when the values agree, otherwise both in words.
  let difference: @Sendable (OracleCase, _ expected: Any) throws -> String?

  init(_ name: String, _ difference: @escaping @Sendable (OracleCase, Any) throws -> String?) {
    self.name = name
    self.difference = difference
  }

  /// Real numbers, one a vertex, up to a share of the expected one.
  static func reals(
    _ name: String, within share: Double = 1e-6, _ values: @escaping @Sendable (OracleCase) throws -> [Double]
  )
    -> Measure
  {
    Measure(name) { sample, expected in disagreement(try values(sample), numbers(expected), within: share) }
  }

  /// One real number.
  static func real(_ name: String, _ value: @escaping @Sendable (OracleCase) throws -> Double?) -> Measure {
    Measure(name) { sample, expected in disagreement([try value(sample)], [expected as? Double], within: 1e-6) }
  }

  /// A value that must be exactly the expected one.
  static func exact<Result: Equatable & SendableMetatype>(
    _ name: String, _ value: @escaping @Sendable (OracleCase) throws -> Result
  ) -> Measure {
    Measure(name) { sample, expected in
      let actual = try value(sample)
      guard let wanted = expected as? Result else { return "expected \(expected), which has another form" }
      return actual == wanted ? nil : "expected \(wanted), got \(actual)"
    }
  }

  /// Groups of vertices whose order does not matter.
  static func groups(_ name: String, _ value: @escaping @Sendable (OracleCase) throws -> [[Int]]) -> Measure {
    Measure(name) { sample, expected in
      func sorted(_ groups: [[Int]]) -> [[Int]] {
        groups.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
      }
      guard let wanted = expected as? [[Int]] else { return "expected \(expected), which has another form" }
      let actual = sorted(try value(sample))
      return actual == sorted(wanted) ? nil : "expected \(wanted), got \(actual)"
    }
  }

  /// Values with a start, a target or other settings beside them.
  static func object(_ name: String, _ difference: @escaping @Sendable (OracleCase, [String: Any]) throws -> String?)
    -> Measure
  {
    Measure(name) { sample, expected in
      guard let object = expected as? [String: Any] else { return "expected \(expected), which has another form" }
      return try difference(sample, object)
    }
  }
}

/// The numbers of a JSON array; `nil` for null, which stands for what cannot be reached.
func numbers(_ value: Any?) -> [Double?]? { (value as? [Any])?.map { $0 as? Double } }

/// How numbers differ; the first place says enough.
func disagreement(_ actual: [Double?], _ expected: [Double?]?, within share: Double) -> String? {
  guard let expected else { return "the expected values have another form" }
  guard actual.count == expected.count else { return "expected \(expected.count) values, got \(actual.count)" }
  for (position, (got, wanted)) in zip(actual, expected).enumerated() {
    switch (got, wanted) {
    case (nil, nil): continue
    case (let got?, let wanted?) where abs(got - wanted) <= share * abs(wanted) + 1e-12: continue
    default:
      let texts = [wanted, got].map { $0.map { "\($0)" } ?? "none" }
      return "at \(position) expected \(texts[0]), got \(texts[1])"
    }
  }
  return nil
}
