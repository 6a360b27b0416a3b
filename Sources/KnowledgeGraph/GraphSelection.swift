public import GraphModel
public import GraphStore
public import Interchange

/// A graph, or a part of it, as writers take it: a view that copies nothing but ids and the ends of edges.
///
/// The property `id` becomes the id of a node where it is text and nobody before has the same; other nodes are called by
/// their number, `#17`. Nodes and edges stand in the order of their ids.
public struct GraphSelection: GraphSource {
  private let graph: PropertyGraph
  private let nodes: [SelectedNode]
  private let names: NodeNames
  private let edges: [SelectedEdge]
  private let nodeKeys: Keys
  private let edgeKeys: Keys
  /// Which of the keys of nodes is `id`; -1 where there is none.
  private let idKey: Int

  private struct SelectedNode {
    let node: NodeID
    let labelSet: Int32
    /// Whether its property `id` is its id.
    let isNamed: Bool
  }

  private struct SelectedEdge {
    let edge: EdgeID
    let source: Int32
    let target: Int32
    let type: UInt16
  }

  /// The keys that some node or edge has, in the order of their names.
  private struct Keys {
    let names: [String]
    let tokens: [UInt16]
    /// Which of them the elements of each block may have: those of block `b` stand from `starts[b]` to `starts[b + 1]`.
    let ofBlocks: [Int]
    let starts: [Int]

    init(_ keys: [(token: UInt16, name: String)], _ blocks: [[UInt16]]) {
      names = keys.map(\.name)
      tokens = keys.map(\.token)
      var (ofBlocks, starts): ([Int], [Int]) = ([], [0])
      for block in blocks {
        let tokens = Set(block)
        ofBlocks += keys.indices.filter { tokens.contains(keys[$0].token) }
        starts.append(ofBlocks.count)
      }
      (self.ofBlocks, self.starts) = (ofBlocks, starts)
    }

    /// Where the keys of an element's block stand.
    @inline(__always)
    func range(ofElement index: Int) -> Range<Int> {
      let block = index / PropertyGraph.blockLength
      return starts[block]..<starts[block + 1]
    }
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
    var included: [NodeID] = []
    included.reserveCapacity(graph.nodeCount)
    for node in graph.nodes where includeNode(node) {
      positions[node.index] = Int32(included.count)
      included.append(node)
    }
    let keys = graph.keysInOrder
    let names = NodeNames(of: included, in: graph, key: keys.first { $0.name == "id" }?.token)
    var edges: [SelectedEdge] = []
    edges.reserveCapacity(graph.edgeCount)
    for edge in graph.edges {
      let ends = graph.ends(of: edge)
      let (source, target) = (positions[ends.source.index], positions[ends.target.index])
      if source >= 0, target >= 0, includeEdge(edge) {
        edges.append(SelectedEdge(edge: edge, source: source, target: target, type: graph.typeToken(of: edge)))
      }
    }
    self.graph = graph
    nodes = zip(included, names.areIDs).map { node, isNamed in
      SelectedNode(node: node, labelSet: Int32(graph.labelSet(of: node)), isNamed: isNamed)
    }
    self.names = names
    self.edges = edges
    let used = graph.usedKeys
    let nodeKeys = keys.filter { used.nodes.contains($0.token) }
    self.nodeKeys = Keys(nodeKeys, graph.keysOfNodeBlocks)
    idKey = nodeKeys.firstIndex { $0.name == "id" } ?? -1
    edgeKeys = Keys(keys.filter { used.edges.contains($0.token) }, graph.keysOfEdgeBlocks)
  }
}

/// The elements, one by one.
extension GraphSelection {
  /// The number of nodes.
  public var nodeCount: Int { nodes.count }
  /// The number of edges.
  public var edgeCount: Int { edges.count }
  /// The id of a node.
  public func id(ofNode position: Int) -> String { String(decoding: names[position], as: UTF8.self) }
  /// Lends the bytes of the id of a node.
  public func withID(ofNode position: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    names.withBytes(position, body)
  }
  /// The id of an edge.
  public func id(ofEdge position: Int) -> String { "e" + String(edges[position].edge.rawValue) }
  /// The labels of a node.
  public func labels(ofNode position: Int) -> [String] { graph.labels(of: nodes[position].node).map(\.name) }
  /// The number of the labels of a node.
  public func labelSet(ofNode position: Int) -> Int? { Int(nodes[position].labelSet) }
  /// The type of an edge.
  public func type(ofEdge position: Int) -> String { graph.type(of: edges[position].edge).name }
  /// The number of the type of an edge.
  public func typeNumber(ofEdge position: Int) -> Int? { Int(edges[position].type) }

  /// The positions of the nodes that an edge joins.
  public func ends(ofEdge position: Int) -> (source: Int, target: Int) {
    let edge = edges[position]
    return (Int(edge.source), Int(edge.target))
  }

  /// A node.
  public func node(at position: Int) -> InterchangeGraph.Node {
    InterchangeGraph.Node(
      id: id(ofNode: position), labels: labels(ofNode: position), properties: properties(of: .node, at: position))
  }

  /// An edge.
  public func edge(at position: Int) -> InterchangeGraph.Edge {
    let ends = ends(ofEdge: position)
    return InterchangeGraph.Edge(
      id: id(ofEdge: position), type: type(ofEdge: position), source: ends.source, target: ends.target,
      properties: properties(of: .edge, at: position))
  }
}

/// Their properties.
extension GraphSelection {
  /// The names of the properties.
  public func keys(of kind: ElementKind) -> [String] { kind == .node ? nodeKeys.names : edgeKeys.names }

  /// Hands over the properties; of a node all but the one that is its id.
  public func forEachProperty(of kind: ElementKind, at position: Int, _ body: (SourceProperty) -> Void) {
    switch kind {
    case .node:
      let element = nodes[position]
      for place in nodeKeys.range(ofElement: element.node.index) {
        let key = nodeKeys.ofBlocks[place]
        if key == idKey, element.isNamed { continue }
        hand(graph.stored(at: nodeKeys.tokens[key], of: element.node), key, body)
      }
    case .edge:
      let edge = edges[position].edge
      for place in edgeKeys.range(ofElement: edge.index) {
        let key = edgeKeys.ofBlocks[place]
        hand(graph.stored(at: edgeKeys.tokens[key], of: edge), key, body)
      }
    }
  }

  @inline(__always)
  private func hand(_ stored: StoredValue?, _ key: Int, _ body: (SourceProperty) -> Void) {
    switch stored {
    case nil: break
    case .value(let value): body(.numbered(key: key, value))
    case .symbol(let number): body(.repeated(key: key, text: Int(number)))
    }
  }

  /// A text of the graph's tables.
  public func text(_ number: Int, ofKey key: Int, of kind: ElementKind) -> String {
    kind == .node
      ? graph.nodeText(UInt16(number), at: nodeKeys.tokens[key])
      : graph.edgeText(UInt16(number), at: edgeKeys.tokens[key])
  }

  private func properties(of kind: ElementKind, at position: Int) -> [InterchangeGraph.Property] {
    let names = keys(of: kind)
    var properties: [InterchangeGraph.Property] = []
    forEachProperty(of: kind, at: position) { property in
      switch property {
      case .named(let name, let value): properties.append(InterchangeGraph.Property(key: name, value: value))
      case .numbered(let key, let value):
        properties.append(InterchangeGraph.Property(key: names[key], value: value))
      case .repeated(let key, let number):
        let value = Value.string(text(number, ofKey: key, of: kind))
        properties.append(InterchangeGraph.Property(key: names[key], value: value))
      }
    }
    return properties
  }

  /// Hands over what the elements have for a key, texts that repeat once; only where all nodes or all edges are selected.
  public func forEachDistinctValue(ofKey key: Int, of kind: ElementKind, _ body: (Value) -> Void) -> Bool {
    switch kind {
    case .node:
      guard nodes.count == graph.nodeCount, names.haveAllIDs else { return false }
      if key != idKey { graph.forEachDistinctNodeValue(at: nodeKeys.tokens[key], body) }
    case .edge:
      guard edges.count == graph.edgeCount else { return false }
      graph.forEachDistinctEdgeValue(at: edgeKeys.tokens[key], body)
    }
    return true
  }
}
