import CGraphviz
import Foundation
import FoundationXML
import Synchronization

@testable import Diagrams

/// The one door to the renderer for all tests of this target.
func draw(
  _ diagram: Diagram, _ format: PictureFormat, style: StyleSheet = .screen, engine: LayoutEngine? = nil
) throws -> String {
  String(decoding: try drawPicture(of: diagram, style: style, format: format, engine: engine).bytes, as: UTF8.self)
}

/// What a reader of XML finds in an SVG.
final class SVGReading: NSObject, XMLParserDelegate {
  struct Line {
    let text: String
    let owner: String
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
  }

  private(set) var lines: [Line] = []
  private(set) var titles: [String] = []
  private(set) var viewBox: [Double] = []
  private(set) var family = ""
  private(set) var attributesOfRoot: [String: String] = [:]
  private var owner = ""
  private var text = ""
  private var attributes: [String: String] = [:]

  /// Reads a file; `nil` when it is not well-formed.
  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    text = ""
    if name == "svg" {
      attributesOfRoot = attributes
      viewBox = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
    }
    if name == "g", let id = attributes["id"] { owner = id }
    if name == "text" { self.attributes = attributes }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if name == "title" { titles.append(text) }
    guard name == "text" else { return }
    family = attributes["font-family"] ?? ""
    let size = number("font-size")
    // DejaVu Sans needs 0.58 em a character of German text on average; a bold one 0.66.
    let width = Double(text.count) * size * (attributes["font-weight"] == nil ? 0.58 : 0.66)
    let left = attributes["text-anchor"] == "middle" ? number("x") - width / 2 : number("x")
    lines.append(
      Line(
        text: text, owner: owner, left: left, right: left + width, top: number("y") - size * 0.8,
        bottom: number("y") + size * 0.2))
  }

  private func number(_ name: String) -> Double { Double(attributes[name] ?? "") ?? 0 }
}

/// The label attribute of the first node of a DOT text, read by libcgraph.
func labelInDOT(_ dot: String) -> String? {
  // libcgraph keeps global state, which drawings in other tests use at the same time.
  graphviz.withLock { _ in
    var more: UInt32 = 0
    guard let graph = cgv_parse(dot, &more), more == 0 else { return nil }
    defer { cgv_close(graph) }
    guard let node = cgv_first_node(graph), let label = cgv_node_attribute(node, "label") else { return nil }
    return String(cString: label)
  }
}
