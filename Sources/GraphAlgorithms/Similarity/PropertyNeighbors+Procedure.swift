import GraphModel

extension Procedure {
  static let similarProperties = Procedure(
    "similarity.properties", "For each node the nodes whose properties are most alike.",
    [
      Parameter("numbers", .list, .list([]), "Properties that hold numbers."),
      Parameter("categories", .list, .list([.string("kind")]), "Properties that are the same or not."),
      Parameter("lists", .list, .list([]), "Properties that hold lists, compared by what they share (Jaccard)."),
      Parameter("limit", .integer, .integer(10), "How many similar nodes are sought for each."),
      Parameter("cutoff", .float, .float(0), "Least similarity."),
      Parameter("from", .string, .string(""), "Id of the only node to compare; all when empty."),
    ] + Parameter.projection(directed: false),
    columns: [Column("node", .node), Column("similar", .node), Column("score", .float)],
    example: "similarity.properties categories=kind limit=3"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let limit = try call.integer("limit")
    let cutoff = try call.float("cutoff")
    let sources = try call.sources("from", in: graph)
    let neighbors = PropertyNeighbors(vertexCount: graph.vertexCount, call.comparedProperties(of: graph))
    let found = try stoppable { () throws(Cancelled) in
      try neighbors.mostSimilar(to: sources, limit: limit, cutoff: cutoff, execution: call.execution)
    }
    return rows(graph, found, sources)
  }
}

extension ProcedureCall {
  /// The properties named by `numbers`, `categories` and `lists`, each with weight 1.
  fileprivate func comparedProperties(of graph: CompressedGraph) -> [(property: ComparedProperty, weight: Double)] {
    func values(_ key: String) -> [Value?] { graph.nodes.map { self.graph.value(PropertyKey(key), of: $0) } }
    let numbers = strings("numbers").map { ComparedProperty.number(values($0).map { $0?.number }) }
    let categories = strings("categories").map { ComparedProperty.category(numbered(values($0))) }
    let lists = strings("lists").map { ComparedProperty.items(memberships(values($0)), .jaccard) }
    return (numbers + categories + lists).map { ($0, 1) }
  }
}

/// A number for each different value, in the order in which they are met.
private func numbered(_ values: [Value?]) -> [Int?] {
  var known: [Value: Int] = [:]
  return values.map { value in
    guard let value else { return nil }
    let number = known[value] ?? known.count
    known[value] = number
    return number
  }
}

/// The elements of lists as sets; what is no list counts as empty.
private func memberships(_ values: [Value?]) -> Memberships {
  var known: [Value: Int] = [:]
  var pairs: [(set: Int, item: Int)] = []
  for (set, value) in values.enumerated() {
    guard case .list(let elements) = value else { continue }
    for element in elements {
      let item = known[element] ?? known.count
      known[element] = item
      pairs.append((set, item))
    }
  }
  return Memberships(setCount: values.count, itemCount: known.count, pairs: pairs)
}
