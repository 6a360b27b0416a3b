import CypherSyntax
import GraphModel

/// Functions of any value.
enum GeneralFunctions {
  static let all: [Function] = [
    Function(
      "coalesce", "The first argument that is not null.", [.init("values", .any)], isVariadic: true, result: .any,
      example: ("coalesce(null, 2, 3)", "2"), isStrict: false
    ) { arguments, _ in arguments.first { !$0.isNull } ?? .null },
    Function(
      "nullIf", "Null where both arguments are equal, else the first.",
      [.init("value", .any), .init("other", .any)], result: .any, example: ("nullIf('', '')", "null"), isStrict: false
    ) { arguments, _ in cypherEquals(arguments[0], arguments[1]) == true ? .null : arguments[0] },
    Function(
      "randomUUID", "A random identifier of version 4.", result: .string,
      example: ("size(randomUUID())", "36"), isConstant: false
    ) { _, context in .string(uuid(context.randomBits(), context.randomBits())) },
    Function(
      "timestamp", "Milliseconds since 1970-01-01 at UTC when the statement began.", result: .integer,
      example: ("timestamp() > 0", "true"), isConstant: false
    ) { _, context throws(CypherError) in try propertyOfValue(.temporal(context.now), "epochMillis") },
    Function(
      "valueType", "The name of a value's type.", [.init("value", .any)], result: .string,
      example: ("valueType(1.5)", "'FLOAT'"), isStrict: false
    ) { arguments, _ in .string(arguments[0].typeKeyword) },
  ]

  /// Two random words as RFC 9562 writes them.
  private static func uuid(_ first: UInt64, _ second: UInt64) -> String {
    let high = first & ~0xF000 | 0x4000
    let low = second & ~(0b11 << 62) | (0b10 << 62)
    func digits(_ word: UInt64) -> String {
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    let text = Array(digits(high) + digits(low))
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(text[$0]) }.joined(separator: "-")
  }
}

extension QueryContext {
  /// The next 64 random bits (SplitMix64; Steele, Lea and Flood 2014).
  func randomBits() -> UInt64 {
    randomState &+= 0x9E37_79B9_7F4A_7C15
    var bits = randomState
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

extension Value {
  /// The type's keyword in ISO GQL.
  fileprivate var typeKeyword: String {
    switch self {
    case .null: "NULL"
    case .boolean: "BOOLEAN"
    case .integer: "INTEGER"
    case .float: "FLOAT"
    case .string: "STRING"
    case .list: "LIST"
    case .map: "MAP"
    case .node: "NODE"
    case .edge: "RELATIONSHIP"
    case .path: "PATH"
    case .point: "POINT"
    case .temporal(.date): "DATE"
    case .temporal(.localTime): "LOCAL TIME"
    case .temporal(.time): "ZONED TIME"
    case .temporal(.localDateTime): "LOCAL DATETIME"
    case .temporal(.dateTime): "ZONED DATETIME"
    case .temporal(.duration): "DURATION"
    }
  }
}
