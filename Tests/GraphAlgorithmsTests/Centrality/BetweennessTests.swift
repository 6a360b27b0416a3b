import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct BetweennessTests {
  @Test(arguments: UInt64(0)..<12) func `is what its definition says`(seed: UInt64) throws {
    for kind in graphKinds {
      let graph = randomCompressedGraph(
        12, 10 + Int(seed) * 3, seed: seed, isDirected: kind.isDirected, isWeighted: kind.isWeighted)
      let reference = ReferenceDistances(graph)
      let vertices = 0..<graph.vertexCount
      let expected = vertices.map { vertex in
        var sum = 0.0
        for source in vertices { for target in vertices { sum += reference.share(source, target, through: vertex) } }
        return graph.isDirected ? sum : sum / 2
      }
      #expect(agree(try betweenness(in: graph).vertices, expected, within: 1e-9), "seed \(seed) \(kind)")
    }
  }

  @Test(arguments: UInt64(0)..<12) func `edges share the lengths of all shortest paths`(seed: UInt64) throws {
    for isDirected in [false, true] {
      let graph = randomCompressedGraph(14, 20 + Int(seed) * 2, seed: seed, isDirected: isDirected)
      let lengths = ReferenceDistances(graph).distances.joined().filter { $0 < .infinity }.reduce(0, +)
      var options = BetweennessOptions()
      options.includesEdges = true
      let sum = try betweenness(in: graph, options: options).edges.reduce(0, +)
      #expect(agree([sum], [isDirected ? lengths : lengths / 2], within: 1e-9), "seed \(seed)")
    }
  }

  @Test func `halves of the sources add up to the whole`() throws {
    let graph = randomCompressedGraph(30, 60, seed: 5, isDirected: false)
    func values(_ sources: [Int]) throws -> [Double] {
      var options = BetweennessOptions()
      options.sources = sources
      return try betweenness(in: graph, options: options).vertices
    }
    let sums = zip(try values(Array(0..<11)), try values(Array(11..<30))).map { $0 + $1 }
    #expect(agree(sums, try betweenness(in: graph).vertices, within: 1e-9))
    var estimate = BetweennessOptions()
    estimate.sources = Array(0..<10)
    estimate.isExtrapolated = true
    let scaled = try values(Array(0..<10)).map { $0 * 3 }
    #expect(agree(try betweenness(in: graph, options: estimate).vertices, scaled, within: 1e-9))
  }

  @Test func `does not depend on the number of threads`() throws {
    var options = BetweennessOptions()
    options.includesEdges = true
    for kind in graphKinds {
      let graph = randomCompressedGraph(
        200, 600, seed: 3, isDirected: kind.isDirected, isWeighted: kind.isWeighted)
      let results = try [1, 2, 8].map { threads in
        try betweenness(in: graph, options: options, execution: Execution(threads: threads))
      }
      #expect(results[0] == results[1] && results[1] == results[2])
    }
  }

  @Test func `lengths that are not above 0 lead nowhere`() throws {
    let graph = CompressedGraph(
      vertexCount: 4, edges: [(0, 1), (1, 2), (2, 3), (3, 3)], weights: [1, 0, .nan, -1], isDirected: false)
    #expect(try betweenness(in: graph).vertices == [0, 0, 0, 0])
    #expect(try closeness(in: graph) == [1.0 / 3, 1.0 / 3, 0, 0])
  }

  @Test func `a sample has the size that was asked for`() {
    let graph = CompressedGraph(vertexCount: 50, edges: [], isDirected: false)
    var generator = SeededGenerator(seed: 1)
    for count in [-1, 0, 1, 20, 50, 60] {
      let sample = sampledVertices(count, in: graph, using: &generator)
      #expect(sample.count == min(max(count, 0), 50))
      #expect(Set(sample).count == sample.count && sample == sample.sorted())
      #expect(sample.allSatisfy { (0..<50).contains($0) })
    }
  }

  @Test func `stops when asked to`() {
    let graph = randomCompressedGraph(100, 200, seed: 1, isDirected: false)
    var execution = Execution(threads: 1)
    execution.isCancelled = { true }
    #expect(throws: Cancelled()) { try betweenness(in: graph, execution: execution) }
    #expect(throws: Cancelled()) { try closeness(in: graph, execution: execution) }
    #expect(throws: Cancelled()) { try pageRank(in: graph, execution: execution) }
    #expect(throws: Cancelled()) { try maximalCliques(in: graph, execution: execution) }
  }
}
