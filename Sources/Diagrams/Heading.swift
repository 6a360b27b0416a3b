/// Title, subtitle and legend as one HTML-like table, which is the label of the graph.
///
/// Graphviz makes room for the label of a graph and widens the picture when the label is wider, so that the block
/// can neither cover a node nor be cut, whatever the engine.
struct Heading {
  let diagram: Diagram
  let legend: Legend
  let style: StyleSheet
  /// The width of the drawing below, in points.
  let width: Double
  /// Whether cells are kept free for the outlines of nodes (``LegendShapes``); a DOT file has signs that stand for them.
  let keepsRoom: Bool
  /// Empty room between heading and drawing, beside the usual.
  var room = 0.0

  /// The markup; `nil` when there is nothing to say.
  var markup: String? {
    var rows: [String] = []
    for line in lines(diagram.title, size: style.text.titleSize) {
      rows.append(row("<B>\(line)</B>", size: style.text.titleSize))
    }
    for text in [diagram.subtitle] + diagram.notes {
      for line in lines(ofParts: text, size: style.text.subtitleSize) {
        rows.append(row(line, size: style.text.subtitleSize))
      }
    }
    rows += legendRows
    guard !rows.isEmpty else { return nil }
    // The empty last row keeps the drawing at a distance.
    let end = "<TR><TD HEIGHT=\"\(Int(14 * scale + room))\"></TD></TR>"
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"\(Int(2 * scale))\">"
      + rows.joined() + end + "</TABLE>"
  }

  /// Large drawings are looked at from further away: their heading grows with them.
  var scale: Double { min(max(width / 1_100, 1), 3) }

  private var usableWidth: Double { max(width, 620) }

  private func lines(_ text: String, size: Double) -> [String] {
    guard !text.isEmpty else { return [] }
    // Bold DejaVu Sans needs 0.69 em a character on average.
    let length = max(20, Int(usableWidth / (size * scale * 0.69)))
    return LabelText.lines(text, length: length).map(escaped)
  }

  /// Lines that end between the parts of a text, which dots part, and within one only where it is longer than a line; no dot
  /// stands at an end.
  private func lines(ofParts text: String, size: Double) -> [String] {
    guard !text.isEmpty else { return [] }
    // DejaVu Sans needs 0.6 em a character on average.
    let length = max(20, Int(usableWidth / (size * scale * 0.6)))
    var lines: [String] = []
    for part in text.split(separator: Self.dot).map({ String($0) }) {
      if let last = lines.last, last.count + 3 + part.count <= length {
        lines[lines.count - 1] = last + " · " + part
      } else {
        lines += part.count <= length ? [LabelText.visible(part)] : LabelText.lines(part, length: length)
      }
    }
    return lines.map(escaped)
  }

  /// What stands between parts; the dot stays with what is before it where others break the line.
  private static let dot = "\u{A0}· "

  private func row(_ markup: String, size: Double) -> String {
    "<TR><TD ALIGN=\"LEFT\">\(font(markup, size: size))</TD></TR>"
  }

  private func font(_ markup: String, size: Double, colour: Colour? = nil) -> String {
    let colour = colour.map { " COLOR=\"\($0)\"" } ?? ""
    return "<FONT POINT-SIZE=\"\(Int((size * scale).rounded()))\"\(colour)>\(markup)</FONT>"
  }

  private func escaped(_ text: String) -> String { LabelText.markup(text) }
}

extension Heading {
  private var legendRows: [String] {
    let groups = legend.groups
    guard let longest = groups.joined().map(\.text.count).max() else { return [] }
    let size = style.text.legendSize * scale
    let entryWidth = size * (0.62 * Double(min(longest, 40)) + 5)
    let columns = max(1, min(Int(usableWidth / entryWidth), groups.map(\.count).max() ?? 1))
    var shapes = 0
    let rows = groups.flatMap { group in
      stride(from: 0, to: group.count, by: columns).map { start in
        let entries = group[start..<min(start + columns, group.count)]
        // A nested table is stretched to the width of the title and shares the surplus out evenly among its columns:
        // many empty ones at the right take nearly all of it.
        let empty = 2 * (columns - entries.count) + 60
        return "<TR>" + entries.map { cells($0, &shapes) }.joined() + "<TD COLSPAN=\"\(empty)\"></TD></TR>"
      }
    }
    return [
      "<TR><TD ALIGN=\"LEFT\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" "
        + "CELLPADDING=\"\(Int(3 * scale))\">\(rows.joined())</TABLE></TD></TR>"
    ]
  }

  /// - Parameter shapes: How many cells are kept free already.
  private func cells(_ entry: Legend.Entry, _ shapes: inout Int) -> String {
    let lines = LabelText.lines(entry.text, length: 40).map { escaped($0) + "&#160;&#160;&#160;" }
    // Each line has an end of its own: one without would stand in the middle.
    let text = lines.count == 1 ? lines[0] : lines.map { $0 + "<BR ALIGN=\"LEFT\"/>" }.joined()
    return "<TD ALIGN=\"CENTER\">\(sign(entry.sign, &shapes))</TD>"
      + "<TD ALIGN=\"LEFT\">\(font(text, size: style.text.legendSize))</TD>"
  }

  private func sign(_ sign: Legend.Sign, _ shapes: inout Int) -> String {
    let outline = style.text.colour
    let page = style.page.background
    return switch sign {
    case .heading: ""
    case .node(let shape, let colours): keepsRoom ? room(for: &shapes) : nodeSign(shape, colours)
    case .colour(let colours, let code): codeSign(code, colours)
    case .size(let factor): glyph("A", size: style.text.legendSize * factor, outline)
    case .edge(let colour, let line, let width, let arrow): edgeSign(colour, line, width: width, arrow: arrow)
    case .width(let width, let colour): edgeSign(colour, .solid, width: width, arrow: nil)
    case .centre(_, let colours):
      keepsRoom ? room(for: &shapes) : box(fill: colours.fill, stroke: colours.stroke, border: 4)
    case .leader: glyph(Legend.leaderSign, size: style.text.legendSize * 1.2, outline)
    case .exampleNode: box(fill: page, stroke: outline, extra: " STYLE=\"DASHED\"")
    case .derived: box(fill: page, stroke: outline, extra: " STYLE=\"DOTTED\"", border: 2)
    case .exampleEdge: glyph("\u{2500}\u{25B7}", size: style.text.legendSize * 1.2, outline)
    case .faded: box(fill: style.marks.faded.fill, stroke: style.marks.faded.stroke)
    case .place: glyph("\u{2022}\u{2500}", size: style.text.legendSize * 1.2, outline)
    case .chain: glyph("1, 2", size: style.text.legendSize, outline)
    case .change(.added): glyph("+ \u{25CF}\u{2501}\u{25B6}", size: style.text.legendSize, style.marks.added)
    case .change(.removed):
      glyph("\u{2212} \u{25CB}\u{254C}\u{25B6}", size: style.text.legendSize, style.marks.removed)
    case .change(.renamed): glyph("~", size: style.text.legendSize * 1.2, outline)
    }
  }

  /// A cell for an outline that is drawn there later.
  private func room(for shapes: inout Int) -> String {
    defer { shapes += 1 }
    return "<TABLE FIXEDSIZE=\"TRUE\" WIDTH=\"\(Int(30 * scale))\" HEIGHT=\"\(Int(19 * scale))\" BORDER=\"1\" "
      + "CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" COLOR=\"\(LegendShapes.border(shapes))\"><TR><TD></TD></TR></TABLE>"
  }

  private func glyph(_ text: String, size: Double, _ colour: Colour) -> String {
    font(text, size: size, colour: colour)
  }

  private func nodeSign(_ shape: NodeShape, _ colours: StyleSheet.NodeColours) -> String {
    switch shape {
    case .box: box(fill: colours.fill, stroke: colours.stroke)
    case .rounded: box(fill: colours.fill, stroke: colours.stroke, extra: " STYLE=\"ROUNDED\"")
    case .frame: frame(colours)
    case .ellipse: codeSign("\u{25CB}", colours, grows: 1.4)
    case .hexagon: codeSign("\u{2B21}", colours, grows: 1.4)
    case .note: codeSign("\u{25F3}", colours, grows: 1.2)
    case .block: codeSign("\u{2752}", colours, grows: 1.2)
    case .diamond: codeSign("\u{25C7}", colours, grows: 1.4)
    case .folder: codeSign("\u{25A4}", colours, grows: 1.4)
    case .component: codeSign("\u{25A4}", colours, grows: 1.4)
    }
  }

  /// A patch of the colour with a sign on it: for outlines that a table cannot have, and for short forms in labels.
  private func codeSign(_ sign: String, _ colours: StyleSheet.NodeColours, grows: Double = 1) -> String {
    let height = Int(max(22, style.text.legendSize * 1.85) * scale)
    let width = max(
      Int(max(26, style.text.legendSize * 2.2) * scale),
      Int(Double(sign.count) * style.text.legendSize * scale * 0.8) + 6)
    let sign = sign.isEmpty ? "" : font(escaped(sign), size: style.text.legendSize * grows, colour: colours.text)
    // Both sizes are fixed: a fixed table alone keeps its cell small, in the corner.
    return "<TABLE FIXEDSIZE=\"TRUE\" WIDTH=\"\(width)\" HEIGHT=\"\(height)\" BORDER=\"1\" CELLBORDER=\"0\" "
      + "CELLSPACING=\"0\" CELLPADDING=\"0\" COLOR=\"\(colours.stroke)\" BGCOLOR=\"\(colours.fill)\"><TR>"
      + "<TD FIXEDSIZE=\"TRUE\" WIDTH=\"\(width - 2)\" HEIGHT=\"\(height - 2)\">\(sign)</TD></TR></TABLE>"
  }

  private func frame(_ look: StyleSheet.NodeColours) -> String {
    let inside = box(fill: look.fill, stroke: look.stroke, shrink: 6)
    return box(fill: style.page.background, stroke: look.stroke, inside: inside, padding: 2)
  }

  private func box(
    fill: Colour, stroke: Colour, extra: String = "", border: Int = 1, shrink: Int = 0, inside: String = "",
    padding: Int = 0
  ) -> String {
    let width = Int(24 * scale) - shrink
    let height = Int(16 * scale) - shrink
    return "<TABLE FIXEDSIZE=\"TRUE\" WIDTH=\"\(width)\" HEIGHT=\"\(height)\" BORDER=\"\(border)\" CELLBORDER=\"0\" "
      + "CELLSPACING=\"0\" CELLPADDING=\"\(padding)\" COLOR=\"\(stroke)\" BGCOLOR=\"\(fill)\"\(extra)>"
      + "<TR><TD>\(inside)</TD></TR></TABLE>"
  }

  /// A real line, drawn as the lower border of a cell, with an arrow head behind it.
  private func edgeSign(_ colour: Colour, _ line: EdgeLine, width: Double, arrow: EdgeArrow?) -> String {
    let half = Int(6 * scale)
    let head = font(
      arrow?.sign ?? "\u{A0}", size: style.text.legendSize * (arrow == .double ? 0.5 : 0.7), colour: colour)
    let width = max(1, Int(width.rounded()))
    let pattern =
      switch line {
      case .solid, .bold: ""
      case .dashed: " STYLE=\"DASHED\""
      case .dotted: " STYLE=\"DOTTED\""
      }
    let cell = "<TD WIDTH=\"\(Int(30 * scale))\" HEIGHT=\"\(half)\""
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" FIXEDSIZE=\"TRUE\" "
      + "WIDTH=\"\(Int(42 * scale))\" HEIGHT=\"\(2 * half + width + 2)\"><TR>"
      + "\(cell) BORDER=\"\(width)\" SIDES=\"B\" COLOR=\"\(colour)\"\(pattern)></TD>"
      + "<TD ROWSPAN=\"2\">\(head)</TD></TR>"
      + "<TR>\(cell)></TD></TR></TABLE>"
  }
}
