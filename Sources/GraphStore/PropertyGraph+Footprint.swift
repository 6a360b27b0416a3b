/// The bytes that the parts of a graph take.
public struct GraphFootprint: Hashable, Sendable {
  /// Records, labels and adjacency.
  public let structure: Int
  /// Properties of nodes.
  public let nodeProperties: Int
  /// Properties of edges.
  public let edgeProperties: Int
  /// Indexes.
  public let indexes: Int

  /// All of it.
  public var total: Int { structure + nodeProperties + edgeProperties + indexes }
}

extension PropertyGraph {
  /// How much memory the graph takes: arrays by their capacity with 32 bytes each for their headers, texts beyond 15 bytes by their length.
  ///
  /// - Complexity: O(nodes + edges).
  public var footprint: GraphFootprint {
    let lists = (0..<nodeBound).reduce(0) { sum, node in
      [outgoing[node], incoming[node]].reduce(sum) {
        $0 + ($1.isEmpty ? 0 : 32 + $1.capacity * MemoryLayout<Adjacent>.stride)
      }
    }
    let records = nodeBound * (MemoryLayout<NodeRecord>.stride + 2 * 8) + edgeBound * MemoryLayout<EdgeRecord>.stride
    return GraphFootprint(
      structure: lists + records + members.values.reduce(0) { $0 + $1.footprint },
      nodeProperties: nodeProperties.footprint, edgeProperties: edgeProperties.footprint,
      indexes: indexes.reduce(0) { $0 + $1.footprint })
  }
}
