/// What lies behind the nodes: areas and rings, in the drawing language of Graphviz (xdot), which every renderer draws
/// as the `_background` of a graph; and the names of these, which stand above the edges.
struct Backdrop {
  /// The name of an area, a ring or a column.
  struct Name {
    var text: String
    /// The foot of the line: its beginning or its middle.
    var point: PagePoint
    var size: Double
    var colour: Colour
    /// What the name stands on, so that neither an edge nor a border strikes it through.
    var ground: Colour
    /// -1 where the line begins at the point, 0 where it has it in the middle.
    var alignment: Int
  }

  private var operations: [String] = []
  private(set) var names: [Name] = []
  /// The boxes around nodes, which edges from elsewhere go round.
  private(set) var frames: [Frame] = []
  let style: StyleSheet

  init(_ style: StyleSheet) { self.style = style }

  /// The attribute; `nil` when there is nothing to draw.
  var attribute: String? { operations.isEmpty ? nil : operations.joined(separator: " ") }

  mutating func polygon(_ points: [PagePoint], fill: Colour, stroke: Colour, width: Double = 1, dashed: Bool = false) {
    pen(stroke, width, dashed ? "dashed" : "solid")
    operations.append("C 7 -\(fill) P \(points.count)" + points.map(Backdrop.text).joined())
  }

  mutating func frame(_ frame: Frame, fill: Colour, stroke: Colour) {
    frames.append(frame)
    polygon(Obstacle(frame).corners, fill: fill, stroke: stroke)
  }

  mutating func line(_ points: [PagePoint], _ colour: Colour, width: Double = 1, dashed: Bool = false) {
    pen(colour, width, dashed ? "dashed" : "solid")
    operations.append("L \(points.count)" + points.map(Backdrop.text).joined())
  }

  mutating func ellipse(_ centre: PagePoint, radius: Double, stroke: Colour, dashed: Bool = false) {
    pen(stroke, 1, dashed ? "dashed" : "solid")
    operations.append("e\(Backdrop.text(centre)) \(Backdrop.number(radius)) \(Backdrop.number(radius))")
  }

  mutating func oval(_ frame: Frame, fill: Colour, stroke: Colour, width: Double = 1) {
    pen(stroke, width, "solid")
    let radii = "\(Backdrop.number((frame.right - frame.left) / 2)) \(Backdrop.number((frame.top - frame.bottom) / 2))"
    operations.append("C 7 -\(fill) E\(Backdrop.text(frame.centre)) \(radii)")
  }

  mutating func dot(_ centre: PagePoint, radius: Double, fill: Colour) {
    pen(fill, 1, "solid")
    operations.append("C 7 -\(fill) E\(Backdrop.text(centre)) \(Backdrop.number(radius)) \(Backdrop.number(radius))")
  }

  /// Names something; without a ground the name stands on the page.
  mutating func name(
    _ text: String, at point: PagePoint, size: Double, _ colour: Colour, on ground: Colour? = nil, alignment: Int = 0
  ) {
    names.append(
      Name(
        text: LabelText.visible(text), point: point, size: size, colour: colour,
        ground: ground ?? style.page.background, alignment: alignment))
  }

  /// Moves the names into the background: a DOT file is read as a graph, where a name must not be a node.
  mutating func lowerNames() {
    let font = style.text.fonts[0]
    for name in names {
      // The width serves the box of the picture only: 0.6 em a character.
      let width = Backdrop.number(Double(name.text.count) * name.size * 0.6)
      operations.append(
        "F \(Backdrop.number(name.size)) \(font.utf8.count) -\(font) c 7 -\(name.colour) "
          + "T\(Backdrop.text(name.point)) \(name.alignment) \(width) \(name.text.utf8.count) -\(name.text)")
    }
    names = []
  }

  private mutating func pen(_ colour: Colour, _ width: Double, _ line: String) {
    let width = "setlinewidth(\(Backdrop.number(width)))"
    operations.append("c 7 -\(colour) S \(line.utf8.count) -\(line) S \(width.utf8.count) -\(width)")
  }

  private static func text(_ point: PagePoint) -> String { " \(number(point.x)) \(number(point.y))" }

  private static func number(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
