import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct LabelPropagationTests {
  @Test(.enabled(if: Suites.exist, Suites.skipped), arguments: MeasuredGraph.graphalytics("cdlp"))
  func `CDLP of Graphalytics`(measured: MeasuredGraph) throws {
    let rounds = Int(try #require(measured.parameter("iterations")))
    // Labels are the ids of the file; where vertices are numbered in ascending order of ids, numbers break ties alike.
    let labels = try labelPropagation(in: measured.plain, rounds: rounds)
    #expect(Partition(labels: labels) == Partition(labels: measured.rows))
  }

  @Test(arguments: 0..<20) func `rounds from their definition`(seed: Int) throws {
    let graph = randomCompressedGraph(40, 70, seed: UInt64(seed), isDirected: seed.isMultiple(of: 2))
    let start = (0..<40).map { ($0 * 7) % 11 - 5 }
    var labels = start
    for rounds in 1...4 {
      labels = (0..<40).map { vertex in
        var met = graph.out.range(of: vertex).map { labels[Int(graph.out.targets[$0])] }
        if graph.isDirected { met += graph.into.range(of: vertex).map { labels[Int(graph.into.targets[$0])] } }
        let counts = Dictionary(grouping: met) { $0 }.mapValues(\.count)
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? labels[vertex]
      }
      for threads in [1, 2, 8] {
        let execution = Execution(threads: threads)
        #expect(try labelPropagation(in: graph, rounds: rounds, labels: start, execution: execution) == labels)
      }
    }
  }

  @Test func `a neighbour joined both ways counts twice`() throws {
    let edges = [(0, 1), (1, 0), (0, 2), (3, 0)]
    let directed = CompressedGraph(vertexCount: 4, edges: edges, isDirected: true)
    #expect(try labelPropagation(in: directed, rounds: 1, labels: [9, 7, 5, 6])[0] == 7)
    let simple = CompressedGraph(vertexCount: 4, edges: Array(edges.dropFirst()), isDirected: true)
    #expect(try labelPropagation(in: simple, rounds: 1, labels: [9, 7, 5, 6])[0] == 5)
  }

  @Test(arguments: 0..<10) func `asynchronous labels weigh most next to each vertex`(seed: Int) throws {
    let graph = randomCompressedGraph(60, 200, seed: UInt64(seed), isDirected: seed % 2 == 0, isWeighted: true)
    let found = try asynchronousLabelPropagation(in: graph, seed: UInt64(seed), rounds: 1000)
    #expect(try asynchronousLabelPropagation(in: graph, seed: UInt64(seed), rounds: 1000) == found)
    let matrix = weightMatrix(graph)
    for vertex in 0..<60 {
      var weights = [Double](repeating: 0, count: found.count)
      for other in 0..<60 where other != vertex {
        weights[found.numbers[other]] += matrix[vertex][other] + matrix[other][vertex]
      }
      #expect(weights[found.numbers[vertex]] == weights.max())
    }
  }

  @Test func `cliques keep apart whatever the seed`() throws {
    let cliques = [0..<5, 5..<12].flatMap { range in
      range.flatMap { left in (range.lowerBound..<left).map { ($0, left) } }
    }
    let graph = CompressedGraph(vertexCount: 12, edges: cliques, isDirected: false)
    for seed in 0..<20 {
      #expect(try asynchronousLabelPropagation(in: graph, seed: UInt64(seed)).members == [Array(0..<5), Array(5..<12)])
    }
  }
}
