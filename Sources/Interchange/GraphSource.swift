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
  /// Lends the bytes of the id of a node.
  func withID(ofNode position: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void)
  /// The id of an edge.
  func id(ofEdge position: Int) -> String
  /// The labels of a node.
  func labels(ofNode position: Int) -> [String]
  /// A number that says that nodes have the same labels; `nil` where the source does not know.
  func labelSet(ofNode position: Int) -> Int?
  /// The type of an edge.
  func type(ofEdge position: Int) -> String
  /// A number that says that edges have the same type; `nil` where the source does not know.
  func typeNumber(ofEdge position: Int) -> Int?
  /// The positions of the nodes that an edge joins.
  func ends(ofEdge position: Int) -> (source: Int, target: Int)
  /// Hands over the properties of a node or edge, sorted by name, without gathering them.
  func forEachProperty(of kind: ElementKind, at position: Int, _ body: (SourceProperty) -> Void)
  /// The names of all properties of nodes or of edges, each once, by the numbers under which they are handed over; empty where the source
  /// hands them over by name.
  func keys(of kind: ElementKind) -> [String]
  /// A text that is handed over by number.
  func text(_ number: Int, ofKey key: Int, of kind: ElementKind) -> String
  /// Hands over every value of a key, the same value perhaps only once.
  ///
  /// - Returns: `false`, having handed over nothing, where elements have to be asked one by one.
  func forEachDistinctValue(ofKey key: Int, of kind: ElementKind, _ body: (Value) -> Void) -> Bool
}

/// What a graph consists of.
public enum ElementKind: Sendable {
  /// Nodes.
  case node
  /// Edges.
  case edge
}

/// A property as a source hands it over.
public enum SourceProperty {
  /// By its name.
  case named(String, Value)
  /// By the number of its name.
  case numbered(key: Int, Value)
  /// A text that others have too: by the number of its name, and its own number among the texts of that name.
  case repeated(key: Int, text: Int)
}

extension GraphSource {
  /// The labels of the node that stands at a position.
  public func labels(ofNode position: Int) -> [String] { node(at: position).labels }

  /// Nodes are not compared.
  public func labelSet(ofNode position: Int) -> Int? { nil }

  /// The type of the edge that stands at a position.
  public func type(ofEdge position: Int) -> String { edge(at: position).type }

  /// Edges are not compared.
  public func typeNumber(ofEdge position: Int) -> Int? { nil }

  /// The positions of the nodes that an edge joins.
  public func ends(ofEdge position: Int) -> (source: Int, target: Int) {
    let edge = edge(at: position)
    return (edge.source, edge.target)
  }

  /// Lends the bytes of the id of a node.
  public func withID(ofNode position: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var id = id(ofNode: position)
    id.withUTF8(body)
  }

  /// The id of an edge.
  public func id(ofEdge position: Int) -> String { edge(at: position).id }

  /// Hands over each property by its name.
  public func forEachProperty(of kind: ElementKind, at position: Int, _ body: (SourceProperty) -> Void) {
    let properties = kind == .node ? node(at: position).properties : edge(at: position).properties
    for property in properties { body(.named(property.key, property.value)) }
  }

  /// Properties have no numbers.
  public func keys(of kind: ElementKind) -> [String] { [] }

  /// Texts have no numbers.
  public func text(_ number: Int, ofKey key: Int, of kind: ElementKind) -> String { "" }

  /// Elements have to be asked one by one.
  public func forEachDistinctValue(ofKey key: Int, of kind: ElementKind, _ body: (Value) -> Void) -> Bool { false }
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
