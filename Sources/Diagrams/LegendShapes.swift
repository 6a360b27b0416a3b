import CGraphviz

/// The outlines of nodes in the legend. Tables know rectangles only: the legend keeps cells free, each with an invisible
/// border that tells it from others, and the outlines are drawn there once Graphviz has found the places of the cells.
struct LegendShapes {
  /// An outline with its colours.
  struct Shape: Equatable {
    let shape: NodeShape
    let colours: StyleSheet.NodeColours
    /// The width of the outline.
    let width: Double
  }

  let shapes: [Shape]

  init(of legend: Legend) {
    shapes = legend.groups.joined().compactMap { entry in
      switch entry.sign {
      case .node(let shape, let colours): Shape(shape: shape, colours: colours, width: 1)
      case .centre(let shape, let colours): Shape(shape: shape, colours: colours, width: 3)
      default: nil
      }
    }
  }

  /// The border of a free cell: a colour that nobody sees, with the number of the cell in it.
  static func border(_ number: Int) -> String {
    let digits = String(number + 1, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "00"
  }

  /// Draws the outlines.
  ///
  /// - Parameters:
  ///   - frames: The places of the free cells, by their numbers.
  ///   - scale: How much larger than usual lines are.
  func draw(in frames: [Int: Frame], on backdrop: inout Backdrop, scale: Double) {
    for (number, shape) in shapes.enumerated() {
      guard let frame = frames[number] else { continue }
      backdrop.draw(shape, in: frame, lineWidth: shape.width * scale)
    }
  }
}

extension Backdrop {
  fileprivate mutating func draw(_ shape: LegendShapes.Shape, in outer: Frame, lineWidth: Double) {
    let frame = outer.inset(by: lineWidth / 2)
    let colours = shape.colours
    func point(_ x: Double, _ y: Double) -> PagePoint {
      PagePoint(x: frame.left + x * (frame.right - frame.left), y: frame.bottom + y * (frame.top - frame.bottom))
    }
    func points(_ corners: [(Double, Double)]) -> [PagePoint] { corners.map { point($0.0, $0.1) } }
    func outline(_ corners: [(Double, Double)]) {
      polygon(points(corners), fill: colours.fill, stroke: colours.stroke, width: lineWidth)
    }
    func stroke(_ corners: [(Double, Double)]) { line(points(corners), colours.stroke, width: lineWidth) }
    switch shape.shape {
    case .box: outline([(0, 0), (0, 1), (1, 1), (1, 0)])
    case .frame:
      polygon(
        points([(0, 0), (0, 1), (1, 1), (1, 0)]), fill: style.page.background, stroke: colours.stroke, width: lineWidth)
      outline([(0.13, 0.2), (0.13, 0.8), (0.87, 0.8), (0.87, 0.2)])
    case .rounded: polygon(frame.rounded(by: 0.35), fill: colours.fill, stroke: colours.stroke, width: lineWidth)
    case .ellipse: oval(frame, fill: colours.fill, stroke: colours.stroke, width: lineWidth)
    case .hexagon: outline([(0, 0.5), (0.22, 1), (0.78, 1), (1, 0.5), (0.78, 0), (0.22, 0)])
    case .diamond: outline([(0, 0.5), (0.5, 1), (1, 0.5), (0.5, 0)])
    case .note:
      outline([(0, 0), (0, 1), (0.78, 1), (1, 0.66), (1, 0)])
      stroke([(0.78, 1), (0.78, 0.66), (1, 0.66)])
    case .block:
      outline([(0, 0), (0, 0.72), (0.16, 1), (1, 1), (1, 0.28), (0.84, 0)])
      stroke([(0, 0.72), (0.84, 0.72), (0.84, 0)])
      stroke([(0.84, 0.72), (1, 1)])
    case .folder: outline([(0, 0), (0, 0.8), (0.52, 0.8), (0.58, 1), (0.92, 1), (1, 0.8), (1, 0)])
    case .component:
      outline([(0.1, 0), (0.1, 1), (1, 1), (1, 0)])
      for bottom in [0.16, 0.6] { outline([(0, bottom), (0, bottom + 0.24), (0.2, bottom + 0.24), (0.2, bottom)]) }
    }
  }
}

extension Frame {
  fileprivate func inset(by distance: Double) -> Frame {
    Frame(left: left + distance, right: right - distance, bottom: bottom + distance, top: top - distance)
  }

  /// The corners of a box with round corners; the radius is a share of the height.
  fileprivate func rounded(by share: Double) -> [PagePoint] {
    let radius = (top - bottom) * share
    // Sines of 0, 22.5, 45, 67.5 and 90 degrees: those of a library may differ in the last bit.
    let arc = [(0.0, 1.0), (0.383, 0.924), (0.707, 0.707), (0.924, 0.383), (1.0, 0.0)]
    let corners = [
      (right - radius, top - radius, 1.0, 1.0), (right - radius, bottom + radius, 1.0, -1.0),
      (left + radius, bottom + radius, -1.0, -1.0), (left + radius, top - radius, -1.0, 1.0),
    ]
    return corners.flatMap { x, y, right, up in
      (right == up ? arc : arc.reversed()).map { PagePoint(x: x + right * radius * $0.0, y: y + up * radius * $0.1) }
    }
  }
}

extension GraphvizGraph {
  /// Where the free cells of the legend are, once the graph is laid out with its heading.
  func legendFrames() throws(DiagramError) -> [Int: Frame] {
    guard let operations = try operationsOfLabel() else { return [:] }
    return XDotReading(operations).frames
  }
}

/// What the label of a graph draws, in the language of Graphviz: the frames with invisible borders.
private struct XDotReading {
  private(set) var frames: [Int: Frame] = [:]
  private var rest: ArraySlice<UInt8>

  init(_ operations: [UInt8]) {
    rest = operations[...]
    var border = ""
    while let operation = word() {
      switch operation {
      case "c", "C":
        let colour = text()
        if operation == "c" { border = colour }
      case "F":
        _ = word()
        _ = text()
      case "S": _ = text()
      case "t": _ = word()
      case "T":
        for _ in 0..<4 { _ = word() }
        _ = text()
      case "E", "e": for _ in 0..<4 { _ = word() }
      case "P", "p", "L", "B", "b":
        let corners = (0..<(word().flatMap { Int($0) } ?? 0)).compactMap { _ -> PagePoint? in
          guard let x = word().flatMap(Double.init), let y = word().flatMap(Double.init) else { return nil }
          return PagePoint(x: x, y: y)
        }
        if operation == "p", let number = Self.number(of: border) { frames[number] = Frame(around: corners) }
      default: return
      }
    }
  }

  /// The number of a cell by the colour of its border; nil for what is seen.
  private static func number(of border: String) -> Int? {
    guard border.count == 9, border.hasSuffix("00"), let value = Int(border.dropFirst().dropLast(2), radix: 16) else {
      return nil
    }
    return value - 1
  }

  private mutating func word() -> String? {
    rest = rest.drop { $0 == UInt8(ascii: " ") }
    guard !rest.isEmpty else { return nil }
    let word = rest.prefix { $0 != UInt8(ascii: " ") }
    rest = rest[word.endIndex...]
    return String(decoding: word, as: UTF8.self)
  }

  /// A text: its length in bytes, a hyphen, and so many bytes.
  private mutating func text() -> String {
    let length = word().flatMap { Int($0) } ?? 0
    rest = rest.drop { $0 == UInt8(ascii: " ") }.dropFirst()
    let text = rest.prefix(max(0, length))
    rest = rest[text.endIndex...]
    return String(decoding: text, as: UTF8.self)
  }
}

extension Frame {
  fileprivate init?(around points: [PagePoint]) {
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(), let bottom = points.map(\.y).min(),
      let top = points.map(\.y).max()
    else { return nil }
    self.init(left: left, right: right, bottom: bottom, top: top)
  }
}
