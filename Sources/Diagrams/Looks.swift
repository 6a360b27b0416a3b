import GraphModel

/// The look of everything in one diagram, and what the looks mean.
struct Looks: Equatable {
  /// How one node looks.
  struct Node: Equatable {
    var shape: NodeShape
    var colours: StyleSheet.NodeColours
    /// The short forms of what the looks say, for the label: of the colour, and of the shape where shapes come twice.
    var codes: [String] = []
    /// How much larger than usual.
    var scale = 1.0
  }

  /// How one edge looks.
  struct Edge: Equatable {
    var colour: Colour
    var line: EdgeLine
    var width: Double
    /// The head; `nil` for the usual one.
    var arrow: EdgeArrow?
    /// What the style sheet calls it.
    var name: StyleSheet.LegendName?
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// What the signs mean.
  private(set) var legend = Legend()

  /// Chooses the looks of a diagram by the channels of a style sheet.
  ///
  /// - Complexity: O((nodes + edges) log).
  init(of diagram: Diagram, in style: StyleSheet) {
    let channels = style.channels ?? StyleSheet.Channels()
    let kinds = KindStyles(of: diagram, in: style)
    nodes = diagram.nodes.map { kinds.look(of: $0) }
    let colour = channels.colour ?? "kind"
    let shape = channels.shape ?? "kind"
    if colour != "kind" { colourNodes(by: colour, diagram, style) }
    if shape != "kind" { shapeNodes(by: shape, diagram, style, showsColour: shape == colour) }
    if colour == "kind" || shape == "kind" {
      legend.kinds = kinds.entries(
        diagram, neutral: colour == "kind" ? nil : style.uncoloured, plain: shape == "kind" ? nil : .box,
        faded: style.marks.faded)
    }
    if let size = channels.size { sizeNodes(by: size, diagram) }
    legend.tellChannelsApart(diagram.language)
    edges = diagram.edges.map { kinds.look(of: $0) }
    legend.edges = kinds.edgeEntries(diagram, faded: style.marks.faded.stroke)
    if let line = channels.line, line != "kind" { drawEdges(by: line, diagram, style) }
    // Lines that show their number by classes already would show it twice.
    if channels.line != "count" { widen(diagram) }
    fade(diagram, style)
    legend.marks = Legend.marks(of: diagram, nodes)
  }

  /// The looks of some of the nodes, and of the edges among these.
  func keeping(_ kept: [Int], of diagram: Diagram) -> Looks {
    var looks = self
    let isKept = Set(kept)
    looks.nodes = kept.map { nodes[$0] }
    looks.edges = zip(diagram.edges, edges).filter { isKept.contains($0.0.from) && isKept.contains($0.0.to) }.map(\.1)
    return looks
  }

  private mutating func colourNodes(by key: String, _ diagram: Diagram, _ style: StyleSheet) {
    let found = FactClasses(of: diagram.nodes.map { $0.facts[key] }, ranges: style.steps.count, diagram.language)
    let palette = (0..<found.classes.count).map { position in
      found.isNumeric
        ? style.steps[found.classes.count < 2 ? 0 : position * (style.steps.count - 1) / (found.classes.count - 1)]
        : style.categories[position % style.categories.count]
    }
    for (node, position) in found.positions.enumerated() {
      nodes[node].colours = position.map { palette[$0] } ?? style.uncoloured
      if !found.isNumeric, let position { nodes[node].codes.append(found.classes[position].code) }
    }
    let vivid = Set(zip(diagram.nodes, found.positions).compactMap { $0.isFaded ? nil : $1 })
    legend.colours = found.classes.enumerated().map { position, kind in
      // A number needs no second channel: its colours differ in lightness, which print and every eye keep.
      Legend.Entry(
        sign: .colour(
          vivid.contains(position) ? palette[position] : style.marks.faded, code: found.isNumeric ? "" : kind.code),
        text: kind.text)
    }
    if found.positions.contains(nil) {
      legend.colours.append(
        Legend.Entry(sign: .colour(style.uncoloured, code: ""), text: Legend.unknown[diagram.language]))
    }
    legend.colourName = diagram.factNames[key] ?? key
  }

  private mutating func shapeNodes(by key: String, _ diagram: Diagram, _ style: StyleSheet, showsColour: Bool) {
    let found = FactClasses(of: diagram.nodes.map { $0.facts[key] }, ranges: 4, diagram.language)
    let shapes = NodeShape.allCases.filter { $0 != .box }
    // Shapes that mean two things need a second sign, unless the colour gives it already.
    let needsCodes = found.classes.count > shapes.count && !showsColour
    for (node, position) in found.positions.enumerated() {
      nodes[node].shape = position.map { shapes[$0 % shapes.count] } ?? .box
      if needsCodes, let position { nodes[node].codes.append(found.classes[position].code) }
    }
    legend.shapes = found.classes.enumerated().map { position, kind in
      Legend.Entry(
        sign: .node(shapes[position % shapes.count], style.uncoloured),
        text: needsCodes ? "[\(kind.code)] \(kind.text)" : kind.text)
    }
    if found.positions.contains(nil) {
      legend.shapes.append(
        Legend.Entry(sign: .node(.box, style.uncoloured), text: Legend.unknown[diagram.language]))
    }
    legend.shapeName = diagram.factNames[key] ?? key
  }

  private mutating func sizeNodes(by key: String, _ diagram: Diagram) {
    let found = FactClasses(of: diagram.nodes.map { $0.facts[key] }, ranges: 4, diagram.language)
    let scales = [1, 1.25, 1.55, 1.9]
    for (node, position) in found.positions.enumerated() {
      if let position { nodes[node].scale = scales[min(position, 3)] }
    }
    legend.sizes = found.classes.prefix(4).enumerated().map { position, kind in
      Legend.Entry(sign: .size(scales[position]), text: kind.text)
    }
    legend.sizeName = diagram.factNames[key] ?? key
  }

  private mutating func drawEdges(by key: String, _ diagram: Diagram, _ style: StyleSheet) {
    let facts = diagram.edges.map { key == "count" ? .number(Double($0.count)) : $0.facts[key] }
    let found = FactClasses(of: facts, ranges: 3, diagram.language)
    let plain = style.otherEdges[0]
    for (edge, position) in found.positions.enumerated() {
      let look = position.map { found.isNumeric ? plain : style.otherEdges[$0 % style.otherEdges.count] }
      edges[edge] = Edge(
        colour: look?.colour ?? style.marks.faded.stroke, line: look?.line ?? .dotted,
        width: found.isNumeric ? 1.4 + 1.8 * Double(position ?? 0) : Looks.width(of: look?.line ?? .dotted),
        arrow: look?.arrow)
    }
    let hasArrows = diagram.edges.contains { $0.isDirected }
    func head(_ look: StyleSheet.EdgeStyle?) -> EdgeArrow? { hasArrows ? look?.arrow ?? .normal : nil }
    legend.edges = found.classes.enumerated().map { position, kind in
      let look = found.isNumeric ? plain : style.otherEdges[position % style.otherEdges.count]
      let width = found.isNumeric ? 1.4 + 1.8 * Double(position) : Looks.width(of: look.line)
      return Legend.Entry(sign: .edge(look.colour, look.line, width: width, arrow: head(look)), text: kind.text)
    }
    if found.positions.contains(nil) {
      legend.edges.append(
        Legend.Entry(
          sign: .edge(style.marks.faded.stroke, .dotted, width: Looks.width(of: .dotted), arrow: head(nil)),
          text: Legend.unknown[diagram.language]))
    }
    legend.edgeName =
      key == "count"
      ? Wording("Beziehungen je Linie", "relationships in a line")[diagram.language] : diagram.factNames[key] ?? key
  }

  /// Lines that stand for several relationships are wider: a step for each doubling.
  private mutating func widen(_ diagram: Diagram) {
    var (widest, colour) = (1, Colour(0))
    for (position, edge) in diagram.edges.enumerated() where edge.count > 1 {
      if edge.count > widest { (widest, colour) = (edge.count, edges[position].colour) }
      edges[position].width += Looks.growth(edge.count)
    }
    guard widest > 1 else { return }
    let text =
      diagram.language == .german
      ? "breitere Linie: mehr Beziehungen (bis \(widest.grouped(.german)))"
      : "wider line: more relationships (up to \(widest.grouped(.english)))"
    legend.widths = [Legend.Entry(sign: .width(1.4 + Looks.growth(widest), colour), text: text)]
  }

  private mutating func fade(_ diagram: Diagram, _ style: StyleSheet) {
    for (position, node) in diagram.nodes.enumerated() where node.isFaded {
      nodes[position].colours = style.marks.faded
      nodes[position].scale = 1
    }
    for (position, edge) in diagram.edges.enumerated() {
      switch edge.change {
      case .added:
        edges[position].colour = style.marks.added
        edges[position].width += 1.6
      case .removed:
        edges[position].colour = style.marks.removed
        edges[position].line = .dashed
      case .renamed, nil:
        guard edge.isFaded else { continue }
        edges[position].colour = style.marks.faded.stroke
        edges[position].width = min(1, edges[position].width)
      }
    }
    for (position, node) in diagram.nodes.enumerated() {
      switch node.change {
      case .added: nodes[position].colours.stroke = style.marks.added
      case .removed: nodes[position].colours.stroke = style.marks.removed
      case .renamed, nil: break
      }
    }
  }

  /// Binary logarithms by halving: those of a library may differ in the last bit.
  private static func growth(_ count: Int) -> Double {
    var rest = count
    var steps = 0.0
    while rest > 1 {
      if rest < 4 { steps += Double(rest) / 2 - 1 }
      rest /= 2
      steps += 1
    }
    return min(7, steps * 1.1)
  }

  static func width(of line: EdgeLine) -> Double {
    switch line {
    case .bold: 3
    case .dotted: 1.8
    case .solid, .dashed: 1.4
    }
  }
}

/// The looks of kinds; unknown kinds take turns, in alphabetical order.
private struct KindStyles {
  private var nodes: [String: StyleSheet.NodeStyle] = [:]
  private var edges: [String: StyleSheet.EdgeStyle] = [:]

  init(of diagram: Diagram, in style: StyleSheet) {
    var turn = 0
    for kind in Set(diagram.nodes.map(\.kind)).sorted() {
      nodes[kind] = style.nodes[kind] ?? style.otherNodes[turn % style.otherNodes.count]
      if style.nodes[kind] == nil { turn += 1 }
    }
    turn = 0
    for kind in Set(diagram.edges.map(\.kind)).sorted() {
      edges[kind] = style.edges[kind] ?? style.otherEdges[turn % style.otherEdges.count]
      if style.edges[kind] == nil { turn += 1 }
    }
  }

  func look(of node: Diagram.Node) -> Looks.Node {
    guard let style = nodes[node.kind] else { preconditionFailure("every kind of the diagram has a style") }
    return Looks.Node(shape: style.shape, colours: style.colours)
  }

  func look(of edge: Diagram.Edge) -> Looks.Edge {
    guard let style = edges[edge.kind] else { preconditionFailure("every kind of the diagram has a style") }
    return Looks.Edge(
      colour: style.colour, line: style.line, width: Looks.width(of: style.line), arrow: style.arrow,
      name: style.name)
  }

  /// - Parameters:
  ///   - neutral: The colours to show where colour means something else than the kind.
  ///   - plain: The shape to show where shape means something else.
  ///   - faded: The colours of kinds that are in the picture for orientation only.
  func entries(
    _ diagram: Diagram, neutral: StyleSheet.NodeColours?, plain: NodeShape?, faded: StyleSheet.NodeColours
  ) -> [Legend.Entry] {
    let vivid = Set(diagram.nodes.filter { !$0.isFaded }.map(\.kind))
    return Legend.sorted(
      nodes.map { kind, style in
        let colours = vivid.contains(kind) ? neutral ?? style.colours : faded
        let name = style.name?.text(in: diagram.language) ?? diagram.name(ofKind: kind)
        return (kind, Legend.Entry(sign: .node(plain ?? style.shape, colours), text: name))
      })
  }

  func edgeEntries(_ diagram: Diagram, faded: Colour) -> [Legend.Entry] {
    // Of "1 relationship" and "7 relationships" the word of the most speaks for the kind.
    var most: [String: Diagram.Edge] = [:]
    for edge in diagram.edges where edge.count > most[edge.kind]?.count ?? 0 { most[edge.kind] = edge }
    let vivid = Set(diagram.edges.filter { !$0.isFaded || $0.change != nil }.map(\.kind))
    return Legend.sorted(
      edges.map { kind, style in
        let label = most[kind]?.label ?? ""
        let name = label.isEmpty ? style.name?.text(in: diagram.language) ?? kind : label
        let width = style.line == .bold ? 4.0 : 2.0
        let hasArrow = diagram.edges.contains { $0.kind == kind && $0.isDirected }
        let arrow = hasArrow ? style.arrow ?? .normal : nil
        let colour = vivid.contains(kind) ? style.colour : faded
        return (kind, Legend.Entry(sign: .edge(colour, style.line, width: width, arrow: arrow), text: name))
      })
  }
}

extension Diagram {
  /// What a kind is called where the style sheet has no name for it.
  func name(ofKind kind: String) -> String {
    kindNames[kind] ?? nodes.first { $0.kind == kind }?.facts["kind"]?.text(in: language).capitalisedFirst ?? kind
  }
}

extension String {
  /// The text with a capital at its beginning.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension StyleSheet {
  /// What has no colour of its own, though not for being of less weight: nothing inside, and an outline as strong as the text,
  /// where that of pale nodes is weak.
  var uncoloured: NodeColours { NodeColours(fill: page.background, stroke: text.colour, text: text.colour) }
}

extension StyleSheet.NodeStyle {
  /// The colours without the shape.
  var colours: StyleSheet.NodeColours { StyleSheet.NodeColours(fill: fill, stroke: stroke, text: text) }
}
