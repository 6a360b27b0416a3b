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
    case node(NodeShape, StyleSheet.NodeColours)
    case colour(StyleSheet.NodeColours, code: String)
    case size(Double)
    case edge(Colour, EdgeLine, width: Double, arrow: EdgeArrow? = .normal)
    case width(Double, Colour)
    case centre(NodeShape, StyleSheet.NodeColours)
    case leader
    case exampleNode
    case exampleEdge
    case derived
    case faded
    /// A dot of a map with the line to what lies there.
    case place
    case chain
    case change(Change)
    /// Words that say what the entries behind them show.
    case heading
  }

  /// Kinds of nodes, by name.
  var kinds: [Entry] = []
  /// Colours, where they mean something else than the kind, and what they mean.
  var colours: [Entry] = []
  var colourName = ""
  /// Shapes, where they mean something else than the kind.
  var shapes: [Entry] = []
  var shapeName = ""
  /// Sizes, where they mean something.
  var sizes: [Entry] = []
  var sizeName = ""
  /// Types of relationships by name, or what lines mean instead.
  var edges: [Entry] = []
  var edgeName: String?
  /// What wide lines mean.
  var widths: [Entry] = []
  /// Marks in a fixed order.
  var marks: [Entry] = []

  /// The entries by rows: each group begins a new one; without empty groups.
  var groups: [[Entry]] {
    let named = [(colourName, colours), (shapeName, shapes), (sizeName, sizes)].map { name, entries in
      entries.isEmpty ? [] : [Entry(sign: .heading, text: name + ":")] + entries
    }
    let lines = edges.isEmpty ? [] : (edgeName.map { [Entry(sign: .heading, text: $0 + ":")] } ?? []) + edges
    return ([kinds] + named + [lines, widths + marks]).filter { !$0.isEmpty }
  }

  /// Says which row speaks of the colour, the shape and the size, where two of them show the same.
  mutating func tellChannelsApart(_ language: Language) {
    let names = [colours.isEmpty ? nil : colourName, shapes.isEmpty ? nil : shapeName, sizes.isEmpty ? nil : sizeName]
      .compactMap(\.self)
    guard Set(names).count < names.count else { return }
    colourName += Wording(", Farbe", ", colour")[language]
    shapeName += Wording(", Form", ", shape")[language]
    sizeName += Wording(", Größe", ", size")[language]
  }

  /// What is said of things of which nobody knows what the looks show.
  static let unknown = Wording("ohne Angabe", "unknown")

  /// The marks that occur in a diagram.
  ///
  /// - Parameter looks: The looks of its nodes.
  static func marks(of diagram: Diagram, _ looks: [Looks.Node]) -> [Entry] {
    let language = diagram.language
    let centre = diagram.nodes.firstIndex { $0.emphasis }.map { looks[$0] }
    let changes = diagram.changeNames
    func occurs(_ change: Change) -> Bool {
      diagram.nodes.contains { $0.change == change } || diagram.edges.contains { $0.change == change }
    }
    return [
      centre.flatMap { mark(.centre($0.shape, $0.colours), "im Mittelpunkt", "in the centre", language, true) },
      diagram.nodes.contains { $0.isLeading } ? Entry(sign: .leader, text: diagram.leading) : nil,
      mark(
        .change(.added), changes?.added ?? "neu", changes?.added ?? "added", language, occurs(.added)),
      mark(
        .change(.removed), changes?.removed ?? "weggefallen", changes?.removed ?? "removed", language,
        occurs(.removed)),
      mark(.change(.renamed), "umbenannt", "renamed", language, occurs(.renamed)),
      mark(
        .faded, "zur Orientierung", "for orientation", language,
        diagram.nodes.contains { $0.isFaded } || diagram.edges.contains { $0.isFaded && $0.change == nil }),
      mark(
        .place, "Ort, mit einer Linie zu dem, was dort ist", "place, with a line to what is there", language,
        !diagram.outlines.isEmpty && diagram.nodes.contains { $0.place != nil }),
      mark(
        .chain, "Kette; 1 ist die kürzeste", "chain; 1 is the shortest", language,
        diagram.edges.contains { !$0.chains.isEmpty }),
      mark(
        .exampleNode, "erfundenes Beispiel", "invented example", language, diagram.nodes.contains { $0.isExample }),
      mark(
        .exampleEdge, "erfundene Beziehung", "invented relationship", language,
        diagram.edges.contains { $0.isExample }),
      mark(
        .derived, "abgeleitet, nicht belegt", "derived, no source", language,
        diagram.nodes.contains { $0.isDerived && !$0.isExample }),
    ].compactMap { $0 }
  }

  /// What stands before the name of who leads a cluster, in bold letters.
  static let leaderSign = "\u{2605}"

  static func sorted(_ entries: [(kind: String, entry: Entry)]) -> [Entry] {
    entries.sorted { left, right in
      left.entry.text == right.entry.text ? left.kind < right.kind : left.entry.text.precedes(right.entry.text)
    }.map(\.entry)
  }

  private static func mark(
    _ sign: Sign, _ german: String, _ english: String, _ language: Language, _ occurs: Bool
  ) -> Entry? {
    occurs ? Entry(sign: sign, text: language == .german ? german : english) : nil
  }
}
