import GraphModel

extension GraphFormat {
  /// A Mermaid flow chart, which GitHub, GitLab and many wikis draw.
  public static let mermaid = GraphFormat(
    name: "mermaid", extensions: ["mmd", "mermaid"],
    summary: Wording(
      "Ein Mermaid-Flussdiagramm für Wikis und README-Dateien.", "A Mermaid flow chart for wikis and README files."),
    limits: Wording(
      "Es enthält Namen und Typen, keine anderen Eigenschaften.", "It holds names and types, no other properties."),
    write: Mermaid.write,
    reading: .none)
}

enum Mermaid {
  static func write(_ source: any GraphSource, _ options: WritingOptions, to sink: inout TextSink) throws {
    try sink.write("flowchart LR\n")
    for position in 0..<source.nodeCount {
      let node = source.node(at: position)
      try sink.write("  n\(position)[\"\(escaped(node.name))\"]\n")
      sink.remarks.note("a property left out", count: node.properties.count { $0.key != "name" })
      sink.remarks.note("a label left out", count: node.labels.count)
    }
    for position in 0..<source.edgeCount {
      let edge = source.edge(at: position)
      let type = edge.type.isEmpty ? "" : "|\"\(escaped(edge.type))\"|"
      try sink.write("  n\(edge.source) -->\(type) n\(edge.target)\n")
      sink.remarks.note("a property left out", count: edge.properties.count)
    }
    try sink.flush()
  }

  /// Text as Mermaid shows it: all but letters, digits and blanks as numbered entities, which have no meaning there.
  private static func escaped(_ text: String) -> String {
    text.replacingScalars { scalar in
      switch scalar {
      case "\n", "\r", "\t": " "
      case " ", "a"..."z", "A"..."Z", "0"..."9": nil
      default: scalar.isASCII ? "#\(scalar.value);" : nil
      }
    }
  }
}
