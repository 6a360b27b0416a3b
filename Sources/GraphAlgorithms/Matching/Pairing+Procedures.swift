import GraphModel

// Pairings of two sides as procedures: the nodes with a label and those without it, joined by the edges of a projection.

extension Procedure {
  static let assignment = Procedure(
    "matching.assignment",
    "Pairs of two sides with the best sum of weights, each node of the smaller side at most once.",
    [side, Parameter("goal", .string, .string("maximum"), "maximum or minimum.")]
      + Parameter.projection(directed: false),
    columns: [Column("left", .node), Column("right", .node), Column("weight", .float)],
    example: "matching.assignment left=Actor"
  ) { call throws(ProcedureError) in
    let sides = try TwoSides(call)
    guard let goal = AssignmentGoal(rawValue: try call.string("goal")) else {
      throw ProcedureError("goal must be maximum or minimum")
    }
    // What is not joined is worth nothing: it may be chosen where nothing better is left, and is not reported.
    let worst = sides.weights.values.reduce(0) { $0 + abs($1) } + 1
    var table = AssignmentTable(
      rowCount: sides.left.count, columnCount: sides.right.count,
      values: Array(repeating: goal == .maximum ? -worst : worst, count: sides.left.count * sides.right.count))
    for (pair, weight) in sides.weights { table.values[pair.left * sides.right.count + pair.right] = weight }
    let found = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.assignment(with: goal, of: table, execution: call.execution)
    }
    return (found?.columns ?? []).enumerated().compactMap { row, column in
      column.flatMap { sides.row(call, row, $0) }
    }
  }

  static let stableMatching = Procedure(
    "matching.stable", "Pairs of two sides from which no two would rather run away together (Gale and Shapley).",
    [side, Parameter("places", .integer, .integer(1), "How many partners each node of the right side takes.")]
      + Parameter.projection(directed: false),
    columns: [Column("left", .node), Column("right", .node), Column("weight", .float)],
    example: "matching.stable left=Actor"
  ) { call throws(ProcedureError) in
    let sides = try TwoSides(call)
    let places = try call.integer("places")
    guard places > 0 else { throw ProcedureError("places must be at least 1") }
    let matching = GraphAlgorithms.stableMatching(
      of: sides.preferences(of: sides.left.count) { ($0.left, $0.right) },
      with: sides.preferences(of: sides.right.count) { ($0.right, $0.left) },
      places: Array(repeating: places, count: sides.right.count))
    return matching.hosts.enumerated().compactMap { guest, host in host.flatMap { sides.row(call, guest, $0) } }
  }

  private static let side = Parameter("left", .string, .string("Actor"), "The label of the left side.")
}

/// The nodes of two sides with the weights of the edges between them.
private struct TwoSides {
  struct Pair: Hashable {
    let left: Int
    let right: Int
  }

  let left: [NodeID]
  let right: [NodeID]
  /// Of parallel edges the largest weight.
  let weights: [Pair: Double]

  init(_ call: ProcedureCall) throws(ProcedureError) {
    let graph = try call.projected(directed: false)
    let label = Label(try call.string("left"))
    var (left, right): ([NodeID], [NodeID]) = ([], [])
    var positions: [Int] = []
    let isLeft = graph.nodes.map { call.graph.has(label, $0) }
    for (vertex, node) in graph.nodes.enumerated() where graph.out.degree(of: vertex) > 0 {
      positions += Array(repeating: 0, count: vertex - positions.count)
      positions.append(isLeft[vertex] ? left.count : right.count)
      if isLeft[vertex] { left.append(node) } else { right.append(node) }
    }
    var weights: [Pair: Double] = [:]
    for vertex in positions.indices where isLeft[vertex] {
      for arc in graph.out.range(of: vertex) {
        let target = Int(graph.out.targets[arc])
        if isLeft[target] { continue }
        let pair = Pair(left: positions[vertex], right: positions[target])
        weights[pair] = max(weights[pair] ?? -.infinity, graph.isWeighted ? graph.out.weights[arc] : 1)
      }
    }
    self.left = left
    self.right = right
    self.weights = weights
  }

  /// For each node of a side the partners on the other, largest weight first, then in the order of the nodes.
  func preferences(of count: Int, _ ends: (Pair) -> (own: Int, other: Int)) -> [[Int]] {
    var lists = [[(other: Int, weight: Double)]](repeating: [], count: count)
    for (pair, weight) in weights { lists[ends(pair).own].append((ends(pair).other, weight)) }
    return lists.map { list in
      list.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.other < $1.other }.map(\.other)
    }
  }

  /// A row of a result; `nil` for a pair that is not joined.
  func row(_ call: ProcedureCall, _ leftNode: Int, _ rightNode: Int) -> [Value]? {
    guard let weight = weights[Pair(left: leftNode, right: rightNode)] else { return nil }
    return [.node(left[leftNode]), .node(right[rightNode]), .float(weight)]
  }
}
