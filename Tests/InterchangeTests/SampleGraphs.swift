import GraphModel
import Interchange
import TestSupport

/// Seeded random graphs with all that formats stumble over.
enum SampleGraphs {
  private static let texts = [
    "", "Müller & Söhne", "a\"b'c", "line\nbreak\r\nand\ttab", "🦊👩‍👩‍👧", "]]>", "\\", "\\n", "<b>fett</b>", " blank ",
    "=1+1",
    "null", "@type", "a;b,c", ":A:B", "\u{1}\u{1F}", "{\"@type\":\"date\"}", "2024-02-30", "x\u{FFFE}\u{FFFF}",
  ]

  /// A graph.
  ///
  /// - Parameter isPlain: Only values that every engine keeps as properties: no nulls, maps or lists of several kinds.
  static func graph(seed: UInt64, isPlain: Bool = false) -> InterchangeGraph {
    var random = SeededGenerator(seed: seed)
    var graph = InterchangeGraph()
    let count = Int.random(in: 1...12, using: &random)
    for number in 0..<count {
      let labels = ["Ort", "a:b", "x\\y", "Größe", "Imported"].filter { _ in Bool.random(using: &random) }
      graph.nodes.append(
        InterchangeGraph.Node(id: "\(number) ü&\"", labels: labels, properties: properties(&random, isPlain)))
    }
    for number in 0..<Int.random(in: 0...20, using: &random) {
      graph.edges.append(
        InterchangeGraph.Edge(
          id: "e\(number)", type: ["KENNT", "", "a b"].randomElement(using: &random) ?? "",
          source: Int.random(in: 0..<count, using: &random), target: Int.random(in: 0..<count, using: &random),
          properties: properties(&random, isPlain)))
    }
    return graph
  }

  private static func properties(_ random: inout SeededGenerator, _ isPlain: Bool) -> [InterchangeGraph.Property] {
    let keys =
      isPlain
      ? ["a b", "`x`", "key", "importId", "importId2"]
      : [
        "id", "labels", "@x", "@id", "@@labels", "metadata", "source", "a b", "ü\"<", "type", "key", "list", "n1", "n2",
        "label", "self", "self_", "viz",
      ]
    let chosen = keys.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    // One key of each kind keeps to it, so that plain columns are tried as well.
    let plain: [(String, Value)] = [
      ("ganz", .integer([0, -1, .max, .min].randomElement(using: &random) ?? 0)),
      ("float", .float([0.1, -0.0, 1e300, .infinity, -.infinity].randomElement(using: &random) ?? 0)),
      ("flag", .boolean(Bool.random(using: &random))), ("text", .string(texts.randomElement(using: &random) ?? "")),
    ]
    return ValueMap(plain + chosen.map { ($0, isPlain ? plainValue(&random) : value(&random, depth: 0)) }).entries
  }

  private static func plainValue(_ random: inout SeededGenerator) -> Value {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: .list([.string("a"), .string("'\\\"")])
    case 1: .list([.integer(1), .integer(.min)])
    case 2: CalendarDate(year: 2024, month: 2, day: 29).map { .temporal(.date($0)) } ?? .boolean(true)
    case 3: .point(Point(.wgs84, x: 6.69, y: 51.2))
    default: value(&random, depth: 9).keptAsProperty ?? .boolean(false)
    }
  }

  private static func value(_ random: inout SeededGenerator, depth: Int) -> Value {
    let time = TimeOfDay(hour: 23, minute: 59, second: 7, nanosecond: 5) ?? TimeOfDay(hour: 0, minute: 0)
    let date = CalendarDate(year: Int.random(in: -20000...20000, using: &random), month: 2, day: 28)
    switch Int.random(in: 0..<(depth > 2 ? 9 : 11), using: &random) {
    case 0: return .null
    case 1: return .boolean(true)
    case 2: return .integer(.min)
    case 3: return .float([1.0, 0.1, .infinity, -.infinity].randomElement(using: &random) ?? 0)
    case 4: return date.map { .temporal(.date($0)) } ?? .null
    case 5: return time.map { .temporal(.time($0, offset: -3601)) } ?? .null
    case 6:
      guard let date, let time else { return .null }
      return .temporal(.dateTime(date, time, TimeZoneOffset(seconds: 3600, name: "Europe/Berlin")))
    case 7:
      return CalendarDuration(months: -3, days: 5, seconds: -7, nanoseconds: 9).map { .temporal(.duration($0)) }
        ?? .null
    case 8: return .string(texts.randomElement(using: &random) ?? "")
    case 9 where depth == 0:
      return .list((0..<Int.random(in: 1...3, using: &random)).map { .string("\($0) " + texts[$0]) })
    case 9: return .list((0..<Int.random(in: 0...3, using: &random)).map { _ in value(&random, depth: depth + 1) })
    default:
      let keys = ["@type", "@value", "a", "ß"].filter { _ in Bool.random(using: &random) }
      return .map(ValueMap(keys.map { ($0, value(&random, depth: depth + 1)) }))
    }
  }
}

extension Value {
  /// The value, where every engine keeps it as a property.
  fileprivate var keptAsProperty: Value? {
    switch self {
    // Its zone would not fit a random year.
    case .temporal(.dateTime), .null, .list, .map, .node, .edge, .path: nil
    case .boolean, .integer, .float, .string, .temporal, .point: self
    }
  }
}
