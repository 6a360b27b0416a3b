import Dispatch
public import GraphModel
public import GraphStore
public import Interchange
import Synchronization

/// A graph, or a part of it, as writers take it: a view that copies nothing but ids and the ends of edges.
///
/// The property `id` becomes the id of a node where it is text and nobody before has the same; other nodes are called by
/// their place, `#17`. Nodes and edges stand in the order of their ids.
public struct GraphSelection: GraphSource {
  /// The property by which nodes are called.
  private static let idKey = "id"

  private let graph: PropertyGraph
  private let nodes: [NodeID]
  private let names: NodeNames
  private let edges: SelectedEdges
  private let nodeKeys: Keys
  private let edgeKeys: Keys

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
  ///   - includeEdge: Whether an edge between two such nodes may; asked once for each, perhaps from another thread, after all nodes.
  /// - Complexity: O(nodes + edges).
  public init(
    _ graph: PropertyGraph, includeNode: (NodeID) -> Bool = { _ in true },
    includeEdge: @escaping @Sendable (EdgeID) -> Bool = { _ in true }
  ) {
    var positions = [Int32](repeating: -1, count: graph.nodeBound)
    var nodes: [NodeID] = []
    nodes.reserveCapacity(graph.nodeCount)
    for node in graph.nodes where includeNode(node) {
      positions[node.index] = Int32(nodes.count)
      nodes.append(node)
    }
    let keys = graph.keysInOrder
    let idToken = keys.first { $0.name == Self.idKey }?.token
    let parts = CandidateNames.parts(of: nodes.count)
    let found = Mutex<(names: [CandidateNames], edges: SelectedEdges)>(
      (Array(repeating: CandidateNames(), count: parts.count), SelectedEdges()))
    // One list of jobs: within a job no others would run side by side.
    DispatchQueue.concurrentPerform(iterations: parts.count + 1) { [nodes, positions] job in
      if job == 0 {
        let edges = SelectedEdges(graph, positions, includeEdge)
        found.withLock { $0.edges = edges }
      } else {
        let names = CandidateNames(nodes[parts[job - 1]], in: graph, key: idToken)
        found.withLock { $0.names[job - 1] = names }
      }
    }
    (self.graph, self.nodes) = (graph, nodes)
    (names, edges) = found.withLock { (NodeNames(nodes.count, $0.names), $0.edges) }
    let used = graph.usedKeys
    nodeKeys = Keys(keys.filter { used.nodes.contains($0.token) }, graph.keysOfNodeBlocks)
    edgeKeys = Keys(keys.filter { used.edges.contains($0.token) }, graph.keysOfEdgeBlocks)
  }
}

/// The edges between selected nodes, with the positions of those.
private struct SelectedEdges {
  private(set) var ids: [EdgeID] = []
  private(set) var ends: [Ends] = []

  struct Ends {
    let source: Int32
    let target: Int32
  }

  init() {}

  /// - Parameter positions: The position of each node; negative where it is not selected.
  init(_ graph: PropertyGraph, _ positions: [Int32], _ include: (EdgeID) -> Bool) {
    ids.reserveCapacity(graph.edgeCount)
    ends.reserveCapacity(graph.edgeCount)
    for edge in graph.edges {
      let nodes = graph.ends(of: edge)
      let (source, target) = (positions[nodes.source.index], positions[nodes.target.index])
      if source >= 0, target >= 0, include(edge) {
        ids.append(edge)
        ends.append(Ends(source: source, target: target))
      }
    }
  }
}

/// The elements, one by one.
extension GraphSelection {
  /// The number of nodes.
  public var nodeCount: Int { nodes.count }
  /// The number of edges.
  public var edgeCount: Int { edges.ids.count }
  /// The id of a node.
  public func id(ofNode position: Int) -> String { names.ids[position] }
  /// The ids of all nodes.
  public var nodeIDs: NodeIDs { names.ids }
  /// The number of an edge.
  public func idNumber(ofEdge position: Int) -> UInt32? { edges.ids[position].rawValue }
  /// The id of an edge.
  public func id(ofEdge position: Int) -> String { "e" + String(edges.ids[position].rawValue) }
  /// The labels of a node.
  public func labels(ofNode position: Int) -> [String] { graph.labels(of: nodes[position]).map(\.name) }
  /// The number of the labels of a node.
  public func labelSet(ofNode position: Int) -> Int? { graph.labelSet(of: nodes[position]) }
  /// The type of an edge.
  public func type(ofEdge position: Int) -> String { graph.type(of: edges.ids[position]).name }
  /// The number of the type of an edge.
  public func typeNumber(ofEdge position: Int) -> Int? { Int(graph.typeToken(of: edges.ids[position])) }

  /// The positions of the nodes that an edge joins.
  public func ends(ofEdge position: Int) -> (source: Int, target: Int) {
    (Int(edges.ends[position].source), Int(edges.ends[position].target))
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

  /// Lends what neighbouring elements have for a property.
  public func withValues(
    of name: String, _ kind: ElementKind, in positions: Range<Int>, _ body: (ValueRun) -> Void
  ) {
    guard let token = kind == .node ? nodeKeys.tokens[name] : edgeKeys.tokens[name] else { return }
    switch kind {
    // The property is in use only where a node could not be called by it.
    case .node where name == Self.idKey:
      guard !names.haveAllIDs else { return }
      ValueRun.lend(positions, { names.areIDs[$0] ? nil : graph.nodeValue(at: token, of: nodes[$0]) }, body)
    case .node: graph.withNodeValues(at: token, of: nodes[positions], body)
    case .edge: graph.withEdgeValues(at: token, of: edges.ids[positions], body)
    }
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
      let edge = edges.ids[position]
      return edgeKeys.ofElement(edge.index).compactMap { key in
        graph.edgeValue(at: key.token, of: edge).map { InterchangeGraph.Property(key: key.name, value: $0) }
      }
    }
  }
}
