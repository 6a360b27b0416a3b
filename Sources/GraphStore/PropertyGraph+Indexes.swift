import Dispatch
public import GraphModel
import Synchronization

extension PropertyGraph {
  /// Keeps, from now on, an index of the nodes with a label by one of their properties: for equality, ranges and beginnings of texts.
  ///
  /// - Complexity: O(n log n) for n nodes with the label.
  public mutating func addIndex(on label: Label, _ key: PropertyKey) {
    guard index(on: label, key) == nil else { return }
    indexes.append(filledIndex(on: label, key, isUnique: false))
  }

  /// Keeps, from now on, several indexes, which are filled side by side; see ``addIndex(on:_:)``.
  package mutating func addIndexes(_ wanted: [(label: Label, key: PropertyKey)]) {
    let new = wanted.filter { index(on: $0.label, $0.key) == nil }
    let filled = Mutex<[NodeIndex?]>(Array(repeating: nil, count: new.count))
    let graph = self
    DispatchQueue.concurrentPerform(iterations: new.count) { position in
      let index = graph.filledIndex(on: new[position].label, new[position].key, isUnique: false)
      filled.withLock { $0[position] = index }
    }
    indexes += filled.withLock { $0.compactMap(\.self) }
  }

  /// Drops an index; nothing happens where there is none.
  public mutating func removeIndex(on label: Label, _ key: PropertyKey) {
    indexes.removeAll { $0.label == label && $0.key == key }
  }

  func filledIndex(on label: Label, _ key: PropertyKey, isUnique: Bool) -> NodeIndex {
    var index = NodeIndex(label: label, key: key, isUnique: isUnique)
    guard let token = keyNames.token(of: key.name) else { return index }
    index.fill(
      nodes(with: label).compactMap { node in
        nodeProperties.value(token, node.index).map { NodeIndex.OrderedEntry(value: $0, node: node) }
      })
    return index
  }

  func index(on label: Label, _ key: PropertyKey) -> NodeIndex? {
    indexes.first { $0.label == label && $0.key == key }
  }

  /// Whether an index over a label and key is kept.
  public func hasIndex(on label: Label, _ key: PropertyKey) -> Bool { index(on: label, key) != nil }

  /// The number of indexes.
  public var indexCount: Int { indexes.count }

  /// What is indexed, in the order in which the indexes were made.
  public var indexedKeys: [(label: Label, key: PropertyKey)] { indexes.map { ($0.label, $0.key) } }

  /// The number of different values that an index holds; 0 without index.
  public func distinctValues(of label: Label, _ key: PropertyKey) -> Int { index(on: label, key)?.distinctCount ?? 0 }

  /// The nodes with a label whose property equals a value, in ascending order.
  ///
  /// - Complexity: O(result) with an index on the label and key, otherwise O(nodes with the label).
  public func nodes(with label: Label, where key: PropertyKey, equals wanted: Value) -> [NodeID] {
    if let index = index(on: label, key) { return index.nodes(equalTo: wanted) }
    return nodes(with: label).filter { value(key, of: $0) == wanted }
  }

  /// The nodes with a label whose property lies between two values of one kind: numbers, texts by code point, dates or local date-times.
  ///
  /// - Returns: The nodes in the order of the values, then of the ids; `nil` without an index on the label and key.
  /// - Complexity: O(log n + result).
  public func nodes(
    with label: Label, where key: PropertyKey, from lower: (value: Value, isInclusive: Bool)?,
    to upper: (value: Value, isInclusive: Bool)?
  ) -> [NodeID]? {
    index(on: label, key)?.nodes(from: lower, to: upper)
  }

  /// The nodes with a label whose text begins with a text.
  ///
  /// - Returns: The nodes in the order of the texts, then of the ids; `nil` without an index on the label and key.
  /// - Complexity: O(log n + result).
  public func nodes(with label: Label, where key: PropertyKey, startsWith prefix: String) -> [NodeID]? {
    index(on: label, key)?.nodes(startingWith: prefix)
  }

  /// The node with a label whose `id` is the given text: how the JSON files name it.
  public func node(_ label: Label, id: String) -> NodeID? {
    if let index = index(on: label, "id") { return index.firstNode(equalTo: .string(id)) }
    return nodes(with: label, where: "id", equals: .string(id)).first
  }

  // The positions are walked, not the indexes: a copy of the list would make every change copy a whole index.

  mutating func updateIndexes(adding node: NodeID, _ labels: [Label]) {
    for position in indexes.indices where labels.contains(indexes[position].label) {
      if let value = value(indexes[position].key, of: node) { indexes[position].insert(node, value) }
    }
  }

  mutating func updateIndexes(removing node: NodeID, _ labels: [Label]) {
    for position in indexes.indices where labels.contains(indexes[position].label) {
      if let value = value(indexes[position].key, of: node) { indexes[position].remove(node, value) }
    }
  }
}

extension PropertyGraph {
  /// All property keys that have ever been named, in the order of their first use.
  package var keyNamesInUse: [String] { keyNames.names }
}
