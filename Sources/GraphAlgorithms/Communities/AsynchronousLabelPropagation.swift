public import GraphModel

/// Communities by asynchronous label propagation: one vertex after the other, in an order drawn anew for each round,
/// takes the label that weighs most among its neighbours.
///
/// Of several labels a vertex keeps its own, or else draws one. The end is reached when no vertex would change, at the
/// latest after the given rounds. Arcs count in both directions, with their weights.
///
/// - Parameters:
///   - seed: What the draws depend on.
///   - rounds: The largest number of rounds.
/// - Returns: The communities; the same for the same graph and seed.
/// - Complexity: O(n + m) time a round, O(n) memory.
/// - SeeAlso: U. N. Raghavan, R. Albert, S. Kumara, "Near linear time algorithm to detect community structures in
///   large-scale networks", Phys. Rev. E 76 (2007), doi:10.1103/PhysRevE.76.036106.
public func asynchronousLabelPropagation(
  in graph: CompressedGraph, seed: UInt64, rounds: Int = 100, execution: Execution = Execution()
) throws(Cancelled) -> Partition {
  let network = CommunityNetwork(of: graph)
  var labels = (0..<UInt32(graph.vertexCount)).map(\.self)
  var order = labels
  var weights = [Double](repeating: 0, count: graph.vertexCount)
  var bits = RandomBits(seed: seed)
  var touched: [UInt32] = []
  for round in 0..<max(0, rounds) {
    try execution.checkpoint(Double(round) / Double(rounds))
    bits.shuffle(&order)
    var isStable = true
    for vertex in order.lazy.map({ Int($0) }) {
      for arc in network.range(of: vertex) {
        let label = labels[Int(network.targets[arc])]
        if weights[Int(label)] == 0 { touched.append(label) }
        weights[Int(label)] += network.weights[arc]
      }
      let most = touched.reduce(0) { max($0, weights[Int($1)]) }
      if most > weights[Int(labels[vertex])] {
        let best = touched.filter { weights[Int($0)] == most }
        labels[vertex] = best[bits.number(below: best.count)]
        isStable = false
      }
      for label in touched { weights[Int(label)] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
    if isStable { break }
  }
  return Partition(dense: labels, bound: labels.count)
}

extension Procedure {
  static let asynchronousLabelPropagation = Procedure(
    "communities.asynchronousLabelPropagation", "Groups by the label that weighs most next to a node, one at a time.",
    [
      Parameter("seed", .integer, .integer(42), "What draws depend on."),
      Parameter("rounds", .integer, .integer(100), "Largest number of rounds."),
    ] + Parameter.projection(directed: false),
    columns: communityColumns, example: "communities.asynchronousLabelPropagation seed=1"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let (seed, rounds) = (UInt64(bitPattern: Int64(try call.integer("seed"))), try call.integer("rounds"))
    let partition = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.asynchronousLabelPropagation(in: graph, seed: seed, rounds: rounds, execution: call.execution)
    }
    return rows(graph, partition)
  }
}
