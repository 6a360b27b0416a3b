import GraphModel
import JSONText

extension GraphFormat {
  /// JSON Graph Format, version 2: nodes by id, properties under `metadata`, the type of an edge as `relation`.
  public static let jsonGraph = GraphFormat(
    name: "json-graph", extensions: ["jgf", "jgf.json"], summary: "JSON Graph Format 2.",
    limits: "Other programs see dates, NaN and infinities as objects.", write: JSONGraph.write, read: JSONGraph.read)
}

enum JSONGraph {
  private static let words: Set<String> = ["labels"]

  static func write(_ graph: InterchangeGraph, to sink: inout TextSink) throws {
    try sink.write("{\"graph\": {\"directed\": true,\n\"nodes\": {")
    for (position, node) in graph.nodes.enumerated() {
      let own: [(key: String, value: JSONOutput)] = [("labels", .array(node.labels.map(JSONOutput.string)))]
      let name = node.properties.first { $0.key == "name" }?.value.text ?? node.id
      let output = JSONOutput.object([
        ("label", .string(name)),
        ("metadata", .object(own + JSONProperties.members(node.properties, reserved: words))),
      ])
      try sink.write((position == 0 ? "\n" : ",\n") + JSONOutput.string(node.id).text() + ": " + output.text())
    }
    try sink.write("\n},\n\"edges\": [")
    for (position, edge) in graph.edges.enumerated() {
      let output = JSONOutput.object([
        ("id", .string(edge.id)), ("source", .string(graph.nodes[edge.source].id)),
        ("target", .string(graph.nodes[edge.target].id)), ("relation", .string(edge.type)),
        ("metadata", .object(JSONProperties.members(edge.properties, reserved: []))),
      ])
      try sink.write((position == 0 ? "\n" : ",\n") + output.text())
    }
    try sink.write("\n]}}\n")
    try sink.flush()
  }

  static func read(_ bytes: [UInt8]) throws -> (graph: InterchangeGraph, remarks: Remarks) {
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
      var properties = node["metadata"].map { JSONProperties.properties(of: $0, reserved: words) } ?? []
      // A label that says no more than the id or the name is the writer's doing.
      if let label = node["label"]?.text, label != id, !properties.contains(where: { $0.key == "name" }) {
        properties = ValueMap(properties.map { ($0.key, $0.value) } + [("name", .string(label))]).entries
      }
      let labels = JSONProperties.texts(node["metadata"]?["labels"])
      try assembly.add(InterchangeGraph.Node(id: id, labels: labels, properties: properties), at: node)
    }
    for edge in graph["edges"]?.items ?? [] {
      try assembly.addEdge(
        id: JSONProperties.id(edge["id"]), type: edge["relation"]?.text ?? "", source: edge["source"],
        target: edge["target"],
        properties: edge["metadata"].map { JSONProperties.properties(of: $0, reserved: []) } ?? [],
        at: edge)
    }
    return assembly.finished()
  }
}
