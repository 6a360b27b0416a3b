import GraphModel
import JSONText

extension GraphFormat {
  /// GEXF 1.3, Gephi's format, with colours by label and positions where nodes have `longitude` and `latitude`.
  public static let gexf = GraphFormat(
    name: "gexf", extensions: ["gexf"], summary: "GEXF 1.3 for Gephi, with colours and positions.",
    limits: "Lists, maps and dates become JSON text.", write: GEXF.write, read: nil)
}

enum GEXF {
  /// Okabe–Ito: eight colours that colour-blind readers tell apart.
  private static let colours = [
    (0, 114, 178), (230, 159, 0), (0, 158, 115), (204, 121, 167), (86, 180, 233), (213, 94, 0), (240, 228, 66),
    (0, 0, 0),
  ]

  static func write(_ graph: InterchangeGraph, to sink: inout TextSink) throws {
    let nodeColumns = GraphML.Columns(graph.nodes.lazy.map(\.properties))
    let edgeColumns = GraphML.Columns(graph.edges.lazy.map(\.properties))
    try sink.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
      <graph defaultedgetype="directed">\n
      """)
    try writeAttributes(nodeColumns, "node", "labels", to: &sink)
    try writeAttributes(edgeColumns, "edge", nil, to: &sink)
    try writeNodes(graph, nodeColumns, to: &sink)
    try sink.write("<edges>\n")
    for edge in graph.edges {
      let id = XMLText.escaped(edge.id, &sink.remarks)
      let type = XMLText.escaped(edge.type, &sink.remarks)
      let source = XMLText.escaped(graph.nodes[edge.source].id, &sink.remarks)
      let target = XMLText.escaped(graph.nodes[edge.target].id, &sink.remarks)
      try sink.write("<edge id=\"\(id)\" source=\"\(source)\" target=\"\(target)\" label=\"\(type)\" kind=\"\(type)\">")
      try writeValues(edge.properties, edgeColumns, labels: [], to: &sink)
      try sink.write("</edge>\n")
    }
    try sink.write("</edges>\n</graph>\n</gexf>\n")
    try sink.flush()
  }

  private static func writeNodes(
    _ graph: InterchangeGraph, _ columns: GraphML.Columns, to sink: inout TextSink
  ) throws {
    let kinds = Set(graph.nodes.compactMap(\.labels.first)).sorted()
    let ranks = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    try sink.write("<nodes>\n")
    for node in graph.nodes {
      let name = node.properties.first { $0.key == "name" }?.value.text ?? node.id
      let id = XMLText.escaped(node.id, &sink.remarks)
      try sink.write("<node id=\"\(id)\" label=\"\(XMLText.escaped(name, &sink.remarks))\">")
      try writeValues(node.properties, columns, labels: node.labels, to: &sink)
      if let rank = node.labels.first.flatMap({ ranks[$0] }) {
        let (red, green, blue) = colours[rank % colours.count]
        try sink.write("<viz:color r=\"\(red)\" g=\"\(green)\" b=\"\(blue)\"/>")
      }
      if let place = position(node) { try sink.write("<viz:position x=\"\(place.x)\" y=\"\(place.y)\" z=\"0.0\"/>") }
      try sink.write("</node>\n")
    }
    try sink.write("</nodes>\n")
  }

  private static func position(_ node: InterchangeGraph.Node) -> (x: Double, y: Double)? {
    func coordinate(_ name: String) -> Double? { node.properties.first { $0.key == name }?.value.number }
    guard let x = coordinate("longitude"), let y = coordinate("latitude"), x.isFinite, y.isFinite else { return nil }
    return (x, y)
  }

  private static func writeAttributes(
    _ columns: GraphML.Columns, _ element: String, _ labels: String?, to sink: inout TextSink
  ) throws {
    try sink.write("<attributes class=\"\(element)\">\n")
    if let labels { try sink.write("<attribute id=\"labels\" title=\"\(labels)\" type=\"string\"/>\n") }
    for (position, name) in columns.names.enumerated() {
      let type = columns.kinds[position] == .value ? "string" : columns.kinds[position].rawValue
      let title = XMLText.escaped(name, &sink.remarks)
      try sink.write("<attribute id=\"\(position)\" title=\"\(title)\" type=\"\(type)\"/>\n")
    }
    try sink.write("</attributes>\n")
  }

  private static func writeValues(
    _ properties: [InterchangeGraph.Property], _ columns: GraphML.Columns, labels: [String], to sink: inout TextSink
  ) throws {
    guard !properties.isEmpty || !labels.isEmpty else { return }
    try sink.write("<attvalues>")
    if !labels.isEmpty {
      let text = XMLText.escaped(GraphML.joined(labels), &sink.remarks)
      try sink.write("<attvalue for=\"labels\" value=\"\(text)\"/>")
    }
    for property in properties {
      let position = columns.position(of: property.key)
      let text = GraphML.text(of: property.value, columns.kinds[position])
      if columns.kinds[position] == .value {
        sink.remarks.note("a list, map, date or mixed value written as JSON text")
      }
      try sink.write("<attvalue for=\"\(position)\" value=\"\(XMLText.escaped(text, &sink.remarks))\"/>")
    }
    try sink.write("</attvalues>")
  }
}
