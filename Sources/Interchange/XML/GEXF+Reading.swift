import Foundation
import FoundationXML
import GraphModel

extension GEXF {
  static func read(_ bytes: [UInt8]) throws -> GraphFormat.Content {
    try GEXFReader().read(bytes, as: "GEXF", root: "gexf")
  }
}

/// Gathers nodes and edges while the parser walks over a GEXF file of version 1.1 to 1.3.
///
/// Colours, places, sizes, labels and weights become properties unless the file was written here: then they say nothing
/// that the properties do not say.
private final class GEXFReader: XMLGraphReader {
  private struct Attribute {
    let name: String
    let type: String
    var standard: String?
  }

  /// When an element is there; said once for all of them.
  private static let times: Set<String> = [
    "start", "end", "startopen", "endopen", "timestamp", "timestamps", "intervals",
  ]

  private var attributes: [Element: [String: Attribute]] = [:]
  private var described: (element: Element, id: String)?
  private var values: [(String, Value)] = []
  private var isOwn = false
  /// How many lists of nodes are open: in the second, nodes stand inside others.
  private var depth = 0

  override func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes given: [String: String]
  ) {
    switch element {
    case "gexf": isOpened = true
    case "graph":
      hasGraph = true
      isDirected = given["defaultedgetype"] == "directed"
      if given["mode"] == "dynamic" { remarks.note("times of elements passed over") }
    case "attributes": described = (given["class"] == "edge" ? .edge : .node, "")
    case "attribute": describe(given, parser)
    case "creator", "default", "description", "keywords": text = ""
    case "node":
      finishNode()
      values = []
      noteRest(of: given, but: ["id", "label", "pid"])
      addNode(given, parser)
      if !isOwn, let label = given["label"], label != given["id"] { values.append(("name", .string(label))) }
      if given["pid"] != nil || depth > 1 { remarks.note("a node inside another read as one beside it") }
    case "nodes": depth += 1
    case "edge": beginEdge(given, parser)
    case "attvalue": take(given, parser)
    case "viz:color", "viz:position", "viz:size", "viz:shape", "viz:thickness":
      if !isOwn { takeLook(element, given, parser) }
    case "spell": remarks.note("times of elements passed over")
    default: break
    }
  }

  private func describe(_ given: [String: String], _ parser: XMLParser) {
    guard let element = described?.element, let id = given["id"] else {
      return stop(parser, "an <attribute> has no id; give it one")
    }
    described = (element, id)
    let mark = isOwn ? id.firstIndex(of: GEXF.nameMark) : nil
    let name = mark.map { String(id[id.index(after: $0)...]) } ?? given["title"] ?? id
    attributes[element, default: [:]][id] = Attribute(name: name, type: given["type"] ?? "string")
  }

  private func takeDefault(_ parser: XMLParser) {
    guard let (element, id) = described, let text, let attribute = attributes[element]?[id] else { return }
    guard value(text, attribute.type) != nil else { return stopAtValue(text, attribute.type, id, parser) }
    attributes[element]?[id]?.standard = text
  }

  private func beginEdge(_ given: [String: String], _ parser: XMLParser) {
    finishNode()
    values = []
    let type = given["type"]
    addEdge(given, isDirected: type.map { $0 == "directed" } ?? isDirected, parser)
    changeEdge { $0.type = given["kind"] ?? given["label"] ?? "" }
    noteRest(of: given, but: ["id", "source", "target", "type", "kind", "label", "weight"])
    if isOwn { return }
    if let kind = given["kind"], let label = given["label"], label != kind { values.append(("label", .string(label))) }
    if let weight = given["weight"] { take(weight, as: "weight", of: "edge", parser) }
  }

  /// Nodes may hold others; properties end where the next element begins.
  private func finishNode() {
    guard open == .node else { return }
    addDefaults(.node)
    changeNode { $0.properties = remarks.properties(values) }
    open = nil
  }

  private func addDefaults(_ element: Element) {
    for attribute in (attributes[element] ?? [:]).values.sorted(by: { $0.name < $1.name }) {
      guard let text = attribute.standard, !values.contains(where: { $0.0 == attribute.name }),
        let value = value(text, attribute.type)
      else { continue }
      values.append((attribute.name, value))
    }
  }

  private func take(_ given: [String: String], _ parser: XMLParser) {
    guard let open else { return remarks.note("an <attvalue> outside of nodes and edges passed over") }
    guard let id = given["for"] ?? given["id"] else {
      return stop(parser, "an <attvalue> has no 'for'; name the id of its <attribute>")
    }
    guard let attribute = attributes[open]?[id] else {
      return stop(parser, "<attvalue> is for '\(id)', which no <attribute> describes; add one, or correct it")
    }
    let text = given["value"] ?? ""
    // Other programs keep what was written here under its title.
    let mayBeLabels = !isOwn && open == .node && attribute.name == "labels" && text.hasPrefix(":")
    if isOwn && id == GEXF.labelsID || mayBeLabels {
      changeNode { $0.labels = GraphML.labels(text) }
    } else if let value = value(text, isOwn && id.hasPrefix(GEXF.jsonMark) ? "json" : attribute.type) {
      values.append((attribute.name, value))
    } else {
      stopAtValue(text, attribute.type, id, parser)
    }
  }

  private func stopAtValue(_ text: String, _ type: String, _ id: String, _ parser: XMLParser) {
    stop(parser, "'\(text.prefix(40))' is no \(type); correct the value, or the type in <attribute id=\"\(id)\">")
  }

  private func takeLook(_ element: String, _ given: [String: String], _ parser: XMLParser) {
    switch element {
    case "viz:color":
      noteRest(of: given, but: ["r", "g", "b", "hex"])
      if let hex = given["hex"] { return values.append(("color", .string(hex))) }
      var digits = "#"
      for name in ["r", "g", "b"] {
        guard let part = given[name].flatMap({ UInt8($0) }) else {
          return stop(parser, "<viz:color> has no \(name) from 0 to 255; correct it")
        }
        digits += (part < 16 ? "0" : "") + String(part, radix: 16, uppercase: true)
      }
      values.append(("color", .string(digits)))
    case "viz:position":
      for name in ["x", "y", "z"] {
        // Most pictures are flat.
        guard let place = given[name], !(name == "z" && Double(place) == 0) else { continue }
        take(place, as: name, of: element, parser)
      }
    case "viz:shape": if let shape = given["value"] { values.append(("shape", .string(shape))) }
    default:
      if let size = given["value"] { take(size, as: element == "viz:size" ? "size" : "thickness", of: element, parser) }
    }
  }

  /// Takes a number that an attribute of an element holds.
  private func take(_ text: String, as name: String, of element: String, _ parser: XMLParser) {
    guard let number = ValueText.float(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      return stop(parser, "'\(text.prefix(40))' in <\(element)> is no number; correct it")
    }
    values.append((name, .float(number)))
  }

  override func noteRest(of given: [String: String], but known: Set<String>) {
    if !Self.times.isDisjoint(with: given.keys) { remarks.note("times of elements passed over") }
    super.noteRest(of: given, but: known.union(Self.times))
  }

  override func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch element {
    case "creator":
      isOwn = text == GEXF.creator
      text = nil
    case "default":
      takeDefault(parser)
      text = nil
    case "description", "keywords":
      // Gephi writes empty ones.
      if let text, !text.isEmpty { remarks.note("a statement about the whole graph passed over") }
      text = nil
    case "node": finishNode()
    case "nodes": depth -= 1
    case "edge":
      addDefaults(.edge)
      changeEdge { $0.properties = values }
      open = nil
    case "gexf": isClosed = true
    default: break
    }
  }

  private func value(_ text: String, _ type: String) -> Value? {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    switch type {
    case "boolean":
      return ["true": true, "1": true, "false": false, "0": false][trimmed.lowercased()].map(Value.boolean)
    case "integer", "long", "short", "byte": return Int64(trimmed).map(Value.integer)
    // Numbers of any size are kept as well as they fit.
    case "biginteger": return Int64(trimmed).map(Value.integer) ?? .string(text)
    case "float", "double", "bigdecimal": return ValueText.float(trimmed).map(Value.float)
    case "json": return (try? JSONTree.read(Array(text.utf8))).map(ValueText.value)
    case _ where type.hasPrefix("list"):
      let isBracketed = trimmed.hasPrefix("[") && trimmed.hasSuffix("]")
      let items = (isBracketed ? trimmed.dropFirst().dropLast() : trimmed[...])
        .split(whereSeparator: { isBracketed ? $0 == "," : $0 == "|" || $0 == "," || $0 == ";" })
      let values = items.map { value($0.trimmingCharacters(in: .whitespaces), String(type.dropFirst(4))) }
      return values.contains(nil) ? nil : .list(values.compactMap(\.self))
    default: return .string(text)
    }
  }
}
