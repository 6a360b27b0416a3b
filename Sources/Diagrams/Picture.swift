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
}

/// Draws a diagram in this process.
///
/// libgraphviz cannot be cancelled and has crashed on graphs that it should have refused: use ``RenderWorker`` for
/// graphs that come from users. Calls from several threads wait for each other.
///
/// The same arguments give the same bytes for all formats, as long as Graphviz and fonts stay the same.
///
/// - Parameter engine: How to find places; ``LayoutEngine/fitting(_:)`` where missing.
/// - Complexity: That of the engine; see ``LayoutEngine/fitting(_:)``.
public func drawPicture(
  of diagram: Diagram, style: StyleSheet = .screen, format: PictureFormat, engine: LayoutEngine? = nil
) throws(DiagramError) -> Picture {
  try diagram.check()
  try style.check()
  let engine = engine ?? .fitting(diagram)
  return try graphviz.withLock { _ throws(DiagramError) in
    try render(diagram, style, format, engine)
  }
}

/// libgraphviz keeps global state, so it is used by one thread at a time.
let graphviz = Mutex(())

private func render(
  _ diagram: Diagram, _ style: StyleSheet, _ format: PictureFormat, _ engine: LayoutEngine
) throws(DiagramError) -> Picture {
  let looks = Looks(of: diagram, in: style)
  var drawing = try Drawing.of(diagram, style: style, looks: looks, format: format, engine: engine)
  let legend = Legend(of: diagram, looks: looks)
  var width = 160 * Double(diagram.nodes.count).squareRoot()
  if format != .dot { width = try place(&drawing, diagram, engine) }
  if let markup = Heading(diagram: diagram, legend: legend, style: style, width: width).markup {
    try drawing.graph.setHeading(markup)
  }
  var warnings: [String] = []
  if format != .dot {
    try finish(&drawing, diagram, engine)
    warnings = fit(drawing.graph, style, format)
  }
  let bytes = dressed(try drawing.graph.render(format), diagram, style, format)
  return Picture(bytes: bytes, format: format, engine: engine, warnings: GraphvizGraph.messages + warnings)
}

/// Finds the places of the nodes; the width of the drawing decides about the shape of the heading above it.
private func place(
  _ drawing: inout Drawing, _ diagram: Diagram, _ engine: LayoutEngine
) throws(DiagramError) -> Double {
  // Cheap lines do: edges are routed once more below the heading.
  if engine.canRouteAgain { try drawing.graph.declare(.graph, ["splines": "line"]) }
  try drawing.graph.layOut(engine)
  return drawing.graph.size.width
}

/// Routes the edges and makes room for the heading.
private func finish(_ drawing: inout Drawing, _ diagram: Diagram, _ engine: LayoutEngine) throws(DiagramError) {
  guard engine.canRouteAgain else { return try drawing.graph.layOut(engine) }
  try drawing.graph.declare(.graph, ["splines": engine.splines(for: diagram)])
  try drawing.graph.routeEdges(drawing.nodes)
}

/// Shrinks a drawing that does not fit its paper or would need too many pixels.
private func fit(_ graph: borrowing GraphvizGraph, _ style: StyleSheet, _ format: PictureFormat) -> [String] {
  let size = graph.size
  var limit = (width: Double.infinity, height: Double.infinity)
  if let short = style.page.shortSide, let long = style.page.longSide {
    limit = size.width > size.height ? (long, short) : (short, long)
    limit = (limit.width - 2 * style.page.margin, limit.height - 2 * style.page.margin)
  }
  if format == .png {
    let inches = mostPixels / Double(style.page.dotsPerInch)
    limit = (min(limit.width, inches), min(limit.height, inches))
  }
  guard limit.width.isFinite else { return [] }
  graph.fit(width: limit.width, height: limit.height)
  let scale = min(1, limit.width * 72 / size.width, limit.height * 72 / size.height)
  let points = (scale * style.text.nodeSize * 10).rounded() / 10
  // A pixel file may be zoomed; on paper nobody reads less than five points.
  guard style.page.shortSide != nil, points < 5 else { return [] }
  return ["labels are only \(points) pt high on this paper: draw fewer nodes, or use a larger paper or SVG"]
}

/// cairo refuses images of more than 32,767 pixels a side, and viewers give up much earlier.
private let mostPixels = 10_000.0

private func dressed(
  _ bytes: [UInt8], _ diagram: Diagram, _ style: StyleSheet, _ format: PictureFormat
) -> [UInt8] {
  switch format {
  case .svg: dressedSVG(bytes, diagram, style)
  case .pdf: undatedPDF(bytes)
  case .png, .dot: bytes
  }
}
