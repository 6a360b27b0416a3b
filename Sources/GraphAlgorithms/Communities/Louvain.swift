public import GraphModel

/// How communities of high modularity are sought.
public struct CommunityOptions: Hashable, Sendable {
  /// Above 1 favours smaller communities, below 1 larger ones.
  public var resolution = 1.0
  /// Decides the order in which vertices are visited; 0 visits them in the order of their numbers.
  public var seed: UInt64 = 0
  /// How often the whole search is repeated from its own result; fewer when nothing changes.
  public var repetitions = 2

  /// Resolution 1, vertices in order, two searches.
  public init() {}

  /// The vertices of a network in the order in which they are visited.
  func order(_ count: Int, round: Int) -> [UInt32] {
    var order = (0..<UInt32(count)).map(\.self)
    guard seed != 0 else { return order }
    var bits = RandomBits(seed: seed &+ UInt64(round) &* 0x9E37_79B9)
    bits.shuffle(&order)
    return order
  }
}

/// Communities of high modularity by the Louvain method: vertices move to better communities, communities become
/// vertices, and so on.
///
/// Works with directions and weights as ``modularity(of:in:resolution:)`` defines them. A community may fall apart into
/// pieces that no edge joins; ``leiden(in:options:execution:)`` never gives such ones and is as fast.
///
/// - Returns: The communities; the same for the same graph and options at any number of threads.
/// - Complexity: O(n + m) a round and level, few rounds and levels in practice; O(n + m) memory.
/// - SeeAlso: V. D. Blondel et al., "Fast unfolding of communities in large networks", J. Stat. Mech. (2008) P10008,
///   doi:10.1088/1742-5468/2008/10/P10008.
public func louvain(
  in graph: CompressedGraph, options: CommunityOptions = CommunityOptions(), execution: Execution = Execution()
) throws(Cancelled) -> Partition {
  let whole = CommunityNetwork(of: graph)
  var communities = (0..<UInt32(graph.vertexCount)).map(\.self)
  guard whole.total > 0 else { return Partition(dense: communities, bound: communities.count) }
  for repetition in 0..<max(1, options.repetitions) {
    var network = whole
    var start = communities
    var (moved, level) = (0, 0)
    while true {
      var moves = CommunityMoves(network, from: start, resolution: options.resolution)
      let order = options.order(network.vertexCount, round: 64 * repetition + level)
      moved += try moves.settle(network, order: order, execution)
      var found = moves.communities
      let count = renumber(&found, bound: network.vertexCount)
      communities = level == 0 ? found : communities.map { found[Int($0)] }
      guard count < network.vertexCount else { break }
      network = network.merged(by: found, count: count)
      start = (0..<UInt32(count)).map(\.self)
      level += 1
    }
    if moved == 0 { break }
  }
  return Partition(dense: communities, bound: communities.count)
}

extension Procedure {
  static let louvain = Procedure(
    "communities.louvain", "Groups of nodes with many relationships within and few between them (Louvain).",
    communityParameters, columns: communityColumns, example: "communities.louvain resolution=1.0"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let options = try call.communityOptions()
    let partition = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.louvain(in: graph, options: options, execution: call.execution)
    }
    return rows(graph, partition)
  }

  /// What searches for communities of high modularity take.
  static let communityParameters =
    [
      Parameter("resolution", .float, .float(1), "Above 1 gives smaller communities, below 1 larger ones."),
      Parameter("seed", .integer, .integer(0), "Order in which nodes are visited; 0 for that of their numbers."),
      Parameter("repetitions", .integer, .integer(2), "How often the search goes on from its own result."),
    ] + Parameter.projection(directed: false)

  /// The columns of a community per node.
  static let communityColumns = [Column("node", .node), Column("community", .integer)]

  /// A row of node and number of community for each vertex, by community and then by node.
  static func rows(_ graph: CompressedGraph, _ partition: Partition) -> [[Value]] {
    partition.members.enumerated().flatMap { number, members in
      members.map { [.node(graph.nodes[$0]), .integer(Int64(number))] }
    }
  }
}

extension ProcedureCall {
  /// How communities are sought, by the parameters of these procedures.
  func communityOptions() throws(ProcedureError) -> CommunityOptions {
    var options = CommunityOptions()
    options.resolution = try float("resolution")
    options.seed = UInt64(bitPattern: Int64(try integer("seed")))
    options.repetitions = try integer("repetitions")
    guard options.resolution >= 0 else { throw ProcedureError("resolution must not be negative") }
    return options
  }
}
