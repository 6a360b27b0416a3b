import Foundation
import GraphAlgorithms
import GraphModel

extension Workload {
  /// W4: hops between actors.
  static let hopCounts = hops("W4") { $0.whole }

  /// W4n: the same without topics, where ways are longer.
  static let hopCountsWithoutTopics = hops("W4n") { $0.withoutTopics }

  private static func hops(_ name: String, in graph: @escaping @Sendable (BenchNetwork) -> CompressedGraph) -> Workload
  {
    Workload(name: name) { bench in
      let network = try bench.network
      let graph = graph(network)
      let pairs = Samples.pairs(4, 1000, of: network.actorCount)
      let (seconds, found) = try timed {
        try GraphAlgorithms.hopCounts(between: pairs, in: graph, execution: bench.execution)
      }
      let lengths = found.map { $0 ?? -1 }
      return (seconds, "\(digest(of: lengths.map(String.init))) sum \(lengths.reduce(0, +))")
    }
  }

  /// W5: costs of the cheapest paths from some actors to everything.
  static let distances = Workload(name: "W5") { bench in
    let network = try bench.network
    let sources = Samples.singles(5, network.scale == .large ? 20 : 200, of: network.actorCount)
    let (seconds, found) = try timed {
      try distanceTotals(from: sources, in: network.costs, execution: bench.execution)
    }
    let (sum, farthest) = (found.reduce(0) { $0 + $1.total }, found.map(\.farthest).max() ?? 0)
    return (seconds, "\(Int(sum))|\(found.reduce(0) { $0 + $1.reached })|\(Int(farthest))")
  }

  /// W6: the ten cheapest paths without circles between actors.
  static let cheapestPaths = Workload(name: "W6") { bench in
    let network = try bench.network
    let pairs = Samples.pairs(6, network.scale == .large ? 5 : 50, of: network.actorCount)
    let (seconds, found) = try timed {
      try GraphAlgorithms.cheapestPaths(between: pairs, count: 10, in: network.costs, execution: bench.execution)
    }
    return (seconds, digest(of: found.map { paths in paths.map { String(Int($0.cost)) }.joined(separator: ",") }))
  }
}
