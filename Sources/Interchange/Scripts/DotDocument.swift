import GraphModel
import JSONText

/// What the parser of Graphviz finds in a file in DOT, as JSON:
///
/// ```json
/// {"directed": true, "subgraphs": 0, "more": 0, "attributes": {},
///  "nodes": [{"id": "a", "attributes": {"label": "A"}}],
///  "edges": [{"source": "a", "target": "b", "attributes": {}}]}
/// ```
///
/// Attributes are those that differ from nothing, defaults of the file included; edges stand as in the file.
public enum DotDocument {
  static func graph(from bytes: [UInt8]) throws -> GraphFormat.Content {
    let tree = try JSONTree.read(bytes)
    guard let nodes = tree["nodes"]?.items else {
      throw InterchangeFault("Graphviz's parser has answered something else than a graph")
    }
    let isOwn = tree["attributes"]?[Dot.ownMark]?.text != nil
    var assembly = GraphAssembly(of: bytes)
    if case .boolean(false) = tree["directed"]?.content {
      assembly.remarks.note("an undirected graph read as directed from source to target")
    }
    assembly.noteFacts(of: tree["attributes"], but: [Dot.ownMark])
    assembly.remarks.note("a subgraph passed over, its elements read", count: Int(tree["subgraphs"]?.integer ?? 0))
    assembly.remarks.note("a further graph of the file passed over", count: Int(tree["more"]?.integer ?? 0))
    for node in nodes {
      let id = node["id"]?.text ?? ""
      let attributes = node["attributes"]?.members ?? []
      let labels = isOwn ? node["attributes"]?["labels"]?.text.map { GraphML.labels(text($0)) } ?? [] : []
      let properties =
        isOwn ? own(attributes, &assembly.remarks) : foreign(attributes, isEdge: false, &assembly.remarks)
      try assembly.add(InterchangeGraph.Node(id: id, labels: labels, properties: properties), at: node)
    }
    for edge in tree["edges"]?.items ?? [] {
      let attributes = edge["attributes"]?.members ?? []
      let type = isOwn ? edge["attributes"]?["type"]?.text.map(text) : edge["attributes"]?["label"]?.text.map(shown)
      let properties =
        isOwn ? own(attributes, &assembly.remarks) : foreign(attributes, isEdge: true, &assembly.remarks)
      try assembly.addEdge(
        id: nil, type: type ?? "", source: edge["source"], target: edge["target"], properties: properties, at: edge)
    }
    return assembly.finished()
  }

  /// Properties that were written here.
  private static func own(_ attributes: [JSONTree.Member], _ remarks: inout Remarks) -> [InterchangeGraph.Property] {
    remarks.properties(
      attributes.compactMap { attribute in
        guard attribute.key.hasPrefix("_"), let text = attribute.value.text else { return nil }
        return (String(attribute.key.unicodeScalars.dropFirst()), value(text))
      })
  }

  private static func value(_ text: String) -> Value {
    guard Dot.isJSON(text), let tree = try? JSONTree.read(Array(text.utf8)) else { return .string(text) }
    return ValueText.value(of: tree)
  }

  private static func text(_ text: String) -> String { value(text).text ?? text }

  /// Attributes of other programs; the label of a node is its name, that of an edge its type.
  private static func foreign(
    _ attributes: [JSONTree.Member], isEdge: Bool, _ remarks: inout Remarks
  ) -> [InterchangeGraph.Property] {
    remarks.properties(
      attributes.compactMap { attribute in
        guard let text = attribute.value.text, !text.isEmpty else { return nil }
        guard attribute.key == "label" else { return (attribute.key, .string(text)) }
        return isEdge || text == "\\N" ? nil : ("name", .string(shown(text)))
      })
  }

  /// A label as it is drawn: line ends for `\n`, `\l` and `\r`, one backslash for two.
  private static func shown(_ label: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in label.unicodeScalars {
      if isEscaped {
        result.append("nlr".unicodeScalars.contains(scalar) ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    return String(result).trimmingSuffix("\n")
  }
}

extension String {
  fileprivate func trimmingSuffix(_ ending: Character) -> String {
    var text = self[...]
    while text.last == ending { text.removeLast() }
    return String(text)
  }
}
