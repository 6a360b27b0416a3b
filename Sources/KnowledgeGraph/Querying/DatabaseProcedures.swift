import CypherEngine
import CypherSyntax
import GraphModel
import GraphStore

/// The procedures that say what is in the graph.
enum DatabaseProcedures {
  /// In alphabetical order.
  static let all: [CallableProcedure] = [labels, propertyKeys, relationshipTypes, schema]

  private static let labels = CallableProcedure(
    name: "db.labels", summary: "The labels in use, with the number of their nodes.", parameters: [],
    columns: [("label", .string), ("nodes", .integer)]
  ) { _, context in
    context.graph.labelCounts.map { [.string($0.label.name), .integer(Int64($0.count))] }
  }

  private static let relationshipTypes = CallableProcedure(
    name: "db.relationshipTypes", summary: "The types of relationships in use, with their number.", parameters: [],
    columns: [("relationshipType", .string), ("relationships", .integer)]
  ) { _, context in
    context.graph.typeCounts.map { [.string($0.type.name), .integer(Int64($0.count))] }
  }

  private static let propertyKeys = CallableProcedure(
    name: "db.propertyKeys", summary: "The keys of properties in use.", parameters: [],
    columns: [("propertyKey", .string)]
  ) { _, context in
    let graph = context.graph
    var keys: Set<PropertyKey> = []
    for node in graph.nodes { keys.formUnion(graph.properties(of: node).map(\.key)) }
    for edge in graph.edges { keys.formUnion(graph.properties(of: edge).map(\.key)) }
    return keys.sorted().map { [.string($0.name)] }
  }

  private static let schema = CallableProcedure(
    name: "db.schema", summary: "Which labels are joined by which types of relationships, with their number.",
    parameters: [],
    columns: [("from", .string), ("relationshipType", .string), ("to", .string), ("relationships", .integer)]
  ) { _, context in
    let graph = context.graph
    var counts: [[String]: Int] = [:]
    for edge in graph.edges {
      let (source, target) = graph.ends(of: edge)
      for from in graph.labels(of: source) {
        for to in graph.labels(of: target) {
          counts[[from.name, graph.type(of: edge).name, to.name], default: 0] += 1
        }
      }
    }
    return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, count in
      key.map { Value.string($0) } + [.integer(Int64(count))]
    }
  }
}
