import GraphModel
import GraphStore
import TestSupport
import Testing

@Suite struct IndexTests {
  /// Nodes with values of several kinds, some the same, some changed and removed again.
  private func graph(seed: UInt64, nodes: Int = 900) -> PropertyGraph {
    var generator = SeededGenerator(seed: seed)
    var graph = PropertyGraph()
    graph.addIndex(on: "A", "key")
    func value() -> Value {
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: .integer(Int64.random(in: -20...20, using: &generator))
      case 1: .float(Double(Int.random(in: -40...40, using: &generator)) / 2)
      case 2: .string(["Neuss", "Neustadt", "neu", "Öhringen", "", "Neu"].randomElement(using: &generator) ?? "")
      case 3:
        CalendarDate(year: 2020, month: Int.random(in: 1...12, using: &generator), day: 5)
          .map { .temporal(.date($0)) } ?? .null
      case 4: .boolean(Bool.random(using: &generator))
      default: .null
      }
    }
    for _ in 0..<nodes { graph.addNode(Bool.random(using: &generator) ? ["A"] : ["B"], [("key", value())]) }
    for _ in 0..<nodes {
      let node = NodeID(rawValue: UInt32.random(in: 0..<UInt32(nodes), using: &generator))
      guard graph.contains(node) else { continue }
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: graph.removeNode(node)
      case 1: graph.setLabels(of: node, to: graph.has("A", node) ? ["B"] : ["A", "B"])
      default: graph.set("key", of: node, to: value())
      }
    }
    return graph
  }

  @Test(arguments: 0..<8) func `an index stays true to the nodes`(seed: UInt64) {
    let graph = graph(seed: seed)
    #expect(graph.checkInvariants() == [])
    var plain = graph
    plain.removeIndex(on: "A", "key")
    #expect(plain.nodes(with: "A", where: "key", from: (.integer(0), true), to: nil) == nil)
    for value in [Value.integer(3), .float(1.5), .string("Neu"), .boolean(true), .string("nobody")] {
      #expect(
        graph.nodes(with: "A", where: "key", equals: value) == plain.nodes(with: "A", where: "key", equals: value))
    }
  }

  @Test(arguments: 0..<8, [(-5.0, 5.0), (0, 0), (7.5, -1), (-100, 100)])
  func `ranges of numbers find what a scan finds`(seed: UInt64, bounds: (Double, Double)) {
    let graph = graph(seed: seed)
    for isInclusive in [true, false] {
      let found = graph.nodes(
        with: "A", where: "key", from: (.float(bounds.0), isInclusive), to: (.integer(Int64(bounds.1)), isInclusive))
      let upper = Double(Int64(bounds.1))
      let scanned = graph.nodes(with: "A").filter { node in
        guard let number = graph.value("key", of: node)?.number else { return false }
        return isInclusive
          ? (bounds.0 <= upper && (bounds.0...max(upper, bounds.0)).contains(number) && number <= upper)
          : number > bounds.0 && number < upper
      }
      #expect(found?.sorted() == scanned)
    }
  }

  @Test(arguments: 0..<8, ["Neu", "", "Ö", "x"]) func `beginnings find what a scan finds`(seed: UInt64, prefix: String)
  {
    let graph = graph(seed: seed)
    let scanned = graph.nodes(with: "A").filter { graph.value("key", of: $0)?.text?.hasPrefix(prefix) ?? false }
    #expect(graph.nodes(with: "A", where: "key", startsWith: prefix)?.sorted() == scanned)
  }

  @Test func `a range is in the order of its values`() throws {
    let graph = graph(seed: 3)
    let found = try #require(graph.nodes(with: "A", where: "key", from: (.integer(-9), true), to: nil))
    let numbers = found.compactMap { graph.value("key", of: $0)?.number }
    #expect(numbers == numbers.sorted() && numbers.count == found.count && !numbers.isEmpty)
  }

  @Test func `a unique property refuses a second owner and leaves no trace`() throws {
    var graph = PropertyGraph()
    let neuss = graph.addNode(["Town"], [("id", .string("neuss"))])
    try graph.addUniqueConstraint(on: "Town", "id")
    let before = graph
    let violation = ConstraintViolation(label: "Town", key: "id", value: .string("neuss"), owner: neuss)
    #expect(throws: violation) { try graph.insertNode(["Town"], [("id", .string("neuss"))]) }
    let goslar = try graph.insertNode(["Town"], [("id", .string("goslar"))])
    #expect(throws: violation) { try graph.update("id", of: goslar, to: .string("neuss")) }
    let other = try graph.insertNode(["Village"], [("id", .string("neuss"))])
    #expect(throws: violation) { try graph.updateLabels(of: other, to: ["Town"]) }
    #expect(graph.nodeCount == 3 && before.nodeCount == 1)
    #expect(graph.value("id", of: goslar) == .string("goslar") && graph.labels(of: other) == ["Village"])
    #expect(graph.checkInvariants() == [])
    // The owner itself may be given its own value again.
    try graph.update("id", of: neuss, to: .string("neuss"))
    graph.removeUniqueConstraint(on: "Town", "id")
    #expect(graph.uniqueKeys.isEmpty)
    try graph.update("id", of: goslar, to: .string("neuss"))
    #expect(throws: ConstraintViolation.self) { try graph.addUniqueConstraint(on: "Town", "id") }
    #expect(graph.uniqueKeys.isEmpty && graph.checkInvariants() == [])
  }
}
