import Foundation
import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct MaximumWeightMatchingTests {
  @Test(arguments: 0..<300) func `nothing weighs more than the result`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 0...10, using: &generator)
    let pairs = randomPairs(count, Int.random(in: 0...30, using: &generator), -3...12, using: &generator)
    let matching = try maximumWeightMatching(of: pairs, vertexCount: count)
    #expect(matching.certificate.proves(matching, of: pairs))
    #expect(matching.weight == heaviest(pairs, count).weight)
    var options = MatchingOptions()
    options.isMaximumCardinality = true
    let largest = try maximumWeightMatching(of: pairs, vertexCount: count, options: options)
    #expect(largest.certificate.proves(largest, of: pairs))
    let expected = largestHeaviest(pairs, count)
    #expect(largest.pairs.count == expected.count)
    #expect(largest.weight == expected.weight)
  }

  @Test(arguments: 0..<60, [false, true]) func `prices prove larger results`(seed: Int, isLargest: Bool) throws {
    var generator = SeededGenerator(seed: UInt64(1000 + seed))
    let count = Int.random(in: 20...70, using: &generator)
    let density = Int.random(in: 1...12, using: &generator)
    let weights = -2...Int.random(in: 1...60, using: &generator)
    let pairs = randomPairs(count, count * density / 2, weights, using: &generator)
    var options = MatchingOptions()
    options.isMaximumCardinality = isLargest
    let exact = try maximumWeightMatching(of: pairs, vertexCount: count, options: options)
    #expect(exact.certificate.proves(exact, of: pairs))
    let thirds = pairs.map { WeightedPair($0.first, $0.second, Double($0.weight) / 3) }
    let rounded = try maximumWeightMatching(of: thirds, vertexCount: count, options: options)
    #expect(rounded.certificate.proves(rounded, of: thirds, tolerance: 1e-9))
    #expect(abs(rounded.weight * 3 - Double(exact.weight)) < 1e-9)
    #expect(rounded.pairs.count == exact.pairs.count || !isLargest)
  }

  @Test func `blossoms of blossoms are needed`() throws {
    // Examples of van Rantwijk: nested blossoms, expanded again, some with relabelled children.
    let cases: [(edges: [[Int]], partners: [Int?])] = [
      ([[1, 2, 9], [1, 3, 8], [2, 3, 10], [1, 4, 5], [4, 5, 4], [1, 6, 3]], [nil, 6, 3, 2, 5, 4, 1]),
      (
        [[1, 2, 9], [1, 3, 9], [2, 3, 10], [2, 4, 8], [3, 5, 8], [4, 5, 10], [5, 6, 6]], [nil, 3, 4, 1, 2, 6, 5]
      ),
      (
        [
          [1, 2, 8], [1, 3, 8], [2, 3, 10], [2, 4, 12], [3, 5, 12], [4, 5, 14], [4, 6, 12], [5, 7, 12], [6, 7, 14],
          [7, 8, 12],
        ], [nil, 2, 1, 5, 6, 3, 4, 8, 7]
      ),
      (
        [
          [1, 2, 40], [1, 3, 40], [2, 3, 60], [2, 4, 55], [3, 5, 55], [4, 5, 50], [1, 8, 15], [5, 7, 30], [7, 6, 10],
          [8, 10, 10], [4, 9, 30],
        ], [nil, 2, 1, 5, 9, 3, 7, 6, 10, 4, 8]
      ),
      (
        [
          [1, 2, 45], [1, 7, 45], [2, 3, 50], [3, 4, 45], [4, 5, 95], [4, 6, 94], [5, 6, 94], [6, 7, 50], [1, 8, 30],
          [3, 11, 35], [5, 9, 36], [7, 10, 26], [11, 12, 5],
        ], [nil, 8, 3, 2, 6, 9, 4, 10, 1, 5, 7, 12, 11]
      ),
    ]
    for (edges, partners) in cases {
      let pairs = edges.map { WeightedPair($0[0], $0[1], $0[2]) }
      let matching = try maximumWeightMatching(of: pairs, vertexCount: partners.count)
      #expect(matching.partners == partners)
      #expect(matching.certificate.proves(matching, of: pairs))
    }
  }

  @Test func `a wrong proof is found out`() throws {
    let pairs = [WeightedPair(0, 1, 2), WeightedPair(1, 2, 3), WeightedPair(2, 3, 2)]
    let best = try maximumWeightMatching(of: pairs, vertexCount: 4)
    #expect(best.weight == 4)
    let other = [WeightedPair(0, 1, 2), WeightedPair(1, 2, 5), WeightedPair(2, 3, 2)]
    #expect(!best.certificate.proves(best, of: other))
    let lighter = try maximumWeightMatching(of: [pairs[1]], vertexCount: 4)
    #expect(!lighter.certificate.proves(lighter, of: pairs))
  }

  @Test func `graphs give the numbers of their edges`() throws {
    for isDirected in [false, true] {
      let graph = randomCompressedGraph(40, 200, seed: 5, isDirected: isDirected, isWeighted: true)
      let matching = try maximumWeightMatching(in: graph)
      let pairs = weightedPairs(of: graph)
      #expect(matching.certificate.proves(matching, of: pairs))
      var eight = Execution(threads: 8)
      eight.progress = { _ in }
      #expect(try maximumWeightMatching(in: graph, execution: eight) == matching)
    }
    var stopped = Execution()
    stopped.isCancelled = { true }
    let graph = randomCompressedGraph(40, 200, seed: 5, isDirected: false)
    #expect(throws: Cancelled.self) { try maximumWeightMatching(in: graph, execution: stopped) }
  }

  @Test(.enabled(if: NetworkX.exists, "skipped: no networkx")) func `networkx finds the same weight`() throws {
    var generator = SeededGenerator(seed: 77)
    var cases = (0..<40).map { _ in
      let count = Int.random(in: 2...60, using: &generator)
      return (count: count, pairs: randomPairs(count, count * 3, 1...100, using: &generator))
    }
    // Larger ones are sparse: networkx needs seconds for them.
    cases += [300, 1000, 2000].map { ($0, randomPairs($0, $0 * 2, 1...1000, using: &generator)) }
    let script = """
      import json, sys, networkx as nx
      for case in json.load(open(sys.argv[1])):
          graph = nx.Graph()
          for u, v, w in case:
              if u != v: graph.add_edge(u, v, weight=max(w, graph.get_edge_data(u, v, {'weight': 0})['weight']))
          for largest in (False, True):
              pairs = nx.max_weight_matching(graph, maxcardinality=largest)
              print(len(pairs), sum(graph[u][v]['weight'] for u, v in pairs))
      """
    let lists = cases.map { $0.pairs.map { [$0.first, $0.second, $0.weight] } }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("cdograph-\(UUID().uuidString).json")
    try JSONEncoder().encode(lists).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let lines = try NetworkX.run(script, file.path).split(separator: "\n").map {
      $0.split(separator: " ").map { Int($0) }
    }
    try #require(lines.count == 2 * cases.count)
    for (number, one) in cases.enumerated() {
      for isLargest in [false, true] {
        var options = MatchingOptions()
        options.isMaximumCardinality = isLargest
        let matching = try maximumWeightMatching(of: one.pairs, vertexCount: one.count, options: options)
        #expect(lines[2 * number + (isLargest ? 1 : 0)].last == matching.weight)
        #expect(!isLargest || lines[2 * number + 1].first == matching.pairs.count)
      }
    }
  }

  @Test(.enabled(if: Suites.exist, Suites.skipped)) func `the pairing instances are solved`() throws {
    let folder = Suites.folder.appendingPathComponent("quality/pairing")
    let instances = try jsonArray(folder.appendingPathComponent("valid.json"))
    let truth = try jsonArray(folder.appendingPathComponent("truth/valid.json"))
    #expect(instances.count == truth.count)
    for (instance, expected) in zip(instances, truth) {
      let nodes = try #require(instance["nodes"] as? [String])
      let numbers = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
      let pairs = try #require(instance["edges"] as? [[Any]]).map { edge in
        WeightedPair(
          try #require(numbers[edge[0] as? String ?? ""]), try #require(numbers[edge[1] as? String ?? ""]),
          try #require(edge[2] as? Int))
      }
      let matching = try maximumWeightMatching(of: pairs, vertexCount: nodes.count)
      #expect(matching.weight == expected["optimum"] as? Int)
      #expect(matching.certificate.proves(matching, of: pairs))
    }
  }

  private func jsonArray(_ file: URL) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [[String: Any]])
  }
}

/// Python's networkx, where the machine has it.
private enum NetworkX {
  static let exists = (try? run("print(1)", "")) == "1\n"

  static func run(_ script: String, _ argument: String) throws -> String {
    let run = try RunningProgram.run("/usr/bin/env", ["python3", "-c", "import networkx\n" + script, argument])
    return run.status == 0 ? run.output : run.errors
  }
}

/// Random pairs, loops and parallel ones among them.
func randomPairs(
  _ vertices: Int, _ count: Int, _ weights: ClosedRange<Int>, using generator: inout SeededGenerator
) -> [WeightedPair<Int>] {
  (0..<(vertices > 0 ? count : 0)).map { _ in
    WeightedPair(
      Int.random(in: 0..<vertices, using: &generator), Int.random(in: 0..<vertices, using: &generator),
      Int.random(in: weights, using: &generator))
  }
}

/// The largest weight, by trying every matching.
private func heaviest(_ pairs: [WeightedPair<Int>], _ count: Int) -> (count: Int, weight: Int) {
  best(pairs, count) { ($0.weight, 0) > ($1.weight, 0) }
}

/// The largest weight among the matchings with the most pairs, by trying every matching.
private func largestHeaviest(_ pairs: [WeightedPair<Int>], _ count: Int) -> (count: Int, weight: Int) {
  best(pairs, count) { ($0.count, $0.weight) > ($1.count, $1.weight) }
}

/// The best of all matchings of each set of vertices, smallest sets first.
private func best(
  _ pairs: [WeightedPair<Int>], _ count: Int,
  _ isBetter: ((count: Int, weight: Int), (count: Int, weight: Int)) -> Bool
) -> (count: Int, weight: Int) {
  var weights = [[Int?]](repeating: [Int?](repeating: nil, count: count), count: count)
  for pair in pairs where pair.first != pair.second {
    let ends = (min(pair.first, pair.second), max(pair.first, pair.second))
    weights[ends.0][ends.1] = max(weights[ends.0][ends.1] ?? .min, pair.weight)
  }
  var results = [(count: Int, weight: Int)](repeating: (0, 0), count: 1 << count)
  for set in 1..<max(1, 1 << count) {
    let high = Int.bitWidth - 1 - set.leadingZeroBitCount
    let rest = set & ~(1 << high)
    results[set] = results[rest]
    for low in 0..<high where rest & (1 << low) != 0 {
      guard let weight = weights[low][high] else { continue }
      let smaller = results[rest & ~(1 << low)]
      let candidate = (count: smaller.count + 1, weight: smaller.weight + weight)
      if isBetter(candidate, results[set]) { results[set] = candidate }
    }
  }
  return results[(1 << count) - 1]
}
