import CGraphviz
import GraphModel

/// A diagram written down for Graphviz.
struct Drawing: ~Copyable {
  var graph: GraphvizGraph
  /// The nodes in the order of the diagram.
  private(set) var nodes: [CGVNode] = []
  /// The edges in the order of the diagram.
  private(set) var edges: [CGVEdge] = []
  /// The names of areas, rings and columns.
  private(set) var names: [CGVNode] = []
  private let style: StyleSheet
  let format: PictureFormat

  /// Builds the graph by calls and not as DOT text, so that no label can end a string.
  static func of(
    _ diagram: Diagram, style: StyleSheet, looks: Looks, format: PictureFormat, engine: LayoutEngine
  ) throws(DiagramError) -> Drawing {
    var drawing = Drawing(graph: try GraphvizGraph(), style: style, format: format)
    try drawing.declareGraph(diagram, engine)
    try drawing.declareDefaults()
    for (position, node) in diagram.nodes.enumerated() {
      try drawing.add(node, at: position, looks.nodes[position], hoverText: diagram.hoverText(of: node))
    }
    let showsWords = EdgeWords.areShown(in: diagram, by: engine)
    for (position, edge) in diagram.edges.enumerated() {
      let look = looks.edges[position]
      let name = edge.label.isEmpty ? look.name?.text(in: diagram.language) : edge.label
      let words = edge.count > 1 ? name.map { "\($0) (\(edge.count.grouped(diagram.language)))" } : name
      // The chain that a line belongs to is told by nothing else.
      let chains = edge.chains.map(String.init).joined(separator: ", ")
      let parts = [chains.isEmpty ? nil : chains, showsWords ? words : nil].compactMap(\.self)
      try drawing.add(edge, at: position, look, words: parts.isEmpty ? nil : parts.joined(separator: ": "))
    }
    return drawing
  }

  private init(graph: consuming GraphvizGraph, style: StyleSheet, format: PictureFormat) {
    self.graph = graph
    self.style = style
    self.format = format
  }

  private func declareGraph(_ diagram: Diagram, _ engine: LayoutEngine) throws(DiagramError) {
    try graph.declare(
      .graph,
      [
        "charset": "UTF-8", "bgcolor": style.page.background.description,
        "pad": "\(style.page.margin)", "dpi": format == .png ? "\(style.page.dotsPerInch)" : "72",
        "fontname": style.text.fonts[0], "fontcolor": style.text.colour.description,
        "fontsize": "\(style.text.legendSize)", "labelloc": "t", "labeljust": "l", "label": "",
        "outputorder": "edgesfirst", "splines": engine.curvesEdges(of: diagram) ? "true" : "line", "start": "7",
        // Long lines are not folded: a reader of the file need not know how to join them.
        "linelength": "0",
      ])
    // Only for files: here the attribute would win over the engine that a call asks for.
    if format == .dot { try graph.declare(.graph, ["layout": engine.isOwn ? "nop" : engine.rawValue]) }
    // Prism begins with edges as long as so many labels; its own four would leave a tenth of the page to the labels.
    // Wide lines need more room between these.
    let isWide = diagram.edges.contains { $0.count > 4 }
    let (scaling, sep) = isWide ? ("-3", "+16") : ("-1.7", "+10")
    switch engine {
    case .dot:
      // Lanes for many edges make a picture far higher than wide: narrow ones, with a longer way from layer to layer.
      let isDense = diagram.edges.count > 60
      try graph.declare(
        .graph,
        ["rankdir": "LR", "ranksep": isDense ? "1.6" : "0.9", "nodesep": isDense ? "0.12" : "0.28"])
    case .neato:
      try graph.declare(.graph, ["overlap": "prism", "overlap_scaling": scaling, "sep": sep, "esep": "+5"])
    case .fdp, .sfdp:
      try graph.declare(
        .graph, ["overlap": "prism", "overlap_scaling": scaling, "sep": sep, "esep": "+5", "K": "0.8"])
    case .twopi:
      try graph.declare(
        .graph, ["overlap": "prism", "overlap_scaling": scaling, "sep": sep, "esep": "+5", "ranksep": "2.4"])
    case .circo, .osage:
      try graph.declare(.graph, ["mindist": "0.6", "pack": "24"])
    case .geo, .ego, .bipartite:
      break
    }
  }

  private func declareDefaults() throws(DiagramError) {
    try graph.declare(
      .nodes,
      [
        // Not "", which DOT files leave out as if it were the rule: an empty label would come back as the name.
        "label": "\\N", "shape": "box", "style": "filled", "fillcolor": "#FFFFFF", "color": "#000000",
        "fontcolor": "#000000", "fontname": style.text.fonts[0], "fontsize": "\(style.text.nodeSize)",
        "margin": "0.14,0.08", "penwidth": "1.4", "peripheries": "1", "height": "0.4", "width": "0.6", "id": "",
        "tooltip": "", "URL": "", "root": "false",
      ])
    try graph.declare(
      .edges,
      [
        "label": "", "style": "solid", "color": "#000000", "fontcolor": style.text.colour.description,
        "fontname": style.text.fonts[0], "fontsize": "\(style.text.edgeSize)", "penwidth": "1.4",
        "arrowsize": "0.8", "arrowhead": "normal", "arrowtail": "none", "dir": "forward", "id": "",
      ])
  }

  private mutating func add(
    _ node: Diagram.Node, at position: Int, _ look: Looks.Node, hoverText: String
  ) throws(DiagramError) {
    let signs = [node.change?.sign, node.isLeading ? Legend.leaderSign : nil].compactMap(\.self)
    let words = (signs + [node.label]).joined(separator: " ")
    let codes = look.codes.map { "[\(LabelText.visible($0))]" }.joined(separator: " ")
    let lines = LabelText.lines(words, length: style.text.lineLength) + (codes.isEmpty ? [] : [codes])
    let link = node.link.flatMap(safeLink)
    let size = style.text.nodeSize * look.scale * (node.emphasis ? 1.25 : 1)
    let pattern = node.isExample || node.change == .removed ? ",dashed" : node.isDerived ? ",dotted" : ""
    let added = try graph.addNode(
      // In a file for people the names are the ids; elsewhere they are ours and cannot surprise.
      format == .dot ? LabelText.writable(node.id) : "n\(position)",
      [
        "label": LabelText.escaped(lines), "shape": look.shape.graphvizName,
        "style": look.shape.fillStyle + pattern,
        "fillcolor": look.colours.fill.description, "color": look.colours.stroke.description,
        "fontcolor": look.colours.text.description, "peripheries": look.shape == .frame ? "2" : nil,
        "fontsize": size == style.text.nodeSize ? nil : "\((size * 10).rounded() / 10)",
        "fontname": node.emphasis || node.isLeading ? "\(style.text.fonts[0]) Bold" : nil,
        "penwidth": node.emphasis ? "4" : node.change != nil ? "3.5" : node.isFaded ? "0.8" : nil,
        "root": node.emphasis ? "true" : nil, "id": "n\(position)", "URL": link,
        // Without a text of its own a link would show the wrapped label, line marks included.
        "tooltip": link == nil ? nil : LabelText.escaped([LabelText.visible(hoverText)]),
      ])
    nodes.append(added)
  }

  /// Adds the names of areas, rings and columns. They are nodes to Graphviz: drawn above the edges, which go round them.
  mutating func add(_ names: [Backdrop.Name]) throws(DiagramError) {
    var added: [CGVNode] = []
    for (position, name) in names.enumerated() {
      added.append(
        try graph.addNode(
          "word\(position)",
          [
            "label": LabelText.escaped([name.text]), "shape": "box", "style": "filled", "peripheries": "0",
            "fillcolor": name.ground.description, "fontcolor": name.colour.description, "fontsize": "\(name.size)",
            "margin": "0.03,0.01", "width": "0", "height": "0", "id": "word\(position)", "class": "name",
          ]))
    }
    guard !added.isEmpty else { return }
    let extents = try graph.measure(added)
    let places = zip(names, extents).map { name, extent in
      PagePoint(
        x: name.point.x - Double(name.alignment) * extent.width / 2, y: name.point.y + name.size * 0.35
      ).rounded
    }
    try graph.setPlaces(places, of: added)
    self.names = added
  }

  private mutating func add(
    _ edge: Diagram.Edge, at position: Int, _ look: Looks.Edge, words: String?
  ) throws(DiagramError) {
    let lines = words.map { LabelText.lines($0, length: style.text.lineLength).map { " \($0) " } }
    let added = try graph.addEdge(
      nodes[edge.from], nodes[edge.to],
      [
        "label": lines.map { LabelText.escaped($0) },
        "color": look.colour.description, "style": look.line == .bold ? "solid" : look.line.rawValue,
        "penwidth": look.width == 1.4 ? nil : "\((look.width * 10).rounded() / 10)",
        "arrowhead": look.arrow.map { $0.graphvizName(isOpen: edge.isExample) } ?? (edge.isExample ? "onormal" : nil),
        // A ball at the beginning, full or empty: what changed is told without the colour.
        "dir": edge.change != nil ? "both" : edge.isDirected ? nil : "none",
        "arrowtail": edge.change.map { $0 == .added ? "dot" : "odot" },
        "id": "e\(position)",
      ])
    // `dot` keeps room for words but not for the width of the line beside them.
    if let lines, format != .dot, look.width > 2 {
      let text = lines.map(LabelText.markup).joined(separator: "<BR/>")
      let room = Int(EdgeWords.clearance(of: look.width).rounded(.up))
      try graph.setWords(
        "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"\(room)\"><TR><TD>\(text)</TD></TR></TABLE>",
        on: added)
    }
    edges.append(added)
  }
}

extension NodeShape {
  /// The name that Graphviz has for the outline.
  fileprivate var graphvizName: String {
    switch self {
    case .box, .frame, .rounded: "box"
    case .block: "box3d"
    case .ellipse, .hexagon, .note, .diamond, .folder, .component: rawValue
    }
  }

  fileprivate var fillStyle: String { self == .rounded ? "filled,rounded" : "filled" }
}

/// Only addresses that open a page or a letter: `javascript:` in a picture would run in the reader's browser.
private func safeLink(_ link: String) -> String? {
  let scheme = link.prefix { $0 != ":" }.lowercased()
  guard ["http", "https", "mailto"].contains(scheme) else { return nil }
  // Graphviz writes addresses as they are, also what ends an attribute or begins an element.
  let unsafe = " \"<>\\^`{|}'".unicodeScalars.map { ($0, "%" + String($0.value, radix: 16, uppercase: true)) }
  return LabelText.escaped([
    LabelText.replacing(Dictionary(uniqueKeysWithValues: unsafe), in: LabelText.visible(link))
  ])
}
