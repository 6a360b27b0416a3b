public import GraphModel

extension PropertyGraph {
  /// Adds a node.
  ///
  /// - Parameters:
  ///   - labels: Its labels; repeated ones count once.
  ///   - properties: Its properties; null values are left out, of two with one key the later counts.
  /// - Returns: Its id, larger than every id given before.
  /// - Complexity: O(labels + properties) amortised.
  @discardableResult
  public mutating func addNode(_ labels: [Label], _ properties: [(PropertyKey, Value)] = []) -> NodeID {
    forgetLayouts()
    let node = NodeID(rawValue: UInt32(nodeRecords.count))
    // Most nodes have one label, which needs no sorting.
    let names = labels.count < 2 ? labels : Set(labels).sorted()
    nodeRecords.append(NodeRecord(labels: labelSet(names), exists: true))
    outgoing.append([])
    incoming.append([])
    nodeCount += 1
    for label in names { insertMember(node, of: label) }
    for (key, value) in properties { nodeProperties.set(value, keyNames.intern(key.name), node.index) }
    updateIndexes(adding: node, names)
    return node
  }

  /// Adds an edge from one existing node to another, or to itself.
  ///
  /// - Returns: Its id, larger than every id given before.
  /// - Complexity: O(log degree) when types arrive in the order of first use, otherwise O(degree).
  @discardableResult
  public mutating func addEdge(
    _ type: EdgeType, from source: NodeID, to target: NodeID, _ properties: [(PropertyKey, Value)] = []
  ) -> EdgeID {
    precondition(contains(source) && contains(target), "an edge needs two nodes of this graph")
    forgetLayouts()
    let edge = EdgeID(rawValue: UInt32(edgeRecords.count))
    let token = typeNames.intern(type.name)
    edgeRecords.append(EdgeRecord(source: source, target: target, type: token, exists: true))
    outgoing[source.index].insertSorted(Adjacent(type: token, edge: edge, neighbor: target))
    incoming[target.index].insertSorted(Adjacent(type: token, edge: edge, neighbor: source))
    for (key, value) in properties { edgeProperties.set(value, keyNames.intern(key.name), edge.index) }
    edgeCount += 1
    while edgeCounts.count <= Int(token) { edgeCounts.append(0) }
    edgeCounts[Int(token)] += 1
    endCounts.add(
      1, type: token, source: nodeRecords[source.index].labels, target: nodeRecords[target.index].labels)
    return edge
  }

  /// Sets a property of a node; null removes it.
  public mutating func set(_ key: PropertyKey, of node: NodeID, to value: Value) {
    precondition(contains(node), "a property needs a node of this graph")
    let names = labels(of: node)
    updateIndexes(removing: node, names)
    nodeProperties.set(value, keyNames.intern(key.name), node.index)
    updateIndexes(adding: node, names)
  }

  /// Sets a property of an edge; null removes it.
  public mutating func set(_ key: PropertyKey, of edge: EdgeID, to value: Value) {
    precondition(contains(edge), "a property needs an edge of this graph")
    forgetLayouts()
    edgeProperties.set(value, keyNames.intern(key.name), edge.index)
  }

  /// Replaces the labels of a node.
  public mutating func setLabels(of node: NodeID, to labels: [Label]) {
    precondition(contains(node), "labels need a node of this graph")
    forgetLayouts()
    let old = self.labels(of: node)
    let names = Set(labels).sorted()
    updateIndexes(removing: node, old)
    for label in old where !names.contains(label) { removeMember(node, of: label) }
    for label in names where !old.contains(label) { insertMember(node, of: label) }
    let (before, after) = (nodeRecords[node.index].labels, labelSet(names))
    for entry in outgoing[node.index] { endCounts.move(type: entry.type, isSource: true, from: before, to: after) }
    for entry in incoming[node.index] { endCounts.move(type: entry.type, isSource: false, from: before, to: after) }
    nodeRecords[node.index].labels = after
    updateIndexes(adding: node, names)
  }

  /// Removes an edge; nothing happens when it is gone already.
  public mutating func removeEdge(_ edge: EdgeID) {
    guard contains(edge) else { return }
    forgetLayouts()
    let record = edgeRecords[edge.index]
    outgoing[record.source.index].removeAll { $0.edge == edge }
    incoming[record.target.index].removeAll { $0.edge == edge }
    edgeRecords[edge.index].exists = false
    edgeProperties.removeAll(edge.index)
    edgeCount -= 1
    edgeCounts[Int(record.type)] -= 1
    endCounts.add(
      -1, type: record.type, source: nodeRecords[record.source.index].labels,
      target: nodeRecords[record.target.index].labels)
  }

  /// Removes a node with all its edges; nothing happens when it is gone already.
  public mutating func removeNode(_ node: NodeID) {
    guard contains(node) else { return }
    forgetLayouts()
    for hop in hops(from: node) { removeEdge(hop.edge) }
    let names = labels(of: node)
    updateIndexes(removing: node, names)
    for label in names { removeMember(node, of: label) }
    nodeProperties.removeAll(node.index)
    nodeRecords[node.index].exists = false
    nodeCount -= 1
  }

  private mutating func labelSet(_ names: [Label]) -> UInt32 {
    // Nodes of a kind mostly arrive one after the other.
    if let last = nodeRecords.last?.labels, labelSets[Int(last)] == names { return last }
    if let number = labelSetNumbers[names] { return number }
    for label in names { _ = labelNames.intern(label.name) }
    let number = UInt32(labelSets.count)
    labelSets.append(names)
    labelSetNumbers[names] = number
    return number
  }

  private mutating func insertMember(_ node: NodeID, of label: Label) {
    members[label, default: SortedChunks()].insert(node) { $0 >= node }
  }

  private mutating func removeMember(_ node: NodeID, of label: Label) {
    members[label]?.remove(first: { $0 >= node }, if: { $0 == node })
  }
}

extension [Adjacent] {
  /// Keeps the order by type and edge; the newest edge has the largest id, so it goes to the end of its type.
  fileprivate mutating func insertSorted(_ entry: Adjacent) {
    if let last, last.type > entry.type {
      insert(entry, at: firstPosition { Adjacent.precedes(entry, $0) })
    } else {
      append(entry)
    }
  }
}
