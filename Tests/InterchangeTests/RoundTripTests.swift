import GraphModel
import Interchange
import TestSupport
import Testing

/// What is written reads back as it was, and what is broken is refused and never a crash.
@Suite struct RoundTripTests {
  static let readable = FormatCatalog.all.filter { $0.read != nil && $0.write != nil }.map(\.name)

  static func bytes(_ graph: InterchangeGraph, _ format: GraphFormat) throws -> (bytes: [UInt8], remarks: Remarks) {
    let write = try #require(format.write)
    let collected = Collected()
    var sink = TextSink { collected.bytes += $0 }
    try write(graph, &sink)
    return (collected.bytes, sink.remarks)
  }

  private final class Collected { var bytes: [UInt8] = [] }

  @Test(arguments: readable) func `random graphs come back as they were`(name: String) throws {
    let format = try #require(FormatCatalog.format(named: name))
    let read = try #require(format.read)
    for seed in 0..<200 as Range<UInt64> {
      let graph = SampleGraphs.graph(seed: seed)
      let written = try Self.bytes(graph, format)
      let back = try read(written.bytes).graph
      #expect(back == graph, "\(name), seed \(seed)")
      #expect(written.remarks.isEmpty)
      if back != graph { break }
    }
  }

  @Test(arguments: readable) func `NaN comes back as NaN`(name: String) throws {
    let format = try #require(FormatCatalog.format(named: name))
    var graph = InterchangeGraph()
    graph.nodes = [.init(id: "a", properties: [.init(key: "x", value: .float(.nan))])]
    let read = try #require(format.read)
    let back = try read(Self.bytes(graph, format).bytes).graph
    #expect(back.nodes.first?.properties.first?.value.number?.isNaN == true)
  }

  @Test(arguments: readable) func `truncated and altered files are read or refused`(name: String) throws {
    let format = try #require(FormatCatalog.format(named: name))
    let read = try #require(format.read)
    var random = SeededGenerator(seed: 7)
    let whole = try Self.bytes(SampleGraphs.graph(seed: 3), format).bytes
    for _ in 0..<400 {
      var altered = Array(whole.prefix(Int.random(in: 0...whole.count, using: &random)))
      for _ in 0..<Int.random(in: 0...3, using: &random) where !altered.isEmpty {
        altered[Int.random(in: 0..<altered.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do { _ = try read(altered) } catch { #expect(error is InterchangeFault) }
    }
    #expect(throws: InterchangeFault.self) { _ = try read(Array(whole.prefix(whole.count / 2))) }
  }
}
