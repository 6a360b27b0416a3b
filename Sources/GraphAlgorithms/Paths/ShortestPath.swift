public import GraphModel

/// The cheapest path between two nodes.
///
/// Of paths that cost the same the one with the fewest hops is found, then the one whose sequence of nodes is smallest;
/// of parallel edges the cheapest, then the one with the smallest id. The answer is the same on every run, whatever the
/// order in which the graph was built.
///
/// ```swift
/// if let path = try shortestPath(from: ada, to: alan, in: graph) { print(path.nodes) }
/// ```
///
/// - Returns: `nil` when there is no path, also when an end is not in the graph; from a node to itself a path of one
///   node, whatever the options.
/// - Throws: ``PathError`` when the cost of an edge that can be reached from the start is negative or no number.
/// - Complexity: O((n + m) log n) time for the n nodes and m edges that can be reached from the start, and
///   O(`nodeBound` + m) memory. With ``PathOptions/maximumHops`` h: O(h m) time, O(h n) memory.
/// - SeeAlso: E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1 (1959),
///   doi:10.1007/BF01386390.
public func shortestPath(
  from start: NodeID, to end: NodeID, in graph: some GraphView, options: PathOptions = PathOptions()
) throws(PathError) -> Path? {
  try shortestPaths(from: start, to: end, count: 1, in: graph, options: options).first
}
