/// What was lost or changed between a graph and a file, counted by kind.
public struct Remarks: Sendable, Equatable {
  private var counts: [String: Int] = [:]

  /// Makes an empty collection.
  public init() {}

  /// Whether there is nothing to say.
  public var isEmpty: Bool { counts.isEmpty }

  /// Counts one more case of `kind`, such as `"a list written as JSON text"`.
  public mutating func note(_ kind: String, count: Int = 1) {
    if count > 0 { counts[kind, default: 0] += count }
  }

  /// Counts what other remarks have counted too.
  mutating func note(_ other: Remarks) { counts.merge(other.counts, uniquingKeysWith: +) }

  /// Each kind with how often it occurred, in alphabetical order.
  public var counted: [(kind: String, count: Int)] { counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

  /// One line: each kind with how often it occurred.
  public var line: String {
    counted.map { $0.count == 1 ? $0.kind : "\($0.kind) (\($0.count) times)" }.joined(separator: "; ")
  }
}

extension Remarks {
  /// Remarks an id of an edge that is more than its number, for formats that number edges anew.
  mutating func noteLostID(of edge: InterchangeGraph.Edge) {
    if !edge.isNumbered { note("the id of an edge left out") }
  }
}

extension InterchangeGraph.Edge {
  /// Whether the id is no more than a number, `e17` or `17`: what an edge is called that has no id of its own.
  public var isNumbered: Bool {
    let digits = id.utf8.first == UInt8(ascii: "e") ? id.utf8.dropFirst() : id.utf8[...]
    return digits.allSatisfy { (48...57).contains($0) }
  }
}
