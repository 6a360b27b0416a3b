public import GraphModel

/// How much more weight lies within the communities of a partition than chance would put there.
///
/// The sum over the communities of L/m - resolution (K/2m)², where m is the total weight, L the weight within the
/// community and K the sum of the degrees of its vertices; in a directed graph of L/m - resolution K⁺K⁻/m², with the
/// weights of the arcs that leave and that arrive. A loop lies within its community and counts twice for the degree
/// of an undirected graph. Weights that are not finite numbers above 0 count as 0.
///
/// ```swift
/// let quality = modularity(of: leiden(in: graph), in: graph)
/// ```
///
/// - Parameters:
///   - partition: A community for each vertex of the graph.
///   - resolution: Above 1 favours smaller communities, below 1 larger ones.
/// - Returns: At most 1; 0 for a graph without weight.
/// - Complexity: O(n + m) time, O(n) memory.
/// - SeeAlso: M. E. J. Newman, "Analysis of weighted networks", Phys. Rev. E 70 (2004), doi:10.1103/PhysRevE.70.056131;
///   E. A. Leicht and M. E. J. Newman, "Community structure in directed networks", Phys. Rev. Lett. 100 (2008),
///   doi:10.1103/PhysRevLett.100.118703.
public func modularity(of partition: Partition, in graph: CompressedGraph, resolution: Double = 1) -> Double {
  let cut = CommunityWeights(of: partition, in: graph)
  guard cut.total > 0 else { return 0 }
  var quality = 0.0
  for community in 0..<partition.count {
    let expected = cut.leaving[community] / cut.total * (cut.arriving[community] / cut.total)
    quality += cut.within[community] / cut.total - resolution * expected
  }
  return quality
}

/// The weights of arcs by the communities of their ends; an undirected edge has two arcs, a loop as well.
struct CommunityWeights {
  /// The weight of the arcs with both ends in each community.
  var within: [Double]
  /// The weight of the arcs that leave the vertices of each community.
  var leaving: [Double]
  /// The weight of the arcs that arrive at the vertices of each community.
  var arriving: [Double]
  /// The weight of all arcs.
  var total = 0.0

  init(of partition: Partition, in graph: CompressedGraph) {
    precondition(partition.numbers.count == graph.vertexCount, "a partition of another graph")
    within = [Double](repeating: 0, count: partition.count)
    (leaving, arriving) = (within, within)
    let strengths = graph.out.strengths
    for vertex in 0..<graph.vertexCount {
      let community = partition.numbers[vertex]
      for arc in graph.out.range(of: vertex) {
        let target = Int(graph.out.targets[arc])
        // An undirected loop stands only once in the list.
        let ways = target == vertex && !graph.isDirected ? 2.0 : 1
        let weight = ways * (strengths.isEmpty ? 1 : strengths[arc])
        leaving[community] += weight
        arriving[partition.numbers[target]] += weight
        if partition.numbers[target] == community { within[community] += weight }
        total += weight
      }
    }
  }
}

extension Procedure {
  static let communityQuality = Procedure(
    "communities.quality", "Communities found by Leiden, with their sizes and how separate they are.",
    communityParameters,
    columns: [Column("community", .integer), Column("size", .integer), Column("conductance", .float)],
    example: "communities.quality"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let options = try call.communityOptions()
    let partition = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.leiden(in: graph, options: options, execution: call.execution)
    }
    let cuts = GraphAlgorithms.conductance(of: partition, in: graph)
    let sizes = partition.sizes
    return sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
      .map { [.integer(Int64($0)), .integer(Int64(sizes[$0])), .float(cuts[$0])] }
  }
}
