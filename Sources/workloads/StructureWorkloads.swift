import Foundation
import GraphAlgorithms
import GraphModel

extension Workload {
  /// W7: personalised PageRank from some actors.
  static let personalizedPageRank = Workload(name: "W7") { bench in
    let network = try bench.network
    let sources = Samples.singles(7, network.scale == .large ? 10 : 100, of: network.actorCount)
    let (seconds, found) = try timed {
      try nearestByWalk(to: sources, in: network.whole, limit: 10, options: options, execution: bench.execution)
    }
    let sum = found.joined().reduce(0) { $0 + $1.score }
    return (seconds, "~" + String(format: "%.9f", sum))
  }

  /// W8: PageRank.
  static let pageRank = Workload(name: "W8") { bench in
    let network = try bench.network
    let (seconds, ranking) = try timed {
      try GraphAlgorithms.pageRank(in: network.whole, options: options, execution: bench.execution)
    }
    let squares = ranking.scores.reduce(0) { $0 + $1 * $1 }
    return (seconds, String(format: "~%.9e ~%.9e", squares, ranking.scores.max() ?? 0))
  }

  private static let options: PageRankOptions = {
    var options = PageRankOptions()
    options.stop = .whenStable(tolerance: 1e-8, atMost: 1000)
    return options
  }()

  /// W9a: parts of the network, and of the actors who share projects.
  static let components = Workload(name: "W9a") { bench in
    let network = try bench.network
    let shared = intersectionGraph(of: network.projects)
    let (seconds, found) = timed {
      (connectedComponents(in: network.whole).count, connectedComponents(in: shared).count)
    }
    return (seconds, "\(found.0)|\(found.1)")
  }

  /// W9b: communities, by the modularity that they reach.
  static let communities = Workload(name: "W9b") { bench in
    let network = try bench.network
    let (seconds, found) = try timed { try leiden(in: network.whole, execution: bench.execution) }
    return (seconds, String(format: "~%.6f", modularity(of: found, in: network.whole)))
  }

  /// W11: betweenness from some vertices; from all of a small network.
  static let betweenness = Workload(name: "W11") { bench in
    let network = try bench.network
    var options = BetweennessOptions()
    let count = network.whole.vertexCount
    if network.scale != .small {
      options.sources = Samples.distinct(11, network.scale == .medium ? 256 : 32, of: count)
    }
    let (seconds, found) = try timed {
      try GraphAlgorithms.betweenness(in: network.whole, options: options, execution: bench.execution)
    }
    // The definition halves only the exact values.
    let values = found.vertices.map { options.sources == nil ? $0 : 2 * $0 }
    let keys = values.map { ($0 * 1000).rounded() }
    let best = values.indices.sorted { (keys[$1], $0) < (keys[$0], $1) }.prefix(20)
    let lines = best.map { network.ids[$0] + ":" + String(format: "%.3f", values[$0]) }
    return (seconds, digest(of: lines) + String(format: " ~%.6e", values.reduce(0, +)))
  }
}
