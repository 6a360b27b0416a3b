import CGraphviz
import Synchronization

/// A rendered diagram.
public struct Picture: Sendable, Equatable {
  /// The file.
  public let bytes: [UInt8]
  /// The format of the file.
  public let format: PictureFormat
  /// The engine that found the places.
  public let engine: LayoutEngine
  /// What the user should know, such as a missing font or print too small to read.
  public let warnings: [String]
  /// Where the nodes are; only where places were to be kept.
  public let placement: Placement?
}

/// Draws a diagram in this process.
///
/// libgraphviz cannot be cancelled and has crashed on graphs that it should have refused: use ``RenderWorker`` for
/// graphs that come from users. Calls from several threads wait for each other.
///
/// The same arguments give the same bytes for all formats, as long as Graphviz and fonts stay the same, whatever was drawn before.
///
/// - Parameters:
///   - engine: How to find places; ``LayoutEngine/fitting(_:)`` where missing.
///   - placement: The places to keep, as an earlier picture gave them; without any place, all are found and given back.
/// - Complexity: That of the engine; see ``LayoutEngine/fitting(_:)``.
public func drawPicture(
  of diagram: Diagram, style: StyleSheet = .screen, format: PictureFormat, engine: LayoutEngine? = nil,
  keeping placement: Placement? = nil
) throws(DiagramError) -> Picture {
  try diagram.check()
  try style.validate()
  let engine = engine ?? .fitting(diagram)
  return try graphviz.withLock { _ throws(DiagramError) in
    try render(diagram, style, format, engine, placement)
  }
}

/// libgraphviz keeps global state, so it is used by one thread at a time.
let graphviz = Mutex(())

private func render(
  _ diagram: Diagram, _ style: StyleSheet, _ format: PictureFormat, _ engine: LayoutEngine, _ kept: Placement?
) throws(DiagramError) -> Picture {
  let looks = Looks(of: diagram, in: style)
  let parts = try PictureParts(of: diagram, looks, style, format, engine, kept)
  var drawing = try Drawing.of(diagram, style: style, looks: looks, format: format, engine: engine)
  let layout = try PictureLayout.of(&drawing, diagram, engine, style, format, kept, parts)
  var heading = Heading(
    diagram: diagram, legend: looks.legend, style: style, width: layout.width, keepsRoom: format != .dot)
  if let markup = heading.markup { try drawing.graph.setHeading(markup) }
  var warnings: [String] = []
  if format != .dot {
    try finish(&drawing, diagram, engine, layout, widths: looks.edges.map(\.width))
    // On paper the drawing stands in the middle of what the heading leaves.
    if format != .html, let room = PaperFit(of: drawing.graph.bounds, on: style.page)?.roomBelow, room > 30 {
      heading.room = (room / 2).rounded(.down)
      if let markup = heading.markup {
        try drawing.graph.setHeading(markup)
        try drawing.graph.layOutAgain()
      }
    }
    try draw(LegendShapes(of: looks.legend), drawing.graph, layout.background, style, scale: heading.scale)
    warnings = FontCheck.warnings(for: diagram, in: style) + (try fit(drawing.graph, style, format))
    let isRouted = diagram.canHaveCurves || (layout.placement == nil && !engine.canRouteAgain)
    if !isRouted, !diagram.edges.isEmpty { warnings.append(straightLines) }
  }
  let bytes = dressed(try drawing.graph.render(format), diagram, style, format)
  return Picture(
    bytes: bytes, format: format, engine: engine, warnings: GraphvizGraph.messages + warnings,
    placement: kept == nil ? nil : layout.placement)
}

private var straightLines: String {
  let limit = Diagram.routable
  return
    "with more than \(limit.nodes) nodes or \(limit.edges) edges lines are straight and run behind nodes that they do not join: draw fewer"
}

/// Routes the edges and makes room for the heading.
private func finish(
  _ drawing: inout Drawing, _ diagram: Diagram, _ engine: LayoutEngine, _ layout: PictureLayout, widths: [Double]
) throws(DiagramError) {
  if layout.placement == nil, !engine.canRouteAgain { return try drawing.graph.layOut(engine) }
  guard diagram.canHaveCurves else { return try drawing.graph.drawLines() }
  try drawing.graph.place()
  let obstacles = drawing.graph.obstacles(drawing.nodes + drawing.names)
  let routing = EdgeRouting(obstacles: obstacles, frames: layout.frames, width: widths.max() ?? 1)
  let ends = diagram.edges.map { EdgeRouting.Ends(from: $0.from, to: $0.to) }
  let curves = routing.curves(of: ends)
  var edges: [WordPlaces.Edge] = []
  for (edge, curve) in curves.enumerated() {
    edges.append(
      WordPlaces.Edge(
        curve: curve, ends: ends[edge], width: widths[edge],
        words: drawing.graph.extentOfWords(on: drawing.edges[edge])))
  }
  let words = WordPlaces(obstacles: obstacles, edges: edges).places()
  try drawing.graph.draw(curves, of: drawing.edges, words: words)
}

/// Draws the outlines of the legend where it has kept room for them.
private func draw(
  _ shapes: LegendShapes, _ graph: borrowing GraphvizGraph, _ background: String?, _ style: StyleSheet, scale: Double
) throws(DiagramError) {
  guard !shapes.shapes.isEmpty else { return }
  var backdrop = Backdrop(style)
  shapes.draw(in: try graph.legendFrames(), on: &backdrop, scale: scale)
  guard let drawn = backdrop.attribute else { return }
  try graph.setBackground([background, drawn].compactMap(\.self).joined(separator: " "))
}

/// Puts a drawing on its paper, or shrinks one that would need too many pixels.
private func fit(
  _ graph: borrowing GraphvizGraph, _ style: StyleSheet, _ format: PictureFormat
) throws(DiagramError) -> [String] {
  let mostInches = format == .png ? mostPixels / Double(style.page.dotsPerInch) : .infinity
  // A page for browsers is no paper.
  guard format != .html, let sheet = PaperFit(of: graph.bounds, on: style.page) else {
    if mostInches.isFinite {
      graph.shrink(width: mostInches, height: mostInches)
    }
    return []
  }
  try graph.declare(.graph, ["margin": "0", "viewport": sheet.viewport(atMost: mostInches * 72)])
  let points = (sheet.scale * style.text.nodeSize * 10).rounded() / 10
  // A file on a screen may be zoomed; on paper six points are what footnotes have.
  guard points < 6 else { return [] }
  return ["labels are only \(points) pt high on this paper: draw fewer nodes, use a larger one, or SVG without paper"]
}

/// cairo refuses images of more than 32,767 pixels a side, and viewers give up much earlier.
private let mostPixels = 10_000.0

private func dressed(
  _ bytes: [UInt8], _ diagram: Diagram, _ style: StyleSheet, _ format: PictureFormat
) -> [UInt8] {
  switch format {
  case .svg: dressedSVG(bytes, diagram, style)
  case .html: page(of: diagram, picture: dressedSVG(bytes, diagram, style), style)
  case .pdf: dressedPDF(bytes, diagram)
  case .png, .dot: bytes
  }
}
