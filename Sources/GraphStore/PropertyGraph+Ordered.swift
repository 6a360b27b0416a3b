package import GraphModel

/// Reading the properties of many elements, each sorted by name, without sorting each.
extension PropertyGraph {
  /// All keys in the order of their names, with the numbers under which the graph knows them.
  ///
  /// - Complexity: O(keys log keys).
  package var keysInOrder: [(token: UInt16, name: String)] {
    keyNames.names.enumerated().map { (UInt16($0), $1) }.sorted { $0.1 < $1.1 }
  }

  /// The numbers of the keys that some node has and that some edge has.
  package var usedKeys: (nodes: Set<UInt16>, edges: Set<UInt16>) {
    func used(_ table: PropertyTable) -> Set<UInt16> {
      Set(table.columns.indices.filter { table.columns[$0].count > 0 }.map { UInt16($0) })
    }
    return (used(nodeProperties), used(edgeProperties))
  }

  /// A property of a node by the number of its key.
  package func value(at token: UInt16, of node: NodeID) -> Value? { nodeProperties.value(token, node.index) }

  /// A property of an edge by the number of its key.
  package func value(at token: UInt16, of edge: EdgeID) -> Value? { edgeProperties.value(token, edge.index) }
}
