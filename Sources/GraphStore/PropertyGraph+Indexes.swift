public import GraphModel

/// Which nodes an index covers, and by which property.
struct IndexName: Hashable, Sendable {
  let label: Label
  let key: PropertyKey
}

/// The nodes of a label by the value of one property; the nodes of a value stand in ascending order.
typealias NodeIndex = [Value: [NodeID]]

extension PropertyGraph {
  /// Keeps, from now on, a hash index of the nodes with a label by one of their properties.
  ///
  /// - Complexity: O(nodes with the label).
  public mutating func addIndex(on label: Label, _ key: PropertyKey) {
    let name = IndexName(label: label, key: key)
    guard indexes[name] == nil else { return }
    var index: NodeIndex = [:]
    for node in nodes(with: label) {
      if let value = value(key, of: node) { index[value, default: []].append(node) }
    }
    indexes[name] = index
  }

  /// The nodes with a label whose property equals a value, in ascending order.
  ///
  /// - Complexity: O(result) with an index on the label and key, otherwise O(nodes with the label).
  public func nodes(with label: Label, where key: PropertyKey, equals wanted: Value) -> [NodeID] {
    if let index = indexes[IndexName(label: label, key: key)] { return index[wanted] ?? [] }
    return nodes(with: label).filter { value(key, of: $0) == wanted }
  }

  /// The node with a label whose `id` is the given text: how the JSON files name it.
  public func node(_ label: Label, id: String) -> NodeID? {
    nodes(with: label, where: "id", equals: .string(id)).first
  }

  mutating func updateIndexes(adding node: NodeID, _ labels: [Label]) {
    for name in indexes.keys where labels.contains(name.label) {
      guard let value = value(name.key, of: node) else { continue }
      var nodes = indexes[name]?.removeValue(forKey: value) ?? []
      nodes.insert(node, at: nodes.firstPosition { $0 >= node })
      indexes[name]?[value] = nodes
    }
  }

  mutating func updateIndexes(removing node: NodeID, _ labels: [Label]) {
    for name in indexes.keys where labels.contains(name.label) {
      guard let value = value(name.key, of: node) else { continue }
      let rest = (indexes[name]?.removeValue(forKey: value) ?? []).filter { $0 != node }
      if !rest.isEmpty { indexes[name]?[value] = rest }
    }
  }
}
