internal import CPrefetch
package import GraphModel

/// Reads a graph where it lies: the interface of the query engine, which looks up names once and then uses numbers.
///
/// Methods of ``PropertyGraph`` called through a pointer copy the graph's dozen fields, and count references to all of them,
/// at every call. This reader touches the one field that a question needs.
///
/// The graph must stay at its place while the reader is used, and must not change while a buffer that the reader gave is in use.
package struct GraphReader {
  private let graph: UnsafePointer<PropertyGraph>

  /// Reads the graph at a place.
  @inline(__always)
  package init(_ graph: UnsafePointer<PropertyGraph>) { self.graph = graph }

  // MARK: Names

  /// How many different edge types have ever been named; a type that is unknown stays unknown while this stays the same.
  package var typeTokenCount: Int { graph.pointee.typeNames.names.count }

  /// The number of an edge type.
  package func token(of type: EdgeType) -> UInt16? { graph.pointee.typeNames.token(of: type.name) }

  /// The name of an edge type by its number.
  package func typeName(of token: UInt16) -> String { graph.pointee.typeNames.name(of: token) }

  /// How many different property keys have ever been named.
  package var keyTokenCount: Int { graph.pointee.keyNames.names.count }

  /// The number of a property key.
  package func token(of key: PropertyKey) -> UInt16? { graph.pointee.keyNames.token(of: key.name) }

  /// How many different sets of labels nodes have ever had.
  package var labelSetCount: Int { graph.pointee.labelSets.count }

  /// The labels of a set by its number.
  package func labels(ofSet number: Int) -> [Label] { graph.pointee.labelSets[number] }

  /// Whether all edges of a type, or of all types, have one end at nodes whose sets of labels are admitted, by number.
  package func endsHoldOnly(_ admitted: [Bool], type: UInt16?, isSource: Bool) -> Bool {
    graph.pointee.endCounts.holdOnly(admitted, type: type, isSource: isSource)
  }

  // MARK: Elements

  /// The number of places for nodes, the free ones too.
  package var nodeBound: Int { graph.pointee.nodeRecords.count }

  /// Whether a node exists.
  package func contains(_ node: NodeID) -> Bool {
    node.index < graph.pointee.nodeRecords.count && graph.pointee.nodeRecords.with(node.index) { $0.exists }
  }

  /// The number of the set of labels that a node has.
  package func labelSet(of node: NodeID) -> Int { Int(graph.pointee.nodeRecords.with(node.index) { $0.labels }) }

  /// A property of a node by the number of its key.
  package func value(_ token: UInt16, of node: NodeID) -> Value? {
    graph.pointee.nodeProperties.value(token, node.index)
  }

  /// A property of an edge by the number of its key.
  package func value(_ token: UInt16, of edge: EdgeID) -> Value? {
    graph.pointee.edgeProperties.value(token, edge.index)
  }

  /// The number of an edge's type.
  package func typeToken(of edge: EdgeID) -> UInt16 { graph.pointee.edgeRecords.with(edge.index) { $0.type } }

  /// The nodes that an edge joins.
  package func ends(of edge: EdgeID) -> (source: NodeID, target: NodeID) {
    graph.pointee.edgeRecords.with(edge.index) { ($0.source, $0.target) }
  }

  /// The edges at a node that go out or come in, of one type or of all, in the order of types and then of creation.
  ///
  /// - Complexity: O(log degree).
  package func adjacent(_ node: NodeID, isOutgoing: Bool, type: UInt16?) -> UnsafeBufferPointer<Adjacent> {
    isOutgoing
      ? graph.pointee.outgoing.with(node.index) { part(of: $0, type) }
      : graph.pointee.incoming.with(node.index) { part(of: $0, type) }
  }

  /// The buffer outlives the closure because the graph keeps the array and does not change meanwhile.
  @inline(__always)
  private func part(of entries: borrowing [Adjacent], _ type: UInt16?) -> UnsafeBufferPointer<Adjacent> {
    entries.withUnsafeBufferPointer { entries in
      guard let type else { return entries }
      var (start, high) = (0, entries.count)
      while start < high {
        let middle = (start &+ high) >> 1
        if entries[middle].type >= type { high = middle } else { start = middle &+ 1 }
      }
      var end = start
      while end < entries.count, entries[end].type == type { end &+= 1 }
      return UnsafeBufferPointer(rebasing: entries[start..<end])
    }
  }

  /// Brings the edges of the far nodes of the next entries closer, so that waiting for the memory overlaps with work.
  ///
  /// A node's edges lie behind two references: the first is asked for some entries ahead of the second. It changes no answer.
  @inline(__always)
  package func fetchAhead(_ entries: UnsafeBufferPointer<Adjacent>, after position: Int, isOutgoing: Bool) {
    let (near, far) = (position &+ 8, position &+ 16)
    if far < entries.count, let place = place(of: entries[far].neighbor, isOutgoing) { cprefetch(place) }
    if near < entries.count, let place = place(of: entries[near].neighbor, isOutgoing) {
      // An array is one reference to its buffer; that it is read as a plain address counts no references.
      if let buffer = UnsafeRawPointer(place).load(as: UnsafeRawPointer?.self) { cprefetch(buffer + 32) }
    }
  }

  @inline(__always)
  private func place(of node: NodeID, _ isOutgoing: Bool) -> UnsafePointer<[Adjacent]>? {
    isOutgoing ? graph.pointee.outgoing.address(of: node.index) : graph.pointee.incoming.address(of: node.index)
  }
}
