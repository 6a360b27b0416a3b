import GraphModel
import JSONText

extension GraphFormat {
  /// Node-link JSON as NetworkX and D3 know it; edges are written as `edges` (NetworkX 3.6), `links` is read too.
  public static let nodeLink = GraphFormat(
    name: "node-link", extensions: ["json"],
    summary: Wording("Node-Link-JSON, lesbar für NetworkX und D3.", "Node-link JSON, read by NetworkX and D3."),
    limits: Wording(
      "Andere Programme sehen Tage, NaN und Unendlich als Objekte.",
      "Other programs see dates, NaN and infinities as objects."), write: NodeLink.write,
    reading: .files { try NodeLink.read($0[0]) })
}

enum NodeLink {
  private static let nodeWords: Set<String> = NetworkX.argumentsOfNode.union(["id", "labels"])
  private static let edgeWords: Set<String> = NetworkX.argumentsOfEdge.union(["source", "target", "key", "type"])

  static func write(_ source: any GraphSource, _ options: WritingOptions, to sink: inout TextSink) throws {
    try sink.write("{\"directed\": true, \"multigraph\": true, \"graph\": {},\n\"nodes\": [")
    try sink.writeInOrder(source.nodeCount) { position, sink in
      let node = source.node(at: position)
      let own: [(key: String, value: JSONOutput)] = [
        ("id", .string(node.id)), ("labels", .array(node.labels.map(JSONOutput.string))),
      ]
      let members = own + JSONProperties.members(node.properties, reserved: nodeWords)
      sink.append(position == 0 ? "\n" : ",\n")
      sink.append(JSONOutput.object(members).text())
    }
    try sink.write("\n],\n\"edges\": [")
    try sink.writeInOrder(source.edgeCount) { position, sink in
      let edge = source.edge(at: position)
      let own: [(key: String, value: JSONOutput)] = [
        ("source", .string(source.id(ofNode: edge.source))), ("target", .string(source.id(ofNode: edge.target))),
        ("key", .string(edge.id)), ("type", .string(edge.type)),
      ]
      let members = own + JSONProperties.members(edge.properties, reserved: edgeWords)
      sink.append(position == 0 ? "\n" : ",\n")
      sink.append(JSONOutput.object(members).text())
    }
    try sink.write("\n]}\n")
    try sink.flush()
  }

  static func read(_ bytes: [UInt8]) throws -> GraphFormat.Content {
    let tree = try JSONTree.read(bytes)
    guard let nodes = tree["nodes"]?.items else {
      throw tree.fault("an object with an array 'nodes' is expected; is it node-link JSON?", in: bytes)
    }
    var assembly = GraphAssembly(of: bytes)
    for node in nodes {
      guard let id = JSONProperties.id(node["id"]) else {
        throw node.fault("a node has no 'id'; give it a text or a number", in: bytes)
      }
      let labels = JSONProperties.texts(node["labels"])
      let properties = JSONProperties.properties(
        of: node, reserved: nodeWords, kept: NetworkX.argumentsOfNode.union(labels == nil ? ["labels"] : []),
        &assembly.remarks)
      try assembly.add(InterchangeGraph.Node(id: id, labels: labels ?? [], properties: properties), at: node)
    }
    assembly.noteDirection(of: tree)
    let facts = tree["graph"]
    let words: Set<String> = ["directed", "multigraph", "nodes", "edges", "links"]
    assembly.noteFacts(of: tree, but: facts?.members == nil ? words : words.union(["graph"]))
    assembly.noteFacts(of: facts, but: [])
    let edges = try assembly.items(tree["edges"], "edges")
    let links = try assembly.items(tree["links"], "links")
    if !edges.isEmpty, !links.isEmpty {
      assembly.remarks.note("both 'links' and 'edges' hold edges; only 'edges' are read")
    }
    for edge in edges.isEmpty ? links : edges {
      let properties = JSONProperties.properties(of: edge, reserved: edgeWords, kept: odd(edge), &assembly.remarks)
      try assembly.addEdge(
        id: edge["key"]?.text, type: edge["type"]?.text ?? "", source: edge["source"], target: edge["target"],
        properties: properties, at: edge)
    }
    return assembly.finished()
  }

  /// What an edge says in the format's words but not in its way. NetworkX numbers parallel edges from 0: such keys are no ids, and
  /// nothing is lost with them.
  private static func odd(_ edge: JSONTree) -> Set<String> {
    var odd = NetworkX.argumentsOfEdge
    if edge["type"]?.text == nil { odd.insert("type") }
    if edge["key"]?.text != nil || edge["key"]?.integer != nil { odd.remove("key") }
    return odd
  }
}
