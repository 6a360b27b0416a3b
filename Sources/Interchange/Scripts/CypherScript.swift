import GraphModel
import JSONText

extension GraphFormat {
  /// A script of Cypher statements that makes the graph anew.
  ///
  /// Nodes carry a label and a property more while the script runs, so that edges find their ends: `Imported` and `importId`, with a
  /// number behind them where the graph has these itself. Its last statement takes both away. Elements come in lists, one statement for many, which engines plan once.
  public static let cypher = GraphFormat(
    name: "cypher", extensions: ["cypher", "cql"],
    summary: Wording("Ein Cypher-Skript für Neo4j und andere.", "A Cypher script for Neo4j and others."),
    limits: Wording(
      "Maps und Listen aus Listen, Maps, Nullwerten oder Verschiedenem werden zu JSON-Text.",
      "Maps, and lists that hold lists, maps, nulls or values of several kinds, become JSON text."),
    write: CypherScript.write, reading: .script)
}

enum CypherScript {
  /// How many elements one statement makes: long enough to plan it but once, short enough for the memory of any server.
  private static let batch = 500

  static func write(_ source: any GraphSource, _ options: WritingOptions, to sink: inout TextSink) throws {
    let aids = Aids(source)
    let (label, key) = (aids.label, aids.key)
    try sink.write("CREATE INDEX imported IF NOT EXISTS FOR (n:\(label)) ON (n.\(key));\n")
    try sink.writeInOrder((source.nodeCount + batch - 1) / batch) { number, sink in
      writeNodes(source, number * batch..<min(source.nodeCount, (number + 1) * batch), aids, to: &sink)
    }
    try sink.writeInOrder((source.edgeCount + batch - 1) / batch) { number, sink in
      writeEdges(source, number * batch..<min(source.edgeCount, (number + 1) * batch), aids, to: &sink)
    }
    try sink.write("MATCH (n:\(label)) REMOVE n:\(label), n.\(key);\nDROP INDEX imported IF EXISTS;\n")
    try sink.flush()
  }

  /// What nodes carry while the script runs, by names that no node of the graph has.
  private struct Aids: Sendable {
    let label: String
    let key: String

    init(_ source: any GraphSource) {
      var labels: Set<String> = []
      var seen: Set<Int> = []
      for position in 0..<source.nodeCount {
        if let set = source.labelSet(ofNode: position), !seen.insert(set).inserted { continue }
        labels.formUnion(source.labels(ofNode: position))
      }
      label = Aids.free("Imported", labels)
      key = Aids.free("importId", Set(source.propertyNames(of: .node)))
    }

    private static func free(_ name: String, _ taken: Set<String>) -> String {
      guard taken.contains(name) else { return name }
      var number = 2
      while taken.contains("\(name)\(number)") { number += 1 }
      return "\(name)\(number)"
    }
  }

  /// Nodes that follow one another with the same labels share a statement.
  private static func writeNodes(
    _ source: any GraphSource, _ positions: Range<Int>, _ aids: Aids, to sink: inout TextSink
  ) {
    var open: [String]?
    for position in positions {
      var node = source.node(at: position)
      if node.properties.contains(where: { $0.key == "id" }) {
        sink.remarks.note("the id of a node left out: its property 'id' stays")
      } else if !node.id.isPlace(position) {
        node.properties.append(InterchangeGraph.Property(key: "id", value: .string(node.id)))
        if node.id.hasPrefix("#") {
          sink.remarks.note("an id such as '#17' kept as a property: read again, the node is called by its place")
        }
      }
      if open != node.labels {
        if let open { sink.append(endOfNodes(open, aids, &sink.remarks)) }
        sink.append("UNWIND [\n")
        open = node.labels
      } else {
        sink.append(",\n")
      }
      sink.append("{i: \(position), p: {\(entries(node.properties, &sink.remarks))}}")
    }
    if let open { sink.append(endOfNodes(open, aids, &sink.remarks)) }
  }

  private static func endOfNodes(_ labels: [String], _ aids: Aids, _ remarks: inout Remarks) -> String {
    let labels = ([aids.label] + labels).map { ":" + name($0, &remarks) }.joined()
    return "\n] AS row CREATE (n\(labels)) SET n = row.p, n.\(aids.key) = row.i;\n"
  }

  /// Edges of a type share a statement; types come in the order in which they are met.
  private static func writeEdges(
    _ source: any GraphSource, _ positions: Range<Int>, _ aids: Aids, to sink: inout TextSink
  ) {
    var order: [String] = []
    var rows: [String: [String]] = [:]
    for position in positions {
      let edge = source.edge(at: position)
      if edge.type.isEmpty { sink.remarks.note("an edge without a type written as RELATED") }
      sink.remarks.noteLostID(of: edge)
      let type = name(edge.type.isEmpty ? "RELATED" : edge.type, &sink.remarks)
      if rows[type] == nil { order.append(type) }
      let map = entries(edge.properties, &sink.remarks)
      rows[type, default: []].append("{s: \(edge.source), t: \(edge.target), p: {\(map)}}")
    }
    for type in order {
      sink.append("UNWIND [\n" + (rows[type] ?? []).joined(separator: ",\n"))
      sink.append("\n] AS row MATCH ")
      sink.append("(a:\(aids.label) {\(aids.key): row.s}), (b:\(aids.label) {\(aids.key): row.t}) ")
      sink.append("CREATE (a)-[r:\(type)]->(b) SET r = row.p;\n")
    }
  }

  private static func entries(_ properties: [InterchangeGraph.Property], _ remarks: inout Remarks) -> String {
    var texts: [String] = []
    for property in properties {
      if property.value.isNull {
        remarks.note("a property whose value is null left out")
      } else {
        texts.append("\(name(property.key, &remarks)): \(literal(property.value, &remarks))")
      }
    }
    return texts.joined(separator: ", ")
  }

  /// A name in backticks where it is no plain identifier.
  private static func name(_ text: String, _ remarks: inout Remarks) -> String {
    guard !text.isEmpty else {
      remarks.note("an empty name written as '_'")
      return "_"
    }
    let isPlain = text.utf8.enumerated().allSatisfy { position, byte in
      (65...90).contains(byte & 0xDF) || byte == 95 || position > 0 && (48...57).contains(byte)
    }
    return isPlain ? text : "`" + text.replacingScalars { $0 == "`" ? "``" : nil } + "`"
  }

  private static func literal(_ value: Value, _ remarks: inout Remarks) -> String {
    switch value {
    case .null, .node, .edge, .path: return "null"
    case .boolean(let flag): return String(flag)
    case .integer(.min): return "(-9223372036854775807 - 1)"
    case .integer(let number): return String(number)
    case .float(let number):
      return number.isNaN ? "(0.0 / 0.0)" : number.isFinite ? "\(number)" : "(\(number < 0 ? "-1.0" : "1.0") / 0.0)"
    case .string(let text): return quoted(text)
    case .temporal(let moment): return literal(moment)
    case .point(let point): return point.description
    case .list(let values):
      if isPlain(values) { return "[" + values.map { literal($0, &remarks) }.joined(separator: ", ") + "]" }
    case .map: break
    }
    remarks.note("a map or a mixed or nested list written as JSON text")
    return quoted(ValueText.output(of: value).text())
  }

  private static func literal(_ moment: Temporal) -> String {
    switch moment {
    case .date: "date('\(moment)')"
    case .localTime: "localtime('\(moment)')"
    case .time: "time('\(moment)')"
    case .localDateTime: "localdatetime('\(moment)')"
    case .dateTime: "datetime('\(moment)')"
    case .duration: "duration('\(moment)')"
    }
  }

  /// Whether a list can be a property: values of one kind that are no lists, maps or nulls.
  private static func isPlain(_ values: [Value]) -> Bool {
    let kinds = Set(values.map(kind))
    return kinds.count <= 1 && !kinds.contains("")
  }

  private static func kind(_ value: Value) -> String {
    switch value {
    case .boolean: "boolean"
    case .integer: "integer"
    case .float: "float"
    case .string: "string"
    case .temporal(.date): "date"
    case .temporal(.localTime): "localTime"
    case .temporal(.time): "time"
    case .temporal(.localDateTime): "localDateTime"
    case .temporal(.dateTime): "dateTime"
    case .temporal(.duration): "duration"
    case .point: "point"
    case .null, .list, .map, .node, .edge, .path: ""
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacingScalars { scalar in
      switch scalar {
      case "'": "\\'"
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      default: nil
      }
    }
    return "'" + escaped + "'"
  }
}
