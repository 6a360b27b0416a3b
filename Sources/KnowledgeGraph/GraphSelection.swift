public import GraphModel
public import GraphStore
public import Interchange

/// A graph, or a part of it, as writers take it: a view that copies nothing but ids and the ends of edges.
///
/// The property `id` becomes the id of a node where it is text and nobody before has the same; other nodes are called by
/// their number, `#17`. Nodes and edges stand in the order of their ids.
public struct GraphSelection: GraphSource {
  /// The property by which nodes are called.
  private static let idKey = "id"

  private let graph: PropertyGraph
  private let nodes: [NodeID]
  private let names: NodeNames
  private let edges: [EdgeID]
  private let ends: [Ends]
  private let nodeKeys: Keys
  private let edgeKeys: Keys

  private struct Ends {
    let source: Int32
    let target: Int32
  }

  /// The keys that some node or edge has, in the order of their names.
  private struct Keys {
    let names: [String]
    let tokens: [String: UInt16]
    /// The keys that the elements of each block of neighbours may have.
    let ofBlocks: [[(name: String, token: UInt16)]]

    init(_ keys: [(token: UInt16, name: String)], _ blocks: [[UInt16]]) {
      names = keys.map(\.name)
      tokens = Dictionary(uniqueKeysWithValues: keys.map { ($0.name, $0.token) })
      ofBlocks = blocks.map { block in
        let tokens = Set(block)
        return keys.filter { tokens.contains($0.token) }.map { (name: $0.name, token: $0.token) }
      }
    }

    func ofElement(_ index: Int) -> [(name: String, token: UInt16)] { ofBlocks[index / PropertyGraph.blockLength] }
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
    let names = NodeNames(of: included, in: graph, key: keys.first { $0.name == Self.idKey }?.token)
    var (edges, allEnds): ([EdgeID], [Ends]) = ([], [])
    edges.reserveCapacity(graph.edgeCount)
    allEnds.reserveCapacity(graph.edgeCount)
    for edge in graph.edges {
      let ends = graph.ends(of: edge)
      let (source, target) = (positions[ends.source.index], positions[ends.target.index])
      if source >= 0, target >= 0, includeEdge(edge) {
        edges.append(edge)
        allEnds.append(Ends(source: source, target: target))
      }
    }
    self.graph = graph
    nodes = included
    self.names = names
    self.edges = edges
    ends = allEnds
    let used = graph.usedKeys
    nodeKeys = Keys(keys.filter { used.nodes.contains($0.token) }, graph.keysOfNodeBlocks)
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
  /// Lends the bytes of the id of an edge.
  public func withID(ofEdge position: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 11) { id in
      var (rest, start) = (edges[position].rawValue, id.count)
      repeat {
        start -= 1
        id[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      id[start - 1] = UInt8(ascii: "e")
      body(UnsafeBufferPointer(rebasing: id[(start - 1)...]))
    }
  }
  /// The id of an edge.
  public func id(ofEdge position: Int) -> String { "e" + String(edges[position].rawValue) }
  /// The labels of a node.
  public func labels(ofNode position: Int) -> [String] { graph.labels(of: nodes[position]).map(\.name) }
  /// The number of the labels of a node.
  public func labelSet(ofNode position: Int) -> Int? { graph.labelSet(of: nodes[position]) }
  /// The type of an edge.
  public func type(ofEdge position: Int) -> String { graph.type(of: edges[position]).name }
  /// The number of the type of an edge.
  public func typeNumber(ofEdge position: Int) -> Int? { Int(graph.typeToken(of: edges[position])) }

  /// The positions of the nodes that an edge joins.
  public func ends(ofEdge position: Int) -> (source: Int, target: Int) {
    (Int(ends[position].source), Int(ends[position].target))
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

/// Their properties; of a node all but the one that is its id.
extension GraphSelection {
  /// The names of the properties.
  public func propertyNames(of kind: ElementKind) -> [String] { kind == .node ? nodeKeys.names : edgeKeys.names }

  /// Hands over what neighbouring elements have for a property.
  public func forEachValue(
    of name: String, _ kind: ElementKind, in positions: Range<Int>, _ body: (Int, ColumnValue) -> Void
  ) {
    guard let token = token(of: name, kind) else { return }
    let first = positions.lowerBound
    switch kind {
    case .node where name == Self.idKey:
      graph.forEachNodeValue(at: token, of: nodes[positions]) {
        if !names.areIDs[first + $0] { body(first + $0, $1) }
      }
    case .node: graph.forEachNodeValue(at: token, of: nodes[positions]) { body(first + $0, $1) }
    case .edge: graph.forEachEdgeValue(at: token, of: edges[positions]) { body(first + $0, $1) }
    }
  }

  /// A text of the graph's tables.
  public func text(_ number: Int, of name: String, _ kind: ElementKind) -> String {
    guard let token = token(of: name, kind) else { return "" }
    return kind == .node ? graph.nodeText(number, at: token) : graph.edgeText(number, at: token)
  }

  /// Hands over what the elements have for a property, texts that repeat mostly once.
  public func forEachDistinctValue(of name: String, _ kind: ElementKind, _ body: (Value) -> Bool) {
    guard let token = token(of: name, kind) else { return }
    switch kind {
    // The property is in use only where a node could not be called by it.
    case .node where name == Self.idKey && names.haveAllIDs: break
    case .node where nodes.count == graph.nodeCount && name != Self.idKey:
      graph.forEachDistinctNodeValue(at: token, body)
    case .edge where edges.count == graph.edgeCount: graph.forEachDistinctEdgeValue(at: token, body)
    default:
      var seen = Set<Int>()
      forEachValue(of: name, kind, in: 0..<(kind == .node ? nodes.count : edges.count)) {
        switch $1 {
        case .value(let value): _ = body(value)
        case .text(let number): if seen.insert(number).inserted { _ = body(.string(text(number, of: name, kind))) }
        }
      }
    }
  }

  private func token(of name: String, _ kind: ElementKind) -> UInt16? {
    kind == .node ? nodeKeys.tokens[name] : edgeKeys.tokens[name]
  }

  private func properties(of kind: ElementKind, at position: Int) -> [InterchangeGraph.Property] {
    switch kind {
    case .node:
      let node = nodes[position]
      return nodeKeys.ofElement(node.index).compactMap { key in
        if key.name == Self.idKey, names.areIDs[position] { return nil }
        return graph.nodeValue(at: key.token, of: node).map { InterchangeGraph.Property(key: key.name, value: $0) }
      }
    case .edge:
      let edge = edges[position]
      return edgeKeys.ofElement(edge.index).compactMap { key in
        graph.edgeValue(at: key.token, of: edge).map { InterchangeGraph.Property(key: key.name, value: $0) }
      }
    }
  }
}
