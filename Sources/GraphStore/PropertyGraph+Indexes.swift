public import GraphModel

/// The nodes of a label by the value of one property; the nodes of a value stand in ascending order.
struct NodeIndex: Sendable, Equatable {
  let label: Label
  let key: PropertyKey
  var nodes: [Value: [NodeID]] = [:]
}

extension PropertyGraph {
  /// Keeps, from now on, a hash index of the nodes with a label by one of their properties.
  ///
  /// - Complexity: O(nodes with the label).
  public mutating func addIndex(on label: Label, _ key: PropertyKey) {
    guard index(on: label, key) == nil else { return }
    var index = NodeIndex(label: label, key: key)
    for node in nodes(with: label) {
      if let value = value(key, of: node) { index.nodes[value, default: []].append(node) }
    }
    indexes.append(index)
  }

  private func index(on label: Label, _ key: PropertyKey) -> NodeIndex? {
    indexes.first { $0.label == label && $0.key == key }
  }

  /// The nodes with a label whose property equals a value, in ascending order.
  ///
  /// - Complexity: O(result) with an index on the label and key, otherwise O(nodes with the label).
  public func nodes(with label: Label, where key: PropertyKey, equals wanted: Value) -> [NodeID] {
    if let index = index(on: label, key) { return index.nodes[wanted] ?? [] }
    return nodes(with: label).filter { value(key, of: $0) == wanted }
  }

  /// The node with a label whose `id` is the given text: how the JSON files name it.
  public func node(_ label: Label, id: String) -> NodeID? {
    nodes(with: label, where: "id", equals: .string(id)).first
  }

  // The positions are walked, not the indexes: a copy of the list would make every change copy a whole index.

  mutating func updateIndexes(adding node: NodeID, _ labels: [Label]) {
    for position in indexes.indices where labels.contains(indexes[position].label) {
      guard let value = value(indexes[position].key, of: node) else { continue }
      var nodes = indexes[position].nodes.removeValue(forKey: value) ?? []
      nodes.insert(node, at: nodes.firstPosition { $0 >= node })
      indexes[position].nodes[value] = nodes
    }
  }

  mutating func updateIndexes(removing node: NodeID, _ labels: [Label]) {
    for position in indexes.indices where labels.contains(indexes[position].label) {
      guard let value = value(indexes[position].key, of: node) else { continue }
      let rest = (indexes[position].nodes.removeValue(forKey: value) ?? []).filter { $0 != node }
      if !rest.isEmpty { indexes[position].nodes[value] = rest }
    }
  }
}

extension PropertyGraph {
  /// Whether an index over a label and key is kept.
  public func hasIndex(on label: Label, _ key: PropertyKey) -> Bool { index(on: label, key) != nil }

  /// The number of indexes.
  public var indexCount: Int { indexes.count }

  /// What is indexed, in the order in which the indexes were made.
  public var indexedKeys: [(label: Label, key: PropertyKey)] { indexes.map { ($0.label, $0.key) } }

  /// Drops an index; nothing happens where there is none.
  public mutating func removeIndex(on label: Label, _ key: PropertyKey) {
    indexes.removeAll { $0.label == label && $0.key == key }
  }

  /// The number of different values that an index holds; 0 without index.
  public func distinctValues(of label: Label, _ key: PropertyKey) -> Int { index(on: label, key)?.nodes.count ?? 0 }
}
