public import GraphModel

/// Communities by synchronous label propagation, as the LDBC Graphalytics benchmark defines CDLP.
///
/// Each vertex starts with a label. In each round all vertices at once take the label that is most frequent among their
/// neighbours, the smallest of several. A neighbour counts once for each arc, so in a directed graph one that is joined
/// both ways counts twice. A vertex without neighbours keeps its label. Weights do not matter.
///
/// - Parameters:
///   - rounds: How many rounds are made; fewer when nothing changes any more.
///   - labels: The first label of each vertex; its number when empty.
/// - Returns: The label of each vertex; the same at any number of threads.
/// - Complexity: O(n + m) time a round, O(n) memory for each of at most 16 pieces of work.
/// - SeeAlso: A. Iosup et al., "LDBC Graphalytics", PVLDB 9 (2016), doi:10.14778/3007263.3007270.
public func labelPropagation(
  in graph: CompressedGraph, rounds: Int = 10, labels: [Int] = [], execution: Execution = Execution()
) throws(Cancelled) -> [Int] {
  let names = Set(labels.isEmpty ? Array(0..<graph.vertexCount) : labels).sorted()
  let ranks = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, UInt32($0)) })
  var current = labels.isEmpty ? (0..<UInt32(graph.vertexCount)).map(\.self) : labels.map { ranks[$0, default: 0] }
  precondition(current.count == graph.vertexCount, "a label for each vertex or none")
  var quiet = execution
  quiet.progress = nil
  for round in 0..<max(0, rounds) {
    try execution.checkpoint(Double(round) / Double(rounds))
    let before = current
    let parts = try quiet.map(before.count, chunk: max(1 << 12, (before.count + 15) / 16)) { vertices in
      var count = LabelCount(bound: names.count)
      return vertices.map { count.mostFrequent(at: $0, in: graph, before) }
    }
    current = Array(parts.joined())
    if current == before { break }
  }
  return current.map { names[Int($0)] }
}

/// How often each label occurs among the neighbours of one vertex.
private struct LabelCount {
  private var counts: [UInt32]

  init(bound: Int) { counts = [UInt32](repeating: 0, count: bound) }

  mutating func mostFrequent(at vertex: Int, in graph: CompressedGraph, _ labels: [UInt32]) -> UInt32 {
    var best = (label: labels[vertex], count: UInt32(0))
    add(graph.out, vertex, labels, &best)
    if graph.isDirected { add(graph.into, vertex, labels, &best) }
    for arc in graph.out.range(of: vertex) { counts[Int(labels[Int(graph.out.targets[arc])])] = 0 }
    guard graph.isDirected else { return best.label }
    for arc in graph.into.range(of: vertex) { counts[Int(labels[Int(graph.into.targets[arc])])] = 0 }
    return best.label
  }

  private mutating func add(
    _ arcs: CompressedGraph.Arcs, _ vertex: Int, _ labels: [UInt32], _ best: inout (label: UInt32, count: UInt32)
  ) {
    for arc in arcs.range(of: vertex) {
      let label = labels[Int(arcs.targets[arc])]
      counts[Int(label)] += 1
      let count = counts[Int(label)]
      if count > best.count || (count == best.count && label < best.label) { best = (label, count) }
    }
  }
}

extension Procedure {
  static let labelPropagation = Procedure(
    "communities.labelPropagation", "Groups by the label most frequent among the neighbours, all nodes at once.",
    [Parameter("rounds", .integer, .integer(10), "How many rounds are made.")] + Parameter.projection(directed: false),
    columns: communityColumns, example: "communities.labelPropagation rounds=5"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let rounds = try call.integer("rounds")
    let labels = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.labelPropagation(in: graph, rounds: rounds, execution: call.execution)
    }
    return rows(graph, Partition(labels: labels))
  }
}
