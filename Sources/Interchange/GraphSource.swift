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
  /// The ids of all nodes.
  var nodeIDs: NodeIDs { get }
  /// The id of an edge.
  func id(ofEdge position: Int) -> String
  /// The number behind the `e` of an edge's id, such as 17 of `e17`; `nil` where the source does not know.
  func idNumber(ofEdge position: Int) -> UInt32?
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
  /// The names of all properties of nodes or of edges, each once.
  func propertyNames(of kind: ElementKind) -> [String]
  /// Lends what neighbouring elements have for a property, in order, in one run or several; places count from the first of the elements.
  /// Runs of one property that number their texts do so by one table, whatever the positions.
  func withValues(of name: String, _ kind: ElementKind, in positions: Range<Int>, _ body: (ValueRun) -> Void)
}

/// What a graph consists of.
public enum ElementKind: Sendable {
  /// Nodes.
  case node
  /// Edges.
  case edge
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

  /// Asks the nodes one by one.
  public var nodeIDs: NodeIDs { NodeIDs(nodeCount, id(ofNode:)) }

  /// The id of an edge.
  public func id(ofEdge position: Int) -> String { edge(at: position).id }

  /// Ids are any text.
  public func idNumber(ofEdge position: Int) -> UInt32? { nil }

  /// Asks every element.
  public func propertyNames(of kind: ElementKind) -> [String] {
    var names = Set<String>()
    for position in 0..<(kind == .node ? nodeCount : edgeCount) {
      for property in properties(of: kind, at: position) { names.insert(property.key) }
    }
    return names.sorted()
  }

  /// Asks the elements one by one.
  public func withValues(
    of name: String, _ kind: ElementKind, in positions: Range<Int>, _ body: (ValueRun) -> Void
  ) {
    // Elements of one label have the same properties, so that a property mostly stands where it stood in the element before.
    var place = 0
    func value(_ position: Int) -> Value? {
      let properties = properties(of: kind, at: position)
      let isBehind = place > properties.count || place > 0 && properties[place - 1].key >= name
      if isBehind || place < properties.count && properties[place].key < name {
        place = properties.firstIndex { $0.key >= name } ?? properties.count
      }
      return place < properties.count && properties[place].key == name ? properties[place].value : nil
    }
    ValueRun.lend(positions, value, body)
  }

  private func properties(of kind: ElementKind, at position: Int) -> [InterchangeGraph.Property] {
    kind == .node ? node(at: position).properties : edge(at: position).properties
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

  /// Copies what a source gives.
  public init(_ source: some GraphSource) {
    self.init()
    nodes = (0..<source.nodeCount).map(source.node)
    edges = (0..<source.edgeCount).map(source.edge)
  }
}
