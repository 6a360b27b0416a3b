import GraphAlgorithms
import GraphModel
import GraphStore

extension Measure {
  /// The measures of ways between vertices; those that enumerate paths walk over the store itself.
  static let paths: [Measure] = [
    .object("bfsDistance") { sample, expected in
      guard let source = expected["source"] as? Int else { return "the case has no source" }
      let found = breadthFirstDistances(from: sample.node(source), in: sample.store, options: sample.hops)
      let values = (0..<sample.vertexCount).map { found[sample.node($0)].map(Double.init) }
      return disagreement(values, numbers(expected["value"]), within: 0)
    },
    .object("dijkstra") { sample, expected in
      guard let source = expected["source"] as? Int else { return "the case has no source" }
      let values = cheapestDistances(from: source, in: sample.weighted).map { $0.isFinite ? $0 : nil }
      return disagreement(values, numbers(expected["value"]), within: 1e-6)
    },
    .object("shortestPathCount") { sample, expected in
      guard let ends = sample.ends(expected) else { return "the case has no ends" }
      let found = try allShortestPaths(from: ends.source, to: ends.target, in: sample.store, options: sample.hops)
      let values = [found?.cost, found?.count]
      return disagreement(values, [expected["length"] as? Double, expected["count"] as? Double], within: 0)
    },
    .object("kShortestCosts") { sample, expected in
      guard let ends = sample.ends(expected), let costs = numbers(expected["costs"]) else {
        return "the case has no ends"
      }
      let found = try shortestPaths(
        from: ends.source, to: ends.target, count: max(1, costs.count), in: sample.store, options: sample.costs)
      return disagreement(found.map(\.cost), costs, within: 1e-6)
    },
    .object("maxFlow") { sample, expected in
      guard let source = expected["source"] as? Int, let target = expected["target"] as? Int else {
        return "the case has no ends"
      }
      let flow = try maximumFlow(from: source, to: target, in: sample.weighted)
      return disagreement([flow.value], [expected["value"] as? Double], within: 1e-6)
    },
  ]
}

extension OracleCase {
  /// The graph in a store, weights as a property.
  fileprivate var store: PropertyGraph {
    var graph = PropertyGraph()
    for _ in 0..<vertexCount { graph.addNode([]) }
    for (number, ends) in edges.enumerated() {
      let edge = graph.addEdge("E", from: node(ends.0), to: node(ends.1))
      if let arc = weighted.out.edges.firstIndex(of: UInt32(number)), weighted.isWeighted {
        graph.set("weight", of: edge, to: .float(weighted.out.weights[arc]))
      }
    }
    return graph
  }

  fileprivate func node(_ vertex: Int) -> NodeID { NodeID(rawValue: UInt32(vertex)) }

  fileprivate func ends(_ expected: [String: Any]) -> (source: NodeID, target: NodeID)? {
    guard let source = expected["source"] as? Int, let target = expected["target"] as? Int else { return nil }
    return (node(source), node(target))
  }

  /// Each hop costs 1.
  fileprivate var hops: PathOptions {
    var options = PathOptions()
    options.direction = isDirected ? .outgoing : .either
    return options
  }

  /// Each hop costs the weight of its edge.
  fileprivate var costs: PathOptions {
    var options = hops
    let graph = store
    options.cost = { _, hop in graph.value("weight", of: hop.edge)?.number ?? 1 }
    return options
  }
}
