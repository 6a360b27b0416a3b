import GraphModel

// The searches for paths as procedures: they walk over the graph itself, so that edges can be named.

extension Procedure {
  static let breadthFirst = Procedure(
    "paths.breadthFirst", "The nodes within some hops of a node, nearest first.",
    [.start] + Parameter.walk, columns: [Column("node", .node), Column("hops", .integer)],
    example: "paths.breadthFirst maximumHops=2"
  ) { call throws(ProcedureError) in
    let options = try call.pathOptions()
    let reached = breadthFirstDistances(from: try call.node("from", elseFirst: true), in: call.graph, options: options)
    return reached.reached.map { [.node($0), .integer(Int64(reached[$0] ?? 0))] }
  }

  static let depthFirst = Procedure(
    "paths.depthFirst",
    "The nodes that can be reached, each with its depth in a depth-first search, in the order of entering.",
    [.start] + Parameter.walk, columns: [Column("node", .node), Column("depth", .integer)],
    example: "paths.depthFirst maximumHops=2"
  ) { call throws(ProcedureError) in
    let start = try call.node("from", elseFirst: true)
    let order = depthFirstOrder(from: [start], in: call.graph, options: try call.pathOptions())
    return zip(order.entered, order.depths).map { [.node($0), .integer(Int64($1))] }
  }

  static let shortestPath = Procedure(
    "paths.shortest", "A path with the fewest hops, searched for from both ends.", Parameter.ends + Parameter.walk,
    columns: pathColumns, example: "paths.shortest"
  ) { call throws(ProcedureError) in
    let (start, end) = try call.ends()
    let path = bidirectionalPath(from: start, to: end, in: call.graph, options: try call.pathOptions())
    return call.rows(of: [path].compactMap(\.self))
  }

  static let cheapestPaths = Procedure(
    "paths.cheapest", "The cheapest paths that visit no node twice (Yen).",
    Parameter.ends + [Parameter("count", .integer, .integer(1), "How many paths."), .cost] + Parameter.walk,
    columns: pathColumns, example: "paths.cheapest count=2 maximumHops=4"
  ) { call throws(ProcedureError) in
    let (start, end) = try call.ends()
    let count = try call.integer("count")
    guard count > 0 else { throw ProcedureError("count must be at least 1") }
    let options = try call.pathOptions()
    return call.rows(
      of: try pathResult { () throws(PathError) in
        try GraphAlgorithms.shortestPaths(from: start, to: end, count: count, in: call.graph, options: options)
      })
  }

  static let guidedPath = Procedure(
    "paths.guided", "The cheapest path where costs are kilometres, led by the air distance (A*).",
    Parameter.ends + [.cost] + Parameter.walk, columns: pathColumns, example: "paths.guided"
  ) { call throws(ProcedureError) in
    let (start, end) = try call.ends()
    let options = try call.pathOptions()
    // Without a property of kilometres the air distance is no bound of the cost.
    let isMetric = call.arguments["cost"]?.text.map { !$0.isEmpty } ?? false
    let estimate = isMetric ? call.graph.airDistanceEstimate(to: end) : { _ in 0 }
    let path = try pathResult { () throws(PathError) in
      try GraphAlgorithms.guidedPath(from: start, to: end, in: call.graph, options: options, estimate: estimate)
    }
    return call.rows(of: [path].compactMap(\.self))
  }

  static let allShortestPaths = Procedure(
    "paths.allShortest", "All paths of the least cost.",
    Parameter.ends + [Parameter("limit", .integer, .integer(100), "How many paths to list."), .cost] + Parameter.walk,
    columns: pathColumns, example: "paths.allShortest limit=5"
  ) { call throws(ProcedureError) in
    let (start, end) = try call.ends()
    let options = try call.pathOptions()
    let found = try pathResult { () throws(PathError) in
      try GraphAlgorithms.allShortestPaths(from: start, to: end, in: call.graph, options: options)
    }
    return call.rows(of: found?.paths(limit: try call.integer("limit")) ?? [])
  }

  static let allSimplePaths = Procedure(
    "paths.allSimple", "All paths up to a length that visit no node twice.",
    Parameter.ends + [Parameter("limit", .integer, .integer(100), "How many paths to list."), .cost] + Parameter.walk,
    columns: pathColumns, example: "paths.allSimple maximumHops=3 limit=5"
  ) { call throws(ProcedureError) in
    let (start, end) = try call.ends()
    let options = try call.pathOptions()
    let limit = try call.integer("limit")
    guard let hops = options.maximumHops else { throw ProcedureError("paths.allSimple needs maximumHops") }
    var paths: [Path] = []
    try pathResult { () throws(PathError) in
      try forEachSimplePath(from: start, to: end, maximumHops: hops, in: call.graph, options: options) { path in
        if paths.count < limit { paths.append(path) }
        return paths.count < limit
      }
    }
    return call.rows(of: paths)
  }

  static let signedDistances = Procedure(
    "paths.signedDistances", "The cheapest costs to all nodes where costs may be negative (Bellman and Ford).",
    [.start, .cost] + Parameter.walk, columns: [Column("node", .node), Column("cost", .float)],
    example: "paths.signedDistances"
  ) { call throws(ProcedureError) in
    let start = try call.node("from", elseFirst: true)
    let options = try call.anyCostOptions()
    do throws(NegativeCycle) {
      let found = try GraphAlgorithms.signedDistances(from: start, in: call.graph, options: options)
      return call.graph.nodes.compactMap { node in found.costs[node.index].map { [.node(node), .float($0)] } }
    } catch {
      let circle = error.nodes.map { call.graph.value("id", of: $0)?.text ?? "\($0.rawValue)" }.joined(separator: ", ")
      throw ProcedureError("there is no cheapest way: every round along \(circle) makes it cheaper")
    }
  }

  /// A row for each node of each path.
  private static let pathColumns = [
    Column("path", .integer), Column("position", .integer), Column("node", .node), Column("relationship", .string),
    Column("cost", .float),
  ]

  private static func pathResult<Result>(_ body: () throws(PathError) -> Result) throws(ProcedureError) -> Result {
    do throws(PathError) {
      return try body()
    } catch {
      throw ProcedureError(error.description)
    }
  }
}

extension Procedure.Parameter {
  fileprivate static let start = Procedure.Parameter(
    "from", .node, .string(""), "Where to begin; the first node when empty.")
  fileprivate static let cost = Procedure.Parameter(
    "cost", .string, .string(""), "Property with the cost of a relationship; each costs 1 when empty.")

  fileprivate static let ends = [
    Procedure.Parameter("from", .node, .string(""), "Where to begin; the first node when empty."),
    Procedure.Parameter("to", .node, .string(""), "Where to end; the last node when empty."),
  ]

  /// Which relationships a walk may take.
  fileprivate static let walk = [
    Procedure.Parameter("types", .list, .list([]), "Types of the relationships to take; all when empty."),
    Procedure.Parameter("direction", .string, .string("either"), "outgoing, incoming or either."),
    Procedure.Parameter("maximumHops", .integer, .integer(0), "Largest number of hops; any when 0."),
  ]
}

extension ProcedureCall {
  fileprivate func ends() throws(ProcedureError) -> (start: NodeID, end: NodeID) {
    (try node("from", elseFirst: true), try node("to", elseFirst: false))
  }

  /// The node with an id, or the first or last of the graph.
  fileprivate func node(_ name: String, elseFirst isFirst: Bool) throws(ProcedureError) -> NodeID {
    let wanted = arguments[name] ?? .string("")
    let chosen =
      wanted == .string("")
      ? (isFirst ? graph.nodes.first { _ in true } : graph.nodes.reduce(nil) { $1 })
      : graph.nodes.first { isNode($0, wanted) }
    guard let chosen else { throw ProcedureError("\(name): no node has the id \(wanted.literal)") }
    return chosen
  }

  fileprivate func pathOptions() throws(ProcedureError) -> PathOptions {
    var options = try anyCostOptions()
    let hops = try integer("maximumHops")
    guard hops >= 0 else { throw ProcedureError("maximumHops must be 0 or more") }
    options.maximumHops = hops == 0 ? nil : hops
    return options
  }

  /// Direction, types and costs of the parameters; relationships without the property cannot be taken.
  fileprivate func anyCostOptions() throws(ProcedureError) -> PathOptions {
    let directions: [String: Direction] = ["outgoing": .outgoing, "incoming": .incoming, "either": .either]
    guard let direction = directions[try string("direction")] else {
      throw ProcedureError("direction must be outgoing, incoming or either")
    }
    var options = PathOptions()
    options.direction = direction
    let graph = graph
    let types = Set(strings("types").map { EdgeType($0) })
    let cost = arguments["cost"]?.text ?? ""
    let key = cost.isEmpty ? nil : PropertyKey(cost)
    options.cost = { _, hop in
      if !types.isEmpty, !types.contains(graph.type(of: hop.edge)) { return nil }
      guard let key else { return 1 }
      return graph.value(key, of: hop.edge)?.number
    }
    return options
  }

  fileprivate func rows(of paths: [Path]) -> [[Value]] {
    paths.enumerated().flatMap { number, path in
      path.nodes.enumerated().map { position, node in
        let type = position == 0 ? Value.null : .string(graph.type(of: path.edges[position - 1]).name)
        return [
          .integer(Int64(number + 1)), .integer(Int64(position)), .node(node), type, .float(path.cost),
        ]
      }
    }
  }
}
