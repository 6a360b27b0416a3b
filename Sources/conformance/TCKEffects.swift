import GraphModel
import GraphStore

/// Compares what appeared and vanished in a graph with what was expected; kinds that are not named must not have changed.
func checkEffects(
  _ expected: [(effect: String, count: Int)], from old: borrowing PropertyGraph, to new: borrowing PropertyGraph
) throws {
  let (before, after) = (Observation(of: old), Observation(of: new))
  var found: [String: Int] = [:]
  func note<Element>(_ name: String, _ before: Set<Element>, _ after: Set<Element>) {
    found["+" + name] = after.subtracting(before).count
    found["-" + name] = before.subtracting(after).count
  }
  note("nodes", before.nodes, after.nodes)
  note("relationships", before.edges, after.edges)
  note("labels", before.labels, after.labels)
  note("properties", before.properties, after.properties)
  let wanted = Dictionary(expected.map { ($0.effect, $0.count) }, uniquingKeysWith: { $1 })
  let differences = Set(found.keys).union(wanted.keys).sorted().filter {
    found[$0, default: 0] != wanted[$0, default: 0]
  }
  if differences.isEmpty { return }
  let text = differences.map { "\($0): expected \(wanted[$0, default: 0]), got \(found[$0, default: 0])" }
  throw SuiteError("side effects differ: \(text.joined(separator: "; "))")
}

/// What can be seen of a graph: its elements, the labels in use, and each property of each element.
private struct Observation {
  private(set) var nodes: Set<NodeID> = []
  private(set) var edges: Set<EdgeID> = []
  private(set) var labels: Set<String> = []
  private(set) var properties: Set<String> = []

  init(of graph: borrowing PropertyGraph) {
    for raw in 0..<UInt32(graph.nodeBound) where graph.contains(NodeID(rawValue: raw)) {
      let node = NodeID(rawValue: raw)
      nodes.insert(node)
      labels.formUnion(graph.labels(of: node).map(\.name))
      for property in graph.properties(of: node) { note("(\(raw))", property.key, property.value) }
    }
    for raw in 0..<UInt32(graph.edgeBound) where graph.contains(EdgeID(rawValue: raw)) {
      edges.insert(EdgeID(rawValue: raw))
      for property in graph.properties(of: EdgeID(rawValue: raw)) { note("[\(raw)]", property.key, property.value) }
    }
  }

  private mutating func note(_ element: String, _ key: PropertyKey, _ value: Value) {
    properties.insert("\(element).\(key.name) = \(value.literal)")
  }
}
