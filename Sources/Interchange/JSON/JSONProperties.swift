import GraphModel
import JSONText

/// How properties stand among other members of a JSON object.
///
/// A property with the name of a member that the format itself uses, or with `@` in front, gets one `@` more, so that
/// every name reads back as it was.
enum JSONProperties {
  static func members(
    _ properties: [InterchangeGraph.Property], reserved: Set<String>
  ) -> [(key: String, value: JSONOutput)] {
    properties.map { property in
      let isGuarded = property.key.hasPrefix("@") || reserved.contains(property.key)
      return (isGuarded ? "@" + property.key : property.key, ValueText.output(of: property.value))
    }
  }

  static func properties(
    of tree: JSONTree?, reserved: Set<String>, _ remarks: inout Remarks
  ) -> [InterchangeGraph.Property] {
    let members = (tree?.members ?? []).filter { !reserved.contains($0.key) }
    return remarks.properties(
      members.map { ($0.key.hasPrefix("@") ? String($0.key.dropFirst()) : $0.key, ValueText.value(of: $0.value)) })
  }

  /// An id, which other programs also write as a number.
  static func id(_ tree: JSONTree?) -> String? {
    switch tree?.content {
    case .string(let text): text
    case .integer(let number): String(number)
    case .float(let number): String(number)
    default: nil
    }
  }

  /// The strings of an array.
  static func texts(_ tree: JSONTree?) -> [String] { (tree?.items ?? []).compactMap(\.text) }
}

/// Puts a graph together from elements that name one another by id.
struct GraphAssembly {
  private(set) var graph = InterchangeGraph()
  private var index = NodeIndex()
  private let bytes: [UInt8]
  var remarks = Remarks()

  init(of bytes: [UInt8]) { self.bytes = bytes }

  mutating func add(_ node: InterchangeGraph.Node, at tree: JSONTree) throws(InterchangeFault) {
    guard index.add(node.id, at: graph.nodes.count) else {
      throw tree.fault("the node id '\(node.id)' comes twice; ids must differ", in: bytes)
    }
    graph.nodes.append(node)
  }

  mutating func addEdge(
    id: String?, type: String, source: JSONTree?, target: JSONTree?, properties: [InterchangeGraph.Property],
    at tree: JSONTree
  ) throws(InterchangeFault) {
    func position(_ end: JSONTree?, _ name: String) throws(InterchangeFault) -> Int {
      guard let id = JSONProperties.id(end) else {
        throw tree.fault("an edge has no '\(name)'; name the id of a node", in: bytes)
      }
      guard let position = index.position(of: id, &remarks) else {
        throw tree.fault(
          "an edge ends at '\(id)', which is no node of the file; add the node, or correct the edge", in: bytes)
      }
      return position
    }
    let from = try position(source, "source")
    let to = try position(target, "target")
    graph.edges.append(
      InterchangeGraph.Edge(
        id: id ?? "e\(graph.edges.count)", type: type, source: from, target: to, properties: properties))
  }

  /// The graph with what there is to say of the file; a graph without edges is worth a word.
  func finished() -> GraphFormat.Content {
    var remarks = remarks
    if graph.edges.isEmpty { remarks.note("the file has no edges") }
    return (graph, remarks)
  }
}
