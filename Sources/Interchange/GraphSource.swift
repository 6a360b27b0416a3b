public import GraphModel

/// Where writers take a graph from, element by element, so that a large graph is never held a second time.
///
/// Elements are asked for by position, in any order and from any thread; asking twice gives the same.
public protocol GraphSource: Sendable {
  /// The number of nodes.
  var nodeCount: Int { get }
  /// The number of edges.
  var edgeCount: Int { get }
  /// A node; properties are sorted by name.
  func node(at position: Int) -> InterchangeGraph.Node
  /// An edge; properties are sorted by name.
  func edge(at position: Int) -> InterchangeGraph.Edge
  /// The id of a node.
  func id(ofNode position: Int) -> String
}

extension InterchangeGraph: GraphSource {
  /// The number of nodes.
  public var nodeCount: Int { nodes.count }
  /// The number of edges.
  public var edgeCount: Int { edges.count }
  /// A node.
  public func node(at position: Int) -> Node { nodes[position] }
  /// An edge.
  public func edge(at position: Int) -> Edge { edges[position] }
  /// The id of a node.
  public func id(ofNode position: Int) -> String { nodes[position].id }

  /// Copies what a source gives.
  public init(_ source: some GraphSource) {
    self.init()
    nodes = (0..<source.nodeCount).map(source.node)
    edges = (0..<source.edgeCount).map(source.edge)
  }
}

/// A graph, or a part of it, as writers take it: a view that copies nothing but ids and the ends of edges.
///
/// The property `id` becomes the id of a node where it is text and nobody before has the same; other nodes are called by
/// their number, `#17`. Nodes and edges stand in the order of their ids.
public struct GraphSelection<Graph: PropertyView>: GraphSource {
  private let graph: Graph
  private let nodes: [NodeID]
  private let ids: [String]
  private let edges: [SelectedEdge]

  private struct SelectedEdge {
    let edge: EdgeID
    let source: Int32
    let target: Int32
  }

  /// Selects the nodes that may go out, and edges between two of them.
  ///
  /// - Parameters:
  ///   - graph: Where to take it from.
  ///   - includeNode: Whether a node may leave the house; it is asked once for each node.
  ///   - includeEdge: Whether an edge between two such nodes may.
  /// - Complexity: O(nodes + edges).
  public init(
    _ graph: Graph, includeNode: (NodeID) -> Bool = { _ in true }, includeEdge: (EdgeID) -> Bool = { _ in true }
  ) {
    self.graph = graph
    var positions = [Int32](repeating: -1, count: graph.nodeBound)
    var taken: Set<ExactText> = []
    var nodes: [NodeID] = []
    var ids: [String] = []
    for node in graph.nodes where includeNode(node) {
      positions[node.index] = Int32(nodes.count)
      nodes.append(node)
      let text = graph.value("id", of: node)?.text
      if let text, !text.hasPrefix("#"), taken.insert(ExactText(text)).inserted {
        ids.append(text)
      } else {
        ids.append("#\(node.rawValue)")
      }
    }
    var edges: [SelectedEdge] = []
    for (position, node) in nodes.enumerated() {
      graph.forEachHop(from: node, .outgoing) { hop in
        let target = positions[hop.neighbor.index]
        if target >= 0, includeEdge(hop.edge) {
          edges.append(SelectedEdge(edge: hop.edge, source: Int32(position), target: target))
        }
      }
    }
    edges.sort { $0.edge < $1.edge }
    self.nodes = nodes
    self.ids = ids
    self.edges = edges
  }

  /// The number of nodes.
  public var nodeCount: Int { nodes.count }
  /// The number of edges.
  public var edgeCount: Int { edges.count }
  /// The id of a node.
  public func id(ofNode position: Int) -> String { ids[position] }

  /// A node.
  public func node(at position: Int) -> InterchangeGraph.Node {
    let node = nodes[position]
    var properties: [InterchangeGraph.Property] = []
    for (key, value) in graph.properties(of: node) {
      if key.name == "id", case .string(let text) = value, text == ids[position] { continue }
      properties.append(InterchangeGraph.Property(key: key.name, value: value))
    }
    return InterchangeGraph.Node(id: ids[position], labels: graph.labels(of: node).map(\.name), properties: properties)
  }

  /// An edge.
  public func edge(at position: Int) -> InterchangeGraph.Edge {
    let edge = edges[position]
    return InterchangeGraph.Edge(
      id: "e\(edge.edge.rawValue)", type: graph.type(of: edge.edge).name, source: Int(edge.source),
      target: Int(edge.target),
      properties: graph.properties(of: edge.edge).map { InterchangeGraph.Property(key: $0.key.name, value: $0.value) })
  }
}

/// Text that equals only the same code points: formats and other programs tell `é` from `e` with an accent behind it, where
/// Swift's strings are equal.
struct ExactText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: ExactText, right: ExactText) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
