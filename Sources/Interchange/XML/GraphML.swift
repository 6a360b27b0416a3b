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
    writeKeys(nodeColumns, prefix(.node), "node", to: &sink)
    writeKeys(edgeColumns, prefix(.edge), "edge", to: &sink)
    try sink.write("<graph edgedefault=\"directed\">\n")
    let nodes = TextSection<Cells>(count: source.nodeCount) { positions, cells, sink in
      fill(&cells, source, .node, positions, nodeColumns, &sink.remarks)
      for position in positions {
        writeNode(source, position, looks, to: &sink) { cells.append(position - positions.lowerBound, to: &$0) }
      }
    }
    let edges = TextSection<Cells>(count: source.edgeCount) { positions, cells, sink in
      fill(&cells, source, .edge, positions, edgeColumns, &sink.remarks)
      for position in positions {
        writeEdge(source, position, looks, to: &sink) { cells.append(position - positions.lowerBound, to: &$0) }
      }
    }
    try sink.writeInOrder([nodes, edges]) { Cells() }
    try sink.write("</graph>\n</graphml>\n")
    try sink.flush()
  }

  /// What stands between the ids and the data of each element.
  private enum Pieces {
    static let node = ShortText("<node id=\"")
    static let nodeEnd = ShortText("</node>\n")
    static let edge = ShortText("<edge id=\"")
    static let source = ShortText("\" source=\"")
    static let target = ShortText("\" target=\"")
    static let tagEnd = ShortText("\">")
    static let edgeEnd = ShortText("</edge>\n")
  }

  @inline(__always)
  private static func writeNode(
    _ source: any GraphSource, _ position: Int, _ looks: YEdLooks?, to sink: inout TextSink,
    _ writeData: (inout TextSink) -> Void
  ) {
    sink.append(Pieces.node)
    source.withID(ofNode: position) { sink.appendXML($0) }
    sink.append(Pieces.tagEnd)
    writeData(&sink)
    looks?.write(source.node(at: position), to: &sink)
    sink.append(Pieces.nodeEnd)
  }

  @inline(__always)
  private static func writeEdge(
    _ source: any GraphSource, _ position: Int, _ looks: YEdLooks?, to sink: inout TextSink,
    _ writeData: (inout TextSink) -> Void
  ) {
    let ends = source.ends(ofEdge: position)
    sink.append(Pieces.edge)
    source.withID(ofEdge: position) { sink.appendXML($0) }
    sink.append(Pieces.source)
    source.withID(ofNode: ends.source) { sink.appendXML($0) }
    sink.append(Pieces.target)
    source.withID(ofNode: ends.target) { sink.appendXML($0) }
    sink.append(Pieces.tagEnd)
    writeData(&sink)
    looks?.write(source.edge(at: position), to: &sink)
    sink.append(Pieces.edgeEnd)
  }

  /// Makes the `data` of neighbouring elements: labels or type first, then the properties in the order of their names.
  private static func fill(
    _ cells: inout Cells, _ source: any GraphSource, _ kind: ElementKind, _ positions: Range<Int>, _ columns: Columns,
    _ remarks: inout Remarks
  ) {
    let first = positions.lowerBound
    cells.begin(rows: positions.count)
    cells.beginColumn()
    for position in positions {
      if let number = kindNumber(source, kind, position) {
        cells.add(position - first, number: number) { writeKind(source, kind, position, to: &$0) }
      } else {
        cells.add(position - first) { writeKind(source, kind, position, to: &$0) }
      }
    }
    for (column, name) in columns.names.enumerated() {
      let opening = "<data key=\"\(prefix(kind))\(column)\">"
      let texts = ColumnTexts(columns.kinds[column], opening: opening, closing: "</data>")
      cells.beginColumn()
      source.forEachValue(of: name, kind, in: positions) { position, value in
        switch value {
        case .value(let value): cells.add(position - first) { texts.append(value, to: &$0) }
        case .text(let number):
          cells.add(position - first, number: number) {
            texts.append(.string(source.text(number, of: name, kind)), to: &$0)
          }
        }
      }
    }
    remarks.note(cells.remarks)
  }

  private static func kindNumber(_ source: any GraphSource, _ kind: ElementKind, _ position: Int) -> Int? {
    kind == .node ? source.labelSet(ofNode: position) : source.typeNumber(ofEdge: position)
  }

  private static func writeKind(
    _ source: any GraphSource, _ kind: ElementKind, _ position: Int, to sink: inout TextSink
  ) {
    kind == .node ? writeLabels(source, position, to: &sink) : writeType(source, position, to: &sink)
  }

  private static func prefix(_ kind: ElementKind) -> String { kind == .node ? "n" : "e" }

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
