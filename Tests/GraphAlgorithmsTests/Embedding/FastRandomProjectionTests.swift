import GraphAlgorithms
import GraphModel
import Testing

@Suite struct FastRandomProjectionTests {
  @Test func `vertices of one group lie nearer to each other`() throws {
    let graph = stochasticBlocks(sizes: [40, 40], probabilities: [[0.4, 0.02], [0.02, 0.4]], seed: 6)
    let points = try fastRandomProjection(in: graph)
    var (inside, across) = (0.0, 0.0)
    for left in 0..<80 {
      for right in 0..<left {
        if (left < 40) == (right < 40) {
          inside += points.cosine(of: left, and: right) / 1_560
        } else {
          across += points.cosine(of: left, and: right) / 1_600
        }
      }
    }
    #expect(inside > 0.5 && across < 0.3, "\(inside) \(across)")
  }

  @Test func `vertices with the same neighbours have the same point`() throws {
    let graph = CompressedGraph(vertexCount: 5, edges: [(0, 2), (0, 3), (1, 2), (1, 3)], isDirected: false)
    let points = try fastRandomProjection(in: graph)
    #expect(points[0].elementsEqual(points[1]) && points[2].elementsEqual(points[3]))
    #expect(abs(points.cosine(of: 0, and: 1) - 1) < 1e-12)
    #expect(points[4].allSatisfy { $0 == 0 } && points.cosine(of: 4, and: 0) == 0)
  }

  @Test func `one step is the mean of the neighbours' random vectors`() throws {
    // A directed star: vertex 0 follows 1 with weight 3 and 2 with weight 1; 1 and 2 follow themselves.
    let graph = CompressedGraph(
      vertexCount: 3, edges: [(0, 1), (0, 2), (1, 1), (2, 2)], weights: [3, 1, 1, 1], isDirected: true)
    var options = FastRandomProjectionOptions()
    options.stepWeights = [1]
    options.dimensions = 4_000
    let points = try fastRandomProjection(in: graph, options: options)
    // The random vectors are nearly orthogonal, so the cosines are 3/√10 and 1/√10.
    #expect(abs(points.cosine(of: 0, and: 1) - 3 / 10.0.squareRoot()) < 0.05)
    #expect(abs(points.cosine(of: 0, and: 2) - 1 / 10.0.squareRoot()) < 0.05)
    #expect(abs(points.cosine(of: 1, and: 2)) < 0.05)
    options.stepWeights = [2]
    let twice = try fastRandomProjection(in: graph, options: options)
    #expect(twice.coordinates == points.coordinates.map { 2 * $0 })
  }

  @Test func `the seed decides, not the number of threads`() throws {
    let graph = barabasiAlbert(vertexCount: 3_000, edgesPerVertex: 3, seed: 1)
    var options = FastRandomProjectionOptions()
    options.dimensions = 16
    let points = try fastRandomProjection(in: graph, options: options, execution: Execution(threads: 1))
    for threads in [2, 8] {
      #expect(try fastRandomProjection(in: graph, options: options, execution: Execution(threads: threads)) == points)
    }
    options.seed = 43
    #expect(try fastRandomProjection(in: graph, options: options) != points)
  }
}
