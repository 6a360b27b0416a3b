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
  let parts = try Parts(of: diagram, looks, style, format, engine, kept)
  var drawing = try Drawing.of(diagram, style: style, looks: looks, format: format, engine: engine)
  let layout = try place(&drawing, diagram, engine, style, format, kept, parts)
  let heading = Heading(diagram: diagram, legend: looks.legend, style: style, width: layout.width)
  if let markup = heading.markup { try drawing.graph.setHeading(markup) }
  var warnings: [String] = []
  if format != .dot {
    try finish(&drawing, diagram, engine, layout, widths: looks.edges.map(\.width))
    warnings = try fit(drawing.graph, style, format)
  }
  let bytes = dressed(try drawing.graph.render(format), diagram, style, format)
  return Picture(
    bytes: bytes, format: format, engine: engine, warnings: GraphvizGraph.messages + warnings,
    placement: kept == nil ? nil : layout.placement)
}

/// Where the nodes are, and how wide the drawing is: the shape of the heading above depends on it.
private struct Layout {
  var width: Double
  /// `nil` where the engine has not handed its places over, because nobody needs them.
  var placement: Placement?
  /// The boxes around nodes.
  var frames: [Frame] = []
}

/// A picture in two parts: what edges join, as Graphviz lays it out, and the nodes beside it.
private struct Parts {
  let isolated: IsolatedNodes
  /// The places of what is joined, in the order of its nodes.
  let places: [PagePoint]

  /// - Returns: `nil` where everything finds its place together: nothing is isolated, isolated nodes have their order
  ///   already, places are kept, or nobody asks for places.
  init?(
    of diagram: Diagram, _ looks: Looks, _ style: StyleSheet, _ format: PictureFormat, _ engine: LayoutEngine,
    _ kept: Placement?
  ) throws(DiagramError) {
    guard !engine.isOwn, engine != .osage, !diagram.isClustered, format != .dot || kept != nil,
      kept?.places.contains(where: { $0 != nil }) != true, let isolated = IsolatedNodes(of: diagram)
    else { return nil }
    self.isolated = isolated
    guard !isolated.joined.isEmpty else {
      places = []
      return
    }
    // A graph of its own, freed before the next one is made.
    let rest = isolated.rest
    var drawing = try Drawing.of(
      rest, style: style, looks: looks.keeping(isolated.joined, of: diagram), format: format, engine: engine)
    if engine.canRouteAgain { try drawing.graph.declare(.graph, ["splines": "line"]) }
    try drawing.graph.layOut(engine)
    places = settled(drawing, rest, engine)
  }
}

private func place(
  _ drawing: inout Drawing, _ diagram: Diagram, _ engine: LayoutEngine, _ style: StyleSheet, _ format: PictureFormat,
  _ kept: Placement?, _ parts: Parts?
) throws(DiagramError) -> Layout {
  if let parts {
    let extents = try drawing.graph.measure(drawing.nodes)
    let places = parts.isolated.places(beside: parts.places, extents)
    return try arrange(&drawing, diagram, engine, style, Placement(places: places))
  }
  if engine.isOwn || diagram.isClustered || kept?.places.contains(where: { $0 != nil }) == true {
    return try arrange(&drawing, diagram, engine, style, kept)
  }
  if format == .dot, kept == nil {
    return Layout(width: 160 * Double(diagram.nodes.count).squareRoot(), placement: nil)
  }
  // Cheap lines do: edges are routed below the heading.
  if engine.canRouteAgain { try drawing.graph.declare(.graph, ["splines": "line"]) }
  try drawing.graph.layOut(engine)
  guard kept != nil || engine.canRouteAgain else { return Layout(width: drawing.graph.size.width, placement: nil) }
  let places = settled(drawing, diagram, engine)
  // From here on as in the next edition, which knows the places and nothing else.
  if kept != nil { return try arrange(&drawing, diagram, engine, style, Placement(places: places)) }
  let extents = drawing.graph.extents(of: drawing.nodes)
  try drawing.graph.setPlaces(places, of: drawing.nodes)
  return Layout(width: breadth(of: places, extents), placement: nil)
}

/// Where Graphviz has put nodes, with what hangs on a single one near to it and nothing on anything else.
private func settled(_ drawing: borrowing Drawing, _ diagram: Diagram, _ engine: LayoutEngine) -> [PagePoint] {
  let extents = drawing.graph.extents(of: drawing.nodes)
  var places = drawing.graph.places(of: drawing.nodes)
  if engine.hasSprings { places = Tightening(diagram: diagram, extents: extents).tightened(places) }
  return apart(places, extents, engine)
}

/// The places with nothing on anything else: circo leaves boxes on one another, as it takes all of them for circles. What has springs
/// keeps a distance already, and moves only where something would touch.
private func apart(_ places: [PagePoint], _ extents: [Extent], _ engine: LayoutEngine) -> [PagePoint] {
  engine.canRouteAgain ? Spreading.spread(places, extents, gap: engine.hasSprings ? 1 : 20) : places
}

/// Finds places without Graphviz, which only measures the labels.
private func arrange(
  _ drawing: inout Drawing, _ diagram: Diagram, _ engine: LayoutEngine, _ style: StyleSheet, _ kept: Placement?
) throws(DiagramError) -> Layout {
  let extents = try drawing.graph.measure(drawing.nodes)
  var known = kept?.places ?? []
  // The rows of a plan are places to keep like those of an earlier picture.
  if known.allSatisfy({ $0 == nil }), engine != .geo, let rows = ClusterRows(of: diagram, extents, style) {
    known = rows.places()
  }
  let result = Arrangement(
    diagram: diagram, extents: extents, engine: engine, style: style, kept: known, keptScale: kept?.scale
  ).result()
  try fix(&drawing, result.places, diagram, engine, result.backdrop)
  return Layout(
    width: breadth(of: result.places, extents), placement: Placement(places: result.places, scale: result.scale),
    frames: result.backdrop.frames)
}

private func breadth(of places: [PagePoint], _ extents: [Extent]) -> Double {
  let left = zip(places, extents).map { $0.x - $1.width / 2 }.min() ?? 0
  let right = zip(places, extents).map { $0.x + $1.width / 2 }.max() ?? 0
  return right - left
}

/// Tells Graphviz that places are final.
private func fix(
  _ drawing: inout Drawing, _ places: [PagePoint], _ diagram: Diagram, _ engine: LayoutEngine, _ backdrop: Backdrop
) throws(DiagramError) {
  var backdrop = backdrop
  if drawing.format == .dot { backdrop.lowerNames() }
  try drawing.add(backdrop.names)
  try drawing.graph.setPlaces(places, of: drawing.nodes)
  // What lies behind the nodes would stay where it is when Graphviz moved these.
  let splines = diagram.canHaveCurves ? "true" : "line"
  try drawing.graph.declare(.graph, ["notranslate": "true", "overlap": "true", "splines": splines])
  if let background = backdrop.attribute {
    let text = drawing.format == .dot ? LabelText.replacing(["\\": "/"], in: background) : background
    try drawing.graph.declare(.graph, ["_background": text])
  }
  if drawing.format == .dot { try drawing.graph.declare(.graph, ["layout": "nop"]) }
}

/// Routes the edges and makes room for the heading.
private func finish(
  _ drawing: inout Drawing, _ diagram: Diagram, _ engine: LayoutEngine, _ layout: Layout, widths: [Double]
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
  // A file on a screen may be zoomed; on paper nobody reads less than five points.
  guard points < 5 else { return [] }
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
