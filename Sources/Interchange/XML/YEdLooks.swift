import GraphModel

/// How elements look in yEd: a shape and a colour for each kind of node, a label for each element, places where nodes have
/// coordinates.
///
/// The elements are those that yEd itself writes (namespace `http://www.yworks.com/xml/graphml`).
struct YEdLooks: Sendable {
  static let namespaces =
    " xmlns:y=\"http://www.yworks.com/xml/graphml\" xmlns:yed=\"http://www.yworks.com/xml/yed/3\""

  /// What NetworkX calls what is drawn, among the properties of a node.
  static let words: Set<String> = ["label", "shape_type", "x", "y"]

  static let keys = """
    <key id="ng" for="node" yfiles.type="nodegraphics"/>
    <key id="eg" for="edge" yfiles.type="edgegraphics"/>\n
    """

  /// Colours by Okabe and Ito, which colour-blind readers tell apart; the shapes tell the kinds apart in print.
  private static let looks: [(colour: String, text: String, shape: String)] = [
    ("#0072B2", "#FFFFFF", "roundrectangle"), ("#E69F00", "#000000", "ellipse"), ("#009E73", "#FFFFFF", "hexagon"),
    ("#CC79A7", "#000000", "diamond"), ("#56B4E9", "#000000", "rectangle"), ("#D55E00", "#FFFFFF", "octagon"),
    ("#F0E442", "#000000", "parallelogram"), ("#000000", "#FFFFFF", "trapezoid"),
  ]

  private let ranks: [String: Int]

  init(_ source: any GraphSource) { ranks = source.ranksOfKinds }

  func write(_ node: InterchangeGraph.Node, to sink: inout TextSink) {
    let look = YEdLooks.looks[(node.labels.first.flatMap { ranks[$0] } ?? 4) % YEdLooks.looks.count]
    let name = node.name
    // About seven points a character, as yEd's own labels of twelve points need.
    let width = min(240, max(40, 16 + 7 * name.count))
    sink.append("<data key=\"ng\"><y:ShapeNode><y:Geometry height=\"30.0\" width=\"\(width).0\"")
    // yEd counts downwards.
    if let place = node.placeInPicture { sink.append(" x=\"\(place.x)\" y=\"\(-place.y)\"") }
    sink.append("/><y:Fill color=\"\(node.colour ?? look.colour)\" transparent=\"false\"/>")
    sink.append(literal: "<y:BorderStyle color=\"#000000\" type=\"line\" width=\"1.0\"/>")
    sink.append("<y:NodeLabel textColor=\"\(look.text)\">")
    sink.appendXML(name)
    sink.append("</y:NodeLabel><y:Shape type=\"\(look.shape)\"/></y:ShapeNode></data>")
  }

  func write(_ edge: InterchangeGraph.Edge, to sink: inout TextSink) {
    sink.append(
      literal: "<data key=\"eg\"><y:PolyLineEdge><y:LineStyle color=\"#555555\" type=\"line\" width=\"1.0\"/>")
    sink.append(literal: "<y:Arrows source=\"none\" target=\"standard\"/>")
    if !edge.type.isEmpty {
      sink.append(literal: "<y:EdgeLabel>")
      sink.appendXML(edge.type)
      sink.append(literal: "</y:EdgeLabel>")
    }
    sink.append(literal: "</y:PolyLineEdge></data>")
  }
}

extension InterchangeGraph.Node {
  /// The value of a property.
  func value(_ name: String) -> Value? { properties.first { $0.key == name }?.value }

  /// What people call the node: its property `name`, else its id.
  var name: String { value("name")?.text ?? id }

  /// Where the node lies in a picture in points, y upwards: its properties `x` and `y`, else its coordinates on the globe.
  ///
  /// Degrees are stretched so that Germany fills some two thousand points without being out of shape.
  var placeInPicture: (x: Double, y: Double)? {
    for (x, y, width, height) in [("x", "y", 1.0, 1.0), ("longitude", "latitude", 150, 240)] {
      if let x = value(x)?.number, let y = value(y)?.number, x.isFinite, y.isFinite { return (x * width, y * height) }
    }
    return nil
  }

  /// The property `color`, where it is of the form `#RRGGBB`.
  var colour: String? {
    guard let text = value("color")?.text, text.utf8.count == 7, text.hasPrefix("#"),
      UInt32(text.dropFirst(), radix: 16) != nil
    else { return nil }
    return text
  }
}

extension GraphSource {
  /// The first labels of the nodes, numbered in the order of their names.
  var ranksOfKinds: [String: Int] {
    var kinds: Set<String> = []
    for position in 0..<nodeCount {
      if let kind = node(at: position).labels.first { kinds.insert(kind) }
    }
    return Dictionary(uniqueKeysWithValues: kinds.sorted().enumerated().map { ($1, $0) })
  }
}
