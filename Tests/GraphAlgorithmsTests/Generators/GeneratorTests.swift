import GraphAlgorithms
import GraphModel
import Testing

@Suite struct GeneratorTests {
  @Test(arguments: [false, true]) func `as many edges as asked for, all simple`(isDirected: Bool) {
    for (vertices, edges) in [(0, 0), (1, 0), (2, 1), (10, 45), (10, 0), (50, 300), (400, 2_000)] {
      let graph = erdosRenyi(vertexCount: vertices, edgeCount: edges, isDirected: isDirected, seed: 7)
      #expect(graph.edgeCount == edges && graph.vertexCount == vertices)
      #expect(isSimple(graph))
    }
    let complete = erdosRenyi(vertexCount: 9, edgeCount: isDirected ? 72 : 36, isDirected: isDirected, seed: 1)
    #expect((0..<9).allSatisfy { complete.out.degree(of: $0) == 8 })
  }

  @Test func `each pair is as likely as the others`() {
    var counts = [Int](repeating: 0, count: 25)
    for seed in 0..<4_000 {
      let graph = erdosRenyi(vertexCount: 5, edgeCount: 3, seed: UInt64(seed))
      for vertex in 0..<5 {
        for arc in graph.out.range(of: vertex) { counts[5 * vertex + Int(graph.out.targets[arc])] += 1 }
      }
    }
    for left in 0..<5 {
      for right in 0..<5 where left != right { #expect(abs(counts[5 * left + right] - 1_200) < 150) }
    }
  }

  @Test(arguments: [0, 0.01, 0.2, 0.9, 1]) func `the share of pairs that are joined`(probability: Double) {
    for isDirected in [false, true] {
      let graph = erdosRenyi(vertexCount: 200, probability: probability, isDirected: isDirected, seed: 3)
      let pairs = Double(isDirected ? 200 * 199 : 100 * 199)
      let deviation = (pairs * probability * (1 - probability)).squareRoot()
      #expect(abs(Double(graph.edgeCount) - pairs * probability) <= 5 * deviation)
      #expect(isSimple(graph))
    }
    let sides = randomBipartite(left: 80, right: 120, probability: probability, seed: 9)
    #expect(
      abs(Double(sides.edgeCount) - 9_600 * probability) <= 5 * (9_600 * probability * (1 - probability)).squareRoot())
    #expect((0..<80).allSatisfy { vertex in sides.out.range(of: vertex).allSatisfy { sides.out.targets[$0] >= 80 } })
    #expect(isSimple(sides))
  }

  @Test func `the smallest probabilities`() {
    #expect(erdosRenyi(vertexCount: 100, probability: .leastNonzeroMagnitude, seed: 1).edgeCount == 0)
    #expect(erdosRenyi(vertexCount: 100, probability: 1e-18, seed: 1).edgeCount == 0)
  }

  @Test func `popular vertices become more popular`() {
    let graph = barabasiAlbert(vertexCount: 2_000, edgesPerVertex: 3, seed: 4)
    #expect(graph.edgeCount == 3 + 3 * 1_996)
    #expect(isSimple(graph))
    let degrees = (0..<2_000).map { graph.out.degree(of: $0) }
    #expect(degrees.dropFirst(4).min() == 3)
    #expect((degrees.max() ?? 0) > 60)
    #expect(barabasiAlbert(vertexCount: 3, edgesPerVertex: 5, seed: 4).edgeCount == 2)
    #expect(barabasiAlbert(vertexCount: 0, edgesPerVertex: 1, seed: 4).vertexCount == 0)
  }

  @Test func `a ring with and without rewiring`() {
    let ring = wattsStrogatz(vertexCount: 30, neighbors: 4, probability: 0, seed: 4)
    #expect((0..<30).allSatisfy { ring.out.degree(of: $0) == 4 })
    #expect(ring.out.range(of: 10).map { ring.out.targets[$0] } == [8, 9, 11, 12])
    let rewired = wattsStrogatz(vertexCount: 300, neighbors: 6, probability: 0.5, seed: 4)
    #expect(rewired.edgeCount == 900 && isSimple(rewired))
    let near = (0..<300).reduce(0) { sum, vertex in
      sum
        + rewired.out.range(of: vertex).count {
          [1, 2, 3, 297, 298, 299].contains(abs(Int(rewired.out.targets[$0]) - vertex))
        }
    }
    #expect((800...1_050).contains(near))
  }

  @Test func `groups are joined as asked for`() {
    let graph = stochasticBlocks(sizes: [50, 100], probabilities: [[0.5, 0], [0, 0.1]], seed: 2)
    let left = (0..<50).reduce(0) { $0 + graph.out.degree(of: $1) } / 2
    #expect((540...690).contains(left) && (420...570).contains(graph.edgeCount - left))
    #expect((0..<50).allSatisfy { vertex in graph.out.range(of: vertex).allSatisfy { graph.out.targets[$0] < 50 } })
    let across = stochasticBlocks(sizes: [40, 60], probabilities: [[0, 1], [0, 0]], isDirected: true, seed: 2)
    #expect(across.edgeCount == 2_400 && isSimple(across))
  }

  @Test func `the seed decides`() {
    func targets(_ seed: UInt64) -> [[UInt32]] {
      [
        erdosRenyi(vertexCount: 60, probability: 0.1, seed: seed),
        erdosRenyi(vertexCount: 60, edgeCount: 99, seed: seed),
        barabasiAlbert(vertexCount: 60, edgesPerVertex: 2, seed: seed),
        wattsStrogatz(vertexCount: 60, neighbors: 4, probability: 0.3, seed: seed),
      ].map(\.out.targets)
    }
    #expect(targets(1) == targets(1))
    for (left, right) in zip(targets(1), targets(2)) { #expect(left != right) }
  }

  private func isSimple(_ graph: CompressedGraph) -> Bool {
    (0..<graph.vertexCount).allSatisfy { vertex in
      let targets = graph.out.range(of: vertex).map { Int(graph.out.targets[$0]) }
      return !targets.contains(vertex) && Set(targets).count == targets.count
    }
  }
}
