import Foundation
import GraphAlgorithms
import GraphModel

extension Workload {
  /// W2j: actors like an actor, by weighted Jaccard over topics.
  static let weightedJaccard = similarActors("W2j", .jaccard)

  /// W2c: the same by cosine.
  static let weightedCosine = similarActors("W2c", .cosine)

  private static func similarActors(_ name: String, _ measure: SetSimilarity) -> Workload {
    Workload(name: name) { bench in
      let network = try bench.network
      var options = SimilarityOptions()
      options.measure = measure
      options.isWeighted = true
      let index = SimilarityIndex(of: network.coverage, options: options)
      let queries = Samples.singles(2, 1000, of: network.actorCount)
      let (seconds, found) = try timed { try index.mostSimilar(to: queries, execution: bench.execution) }
      return (seconds, digest(of: found, for: queries, ids: network.ids))
    }
  }

  /// W3: for all actors those like them, by Jaccard over topics and projects.
  static let allPairs = Workload(name: "W3") { bench in
    let network = try bench.network
    let (seconds, found) = try timed {
      try SimilarityIndex(of: network.interests).mostSimilar(execution: bench.execution)
    }
    return (seconds, digest(of: found, for: Array(0..<network.actorCount), ids: network.ids))
  }

  /// W10p: actors who share a project.
  static let sharedProjects = Workload(name: "W10p") { bench in
    let network = try bench.network
    let (seconds, graph) = timed { intersectionGraph(of: network.projects) }
    let degrees = (0..<graph.vertexCount).map { graph.out.degree(of: $0) }
    return (seconds, "\(graph.edgeCount)|\(degrees.max() ?? 0)")
  }

  /// W10: missing ties between actors, by Adamic and Adar.
  static let adamicAdar = Workload(name: "W10") { bench in
    let network = try bench.network
    let graph = intersectionGraph(of: network.projects)
    let queries = Samples.singles(10, 1000, of: network.actorCount)
    let (seconds, found) = try timed {
      try LinkPrediction(in: graph).mostLikely(.adamicAdar, from: queries, limit: 10, execution: bench.execution)
    }
    return (seconds, digest(of: found, for: queries, ids: network.ids))
  }
}
