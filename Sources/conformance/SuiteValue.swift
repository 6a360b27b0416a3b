import GraphModel
import GraphStore

/// A value as suites write it: elements of the graph by what can be seen of them, not by their identity.
indirect enum SuiteValue {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case string(String)
  case list([SuiteValue])
  case map([(key: String, value: SuiteValue)])
  case node(labels: [String], properties: [(key: String, value: SuiteValue)])
  case relationship(type: String, properties: [(key: String, value: SuiteValue)])
  /// The first node, then each relationship, whether it points forward, and the node that it leads to.
  case path(SuiteValue, [(relationship: SuiteValue, isForward: Bool, node: SuiteValue)])

  /// Describes a result; temporal values and points become their texts.
  init(_ value: Value, _ elements: ElementReader) {
    switch value {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let number): self = .integer(number)
    case .float(let number): self = .float(number)
    case .string(let text): self = .string(text)
    case .temporal(let moment): self = .string(moment.description)
    case .point(let point): self = .string(point.description)
    case .list(let values): self = .list(values.map { SuiteValue($0, elements) })
    case .map(let map): self = .map(map.entries.map { ($0.key, SuiteValue($0.value, elements)) })
    case .node(let node): self = elements.node(node)
    case .edge(let edge): self = elements.relationship(edge)
    case .path(let path): self = elements.path(path)
    }
  }

  /// One spelling for all values that are equivalent: null and NaN equal themselves, 1 and 1.0 differ, labels and keys have no order.
  ///
  /// - Parameter ignoringListOrder: Whether lists with the same elements are equivalent whatever their order.
  func text(ignoringListOrder: Bool = false) -> String {
    func inner(_ value: SuiteValue) -> String { value.text(ignoringListOrder: ignoringListOrder) }
    func braces(_ entries: [(key: String, value: SuiteValue)]) -> String {
      "{" + entries.map { "\($0.key): \(inner($0.value))" }.sorted().joined(separator: ", ") + "}"
    }
    func properties(_ entries: [(key: String, value: SuiteValue)]) -> String {
      entries.isEmpty ? "" : " " + braces(entries)
    }
    switch self {
    case .null: return "null"
    case .boolean(let flag): return String(flag)
    case .integer(let number): return String(number)
    case .float(let number): return number.isNaN ? "NaN" : String(number == 0 ? 0.0 : number)
    case .string(let text): return Value.string(text).literal
    case .list(let items):
      let texts = items.map(inner)
      return "[" + (ignoringListOrder ? texts.sorted() : texts).joined(separator: ", ") + "]"
    case .map(let entries): return braces(entries)
    case .node(let labels, let entries):
      return "(" + labels.sorted().map { ":" + $0 }.joined() + properties(entries) + ")"
    case .relationship(let type, let entries): return "[:" + type + properties(entries) + "]"
    case .path(let start, let steps):
      let walk = steps.map { step in
        (step.isForward ? "-\(inner(step.relationship))->" : "<-\(inner(step.relationship))-") + inner(step.node)
      }
      return "<" + inner(start) + walk.joined() + ">"
    }
  }

  /// The value as a parameter or a cell of a procedure's table, where elements of a graph cannot stand.
  func value() throws -> Value {
    switch self {
    case .null: return .null
    case .boolean(let flag): return .boolean(flag)
    case .integer(let number): return .integer(number)
    case .float(let number): return .float(number)
    case .string(let text): return .string(text)
    case .list(let items): return .list(try items.map { try $0.value() })
    case .map(let entries): return .map(ValueMap(try entries.map { ($0.key, try $0.value.value()) }))
    case .node, .relationship, .path: throw SuiteError("\(text()) cannot be given to a query")
    }
  }
}

/// Looks up what can be seen of an element; one that the statement has deleted is described as it was before.
struct ElementReader {
  let graph: PropertyGraph
  let before: PropertyGraph

  func node(_ node: NodeID) -> SuiteValue {
    guard let graph = graph.contains(node) ? graph : before.contains(node) ? before : nil else {
      return .node(labels: [], properties: [])
    }
    return .node(labels: graph.labels(of: node).map(\.name), properties: values(graph.properties(of: node)))
  }

  func relationship(_ edge: EdgeID) -> SuiteValue {
    guard let graph = graph.contains(edge) ? graph : before.contains(edge) ? before : nil else {
      return .relationship(type: "", properties: [])
    }
    return .relationship(type: graph.type(of: edge).name, properties: values(graph.properties(of: edge)))
  }

  func path(_ path: GraphPath) -> SuiteValue {
    var steps: [(relationship: SuiteValue, isForward: Bool, node: SuiteValue)] = []
    for (position, edge) in path.edges.enumerated() {
      let graph = graph.contains(edge) ? graph : before
      let isForward = !graph.contains(edge) || graph.ends(of: edge).source == path.nodes[position]
      steps.append((relationship(edge), isForward, node(path.nodes[position + 1])))
    }
    return .path(node(path.nodes[0]), steps)
  }

  private func values(_ properties: [(key: PropertyKey, value: Value)]) -> [(key: String, value: SuiteValue)] {
    properties.map { ($0.key.name, SuiteValue($0.value, self)) }
  }
}
