import GraphModel
import JSONText

/// How properties stand among other members of a JSON object.
///
/// A property with the name of a member that the format itself uses gets an `@` in front, and one more where it has such already, so that
/// every name reads back as it was; other names that begin with `@` are left alone.
enum JSONProperties {
  static func members(
    _ properties: [InterchangeGraph.Property], reserved: Set<String>
  ) -> [(key: String, value: JSONOutput)] {
    properties.map { property in
      let isGuarded = isGuardedName(property.key, reserved)
      return (isGuarded ? "@" + property.key : property.key, ValueText.output(of: property.value))
    }
  }

  /// Whether a name is one of the format's own, with or without guards.
  private static func isGuardedName(_ name: String, _ reserved: Set<String>) -> Bool {
    reserved.contains(String(name.drop { $0 == "@" }))
  }

  /// The properties of an element.
  ///
  /// - Parameters:
  ///   - reserved: What the format itself says of the element.
  ///   - kept: Of these what the format cannot take for what it means by it, such as a type that is no text: it stays a property.
  static func properties(
    of tree: JSONTree?, reserved: Set<String>, kept: Set<String> = [], _ remarks: inout Remarks
  ) -> [InterchangeGraph.Property] {
    let members = (tree?.members ?? []).filter { !reserved.contains($0.key) || kept.contains($0.key) }
    return remarks.properties(
      members.map { member in
        let isGuard = member.key.hasPrefix("@") && isGuardedName(member.key, reserved)
        return (isGuard ? String(member.key.dropFirst()) : member.key, ValueText.value(of: member.value))
      })
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

  /// The strings of an array of nothing but strings; `nil` for all else.
  static func texts(_ tree: JSONTree?) -> [String]? {
    guard let items = tree?.items else { return nil }
    let texts = items.compactMap(\.text)
    return texts.count == items.count ? texts : nil
  }
}

/// Puts a graph together from elements that name one another by id.
struct GraphAssembly {
  private(set) var graph = InterchangeGraph()
  private var index = NodeIndex()
  private var edgeIDs: [String?] = []
  private let bytes: [UInt8]
  var remarks = Remarks()

  init(of bytes: [UInt8]) { self.bytes = bytes }

  /// The elements of a list; none where it is absent.
  func items(_ tree: JSONTree?, _ name: String) throws(InterchangeFault) -> [JSONTree] {
    guard let tree else { return [] }
    guard let items = tree.items else {
      throw tree.fault("'\(name)' is no array; write the edges between [ and ]", in: bytes)
    }
    return items
  }

  /// Remarks what a file says of the graph as a whole, which has no place for it.
  ///
  /// - Parameter known: The members that are read, and those that only say how.
  mutating func noteFacts(of tree: JSONTree?, but known: Set<String>) {
    let facts = (tree?.members ?? []).filter { member in
      if known.contains(member.key) { return false }
      switch member.value.content {
      case .null: return false
      case .array(let items): return !items.isEmpty
      case .object(let members): return !members.isEmpty
      case .boolean, .integer, .float, .string: return true
      }
    }
    remarks.note("a statement about the whole graph passed over", count: facts.count)
  }

  /// Remarks a graph whose edges have no direction.
  mutating func noteDirection(of tree: JSONTree?) {
    switch tree?["directed"]?.content {
    case .boolean(false): remarks.note("an undirected graph read as directed from source to target")
    case nil, .null, .boolean: break
    default: remarks.note("a statement about the whole graph passed over")
    }
  }

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
    edgeIDs.append(id)
    graph.edges.append(InterchangeGraph.Edge(id: "", type: type, source: from, target: to, properties: properties))
  }

  /// The graph with what there is to say of the file; a graph without edges is worth a word.
  func finished() -> GraphFormat.Content {
    var (graph, remarks) = (graph, remarks)
    graph.nameEdges(edgeIDs, &remarks)
    if graph.edges.isEmpty { remarks.note("the file has no edges") }
    return (graph, remarks)
  }
}
