import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct WalkSimilarityTests {
  @Test(arguments: 0..<8) func `walks counted by powers of the matrix`(seed: Int) throws {
    let graph = randomCompressedGraph(15, 30, seed: UInt64(seed), isDirected: seed % 2 == 0, isWeighted: seed % 4 < 2)
    let matrix = steps(graph)
    var walks = (0..<15).map { row in (0..<15).map { $0 == row ? 1.0 : 0 } }
    var (katz, local) = (walks.map { $0.map { _ in 0.0 } }, walks.map { $0.map { _ in 0.0 } })
    for length in 1...60 {
      walks = walks.map { row in
        (0..<15).map { column in (0..<15).reduce(0) { $0 + row[$1] * matrix[$1][column] } }
      }
      let worth = (0..<length).reduce(1.0) { product, _ in product * 0.03 }
      for row in 0..<15 {
        for column in 0..<15 {
          katz[row][column] += worth * walks[row][column]
          if length == 2 || length == 3 { local[row][column] += (length == 2 ? 1 : 0.1) * walks[row][column] }
        }
      }
    }
    for source in 0..<15 {
      let ranking = try katzIndex(from: source, in: graph, attenuation: 0.03)
      #expect(ranking.hasConverged && agree(ranking.scores, katz[source], within: 1e-9))
      #expect(agree(try localPathIndex(from: source, in: graph, attenuation: 0.1), local[source], within: 1e-12))
    }
  }

  @Test func `too large an attenuation is told`() throws {
    let graph = erdosRenyi(vertexCount: 10, probability: 1, seed: 1)
    #expect(try !katzIndex(from: 0, in: graph, attenuation: 0.2).hasConverged)
    #expect(try katzIndex(from: 0, in: graph, attenuation: 0.1).hasConverged)
  }

  @Test func `a walk with restart is stationary`() throws {
    let graph = randomCompressedGraph(30, 60, seed: 4, isDirected: true, isWeighted: true)
    let matrix = steps(graph)
    let scores = try randomWalkWithRestart(from: 3, in: graph, restart: 0.2).scores
    var next = [Double](repeating: 0, count: 30)
    for source in 0..<30 {
      let total = matrix[source].reduce(0, +)
      for target in 0..<30 where total > 0 { next[target] += 0.8 * scores[source] * matrix[source][target] / total }
      next[3] += scores[source] * (total > 0 ? 0.2 : 1)
    }
    #expect(agree(scores, next, within: 1e-9))
    #expect(abs(scores.reduce(0, +) - 1) < 1e-12)
  }

  @Test(arguments: 0..<6) func `SimRank from its definition`(seed: Int) throws {
    let graph = randomCompressedGraph(20, 45, seed: UInt64(seed), isDirected: seed % 2 == 0, isWeighted: seed % 3 == 0)
    let matrix = steps(graph)
    var options = SimRankOptions()
    options.rounds = 4
    var likeness = (0..<20).map { row in (0..<20).map { $0 == row ? 1.0 : 0 } }
    for _ in 0..<options.rounds {
      likeness = (0..<20).map { left in
        (0..<20).map { right in
          if left == right { return 1 }
          var (sum, total) = (0.0, 0.0)
          for first in 0..<20 where matrix[first][left] > 0 {
            for second in 0..<20 {
              let weight = matrix[first][left] * matrix[second][right]
              sum += weight * likeness[first][second]
              total += weight
            }
          }
          return total > 0 ? options.decay * sum / total : 0
        }
      }
    }
    for threads in [1, 2, 8] {
      let found = try simRank(in: graph, options: options, execution: Execution(threads: threads))
      #expect(agree(found.values, Array(likeness.joined()), within: 1e-9))
    }
  }

  /// The weights of the arcs between all vertices; an undirected loop counts once, as it is listed.
  private func steps(_ graph: CompressedGraph) -> [[Double]] {
    var matrix = weightMatrix(graph)
    for vertex in matrix.indices where !graph.isDirected { matrix[vertex][vertex] /= 2 }
    return matrix
  }
}
