import CGraphviz
import Foundation
import GraphModel
import Synchronization
import TestSupport
import Testing

@testable import Diagrams

/// Random texts in every place where a text may stand: DOT comes back through the real parser as it was, and SVG and
/// pages stay well-formed.
struct FuzzTests {
  private static let pieces = [
    "\"", "\\", "\\\"", "\n", "\r\n", "\t", "<", ">", "<b>", "</TABLE>", "&", "&amp;", "&#x41;", "{", "}", "[", "]",
    ";", "->",
    "--", "//", "/*", "*/", "#", "\\N", "\\l", "%s", "\0", "\u{7F}", "\u{85}", "ä", "ß", "漢", "🦀", "\u{202E}",
    "\u{FFFF}",
    "T 0 0 1 5 3 -abc", "strict", "digraph", "subgraph cluster_x", "=", ",", " ", "a", "Z", "0", "-1.5", "'", "`",
    "]]>",
    "<!--", "</script>", "\u{2028}", "\u{300}",
  ]

  private func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...12, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private func diagram(_ seed: UInt64) -> Diagram {
    var random = SeededGenerator(seed: seed)
    var diagram = Diagram(title: text(&random), subtitle: text(&random))
    diagram.notes = [text(&random), text(&random)]
    for position in 0..<6 {
      var node = Diagram.Node(
        id: "\(position)" + text(&random), label: text(&random), kind: text(&random), emphasis: position == 2,
        isExample: position == 3, tooltip: text(&random), link: "https://" + text(&random))
      node.facts["land"] = .word(text(&random), code: text(&random))
      if seed % 3 == 1 { node.cluster = text(&random) }
      if seed % 3 == 2, position % 2 == 0 {
        node.place = Location(longitude: 8 + Double(position), latitude: 50)
      }
      diagram.nodes.append(node)
      diagram.edges.append(
        .init(
          from: position, to: Int.random(in: 0...position, using: &random), kind: text(&random), label: text(&random)))
    }
    diagram.factNames["land"] = text(&random)
    diagram.outlines = [
      Outline(
        name: text(&random),
        rings: [[(7.0, 49.0), (15, 49), (11, 53)].map { Location(longitude: $0.0, latitude: $0.1) }])
    ]
    return diagram
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func nothingBreaksDOT(_ seed: UInt64) throws {
    let diagram = diagram(seed)
    var style = StyleSheet.screen
    style.channels = .init(colour: "land", shape: seed % 2 == 0 ? "land" : nil)
    let engine: LayoutEngine? = seed % 3 == 2 ? .geo : seed % 4 == 0 ? .bipartite : nil
    let dot = try draw(diagram, .dot, style: style, engine: engine)
    let labels = graphviz.withLock { _ -> [String]? in
      var more: UInt32 = 0
      guard let graph = cgv_parse(dot, &more), more == 0 else { return nil }
      defer { cgv_close(graph) }
      var labels: [String] = []
      var node = cgv_first_node(graph)
      while let found = node {
        labels.append(cgv_node_attribute(found, "label").map { String(cString: $0) } ?? "")
        node = cgv_next_node(graph, found)
      }
      return labels
    }
    let looks = Looks(of: diagram, in: style)
    let expected = diagram.nodes.indices.map { position in
      let codes = looks.nodes[position].codes.map { "[\($0)]" }.joined(separator: " ")
      return LabelText.escaped(
        LabelText.lines(diagram.nodes[position].label, length: style.text.lineLength)
          + (codes.isEmpty ? [] : [LabelText.visible(codes)]))
    }
    #expect(labels == expected)
  }

  @Test(arguments: 0..<30 as Range<UInt64>) func nothingBreaksXML(_ seed: UInt64) throws {
    let diagram = diagram(seed)
    let engine: LayoutEngine? = seed % 3 == 2 ? .geo : nil
    let svg = try #require(SVGReading(draw(diagram, .svg, engine: engine)))
    #expect(svg.titles.first == LabelText.visible(diagram.title), "the title")
    // A page is not XML; but nothing in it may end the data early.
    let page = try draw(diagram, .html, engine: engine)
    #expect(page.components(separatedBy: "</script>").count == 3)
    let data = try #require(page.firstMatch(of: /(?s)id="data">(.*?)<\/script>/))
    let json = try #require(try JSONSerialization.jsonObject(with: Data(data.1.utf8)) as? [String: Any])
    #expect((json["nodes"] as? [Any])?.count == diagram.nodes.count)
  }
}
