import GraphModel
import GraphStore
import NetworkFiles

extension Workload {
  /// W1: four JSON files become a graph that is ready for queries.
  static let load = Workload(name: "W1") { bench in
    let (seconds, graph) = try timed {
      try loadNetwork(folders: [bench.folder], kinds: SyntheticNetwork.kinds).graph
    }
    let degrees = graph.nodes.map { graph.degree(of: $0) }
    let squares = degrees.reduce(0) { $0 + $1 * $1 }
    return (seconds, "\(graph.nodeCount)|\(graph.edgeCount)|\(degrees.max() ?? 0)|\(squares)")
  }
}
