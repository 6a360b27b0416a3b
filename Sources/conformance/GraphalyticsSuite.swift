import ArgumentParser
import Foundation
import GraphAlgorithms
import GraphModel

/// The validation cases of LDBC Graphalytics.
struct GraphalyticsSuite: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "graphalytics", abstract: "LDBC Graphalytics.")

  @OptionGroup var options: SuiteOptions

  func run() throws {
    var tally = Tally()
    let file = try options.cases() as? [String: Any]
    for case let fields as [String: Any] in file?["cases"] as? [Any] ?? [] {
      let name = fields["id"] as? String ?? "?"
      if let filter = options.filter, !name.contains(filter) { continue }
      if options.list {
        print(name)
        continue
      }
      do {
        if let sample = GraphalyticsCase(fields) {
          tally.note(name, try sample.difference())
        } else {
          tally.note(name, "the case cannot be read")
        }
      } catch {
        tally.note(name, "failed: \(error)")
      }
    }
    if !options.list { try tally.finish() }
  }
}

/// One algorithm on one graph.
private struct GraphalyticsCase {
  private let algorithm: String
  private let graph: CompressedGraph
  private let vertices: [Int]
  private let parameters: [String: Any]
  private let comparison: String
  private let expected: [Double?]

  init?(_ fields: [String: Any]) {
    guard let algorithm = fields["algorithm"] as? String, let listed = fields["vertices"] as? [Int],
      let rows = fields["edges"] as? [[Double]], let results = fields["expected"] as? [[Any]],
      let comparison = fields["comparison"] as? String
    else { return nil }
    self.algorithm = algorithm
    self.comparison = comparison
    // Numbered in ascending order of ids, so that the smallest label is that of the smallest id.
    vertices = listed.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: vertices.enumerated().map { ($1, $0) })
    parameters = fields["parameters"] as? [String: Any] ?? [:]
    graph = CompressedGraph(
      vertexCount: vertices.count,
      edges: rows.map { (numbers[Int($0[0]), default: 0], numbers[Int($0[1]), default: 0]) },
      weights: rows.compactMap { $0.count == 3 ? $0[2] : nil }, isDirected: fields["directed"] as? Bool ?? false)
    var expected = [Double?](repeating: nil, count: vertices.count)
    for row in results {
      guard row.count == 2, let id = row[0] as? Int, let vertex = numbers[id] else { return nil }
      expected[vertex] = row[1] as? Double
    }
    guard results.count == vertices.count else { return nil }
    self.expected = expected
  }

  /// How the result differs; `nil` when it is as expected.
  func difference() throws -> String? {
    let actual = try values()
    guard comparison == "equivalence" else {
      return disagreement(actual, expected, within: comparison == "epsilon" ? 1e-4 : 0)
    }
    let pairs = Set(zip(actual, expected).map { [$0, $1] })
    let isSame = pairs.count == Set(actual).count && pairs.count == Set(expected).count
    return isSame ? nil : "the groups are not the same"
  }

  private func values() throws -> [Double?] {
    switch algorithm {
    case "bfs":
      let hops = CompressedGraph(
        vertexCount: graph.vertexCount, edges: pairs, weights: pairs.map { _ in 1 }, isDirected: graph.isDirected)
      return cheapestDistances(from: try source(), in: hops).map { $0.isFinite ? $0 : nil }
    case "sssp": return cheapestDistances(from: try source(), in: graph).map { $0.isFinite ? $0 : nil }
    case "pr":
      var options = PageRankOptions()
      options.damping = parameters["dampingFactor"] as? Double ?? options.damping
      options.stop = .afterRounds(try rounds())
      return try pageRank(in: graph, options: options).scores
    case "cdlp": return try labelPropagation(in: graph, rounds: try rounds()).map { Double(vertices[$0]) }
    case "lcc": return try clustering(in: graph).neighborhoodDensities
    case "wcc": return connectedComponents(in: graph).numbers.map { Double($0) }
    default: throw ValidationError("unknown algorithm \(algorithm)")
    }
  }

  /// The edges, each once.
  private var pairs: [(Int, Int)] {
    var pairs = [(Int, Int)](repeating: (0, 0), count: graph.edgeCount)
    for vertex in 0..<graph.vertexCount {
      for arc in graph.out.range(of: vertex) {
        pairs[Int(graph.out.edges[arc])] = (vertex, Int(graph.out.targets[arc]))
      }
    }
    return pairs
  }

  private func source() throws -> Int {
    guard let id = parameters["source"] as? Int, let vertex = vertices.firstIndex(of: id) else {
      throw ValidationError("the case has no source")
    }
    return vertex
  }

  private func rounds() throws -> Int {
    guard let rounds = parameters["iterations"] as? Int else { throw ValidationError("the case has no iterations") }
    return rounds
  }
}
