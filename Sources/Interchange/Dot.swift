import GraphModel
import JSONText

extension GraphFormat {
  /// DOT, Graphviz's language; properties are attributes, and values that are no text are JSON.
  public static let dot = GraphFormat(
    name: "dot", extensions: ["dot", "gv"], summary: "DOT, the language of Graphviz.",
    limits: "All values become text; attributes of Graphviz's own names would steer the drawing and get '_' in front.",
    write: Dot.write, read: nil)
}

enum Dot {
  static func write(_ graph: InterchangeGraph, to sink: inout TextSink) throws {
    try sink.write("digraph {\n")
    let ids = graph.nodes.map { quoted($0.id, &sink.remarks) }
    for (position, node) in graph.nodes.enumerated() {
      let name = node.properties.first { $0.key == "name" }?.value.text ?? node.id
      let label = "label=\(quoted(doubled(name), &sink.remarks))"
      let labels = "_labels=\(quoted(GraphML.joined(node.labels), &sink.remarks))"
      let attributes = [label, labels] + attributes(node.properties, &sink.remarks)
      try sink.write("  \(ids[position]) [\(attributes.joined(separator: ", "))];\n")
    }
    for edge in graph.edges {
      let label = "label=\(quoted(doubled(edge.type), &sink.remarks))"
      let attributes = [label] + attributes(edge.properties, &sink.remarks)
      try sink.write("  \(ids[edge.source]) -> \(ids[edge.target]) [\(attributes.joined(separator: ", "))];\n")
    }
    try sink.write("}\n")
    try sink.flush()
  }

  private static func attributes(_ properties: [InterchangeGraph.Property], _ remarks: inout Remarks) -> [String] {
    properties.map { property in
      let text = property.value.text ?? ValueText.output(of: property.value).text()
      if property.value.text == nil { remarks.note("a number, flag, date, list or map written as text") }
      return "\(quoted("_" + property.key, &remarks))=\(quoted(text, &remarks))"
    }
  }

  /// Labels know escapes of their own, such as `\N`; a doubled backslash is one.
  private static func doubled(_ text: String) -> String { text.replacingScalars { $0 == "\\" ? "\\\\" : nil } }

  /// A string in quotes. DOT escapes nothing but the quote, so that no spelling keeps a backslash before a quote, an end
  /// of line or the end: it becomes an entity, which Graphviz shows as a backslash. NUL would end the file.
  private static func quoted(_ text: String, _ remarks: inout Remarks) -> String {
    let bytes = Array(text.utf8)
    let isHard = bytes.indices.contains { position in
      bytes[position] == 92 && (position + 1 == bytes.count || [34, 10, 13].contains(bytes[position + 1]))
    }
    if isHard { remarks.note("a backslash before a quote or an end of line written as &#92;") }
    if bytes.contains(0) { remarks.note("a NUL character replaced by U+FFFD") }
    let safe = text.replacingScalars { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": isHard ? "&#92;" : nil
      case "\0": "\u{FFFD}"
      default: nil
      }
    }
    return "\"\(safe)\""
  }
}
