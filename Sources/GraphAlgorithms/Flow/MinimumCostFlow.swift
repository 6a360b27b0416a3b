import GraphModel

/// An arc of a network in which sending costs something.
public struct CostArc: Hashable, Sendable {
  /// Where it begins.
  public let source: Int
  /// Where it ends.
  public let target: Int
  /// How much it can carry.
  public let capacity: Int
  /// What it costs to send one along; may be below 0.
  public let cost: Double

  /// Describes an arc.
  public init(from source: Int, to target: Int, capacity: Int, cost: Double) {
    self.source = source
    self.target = target
    self.capacity = capacity
    self.cost = cost
  }
}

/// A flow that no other of the same amount undercuts, and the proof of it.
public struct MinimumCostFlow: Hashable, Sendable {
  /// How much flows.
  public let amount: Int
  /// What it costs.
  public let cost: Double
  /// What flows along each arc, in the order of the arcs.
  public let flows: [Int]
  /// Prices of the vertices: an arc that is not full costs at least the rise of the price along it, an arc that is not
  /// empty at most that (complementary slackness), so no way round is cheaper.
  public let potentials: [Double]
}

/// The cheapest way to send an amount from one vertex to another: successive shortest paths with potentials.
///
/// - Parameters:
///   - wanted: How much to send; as much as possible when nil. When less fits, that is sent.
///   - arcs: The arcs, between vertices 0..<`vertexCount`; costs must be finite.
/// - Returns: The flow; nil when a circle of arcs costs less than nothing, so that there is no cheapest path.
/// - Complexity: O(n m) for costs below 0 and O(m log n) for each of at most `amount` paths; O(n + m) memory.
/// - SeeAlso: J. Edmonds and R. M. Karp, "Theoretical improvements in algorithmic efficiency for network flow
///   problems",
///   JACM 19 (1972), doi:10.1145/321694.321699.
public func minimumCostFlow(
  _ wanted: Int? = nil, from source: Int, to target: Int, over arcs: [CostArc], vertexCount: Int,
  execution: Execution = Execution()
) throws(Cancelled) -> MinimumCostFlow? {
  var network = CostNetwork(arcs, vertexCount)
  guard network.findPotentials() else { return nil }
  var amount = 0
  let limit = source == target ? 0 : wanted ?? .max
  while amount < limit {
    try execution.checkpoint()
    guard network.findPaths(from: source, to: target) else { break }
    amount += network.push(limit - amount, from: source, to: target)
  }
  let flows = arcs.indices.map { network.residuals[2 * $0 + 1] }
  let cost = zip(arcs, flows).reduce(0.0) { $0 + $1.0.cost * Double($1.1) }
  return MinimumCostFlow(amount: amount, cost: cost, flows: flows, potentials: network.potentials)
}

/// Entry 2k is arc k, entry 2k + 1 the way back along it.
private struct CostNetwork {
  var residuals: [Int] = []
  var potentials: [Double]
  private var offsets: [Int]
  private var entries: [Int]
  private var targets: [Int] = []
  private var costs: [Double] = []
  private var distances: [Double]
  private var arrivals: [Int]

  init(_ arcs: [CostArc], _ vertexCount: Int) {
    offsets = [Int](repeating: 0, count: vertexCount + 1)
    for arc in arcs {
      residuals += [max(0, arc.capacity), 0]
      targets += [arc.target, arc.source]
      costs += [arc.cost, -arc.cost]
      offsets[arc.source + 1] += 1
      offsets[arc.target + 1] += 1
    }
    for vertex in 0..<vertexCount { offsets[vertex + 1] += offsets[vertex] }
    entries = [Int](repeating: 0, count: targets.count)
    var next = offsets
    for entry in targets.indices {
      let vertex = targets[entry ^ 1]
      entries[next[vertex]] = entry
      next[vertex] += 1
    }
    potentials = [Double](repeating: 0, count: vertexCount)
    distances = potentials
    arrivals = [Int](repeating: -1, count: vertexCount)
  }

  /// Bellman and Ford from everywhere at once; returns whether no circle costs less than nothing.
  mutating func findPotentials() -> Bool {
    for _ in 0...potentials.count {
      var isSettled = true
      for entry in targets.indices where residuals[entry] > 0 {
        let reached = potentials[targets[entry ^ 1]] + costs[entry]
        guard reached < potentials[targets[entry]] else { continue }
        potentials[targets[entry]] = reached
        isSettled = false
      }
      if isSettled { return true }
    }
    return false
  }

  /// Dijkstra over costs reduced by the potentials, which are brought up to date; returns whether the target is
  /// reached.
  mutating func findPaths(from source: Int, to target: Int) -> Bool {
    for vertex in distances.indices { distances[vertex] = .infinity }
    distances[source] = 0
    var heap = BinaryHeap<NearVertex>()
    heap.insert(NearVertex(distance: 0, vertex: source))
    while let near = heap.removeFirst() {
      let vertex = near.vertex
      if near.distance > distances[vertex] { continue }
      if vertex == target { break }
      for entry in entries[offsets[vertex]..<offsets[vertex + 1]] where residuals[entry] > 0 {
        let other = targets[entry]
        let reduced = max(0, costs[entry] + potentials[vertex] - potentials[other])
        guard near.distance + reduced < distances[other] else { continue }
        distances[other] = near.distance + reduced
        arrivals[other] = entry
        heap.insert(NearVertex(distance: distances[other], vertex: other))
      }
    }
    guard distances[target] < .infinity else { return false }
    for vertex in potentials.indices { potentials[vertex] += min(distances[vertex], distances[target]) }
    return true
  }

  /// Sends as much as fits along the path that was found; returns how much.
  mutating func push(_ limit: Int, from source: Int, to target: Int) -> Int {
    var amount = limit
    var vertex = target
    while vertex != source {
      amount = min(amount, residuals[arrivals[vertex]])
      vertex = targets[arrivals[vertex] ^ 1]
    }
    vertex = target
    while vertex != source {
      residuals[arrivals[vertex]] -= amount
      residuals[arrivals[vertex] ^ 1] += amount
      vertex = targets[arrivals[vertex] ^ 1]
    }
    return amount
  }
}

/// A vertex in a queue, nearest first, equally near ones by number.
struct NearVertex: Comparable {
  let distance: Double
  let vertex: Int

  static func < (left: NearVertex, right: NearVertex) -> Bool {
    left.distance != right.distance ? left.distance < right.distance : left.vertex < right.vertex
  }
}

extension Procedure {
  static let minimumCostFlow = Procedure(
    "flow.minimumCost", "The cheapest way to send an amount between two nodes; a weight is a capacity, in whole units.",
    [
      Parameter("source", .node, .string(""), "Where it flows from; the first node when empty."),
      Parameter("target", .node, .string(""), "Where it flows to; the last node when empty."),
      Parameter("amount", .integer, .integer(0), "How much to send; as much as possible when 0."),
      Parameter("cost", .string, .string(""), "Property with the cost of one unit; 1 each when empty or missing."),
    ] + Parameter.projection(directed: true),
    columns: [
      Column("from", .node), Column("to", .node), Column("flow", .integer), Column("cost", .float),
    ],
    example: "flow.minimumCost"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: true)
    guard graph.vertexCount > 1 else { return [] }
    let source = try call.string("source").isEmpty ? 0 : call.vertex("source", in: graph)
    let target = try call.string("target").isEmpty ? graph.vertexCount - 1 : call.vertex("target", in: graph)
    let amount = try call.integer("amount")
    let arcs = try costArcs(of: graph, call)
    let flow = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.minimumCostFlow(
        amount > 0 ? amount : nil, from: source, to: target, over: arcs, vertexCount: graph.vertexCount,
        execution: call.execution)
    }
    guard let flow else { throw ProcedureError("a circle of relationships costs less than nothing") }
    return arcs.indices.filter { flow.flows[$0] > 0 }.map { number in
      let arc = arcs[number]
      return [
        .node(graph.nodes[arc.source]), .node(graph.nodes[arc.target]),
        .integer(Int64(flow.flows[number])), .float(arc.cost * Double(flow.flows[number])),
      ]
    }
  }

  /// The arcs of a graph with capacity and cost; an undirected edge leads either way.
  private static func costArcs(of graph: CompressedGraph, _ call: ProcedureCall) throws(ProcedureError) -> [CostArc] {
    let cost = try call.string("cost")
    var arcs: [CostArc] = []
    for vertex in 0..<graph.vertexCount {
      for arc in graph.out.range(of: vertex) {
        let edge = graph.edgeIDs[Int(graph.out.edges[arc])]
        let price = cost.isEmpty ? 1 : call.graph.value(PropertyKey(cost), of: edge)?.number ?? 1
        let capacity = graph.isWeighted ? graph.out.weights[arc].rounded(.down) : 1
        guard price.isFinite, abs(capacity) < 1e15 else { throw ProcedureError("costs and weights must be finite") }
        arcs.append(
          CostArc(from: vertex, to: Int(graph.out.targets[arc]), capacity: Int(max(0, capacity)), cost: price))
      }
    }
    return arcs
  }
}
