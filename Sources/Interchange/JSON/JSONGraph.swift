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
    for member in nodes {
      let (id, node) = (member.key, member.value)
      var properties = JSONProperties.properties(of: node["metadata"], reserved: words, &assembly.remarks)
      // A label that says no more than the id or the name is the writer's doing.
      if let label = node["label"]?.text, label != id, !properties.contains(where: { $0.key == "name" }) {
        properties = assembly.remarks.properties(properties.map { ($0.key, $0.value) } + [("name", .string(label))])
      }
      let labels = JSONProperties.texts(node["metadata"]?["labels"])
      try assembly.add(InterchangeGraph.Node(id: id, labels: labels, properties: properties), at: node)
    }
    for edge in graph["edges"]?.items ?? [] {
      let properties = JSONProperties.properties(of: edge["metadata"], reserved: [], &assembly.remarks)
      try assembly.addEdge(
        id: JSONProperties.id(edge["id"]), type: edge["relation"]?.text ?? "", source: edge["source"],
        target: edge["target"], properties: properties, at: edge)
    }
    return assembly.finished()
  }
}
