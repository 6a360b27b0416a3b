import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

/// Values that NetworkX and igraph computed, and those of LDBC Graphalytics.
@Suite(.enabled(if: Suites.exist, Suites.skipped)) struct StructureOracleTests {
  @Test(arguments: MeasuredGraph.all) func `components`(measured: MeasuredGraph) {
    let graph = measured.plain
    #expect(measured.expects("components", connectedComponents(in: graph).members))
    #expect(measured.expects("weaklyConnected", connectedComponents(in: graph).members))
    #expect(measured.expects("stronglyConnected", strongComponents(in: graph).members))
    let parts = biconnectivity(in: graph)
    #expect(measured.expects("articulationPoints", parts.articulationPoints))
    #expect(measured.expects("biconnectedComponents", parts.components))
    let ends = parts.bridges.map { bridge in
      (0..<graph.vertexCount).filter { graph.out.edges[graph.out.range(of: $0)].contains(UInt32(bridge)) }
    }
    #expect(measured.expects("bridges", ends.sorted { $0.lexicographicallyPrecedes($1) }))
  }

  @Test(arguments: MeasuredGraph.all) func `cores and cliques`(measured: MeasuredGraph) throws {
    let graph = measured.plain
    #expect(measured.expects("coreNumber", coreNumbers(in: graph)))
    #expect(measured.expects("maximalCliques", try maximalCliques(in: graph)))
    let result = try clustering(in: graph)
    #expect(measured.expects("triangles", result.triangles))
    #expect(agree(result.coefficients, measured["clustering"]))
    #expect(agree([result.transitivity], measured["transitivity", Double.self].map { [$0] }))
    #expect(agree([try #require(result.averageCoefficient)], measured["averageClustering", Double.self].map { [$0] }))
  }

  @Test(arguments: MeasuredGraph.all) func `distances`(measured: MeasuredGraph) throws {
    let summary = try distanceSummary(in: measured.plain)
    #expect(measured.expects("diameter", summary.diameter))
    #expect(measured.expects("radius", summary.radius))
    #expect(measured.expects("center", summary.center))
    #expect(measured.expects("eccentricity", summary.eccentricities))
    let average = try #require(summary.averagePathLength)
    #expect(agree([average], measured["averageShortestPathLength", Double.self].map { [$0] }))
  }

  @Test(arguments: MeasuredGraph.all) func `cycles and mixing`(measured: MeasuredGraph) {
    let graph = measured.plain
    #expect(agree([density(of: graph)], measured["density", Double.self].map { [$0] }))
    #expect(agree([reciprocity(in: graph) ?? 0], measured["reciprocity", Double.self].map { [$0] }))
    var isBipartite = false
    if case .sides = bipartition(of: graph) { isBipartite = true }
    #expect(measured.expects("bipartite", isBipartite))
    #expect(measured.expects("isDAG", anyCycle(in: graph) == nil))
  }

  @Test(arguments: MeasuredGraph.graphalytics("lcc")) func `LCC of Graphalytics`(measured: MeasuredGraph) throws {
    #expect(agree(try clustering(in: measured.plain).neighborhoodDensities, measured.rows, within: 1e-4))
  }

  @Test(arguments: MeasuredGraph.graphalytics("wcc")) func `WCC of Graphalytics`(measured: MeasuredGraph) {
    let numbers = connectedComponents(in: measured.plain).numbers
    let pairs = Set(zip(numbers, measured.rows).map { [Double($0), $1] })
    #expect(pairs.count == Set(numbers).count)
    #expect(pairs.count == Set(measured.rows).count)
  }
}
