import CypherSyntax
import GraphModel

extension Function {
  /// Whether a node or relationship has all properties of a map: `(n $properties)`. It is not in the catalogue; the planner
  /// makes calls of it.
  static let hasProperties = Function(
    "hasProperties", "Whether a node or relationship has all properties of a map.",
    [Parameter("element", [.node, .relationship]), Parameter("properties", .map)], result: .boolean,
    example: ("hasProperties(n, {})", "true")
  ) { arguments, context throws(CypherError) in
    guard case .map(let wanted) = arguments[1] else {
      throw CypherError(
        .type, .runtime, .invalidArgumentType,
        "the properties of a pattern must be a map, this is \(arguments[1].literal)")
    }
    for entry in wanted.entries {
      guard let value = context.graph.value(entry.key, of: arguments[0]), cypherEquals(value, entry.value) == true
      else {
        return .boolean(false)
      }
    }
    return .boolean(true)
  }
}

extension PropertyView {
  /// A property of a node or relationship; `nil` where it has none and for other values.
  func value(_ key: String, of element: Value) -> Value? {
    switch element {
    case .node(let node): value(PropertyKey(key), of: node)
    case .edge(let edge): value(PropertyKey(key), of: edge)
    default: nil
    }
  }
}
