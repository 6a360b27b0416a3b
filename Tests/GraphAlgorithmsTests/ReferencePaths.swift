import GraphAlgorithms
import GraphModel
import TestSupport

/// Slow answers to questions about paths, straight from their definitions.
struct ReferencePaths {
  let graph: AdjacencyGraph
  let options: PathOptions

  /// The cheapest cost between all pairs, by Floyd and Warshall's scheme; infinite where there is no path.
  ///
  /// Knows nothing of nodes that paths may not pass through.
  func costs() -> [[Double]] {
    let count = graph.nodeBound
    var costs = [[Double]](repeating: Array(repeating: .infinity, count: count), count: count)
    for from in graph.nodes {
      costs[from.index][from.index] = 0
      for hop in graph.hops(from: from, options.direction) {
        let cost = options.cost(from, hop) ?? .infinity
        costs[from.index][hop.neighbor.index] = min(costs[from.index][hop.neighbor.index], cost)
      }
    }
    for middle in 0..<count {
      for from in 0..<count {
        for to in 0..<count {
          costs[from][to] = min(costs[from][to], costs[from][middle] + costs[middle][to])
        }
      }
    }
    return costs
  }

  /// All paths between two nodes in the promised order, by trying everything.
  func all(from start: NodeID, to end: NodeID) -> [Path] {
    var found: [[NodeID]: Path] = [:]
    extend([start], [], to: end, &found)
    return found.values.filter { path in
      path.cost <= options.maximumCost ?? .infinity && path.edges.count <= options.maximumHops ?? .max
    }.sorted(by: precedes)
  }

  /// Whether a path is a walk in the graph along its edges, at its cost, through allowed nodes, none twice.
  func isSound(_ path: Path, from start: NodeID, to end: NodeID) -> Bool {
    guard path.nodes.first == start, path.nodes.last == end, Set(path.nodes).count == path.nodes.count,
      path.edges.count == path.nodes.count - 1, path.nodes.dropFirst().dropLast().allSatisfy(options.allows)
    else { return false }
    var costs: [Double] = []
    for (position, edge) in path.edges.enumerated() {
      let hop = graph.hops(from: path.nodes[position], options.direction)
        .first { $0.edge == edge && $0.neighbor == path.nodes[position + 1] }
      guard let hop, let cost = options.cost(path.nodes[position], hop) else { return false }
      costs.append(cost)
    }
    return path.cost == costs.reversed().reduce(0) { $1 + $0 }
  }

  private func extend(
    _ nodes: [NodeID], _ hops: [(cost: Double, edge: EdgeID)], to end: NodeID, _ found: inout [[NodeID]: Path]
  ) {
    guard let last = nodes.last else { return }
    if last == end {
      let cost = hops.reversed().reduce(0) { $1.cost + $0 }
      let path = Path(nodes: nodes, edges: hops.map(\.edge), cost: cost)
      // Of parallel edges the cheapest, then the smallest, hop by hop.
      if let known = found[nodes], (known.cost, known.edges) <= (cost, path.edges) { return }
      found[nodes] = path
      return
    }
    if nodes.count > 1, !options.allows(last) { return }
    for hop in graph.hops(from: last, options.direction) where !nodes.contains(hop.neighbor) {
      guard let cost = options.cost(last, hop) else { continue }
      extend(nodes + [hop.neighbor], hops + [(cost, hop.edge)], to: end, &found)
    }
  }

  private func precedes(_ left: Path, _ right: Path) -> Bool {
    if left.cost != right.cost { return left.cost < right.cost }
    if left.nodes.count != right.nodes.count { return left.nodes.count < right.nodes.count }
    return left.nodes.lexicographicallyPrecedes(right.nodes)
  }
}

private func <= (left: (Double, [EdgeID]), right: (Double, [EdgeID])) -> Bool {
  left.0 < right.0 || (left.0 == right.0 && !right.1.lexicographicallyPrecedes(left.1))
}
