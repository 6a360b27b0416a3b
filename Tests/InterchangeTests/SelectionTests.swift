import GraphModel
import GraphStore
import Interchange
import KnowledgeGraph
import TestSupport
import Testing

/// A view of a stored graph is written like a copy of it, though it asks the graph for less.
@Suite struct SelectionTests {
  /// Nodes of three labels with keys of their own over several blocks of the store, some changed, some removed again.
  static func graph(seed: UInt64) -> PropertyGraph {
    var random = SeededGenerator(seed: seed)
    var graph = PropertyGraph()
    let texts = ["Neuss", "a&b", "\u{1}", "12", "3,5", "wahr", "Land"]
    for number in 0..<1_700 {
      let group = number / 600
      let id: Value = number % 97 == 0 ? .integer(Int64(number)) : .string("n\(number - (number % 89 == 0 ? 1 : 0))")
      var properties: [(PropertyKey, Value)] =
        seed % 2 == 0 ? [(PropertyKey("id"), .string("n\(number)"))] : [(PropertyKey("id"), id)]
      properties.append((PropertyKey("own\(group)"), .string(texts[Int.random(in: 0..<texts.count, using: &random)])))
      properties.append(("number", seed % 3 == 0 && number == 1_650 ? .float(0.5) : .integer(Int64(number))))
      if number % 400 == 7 { properties.append(("rare", .list([.string("a"), .string("b")]))) }
      graph.addNode([Label("Group\(group)")], properties)
    }
    let nodes = Array(graph.nodes)
    for number in 0..<1_300 {
      let source = nodes[Int.random(in: 0..<nodes.count, using: &random)]
      let target = nodes[Int.random(in: 0..<nodes.count, using: &random)]
      graph.addEdge(
        EdgeType("KNOWS"), from: source, to: target,
        number % 5 == 0 ? [(PropertyKey("since"), .integer(Int64(number)))] : [])
    }
    for node in nodes where Int.random(in: 0..<20, using: &random) == 0 { graph.set("own1", of: node, to: .null) }
    for node in nodes where Int.random(in: 0..<30, using: &random) == 0 { graph.removeNode(node) }
    return graph
  }

  @Test(arguments: FormatCatalog.all.filter { $0.write != nil }.map(\.name))
  func `views are written like copies`(name: String) throws {
    let format = try #require(FormatCatalog.format(named: name))
    for seed in 0..<6 as Range<UInt64> {
      let graph = Self.graph(seed: seed)
      for selection in [GraphSelection(graph), GraphSelection(graph, includeNode: { $0.rawValue % 3 > 0 })] {
        let (view, copy) = (
          try RoundTripTests.files(selection, format), try RoundTripTests.files(InterchangeGraph(selection), format)
        )
        #expect(view.bytes == copy.bytes, "\(name), seed \(seed)")
        #expect(view.remarks.line == copy.remarks.line)
      }
    }
  }
}
