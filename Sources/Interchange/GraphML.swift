import GraphModel
import JSONText

extension GraphFormat {
  /// GraphML (Brandes et al., "GraphML progress report", GD 2001).
  ///
  /// A property of one plain kind is a column of that kind. One whose values are lists, maps, temporal or of several
  /// kinds is a column of text that holds JSON and says so in the attribute `cdo:kind`, which others pass over.
  public static let graphML = GraphFormat(
    name: "graphml", extensions: ["graphml", "xml"], summary: "GraphML, read by yEd, Gephi, NetworkX and igraph.",
    limits: "Other programs see lists, maps and dates as JSON text.", write: GraphML.write, read: GraphML.read)
}

enum GraphML {
  static let namespace = "https://cdograph.example/graphml"

  /// How the values of one property are written.
  enum Kind: String {
    case boolean, long, double, string
    /// JSON text.
    case value

    init(_ value: Value) {
      switch value {
      case .boolean: self = .boolean
      case .integer: self = .long
      case .float: self = .double
      case .string(let text): self = XMLText.canHold(text) ? .string : .value
      case .null, .temporal, .point, .list, .map, .node, .edge, .path: self = .value
      }
    }
  }

  /// The columns of all nodes or of all edges, in the order of their names.
  struct Columns {
    let names: [String]
    let kinds: [Kind]
    private let positions: [String: Int]

    init(_ elements: some Sequence<[InterchangeGraph.Property]>) {
      var found: [String: Kind] = [:]
      for properties in elements {
        for property in properties {
          let kind = Kind(property.value)
          if let known = found[property.key] {
            if known != kind, known != .value { found[property.key] = .value }
          } else {
            found[property.key] = kind
          }
        }
      }
      let columns = found.sorted { $0.key < $1.key }
      names = columns.map(\.key)
      kinds = columns.map(\.value)
      positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    }

    func position(of name: String) -> Int { positions[name] ?? 0 }
  }

  static func write(_ graph: InterchangeGraph, to sink: inout TextSink) throws {
    let nodeColumns = Columns(graph.nodes.lazy.map(\.properties))
    let edgeColumns = Columns(graph.edges.lazy.map(\.properties))
    try sink.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:cdo="\(namespace)">
      <key id="labels" for="node" attr.name="labels" attr.type="string" cdo:kind="labels"/>
      <key id="label" for="edge" attr.name="label" attr.type="string" cdo:kind="type"/>\n
      """)
    try writeKeys(nodeColumns, "n", "node", to: &sink)
    try writeKeys(edgeColumns, "e", "edge", to: &sink)
    try sink.write("<graph edgedefault=\"directed\">\n")
    let ids = graph.nodes.map { XMLText.escaped($0.id, &sink.remarks) }
    for (position, node) in graph.nodes.enumerated() {
      try sink.write("<node id=\"\(ids[position])\">")
      if !node.labels.isEmpty {
        let labels = XMLText.escaped(joined(node.labels), &sink.remarks)
        try sink.write("<data key=\"labels\">\(labels)</data>")
      }
      try writeValues(node.properties, nodeColumns, "n", to: &sink)
      try sink.write("</node>\n")
    }
    for edge in graph.edges {
      let id = XMLText.escaped(edge.id, &sink.remarks)
      try sink.write("<edge id=\"\(id)\" source=\"\(ids[edge.source])\" target=\"\(ids[edge.target])\">")
      try sink.write("<data key=\"label\">\(XMLText.escaped(edge.type, &sink.remarks))</data>")
      try writeValues(edge.properties, edgeColumns, "e", to: &sink)
      try sink.write("</edge>\n")
    }
    try sink.write("</graph>\n</graphml>\n")
    try sink.flush()
  }

  private static func writeKeys(
    _ columns: Columns, _ prefix: String, _ element: String, to sink: inout TextSink
  ) throws {
    for (position, name) in columns.names.enumerated() {
      let kind = columns.kinds[position]
      let type = kind == .value ? "string\" cdo:kind=\"value" : kind.rawValue
      let text = XMLText.escaped(name, &sink.remarks)
      try sink.write(
        "<key id=\"\(prefix)\(position)\" for=\"\(element)\" attr.name=\"\(text)\" attr.type=\"\(type)\"/>\n")
    }
  }

  private static func writeValues(
    _ properties: [InterchangeGraph.Property], _ columns: Columns, _ prefix: String, to sink: inout TextSink
  ) throws {
    for property in properties {
      let position = columns.position(of: property.key)
      let text = text(of: property.value, columns.kinds[position])
      try sink.write("<data key=\"\(prefix)\(position)\">\(XMLText.escaped(text, &sink.remarks))</data>")
    }
  }

  /// A value as a column of a kind holds it.
  static func text(of value: Value, _ kind: Kind) -> String {
    switch (kind, value) {
    case (.value, _): ValueText.output(of: value).text()
    case (_, .float(let number)): ValueText.text(ofFloat: number)
    default: value.description
    }
  }

  /// Labels as Neo4j writes them, `:A:B`, with colons and backslashes in a label escaped.
  static func joined(_ labels: [String]) -> String {
    labels.map { ":" + $0.replacingScalars { $0 == "\\" || $0 == ":" ? "\\\($0)" : nil } }.joined()
  }

  /// The labels that ``joined(_:)`` has put together.
  static func labels(_ text: String) -> [String] {
    var labels: [String] = []
    var isEscaped = false
    for character in text.unicodeScalars {
      if character == ":", !isEscaped {
        labels.append("")
      } else if character == "\\", !isEscaped {
        isEscaped = true
        continue
      } else {
        if labels.isEmpty { labels.append("") }
        labels[labels.count - 1].unicodeScalars.append(character)
      }
      isEscaped = false
    }
    return labels
  }
}
