import Foundation
import FoundationXML
import GraphModel

extension GraphML {
  static func read(_ bytes: [UInt8]) throws -> (graph: InterchangeGraph, remarks: Remarks) {
    try XMLProlog.check(bytes)
    let reader = GraphMLReader()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.delegate = reader
    let isWhole = parser.parse()
    if let fault = reader.fault { throw fault }
    // On Linux the parser calls a file whole that ends too early.
    guard isWhole, reader.isClosed, parser.parserError == nil else {
      throw InterchangeFault(
        "this is not well-formed XML; check the file for a missing or crossed tag", line: max(1, parser.lineNumber),
        column: max(1, parser.columnNumber))
    }
    return try reader.finish()
  }
}

/// Gathers nodes and edges while the parser walks over a GraphML file.
private final class GraphMLReader: NSObject, XMLParserDelegate {
  private struct Key {
    let name: String
    let kind: String
    let element: String
    var standard: String?
  }

  private struct PendingEdge {
    let id: String?
    let source: String
    let target: String
    let line: Int
    let column: Int
    var type = ""
    var properties: [(String, Value)] = []
  }

  private enum Element { case node, edge }

  var fault: InterchangeFault?
  /// Whether the root element has ended.
  private(set) var isClosed = false
  private var keys: [String: Key] = [:]
  private var keyOrder: [String] = []
  private var nodes: [InterchangeGraph.Node] = []
  private var values: [(String, Value)] = []
  private var positions: [String: Int] = [:]
  private var pending: [PendingEdge] = []
  private var open: Element?
  private var text: String?
  private var dataKey = ""
  private var isDirected = true
  private var hasGraph = false
  private var remarks = Remarks()

  private func stop(_ parser: XMLParser, _ message: String) {
    if fault == nil { fault = InterchangeFault(message, line: parser.lineNumber, column: parser.columnNumber) }
    parser.abortParsing()
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch element {
    case "graph":
      if hasGraph { remarks.note("a graph inside or after another was read into the first") }
      hasGraph = true
      isDirected = attributes["edgedefault"] != "undirected"
    case "key":
      guard let id = attributes["id"] else { return stop(parser, "a <key> has no id; give it one") }
      dataKey = id
      keyOrder.append(id)
      keys[id] = Key(
        name: attributes["attr.name"] ?? id, kind: attributes["cdo:kind"] ?? attributes["attr.type"] ?? "string",
        element: attributes["for"] ?? "all")
    case "node":
      guard let id = attributes["id"] else { return stop(parser, "a <node> has no id; give it one") }
      guard positions.updateValue(nodes.count, forKey: id) == nil else {
        return stop(parser, "the node id '\(id)' comes twice; ids must differ")
      }
      nodes.append(InterchangeGraph.Node(id: id))
      values = []
      open = .node
    case "edge":
      guard let source = attributes["source"], let target = attributes["target"] else {
        return stop(parser, "an <edge> has no source or no target; name both")
      }
      if !(attributes["directed"].map { $0 == "true" } ?? isDirected) {
        remarks.note("an undirected edge read as one from source to target")
      }
      pending.append(
        PendingEdge(
          id: attributes["id"], source: source, target: target, line: parser.lineNumber,
          column: parser.columnNumber))
      open = .edge
    case "data":
      dataKey = attributes["key"] ?? ""
      text = ""
    case "default": text = ""
    case "hyperedge", "port": remarks.note("a <\(element)> passed over")
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text? += string }

  func parser(_ parser: XMLParser, foundCDATA block: Data) { text? += String(decoding: block, as: UTF8.self) }

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
    switch element {
    case "default":
      keys[dataKey]?.standard = text
      text = nil
    case "data":
      if let text { take(text, parser) }
      text = nil
    case "node":
      addDefaults("node", &values)
      if !nodes.isEmpty { nodes[nodes.count - 1].properties = ValueMap(values).entries }
      open = nil
    case "edge":
      if !pending.isEmpty { addDefaults("edge", &pending[pending.count - 1].properties) }
      open = nil
    case "graphml": isClosed = true
    default: break
    }
  }

  private func addDefaults(_ element: String, _ values: inout [(String, Value)]) {
    for id in keyOrder {
      guard let key = keys[id], let text = key.standard, key.element == element || key.element == "all",
        !values.contains(where: { $0.0 == key.name }), let value = value(text, key.kind)
      else { continue }
      values.append((key.name, value))
    }
  }

  private func take(_ text: String, _ parser: XMLParser) {
    guard let open else { return remarks.note("a <data> of the whole graph passed over") }
    guard let key = keys[dataKey] else {
      return stop(parser, "<data> has the key '\(dataKey)', which no <key> describes")
    }
    if open == .node, key.kind == "labels" || key.name == "labels" && text.hasPrefix(":") && key.kind == "string" {
      nodes[nodes.count - 1].labels = GraphML.labels(text)
    } else if open == .edge, key.kind == "type" {
      pending[pending.count - 1].type = text
    } else if let value = value(text, key.kind) {
      if open == .node {
        values.append((key.name, value))
      } else {
        pending[pending.count - 1].properties.append((key.name, value))
      }
    } else {
      stop(parser, "'\(text.prefix(40))' is no \(key.kind); correct the value, or the type in <key id=\"\(dataKey)\">")
    }
  }

  private func value(_ text: String, _ kind: String) -> Value? {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    switch kind {
    case "boolean":
      return ["true": true, "1": true, "false": false, "0": false][trimmed.lowercased()].map(Value.boolean)
    case "int", "long": return Int64(trimmed).map(Value.integer)
    case "float", "double": return ValueText.float(trimmed).map(Value.float)
    case "value": return (try? JSONTree.read(Array(text.utf8))).map(ValueText.value)
    default: return .string(text)
    }
  }

  func finish() throws -> (graph: InterchangeGraph, remarks: Remarks) {
    guard hasGraph else { throw InterchangeFault("the file has no <graph>; is it GraphML?", line: 1, column: 1) }
    var graph = InterchangeGraph()
    graph.nodes = nodes
    for (number, edge) in pending.enumerated() {
      guard let source = positions[edge.source], let target = positions[edge.target] else {
        let missing = positions[edge.source] == nil ? edge.source : edge.target
        throw InterchangeFault(
          "an edge ends at '\(missing)', which is no node of the file", line: edge.line, column: edge.column)
      }
      graph.edges.append(
        InterchangeGraph.Edge(
          id: edge.id ?? "e\(number)", type: edge.type, source: source, target: target,
          properties: ValueMap(edge.properties).entries))
    }
    return (graph, remarks)
  }
}
