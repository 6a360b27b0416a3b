import CypherSyntax
import GraphModel
import GraphStore

/// Functions of nodes, relationships and paths.
enum ElementFunctions {
  static let all: [Function] = [
    Function(
      "elementId", "The id of a node or relationship as text, valid within one graph.",
      [.init("element", [.node, .relationship])], result: .string, example: ("elementId(null)", "null")
    ) { arguments, _ throws(CypherError) in
      switch arguments[0] {
      case .node(let node): .string("n\(node.rawValue)")
      case .edge(let edge): .string("r\(edge.rawValue)")
      case let other: throw .unfit("elementId", "a node or relationship", other)
      }
    },
    Function(
      "endNode", "The node that a relationship ends at.", [.init("relationship", .relationship)], result: .node,
      example: ("endNode(null)", "null")
    ) { arguments, context throws(CypherError) in
      guard case .edge(let edge) = arguments[0] else { throw .unfit("endNode", "a relationship", arguments[0]) }
      return .node(context.graph.ends(of: edge).target)
    },
    Function(
      "id", "The number of a node or relationship, valid within one graph.",
      [.init("element", [.node, .relationship])], result: .integer, example: ("id(null)", "null")
    ) { arguments, _ throws(CypherError) in
      switch arguments[0] {
      case .node(let node): .integer(Int64(node.rawValue))
      case .edge(let edge): .integer(Int64(edge.rawValue))
      case let other: throw .unfit("id", "a node or relationship", other)
      }
    },
    Function(
      "keys", "The names of the properties of a node or relationship, or the keys of a map.",
      [.init("element", [.node, .relationship, .map])], result: .list, example: ("keys({b: 1, a: 2})", "['a', 'b']")
    ) { arguments, context throws(CypherError) in
      .list(try context.entries(of: arguments[0], for: "keys").map { .string($0.0) })
    },
    Function(
      "labels", "The labels of a node.", [.init("node", .node)], result: .list, example: ("labels(null)", "null")
    ) { arguments, context throws(CypherError) in
      guard case .node(let node) = arguments[0] else { throw .unfit("labels", "a node", arguments[0]) }
      try context.checkExists(node)
      return .list(context.graph.labels(of: node).map { .string($0.name) })
    },
    Function(
      "length", "How many relationships a path has.", [.init("path", .path)], result: .integer,
      example: ("length(null)", "null")
    ) { arguments, _ throws(CypherError) in
      guard case .path(let path) = arguments[0] else { throw .unfit("length", "a path", arguments[0]) }
      return .integer(Int64(path.edges.count))
    },
    Function(
      "nodes", "The nodes of a path, from its start to its end.", [.init("path", .path)], result: .list,
      example: ("nodes(null)", "null")
    ) { arguments, _ throws(CypherError) in
      guard case .path(let path) = arguments[0] else { throw .unfit("nodes", "a path", arguments[0]) }
      return .list(path.nodes.map { .node($0) })
    },
    Function(
      "properties", "All properties of a node or relationship as a map; a map is given back as it is.",
      [.init("element", [.node, .relationship, .map])], result: .map,
      example: ("properties({a: 1})", "{a: 1}")
    ) { arguments, context throws(CypherError) in
      if case .map = arguments[0] { return arguments[0] }
      return .map(ValueMap(try context.entries(of: arguments[0], for: "properties")))
    },
    Function(
      "relationships", "The relationships of a path, from its start to its end.", [.init("path", .path)],
      result: .list, example: ("relationships(null)", "null")
    ) { arguments, _ throws(CypherError) in
      guard case .path(let path) = arguments[0] else { throw .unfit("relationships", "a path", arguments[0]) }
      return .list(path.edges.map { .edge($0) })
    },
    Function(
      "startNode", "The node that a relationship starts from.", [.init("relationship", .relationship)],
      result: .node, example: ("startNode(null)", "null")
    ) { arguments, context throws(CypherError) in
      guard case .edge(let edge) = arguments[0] else { throw .unfit("startNode", "a relationship", arguments[0]) }
      return .node(context.graph.ends(of: edge).source)
    },
    Function(
      "type", "The type of a relationship.", [.init("relationship", .relationship)], result: .string,
      example: ("type(null)", "null")
    ) { arguments, context throws(CypherError) in
      guard case .edge(let edge) = arguments[0] else { throw .unfit("type", "a relationship", arguments[0]) }
      return .string(context.graph.type(of: edge).name)
    },
  ]
}

extension QueryContext {
  /// Keys and values of a node, relationship or map, sorted by key.
  fileprivate func entries(of value: Value, for name: String) throws(CypherError) -> [(String, Value)] {
    switch value {
    case .node(let node):
      try checkExists(node)
      return graph.properties(of: node).map { ($0.key.name, $0.value) }.sorted { $0.0 < $1.0 }
    case .edge(let edge):
      try checkExists(edge)
      return graph.properties(of: edge).map { ($0.key.name, $0.value) }.sorted { $0.0 < $1.0 }
    case .map(let map): return map.entries.map { ($0.key, $0.value) }
    default: throw .unfit(name, "a node, relationship or map", value)
    }
  }

  /// Refuses to work on a node that the statement has deleted.
  func checkExists(_ node: NodeID, at range: SourceRange? = nil) throws(CypherError) {
    if hasDeleted, !graph.contains(node) { throw .deleted("node", range) }
  }

  /// Refuses to work on a relationship that the statement has deleted.
  func checkExists(_ edge: EdgeID, at range: SourceRange? = nil) throws(CypherError) {
    if hasDeleted, !graph.contains(edge) { throw .deleted("relationship", range) }
  }
}

extension CypherError {
  /// An argument of a type that the function does not take, found out while running.
  static func unfit(_ name: String, _ wanted: String, _ value: Value) -> CypherError {
    CypherError(.type, .runtime, .invalidArgumentValue, "\(name)() takes \(wanted), this is \(value.literal)")
  }

  fileprivate static func deleted(_ what: String, _ range: SourceRange?) -> CypherError {
    CypherError(
      .entityNotFound, .runtime, .deletedEntityAccess, "the \(what) has been deleted by this statement", at: range)
  }
}
