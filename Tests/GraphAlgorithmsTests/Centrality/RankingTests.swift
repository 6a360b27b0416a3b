import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

/// The scores solve the equations that define them.
@Suite struct RankingTests {
  @Test(arguments: UInt64(0)..<5) func `PageRank solves its equation`(seed: UInt64) throws {
    for kind in graphKinds {
      let graph = randomCompressedGraph(
        25, 40, seed: seed, isDirected: kind.isDirected, isWeighted: kind.isWeighted)
      let seeds = [3, 7, 7]
      let everywhere = try pageRank(in: graph)
      let personal = try personalizedPageRank(from: seeds, in: graph)
      #expect(everywhere.hasConverged && personal.hasConverged)
      let uniform = [Double](repeating: 1 / 25, count: 25)
      let restart = (0..<25).map { vertex in Double(seeds.count { $0 == vertex }) / 3 }
      #expect(agree(step(everywhere.scores, graph, uniform), everywhere.scores, within: 1e-9), "seed \(seed)")
      #expect(agree(step(personal.scores, graph, restart), personal.scores, within: 1e-9), "seed \(seed)")
      #expect(abs(everywhere.scores.reduce(0, +) - 1) < 1e-9)
      let all = try personalizedPageRank(from: Array(0..<25), in: graph)
      #expect(agree(all.scores, everywhere.scores, within: 1e-9))
    }
  }

  private func step(_ scores: [Double], _ graph: CompressedGraph, _ restart: [Double]) -> [Double] {
    let vertices = 0..<graph.vertexCount
    let sums = vertices.map { source in vertices.reduce(0) { $0 + weight(graph, source, $1) } }
    let lost = vertices.filter { sums[$0] == 0 }.reduce(0) { $0 + scores[$1] }
    return vertices.map { target in
      let flow = vertices.filter { sums[$0] > 0 }
        .reduce(0) { $0 + scores[$1] * weight(graph, $1, target) / sums[$1] }
      return 0.85 * flow + restart[target] * (0.15 + 0.85 * lost)
    }
  }

  @Test(arguments: UInt64(0)..<5) func `eigenvectors, Katz and ArticleRank solve theirs`(seed: UInt64) throws {
    for kind in graphKinds {
      let graph = randomCompressedGraph(
        20, 60, seed: seed, isDirected: kind.isDirected, isWeighted: kind.isWeighted)
      let vertices = 0..<20
      func arriving(_ scores: [Double]) -> [Double] {
        vertices.map { target in vertices.reduce(0) { $0 + scores[$1] * weight(graph, $1, target) } }
      }
      let eigenvector = try eigenvectorCentrality(in: graph)
      if eigenvector.hasConverged {
        let product = arriving(eigenvector.scores)
        let eigenvalue = zip(product, eigenvector.scores).reduce(0) { $0 + $1.0 * $1.1 }
        for vertex in vertices {
          #expect(abs(product[vertex] - eigenvalue * eigenvector.scores[vertex]) < 1e-6, "seed \(seed) \(kind)")
        }
      }
      var options = KatzOptions()
      options.attenuation = 0.01
      let katz = try katzCentrality(in: graph, options: options)
      #expect(katz.hasConverged)
      let bonuses = zip(katz.scores, arriving(katz.scores)).map { $0 - 0.01 * $1 }
      #expect(agree(bonuses, [Double](repeating: bonuses[0], count: 20), within: 1e-9))
      let article = try articleRank(in: graph).scores
      let sums = vertices.map { source in vertices.reduce(0) { $0 + weight(graph, source, $1) } }
      let mean = sums.reduce(0, +) / 20
      let next = arriving(vertices.map { article[$0] / (sums[$0] + mean) }).map { 0.15 + 0.85 * $0 }
      #expect(agree(next, article, within: 1e-9))
    }
  }

  @Test(arguments: UInt64(0)..<5) func `hubs point to authorities`(seed: UInt64) throws {
    let graph = randomCompressedGraph(20, 80, seed: seed, isDirected: true, isWeighted: seed % 2 == 0)
    let both = try hubsAndAuthorities(in: graph)
    func scaled(_ scores: [Double]) -> [Double] { scores.map { $0 / scores.reduce(0, +) } }
    let authorities = (0..<20).map { target in (0..<20).reduce(0) { $0 + both.hubs[$1] * weight(graph, $1, target) } }
    let hubs = (0..<20).map { source in (0..<20).reduce(0) { $0 + both.authorities[$1] * weight(graph, source, $1) } }
    #expect(both.hasConverged)
    #expect(zip(scaled(authorities), both.authorities).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(zip(scaled(hubs), both.hubs).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func `makes as many rounds as asked for`() throws {
    let graph = CompressedGraph(vertexCount: 2, edges: [(0, 1)], isDirected: true)
    var options = PageRankOptions()
    options.damping = 0.5
    options.stop = .afterRounds(0)
    #expect(try pageRank(in: graph, options: options).scores == [0.5, 0.5])
    options.stop = .afterRounds(1)
    let once = try pageRank(in: graph, options: options)
    #expect(once.scores == [0.375, 0.625])
    #expect(once.rounds == 1 && once.hasConverged)
    options.stop = .whenStable(tolerance: 1e-15, atMost: 3)
    let early = try pageRank(in: graph, options: options)
    #expect(early.rounds == 3 && !early.hasConverged)
  }

  @Test func `a Katz attenuation that is too large is told`() throws {
    let graph = CompressedGraph(vertexCount: 4, edges: [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2)], isDirected: false)
    var options = KatzOptions()
    options.attenuation = 2
    let ranking = try katzCentrality(in: graph, options: options)
    #expect(!ranking.hasConverged && ranking.scores.allSatisfy(\.isFinite))
  }

  @Test func `does not depend on the number of threads`() throws {
    // More vertices than a chunk has.
    var options = PageRankOptions()
    options.stop = .afterRounds(5)
    for isWeighted in [false, true] {
      let graph = randomCompressedGraph(20_000, 40_000, seed: 9, isDirected: true, isWeighted: isWeighted)
      let results = try [1, 2, 8].map { threads in
        let execution = Execution(threads: threads)
        return try [
          pageRank(in: graph, options: options, execution: execution).scores,
          hubsAndAuthorities(in: graph, until: .afterRounds(5), execution: execution).hubs,
          eigenvectorCentrality(in: graph, until: .afterRounds(5), execution: execution).scores,
        ]
      }
      #expect(results[0] == results[1] && results[1] == results[2])
    }
  }
}
