public import GraphModel

// The interface for a query engine: names are looked up once, then numbers are used.

extension PropertyGraph {
  /// How many different edge types have ever been named; a type that is unknown stays unknown while this stays the same.
  package var typeTokenCount: Int { typeNames.names.count }

  /// The number of an edge type.
  package func token(of type: EdgeType) -> UInt16? { typeNames.token(of: type.name) }

  /// The name of an edge type by its number.
  package func typeName(of token: UInt16) -> String { typeNames.name(of: token) }

  /// How many different property keys have ever been named.
  package var keyTokenCount: Int { keyNames.names.count }

  /// The number of a property key.
  package func token(of key: PropertyKey) -> UInt16? { keyNames.token(of: key.name) }

  /// The name of a property key by its number.
  package func keyName(of token: UInt16) -> String { keyNames.name(of: token) }

  /// A property of a node by the number of its key.
  package func value(_ token: UInt16, of node: NodeID) -> Value? { nodeProperties.value(token, node.index) }

  /// A property of an edge by the number of its key.
  package func value(_ token: UInt16, of edge: EdgeID) -> Value? { edgeProperties.value(token, edge.index) }

  /// The number of an edge's type.
  package func typeToken(of edge: EdgeID) -> UInt16 { edgeRecords[edge.index].type }

  /// The edges at a node that go out or come in, of one type or of all, in the order of types and then of creation.
  package func adjacent(_ node: NodeID, isOutgoing: Bool, type: UInt16?) -> ArraySlice<Adjacent> {
    let entries = isOutgoing ? outgoing[node.index] : incoming[node.index]
    guard let type else { return entries[...] }
    let start = entries.firstPosition { $0.type >= type }
    var end = start
    while end < entries.count, entries[end].type == type { end += 1 }
    return entries[start..<end]
  }
}
