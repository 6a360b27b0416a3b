import GraphModel

extension PropertyGraph {
  /// Checks the whole structure and names every contradiction; an empty list means that the graph is sound.
  ///
  /// - Complexity: O(nodes + edges log edges + indexed values); meant for tests.
  public func checkInvariants() -> [String] {
    checkCounts() + checkEdges() + checkAdjacency() + checkMembers() + checkIndexes()
  }

  private func checkCounts() -> [String] {
    var faults: [String] = []
    let living = nodes.reduce(0) { count, _ in count + 1 }
    if living != nodeCount { faults.append("nodeCount is \(nodeCount), \(living) nodes exist") }
    let joined = edges.reduce(0) { count, _ in count + 1 }
    if joined != edgeCount { faults.append("edgeCount is \(edgeCount), \(joined) edges exist") }
    if outgoing.count != nodeBound || incoming.count != nodeBound {
      faults.append("the adjacency does not cover every node")
    }
    var ends = EndCounts()
    for edge in edges {
      let record = edgeRecords[edge.index]
      ends.add(
        1, type: record.type, source: nodeRecords[record.source.index].labels,
        target: nodeRecords[record.target.index].labels)
    }
    if ends.nonzero != endCounts.nonzero { faults.append("the edges are not counted by the labels at their ends") }
    for (type, count) in typeCounts where count != edges.filter({ self.type(of: $0) == type }).count {
      faults.append("\(type) counts \(count) edges")
    }
    return faults
  }

  private func checkEdges() -> [String] {
    edges.compactMap { edge in
      let record = edgeRecords[edge.index]
      guard contains(record.source), contains(record.target) else { return "edge \(edge) has lost an end" }
      let isOut = outgoing[record.source.index].contains { $0.edge == edge && $0.neighbor == record.target }
      let isIn = incoming[record.target.index].contains { $0.edge == edge && $0.neighbor == record.source }
      return isOut && isIn ? nil : "edge \(edge) is missing from the adjacency of an end"
    }
  }

  private func checkAdjacency() -> [String] {
    (0..<nodeBound).compactMap { index in
      let node = NodeID(rawValue: UInt32(index))
      let entries = outgoing[index] + incoming[index]
      if !contains(node), !entries.isEmpty { return "removed node \(node) still has edges" }
      if entries.contains(where: { !contains($0.edge) }) { return "node \(node) lists a removed edge" }
      let isSorted = [outgoing[index], incoming[index]].allSatisfy { list in
        zip(list, list.dropFirst()).allSatisfy(Adjacent.precedes)
      }
      return isSorted ? nil : "the adjacency of node \(node) is not sorted"
    }
  }

  private func checkMembers() -> [String] {
    let expected = Dictionary(grouping: nodes.flatMap { node in labels(of: node).map { ($0, node) } }, by: \.0)
      .mapValues { $0.map(\.1) }
    return Set(members.keys).union(expected.keys).sorted().compactMap { label in
      nodes(with: label) == (expected[label] ?? []) && count(of: label) == nodes(with: label).count
        ? nil : "the members of \(label) are wrong"
    }
  }

  private func checkIndexes() -> [String] {
    indexes.flatMap { index in
      let name = "the index on \(index.label).\(index.key)"
      let entries = nodes(with: index.label).compactMap { node in value(index.key, of: node).map { (node, $0) } }
      let groups = Dictionary(grouping: entries, by: \.1).mapValues { $0.map(\.0) }
      var faults = groups.compactMap { value, nodes in
        index.nodes(equalTo: value) == nodes ? nil : "\(name) is wrong for \(value.literal)"
      }
      if index.distinctCount != groups.count { faults.append("\(name) counts \(index.distinctCount) values") }
      if index.isUnique, groups.values.contains(where: { $0.count > 1 }) { faults.append("\(name) is not unique") }
      return faults + index.orderFaults(entries.filter { $0.1.isOrdered }.count).map { "\(name) \($0)" }
    }
  }
}
