import GraphModel
import GraphStore
import TestSupport
import Testing

/// Columns change their kind as values of other types arrive; what is read must not.
@Suite struct PropertyChunkTests {
  private static let kinds: [@Sendable (inout SeededGenerator) -> Value] = [
    { .integer(Int64.random(in: .min ... .max, using: &$0)) },
    { .float(Double.random(in: -1...1, using: &$0)) },
    { .string("kind \(Int.random(in: 0..<5, using: &$0))") },
    { .string("a long text that is stored apart \(Int.random(in: 0..<100_000, using: &$0))") },
    { .boolean(Bool.random(using: &$0)) },
    { .list([.integer(Int64.random(in: 0..<9, using: &$0)), .string("x")]) },
    { _ in .null },
  ]

  @Test(arguments: 0..<12) func `columns hold what was put into them`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var graph = PropertyGraph()
    var expected: [Value] = []
    // Some runs of one kind, longer than a chunk, then mixed ones.
    for run in 0..<5 {
      let kind = Self.kinds[(seed + run) % Self.kinds.count]
      for _ in 0..<Int.random(in: 1...1200, using: &generator) {
        expected.append(kind(&generator))
        graph.addNode(["N"], [("key", expected[expected.count - 1])])
      }
    }
    let snapshot = graph
    let before = expected
    for _ in 0..<2000 {
      let position = Int.random(in: 0..<expected.count, using: &generator)
      expected[position] = Self.kinds[Int.random(in: 0..<Self.kinds.count, using: &generator)](&generator)
      graph.set("key", of: NodeID(rawValue: UInt32(position)), to: expected[position])
    }
    for position in expected.indices {
      let node = NodeID(rawValue: UInt32(position))
      #expect((graph.value("key", of: node) ?? .null) == expected[position])
      #expect((snapshot.value("key", of: node) ?? .null) == before[position])
    }
    #expect(graph.checkInvariants() == [])
  }

  /// Swift takes `é` and `e` with an accent behind it for equal; a store gives back what it was given.
  @Test(arguments: [0, 20]) func `texts that only look alike stay apart`(others: Int) {
    var graph = PropertyGraph()
    for number in 0..<others { graph.addNode(["N"], [("name", .string("other \(number)"))]) }
    let texts = ["\u{E9}", "e\u{301}", "\u{E9}", "\u{212B}", "A\u{30A}"]
    let nodes = texts.map { graph.addNode(["N"], [("name", .string($0))]) }
    let stored = nodes.map { graph.value("name", of: $0)?.text ?? "" }
    #expect(stored.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) })
  }

  @Test func `a column of many different texts keeps them all`() {
    var graph = PropertyGraph()
    for number in 0..<9000 { graph.addNode(["N"], [("name", .string("name \(number)"))]) }
    let names = graph.nodes(with: "N").compactMap { graph.value("name", of: $0)?.text }
    #expect(names == (0..<9000).map { "name \($0)" })
    #expect(graph.footprint.nodeProperties > 9000 * 16)
  }
}
