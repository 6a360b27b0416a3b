import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct CommunitySearchTests {
  @Test(arguments: 0..<30) func `near the optimum of small graphs`(seed: Int) throws {
    let isDirected = seed % 3 == 0
    let graph = randomCompressedGraph(7, 10, seed: UInt64(seed), isDirected: isDirected, isWeighted: seed % 2 == 0)
    let optimum = partitions(of: 7).map { modularity(of: Partition(labels: $0), in: graph) }.max() ?? 0
    for partition in [try leiden(in: graph), try louvain(in: graph)] {
      let quality = modularity(of: partition, in: graph)
      #expect(quality <= optimum + 1e-12)
      #expect(quality >= optimum - 0.05, "\(seed): \(quality) of \(optimum)")
    }
  }

  @Test(arguments: 0..<20) func `planted groups are found`(seed: Int) throws {
    let inside = 0.5
    let probabilities = (0..<4).map { row in (0..<4).map { $0 == row ? inside : 0.02 } }
    let graph = stochasticBlocks(
      sizes: [20, 25, 30, 15], probabilities: probabilities, isDirected: seed % 2 == 0, seed: UInt64(seed))
    let planted = Partition(labels: (0..<90).map { $0 < 20 ? 0 : $0 < 45 ? 1 : $0 < 75 ? 2 : 3 })
    var options = CommunityOptions()
    options.seed = UInt64(seed)
    #expect(try leiden(in: graph, options: options) == planted)
    #expect(try louvain(in: graph, options: options) == planted)
  }

  @Test(arguments: 0..<40) func `communities of Leiden hang together and are best apart`(seed: Int) throws {
    let graph = randomCompressedGraph(
      120, 120 + 8 * seed, seed: UInt64(seed), isDirected: seed % 2 == 0, isWeighted: seed % 3 == 0)
    var options = CommunityOptions()
    options.resolution = [0.5, 1, 2][seed % 3]
    let partition = try leiden(in: graph, options: options)
    for members in partition.members { #expect(hangsTogether(members, in: graph)) }
    let quality = modularity(of: partition, in: graph, resolution: options.resolution)
    for left in 0..<partition.count {
      for right in 0..<left {
        let joined = Partition(labels: partition.numbers.map { $0 == left ? right : $0 })
        #expect(modularity(of: joined, in: graph, resolution: options.resolution) <= quality + 1e-9)
      }
    }
  }

  @Test func `a higher resolution gives smaller communities`() throws {
    let graph = wattsStrogatz(vertexCount: 400, neighbors: 6, probability: 0.05, seed: 3)
    let counts = try [0.1, 1, 5, 20].map { resolution in
      var options = CommunityOptions()
      options.resolution = resolution
      return try leiden(in: graph, options: options).count
    }
    #expect(counts == counts.sorted() && Set(counts).count == 4)
  }

  @Test func `the number of threads and the order of edges do not matter`() throws {
    let graph = randomCompressedGraph(300, 900, seed: 5, isDirected: false)
    let expected = try leiden(in: graph, execution: Execution(threads: 1))
    for threads in [2, 8] { #expect(try leiden(in: graph, execution: Execution(threads: threads)) == expected) }
    let edges = (0..<300).flatMap { vertex in
      graph.out.range(of: vertex).map { (vertex, Int(graph.out.targets[$0])) }.filter { $0.0 <= $0.1 }
    }
    let shuffled = CompressedGraph(vertexCount: 300, edges: edges.reversed(), isDirected: false)
    #expect(try leiden(in: shuffled) == expected)
  }

  @Test func `graphs without edges`() throws {
    for count in [0, 1, 5] {
      let graph = CompressedGraph(vertexCount: count, edges: [], isDirected: false)
      #expect(try leiden(in: graph).count == count)
      #expect(try louvain(in: graph).count == count)
      #expect(try asynchronousLabelPropagation(in: graph, seed: 1).count == count)
      #expect(modularity(of: try leiden(in: graph), in: graph) == 0)
    }
  }

  @Test func `a search can be stopped`() {
    let graph = randomCompressedGraph(70_000, 100_000, seed: 5, isDirected: false)
    var execution = Execution()
    execution.isCancelled = { true }
    #expect(throws: Cancelled.self) { try leiden(in: graph, execution: execution) }
    #expect(throws: Cancelled.self) { try labelPropagation(in: graph, execution: execution) }
  }
}

/// Whether paths within a set of vertices join all of them.
private func hangsTogether(_ members: [Int], in graph: CompressedGraph) -> Bool {
  let inside = Set(members)
  var found: Set<Int> = Set(members.prefix(1))
  var next = Array(found)
  while let vertex = next.popLast() {
    let targets = [graph.out, graph.into].flatMap { arcs in arcs.range(of: vertex).map { Int(arcs.targets[$0]) } }
    for target in targets where inside.contains(target) && found.insert(target).inserted { next.append(target) }
  }
  return found == inside
}

/// All ways to group so many vertices, as labels.
private func partitions(of count: Int) -> [[Int]] {
  guard count > 0 else { return [[]] }
  return partitions(of: count - 1).flatMap { labels in (0...(labels.max() ?? -1) + 1).map { labels + [$0] } }
}
