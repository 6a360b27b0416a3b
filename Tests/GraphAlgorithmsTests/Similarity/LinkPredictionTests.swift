import Foundation
import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct LinkPredictionTests {
  @Test(.enabled(if: Suites.exist, Suites.skipped), arguments: MeasuredGraph.all)
  func `scores as another program computes them`(measured: MeasuredGraph) throws {
    guard let expected = measured["linkPrediction", [String: Any].self] else { return }
    let pairs = try #require(expected["pairs"] as? [[Int]])
    let links = LinkPrediction(in: measured.plain)
    for measure in LinkScore.allCases {
      let scores = pairs.map { links.score(measure, from: $0[0], to: $0[1]) }
      #expect(agree(scores, try #require(expected[measure.rawValue] as? [Double])), "\(measure)")
    }
    let sets = Memberships(neighborsIn: measured.plain)
    let jaccard = pairs.map { similarity(of: $0[0], and: $0[1], in: sets) }
    #expect(agree(jaccard, try #require(expected["jaccard"] as? [Double])))
  }

  @Test(arguments: 0..<8) func `scores from their definitions`(seed: Int) {
    let graph = randomCompressedGraph(25, 60, seed: UInt64(seed), isDirected: seed % 2 == 0, isWeighted: seed % 4 < 2)
    let links = LinkPrediction(in: graph)
    var matrix = weightMatrix(graph)
    for vertex in 0..<25 { matrix[vertex][vertex] = 0 }
    if !graph.isWeighted { matrix = matrix.map { $0.map { min($0, 1) } } }
    let leaving = matrix.map { $0.reduce(0, +) }
    let arriving = (0..<25).map { column in matrix.reduce(0) { $0 + $1[column] } }
    for source in 0..<25 {
      for target in 0..<25 where target != source {
        let common = (0..<25).filter { matrix[source][$0] > 0 && matrix[$0][target] > 0 }
        let shares = common.map { between in
          let degree = leaving[between] + (graph.isDirected ? arriving[between] : 0)
          return (graph.isWeighted ? matrix[source][between] + matrix[between][target] : 1, degree)
        }
        let adamicAdar = shares.reduce(0) { $0 + $1.0 / log(graph.isWeighted ? 1 + $1.1 : $1.1) }
        let expected = [
          shares.reduce(0) { $0 + $1.0 }, adamicAdar, shares.reduce(0) { $0 + $1.0 / $1.1 },
          leaving[source] * arriving[target],
        ]
        #expect(agree(LinkScore.allCases.map { links.score($0, from: source, to: target) }, expected, within: 1e-12))
      }
    }
  }

  @Test(arguments: LinkScore.allCases) func `the best of all pairs without an edge`(measure: LinkScore) throws {
    for seed in 0..<8 {
      let graph = randomCompressedGraph(
        150, 400, seed: UInt64(seed), isDirected: seed % 2 == 0, isWeighted: seed % 4 < 2)
      let links = LinkPrediction(in: graph)
      let targets = seed % 3 == 0 ? (0..<150).map { $0 % 5 != 0 } : nil
      let found = try links.mostLikely(measure, from: nil, limit: 7, targets: targets, execution: Execution(threads: 1))
      for source in 0..<150 {
        let joined = Set(graph.out.range(of: source).map { Int(graph.out.targets[$0]) })
        let expected = (0..<150).filter { $0 != source && !joined.contains($0) && targets?[$0] ?? true }
          .map { ($0, links.score(measure, from: source, to: $0)) }.filter { $0.1 > 0 }
          .sorted { (($1.1 * 1e9).rounded(), $0.0) < (($0.1 * 1e9).rounded(), $1.0) }.prefix(7)
        #expect(found[source].map(\.vertex) == expected.map(\.0))
        #expect(agree(found[source].map(\.score), expected.map(\.1), within: 1e-12))
      }
      #expect(links.mostLikely(measure, from: 9, limit: 7, targets: targets) == found[9])
      for threads in [2, 8] {
        let execution = Execution(threads: threads)
        #expect(try links.mostLikely(measure, from: nil, limit: 7, targets: targets, execution: execution) == found)
      }
    }
  }
}
