public import GraphModel

/// What a depth-first search has met, in both of its orders.
public struct DepthFirstOrder: Sendable {
  /// The nodes in the order in which they were entered.
  public let entered: [NodeID]
  /// The nodes in the order in which they were left: each after all that was found from it.
  public let left: [NodeID]
  /// For each entered node, by position in ``entered``, the hop's edge by which it was entered; `nil` for a start.
  public let treeEdges: [EdgeID?]
  /// For each entered node, by position in ``entered``, how many hops lie between it and its start along the tree.
  public let depths: [Int]
}

/// Goes through everything that can be reached from some nodes, always on from the node entered last.
///
/// Hops are tried in the order of the graph: outgoing before incoming, then by type, then by creation. Of the options the direction counts,
/// whether a hop has a cost at all, which nodes may be passed through, and ``PathOptions/maximumHops`` as the largest depth.
///
/// ```swift
/// let order = depthFirstOrder(from: [root], in: graph, options: options).left   // children before parents
/// ```
///
/// - Parameter starts: Where to begin, one after the other; those that were entered already are passed over.
/// - Complexity: O(n + m) time and memory; no recursion, so deep graphs are no trouble.
/// - SeeAlso: R. E. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1 (1972),
///   doi:10.1137/0201010.
public func depthFirstOrder(
  from starts: [NodeID], in graph: some GraphView, options: PathOptions = PathOptions()
) -> DepthFirstOrder {
  var isEntered = [Bool](repeating: false, count: graph.nodeBound)
  var (entered, left): ([NodeID], [NodeID]) = ([], [])
  var treeEdges: [EdgeID?] = []
  var depths: [Int] = []
  let limit = options.maximumHops ?? .max
  for start in starts where graph.contains(start) && !isEntered[start.index] {
    var trail: [(node: NodeID, hops: [Hop], next: Int)] = []
    func enter(_ node: NodeID, by edge: EdgeID?) {
      isEntered[node.index] = true
      entered.append(node)
      treeEdges.append(edge)
      depths.append(trail.count)
      let goesOn = trail.count < limit && (node == start || options.allows(node))
      let hops = goesOn ? graph.hops(from: node, options.direction).filter { options.cost(node, $0) != nil } : []
      trail.append((node, hops, 0))
    }
    enter(start, by: nil)
    while let last = trail.last {
      if last.next == last.hops.count {
        left.append(last.node)
        trail.removeLast()
        continue
      }
      trail[trail.count - 1].next += 1
      let hop = last.hops[last.next]
      if !isEntered[hop.neighbor.index] { enter(hop.neighbor, by: hop.edge) }
    }
  }
  return DepthFirstOrder(entered: entered, left: left, treeEdges: treeEdges, depths: depths)
}
