import GraphModel
import GraphStore

/// The social network of a suite as a graph.
struct SNBNetwork {
  private(set) var graph = PropertyGraph()
  /// The node of each id, for each label that relationships refer to.
  private var nodes: [String: [Int64: NodeID]] = [:]

  /// Builds the graph from tables of nodes and of relationships.
  init(_ tables: Value) throws {
    for table in tables["nodes"].items { addNodes(table) }
    for table in tables["relationships"].items { try addRelationships(table) }
  }

  private mutating func addNodes(_ table: Value) {
    let labels = table["labels"].texts
    let keys = table["columns"].texts.map { PropertyKey($0) }
    for row in table["rows"].items {
      let properties = Array(zip(keys, row.items))
      let node = graph.addNode(labels.map { Label($0) }, properties)
      guard let id = properties.first(where: { $0.0 == PropertyKey("id") })?.1.integer else { continue }
      for label in labels { nodes[label, default: [:]][id] = node }
    }
  }

  private mutating func addRelationships(_ table: Value) throws {
    let type = EdgeType(table["type"].text ?? "")
    let (from, to) = (nodes[table["from"].text ?? ""] ?? [:], nodes[table["to"].text ?? ""] ?? [:])
    let keys = table["columns"].texts.map { PropertyKey($0) }
    for row in table["rows"].items {
      let cells = row.items
      guard cells.count >= 2, let source = cells[0].integer.flatMap({ from[$0] }),
        let target = cells[1].integer.flatMap({ to[$0] })
      else { throw SuiteError("a relationship of type \(type) begins or ends nowhere: \(row.literal)") }
      graph.addEdge(type, from: source, to: target, Array(zip(keys, cells.dropFirst(2))))
    }
  }
}
