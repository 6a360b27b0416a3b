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
    let nodeColumns = Columns(source, of: .node)
    let edgeColumns = Columns(source, of: .edge)
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
    try sink.writeInOrder(source.nodeCount) { position, sink in
      writeNode(source, position, nodeColumns, looks, to: &sink)
    }
    try sink.writeInOrder(source.edgeCount) { position, sink in
      writeEdge(source, position, edgeColumns, looks, to: &sink)
    }
    try sink.write("</graph>\n</graphml>\n")
    try sink.flush()
  }

  private static func writeNode(
    _ source: any GraphSource, _ position: Int, _ columns: Columns, _ looks: YEdLooks?, to sink: inout TextSink
  ) {
    sink.append(literal: "<node id=\"")
    source.withID(ofNode: position) { sink.appendXML($0) }
    sink.append(literal: "\">")
    sink.append(source.labelSet(ofNode: position), of: Tables.labelSets) { writeLabels(source, position, to: &$0) }
    source.forEachProperty(of: .node, at: position) { write($0, of: .node, source, columns, to: &sink) }
    looks?.write(source.node(at: position), to: &sink)
    sink.append(literal: "</node>\n")
  }

  private static func writeEdge(
    _ source: any GraphSource, _ position: Int, _ columns: Columns, _ looks: YEdLooks?, to sink: inout TextSink
  ) {
    let ends = source.ends(ofEdge: position)
    sink.append(literal: "<edge id=\"")
    sink.appendXML(source.id(ofEdge: position))
    sink.append(literal: "\" source=\"")
    source.withID(ofNode: ends.source) { sink.appendXML($0) }
    sink.append(literal: "\" target=\"")
    source.withID(ofNode: ends.target) { sink.appendXML($0) }
    sink.append(literal: "\">")
    sink.append(source.typeNumber(ofEdge: position), of: Tables.types) { writeType(source, position, to: &$0) }
    source.forEachProperty(of: .edge, at: position) { write($0, of: .edge, source, columns, to: &sink) }
    looks?.write(source.edge(at: position), to: &sink)
    sink.append(literal: "</edge>\n")
  }

  private static func writeLabels(_ source: any GraphSource, _ position: Int, to sink: inout TextSink) {
    let labels = source.labels(ofNode: position)
    guard !labels.isEmpty else { return }
    sink.append(literal: "<data key=\"labels\">")
    sink.appendXML(joined(labels))
    sink.append(literal: "</data>")
  }

  private static func writeType(_ source: any GraphSource, _ position: Int, to sink: inout TextSink) {
    sink.append(literal: "<data key=\"label\">")
    sink.appendXML(source.type(ofEdge: position))
    sink.append(literal: "</data>")
  }

  private static func writeKeys(_ columns: Columns, _ prefix: String, _ element: String, to sink: inout TextSink) {
    for (position, name) in columns.names.enumerated() {
      let kind = columns.kinds[position]
      sink.append("<key id=\"\(prefix)\(position)\" for=\"\(element)\" attr.name=\"")
      sink.appendXML(name)
      sink.append("\" attr.type=\"\(kind == .value ? "string\" cdo:kind=\"value" : kind.rawValue)\"/>\n")
    }
  }

  /// The tables of texts that a sink is to know by number.
  private enum Tables {
    static let labelSets = 0
    static let types = 1

    /// What stands before the values of each column.
    static func openings(_ kind: ElementKind) -> Int { kind == .node ? 2 : 3 }

    /// The texts of a column.
    static func texts(_ kind: ElementKind, _ column: Int) -> Int { (kind == .node ? 4 : 5) + 2 * column }
  }

  private static func write(
    _ property: SourceProperty, of kind: ElementKind, _ source: any GraphSource, _ columns: Columns,
    to sink: inout TextSink
  ) {
    switch property {
    case .named(let name, let value): write(value, columns.column(named: name), of: kind, columns, to: &sink)
    case .numbered(let key, let value): write(value, columns.column(ofKey: key), of: kind, columns, to: &sink)
    case .repeated(let key, let number):
      let column = columns.column(ofKey: key)
      sink.append(number, of: Tables.texts(kind, column)) {
        write(.string(source.text(number, ofKey: key, of: kind)), column, of: kind, columns, to: &$0)
      }
    }
  }

  private static func write(
    _ value: Value, _ column: Int, of kind: ElementKind, _ columns: Columns, to sink: inout TextSink
  ) {
    sink.append(column, of: Tables.openings(kind)) {
      $0.append(literal: kind == .node ? "<data key=\"n" : "<data key=\"e")
      $0.append(decimal: column)
      $0.append(literal: "\">")
    }
    columns.kinds[column].append(value, to: &sink)
    sink.append(literal: "</data>")
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
