public import GraphModel

/// For each community the share of its weight that leads out of it.
///
/// The weight of the arcs that leave the community, divided by the smaller of the weights of all arcs that begin inside
/// and of all that begin outside; 0 where one of them is 0. An undirected edge has an arc each way.
///
/// - Parameter partition: A community for each vertex of the graph.
/// - Returns: A number of 0...1 for each community, in the order of their numbers: 0 is wholly separate.
/// - Complexity: O(n + m) time, O(n) memory.
/// - SeeAlso: J. Shi and J. Malik, "Normalized cuts and image segmentation", IEEE TPAMI 22 (2000),
///   doi:10.1109/34.868688.
public func conductance(of partition: Partition, in graph: CompressedGraph) -> [Double] {
  let weights = CommunityWeights(of: partition, in: graph)
  return (0..<partition.count).map { community in
    let smaller = min(weights.leaving[community], weights.total - weights.leaving[community])
    guard smaller > 0 else { return 0 }
    return min(1, (weights.leaving[community] - weights.within[community]) / smaller)
  }
}
