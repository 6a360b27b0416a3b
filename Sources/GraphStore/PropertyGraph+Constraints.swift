public import GraphModel

/// A change that would give two nodes of a label the same value of a property that must be unique.
public struct ConstraintViolation: Error, Hashable, Sendable, CustomStringConvertible {
  /// The label of both nodes.
  public let label: Label
  /// The property.
  public let key: PropertyKey
  /// The value that both would have.
  public let value: Value
  /// The node that has it.
  public let owner: NodeID

  /// Describes a violation.
  public init(label: Label, key: PropertyKey, value: Value, owner: NodeID) {
    self.label = label
    self.key = key
    self.value = value
    self.owner = owner
  }

  /// One sentence.
  public var description: String { "another node :\(label) has \(key) = \(value.literal) already" }
}

extension PropertyGraph {
  /// Demands, from now on, that no two nodes with a label have the same value of a property, and keeps an index for it.
  ///
  /// - Throws: ``ConstraintViolation`` when two nodes have the same value now; nothing is changed then.
  /// - Complexity: O(n log n) for n nodes with the label.
  public mutating func addUniqueConstraint(on label: Label, _ key: PropertyKey) throws(ConstraintViolation) {
    let index = filledIndex(on: label, key, isUnique: true)
    for node in nodes(with: label) {
      guard let value = value(key, of: node), let owner = index.firstNode(equalTo: value), owner != node else {
        continue
      }
      throw ConstraintViolation(label: label, key: key, value: value, owner: owner)
    }
    removeIndex(on: label, key)
    indexes.append(index)
  }

  /// Gives up a demand; its index stays.
  public mutating func removeUniqueConstraint(on label: Label, _ key: PropertyKey) {
    for position in indexes.indices where indexes[position].label == label && indexes[position].key == key {
      indexes[position].isUnique = false
    }
  }

  /// What must be unique, in the order in which it was demanded.
  public var uniqueKeys: [(label: Label, key: PropertyKey)] {
    indexes.filter(\.isUnique).map { ($0.label, $0.key) }
  }

  /// Adds a node unless that violates a constraint; see ``addNode(_:_:)``.
  ///
  /// - Throws: ``ConstraintViolation``; nothing is changed then.
  public mutating func insertNode(_ labels: [Label], _ properties: [(PropertyKey, Value)] = [])
    throws(ConstraintViolation)
    -> NodeID
  {
    for index in indexes where index.isUnique && labels.contains(index.label) {
      try check(index, properties.last { $0.0 == index.key }?.1, of: nil)
    }
    return addNode(labels, properties)
  }

  /// Sets a property of a node unless that violates a constraint; null removes it.
  ///
  /// - Throws: ``ConstraintViolation``; nothing is changed then.
  public mutating func update(_ key: PropertyKey, of node: NodeID, to value: Value) throws(ConstraintViolation) {
    for index in indexes where index.isUnique && index.key == key && has(index.label, node) {
      try check(index, value, of: node)
    }
    set(key, of: node, to: value)
  }

  /// Replaces the labels of a node unless that violates a constraint.
  ///
  /// - Throws: ``ConstraintViolation``; nothing is changed then.
  public mutating func updateLabels(of node: NodeID, to labels: [Label]) throws(ConstraintViolation) {
    for index in indexes where index.isUnique && labels.contains(index.label) {
      try check(index, value(index.key, of: node), of: node)
    }
    setLabels(of: node, to: labels)
  }

  private func check(_ index: NodeIndex, _ value: Value?, of node: NodeID?) throws(ConstraintViolation) {
    guard let value, !value.isNull, let owner = index.firstNode(equalTo: value), owner != node else { return }
    throw ConstraintViolation(label: index.label, key: index.key, value: value, owner: owner)
  }
}
