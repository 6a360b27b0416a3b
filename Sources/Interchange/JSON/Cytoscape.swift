import GraphModel
import JSONText

extension GraphFormat {
  /// Cytoscape.js JSON: `elements` with `nodes` and `edges`, everything of an element under `data`.
  ///
  /// Ids of nodes and edges share one space there, so that edges are called `edge:` and their id.
  public static let cytoscape = GraphFormat(
    name: "cytoscape", extensions: ["cyjs", "cyjs.json"],
    summary: Wording("JSON von Cytoscape.js.", "Cytoscape.js JSON."),
    limits: Wording(
      "Andere Programme sehen Tage, NaN und Unendlich als Objekte.",
      "Other programs see dates, NaN and infinities as objects."), write: Cytoscape.write,
    reading: .files { try Cytoscape.read($0[0]) })
}

enum Cytoscape {
  private static let nodeWords: Set<String> = ["id", "labels"]
  private static let edgeWords: Set<String> = ["id", "source", "target", "type"]
  private static let edgeMark = "edge:"

  static func write(_ source: any GraphSource, _ options: WritingOptions, to sink: inout TextSink) throws {
    // NetworkX asks for what Cytoscape may leave out: the facts of the graph, and what kind it is.
    try sink.write("{\"data\": [], \"directed\": true, \"multigraph\": true, \"elements\": {\n\"nodes\": [")
    try sink.writeInOrder(source.nodeCount) { position, sink in
      let node = source.node(at: position)
      let own: [(key: String, value: JSONOutput)] = [
        ("id", .string(node.id)), ("labels", .array(node.labels.map(JSONOutput.string))),
      ]
      let data = own + JSONProperties.members(node.properties, reserved: nodeWords)
      sink.append(position == 0 ? "\n" : ",\n")
      sink.append(JSONOutput.object([("data", .object(data))]).text())
    }
    try sink.write("\n],\n\"edges\": [")
    try sink.writeInOrder(source.edgeCount) { position, sink in
      let edge = source.edge(at: position)
      let own: [(key: String, value: JSONOutput)] = [
        ("id", .string(edgeMark + edge.id)), ("source", .string(source.id(ofNode: edge.source))),
        ("target", .string(source.id(ofNode: edge.target))), ("type", .string(edge.type)),
      ]
      let data = own + JSONProperties.members(edge.properties, reserved: edgeWords)
      sink.append(position == 0 ? "\n" : ",\n")
      sink.append(JSONOutput.object([("data", .object(data))]).text())
    }
    try sink.write("\n]}}\n")
    try sink.flush()
  }

  static func read(_ bytes: [UInt8]) throws -> GraphFormat.Content {
    let tree = try JSONTree.read(bytes)
    var assembly = GraphAssembly(of: bytes)
    let (nodes, edges) = try elements(of: tree, assembly, bytes)
    for node in nodes {
      guard let data = node["data"], let id = JSONProperties.id(data["id"]) else {
        throw node.fault("a node has no 'id' under 'data'; give it one", in: bytes)
      }
      let labels = JSONProperties.texts(data["labels"])
      let properties = JSONProperties.properties(
        of: data, reserved: nodeWords, kept: labels == nil ? ["labels"] : [], &assembly.remarks)
      try assembly.add(InterchangeGraph.Node(id: id, labels: labels ?? [], properties: properties), at: node)
      if node["position"] != nil { assembly.remarks.note("the position of a node passed over") }
      noteRest(of: node, &assembly.remarks)
    }
    for edge in edges {
      guard let data = edge["data"] else { throw edge.fault("an edge has no 'data'; give it one", in: bytes) }
      let id = JSONProperties.id(data["id"]).map { id in
        id.utf8.starts(with: edgeMark.utf8)
          ? String(decoding: id.utf8.dropFirst(edgeMark.utf8.count), as: UTF8.self) : id
      }
      var odd: Set<String> = []
      if data["type"]?.text == nil { odd.insert("type") }
      if id == nil { odd.insert("id") }
      let properties = JSONProperties.properties(of: data, reserved: edgeWords, kept: odd, &assembly.remarks)
      try assembly.addEdge(
        id: id, type: data["type"]?.text ?? "", source: data["source"], target: data["target"],
        properties: properties, at: edge)
      noteRest(of: edge, &assembly.remarks)
    }
    assembly.noteFacts(of: tree, but: ["elements", "data", "directed", "multigraph"])
    assembly.noteFacts(of: tree["data"], but: [])
    assembly.noteFacts(of: tree["elements"], but: ["nodes", "edges"])
    return assembly.finished()
  }

  /// The elements: by their groups, or one list in which edges are those that have a source.
  private static func elements(
    of tree: JSONTree, _ assembly: GraphAssembly, _ bytes: [UInt8]
  ) throws -> (nodes: [JSONTree], edges: [JSONTree]) {
    if let all = tree["elements"]?.items {
      let edges = all.map { $0["group"]?.text.map { $0 == "edges" } ?? ($0["data"]?["source"] != nil) }
      return (
        zip(all, edges).compactMap { $1 ? nil : $0 }, zip(all, edges).compactMap { $1 ? $0 : nil }
      )
    }
    guard let nodes = tree["elements"]?["nodes"]?.items else {
      throw tree.fault("an object 'elements' with an array 'nodes' is expected; is it Cytoscape.js JSON?", in: bytes)
    }
    return (nodes, try assembly.items(tree["elements"]?["edges"], "edges"))
  }

  /// Remarks classes, styles and what else an element has beside its data.
  private static func noteRest(of element: JSONTree, _ remarks: inout Remarks) {
    let rest = (element.members ?? []).contains { !["data", "position", "group"].contains($0.key) }
    if rest { remarks.note("what an element has beside 'data' passed over") }
  }
}
