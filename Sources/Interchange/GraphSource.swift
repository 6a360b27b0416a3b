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
  /// The properties of a node, sorted by name.
  func properties(ofNode position: Int) -> [InterchangeGraph.Property]
  /// The properties of an edge, sorted by name.
  func properties(ofEdge position: Int) -> [InterchangeGraph.Property]
  /// The labels of a node.
  func labels(ofNode position: Int) -> [String]
  /// The type of an edge, and the positions of the nodes that it joins.
  func relation(ofEdge position: Int) -> (type: String, source: Int, target: Int)
  /// The id of an edge.
  func id(ofEdge position: Int) -> String
  /// Hands over the properties of a node, sorted by name, without gathering them.
  func forEachProperty(ofNode position: Int, _ body: PropertyReader)
  /// Hands over the properties of an edge, sorted by name, without gathering them.
  func forEachProperty(ofEdge position: Int, _ body: PropertyReader)
  /// Hands over what the nodes have, the same value of a name perhaps only once.
  ///
  /// - Returns: `false`, having handed over nothing, where nodes have to be asked one by one.
  func forEachDistinctNodeProperty(_ body: PropertyReader) -> Bool
  /// The same for edges.
  func forEachDistinctEdgeProperty(_ body: PropertyReader) -> Bool
}

/// Takes a property: the number that the source gives its name, the same for every node or for every edge, or -1 where it gives none; the
/// name; the value.
public typealias PropertyReader = (_ key: Int, _ name: String, _ value: Value) -> Void

extension GraphSource {
  /// The labels of the node that stands at a position.
  public func labels(ofNode position: Int) -> [String] { node(at: position).labels }

  /// The type of an edge and the positions of its ends.
  public func relation(ofEdge position: Int) -> (type: String, source: Int, target: Int) {
    let edge = edge(at: position)
    return (edge.type, edge.source, edge.target)
  }

  /// The id of an edge.
  public func id(ofEdge position: Int) -> String { edge(at: position).id }

  /// Nodes have to be asked one by one.
  public func forEachDistinctNodeProperty(_ body: PropertyReader) -> Bool { false }

  /// Edges have to be asked one by one.
  public func forEachDistinctEdgeProperty(_ body: PropertyReader) -> Bool { false }

  /// Hands over each property of a node, without the number of its key.
  public func forEachProperty(ofNode position: Int, _ body: PropertyReader) {
    for property in properties(ofNode: position) { body(-1, property.key, property.value) }
  }

  /// Hands over each property of an edge, without the number of its key.
  public func forEachProperty(ofEdge position: Int, _ body: PropertyReader) {
    for property in properties(ofEdge: position) { body(-1, property.key, property.value) }
  }
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
  /// The properties of a node.
  public func properties(ofNode position: Int) -> [Property] { nodes[position].properties }
  /// The properties of an edge.
  public func properties(ofEdge position: Int) -> [Property] { edges[position].properties }

  /// Copies what a source gives.
  public init(_ source: some GraphSource) {
    self.init()
    nodes = (0..<source.nodeCount).map(source.node)
    edges = (0..<source.edgeCount).map(source.edge)
  }
}

/// Text that equals only the same code points: formats and other programs tell `é` from `e` with an accent behind it, where
/// Swift's strings are equal.
package struct ExactText: Hashable {
  let text: String

  /// Compares a text by its code points.
  package init(_ text: String) { self.text = text }

  package static func == (left: ExactText, right: ExactText) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
