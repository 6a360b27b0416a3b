import GraphModel
import GraphStore
import Interchange
import KnowledgeGraph
import TestSupport
import Testing

/// A view of a stored graph is written like a copy of it, though it asks the graph for less.
@Suite struct SelectionTests {
  /// Nodes of three labels with keys of their own over several blocks of the store, some changed, some removed again.
  static func graph(seed: UInt64, nodes nodeCount: Int = 1_700) -> PropertyGraph {
    var random = SeededGenerator(seed: seed)
    var graph = PropertyGraph()
    let texts = ["Neuss", "a&b", "\u{1}", "x\u{FFFE}", "12", "3,5", "wahr", "Land"]
    for number in 0..<nodeCount {
      let group = nodeCount > 600 ? number / 600 : number % 3
      let id: Value = number % 97 == 0 ? .integer(Int64(number)) : .string("n\(number - (number % 89 == 0 ? 1 : 0))")
      var properties: [(PropertyKey, Value)] =
        seed % 2 == 0 ? [(PropertyKey("id"), .string("n\(number)"))] : [(PropertyKey("id"), id)]
      properties.append((PropertyKey("own\(group)"), .string(texts[Int.random(in: 0..<texts.count, using: &random)])))
      properties.append(("number", seed % 3 == 0 && number == 1_650 ? .float(0.5) : .integer(Int64(number))))
      if number % 400 == 7 { properties.append(("rare", .list([.string("a"), .string("b")]))) }
      graph.addNode([Label("Group\(group)")], properties)
    }
    let nodes = Array(graph.nodes)
    for number in 0..<nodeCount * 3 / 4 {
      let source = nodes[Int.random(in: 0..<nodes.count, using: &random)]
      let target = nodes[Int.random(in: 0..<nodes.count, using: &random)]
      graph.addEdge(
        EdgeType(number % 7 == 0 ? "MEETS" : "KNOWS"), from: source, to: target,
        number % 5 == 0 ? [(PropertyKey("since"), .integer(Int64(number)))] : [])
    }
    for node in nodes where Int.random(in: 0..<20, using: &random) == 0 { graph.set("own1", of: node, to: .null) }
    for node in nodes where Int.random(in: 0..<30, using: &random) == 0 { graph.removeNode(node) }
    return graph
  }

  @Test(arguments: FormatCatalog.all.filter { $0.write != nil }.map(\.name))
  func `views are written like copies`(name: String) throws {
    let format = try #require(FormatCatalog.format(named: name))
    for seed in 0..<12 as Range<UInt64> {
      // Small graphs are written by one thread, large ones by several.
      let graph = Self.graph(seed: seed, nodes: seed < 6 ? 1_700 : 90)
      for selection in [GraphSelection(graph), GraphSelection(graph, includeNode: { $0.rawValue % 3 > 0 })] {
        let (view, copy) = (
          try RoundTripTests.files(selection, format), try RoundTripTests.files(InterchangeGraph(selection), format)
        )
        #expect(view.bytes == copy.bytes, "\(name), seed \(seed)")
        #expect(view.remarks.line == copy.remarks.line)
      }
    }
  }

  private struct Full: Error, Equatable {}

  /// What a sink takes of a graph before it refuses.
  private final class Refusing {
    var bytes: [UInt8] = []
    var chunks = 0
  }

  @Test(arguments: FormatCatalog.all.filter { $0.write != nil }.map(\.name), [0, 1])
  func `a sink that refuses ends the writing`(name: String, accepted: Int) throws {
    let format = try #require(FormatCatalog.format(named: name))
    let write = try #require(format.write)
    let selection = GraphSelection(Self.graph(seed: 0, nodes: 2_000))
    let (whole, taken) = (try RoundTripTests.files(selection, format).bytes, Refusing())
    var sink = TextSink { _, bytes in
      guard taken.chunks < accepted else { throw Full() }
      taken.chunks += 1
      taken.bytes += bytes
    }
    // Two small files may be taken in fewer chunks than are accepted.
    do {
      try write(selection, WritingOptions(), &sink)
      #expect(taken.bytes == whole.flatMap(\.self))
    } catch is Full {
      #expect(taken.chunks == accepted && whole.flatMap(\.self).starts(with: taken.bytes))
    }
    if accepted == 0 { #expect(taken.bytes.isEmpty) }
  }

  @Test func `two nodes with one id have different names`() throws {
    var graph = PropertyGraph()
    for id in ["a", "b", "a", "#7", "e\u{301}", "é"] { graph.addNode(["N"], [("id", .string(id))]) }
    graph.addNode(["N"], [("id", .integer(1))])
    graph.addNode(["N"], [])
    let selection = GraphSelection(graph)
    // The number stands for the second "a", for what looks like a number, and where there is no text. Code points count, not looks.
    let ids = (0..<selection.nodeCount).map(selection.id(ofNode:))
    #expect(ids.map { Array($0.utf8) } == ["a", "b", "#2", "#3", "e\u{301}", "é", "#6", "#7"].map { Array($0.utf8) })
    let properties = (0..<selection.nodeCount).map { selection.node(at: $0).properties.map(\.value) }
    #expect(properties == [[], [], [.string("a")], [.string("#7")], [], [], [.integer(1)], []])
  }

  @Test(arguments: FormatCatalog.all.filter { $0.write != nil }.map(\.name))
  func `a key that only edges have, and ids that a format cannot hold`(name: String) throws {
    let format = try #require(FormatCatalog.format(named: name))
    for ids in [["a", "b"], ["a\u{1}", "b&\u{FFFF}"], []] {
      var graph = PropertyGraph()
      let nodes = (0..<2).map { graph.addNode(["A"], ids.isEmpty ? [] : [("id", .string(ids[$0]))]) }
      for _ in 0..<3 { graph.addEdge("R", from: nodes[0], to: nodes[1], [("id", .string("x")), ("at", .float(0.5))]) }
      let selection = GraphSelection(graph)
      let (view, copy) = (
        try RoundTripTests.files(selection, format), try RoundTripTests.files(InterchangeGraph(selection), format)
      )
      #expect(view.bytes == copy.bytes)
      #expect(view.remarks.line == copy.remarks.line)
    }
  }

  @Test func `a node without an id has none when its file is read`() throws {
    var graph = PropertyGraph()
    for _ in 0..<5 { graph.addNode(["N"], []) }
    for node in [0, 2] as [UInt32] { graph.removeNode(NodeID(rawValue: node)) }
    let file = InterchangeGraph(GraphSelection(graph))
    #expect(file.nodes.map(\.id) == ["#0", "#1", "#2"])
    var remarks = Remarks()
    let read = PropertyGraph(file, &remarks)
    #expect(read.nodeCount == 3 && read.nodes.allSatisfy { read.value("id", of: $0) == nil })
  }
}
