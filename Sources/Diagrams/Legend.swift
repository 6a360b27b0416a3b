import GraphModel

/// What the signs of one picture mean: exactly those that occur in it.
struct Legend: Equatable {
  /// One sign with its meaning.
  struct Entry: Equatable {
    let sign: Sign
    let text: String
  }

  /// What is shown beside a meaning.
  enum Sign: Equatable {
    case node(StyleSheet.NodeStyle)
    case edge(StyleSheet.EdgeStyle)
    case centre
    case exampleNode
    case exampleEdge
    case derived
  }

  /// Kinds of nodes, by name.
  let nodes: [Entry]
  /// Types of relationships, by name.
  let edges: [Entry]
  /// Marks in a fixed order.
  let marks: [Entry]

  /// Lists the signs of a diagram.
  init(of diagram: Diagram, looks: Looks) {
    let language = diagram.language
    nodes = Legend.sorted(
      looks.nodes.map { kind, look in
        (kind, Entry(sign: .node(look), text: look.name?.text(in: language) ?? kind))
      })
    var phrases: [String: String] = [:]
    for edge in diagram.edges where !edge.label.isEmpty && phrases[edge.kind] == nil { phrases[edge.kind] = edge.label }
    edges = Legend.sorted(
      looks.edges.map { kind, look in
        (kind, Entry(sign: .edge(look), text: phrases[kind] ?? look.name?.text(in: language) ?? kind))
      })
    marks = [
      Legend.mark(.centre, "im Mittelpunkt", "in the centre", language, diagram.nodes.contains { $0.emphasis }),
      Legend.mark(
        .exampleNode, "erfundenes Beispiel", "invented example", language, diagram.nodes.contains { $0.isExample }),
      Legend.mark(
        .exampleEdge, "erfundene Beziehung", "invented relationship", language,
        diagram.edges.contains { $0.isExample }),
      Legend.mark(
        .derived, "abgeleitet, nicht belegt", "derived, no source", language,
        diagram.nodes.contains { $0.isDerived && !$0.isExample }),
    ].compactMap { $0 }
  }

  /// The entries row by row groups: nodes, relationships, marks; without empty groups.
  var groups: [[Entry]] { [nodes, edges, marks].filter { !$0.isEmpty } }

  private static func sorted(_ entries: [(kind: String, entry: Entry)]) -> [Entry] {
    entries.sorted { ($0.entry.text, $0.kind) < ($1.entry.text, $1.kind) }.map(\.entry)
  }

  private static func mark(
    _ sign: Sign, _ german: String, _ english: String, _ language: Language, _ occurs: Bool
  ) -> Entry? {
    occurs ? Entry(sign: sign, text: language == .german ? german : english) : nil
  }
}
