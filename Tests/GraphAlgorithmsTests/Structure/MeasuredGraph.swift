import Foundation
import GraphModel
import TestSupport
import Testing

/// A graph with values that another program computed.
struct MeasuredGraph: CustomStringConvertible, Sendable {
  let description: String
  let isDirected: Bool
  let plain: CompressedGraph
  let weighted: CompressedGraph
  private let text: Data

  /// The reference graphs; none where the suites are not there.
  static let all: [MeasuredGraph] = read("graph-oracle/cases.json") { fields in
    let edges = (fields["edges"] as? [[Double]]) ?? []
    return MeasuredGraph(
      fields, vertexCount: fields["n"] as? Int ?? 0, edges.map { (Int($0[0]), Int($0[1])) },
      edges.compactMap { $0.count > 2 ? $0[2] : nil })
  }

  /// The cases of LDBC Graphalytics for one algorithm; vertices are numbered in the order of the file.
  static func graphalytics(_ algorithm: String) -> [MeasuredGraph] {
    read("graphalytics/cases.json") { fields in
      guard fields["algorithm"] as? String == algorithm else { return nil }
      let vertices = fields["vertices"] as? [Int] ?? []
      let numbers = Dictionary(uniqueKeysWithValues: vertices.enumerated().map { ($1, $0) })
      let edges = (fields["edges"] as? [[Int]]) ?? []
      return MeasuredGraph(
        fields, vertexCount: vertices.count, edges.map { (numbers[$0[0], default: 0], numbers[$0[1], default: 0]) }, [])
    }
  }

  /// A value by its name; nil where the case has none.
  subscript<Expected>(_ key: String, _ type: Expected.Type = Expected.self) -> Expected? {
    guard let value = (object["expected"] as? [String: Any])?[key] else { return nil }
    let expected = value as? Expected
    if expected == nil { Issue.record("\(self): \(key) is not \(Expected.self)") }
    return expected
  }

  /// Whether a value is the expected one; true where the case has none.
  func expects<Expected: Equatable>(_ key: String, _ actual: Expected) -> Bool {
    let expected = self[key, Expected.self]
    return expected == nil || expected == actual
  }

  /// The number in each row of a Graphalytics case, in the order of the vertices.
  var rows: [Double] {
    let vertices = object["vertices"] as? [Int] ?? []
    let values = (object["expected"] as? [[Double]] ?? []).map { (Int($0[0]), $0[1]) }
    let byVertex = Dictionary(uniqueKeysWithValues: values)
    return vertices.map { byVertex[$0] ?? .nan }
  }

  /// A parameter of a Graphalytics case.
  func parameter(_ name: String) -> Double? { (object["parameters"] as? [String: Any])?[name] as? Double }

  private var object: [String: Any] { (try? JSONSerialization.jsonObject(with: text)) as? [String: Any] ?? [:] }

  private init(_ fields: [String: Any], vertexCount: Int, _ edges: [(Int, Int)], _ weights: [Double]) {
    description = fields["id"] as? String ?? ""
    isDirected = fields["directed"] as? Bool ?? false
    plain = CompressedGraph(vertexCount: vertexCount, edges: edges, isDirected: isDirected)
    weighted = CompressedGraph(vertexCount: vertexCount, edges: edges, weights: weights, isDirected: isDirected)
    text = (try? JSONSerialization.data(withJSONObject: fields)) ?? Data()
  }

  private static func read(_ path: String, _ make: ([String: Any]) -> MeasuredGraph?) -> [MeasuredGraph] {
    guard let data = try? Data(contentsOf: Suites.folder.appendingPathComponent(path)),
      let file = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return [] }
    return (file["cases"] as? [[String: Any]] ?? []).compactMap(make)
  }
}

/// Whether numbers agree up to a share of the expected ones.
func agree(_ actual: [Double], _ expected: [Double]?, within share: Double = 1e-6) -> Bool {
  guard let expected else { return true }
  return actual.count == expected.count
    && zip(actual, expected).allSatisfy { abs($0 - $1) <= share * abs($1) + 1e-12 }
}

/// A random graph with loops and parallel edges, with weights of a few different sizes.
func randomCompressedGraph(
  _ vertices: Int, _ edges: Int, seed: UInt64, isDirected: Bool, isWeighted: Bool = false
) -> CompressedGraph {
  var generator = SeededGenerator(seed: seed)
  let ends = (0..<(vertices > 0 ? edges : 0)).map { _ in
    (Int.random(in: 0..<vertices, using: &generator), Int.random(in: 0..<vertices, using: &generator))
  }
  let weights = isWeighted ? ends.map { _ in Double(Int.random(in: 1...4, using: &generator)) / 2 } : []
  return CompressedGraph(vertexCount: vertices, edges: ends, weights: weights, isDirected: isDirected)
}
