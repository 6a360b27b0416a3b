import GraphModel
import JSONText

extension GraphFormat {
  /// GraphML (Brandes et al., "GraphML progress report", GD 2001).
  ///
  /// A property of one plain kind is a column of that kind. One whose values are lists, maps, temporal or of several
  /// kinds is a column of text that holds JSON and says so in the attribute `cdo:kind`, which others pass over.
  public static let graphML = GraphFormat(
    name: "graphml", extensions: ["graphml", "xml"],
    summary: Wording(
      "GraphML für Gephi, NetworkX, igraph und andere.", "GraphML for Gephi, NetworkX, igraph and others."),
    limits: Wording(
      "Andere Programme sehen Listen, Maps und Tage als JSON-Text.",
      "Other programs see lists, maps and dates as JSON text."),
    write: { source, _, sink in try GraphML.write(source, isForyEd: false, to: &sink) },
    reading: .files { try GraphML.read($0[0]) })

  /// GraphML with the elements in which yEd keeps shape, colour, label and place.
  public static let graphMLyEd = GraphFormat(
    name: "graphml-yed", extensions: ["yed.graphml"],
    summary: Wording(
      "GraphML für yEd, mit Formen, Farben und Beschriftungen.", "GraphML for yEd, with shapes, colours and labels."),
    limits: Wording(
      "Andere Programme sehen Listen, Maps und Tage als JSON-Text.",
      "Other programs see lists, maps and dates as JSON text."),
    write: { source, _, sink in try GraphML.write(source, isForyEd: true, to: &sink) },
    reading: .files { try GraphML.read($0[0]) })
}

enum GraphML {
  static let namespace = "https://cdograph.example/graphml"

  typealias Columns = PropertyColumns<ColumnKind>

  static func write(_ source: any GraphSource, isForyEd: Bool, to sink: inout TextSink) throws {
    let nodeColumns = Columns.nodes(of: source)
    let edgeColumns = Columns.edges(of: source)
    let looks = isForyEd ? YEdLooks(source) : nil
    sink.append(
      literal: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"")
    sink.append(" xmlns:cdo=\"\(namespace)\"\(isForyEd ? YEdLooks.namespaces : "")>\n")
    sink.append(
      literal: "<key id=\"labels\" for=\"node\" attr.name=\"labels\" attr.type=\"string\" cdo:kind=\"labels\"/>\n")
    sink.append(
      literal: "<key id=\"label\" for=\"edge\" attr.name=\"label\" attr.type=\"string\" cdo:kind=\"type\"/>\n")
    if isForyEd { sink.append(YEdLooks.keys) }
    writeKeys(nodeColumns, "n", "node", to: &sink)
    writeKeys(edgeColumns, "e", "edge", to: &sink)
    try sink.write("<graph edgedefault=\"directed\">\n")
    let (nodeOpenings, edgeOpenings) = (openings(nodeColumns, "n"), openings(edgeColumns, "e"))
    try sink.writeInOrder(source.nodeCount) { position, sink in
      writeNode(source, position, nodeColumns, nodeOpenings, looks, to: &sink)
    }
    try sink.writeInOrder(source.edgeCount) { position, sink in
      writeEdge(source, position, edgeColumns, edgeOpenings, looks, to: &sink)
    }
    try sink.write("</graph>\n</graphml>\n")
    try sink.flush()
  }

  private static func writeNode(
    _ source: any GraphSource, _ position: Int, _ columns: Columns, _ openings: [[UInt8]], _ looks: YEdLooks?,
    to sink: inout TextSink
  ) {
    sink.append(literal: "<node id=\"")
    sink.appendXML(source.id(ofNode: position))
    sink.append(literal: "\">")
    let labels = source.labels(ofNode: position)
    if !labels.isEmpty {
      sink.append(literal: "<data key=\"labels\">")
      for label in labels {
        sink.append(UInt8(ascii: ":"))
        sink.appendXML(escaped(label))
      }
      sink.append(literal: "</data>")
    }
    source.forEachProperty(ofNode: position) { write($2, columns, columns.column($0, $1), openings, to: &sink) }
    looks?.write(source.node(at: position), to: &sink)
    sink.append(literal: "</node>\n")
  }

  private static func writeEdge(
    _ source: any GraphSource, _ position: Int, _ columns: Columns, _ openings: [[UInt8]], _ looks: YEdLooks?,
    to sink: inout TextSink
  ) {
    let edge = source.relation(ofEdge: position)
    sink.append(literal: "<edge id=\"")
    sink.appendXML(source.id(ofEdge: position))
    sink.append(literal: "\" source=\"")
    sink.appendXML(source.id(ofNode: edge.source))
    sink.append(literal: "\" target=\"")
    sink.appendXML(source.id(ofNode: edge.target))
    sink.append(literal: "\"><data key=\"label\">")
    sink.appendXML(edge.type)
    sink.append(literal: "</data>")
    source.forEachProperty(ofEdge: position) { write($2, columns, columns.column($0, $1), openings, to: &sink) }
    looks?.write(source.edge(at: position), to: &sink)
    sink.append(literal: "</edge>\n")
  }

  private static func writeKeys(_ columns: Columns, _ prefix: String, _ element: String, to sink: inout TextSink) {
    for (position, name) in columns.names.enumerated() {
      let kind = columns.kinds[position]
      sink.append("<key id=\"\(prefix)\(position)\" for=\"\(element)\" attr.name=\"")
      sink.appendXML(name)
      sink.append("\" attr.type=\"\(kind == .value ? "string\" cdo:kind=\"value" : kind.rawValue)\"/>\n")
    }
  }

  private static func write(
    _ value: Value, _ columns: Columns, _ column: Int, _ openings: [[UInt8]], to sink: inout TextSink
  ) {
    sink.append(bytes: openings[column])
    columns.kinds[column].append(value, to: &sink)
    sink.append(literal: "</data>")
  }

  /// What stands before a value of each column.
  private static func openings(_ columns: Columns, _ prefix: String) -> [[UInt8]] {
    columns.names.indices.map { Array("<data key=\"\(prefix)\($0)\">".utf8) }
  }

  /// Labels as Neo4j writes them, `:A:B`, with colons and backslashes in a label escaped.
  static func joined(_ labels: [String]) -> String {
    labels.map { ":" + escaped($0) }.joined()
  }

  private static func escaped(_ label: String) -> String {
    let isPlain = label.utf8.allSatisfy { $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: ":") }
    return isPlain ? label : label.replacingScalars { $0 == "\\" || $0 == ":" ? "\\\($0)" : nil }
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
