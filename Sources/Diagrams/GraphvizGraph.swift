import CGraphviz
import Foundation

/// A graph in the memory of libcgraph, freed with the value.
///
/// Invariant: only one exists at a time, under the lock of `drawPicture`; libgraphviz keeps global state.
struct GraphvizGraph: ~Copyable {
  private let graph: CGVGraph
  private var isLaidOut = false
  private var lastEngine: String?

  /// Opens an empty directed graph and starts to listen for messages.
  init() throws(DiagramError) {
    cgv_listen()
    guard let graph = cgv_open("picture") else { throw GraphvizGraph.error("create") }
    self.graph = graph
  }

  deinit {
    if isLaidOut { cgv_forget_layout(graph) }
    cgv_close(graph)
  }

  /// Sets the value that things have without one of their own; an attribute must be declared so before its use.
  func declare(_ owner: CGVOwner, _ attributes: KeyValuePairs<String, String>) throws(DiagramError) {
    for (key, value) in attributes where cgv_set_default(graph, owner, key, value) != 0 {
      throw GraphvizGraph.error("describe")
    }
  }

  /// Adds a node, or finds the one with the name.
  ///
  /// An existing layout is forgotten: Graphviz would free one that a new node never had.
  mutating func addNode(
    _ name: String, _ attributes: KeyValuePairs<String, String?>
  ) throws(DiagramError) -> CGVNode {
    forgetLayout()
    guard let node = cgv_add_node(graph, name) else { throw GraphvizGraph.error("describe") }
    for case (let key, let value?) in attributes where cgv_set_node(node, key, value) != 0 {
      throw GraphvizGraph.error("describe")
    }
    return node
  }

  /// Adds an edge, also beside another one.
  func addEdge(
    _ tail: CGVNode, _ head: CGVNode, _ attributes: KeyValuePairs<String, String?>
  ) throws(DiagramError) -> CGVEdge {
    guard let edge = cgv_add_edge(graph, tail, head) else { throw GraphvizGraph.error("describe") }
    for case (let key, let value?) in attributes where cgv_set_edge(edge, key, value) != 0 {
      throw GraphvizGraph.error("describe")
    }
    return edge
  }

  /// Gives the picture its heading.
  func setHeading(_ markup: String) throws(DiagramError) {
    guard cgv_set_markup_label(graph, markup) == 0 else { throw GraphvizGraph.error("describe") }
  }

  /// Finds a place for everything; a second call starts afresh.
  mutating func layOut(_ engine: LayoutEngine) throws(DiagramError) { try layOut(named: engine.rawValue) }

  /// Draws straight edges between nodes whose places are set, and leaves these where they are.
  mutating func drawLines() throws(DiagramError) {
    try declare(.graph, ["overlap": "true", "splines": "line"])
    try layOut(named: "nop")
  }

  /// Draws edges as curves from middle to middle between nodes whose places are set, and leaves these where they are.
  ///
  /// - Parameter words: The middle of the words of each edge.
  mutating func draw(_ curves: [[PagePoint]], of edges: [CGVEdge], words: [PagePoint]) throws(DiagramError) {
    for ((edge, curve), middle) in zip(zip(edges, curves), words) {
      let points = curve.map { CGVPoint(x: $0.x, y: $0.y) }
      guard cgv_set_curve(edge, points, UInt32(points.count)) == 0 else { throw GraphvizGraph.error("lay out") }
      guard cgv_set_edge(edge, "lp", "\(middle.x),\(middle.y)") == 0 else { throw GraphvizGraph.error("lay out") }
    }
    try declare(.graph, ["overlap": "true", "splines": "true"])
    try layOut(named: "nop2")
  }

  /// The size of the words on an edge, once the graph is laid out; nothing where it has none.
  func extentOfWords(on edge: CGVEdge) -> Extent {
    let size = cgv_edge_words(edge)
    return Extent(width: size.x, height: size.y)
  }

  /// Gives an edge words with empty room around them.
  func setWords(_ markup: String, on edge: CGVEdge) throws(DiagramError) {
    guard cgv_set_edge_markup(edge, markup) == 0 else { throw GraphvizGraph.error("describe") }
  }

  /// Lays out nothing but the nodes, whose places are set and hold.
  mutating func place() throws(DiagramError) {
    // Curves are found for these places: Graphviz must not move everything to its origin afterwards.
    try declare(.graph, ["splines": "", "overlap": "true", "notranslate": "true"])
    try layOut(named: "nop")
  }

  /// What edges go round: the outlines of nodes, once they have places.
  func obstacles(_ nodes: [CGVNode]) -> [Obstacle] {
    nodes.map { node in
      let box = cgv_node_box(node)
      let centre = PagePoint(x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2)
      var corners = [CGVPoint](repeating: CGVPoint(x: 0, y: 0), count: 16)
      let count = Int(cgv_node_corners(node, &corners, 16))
      return Obstacle(
        corners: corners.prefix(count).map { PagePoint(x: $0.x, y: $0.y) }, centre: centre,
        extent: Extent(width: box.right - box.left, height: box.top - box.bottom))
    }
  }

  /// The sizes that nodes have with their labels, before anything has a place.
  mutating func measure(_ nodes: [CGVNode]) throws(DiagramError) -> [Extent] {
    try setPlaces(nodes.map { _ in PagePoint(x: 0, y: 0) }, of: nodes)
    try place()
    return extents(of: nodes)
  }

  /// The sizes of nodes, once the graph is laid out.
  func extents(of nodes: [CGVNode]) -> [Extent] {
    nodes.map { node in
      let box = cgv_node_box(node)
      return Extent(width: box.right - box.left, height: box.top - box.bottom)
    }
  }

  /// Where a layout has put nodes, in hundredths of a point.
  ///
  /// The triangulation behind `overlap=prism` visits its parts in the order of their addresses, which differs from run to
  /// run and shows in the last bits of a place: without rounding equal diagrams would not give equal files.
  func places(of nodes: [CGVNode]) -> [PagePoint] {
    nodes.map { node in
      let box = cgv_node_box(node)
      return PagePoint(x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2).rounded
    }
  }

  /// Says where nodes are to be.
  func setPlaces(_ places: [PagePoint], of nodes: [CGVNode]) throws(DiagramError) {
    for (node, place) in zip(nodes, places) where cgv_set_node(node, "pos", "\(place.x),\(place.y)") != 0 {
      throw GraphvizGraph.error("describe")
    }
  }

  private mutating func layOut(named engine: String) throws(DiagramError) {
    forgetLayout()
    lastEngine = engine
    guard cgv_layout(graph, engine) == 0 else { throw GraphvizGraph.error("lay out") }
    isLaidOut = true
  }

  /// Lays out once more as the last time, with what has changed since.
  mutating func layOutAgain() throws(DiagramError) { if let lastEngine { try layOut(named: lastEngine) } }

  private mutating func forgetLayout() {
    if isLaidOut { cgv_forget_layout(graph) }
    isLaidOut = false
  }

  /// Where the drawing lies, in points, once it is laid out.
  var bounds: CGVBox { cgv_bounds(graph) }

  /// The size of the drawing in points, once it is laid out.
  var size: Extent { Extent(width: bounds.right - bounds.left, height: bounds.top - bounds.bottom) }

  /// Where a node is, once the graph is laid out.
  func box(of node: CGVNode) -> CGVBox { cgv_node_box(node) }

  /// Shrinks the drawing to so many inches.
  func shrink(width: Double, height: Double) { cgv_shrink(graph, width, height) }

  /// What the label of the graph draws, as xdot says it, once it is laid out; nil without a label.
  func operationsOfLabel() throws(DiagramError) -> [UInt8]? {
    var start: UnsafeMutablePointer<CChar>?
    var count: UInt32 = 0
    let failed = cgv_render(graph, "xdot", &start, &count) != 0
    cgv_free_bytes(start)
    guard !failed else { throw GraphvizGraph.error("render") }
    return cgv_graph_attribute(graph, "_ldraw_").map { text in
      [UInt8](UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }
  }

  /// Draws something else behind the nodes of a graph that is laid out already.
  func setBackground(_ operations: String) throws(DiagramError) {
    try declare(.graph, ["_background": operations])
    cgv_read_background(graph)
  }

  /// The picture as a file; all formats but DOT need a layout.
  func render(_ format: PictureFormat) throws(DiagramError) -> [UInt8] {
    guard let renderer = format.renderer else { return try write() }
    var start: UnsafeMutablePointer<CChar>?
    var count: UInt32 = 0
    let failed = cgv_render(graph, renderer, &start, &count) != 0
    defer { cgv_free_bytes(start) }
    guard !failed, let start else { throw GraphvizGraph.error("render") }
    return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(count)))
  }

  private func write() throws(DiagramError) -> [UInt8] {
    var start: UnsafeMutablePointer<CChar>?
    var count = 0
    let failed = cgv_write(graph, &start, &count) != 0
    defer { cgv_free_text(start) }
    guard !failed, let start else { throw GraphvizGraph.error("write") }
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }

  /// What Graphviz said since the graph was opened, each message once and on one line.
  static var messages: [String] {
    var messages: [String] = []
    for line in String(decoding: heard, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let isContinued = !line.hasPrefix("Warning:") && !line.hasPrefix("Error:")
      if isContinued, let last = messages.popLast() {
        messages.append(last + " " + line)
      } else {
        messages.append(String(line))
      }
    }
    var seen: Set<String> = []
    // Boxes that touch are drawn well with straight lines; nobody could do anything about it.
    return messages.filter { !$0.contains("falling back to straight line edges") && seen.insert($0).inserted }
  }

  /// The buffer may end within a character, so it is decoded with repair.
  private static var heard: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: cgv_heard(), count: strlen(cgv_heard()))
  }

  private static func error(_ step: String) -> DiagramError {
    .graphviz(step: step, message: messages.joined(separator: "; "))
  }
}
