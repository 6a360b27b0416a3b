import GraphModel
import JSONText

extension GraphFormat {
  /// JSON Graph Format, version 2: nodes by id, properties under `metadata`, the type of an edge as `relation`.
  public static let jsonGraph = GraphFormat(
    name: "json-graph", extensions: ["jgf", "jgf.json"],
    summary: Wording(
      "JSON Graph Format 2, ein Format für den Austausch.", "JSON Graph Format 2, a format for interchange."),
    limits: Wording(
      "Andere Programme sehen Tage, NaN und Unendlich als Objekte.",
      "Other programs see dates, NaN and infinities as objects."), write: JSONGraph.write,
    reading: .files { try JSONGraph.read($0[0]) })
}

enum JSONGraph {
  private static let words: Set<String> = ["labels"]
  private static let nodeWords: Set<String> = ["label"]
  private static let edgeWords: Set<String> = ["id", "source", "target", "relation", "directed"]

  static func write(_ source: any GraphSource, _ options: WritingOptions, to sink: inout TextSink) throws {
    try sink.write("{\"graph\": {\"directed\": true,\n\"nodes\": {")
    try sink.writeInOrder(source.nodeCount) { position, sink in
      let node = source.node(at: position)
      let own: [(key: String, value: JSONOutput)] = [("labels", .array(node.labels.map(JSONOutput.string)))]
      let output = JSONOutput.object([
        ("label", .string(node.name)),
        ("metadata", .object(own + JSONProperties.members(node.properties, reserved: words))),
      ])
      sink.append(position == 0 ? "\n" : ",\n")
      sink.append(JSONOutput.string(node.id).text() + ": " + output.text())
    }
    try sink.write("\n},\n\"edges\": [")
    try sink.writeInOrder(source.edgeCount) { position, sink in
      let edge = source.edge(at: position)
      let output = JSONOutput.object([
        ("id", .string(edge.id)), ("source", .string(source.id(ofNode: edge.source))),
        ("target", .string(source.id(ofNode: edge.target))), ("relation", .string(edge.type)),
        ("metadata", .object(JSONProperties.members(edge.properties, reserved: []))),
      ])
      sink.append(position == 0 ? "\n" : ",\n")
      sink.append(output.text())
    }
    try sink.write("\n]}}\n")
    try sink.flush()
  }

  static func read(_ bytes: [UInt8]) throws -> GraphFormat.Content {
    let tree = try JSONTree.read(bytes)
    guard let graph = tree["graph"] ?? tree["graphs"]?.items?.first, let nodes = graph["nodes"]?.members else {
      throw tree.fault("an object 'graph' with an object 'nodes' is expected; is it JSON Graph Format 2?", in: bytes)
    }
    var assembly = GraphAssembly(of: bytes)
    if let graphs = tree["graphs"]?.items, graphs.count > 1 {
      assembly.remarks.note("a graph after the first passed over", count: graphs.count - 1)
    }
    assembly.noteDirection(of: graph)
    assembly.noteFacts(of: tree, but: ["graph", "graphs"])
    assembly.noteFacts(of: graph, but: ["directed", "nodes", "edges", "hyperedges"])
    assembly.remarks.note("a hyperedge passed over", count: graph["hyperedges"]?.items?.count ?? 0)
    for member in nodes { try add(member.value, id: member.key, to: &assembly) }
    for edge in try assembly.items(graph["edges"], "edges") { try add(edge, to: &assembly) }
    return assembly.finished()
  }

  private static func add(_ node: JSONTree, id: String, to assembly: inout GraphAssembly) throws {
    let labels = JSONProperties.texts(node["metadata"]?["labels"])
    var pairs = JSONProperties.properties(
      of: node["metadata"], reserved: words, kept: labels == nil ? words : [], &assembly.remarks
    ).map { ($0.key, $0.value) }
    // A label that says no more than the id or the name is the writer's doing.
    if let label = node["label"].map(ValueText.value), label != .string(id) {
      let name = pairs.first { $0.0 == "name" }?.1
      if label != name { pairs.append((name == nil && label.text != nil ? "name" : "label", label)) }
    }
    pairs += beside(node, but: nodeWords)
    let properties = assembly.remarks.properties(pairs)
    try assembly.add(InterchangeGraph.Node(id: id, labels: labels ?? [], properties: properties), at: node)
  }

  private static func add(_ edge: JSONTree, to assembly: inout GraphAssembly) throws {
    var pairs = JSONProperties.properties(of: edge["metadata"], reserved: [], &assembly.remarks).map {
      ($0.key, $0.value)
    }
    if let relation = edge["relation"], relation.text == nil {
      pairs.append(("relation", ValueText.value(of: relation)))
    }
    let id = JSONProperties.id(edge["id"])
    pairs += beside(edge, but: id == nil ? edgeWords.subtracting(["id"]) : edgeWords)
    if case .boolean(false) = edge["directed"]?.content {
      assembly.remarks.note("an undirected edge read as one from source to target")
    }
    try assembly.addEdge(
      id: id, type: edge["relation"]?.text ?? "", source: edge["source"],
      target: edge["target"], properties: assembly.remarks.properties(pairs), at: edge)
  }

  /// What other programs write beside the format's own words, and metadata that is no object: a property like those under `metadata`.
  private static func beside(_ element: JSONTree, but own: Set<String>) -> [(String, Value)] {
    (element.members ?? []).compactMap { member in
      let isMetadata = member.key == "metadata" && member.value.members != nil
      return isMetadata || own.contains(member.key) ? nil : (member.key, ValueText.value(of: member.value))
    }
  }
}
