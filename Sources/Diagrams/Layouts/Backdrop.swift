/// What lies behind the nodes: areas, rings and words, in the drawing language of Graphviz (xdot), which every renderer
/// draws as the `_background` of a graph.
struct Backdrop {
  private var operations: [String] = []
  let style: StyleSheet

  init(_ style: StyleSheet) { self.style = style }

  /// The attribute; `nil` when there is nothing to draw.
  var attribute: String? { operations.isEmpty ? nil : operations.joined(separator: " ") }

  mutating func polygon(_ points: [PagePoint], fill: Colour, stroke: Colour, width: Double = 1, dashed: Bool = false) {
    pen(stroke, width, dashed ? "dashed" : "solid")
    operations.append("C 7 -\(fill) P \(points.count)" + points.map(Backdrop.text).joined())
  }

  mutating func line(_ points: [PagePoint], _ colour: Colour, width: Double = 1, dashed: Bool = false) {
    pen(colour, width, dashed ? "dashed" : "solid")
    operations.append("L \(points.count)" + points.map(Backdrop.text).joined())
  }

  mutating func ellipse(_ centre: PagePoint, radius: Double, stroke: Colour, dashed: Bool = false) {
    pen(stroke, 1, dashed ? "dashed" : "solid")
    operations.append("e\(Backdrop.text(centre)) \(Backdrop.number(radius)) \(Backdrop.number(radius))")
  }

  mutating func dot(_ centre: PagePoint, radius: Double, fill: Colour) {
    pen(fill, 1, "solid")
    operations.append("C 7 -\(fill) E\(Backdrop.text(centre)) \(Backdrop.number(radius)) \(Backdrop.number(radius))")
  }

  /// A line of text; `alignment` -1 begins at the point, 0 has it in the middle, 1 ends at it.
  mutating func text(_ text: String, at point: PagePoint, size: Double, _ colour: Colour, alignment: Int = 0) {
    let line = LabelText.visible(text)
    let font = style.text.fonts[0]
    // The width serves the box of the picture only: 0.6 em a character.
    let width = Backdrop.number(Double(line.count) * size * 0.6)
    operations.append(
      "F \(Backdrop.number(size)) \(font.utf8.count) -\(font) c 7 -\(colour) "
        + "T\(Backdrop.text(point)) \(alignment) \(width) \(line.utf8.count) -\(line)")
  }

  private mutating func pen(_ colour: Colour, _ width: Double, _ line: String) {
    let width = "setlinewidth(\(Backdrop.number(width)))"
    operations.append("c 7 -\(colour) S \(line.utf8.count) -\(line) S \(width.utf8.count) -\(width)")
  }

  private static func text(_ point: PagePoint) -> String { " \(number(point.x)) \(number(point.y))" }

  private static func number(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
