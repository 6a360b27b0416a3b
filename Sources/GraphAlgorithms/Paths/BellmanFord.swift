public import GraphModel

/// The cheapest costs from a node to all others where costs may be negative.
public struct SignedDistances: Sendable {
  /// The cost by `index`; `nil` for nodes that cannot be reached.
  public let costs: [Double?]
  /// The edge by which a cheapest way arrives at each node; `nil` for the start and for nodes that cannot be reached.
  public let arrivals: [EdgeID?]
  /// The node before each node on a cheapest way.
  public let previous: [NodeID?]

  /// The cheapest way to a node; `nil` when it cannot be reached.
  public func path(to node: NodeID) -> Path? {
    guard node.index < costs.count, let cost = costs[node.index] else { return nil }
    var nodes = [node]
    var edges: [EdgeID] = []
    while let last = nodes.last, let before = previous[last.index], let edge = arrivals[last.index] {
      nodes.append(before)
      edges.append(edge)
    }
    return Path(nodes: nodes.reversed(), edges: edges.reversed(), cost: cost)
  }
}

/// A circle on which every round makes a way cheaper, so that no way is the cheapest.
public struct NegativeCycle: Error, Hashable, Sendable {
  /// The nodes in order; the last is joined to the first.
  public let nodes: [NodeID]
  /// The edges, each from the node at its position to the next.
  public let edges: [EdgeID]
}

/// Finds the cheapest costs from a node to all others; costs may be negative as long as no circle is.
///
/// Of the options the direction, the costs and the nodes that may be passed through count. Along `either` an edge of negative
/// cost is a circle by itself.
///
/// - Throws: ``NegativeCycle`` that can be reached from the start.
/// - Complexity: O(n m) time, O(n + m) memory; it ends as soon as a round changes nothing.
/// - SeeAlso: R. Bellman, "On a routing problem", Quarterly of Applied Mathematics 16 (1958), doi:10.1090/qam/102435; L. R. Ford,
///   "Network flow theory", RAND P-923 (1956).
public func signedDistances(
  from start: NodeID, in graph: some GraphView, options: PathOptions = PathOptions()
) throws(NegativeCycle) -> SignedDistances {
  var costs = [Double?](repeating: nil, count: graph.nodeBound)
  var arrivals = [EdgeID?](repeating: nil, count: graph.nodeBound)
  var previous = [NodeID?](repeating: nil, count: graph.nodeBound)
  guard graph.contains(start) else { return SignedDistances(costs: costs, arrivals: arrivals, previous: previous) }
  costs[start.index] = 0
  let ways = waysOn(in: graph, start: start, options)
  var changed: NodeID?
  for _ in 0...graph.nodeCount {
    changed = nil
    for way in ways {
      guard let cost = costs[way.from.index].map({ $0 + way.cost }) else { continue }
      if let known = costs[way.to.index], known <= cost { continue }
      costs[way.to.index] = cost
      arrivals[way.to.index] = way.edge
      previous[way.to.index] = way.from
      changed = way.to
    }
    if changed == nil { return SignedDistances(costs: costs, arrivals: arrivals, previous: previous) }
  }
  throw cycle(behind: changed ?? start, previous, arrivals)
}

/// A hop that may be taken, with its cost.
private struct PricedHop {
  let from: NodeID
  let to: NodeID
  let edge: EdgeID
  let cost: Double
}

private func waysOn(in graph: some GraphView, start: NodeID, _ options: PathOptions) -> [PricedHop] {
  var ways: [PricedHop] = []
  for node in graph.nodes where node == start || options.allows(node) {
    graph.forEachHop(from: node, options.direction) { hop in
      guard let cost = options.cost(node, hop), cost < .infinity else { return }
      ways.append(PricedHop(from: node, to: hop.neighbor, edge: hop.edge, cost: cost))
    }
  }
  return ways
}

/// The circle into which one runs by walking back from a node that still became cheaper in the last round.
private func cycle(behind node: NodeID, _ previous: [NodeID?], _ arrivals: [EdgeID?]) -> NegativeCycle {
  var node = node
  for _ in previous.indices { node = previous[node.index] ?? node }
  var nodes: [NodeID] = []
  var edges: [EdgeID] = []
  var current = node
  repeat {
    guard let before = previous[current.index], let edge = arrivals[current.index] else { break }
    nodes.append(before)
    edges.append(edge)
    current = before
  } while current != node
  return NegativeCycle(nodes: nodes.reversed(), edges: edges.reversed())
}
