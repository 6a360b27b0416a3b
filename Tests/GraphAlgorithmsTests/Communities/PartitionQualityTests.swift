import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct PartitionQualityTests {
  @Test(.enabled(if: Suites.exist, Suites.skipped), arguments: MeasuredGraph.all)
  func `modularity as another program computes it`(measured: MeasuredGraph) throws {
    guard let expected = measured["modularityOf", [String: Any].self] else { return }
    let groups = try #require(expected["partition"] as? [[Int]])
    var labels = [Int](repeating: -1, count: measured.plain.vertexCount)
    for (number, group) in groups.enumerated() { for vertex in group { labels[vertex] = number } }
    let value = try #require(expected["value"] as? Double)
    #expect(agree([modularity(of: Partition(labels: labels), in: measured.plain)], [value]))
  }

  @Test(arguments: 0..<20) func `modularity as the sum over pairs`(seed: Int) {
    let isDirected = seed.isMultiple(of: 2)
    let graph = randomCompressedGraph(12, 30, seed: UInt64(seed), isDirected: isDirected, isWeighted: seed % 3 == 0)
    let partition = Partition(labels: (0..<12).map { $0 * $0 % 3 })
    let matrix = weightMatrix(graph)
    let total = matrix.joined().reduce(0, +)
    var expected = 0.0
    for left in 0..<12 {
      for right in 0..<12 where partition.numbers[left] == partition.numbers[right] {
        let chance = matrix[left].reduce(0, +) * matrix.reduce(0) { $0 + $1[right] } / total
        expected += (matrix[left][right] - 1.3 * chance) / total
      }
    }
    #expect(abs(modularity(of: partition, in: graph, resolution: 1.3) - expected) < 1e-12)
  }

  @Test func `two triangles joined by an edge`() {
    let graph = CompressedGraph(
      vertexCount: 7, edges: [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)], isDirected: false)
    let partition = Partition(labels: ["a", "a", "a", "b", "b", "b", "c"])
    #expect(partition.members == [[0, 1, 2], [3, 4, 5], [6]])
    #expect(partition.sizes == [3, 3, 1])
    #expect(conductance(of: partition, in: graph) == [1.0 / 7, 1.0 / 7, 0])
    #expect(abs(modularity(of: partition, in: graph) - 5.0 / 14) < 1e-12)
  }

  @Test(arguments: 0..<10) func `conductance from its definition`(seed: Int) {
    let graph = randomCompressedGraph(10, 25, seed: UInt64(seed), isDirected: seed.isMultiple(of: 2), isWeighted: true)
    let partition = Partition(labels: (0..<10).map { $0 % 3 })
    let matrix = weightMatrix(graph)
    for (community, members) in partition.members.enumerated() {
      let others = Set(0..<10).subtracting(members)
      let cut = members.reduce(0) { sum, left in others.reduce(sum) { $0 + matrix[left][$1] } }
      let inside = members.reduce(0) { $0 + matrix[$1].reduce(0, +) }
      let outside = others.reduce(0) { $0 + matrix[$1].reduce(0, +) }
      #expect(abs(conductance(of: partition, in: graph)[community] - cut / min(inside, outside)) < 1e-12)
    }
  }
}

/// The weights between all vertices; an undirected edge counts both ways, its loop twice.
func weightMatrix(_ graph: CompressedGraph) -> [[Double]] {
  var matrix = [[Double]](repeating: [Double](repeating: 0, count: graph.vertexCount), count: graph.vertexCount)
  for vertex in 0..<graph.vertexCount {
    for arc in graph.out.range(of: vertex) {
      let target = Int(graph.out.targets[arc])
      let weight = graph.isWeighted ? graph.out.weights[arc] : 1
      matrix[vertex][target] += target == vertex && !graph.isDirected ? 2 * weight : weight
    }
  }
  return matrix
}
