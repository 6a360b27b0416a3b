import GraphModel
import GraphStore
import Interchange
import KnowledgeGraph
import TestSupport
import Testing

/// Numbers written by hand are those of the standard library, byte for byte.
@Suite struct DecimalTextTests {
  /// What GraphML holds of values of one type that a store keeps, in their order.
  private static func texts(_ values: [Value]) throws -> [String] {
    let format = try #require(FormatCatalog.format(named: "graphml"))
    var graph = PropertyGraph()
    for value in values { graph.addNode([], [("x", value)]) }
    let file = try RoundTripTests.files(GraphSelection(graph), format).bytes[0]
    return String(decoding: file, as: UTF8.self).matches(of: /<data key="n0">([^<]*)</).map { String($0.output.1) }
  }

  @Test func `integers of every length and sign`() throws {
    var numbers: [Int64] = [0, .max, .min, .min + 1]
    var power: Int64 = 1
    for _ in 0..<19 {
      numbers += [power, power - 1, -power, 1 - power]
      power = power.multipliedReportingOverflow(by: 10).partialValue
    }
    #expect(try Self.texts(numbers.map(Value.integer)) == numbers.map(String.init))
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func `floating-point numbers are written as they describe themselves`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var numbers: [Double] = [0, -0.0, 1, 7, 0.1, 0.001, 0.0009, 0.3 - 0.1, 1e9, 999_999_999.999999, 1e22]
    numbers.append(.leastNonzeroMagnitude)
    for decimals in 0...8 {
      for _ in 0..<200 {
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        numbers.append(Double(Int64(bitPattern: random.next()) >> Int64(random.next() % 64)) / scale)
      }
    }
    numbers += (0..<500).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
    #expect(try Self.texts(numbers.map(Value.float)) == numbers.map(\.description))
  }
}
