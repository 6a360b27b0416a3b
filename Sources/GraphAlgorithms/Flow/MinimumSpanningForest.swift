public import GraphModel

/// Edges of least weight that join what can be joined, without a circle.
public struct MinimumSpanningForest: Hashable, Sendable {
  /// The numbers of the edges, in the order in which they were taken: lightest first, equal ones by number.
  public let edges: [Int]
  /// The sum of their weights; without weights their number.
  public let weight: Double
  /// The number of trees, vertices that stand alone included.
  public let treeCount: Int
}

/// A spanning forest of the least weight: Kruskal's algorithm. Directions do not matter, loops are never taken.
///
/// - Returns: The forest; among equal weights edges with smaller numbers are preferred.
/// - Complexity: O(m log m) time, O(n + m) memory.
/// - SeeAlso: J. B. Kruskal, "On the shortest spanning subtree of a graph and the traveling salesman problem", Proc.
///   AMS 7
///   (1956), doi:10.1090/S0002-9939-1956-0078686-7.
public func minimumSpanningForest(in graph: CompressedGraph) -> MinimumSpanningForest {
  let pairs = weightedPairs(of: graph)
  var order = Array(0..<pairs.count)
  if graph.isWeighted {
    order.sort { pairs[$0].weight != pairs[$1].weight ? pairs[$0].weight < pairs[$1].weight : $0 < $1 }
  }
  return spanningForest(taking: order, of: pairs, vertexCount: graph.vertexCount)
}

/// Takes edges in the given order as long as they close no circle.
func spanningForest(taking order: [Int], of pairs: [WeightedPair<Double>], vertexCount: Int) -> MinimumSpanningForest {
  var parts = DisjointSets(count: vertexCount)
  var edges: [Int] = []
  var weight = 0.0
  for number in order {
    guard edges.count + 1 < vertexCount else { break }
    guard parts.join(pairs[number].first, pairs[number].second) else { continue }
    edges.append(number)
    weight += pairs[number].weight
  }
  return MinimumSpanningForest(edges: edges, weight: weight, treeCount: vertexCount - edges.count)
}

extension Procedure {
  static let minimumSpanningForest = Procedure(
    "flow.spanningForest", "The lightest edges that join all nodes that can be joined.",
    Parameter.projection(directed: false),
    columns: [Column("first", .node), Column("second", .node), Column("weight", .float)],
    example: "flow.spanningForest"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let pairs = weightedPairs(of: graph)
    return GraphAlgorithms.minimumSpanningForest(in: graph).edges.map { edge in
      [
        .node(graph.nodes[pairs[edge].first]), .node(graph.nodes[pairs[edge].second]),
        .float(pairs[edge].weight),
      ]
    }
  }
}
