import Diagrams
import GraphModel
import GraphStore
import Interchange
import KnowledgeGraph
import TestSupport
import Testing

/// Formats that another part of the program helps to read.
@Suite struct AssistedReadingTests {
  private func parse(_ text: [UInt8]) async throws -> GraphFormat.Content {
    let worker = RenderWorker(executable: RunningProgram.cdograph, arguments: ["dot-worker"])
    let parsed = try await worker.parse(dot: text)
    guard case .parsedByGraphviz(let read)? = FormatCatalog.format(named: "dot")?.reading else {
      throw InterchangeFault("DOT is not read by Graphviz")
    }
    return try read(parsed)
  }

  @Test func `random graphs come back from DOT`() async throws {
    let format = try #require(FormatCatalog.format(named: "dot"))
    for seed in 0..<60 as Range<UInt64> {
      let graph = SampleGraphs.graph(seed: seed)
      let written = try RoundTripTests.files(graph, format)
      let back = try await parse(written.bytes[0]).graph
      #expect(back == graph, "seed \(seed)")
      if back != graph { break }
    }
  }

  @Test func `ids that differ stay different in DOT`() async throws {
    let format = try #require(FormatCatalog.format(named: "dot"))
    let (graph, written) = (RoundTripTests.chain, try RoundTripTests.files(RoundTripTests.chain, format))
    let back = try await parse(written.bytes[0]).graph
    #expect(back.nodes.count == graph.nodes.count)
    #expect(back.edges.map { [$0.source, $0.target] } == graph.edges.map { [$0.source, $0.target] })
    #expect(written.remarks.line.contains("an id with a character that the format cannot hold, changed (2 times)"))
  }

  @Test(arguments: ["x", "ü", "\\", "\"", "\\ü", "a\n", "🦊\\\\"])
  func `texts that are long for Graphviz's scanner come back from DOT`(piece: String) async throws {
    let format = try #require(FormatCatalog.format(named: "dot"))
    for count in [3_999, 7_999, 8_000, 8_001, 16_383, 16_384, 40_000] {
      let text = String(repeating: piece, count: count) + "."
      var graph = InterchangeGraph()
      graph.nodes = [
        .init(id: text, labels: [text], properties: [.init(key: "x", value: .string(text))]), .init(id: "b"),
      ]
      graph.edges = [.init(id: "e0", type: text, source: 0, target: 1)]
      let back = try await parse(RoundTripTests.files(graph, format).bytes[0]).graph
      #expect(back == graph, "\(count)")
    }
  }

  @Test func `DOT of others is read by the parser of Graphviz`() async throws {
    let text = """
      graph { node [shape=box]; subgraph cluster_a { a [label="A\\nB"]; } a -- { b c } [label="x"]; d [label=<<b>fett</b>>] }
      """
    let (graph, remarks) = try await parse(Array(text.utf8))
    #expect(graph.nodes.map(\.id) == ["a", "b", "c", "d"])
    #expect(graph.nodes[0].properties.first { $0.key == "name" }?.value.text == "A\nB")
    #expect(graph.nodes[1].properties == [.init(key: "shape", value: .string("box"))])
    #expect(graph.edges.map(\.type) == ["x", "x"])
    #expect(remarks.counted.map(\.count) == [2, 1])
  }

  @Test(arguments: ["digraph {\n a -> }", "x", "", "digraph { a [label=\"", "digraph {\u{0}}"])
  func `what is no DOT is refused`(text: String) async {
    await #expect {
      _ = try await parse(Array(text.utf8))
    } throws: { error in
      if case .notDOT? = error as? DotParsingError { true } else { false }
    }
  }

  @Test func `random graphs come back from Cypher scripts`() throws {
    let format = try #require(FormatCatalog.format(named: "cypher"))
    for seed in 0..<100 as Range<UInt64> {
      var remarks = Remarks()
      let graph = PropertyGraph(SampleGraphs.graph(seed: seed, isPlain: true), &remarks)
      let selection = GraphSelection(graph)
      let written = try RoundTripTests.files(selection, format)
      let back = try InterchangeGraph(runningScript: String(decoding: written.bytes[0], as: UTF8.self))
      let (found, wanted) = (back.canonical, InterchangeGraph(selection).canonical)
      for (node, other) in zip(found.nodes, wanted.nodes) { #expect(node == other, "seed \(seed)") }
      for (edge, other) in zip(found.edges, wanted.edges) { #expect(edge == other, "seed \(seed)") }
      #expect(found.nodes.count == wanted.nodes.count && found.edges.count == wanted.edges.count)
      #expect(written.remarks.isEmpty, "\(written.remarks.line)")
      if found != wanted { break }
    }
  }

  @Test func `a script with an error names its statement and shows the line of the file`() {
    #expect {
      try InterchangeGraph(runningScript: "CREATE (a);\n\nCREATE (b)\n  RETRUN b;\n")
    } throws: {
      ($0 as? ScriptFailure).map {
        $0.statement == 2 && $0.line == 3 && $0.failure.description.contains("\n  4 |   RETRUN b\n")
      } == true
    }
  }
}

extension InterchangeGraph {
  /// The graph with its edges in an order of their own, since scripts group them by type.
  fileprivate var canonical: InterchangeGraph {
    var graph = self
    graph.edges = edges.map { edge in
      var edge = edge
      edge.id = ""
      return edge
    }.sorted { "\($0)" < "\($1)" }
    return graph
  }
}
