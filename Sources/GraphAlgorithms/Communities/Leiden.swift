public import GraphModel

/// Communities of high modularity, each of which hangs together, by the Leiden method.
///
/// Vertices move to better communities; each community is then refined: its vertices start alone and join well-connected
/// parts of it where that raises the modularity most; the parts become the vertices of the next level. Where the
/// published method draws a part at random, this one takes the best, so that the result is always the same.
///
/// Works with directions and weights as ``modularity(of:in:resolution:)`` defines them.
///
/// ```swift
/// let communities = try leiden(in: graph)
/// print(communities.count, modularity(of: communities, in: graph))
/// ```
///
/// - Returns: Communities within each of which paths lead from every vertex to every other, whatever the direction, and
///   of which no two are better joined; the same for the same graph and options at any number of threads.
/// - Complexity: O(n + m) a round and level, few rounds and levels in practice; O(n + m) memory.
/// - SeeAlso: V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected communities",
///   Scientific Reports 9 (2019), doi:10.1038/s41598-019-41695-z.
public func leiden(
  in graph: CompressedGraph, options: CommunityOptions = CommunityOptions(), execution: Execution = Execution()
) throws(Cancelled) -> Partition {
  let whole = CommunityNetwork(of: graph)
  var communities = (0..<UInt32(graph.vertexCount)).map(\.self)
  guard whole.total > 0 else { return Partition(dense: communities, bound: communities.count) }
  for repetition in 0..<max(1, options.repetitions) {
    let before = communities
    communities = try improved(communities, whole, options, repetition, execution)
    _ = renumber(&communities, bound: communities.count)
    if communities == before { break }
  }
  return Partition(dense: communities, bound: communities.count)
}

/// One search through all levels, from given communities.
private func improved(
  _ communities: [UInt32], _ whole: CommunityNetwork, _ options: CommunityOptions, _ repetition: Int,
  _ execution: Execution
) throws(Cancelled) -> [UInt32] {
  var network = whole
  var start = communities
  // The vertex of the current network that stands for each vertex of the graph.
  var places = (0..<UInt32(whole.vertexCount)).map(\.self)
  var level = 0
  while true {
    let count = network.vertexCount
    let order = options.order(count, round: 64 * repetition + level)
    var moves = CommunityMoves(network, from: start, resolution: options.resolution)
    // What a search that will be repeated leaves undone at the vertices is caught then. Coarser vertices find better
    // places before too many single ones have crowded around the hubs.
    let isDraft = level == 0 && repetition + 1 < options.repetitions
    _ = try moves.settle(network, order: order, atMost: isDraft ? count : .max, execution)
    var coarse = moves.communities
    let coarseCount = renumber(&coarse, bound: count)
    if coarseCount == count { return places }
    var refinement = CommunityRefinement(network, within: coarse, count: coarseCount, options.resolution)
    refinement.join(network, order: order)
    var parts = refinement.parts
    var partCount = renumber(&parts, bound: count)
    if partCount == count {
      parts = connectedParts(network, within: coarse)
      partCount = renumber(&parts, bound: count)
      if partCount == count { return places }
    }
    start = [UInt32](repeating: 0, count: partCount)
    for vertex in 0..<count { start[Int(parts[vertex])] = coarse[vertex] }
    network = network.merged(by: parts, count: partCount)
    for vertex in places.indices { places[vertex] = parts[Int(places[vertex])] }
    level += 1
  }
}

/// The parts of communities that hang together.
private func connectedParts(_ network: CommunityNetwork, within communities: [UInt32]) -> [UInt32] {
  var parts = [UInt32](repeating: .max, count: network.vertexCount)
  for first in parts.indices where parts[first] == .max {
    parts[first] = UInt32(first)
    var found = [first]
    while let vertex = found.popLast() {
      for arc in network.range(of: vertex) where network.weights[arc] > 0 {
        let neighbor = Int(network.targets[arc])
        guard parts[neighbor] == .max, communities[neighbor] == communities[vertex] else { continue }
        parts[neighbor] = UInt32(first)
        found.append(neighbor)
      }
    }
  }
  return parts
}

extension Procedure {
  static let leiden = Procedure(
    "communities.leiden", "Groups of nodes with many relationships within and few between them (Leiden).",
    communityParameters, columns: communityColumns, example: "communities.leiden resolution=1.0"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let options = try call.communityOptions()
    let partition = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.leiden(in: graph, options: options, execution: call.execution)
    }
    return rows(graph, partition)
  }
}
