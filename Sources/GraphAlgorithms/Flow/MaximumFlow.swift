public import GraphModel

/// The most that can flow from one vertex to another, how, and the proof of it.
public struct MaximumFlow: Hashable, Sendable {
  /// How much arrives.
  public let value: Double
  /// What flows along each arc of `out`; of the two arcs of an undirected edge only one has any.
  public let flows: [Double]
  /// The vertices on the side of the source in a cut whose capacity is ``value``: nothing more gets across.
  public let sourceSide: [Int]
  /// The arcs of `out` that lead across the cut, ascending.
  public let cutArcs: [Int]
}

/// The most that can flow from one vertex to another when weights are capacities: Dinic's algorithm.
///
/// An undirected edge carries its capacity either way. Arcs without a capacity above 0 carry nothing; without weights
/// every arc carries 1, and the value is the number of paths that share no edge. From a vertex to itself flows nothing.
///
/// ```swift
/// let flow = try maximumFlow(from: 0, to: 5, in: graph)
/// flow.value == flow.cutArcs.reduce(0) { $0 + graph.out.weights[$1] }   // true, up to rounding
/// ```
///
/// - Returns: One of the largest flows with the cut nearest to the source; integers stay integers.
/// - Complexity: O(n² m) time, O(m √m) for unit capacities, far less in practice; O(n + m) memory.
/// - SeeAlso: E. A. Dinic, "Algorithm for solution of a problem of maximum flow in networks with power estimation",
///   Soviet Math. Dokl. 11 (1970); L. R. Ford and D. R. Fulkerson, "Maximal flow through a network", Canadian J. Math.
///   8
///   (1956), doi:10.4153/CJM-1956-045-5 (for the cut).
public func maximumFlow(
  from source: Int, to target: Int, in graph: CompressedGraph, execution: Execution = Execution()
) throws(Cancelled) -> MaximumFlow {
  var network = ResidualNetwork(of: graph)
  var value = 0.0
  while source != target {
    try execution.checkpoint()
    guard network.layer(from: source, to: target) else { break }
    value += network.saturate(from: source, to: target)
  }
  if source == target { network.standAlone(source) }
  let isNear = network.isReached
  var cut: [Int] = []
  for vertex in 0..<graph.vertexCount where isNear[vertex] && source != target {
    for arc in graph.out.range(of: vertex) {
      let capacity = graph.isWeighted ? graph.out.weights[arc] : 1
      if !isNear[Int(graph.out.targets[arc])], capacity > 0 { cut.append(arc) }
    }
  }
  return MaximumFlow(
    value: value, flows: network.flows(in: graph), sourceSide: isNear.indices.filter { isNear[$0] }, cutArcs: cut)
}

/// What each arc can still carry; every edge stands at both of its ends.
private struct ResidualNetwork {
  private var offsets: [Int]
  private var targets: [Int32]
  private var opposites: [Int32]
  private var residuals: [Double]
  /// The arc of ``CompressedGraph/out`` behind each entry; -1 for the way back along a directed arc.
  private var origins: [Int32]
  private var levels: [Int32]
  private var queue: [Int32] = []
  private var next: [Int] = []
  private var path: [Int] = []

  init(of graph: CompressedGraph) {
    let count = graph.vertexCount
    let (out, into) = (graph.out, graph.into)
    offsets = [0]
    offsets.reserveCapacity(count + 1)
    targets = []
    residuals = []
    origins = []
    var first = [Int32](repeating: -1, count: graph.edgeCount)
    var opposites: [Int32] = []
    for vertex in 0..<count {
      for arc in out.range(of: vertex) {
        let capacity = out.targets[arc] == UInt32(vertex) ? 0 : graph.isWeighted ? max(0, out.weights[arc]) : 1
        ResidualNetwork.join(Int(out.edges[arc]), Int32(targets.count), &first, &opposites)
        targets.append(Int32(out.targets[arc]))
        residuals.append(capacity)
        origins.append(Int32(arc))
      }
      for arc in into.range(of: vertex) where graph.isDirected && into.targets[arc] != UInt32(vertex) {
        ResidualNetwork.join(Int(into.edges[arc]), Int32(targets.count), &first, &opposites)
        targets.append(Int32(into.targets[arc]))
        residuals.append(0)
        origins.append(-1)
      }
      offsets.append(targets.count)
    }
    self.opposites = opposites
    levels = [Int32](repeating: -1, count: count)
  }

  /// Makes two entries of one edge known to each other; the entry of a loop is its own opposite.
  private static func join(_ edge: Int, _ entry: Int32, _ first: inout [Int32], _ opposites: inout [Int32]) {
    let other = first[edge] < 0 ? entry : first[edge]
    opposites.append(other)
    opposites[Int(other)] = entry
    first[edge] = entry
  }

  var isReached: [Bool] { levels.map { $0 >= 0 } }

  mutating func standAlone(_ vertex: Int) {
    for other in levels.indices { levels[other] = other == vertex ? 0 : -1 }
  }

  /// Numbers the vertices by their distance from the source over arcs that can carry more.
  mutating func layer(from source: Int, to target: Int) -> Bool {
    standAlone(source)
    queue.removeAll(keepingCapacity: true)
    queue.append(Int32(source))
    var position = 0
    while position < queue.count {
      let vertex = Int(queue[position])
      position += 1
      for entry in offsets[vertex]..<offsets[vertex + 1] where residuals[entry] > 0 && levels[Int(targets[entry])] < 0 {
        levels[Int(targets[entry])] = levels[vertex] + 1
        queue.append(targets[entry])
      }
    }
    return levels[target] >= 0
  }

  /// Sends as much as the layers let through; returns how much.
  mutating func saturate(from source: Int, to target: Int) -> Double {
    next = Array(offsets.dropLast())
    path.removeAll(keepingCapacity: true)
    var total = 0.0
    var vertex = source
    while true {
      if vertex == target {
        total += push()
        vertex = source
        path.removeAll(keepingCapacity: true)
        continue
      }
      if advance(from: vertex) {
        path.append(next[vertex])
        vertex = Int(targets[next[vertex]])
      } else if let last = path.popLast() {
        vertex = Int(targets[Int(opposites[last])])
        next[vertex] += 1
      } else {
        return total
      }
    }
  }

  /// Moves to the next arc of a vertex that leads one layer on; returns whether there is one.
  private mutating func advance(from vertex: Int) -> Bool {
    while next[vertex] < offsets[vertex + 1] {
      let entry = next[vertex]
      if residuals[entry] > 0, levels[Int(targets[entry])] == levels[vertex] + 1 { return true }
      next[vertex] += 1
    }
    return false
  }

  private mutating func push() -> Double {
    var amount = Double.infinity
    for entry in path { amount = min(amount, residuals[entry]) }
    for entry in path {
      residuals[entry] -= amount
      residuals[Int(opposites[entry])] += amount
    }
    return amount
  }

  func flows(in graph: CompressedGraph) -> [Double] {
    var flows = [Double](repeating: 0, count: graph.out.targets.count)
    for (entry, origin) in origins.enumerated() where origin >= 0 && Int(opposites[entry]) != entry {
      let capacity = graph.isWeighted ? max(0, graph.out.weights[Int(origin)]) : 1
      flows[Int(origin)] = max(0, capacity - residuals[entry])
    }
    return flows
  }
}

extension Procedure {
  static let maximumFlow = Procedure(
    "flow.maximum", "The most that can flow between two nodes when a weight is a capacity, and along which edges.",
    [
      Parameter("source", .node, .string(""), "Where it flows from; the first node when empty."),
      Parameter("target", .node, .string(""), "Where it flows to; the last node when empty."),
    ] + Parameter.projection(directed: false),
    columns: [
      Column("from", .node), Column("to", .node), Column("flow", .float), Column("isCut", .boolean),
      Column("total", .float),
    ],
    example: "flow.maximum"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    guard graph.vertexCount > 1 else { return [] }
    let source = try call.string("source").isEmpty ? 0 : call.vertex("source", in: graph)
    let target = try call.string("target").isEmpty ? graph.vertexCount - 1 : call.vertex("target", in: graph)
    let flow = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.maximumFlow(from: source, to: target, in: graph, execution: call.execution)
    }
    var isCut = [Bool](repeating: false, count: flow.flows.count)
    for arc in flow.cutArcs { isCut[arc] = true }
    return (0..<graph.vertexCount).flatMap { vertex in
      graph.out.range(of: vertex).filter { flow.flows[$0] > 0 }.map { arc in
        [
          .node(graph.nodes[vertex]), .node(graph.nodes[Int(graph.out.targets[arc])]),
          .float(flow.flows[arc]), .boolean(isCut[arc]), .float(flow.value),
        ]
      }
    }
  }
}
