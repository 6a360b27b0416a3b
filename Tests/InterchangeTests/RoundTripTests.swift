import GraphModel
import GraphStore
import Interchange
import KnowledgeGraph
import TestSupport
import Testing

/// What is written reads back as it was, and what is broken is refused and never a crash.
@Suite struct RoundTripTests {
  static let readable = FormatCatalog.all.filter { $0.files != nil }.map(\.name)

  /// What a format writes: the bytes of each of its files.
  static func files(_ graph: any GraphSource, _ format: GraphFormat) throws -> (bytes: [[UInt8]], remarks: Remarks) {
    let write = try #require(format.write)
    let collected = Collected(format.parts.count)
    var sink = TextSink { collected.files[$0] += $1 }
    try write(graph, WritingOptions(), &sink)
    return (collected.files, sink.remarks)
  }

  private final class Collected {
    var files: [[UInt8]]
    init(_ count: Int) { files = Array(repeating: [], count: count) }
  }

  @Test(arguments: readable) func `random graphs come back as they were`(name: String) throws {
    let format = try #require(FormatCatalog.format(named: name))
    let read = try #require(format.files)
    for seed in 0..<200 as Range<UInt64> {
      let graph = SampleGraphs.graph(seed: seed)
      let written = try Self.files(graph, format)
      if name == "excel-ansi", !written.remarks.isEmpty { continue }
      let back = try read(written.bytes).graph
      #expect(back == graph, "\(name), seed \(seed)")
      // Tables remark what their usual readers make of them, though nothing is lost.
      if format.parts.count == 1 { #expect(written.remarks.line == "") }
      if back != graph { break }
    }
  }

  /// Parsers have limits of their own: the whole network in GEXF is more than 10 MB.
  @Test(arguments: readable) func `files of more than ten megabytes are read`(name: String) throws {
    let format = try #require(FormatCatalog.format(named: name))
    var graph = InterchangeGraph()
    let text = String(repeating: "Straße & Rathaus ", count: 1 << 16)
    graph.nodes = (0..<12).map {
      .init(id: "n\($0)", labels: ["A"], properties: [.init(key: "x", value: .string(text))])
    }
    graph.edges = [.init(id: "e0", type: "T", source: 0, target: 11, properties: [])]
    let read = try #require(format.files)
    let written = try Self.files(graph, format).bytes
    #expect(written.reduce(0) { $0 + $1.count } > 10_000_000)
    #expect(try read(written).graph == graph)
  }

  @Test(arguments: readable) func `properties that look like labels, and a single line end, stay what they are`(
    name: String
  ) throws {
    let format = try #require(FormatCatalog.format(named: name))
    var graph = InterchangeGraph()
    let texts: [InterchangeGraph.Property] = ["labels", "s"].map {
      .init(key: $0, value: .string($0 == "s" ? "\n" : ":X:Y"))
    }
    graph.nodes = [.init(id: "a", labels: ["A"], properties: texts), .init(id: "b", properties: texts)]
    graph.edges = [.init(id: "e0", type: "T", source: 0, target: 1, properties: texts)]
    let read = try #require(format.files)
    #expect(try read(Self.files(graph, format).bytes).graph == graph)
  }

  @Test func `a text that XML cannot hold leaves the others of its property as they are`() throws {
    let format = try #require(FormatCatalog.format(named: "graphml"))
    let read = try #require(format.files)
    var graph = InterchangeGraph()
    graph.nodes = ["Rathaus & Markt", "a\u{1}b", "c\u{FFFE}\u{FFFF}"].enumerated().map {
      .init(id: "n\($0)", labels: [], properties: [.init(key: "s", value: .string($1))])
    }
    var stored = PropertyGraph()
    for node in graph.nodes { stored.addNode([], [("id", .string(node.id)), ("s", node.properties[0].value)]) }
    for source in [graph, GraphSelection(stored)] as [any GraphSource] {
      let written = try Self.files(source, format)
      let text = String(decoding: written.bytes[0], as: UTF8.self)
      #expect(text.contains("attr.name=\"s\" attr.type=\"string\"/>"))
      #expect(text.contains("<data key=\"n0\">Rathaus &amp; Markt</data>"))
      #expect(text.contains("<data key=\"n0\" cdo:kind=\"value\">&quot;a\\u0001b&quot;</data>"))
      #expect(text.contains("<data key=\"n0\" cdo:kind=\"value\">&quot;c\\ufffe\\uffff&quot;</data>"))
      #expect(written.remarks.isEmpty)
      #expect(try read(written.bytes).graph == graph)
    }
  }

  /// Ids and names that some format cannot hold, and what stands in for them there.
  static let lookalikes = [
    "a\u{1}", "a\u{2}", "a\u{FFFD}", "a\u{FFFD}~2", "b\\", "b&#92;", "c\0", "c\u{FFFD}", "Ł", "Ś", "?", "e\u{301}", "é",
  ]

  /// Nodes in a row, each with the next; each has a property of its own.
  static var chain: InterchangeGraph {
    var graph = InterchangeGraph()
    graph.nodes = lookalikes.map { .init(id: $0, properties: [.init(key: $0, value: .string("x"))]) }
    graph.edges = (1..<lookalikes.count).map { .init(id: "e\($0 - 1)", type: "T", source: $0 - 1, target: $0) }
    return graph
  }

  @Test(arguments: readable) func `what differs stays different where a format cannot hold it`(name: String) throws {
    let format = try #require(FormatCatalog.format(named: name))
    let read = try #require(format.files)
    let written = try Self.files(Self.chain, format)
    let back = try read(written.bytes)
    #expect(Set(back.graph.nodes.map { Array($0.id.utf8) }).count == Self.lookalikes.count)
    #expect(back.graph.edges.map { [$0.source, $0.target] } == Self.chain.edges.map { [$0.source, $0.target] })
    // Names of properties that look the same are the same.
    #expect(Set(back.graph.nodes.compactMap { $0.properties.first?.key }).count == Set(Self.lookalikes).count)
    #expect(back.graph == Self.chain || !written.remarks.isEmpty)
  }

  @Test(arguments: readable) func `NaN comes back as NaN`(name: String) throws {
    let format = try #require(FormatCatalog.format(named: name))
    var graph = InterchangeGraph()
    graph.nodes = [.init(id: "a", properties: [.init(key: "x", value: .float(.nan))])]
    let read = try #require(format.files)
    let back = try read(Self.files(graph, format).bytes).graph
    #expect(back.nodes.first?.properties.first?.value.number?.isNaN == true)
  }

  @Test(arguments: readable) func `truncated and altered files are read or refused`(name: String) throws {
    let format = try #require(FormatCatalog.format(named: name))
    let read = try #require(format.files)
    var random = SeededGenerator(seed: 7)
    let whole = try Self.files(SampleGraphs.graph(seed: 3), format).bytes
    for _ in 0..<400 {
      let altered = whole.map { file in
        var altered = Array(file.prefix(Int.random(in: 0...file.count, using: &random)))
        for _ in 0..<Int.random(in: 0...3, using: &random) where !altered.isEmpty {
          altered[Int.random(in: 0..<altered.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        return altered
      }
      do { _ = try read(altered) } catch { #expect(error is InterchangeFault) }
    }
    // A table may end after any record; all else says where it ends.
    guard format.parts.count == 1 else { return }
    #expect(throws: InterchangeFault.self) { _ = try read([Array(whole[0].prefix(whole[0].count / 2))]) }
  }
}

extension GraphFormat {
  /// Reads the bytes of its files; nil for formats that are read in another way or not at all.
  var files: (@Sendable ([[UInt8]]) throws -> Content)? { if case .files(let read) = reading { read } else { nil } }
}
