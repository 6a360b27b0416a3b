import GraphModel
import JSONText

extension GraphFormat {
  /// GEXF 1.3 (gexf.net), Gephi's format, with colours by label and places where nodes have coordinates.
  ///
  /// A property whose values are lists, maps, temporal or of several kinds is an attribute of text that holds JSON; its id
  /// begins with `json`, by which a file that was written here is read back as it was. One whose name other programs take for
  /// their own has `_` behind its title, and its id ends in its name.
  public static let gexf = GraphFormat(
    name: "gexf", extensions: ["gexf"],
    summary: Wording("GEXF 1.3 für Gephi, mit Farben und Plätzen.", "GEXF 1.3 for Gephi, with colours and positions."),
    limits: Wording(
      "Andere Programme sehen Listen, Maps und Tage als JSON-Text.",
      "Other programs see lists, maps and dates as JSON text."), write: GEXF.write,
    reading: .files { try GEXF.read($0[0]) })
}

enum GEXF {
  static let creator = "cdograph"
  static let labelsID = "labels"
  static let jsonMark = "json"
  /// What stands between the number of an attribute and the name of its property where the title is another.
  static let nameMark: Character = "-"

  typealias Columns = PropertyColumns<ColumnKind>
  /// The columns, and the id of the attribute that each is.
  private typealias Attributes = (columns: Columns, ids: [String])

  /// Titles that other programs have a use for; NetworkX puts an edge's id, label and weight among its attributes.
  private static func reserved(_ element: ElementKind) -> Set<String> {
    element == .node
      ? NetworkX.argumentsOfNode.union(["label", "labels", "viz"])
      : NetworkX.argumentsOfEdge.union(["id", "label", "networkx_key"])
  }

  /// Okabe–Ito: eight colours that colour-blind readers tell apart.
  private static let colours = [
    (0, 114, 178), (230, 159, 0), (0, 158, 115), (204, 121, 167), (86, 180, 233), (213, 94, 0), (240, 228, 66),
    (0, 0, 0),
  ]

  static func write(_ source: any GraphSource, _ options: WritingOptions, to sink: inout TextSink) throws {
    let nodeColumns = Columns(source, of: .node, XMLText.canHold)
    let edgeColumns = Columns(source, of: .edge, XMLText.canHold)
    let ranks = source.ranksOfKinds
    let date = options.date.map { " lastmodifieddate=\"\($0)\"" } ?? ""
    try sink.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
      <meta\(date)><creator>\(creator)</creator></meta>
      <graph defaultedgetype="directed">\n
      """)
    let nodeAttributes = writeAttributes(nodeColumns, .node, to: &sink)
    let edgeAttributes = writeAttributes(edgeColumns, .edge, to: &sink)
    try sink.write("<nodes>\n")
    let ids = source.nodeIDs.escapedForXML(&sink.remarks)
    try sink.writeInOrder(source.nodeCount) { position, sink in
      writeNode(ids[position], source.node(at: position), nodeAttributes, ranks, to: &sink)
    }
    try sink.write("</nodes>\n<edges>\n")
    try sink.writeInOrder(source.edgeCount) { position, sink in
      writeEdge(ids, source.edge(at: position), edgeAttributes, to: &sink)
    }
    try sink.write("</edges>\n</graph>\n</gexf>\n")
    try sink.flush()
  }

  private static func writeNode(
    _ id: String, _ node: InterchangeGraph.Node, _ attributes: Attributes, _ ranks: [String: Int],
    to sink: inout TextSink
  ) {
    sink.append(literal: "<node id=\"")
    sink.append(id)
    sink.append(literal: "\" label=\"")
    sink.appendXML(node.name)
    sink.append(literal: "\">")
    writeValues(node.properties, attributes, labels: node.labels, to: &sink)
    if let colour = node.colour, let number = UInt32(colour.dropFirst(), radix: 16) {
      sink.append("<viz:color r=\"\(number >> 16)\" g=\"\(number >> 8 & 255)\" b=\"\(number & 255)\"/>")
    } else if let rank = node.labels.first.flatMap({ ranks[$0] }) {
      let (red, green, blue) = colours[rank % colours.count]
      sink.append("<viz:color r=\"\(red)\" g=\"\(green)\" b=\"\(blue)\"/>")
    }
    if let place = node.placeInPicture {
      sink.append("<viz:position x=\"\(place.x)\" y=\"\(place.y)\" z=\"0.0\"/>")
    }
    sink.append(literal: "</node>\n")
  }

  private static func writeEdge(
    _ ids: NodeIDs, _ edge: InterchangeGraph.Edge, _ attributes: Attributes, to sink: inout TextSink
  ) {
    sink.append(literal: "<edge id=\"")
    sink.appendXML(edge.id)
    sink.append(literal: "\" source=\"")
    sink.append(ids[edge.source])
    sink.append(literal: "\" target=\"")
    sink.append(ids[edge.target])
    if !edge.type.isEmpty {
      for name in ["label", "kind"] {
        sink.append("\" \(name)=\"")
        sink.appendXML(edge.type)
      }
    }
    if let weight = edge.properties.first(where: { $0.key == "weight" })?.value.number, weight.isFinite {
      sink.append("\" weight=\"\(weight)")
    }
    sink.append(literal: "\">")
    writeValues(edge.properties, attributes, labels: [], to: &sink)
    sink.append(literal: "</edge>\n")
  }

  /// Writes what properties there are.
  private static func writeAttributes(
    _ columns: Columns, _ element: ElementKind, to sink: inout TextSink
  ) -> Attributes {
    let titles = Titles(columns.names, reserved: reserved(element), &sink.remarks)
    let ids = columns.names.indices.map { position in
      (columns.kinds[position] == .value ? jsonMark : "a") + "\(position)"
        + (titles.name(behind: columns.names[position]).map { "\(nameMark)\($0)" } ?? "")
    }
    sink.append("<attributes class=\"\(element)\">\n")
    if element == .node { sink.append("<attribute id=\"\(labelsID)\" title=\"labels\" type=\"string\"/>\n") }
    for (position, title) in titles.texts.enumerated() {
      let kind = columns.kinds[position]
      sink.append("<attribute id=\"\(ids[position])\" title=\"")
      sink.appendXML(title)
      sink.append("\" type=\"\(kind == .value ? "string" : kind.rawValue)\"/>\n")
    }
    sink.append(literal: "</attributes>\n")
    return (columns, ids)
  }

  private static func writeValues(
    _ properties: [InterchangeGraph.Property], _ attributes: Attributes, labels: [String], to sink: inout TextSink
  ) {
    guard !properties.isEmpty || !labels.isEmpty else { return }
    sink.append(literal: "<attvalues>")
    if !labels.isEmpty {
      sink.append("<attvalue for=\"\(labelsID)\" value=\"")
      sink.appendXML(GraphML.joined(labels))
      sink.append(literal: "\"/>")
    }
    var position = -1
    for property in properties {
      position = attributes.columns.position(of: property.key, after: position)
      sink.append(literal: "<attvalue for=\"")
      sink.append(attributes.ids[position])
      sink.append(literal: "\" value=\"")
      sink.appendXML(attributes.columns.kinds[position].text(of: property.value))
      sink.append(literal: "\"/>")
    }
    sink.append(literal: "</attvalues>")
  }
}
