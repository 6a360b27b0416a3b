import GraphModel
import JSONText

extension GraphFormat {
  /// DOT, Graphviz's language.
  ///
  /// Properties are attributes with `_` in front, so that none steers the drawing. A text that is no JSON stands as it is;
  /// all other values, and texts that could be taken for one, are JSON.
  public static let dot = GraphFormat(
    name: "dot", extensions: ["dot", "gv"],
    summary: Wording("DOT, die Sprache von Graphviz.", "DOT, the language of Graphviz."),
    limits: Wording(
      "Andere Programme sehen alle Werte als Text; Beziehungen haben keine Kennungen.",
      "Other programs see all values as text; edges have no ids."), write: Dot.write,
    reading: .parsedByGraphviz { try DotDocument.graph(from: $0) })
}

enum Dot {
  /// The attribute of the graph by which a file that was written here is known.
  static let ownMark = "cdograph"

  static func write(_ source: any GraphSource, _ options: WritingOptions, to sink: inout TextSink) throws {
    try sink.write("digraph {\n  graph [\(ownMark)=\"1\"];\n")
    let ids = source.nodeIDs.held(&sink.remarks) { isHard($0) ? standIn($0) : nil }
    try sink.writeInOrder(source.nodeCount) { position, sink in
      let node = source.node(at: position)
      let label = "label=\(name(doubled(node.name), &sink.remarks))"
      let labels = "labels=\(value(.string(GraphML.joined(node.labels))))"
      let attributes = [label, labels] + attributes(node.properties, &sink.remarks)
      sink.append("  \(quoted(ids[position])) [\(attributes.joined(separator: ", "))];\n")
    }
    try sink.writeInOrder(source.edgeCount) { position, sink in
      let edge = source.edge(at: position)
      sink.remarks.noteLostID(of: edge)
      let ends = [edge.source, edge.target].map { quoted(ids[$0]) }
      let label = "label=\(name(doubled(edge.type), &sink.remarks)), type=\(value(.string(edge.type)))"
      let attributes = [label] + attributes(edge.properties, &sink.remarks)
      sink.append("  \(ends[0]) -> \(ends[1]) [\(attributes.joined(separator: ", "))];\n")
    }
    try sink.write("}\n")
    try sink.flush()
  }

  private static func attributes(_ properties: [InterchangeGraph.Property], _ remarks: inout Remarks) -> [String] {
    properties.map { "\(name("_" + $0.key, &remarks))=\(value($0.value))" }
  }

  /// A value as a string in quotes. Two things have no spelling there: a backslash before a quote or at the end, and NUL.
  /// JSON can do without both, by their numbers.
  private static func value(_ value: Value) -> String {
    // An empty attribute is none, and Graphviz's parser takes a single line end for an empty one.
    if let text = value.text, !text.isEmpty, text != "\n", !isHard(text), !isJSON(text) { return quoted(text) }
    var json: [UInt8] = []
    var isEscaped = false
    for byte in ValueText.output(of: value).text().utf8 {
      if isEscaped {
        json.append(contentsOf: (byte == 92 ? "\\u005c" : byte == 34 ? "\\u0022" : "\\").utf8)
        if byte != 92, byte != 34 { json.append(byte) }
        isEscaped = false
      } else if byte == 92 {
        isEscaped = true
      } else {
        json.append(byte)
      }
    }
    return quoted(String(decoding: json, as: UTF8.self))
  }

  /// Whether reading would take a text for JSON; only what begins like a value is tried.
  static func isJSON(_ text: String) -> Bool {
    guard let first = text.utf8.first, "{[\"-0123456789tfn \t\r\n".utf8.contains(first) else { return false }
    return (try? JSONTree.read(Array(text.utf8))) != nil
  }

  /// Labels know escapes of their own, such as `\N`; a doubled backslash is one.
  private static func doubled(_ text: String) -> String { text.replacingScalars { $0 == "\\" ? "\\\\" : nil } }

  /// A name or label in quotes. A backslash that has no spelling becomes an entity, which Graphviz shows as a backslash;
  /// NUL would end the file.
  private static func name(_ text: String, _ remarks: inout Remarks) -> String {
    guard isHard(text) else { return quoted(text) }
    remarks.note("a backslash before a quote or at an end, or a NUL, that DOT has no spelling for")
    return quoted(standIn(text))
  }

  private static func standIn(_ text: String) -> String {
    text.replacingScalars { $0 == "\\" ? "&#92;" : $0 == "\0" ? "\u{FFFD}" : nil }
  }

  /// Whether a text has no spelling between quotes.
  private static func isHard(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { position in
      bytes[position] == 0
        || bytes[position] == 92 && (position + 1 == bytes.count || [34, 10, 13].contains(bytes[position + 1]))
    }
  }

  /// Text in quotes. Graphviz's scanner gives up on more than 16 KB at a stretch, so that long ones are joined from pieces.
  private static func quoted(_ text: String) -> String {
    let escaped = text.replacingScalars { $0 == "\"" ? "\\\"" : nil }
    guard escaped.utf8.count > piece else { return "\"\(escaped)\"" }
    var pieces: [Substring] = []
    var rest = escaped[...]
    while let cut = place(toCut: rest) {
      pieces.append(rest[..<cut])
      rest = rest[cut...]
    }
    return (pieces + [rest]).map { "\"\($0)\"" }.joined(separator: " + ")
  }

  /// How long a piece is, in bytes.
  private static let piece = 8_000

  /// Where a text that is too long may be cut: between characters, and never behind a backslash, which would take the quote with it.
  private static func place(toCut text: Substring) -> String.Index? {
    guard var cut = text.utf8.index(text.startIndex, offsetBy: piece, limitedBy: text.endIndex) else { return nil }
    while cut < text.endIndex {
      let before = text.utf8[text.utf8.index(before: cut)]
      if text.utf8[cut] & 0xC0 != 0x80, before != UInt8(ascii: "\\") { return cut }
      cut = text.utf8.index(after: cut)
    }
    return nil
  }
}
