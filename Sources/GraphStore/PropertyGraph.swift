public import GraphModel

/// An in-memory property graph with value semantics.
///
/// Nodes carry any number of labels, edges exactly one type and a direction, both carry properties. Copying is O(1):
/// storage is cut into chunks that copies share, and a change to one copy never shows in another. Ids are given in
/// order of creation and not used again.
///
/// ```swift
/// var graph = PropertyGraph()
/// let neuss = graph.addNode([.init("Municipality")], [("name", .string("Neuss"))])
/// let snapshot = graph          // O(1)
/// graph.removeNode(neuss)       // snapshot still has it
/// ```
public struct PropertyGraph: PropertyView {
  var labelNames = Interner()
  var typeNames = Interner()
  var keyNames = Interner()

  /// The different sets of labels in use, each sorted by name; nodes refer to one by its position.
  var labelSets: [[Label]] = []
  var labelSetNumbers: [[Label]: UInt32] = [:]

  var nodeRecords = Chunked<NodeRecord>()
  var edgeRecords = Chunked<EdgeRecord>()
  /// By node, sorted by type and then by edge.
  var outgoing = Chunked<[Adjacent]>()
  var incoming = Chunked<[Adjacent]>()
  var nodeProperties = PropertyTable()
  var edgeProperties = PropertyTable()
  var indexes: [NodeIndex] = []
  var cache = CompressionCache()
  /// The nodes of each label.
  var members: [Label: SortedChunks<NodeID>] = [:]
  /// The number of edges of each type, by the number of the type.
  var edgeCounts: [Int] = []
  /// The edges of each type by the labels at their ends.
  var endCounts = EndCounts()

  /// The number of nodes.
  public internal(set) var nodeCount = 0
  /// The number of edges.
  public internal(set) var edgeCount = 0

  /// Makes a graph without nodes.
  public init() {}
}

/// What a node is, beside its properties.
struct NodeRecord: Sendable {
  var labels: UInt32
  var exists: Bool
}

/// What an edge is, beside its properties.
struct EdgeRecord: Sendable {
  var source: NodeID
  var target: NodeID
  package var type: UInt16
  var exists: Bool
}

/// One entry of a node's adjacency.
package struct Adjacent: Sendable, Equatable {
  package var type: UInt16
  package var edge: EdgeID
  package var neighbor: NodeID

  static func precedes(_ left: Adjacent, _ right: Adjacent) -> Bool {
    (left.type, left.edge.rawValue) < (right.type, right.edge.rawValue)
  }
}

extension PropertyGraph {
  /// One more than the largest raw node id ever given.
  public var nodeBound: Int { nodeRecords.count }

  /// One more than the largest raw edge id ever given.
  public var edgeBound: Int { edgeRecords.count }

  /// All edges in order of creation.
  public var edges: some Sequence<EdgeID> {
    (0..<UInt32(edgeBound)).lazy.map(EdgeID.init(rawValue:)).filter(contains)
  }

  /// Whether the node exists.
  public func contains(_ node: NodeID) -> Bool { node.index < nodeRecords.count && nodeRecords[node.index].exists }

  /// Whether the edge exists.
  public func contains(_ edge: EdgeID) -> Bool { edge.index < edgeRecords.count && edgeRecords[edge.index].exists }

  /// The labels of a node, sorted by name.
  public func labels(of node: NodeID) -> [Label] { labelSets[Int(nodeRecords[node.index].labels)] }

  /// Whether a node has a label.
  public func has(_ label: Label, _ node: NodeID) -> Bool { labels(of: node).contains(label) }

  /// The type of an edge.
  public func type(of edge: EdgeID) -> EdgeType { EdgeType(typeNames.name(of: edgeRecords[edge.index].type)) }

  /// The nodes that an edge joins.
  public func ends(of edge: EdgeID) -> (source: NodeID, target: NodeID) {
    let record = edgeRecords[edge.index]
    return (record.source, record.target)
  }

  /// A property of a node.
  public func value(_ key: PropertyKey, of node: NodeID) -> Value? {
    keyNames.token(of: key.name).flatMap { nodeProperties.value($0, node.index) }
  }

  /// A property of an edge.
  public func value(_ key: PropertyKey, of edge: EdgeID) -> Value? {
    keyNames.token(of: key.name).flatMap { edgeProperties.value($0, edge.index) }
  }

  /// All properties of a node, sorted by key.
  public func properties(of node: NodeID) -> [(key: PropertyKey, value: Value)] {
    nodeProperties.all(node.index, keyNames)
  }

  /// All properties of an edge, sorted by key.
  public func properties(of edge: EdgeID) -> [(key: PropertyKey, value: Value)] {
    edgeProperties.all(edge.index, keyNames)
  }

  /// The nodes with a label, in ascending order.
  ///
  /// - Complexity: O(result).
  public func nodes(with label: Label) -> [NodeID] { members[label]?.all ?? [] }

  /// The number of nodes with a label.
  ///
  /// - Complexity: O(1).
  public func count(of label: Label) -> Int { members[label]?.count ?? 0 }

  /// The labels in use, sorted, with the number of their nodes.
  public var labelCounts: [(label: Label, count: Int)] {
    members.filter { $0.value.count > 0 }.map { ($0.key, $0.value.count) }.sorted { $0.label < $1.label }
  }

  /// The edge types in use, sorted, with the number of their edges.
  public var typeCounts: [(type: EdgeType, count: Int)] {
    edgeCounts.enumerated().filter { $0.element > 0 }
      .map { (EdgeType(typeNames.name(of: UInt16($0.offset))), $0.element) }
      .sorted { $0.type < $1.type }
  }
}

extension PropertyGraph {
  /// Calls `body` for each edge at a node: outgoing before incoming, then by type, then in order of creation.
  ///
  /// - Complexity: O(degree).
  public func forEachHop(from node: NodeID, _ direction: Direction, _ body: (Hop) -> Void) {
    if direction != .incoming {
      for entry in outgoing[node.index] { body(Hop(edge: entry.edge, neighbor: entry.neighbor, isForward: true)) }
    }
    if direction != .outgoing {
      for entry in incoming[node.index] where direction == .incoming || entry.neighbor != node {
        body(Hop(edge: entry.edge, neighbor: entry.neighbor, isForward: false))
      }
    }
  }

  /// Calls `body` for each edge of one type at a node, outgoing before incoming, in order of creation.
  ///
  /// - Complexity: O(log degree + edges of the type).
  public func forEachHop(from node: NodeID, _ direction: Direction, _ type: EdgeType, _ body: (Hop) -> Void) {
    guard let token = typeNames.token(of: type.name) else { return }
    if direction != .incoming {
      forEachAdjacent(in: outgoing[node.index], token) {
        body(Hop(edge: $0.edge, neighbor: $0.neighbor, isForward: true))
      }
    }
    if direction != .outgoing {
      forEachAdjacent(in: incoming[node.index], token) {
        if direction == .incoming || $0.neighbor != node {
          body(Hop(edge: $0.edge, neighbor: $0.neighbor, isForward: false))
        }
      }
    }
  }

  private func forEachAdjacent(in entries: [Adjacent], _ type: UInt16, _ body: (Adjacent) -> Void) {
    var index = entries.firstPosition { $0.type >= type }
    while index < entries.count, entries[index].type == type {
      body(entries[index])
      index += 1
    }
  }
}

extension Array {
  /// The first position at which a condition holds, which must stay true from there to the end.
  func firstPosition(where condition: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
