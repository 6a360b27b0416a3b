public import GraphModel
public import GraphStore
public import JSONText

// Values of a result as people and programs read them. Nodes, relationships and paths are ids; their content is in the graph.

extension PropertyGraph {
  /// A value as text for a cell: texts as they are, elements of the graph as patterns of the query language.
  ///
  /// ```
  /// (:Topic {id: 't017', name: 'OZG'})   [:COVERS {since: 2021}]   (#12 'Neuss')-[:COVERS]->(#7 'OZG')
  /// ```
  ///
  /// - Parameter limit: Elements with more properties than this show the first so many, `id` and `name` before all others,
  ///   and `…`; `nil` shows all.
  public func text(of value: Value, limit: Int? = nil) -> String {
    if case .string(let text) = value { return text }
    return literal(of: value, limit)
  }

  private func literal(_ text: String) -> String { Value.string(text).literal }

  private func literal(of value: Value, _ limit: Int?) -> String {
    switch value {
    case .node(let node):
      let labels = labels(of: node).map { ":" + $0.name }.joined()
      let properties = literal(of: properties(of: node), limit)
      return "(" + [labels, properties].filter { !$0.isEmpty }.joined(separator: " ") + ")"
    case .edge(let edge):
      let properties = literal(of: properties(of: edge), limit)
      return "[" + [":" + type(of: edge).name, properties].filter { !$0.isEmpty }.joined(separator: " ") + "]"
    case .path(let path): return text(of: path)
    case .list(let values): return "[" + values.map { literal(of: $0, limit) }.joined(separator: ", ") + "]"
    case .map(let map):
      return "{" + map.entries.map { "\($0.key): \(literal(of: $0.value, limit))" }.joined(separator: ", ") + "}"
    case .null, .boolean, .integer, .float, .string, .temporal, .point: return value.literal
    }
  }

  private func literal(of properties: [(key: PropertyKey, value: Value)], _ limit: Int?) -> String {
    if properties.isEmpty { return "" }
    // What an element is called comes first; the rest by name.
    let first = ["id", "name"]
    let sorted = properties.sorted { left, right in
      let (a, b) = (first.firstIndex(of: left.key.name) ?? 2, first.firstIndex(of: right.key.name) ?? 2)
      return (a, left.key.name) < (b, right.key.name)
    }
    let shown = sorted.prefix(limit ?? sorted.count).map { "\($0.key.name): \($0.value.literal)" }
    return "{" + (shown + (shown.count < sorted.count ? ["…"] : [])).joined(separator: ", ") + "}"
  }

  /// A path as a chain of names, each arrow as the relationship is stored.
  private func text(of path: GraphPath) -> String {
    func node(_ node: NodeID) -> String {
      let name = value("name", of: node) ?? value("id", of: node)
      return "(" + (name?.description ?? labels(of: node).map { ":" + $0.name }.joined()) + ")"
    }
    var text = path.nodes.first.map(node) ?? ""
    for (edge, next) in zip(path.edges, path.nodes.dropFirst()) {
      let arrow = "[:\(type(of: edge).name)]"
      text += (ends(of: edge).target == next ? "-\(arrow)->" : "<-\(arrow)-") + node(next)
    }
    return text
  }

  /// A value as JSON. A node is `{"labels": […], "properties": {…}}`, a relationship `{"type": …, "properties": {…}}`, both
  /// with the number under which the graph knows them as `element`, relationships with `start` and `end`; a path is a list that
  /// alternates between both. Times, durations and numbers that JSON has no form for (NaN, infinity) are texts, points objects.
  public func json(of value: Value) -> JSONOutput {
    switch value {
    case .null: return .null
    case .boolean(let flag): return .boolean(flag)
    case .integer(let number): return .integer(number)
    case .float(let number): return number.isFinite ? .float(number) : .string(value.description)
    case .string(let text): return .string(text)
    case .temporal: return .string(value.description)
    case .point(let point): return json(of: point)
    case .list(let values): return .array(values.map { json(of: $0) })
    case .map(let map): return .object(map.entries.map { ($0.key, json(of: $0.value)) })
    case .node(let node):
      return .object([
        ("element", .integer(Int64(node.rawValue))), ("labels", .array(labels(of: node).map { .string($0.name) })),
        ("properties", json(of: properties(of: node))),
      ])
    case .edge(let edge):
      let ends = ends(of: edge)
      return .object([
        ("element", .integer(Int64(edge.rawValue))), ("type", .string(type(of: edge).name)),
        ("start", .integer(Int64(ends.source.rawValue))), ("end", .integer(Int64(ends.target.rawValue))),
        ("properties", json(of: properties(of: edge))),
      ])
    case .path(let path):
      var parts = path.nodes.prefix(1).map { json(of: .node($0)) }
      for (edge, node) in zip(path.edges, path.nodes.dropFirst()) {
        parts += [json(of: .edge(edge)), json(of: .node(node))]
      }
      return .array(parts)
    }
  }

  private func json(of properties: [(key: PropertyKey, value: Value)]) -> JSONOutput {
    .object(properties.map { ($0.key.name, json(of: $0.value)) }.sorted { $0.0 < $1.0 })
  }

  private func json(of point: Point) -> JSONOutput {
    let isGeographic = point.system == .wgs84 || point.system == .wgs84WithHeight
    let hasDepth = point.system == .cartesian3D || point.system == .wgs84WithHeight
    let members: [(String, JSONOutput?)] = [
      (isGeographic ? "longitude" : "x", .float(point.x)), (isGeographic ? "latitude" : "y", .float(point.y)),
      (isGeographic ? "height" : "z", hasDepth ? .float(point.z) : nil), ("crs", .string(point.system.name)),
    ]
    return .members(members)
  }
}
