import GraphAlgorithms
import GraphModel

extension Measure {
  /// Every measure of the suite, by theme.
  static let all: [Measure] = centralities + structure + links + paths

  private static let centralities: [Measure] = [
    .exact("degree") { degrees(in: $0.plain) },
    .exact("inDegree") { degrees(in: $0.plain, .incoming) },
    .exact("outDegree") { degrees(in: $0.plain, .outgoing) },
    .reals("degreeCentrality") { degreeCentrality(in: $0.plain) },
    .reals("betweenness") { try betweenness(in: $0.plain).vertices },
    .reals("betweennessNormalized") { sample in
      var options = BetweennessOptions()
      options.isNormalized = true
      return try betweenness(in: sample.plain, options: options).vertices
    },
    .reals("betweennessWeighted") { try betweenness(in: $0.weighted).vertices },
    Measure("edgeBetweenness") { sample, expected in
      var options = BetweennessOptions()
      options.includesEdges = true
      let values = try betweenness(in: sample.plain, options: options).edges
      let wanted = (expected as? [[Double]] ?? []).map { (Int($0[0]), Int($0[1]), $0[2]) }
      let actual = wanted.map { source, target, _ in
        sample.edges.firstIndex { $0 == (source, target) || !sample.isDirected && $0 == (target, source) }
          .map { values[$0] }
      }
      if wanted.count != sample.edges.count {
        return "expected \(wanted.count) edges, the graph has \(sample.edges.count)"
      }
      return disagreement(actual, wanted.map { $0.2 }, within: 1e-6)
    },
    .reals("closeness") { try closeness(in: $0.plain) },
    .reals("closenessClassic") { sample in
      var options = ClosenessOptions()
      options.definition = .classic
      return try closeness(in: sample.plain, options: options)
    },
    .reals("harmonic") { try harmonicCentrality(in: $0.plain) },
    .reals("pagerank") { try pageRank(in: $0.plain).scores },
    .reals("pagerankWeighted") { try pageRank(in: $0.weighted).scores },
    .object("personalizedPagerank") { sample, expected in
      guard let seed = expected["seed"] as? Int else { return "the case has no seed" }
      let scores = try personalizedPageRank(from: [seed], in: sample.plain).scores
      return disagreement(scores, numbers(expected["value"]), within: 1e-6)
    },
    .reals("eigenvector", within: 1e-5) { try eigenvectorCentrality(in: $0.plain).scores },
    .object("katz") { sample, expected in
      guard let alpha = expected["alpha"] as? Double, let beta = expected["beta"] as? Double else {
        return "the case has no alpha and beta"
      }
      var options = KatzOptions()
      options.attenuation = alpha
      options.bonus = beta
      return disagreement(
        try katzCentrality(in: sample.plain, options: options).scores, numbers(expected["value"]), within: 1e-6)
    },
    .reals("hubs", within: 1e-5) { try hubsAndAuthorities(in: $0.plain).hubs },
    .reals("authorities", within: 1e-5) { try hubsAndAuthorities(in: $0.plain).authorities },
  ]

  private static let structure: [Measure] = [
    .reals("clustering") { try clustering(in: $0.plain).coefficients },
    .exact("triangles") { try clustering(in: $0.plain).triangles },
    .real("transitivity") { try clustering(in: $0.plain).transitivity },
    .real("averageClustering") { try clustering(in: $0.plain).averageCoefficient },
    .exact("coreNumber") { coreNumbers(in: $0.plain) },
    .groups("bridges") { sample in
      biconnectivity(in: sample.plain).bridges.map { [sample.edges[$0].0, sample.edges[$0].1] }
    },
    .exact("articulationPoints") { biconnectivity(in: $0.plain).articulationPoints.sorted() },
    .groups("biconnectedComponents") { biconnectivity(in: $0.plain).components },
    .groups("maximalCliques") { try maximalCliques(in: $0.plain) },
    .groups("components") { connectedComponents(in: $0.plain).members },
    .groups("weaklyConnected") { connectedComponents(in: $0.plain).members },
    .groups("stronglyConnected") { strongComponents(in: $0.plain).members },
    .real("diameter") { try distanceSummary(in: $0.plain).diameter },
    .real("radius") { try distanceSummary(in: $0.plain).radius },
    .exact("center") { try distanceSummary(in: $0.plain).center },
    .reals("eccentricity") { try distanceSummary(in: $0.plain).eccentricities },
    .real("averageShortestPathLength") { try distanceSummary(in: $0.plain).averagePathLength },
    .real("density") { density(of: $0.plain) },
    .real("reciprocity") { reciprocity(in: $0.plain) ?? 0 },
    .exact("isDAG") { anyCycle(in: $0.plain) == nil },
    .exact("bipartite") { sample in
      if case .sides = bipartition(of: sample.plain) { true } else { false }
    },
  ]

  private static let links: [Measure] = [
    .object("linkPrediction") { sample, expected in
      guard let pairs = expected["pairs"] as? [[Int]] else { return "the case has no pairs" }
      let links = LinkPrediction(in: sample.plain)
      let sets = Memberships(neighborsIn: sample.plain)
      for (name, value) in expected where name != "pairs" {
        let scores: [Double]
        if let score = LinkScore(rawValue: name) {
          scores = pairs.map { links.score(score, from: $0[0], to: $0[1]) }
        } else if name == "jaccard" {
          scores = pairs.map { similarity(of: $0[0], and: $0[1], in: sets) }
        } else {
          return "unknown measure \(name)"
        }
        if let difference = disagreement(scores, numbers(value), within: 1e-6) { return "\(name): \(difference)" }
      }
      return nil
    },
    .object("modularityOf") { sample, expected in
      guard let groups = expected["partition"] as? [[Int]] else { return "the case has no partition" }
      var labels = [Int](repeating: -1, count: sample.vertexCount)
      for (number, group) in groups.enumerated() { for vertex in group { labels[vertex] = number } }
      let value = modularity(of: Partition(labels: labels), in: sample.plain)
      return disagreement([value], [expected["value"] as? Double], within: 1e-6)
    },
    .real("mstWeight") { minimumSpanningForest(in: $0.weighted).weight },
    .exact("spanningForestEdges") { minimumSpanningForest(in: $0.weighted).edges.count },
  ]
}
