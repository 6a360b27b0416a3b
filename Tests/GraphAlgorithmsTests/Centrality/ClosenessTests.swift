import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct ClosenessTests {
  @Test(arguments: UInt64(0)..<4) func `is what its definition says`(seed: UInt64) throws {
    for kind in graphKinds {
      // More than 64 vertices: several groups of searches.
      let graph = randomCompressedGraph(
        70, 30 + Int(seed) * 30, seed: seed, isDirected: kind.isDirected, isWeighted: kind.isWeighted)
      let distances = ReferenceDistances(graph).distances
      let vertices = 0..<graph.vertexCount
      for direction in [Direction.incoming, .outgoing] {
        let lengths = vertices.map { vertex in
          vertices.filter { $0 != vertex }
            .map { direction == .incoming ? distances[$0][vertex] : distances[vertex][$0] }.filter { $0 < .infinity }
        }
        let classic = lengths.map { $0.isEmpty ? 0 : Double($0.count) / $0.reduce(0, +) }
        var options = ClosenessOptions()
        options.direction = direction
        options.definition = .classic
        #expect(agree(try closeness(in: graph, options: options), classic, within: 1e-9), "seed \(seed) \(kind)")
        options.definition = .scaled
        let scaled = zip(classic, lengths).map { $0 * Double($1.count) / Double(graph.vertexCount - 1) }
        #expect(agree(try closeness(in: graph, options: options), scaled, within: 1e-9), "seed \(seed) \(kind)")
        let harmonic = lengths.map { $0.reduce(0) { $0 + 1 / $1 } }
        #expect(agree(try harmonicCentrality(in: graph, direction), harmonic, within: 1e-9), "seed \(seed) \(kind)")
      }
      let summary = try distanceSummary(in: graph)
      let finite = distances.map { $0.filter { $0 < .infinity } }
      #expect(summary.eccentricities == finite.map { $0.max() ?? 0 })
      #expect(summary.isConnected == finite.allSatisfy { $0.count == graph.vertexCount })
    }
  }

  @Test func `does not depend on the number of threads`() throws {
    for kind in graphKinds {
      let graph = randomCompressedGraph(
        300, 700, seed: 3, isDirected: kind.isDirected, isWeighted: kind.isWeighted)
      let results = try [1, 2, 8].map { threads in
        try closeness(in: graph, execution: Execution(threads: threads))
          + harmonicCentrality(in: graph, execution: Execution(threads: threads))
      }
      #expect(results[0] == results[1] && results[1] == results[2])
    }
  }

  @Test func `graphs of one vertex and of none`() throws {
    for count in [0, 1] {
      let graph = CompressedGraph(vertexCount: count, edges: [], isDirected: true)
      #expect(try closeness(in: graph) == [Double](repeating: 0, count: count))
      #expect(try distanceSummary(in: graph).averagePathLength == nil)
      #expect(try distanceSummary(in: graph).isConnected)
      #expect(try pageRank(in: graph).scores == [Double](repeating: 1, count: count))
      #expect(try betweenness(in: graph).vertices == [Double](repeating: 0, count: count))
      #expect(try hubsAndAuthorities(in: graph).hubs == [Double](repeating: 0, count: count))
    }
  }

  @Test(arguments: UInt64(0)..<8) func `degrees add up`(seed: UInt64) {
    for kind in graphKinds {
      let graph = randomCompressedGraph(
        20, 50, seed: seed, isDirected: kind.isDirected, isWeighted: kind.isWeighted)
      #expect(degrees(in: graph).reduce(0, +) == 2 * graph.edgeCount)
      let total = strengths(in: graph).reduce(0, +)
      let sums = zip(strengths(in: graph, .outgoing), strengths(in: graph, .incoming)).map { $0 + $1 }.reduce(0, +)
      #expect(total == (graph.isDirected ? sums : sums / 2))
      if !graph.isWeighted { #expect(strengths(in: graph) == degrees(in: graph).map { Double($0) }) }
    }
  }
}
