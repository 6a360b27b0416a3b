import GraphAlgorithms
import GraphModel
import Testing

@Suite struct SettledWalkTests {
  @Test(arguments: UInt64(0)..<12) func `settled scores are those of a long walk`(seed: UInt64) throws {
    for kind in graphKinds {
      let graph = randomCompressedGraph(
        40, 30 + 5 * Int(seed), seed: seed, isDirected: kind.isDirected, isWeighted: kind.isWeighted)
      for damping in [0, 0.5, 0.85, kind.isDirected ? 0.9 : 0.99] {
        var options = PageRankOptions()
        options.damping = damping
        let settled = try pageRank(in: graph, options: options)
        let personal = try personalizedPageRank(from: [3, 3, 7], in: graph, options: options)
        options.stop = .afterRounds(4000)
        let walked = try pageRank(in: graph, options: options)
        #expect(distance(settled.scores, walked.scores) < 1e-9, "seed \(seed), \(kind), damping \(damping)")
        let long = try personalizedPageRank(from: [3, 3, 7], in: graph, options: options)
        #expect(distance(personal.scores, long.scores) < 1e-9, "seed \(seed), \(kind), damping \(damping)")
        #expect(settled.hasConverged && personal.hasConverged)
      }
    }
  }

  @Test(arguments: UInt64(0)..<6) func `walks abreast are walks alone`(seed: UInt64) throws {
    for kind in graphKinds {
      let graph = randomCompressedGraph(
        40, 30 + 10 * Int(seed), seed: seed, isDirected: kind.isDirected, isWeighted: kind.isWeighted)
      let sources = (0..<19).map { $0 * 7 % 40 }
      let found = try nearestByWalk(to: sources, in: graph, limit: 40, execution: Execution(threads: 1))
      for (source, vertices) in zip(sources, found) {
        var scores = try personalizedPageRank(from: [source], in: graph).scores
        scores[source] = 0
        for vertex in vertices { #expect(abs(scores[vertex.vertex] - vertex.score) < 1e-9) }
        #expect(vertices.count == scores.count { $0 > 0 }, "seed \(seed), \(kind), from \(source)")
        #expect(vertices.map(\.score) == vertices.map(\.score).sorted(by: >))
      }
      #expect(try nearestByWalk(to: sources, in: graph, limit: 40, execution: Execution(threads: 8)) == found)
    }
  }

  @Test func `a walk in pieces is the same on any number of threads`() throws {
    let graph = randomCompressedGraph(30_000, 90_000, seed: 5, isDirected: false)
    let alone = try pageRank(in: graph, execution: Execution(threads: 1))
    #expect(try pageRank(in: graph, execution: Execution(threads: 8)) == alone)
    var options = PageRankOptions()
    options.stop = .afterRounds(200)
    #expect(distance(alone.scores, try pageRank(in: graph, options: options).scores) < 1e-9)
  }

  private func distance(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + abs($1.0 - $1.1) }
  }
}
