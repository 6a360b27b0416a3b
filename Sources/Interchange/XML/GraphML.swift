import GraphModel
import JSONText

extension GraphFormat {
  /// GraphML (Brandes et al., "GraphML progress report", GD 2001).
  ///
  /// A property of one plain kind is a column of that kind. One whose values are lists, maps, temporal or of several
  /// kinds is a column of text that holds JSON and says so in the attribute `cdo:kind`, which others pass over; so does a single text that
  /// XML cannot hold. One whose name other programs take for their own has `_` behind it, and `cdo:name` says what it is called.
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
  /// What says how a value of ours is written that GraphML has no type for.
  static let kindMark = "cdo:kind"
  /// What says what a property is called whose title is another.
  static let nameMark = "cdo:name"

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
    let drawn: Set<String> = isForyEd ? YEdLooks.words : []
    writeKeys(nodeColumns, .node, NetworkX.argumentsOfNode.union(drawn).union(["labels"]), to: &sink)
    writeKeys(edgeColumns, .edge, ["label"], to: &sink)
    try sink.write("<graph edgedefault=\"directed\">\n")
    let elements = GraphMLElements(source, nodeColumns, edgeColumns, looks, &sink.remarks)
    try sink.writeInOrder([elements.section(.node), elements.section(.edge)]) { Cells() }
    try sink.write("</graph>\n</graphml>\n")
    try sink.flush()
  }

  /// What the ids of the keys begin with.
  static func prefix(_ kind: ElementKind) -> String { kind == .node ? "n" : "e" }

  private static func writeKeys(
    _ columns: Columns, _ element: ElementKind, _ reserved: Set<String>, to sink: inout TextSink
  ) {
    let titles = Titles(columns.names, reserved: reserved, &sink.remarks)
    for (position, title) in titles.texts.enumerated() {
      let kind = columns.kinds[position]
      sink.append("<key id=\"\(prefix(element))\(position)\" for=\"\(element)\" attr.name=\"")
      sink.appendXML(title)
      sink.append("\" attr.type=\"\(kind == .value ? "string\" cdo:kind=\"value" : kind.rawValue)\"")
      if let name = titles.name(behind: columns.names[position]) { sink.append(" \(nameMark)=\"\(name)\"") }
      sink.append(literal: "/>\n")
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
