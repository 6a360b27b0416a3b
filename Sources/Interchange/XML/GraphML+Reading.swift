import Foundation
import FoundationXML
import GraphModel

extension GraphML {
  static func read(_ bytes: [UInt8]) throws -> GraphFormat.Content {
    try GraphMLReader().read(bytes, as: "GraphML", root: "graphml")
  }
}

/// Gathers nodes and edges while the parser walks over a GraphML file.
///
/// What yEd draws is taken over (label, colour, place) unless the file was written here: then it says nothing that the
/// properties do not say.
private final class GraphMLReader: XMLGraphReader {
  private struct Key {
    let name: String
    let kind: String
    let element: String
    var standard: String?
  }

  /// What values can be: the types of GraphML, ours, and what yEd draws.
  private static let kinds: Set<String> = [
    "boolean", "int", "long", "float", "double", "string", "value", "labels", "type", "graphics",
  ]

  private var keys: [String: Key] = [:]
  private var keyOrder: [String] = []
  private var values: [(String, Value)] = []
  private var dataKey = ""
  /// The kind that a single value says of itself.
  private var ownKind: String?
  private var isOwn = false

  override func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch element {
    case "graphml":
      isOpened = true
      isOwn = attributes["xmlns:cdo"] == GraphML.namespace
    case "graph":
      if hasGraph { remarks.note("a graph inside or after another was read into the first") }
      hasGraph = true
      isDirected = attributes["edgedefault"] != "undirected"
    case "key": addKey(attributes, parser)
    case "node":
      values = []
      noteRest(of: attributes, but: ["id"])
      addNode(attributes, parser)
    case "edge":
      values = []
      noteRest(of: attributes, but: ["id", "source", "target", "directed"])
      addEdge(attributes, isDirected: attributes["directed"].map { $0 == "true" } ?? isDirected, parser)
    case "data":
      dataKey = attributes["key"] ?? ""
      ownKind = attributes[GraphML.kindMark]
      text = keys[dataKey]?.kind == "graphics" ? nil : ""
    case "default", "y:NodeLabel", "y:EdgeLabel": text = ""
    case "y:Fill": if !isOwn, open == .node { addLook("color", attributes["color"].map(Value.string)) }
    case "y:Shape": if !isOwn { addLook("shape", attributes["type"].map(Value.string)) }
    case "y:Geometry":
      guard !isOwn, open == .node, let x = attributes["x"].flatMap(Double.init),
        let y = attributes["y"].flatMap(Double.init)
      else { return }
      addLook("x", .float(x))
      // yEd counts downwards.
      addLook("y", .float(-y))
    case "hyperedge", "port", "desc", "locator": remarks.note("a <\(element)> passed over")
    // What is drawn has elements of its own.
    default: if text != nil, !element.contains(":") { remarks.note("a <\(element)> passed over") }
    }
  }

  private func addKey(_ attributes: [String: String], _ parser: XMLParser) {
    guard let id = attributes["id"] else { return stop(parser, "a <key> has no id; give it one") }
    guard keys[id] == nil else { return stop(parser, "the key '\(id)' comes twice; ids must differ") }
    dataKey = id
    keyOrder.append(id)
    let kind = attributes["yfiles.type"] == nil ? attributes[GraphML.kindMark] ?? attributes["attr.type"] : "graphics"
    if let kind, !Self.kinds.contains(kind) { remarks.note("a <key> of an unknown type read as text") }
    let name = attributes[GraphML.nameMark] ?? attributes["attr.name"] ?? id
    keys[id] = Key(name: name, kind: kind ?? "string", element: attributes["for"] ?? "all")
  }

  private func addLook(_ name: String, _ value: Value?) {
    if let value, !values.contains(where: { $0.0 == name }) { values.append((name, value)) }
  }

  override func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch element {
    case "default":
      if let text, let key = keys[dataKey], value(text, key.kind) == nil { return stopAtValue(text, key.kind, parser) }
      keys[dataKey]?.standard = text
      text = nil
    case "data":
      if let text { take(text, parser) }
      text = nil
    case "y:NodeLabel":
      if !isOwn, let text, !text.isEmpty {
        addLook("name", .string(text.trimmingCharacters(in: .whitespacesAndNewlines)))
      }
      text = nil
    case "y:EdgeLabel":
      if !isOwn, let text {
        changeEdge { if $0.type.isEmpty { $0.type = text.trimmingCharacters(in: .whitespacesAndNewlines) } }
      }
      text = nil
    case "node":
      addDefaults("node")
      changeNode { $0.properties = remarks.properties(values) }
      open = nil
    case "edge":
      addDefaults("edge")
      if !isOwn { takeType() }
      changeEdge { $0.properties = values }
      open = nil
    case "graphml": isClosed = true
    default: break
    }
  }

  /// Other programs keep the type of an edge as a property called so, also where it was written here as what it is.
  private func takeType() {
    changeEdge { edge in
      for name in ["label", "type"] where edge.type.isEmpty {
        guard let position = values.firstIndex(where: { $0.0 == name }), let type = values[position].1.text else {
          continue
        }
        edge.type = type
        values.remove(at: position)
      }
    }
  }

  private func addDefaults(_ element: String) {
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
      return stop(parser, "<data> has the key '\(dataKey)', which no <key> describes; add one, or correct it")
    }
    let kind = ownKind ?? key.kind
    // Neo4j writes labels so; what is written here says of a key that it holds them.
    let mayBeLabels = !isOwn && key.name == "labels" && key.kind == "string"
    if open == .node, key.kind == "labels" || mayBeLabels && text.hasPrefix(":") {
      changeNode { $0.labels = GraphML.labels(text) }
    } else if open == .edge, key.kind == "type" {
      changeEdge { $0.type = text }
    } else if let value = value(text, kind) {
      values.append((key.name, value))
    } else {
      stopAtValue(text, kind, parser)
    }
  }

  private func stopAtValue(_ text: String, _ kind: String, _ parser: XMLParser) {
    stop(parser, "'\(text.prefix(40))' is no \(kind); correct the value, or the type in <key id=\"\(dataKey)\">")
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
}
