public import GraphModel

/// How many hops every node is away from a start.
public struct BreadthFirstDistances: Sendable {
  /// The number of hops by `index`; `nil` for nodes that were not reached.
  public let distances: [Int?]
  /// The nodes that were reached, the start first, by distance, then by id.
  public let reached: [NodeID]

  /// How many nodes were reached, the start included.
  public var reachedCount: Int { reached.count }

  /// The number of hops to a node; `nil` when it was not reached.
  ///
  /// - Complexity: O(1).
  public subscript(node: NodeID) -> Int? { node.index < distances.count ? distances[node.index] : nil }
}

/// Counts the hops from a node to all others, breadth first.
///
/// Of the options the direction counts, whether a hop has a cost at all, and ``PathOptions/maximumHops``. A node through
/// which paths may not pass is reached but not left.
///
/// ```swift
/// let circle = breadthFirstDistances(from: ada, in: graph, limit: 2).reached
/// ```
///
/// - Parameters:
///   - start: Where to begin; nothing is reached when the graph does not have it.
///   - limit: Nodes farther away are not reached.
/// - Returns: The distances; they do not depend on the order of edges.
/// - Complexity: O(n + m log n) time, O(n) memory.
public func breadthFirstDistances(
  from start: NodeID, in graph: some GraphView, options: PathOptions = PathOptions(), limit: Int = .max
) -> BreadthFirstDistances {
  var distances = [Int?](repeating: nil, count: graph.nodeBound)
  var reached: [NodeID] = []
  let limit = min(limit, options.maximumHops ?? .max)
  var frontier = graph.contains(start) && limit >= 0 ? [start] : []
  if let first = frontier.first { distances[first.index] = 0 }
  var distance = 0
  while !frontier.isEmpty {
    reached += frontier
    if distance == limit { break }
    distance += 1
    var next: [NodeID] = []
    for node in frontier where node == start || options.allows(node) {
      graph.forEachHop(from: node, options.direction) { hop in
        guard distances[hop.neighbor.index] == nil, options.cost(node, hop) != nil else { return }
        distances[hop.neighbor.index] = distance
        next.append(hop.neighbor)
      }
    }
    frontier = next.sorted()
  }
  return BreadthFirstDistances(distances: distances, reached: reached)
}
