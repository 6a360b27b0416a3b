import GraphModel

extension Procedure.Parameter {
  /// The parameters that say which part of the graph an algorithm looks at.
  static func projection(directed: Bool) -> [Procedure.Parameter] {
    [
      Procedure.Parameter("labels", .list, .list([]), "Labels of the nodes to take; all when empty."),
      Procedure.Parameter("types", .list, .list([]), "Types of the relationships to take; all when empty."),
      Procedure.Parameter("weight", .string, .string(""), "Property with the weight; none when empty."),
      Procedure.Parameter("directed", .boolean, .boolean(directed), "Whether relationships keep their direction."),
      Procedure.Parameter("threads", .integer, .integer(2), "Largest number of threads; the result is the same."),
    ]
  }
}

extension ProcedureCall {
  /// The part of the graph that the standard parameters describe.
  func projected(directed: Bool) throws(ProcedureError) -> CompressedGraph {
    var projection = Projection()
    projection.labels = strings("labels").map { Label($0) }
    projection.types = strings("types").map { EdgeType($0) }
    let weight = arguments["weight"]?.text ?? ""
    projection.weight = weight.isEmpty ? nil : PropertyKey(weight)
    projection.isDirected = arguments["directed"]?.boolean ?? directed
    return graph.compressed(projection)
  }

  /// How to run, by the standard parameters.
  var execution: Execution {
    var execution = Execution(threads: Int(arguments["threads"]?.integer ?? 2))
    execution.isCancelled = isCancelled
    return execution
  }

  func integer(_ name: String) throws(ProcedureError) -> Int {
    guard let value = arguments[name]?.integer else { throw wrong(name, "an integer") }
    return Int(value)
  }

  func float(_ name: String) throws(ProcedureError) -> Double {
    guard let value = arguments[name]?.number else { throw wrong(name, "a number") }
    return value
  }

  func boolean(_ name: String) throws(ProcedureError) -> Bool {
    guard let value = arguments[name]?.boolean else { throw wrong(name, "true or false") }
    return value
  }

  func string(_ name: String) throws(ProcedureError) -> String {
    guard let value = arguments[name]?.text else { throw wrong(name, "a text") }
    return value
  }

  /// The texts of a list; a single text counts as a list of one.
  func strings(_ name: String) -> [String] {
    guard let value = arguments[name] else { return [] }
    return value.text.map { $0.isEmpty ? [] : [$0] } ?? value.texts
  }

  /// The vertex of the node with an id.
  func vertex(_ name: String, in graph: CompressedGraph) throws(ProcedureError) -> Int {
    guard let wanted = arguments[name] else { throw wrong(name, "a node") }
    return try vertex(name, wanted, in: graph)
  }

  /// The vertices of the nodes of a list.
  func listedVertices(_ name: String, in graph: CompressedGraph) throws(ProcedureError) -> [Int] {
    let wanted: [Value] =
      switch arguments[name] {
      case .list(let values)?: values
      case .string("")?, .null?, nil: []
      case let single?: [single]
      }
    var found: [Int] = []
    for value in wanted { found.append(try vertex(name, value, in: graph)) }
    return found
  }

  private func vertex(_ name: String, _ wanted: Value, in graph: CompressedGraph) throws(ProcedureError) -> Int {
    guard let found = graph.nodes.firstIndex(where: { isNode($0, wanted) }) else {
      throw ProcedureError("\(name): no node of this part of the graph has the id \(wanted.literal)")
    }
    return found
  }

  /// Whether an argument means a node: the node itself, or its id.
  func isNode(_ node: NodeID, _ wanted: Value) -> Bool {
    if case .node(let other) = wanted { return node == other }
    return wanted.text != nil && graph.value("id", of: node)?.text == wanted.text
  }

  private func wrong(_ name: String, _ expected: String) -> ProcedureError {
    ProcedureError("\(name) must be \(expected)")
  }
}

extension Procedure {
  /// A row of node and score for each vertex: highest score first, equal scores in the order of the nodes.
  static func rows(_ graph: CompressedGraph, scores: [Double]) -> [[Value]] {
    let order = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
    return order.map { [.node(graph.nodes[$0]), .float(scores[$0])] }
  }

  /// Runs something that can be stopped; a stop becomes an error of the call.
  static func stoppable<Result>(_ body: () throws(Cancelled) -> Result) throws(ProcedureError) -> Result {
    do throws(Cancelled) {
      return try body()
    } catch {
      throw ProcedureError("the computation was stopped")
    }
  }
}
