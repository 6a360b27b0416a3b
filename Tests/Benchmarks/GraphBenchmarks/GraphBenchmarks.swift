import Benchmark
import Foundation
import GraphAlgorithms
import GraphModel
import KnowledgeGraph
import Matchmaking

/// The network of this repository, read once.
private func openNetwork() throws -> Workspace {
  var folder = URL(fileURLWithPath: #filePath)
  for _ in 0..<4 { folder.deleteLastPathComponent() }
  return try Workspace(folders: [folder.appendingPathComponent("Graph").path])
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident, .throughput], warmupIterations: 2, maxDuration: .seconds(2))

  Benchmark("neighbours of every node") { benchmark in
    let graph = try openNetwork().graph
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      var sum = 0
      for node in graph.nodes { graph.forEachHop(from: node, .either) { sum &+= $0.neighbor.index } }
      blackHole(sum)
    }
  }

  Benchmark("breadth first from a node") { benchmark in
    let graph = try openNetwork().graph
    let start = graph.nodes.first { _ in true } ?? NodeID(rawValue: 0)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(breadthFirstDistances(from: start, in: graph).reachedCount) }
  }

  Benchmark("PageRank of 20,000 vertices") { benchmark in
    let graph = barabasiAlbert(vertexCount: 20_000, edgesPerVertex: 5, seed: 1)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try pageRank(in: graph).rounds) }
  }

  Benchmark("peers for a topic") { benchmark in
    let workspace = try openNetwork()
    var query = PeerQuery()
    query.topics = [try workspace.node(named: "OZG", among: [.topic]).node]
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(workspace.peers(query)) }
  }
}
