import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct BalancedPartitionTests {
  /// The greatest weight inside of parts, found by trying every division with sizes that differ by at most one.
  private func optimum(_ weights: [[Double]], _ count: Int) -> Double {
    let size = weights.count
    var part = [Int](repeating: 0, count: size)
    var best = -Double.infinity
    func assign(_ vertex: Int) {
      if vertex == size {
        let sizes = (0..<count).map { number in part.count { $0 == number } }
        guard (sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1 else { return }
        var inside = 0.0
        for first in 0..<size {
          for second in (first + 1)..<max(first + 1, size) where part[first] == part[second] {
            inside += weights[first][second]
          }
        }
        best = max(best, inside)
        return
      }
      for number in 0..<count {
        part[vertex] = number
        assign(vertex + 1)
      }
    }
    assign(0)
    return best
  }

  @Test(arguments: 0..<30)
  func `small graphs are divided as well as possible, into parts of equal size`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let size = Int.random(in: 2...7, using: &generator)
    let count = Int.random(in: 1...min(3, size), using: &generator)
    var weights = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    var edges: [(Int, Int)] = []
    var given: [Double] = []
    for first in 0..<size {
      for second in (first + 1)..<max(first + 1, size) where Bool.random(using: &generator) {
        let weight = Double(Int.random(in: 1...9, using: &generator))
        weights[first][second] = weight
        edges.append((first, second))
        given.append(weight)
      }
    }
    let graph = CompressedGraph(vertexCount: size, edges: edges, weights: given, isDirected: false)
    let found = try balancedPartition(of: graph, into: count, seed: seed)
    #expect(found.parts.joined().sorted() == Array(0..<size))
    let sizes = found.parts.map(\.count)
    #expect(sizes.count == count && (sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    #expect(found.inside == optimum(weights, count))
    #expect(found.total == given.reduce(0, +))
    for threads in [1, 8] {
      let again = try balancedPartition(of: graph, into: count, seed: seed, execution: Execution(threads: threads))
      #expect(again == found)
    }
  }

  @Test func `pairs with common neighbours are those that the definition names`() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<20 {
      let size = Int.random(in: 1...9, using: &generator)
      let edges = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
        (Int.random(in: 0..<size, using: &generator), Int.random(in: 0..<size, using: &generator))
      }
      let graph = CompressedGraph(vertexCount: size, edges: edges, isDirected: false)
      let neighbors = (0..<size).map { vertex in
        Set(edges.flatMap { $0.0 == vertex ? [$0.1] : $0.1 == vertex ? [$0.0] : [] }).subtracting([vertex])
      }
      let pairs = intersectionGraph(of: Memberships(neighborsIn: graph))
      for first in 0..<size {
        let found = pairs.out.range(of: first).map { Int(pairs.out.targets[$0]) }
        #expect(found == (0..<size).filter { $0 != first && !neighbors[first].isDisjoint(with: neighbors[$0]) })
      }
    }
  }
}
