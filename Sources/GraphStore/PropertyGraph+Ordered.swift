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

  /// The number of the set of labels that a node has.
  package func labelSet(of node: NodeID) -> Int { Int(nodeRecords.with(node.index) { $0.labels }) }

  /// The number of an edge's type.
  package func typeToken(of edge: EdgeID) -> UInt16 { edgeRecords.with(edge.index) { $0.type } }

  /// A property of a node by the number of its key.
  package func nodeValue(at token: UInt16, of node: NodeID) -> Value? { nodeProperties.value(token, node.index) }

  /// A property of an edge by the number of its key.
  package func edgeValue(at token: UInt16, of edge: EdgeID) -> Value? { edgeProperties.value(token, edge.index) }

  /// Lends what nodes have for a key, with their places among those asked for, in order.
  ///
  /// - Parameter nodes: The nodes, ascending.
  /// - Complexity: O(nodes).
  package func withNodeValues(at token: UInt16, of nodes: ArraySlice<NodeID>, _ body: (ValueRun) -> Void) {
    nodes.withUnsafeBufferPointer {
      $0.withMemoryRebound(to: UInt32.self) { nodeProperties.withValues(token, of: $0, body) }
    }
  }

  /// The same for edges.
  package func withEdgeValues(at token: UInt16, of edges: ArraySlice<EdgeID>, _ body: (ValueRun) -> Void) {
    edges.withUnsafeBufferPointer {
      $0.withMemoryRebound(to: UInt32.self) { edgeProperties.withValues(token, of: $0, body) }
    }
  }

  /// How many neighbouring nodes or edges make a block; see ``keysOfNodeBlocks``.
  package static var blockLength: Int { PropertyChunk.length }

  /// The numbers of the keys that the nodes of each block may have, ascending: a key belongs to some labels, whose nodes mostly lie
  /// together, so that a node needs to be asked for few of all keys.
  ///
  /// - Complexity: O(blocks · keys).
  package var keysOfNodeBlocks: [[UInt16]] { nodeProperties.keysOfBlocks(nodeBound) }

  /// The same for edges.
  package var keysOfEdgeBlocks: [[UInt16]] { edgeProperties.keysOfBlocks(edgeBound) }
}
