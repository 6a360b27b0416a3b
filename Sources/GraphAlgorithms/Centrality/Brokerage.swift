public import GraphModel

/// How often a vertex stands between two others, by the groups of the three.
public struct BrokerageRoles: Hashable, Sendable {
  /// All three are in one group: A → A → A.
  public var coordinator = 0
  /// The other two are in one group, the broker in another: A → B → A.
  public var itinerant = 0
  /// The broker lets something into its own group: A → B → B.
  public var gatekeeper = 0
  /// The broker lets something out of its own group: A → A → B.
  public var representative = 0
  /// All three are in different groups: A → B → C.
  public var liaison = 0

  /// In any of the roles.
  public var total: Int { coordinator + itinerant + gatekeeper + representative + liaison }

  /// None yet.
  public init() {}
}

/// Gould's and Fernandez' brokerage: for each vertex the ordered pairs of other vertices between which it stands, where
/// an arc leads from the first to it and one from it to the second, but none from the first to the second.
///
/// Loops and parallel arcs do not count. In an undirected graph each edge leads both ways, so each pair counts twice.
///
/// - Parameter groups: The number of each vertex's group.
/// - Returns: The roles of each vertex; the same at any number of threads.
/// - Complexity: O(sum over the vertices of in-degree × out-degree) time, O(n) memory for each of 16 fixed groups.
/// - SeeAlso: R. V. Gould and R. M. Fernandez, "Structures of mediation", Sociological Methodology 19 (1989),
///   doi:10.2307/270949.
public func brokerage(
  in graph: CompressedGraph, groups: [Int], execution: Execution = Execution()
) throws(Cancelled) -> [BrokerageRoles] {
  precondition(groups.count == graph.vertexCount, "each vertex has a group")
  let group = max(1, (graph.vertexCount + 15) / 16)
  let parts = try execution.map(graph.vertexCount, chunk: group) { vertices -> [BrokerageRoles]? in
    var roles = [BrokerageRoles](repeating: BrokerageRoles(), count: graph.vertexCount)
    var isKnown = [Bool](repeating: false, count: graph.vertexCount)
    for first in vertices {
      if execution.isCancelled?() == true { return nil }
      countRoles(from: first, graph.out, groups, &isKnown, &roles)
    }
    return roles
  }
  var roles = [BrokerageRoles](repeating: BrokerageRoles(), count: graph.vertexCount)
  for part in parts {
    guard let part else { throw Cancelled() }
    for vertex in roles.indices { roles[vertex].add(part[vertex]) }
  }
  return roles
}

/// Counts the pairs that begin at a vertex; `isKnown` is false everywhere before and after.
private func countRoles(
  from first: Int, _ arcs: CompressedGraph.Arcs, _ groups: [Int], _ isKnown: inout [Bool],
  _ roles: inout [BrokerageRoles]
) {
  for arc in arcs.range(of: first) { isKnown[Int(arcs.targets[arc])] = true }
  var lastBroker = first
  for arc in arcs.range(of: first) {
    let broker = Int(arcs.targets[arc])
    if broker == first || broker == lastBroker { continue }
    lastBroker = broker
    var lastTarget = broker
    for next in arcs.range(of: broker) {
      let target = Int(arcs.targets[next])
      if target == first || target == broker || target == lastTarget || isKnown[target] { continue }
      lastTarget = target
      roles[broker].count(groups[first], groups[broker], groups[target])
    }
  }
  for arc in arcs.range(of: first) { isKnown[Int(arcs.targets[arc])] = false }
}

extension BrokerageRoles {
  fileprivate mutating func count(_ first: Int, _ broker: Int, _ second: Int) {
    switch (first == broker, broker == second, first == second) {
    case (true, true, _): coordinator += 1
    case (true, false, _): representative += 1
    case (false, true, _): gatekeeper += 1
    case (false, false, true): itinerant += 1
    case (false, false, false): liaison += 1
    }
  }

  fileprivate mutating func add(_ other: BrokerageRoles) {
    coordinator += other.coordinator
    itinerant += other.itinerant
    gatekeeper += other.gatekeeper
    representative += other.representative
    liaison += other.liaison
  }
}

extension Procedure {
  static let brokerage = Procedure(
    "centrality.brokerage", "How often each node stands between two others, by the groups of the three.",
    [groupParameter] + Parameter.projection(directed: true),
    columns: [Column("node", .node)]
      + ["total", "coordinator", "itinerant", "gatekeeper", "representative", "liaison"].map { Column($0, .integer) },
    example: "centrality.brokerage group=type"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: true)
    let groups = try call.groups(in: graph)
    let roles = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.brokerage(in: graph, groups: groups, execution: call.execution)
    }
    let order = graph.nodes.indices.sorted { (-roles[$0].total, $0) < (-roles[$1].total, $1) }
    return order.map { vertex in
      let role = roles[vertex]
      let counts = [
        role.total, role.coordinator, role.itinerant, role.gatekeeper, role.representative, role.liaison,
      ]
      return [.node(graph.nodes[vertex])] + counts.map { .integer(Int64($0)) }
    }
  }

  /// The parameter that names the property by which nodes are grouped.
  static let groupParameter = Parameter(
    "group", .string, .string("type"), "Property whose value is the group; nodes without it are one group.")
}

extension ProcedureCall {
  /// The group of each vertex by the parameter `group`, numbered in the order of their first vertices.
  func groups(in graph: CompressedGraph) throws(ProcedureError) -> [Int] {
    let key = PropertyKey(try string("group"))
    var numbers: [Value: Int] = [:]
    return graph.nodes.map { node in
      let value = self.graph.value(key, of: node) ?? .null
      if let number = numbers[value] { return number }
      numbers[value] = numbers.count
      return numbers.count - 1
    }
  }
}
