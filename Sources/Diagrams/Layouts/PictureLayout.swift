import CGraphviz

/// Where the nodes are, and how wide the drawing is: the shape of the heading above depends on it.
struct PictureLayout {
  var width: Double
  /// `nil` where the engine has not handed its places over, because nobody needs them.
  var placement: Placement?
  /// The boxes around nodes.
  var frames: [Frame] = []
  /// What is drawn behind the nodes.
  var background: String?

  /// Finds a place for everything in a drawing.
  static func of(
    _ drawing: inout Drawing, _ diagram: Diagram, _ engine: LayoutEngine, _ style: StyleSheet, _ format: PictureFormat,
    _ kept: Placement?, _ parts: PictureParts?
  ) throws(DiagramError) -> PictureLayout {
    if let parts {
      let extents = try drawing.graph.measure(drawing.nodes)
      let places = parts.isolated.places(beside: parts.places, extents)
      return try arrange(&drawing, diagram, engine, style, Placement(places: places))
    }
    if engine.isOwn || diagram.isClustered || kept?.places.contains(where: { $0 != nil }) == true {
      return try arrange(&drawing, diagram, engine, style, kept)
    }
    if format == .dot, kept == nil {
      return PictureLayout(width: 160 * Double(diagram.nodes.count).squareRoot(), placement: nil)
    }
    // Cheap lines do: edges are routed below the heading.
    if engine.canRouteAgain { try drawing.graph.declare(.graph, ["splines": "line"]) }
    try drawing.graph.layOut(engine)
    guard kept != nil || engine.canRouteAgain else {
      return PictureLayout(width: drawing.graph.size.width, placement: nil)
    }
    let places = settled(drawing, diagram, engine)
    // From here on as in the next edition, which knows the places and nothing else.
    if kept != nil { return try arrange(&drawing, diagram, engine, style, Placement(places: places)) }
    let extents = drawing.graph.extents(of: drawing.nodes)
    try drawing.graph.setPlaces(places, of: drawing.nodes)
    return PictureLayout(width: breadth(of: places, extents), placement: nil)
  }

  /// Where Graphviz has put nodes, with what hangs on a single one near to it and nothing on anything else.
  static func settled(_ drawing: borrowing Drawing, _ diagram: Diagram, _ engine: LayoutEngine) -> [PagePoint] {
    let extents = drawing.graph.extents(of: drawing.nodes)
    var places = drawing.graph.places(of: drawing.nodes)
    if engine.hasSprings { places = Tightening(diagram: diagram, extents: extents).tightened(places) }
    return apart(places, extents, engine)
  }

  /// The places with nothing on anything else: circo leaves boxes on one another, as it takes all of them for circles. What has springs
  /// keeps a distance already, and moves only where something would touch.
  private static func apart(_ places: [PagePoint], _ extents: [Extent], _ engine: LayoutEngine) -> [PagePoint] {
    engine.canRouteAgain ? Spreading.spread(places, extents, gap: engine.hasSprings ? 1 : 20) : places
  }

  /// Finds places without Graphviz, which only measures the labels.
  private static func arrange(
    _ drawing: inout Drawing, _ diagram: Diagram, _ engine: LayoutEngine, _ style: StyleSheet, _ kept: Placement?
  ) throws(DiagramError) -> PictureLayout {
    let extents = try drawing.graph.measure(drawing.nodes)
    var known = kept?.places ?? []
    // The rows of a plan are places to keep like those of an earlier picture.
    if known.allSatisfy({ $0 == nil }), engine != .geo, let rows = ClusterRows(of: diagram, extents, style) {
      known = rows.places()
    }
    let result = Arrangement(
      diagram: diagram, extents: extents, engine: engine, style: style, kept: known, keptScale: kept?.scale
    ).apart.result()
    try fix(&drawing, result.places, diagram, engine, result.backdrop)
    return PictureLayout(
      width: breadth(of: result.places, extents), placement: Placement(places: result.places, scale: result.scale),
      frames: result.backdrop.frames, background: result.backdrop.attribute)
  }

  private static func breadth(of places: [PagePoint], _ extents: [Extent]) -> Double {
    let left = zip(places, extents).map { $0.x - $1.width / 2 }.min() ?? 0
    let right = zip(places, extents).map { $0.x + $1.width / 2 }.max() ?? 0
    return right - left
  }

  /// Tells Graphviz that places are final.
  private static func fix(
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
}

/// A picture in two parts: what edges join, as Graphviz lays it out, and the nodes beside it.
struct PictureParts {
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
    places = PictureLayout.settled(drawing, rest, engine)
  }
}
