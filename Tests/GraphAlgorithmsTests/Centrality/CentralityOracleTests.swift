import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

/// Values that NetworkX and igraph computed.
@Suite(.enabled(if: Suites.exist, Suites.skipped)) struct CentralityOracleTests {
  @Test(arguments: MeasuredGraph.all) func `degrees and distances`(measured: MeasuredGraph) throws {
    let graph = measured.plain
    #expect(measured.expects("degree", degrees(in: graph)))
    #expect(measured.expects("inDegree", degrees(in: graph, .incoming)))
    #expect(measured.expects("outDegree", degrees(in: graph, .outgoing)))
    #expect(agree(degreeCentrality(in: graph), measured["degreeCentrality"]))
    #expect(agree(try closeness(in: graph), measured["closeness"]))
    var classic = ClosenessOptions()
    classic.definition = .classic
    #expect(agree(try closeness(in: graph, options: classic), measured["closenessClassic"]))
    #expect(agree(try harmonicCentrality(in: graph), measured["harmonic"]))
  }

  @Test(arguments: MeasuredGraph.all) func `betweenness of vertices and edges`(measured: MeasuredGraph) throws {
    var options = BetweennessOptions()
    options.includesEdges = true
    let raw = try betweenness(in: measured.plain, options: options)
    #expect(agree(raw.vertices, measured["betweenness"]))
    let edges = measured["edgeBetweenness", [[Double]].self]
    #expect(agree(raw.edges.sorted(), edges?.map { $0[2] }.sorted()))
    for expected in edges ?? [] {
      let (source, target) = (Int(expected[0]), Int(expected[1]))
      let arc = measured.plain.out.range(of: source).first { measured.plain.out.targets[$0] == UInt32(target) }
      let actual = try #require(arc.map { raw.edges[Int(measured.plain.out.edges[$0])] })
      #expect(agree([actual], [expected[2]]))
    }
    #expect(agree(try betweenness(in: measured.weighted).vertices, measured["betweennessWeighted"]))
    options.isNormalized = true
    #expect(agree(try betweenness(in: measured.plain, options: options).vertices, measured["betweennessNormalized"]))
  }

  @Test(arguments: MeasuredGraph.all) func `repeated improvement`(measured: MeasuredGraph) throws {
    let graph = measured.plain
    #expect(agree(try pageRank(in: graph).scores, measured["pagerank"]))
    #expect(agree(try pageRank(in: measured.weighted).scores, measured["pagerankWeighted"]))
    if let personal = measured["personalizedPagerank", [String: Any].self], let seed = personal["seed"] as? Int {
      #expect(agree(try personalizedPageRank(from: [seed], in: graph).scores, personal["value"] as? [Double]))
    }
    #expect(agree(try eigenvectorCentrality(in: graph).scores, measured["eigenvector"], within: 1e-5))
    if let katz = measured["katz", [String: Any].self], let alpha = katz["alpha"] as? Double {
      var options = KatzOptions()
      options.attenuation = alpha
      options.bonus = try #require(katz["beta"] as? Double)
      #expect(agree(try katzCentrality(in: graph, options: options).scores, katz["value"] as? [Double]))
    }
    let both = try hubsAndAuthorities(in: graph)
    #expect(agree(both.hubs, measured["hubs"], within: 1e-5))
    #expect(agree(both.authorities, measured["authorities"], within: 1e-5))
  }

  @Test(arguments: MeasuredGraph.graphalytics("pr")) func `PageRank of Graphalytics`(measured: MeasuredGraph) throws {
    var options = PageRankOptions()
    options.damping = try #require(measured.parameter("dampingFactor"))
    options.stop = .afterRounds(Int(try #require(measured.parameter("iterations"))))
    let ranking = try pageRank(in: measured.plain, options: options)
    #expect(agree(ranking.scores, measured.rows, within: 1e-4))
  }
}
