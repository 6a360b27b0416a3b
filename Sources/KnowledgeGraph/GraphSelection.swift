public import GraphModel
public import GraphStore
public import Interchange

/// A graph, or a part of it, as writers take it: a view that copies nothing but ids and the ends of edges.
///
/// The property `id` becomes the id of a node where it is text and nobody before has the same; other nodes are called by
/// their number, `#17`. Nodes and edges stand in the order of their ids.
public struct GraphSelection: GraphSource {
  private let graph: PropertyGraph
  private let nodes: [NodeID]
  private let ids: [String]
  private let edges: [SelectedEdge]
  /// The keys that any node or edge has, in the order of their names.
  private let nodeKeys: [Key]
  private let edgeKeys: [Key]
  /// Which of the keys of nodes is `id`.
  private let idKey: Int?
  /// Whether every node that has an `id` is called by it.
  private let idsAreNames: Bool
  /// Which of the keys the nodes and edges of each block may have, in the order of their names.
  private let nodeKeysOfBlocks: [[Int]]
  private let edgeKeysOfBlocks: [[Int]]

  private struct SelectedEdge {
    let edge: EdgeID
    let source: Int32
    let target: Int32
  }

  private struct Key {
    let token: UInt16
    let name: String
  }

  /// Selects the nodes that may go out, and edges between two of them.
  ///
  /// - Parameters:
  ///   - graph: Where to take it from.
  ///   - includeNode: Whether a node may leave the house; it is asked once for each node.
  ///   - includeEdge: Whether an edge between two such nodes may.
  /// - Complexity: O(nodes + edges), and O(e log e) for e selected edges.
  public init(
    _ graph: PropertyGraph, includeNode: (NodeID) -> Bool = { _ in true }, includeEdge: (EdgeID) -> Bool = { _ in true }
  ) {
    var positions = [Int32](repeating: -1, count: graph.nodeBound)
    var taken: Set<ExactText> = []
    var nodes: [NodeID] = []
    var ids: [String] = []
    var idsAreNames = true
    taken.reserveCapacity(graph.nodeCount)
    nodes.reserveCapacity(graph.nodeCount)
    ids.reserveCapacity(graph.nodeCount)
    let keys = graph.keysInOrder.map { Key(token: $0.token, name: $0.name) }
    let idToken = keys.first { $0.name == "id" }?.token
    for node in graph.nodes where includeNode(node) {
      positions[node.index] = Int32(nodes.count)
      nodes.append(node)
      let id = idToken.flatMap { graph.value(at: $0, of: node) }
      if let text = id?.text, !text.hasPrefix("#"), taken.insert(ExactText(text)).inserted {
        ids.append(text)
      } else {
        ids.append("#\(node.rawValue)")
        idsAreNames = idsAreNames && id == nil
      }
    }
    var edges: [SelectedEdge] = []
    for edge in graph.edges {
      let ends = graph.ends(of: edge)
      let (source, target) = (positions[ends.source.index], positions[ends.target.index])
      if source >= 0, target >= 0, includeEdge(edge) {
        edges.append(SelectedEdge(edge: edge, source: source, target: target))
      }
    }
    self.graph = graph
    self.nodes = nodes
    self.ids = ids
    self.edges = edges
    let used = graph.usedKeys
    let nodeKeys = keys.filter { used.nodes.contains($0.token) }
    self.nodeKeys = nodeKeys
    idKey = nodeKeys.firstIndex { $0.name == "id" }
    let edgeKeys = keys.filter { used.edges.contains($0.token) }
    self.edgeKeys = edgeKeys
    self.idsAreNames = idsAreNames
    nodeKeysOfBlocks = Self.positions(of: nodeKeys, in: graph.keysOfNodeBlocks)
    edgeKeysOfBlocks = Self.positions(of: edgeKeys, in: graph.keysOfEdgeBlocks)
  }

  /// The positions of the keys of each block among all keys.
  private static func positions(of keys: [Key], in blocks: [[UInt16]]) -> [[Int]] {
    blocks.map { block in
      let tokens = Set(block)
      return keys.indices.filter { tokens.contains(keys[$0].token) }
    }
  }

  /// The number of nodes.
  public var nodeCount: Int { nodes.count }
  /// The number of edges.
  public var edgeCount: Int { edges.count }
  /// The id of a node.
  public func id(ofNode position: Int) -> String { ids[position] }

  /// A node.
  public func node(at position: Int) -> InterchangeGraph.Node {
    InterchangeGraph.Node(
      id: ids[position], labels: graph.labels(of: nodes[position]).map(\.name), properties: properties(ofNode: position)
    )
  }

  /// An edge.
  public func edge(at position: Int) -> InterchangeGraph.Edge {
    let edge = edges[position]
    return InterchangeGraph.Edge(
      id: "e" + String(edge.edge.rawValue), type: graph.type(of: edge.edge).name, source: Int(edge.source),
      target: Int(edge.target), properties: properties(ofEdge: position))
  }

  /// The properties of a node but for the one that is its id.
  public func properties(ofNode position: Int) -> [InterchangeGraph.Property] {
    var properties: [InterchangeGraph.Property] = []
    forEachProperty(ofNode: position) { properties.append(InterchangeGraph.Property(key: $1, value: $2)) }
    return properties
  }

  /// The properties of an edge.
  public func properties(ofEdge position: Int) -> [InterchangeGraph.Property] {
    var properties: [InterchangeGraph.Property] = []
    forEachProperty(ofEdge: position) { properties.append(InterchangeGraph.Property(key: $1, value: $2)) }
    return properties
  }

  /// Hands over the properties of a node but for the one that is its id.
  public func forEachProperty(ofNode position: Int, _ body: PropertyReader) {
    let node = nodes[position]
    for number in nodeKeysOfBlocks[node.index / PropertyGraph.blockLength] {
      guard let value = graph.value(at: nodeKeys[number].token, of: node) else { continue }
      if number == idKey, case .string(let text) = value, text == ids[position] { continue }
      body(number, nodeKeys[number].name, value)
    }
  }

  /// Hands over the properties of an edge.
  public func forEachProperty(ofEdge position: Int, _ body: PropertyReader) {
    let edge = edges[position].edge
    for number in edgeKeysOfBlocks[edge.index / PropertyGraph.blockLength] {
      guard let value = graph.value(at: edgeKeys[number].token, of: edge) else { continue }
      body(number, edgeKeys[number].name, value)
    }
  }

  /// Hands over what the nodes have, texts that repeat once; only where all nodes are selected.
  public func forEachDistinctNodeProperty(_ body: PropertyReader) -> Bool {
    guard nodes.count == graph.nodeCount, idsAreNames else { return false }
    for number in nodeKeys.indices where number != idKey {
      graph.forEachDistinctNodeValue(at: nodeKeys[number].token) { body(number, nodeKeys[number].name, $0) }
    }
    return true
  }

  /// Hands over what the edges have, texts that repeat once; only where all edges are selected.
  public func forEachDistinctEdgeProperty(_ body: PropertyReader) -> Bool {
    guard edges.count == graph.edgeCount else { return false }
    for number in edgeKeys.indices {
      graph.forEachDistinctEdgeValue(at: edgeKeys[number].token) { body(number, edgeKeys[number].name, $0) }
    }
    return true
  }

  /// The labels of a node.
  public func labels(ofNode position: Int) -> [String] { graph.labels(of: nodes[position]).map(\.name) }

  /// The type of an edge, and the positions of the nodes that it joins.
  public func relation(ofEdge position: Int) -> (type: String, source: Int, target: Int) {
    let edge = edges[position]
    return (graph.type(of: edge.edge).name, Int(edge.source), Int(edge.target))
  }

  /// The id of an edge.
  public func id(ofEdge position: Int) -> String { "e" + String(edges[position].edge.rawValue) }
}
