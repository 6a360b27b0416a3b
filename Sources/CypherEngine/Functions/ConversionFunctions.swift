import CypherSyntax
import Foundation
import GraphModel

/// Functions that turn a value into one of another type.
enum ConversionFunctions {
  static let all: [Function] = [
    converting(
      "toBoolean", "'true' or 'false' in any case, or an integer (0 is false), as truth value.",
      [.boolean, .string, .integer], .boolean, ("toBoolean('TRUE')", "true"), boolean),
    converting(
      "toFloat", "A number or its text as float; null for other texts.",
      [.number, .string], .float, ("toFloat('1.5')", "1.5"), float),
    converting(
      "toInteger",
      "A number, cut to its integer part, a truth value or a number's text as integer; null for other texts.",
      [.number, .string, .boolean], .integer, ("toInteger('12.9')", "12"), integer),
    converting(
      "toString", "A value as text.",
      [.number, .string, .boolean, .instant, .duration, .point], .string, ("toString(1.0)", "'1.0'"), string),
    orNull(
      "toBooleanOrNull", "toBoolean(), but null where there is none.", .boolean, ("toBooleanOrNull([])", "null"),
      boolean),
    orNull("toFloatOrNull", "toFloat(), but null where there is none.", .float, ("toFloatOrNull([])", "null"), float),
    orNull(
      "toIntegerOrNull", "toInteger(), but null where there is none.", .integer, ("toIntegerOrNull([])", "null"),
      integer),
    orNull(
      "toStringOrNull", "toString(), but null where there is none.", .string, ("toStringOrNull([])", "null"), string),
    eachElement(
      "toBooleanList", "Each element by toBooleanOrNull().", ("toBooleanList(['true', 'x'])", "[true, null]"), boolean),
    eachElement("toFloatList", "Each element by toFloatOrNull().", ("toFloatList(['1.5', 'x'])", "[1.5, null]"), float),
    eachElement(
      "toIntegerList", "Each element by toIntegerOrNull().", ("toIntegerList(['1', 'x'])", "[1, null]"), integer),
    eachElement(
      "toStringList", "Each element by toStringOrNull().", ("toStringList([1, null])", "['1', null]"), string),
  ]

  /// A conversion: the value, null where a text does not say one, or `nil` where the type has none.
  private typealias Conversion = @Sendable (Value) -> Value?

  private static func converting(
    _ name: String, _ summary: String, _ accepts: TypeSet, _ result: TypeSet,
    _ example: (expression: String, value: String), _ convert: @escaping Conversion
  ) -> Function {
    Function(name, summary, [.init("value", accepts)], result: result, example: example) {
      arguments, _ throws(CypherError) in
      guard let value = convert(arguments[0]) else { throw .unfit(name, accepts.wording, arguments[0]) }
      return value
    }
  }

  private static func orNull(
    _ name: String, _ summary: String, _ result: TypeSet, _ example: (expression: String, value: String),
    _ convert: @escaping Conversion
  ) -> Function {
    Function(name, summary, [.init("value", .any)], result: result, example: example) { arguments, _ in
      convert(arguments[0]) ?? .null
    }
  }

  private static func eachElement(
    _ name: String, _ summary: String, _ example: (expression: String, value: String), _ convert: @escaping Conversion
  ) -> Function {
    Function(name, summary, [.init("list", .list)], result: .list, example: example) {
      arguments, _ throws(CypherError) in
      guard case .list(let values) = arguments[0] else { throw .unfit(name, "a list", arguments[0]) }
      return .list(values.map { $0.isNull ? .null : convert($0) ?? .null })
    }
  }

  private static func boolean(_ value: Value) -> Value? {
    switch value {
    case .boolean: return value
    case .integer(let number): return .boolean(number != 0)
    case .string(let text):
      switch text.trimmed.lowercased() {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: return .null
      }
    default: return nil
    }
  }

  private static func float(_ value: Value) -> Value? {
    switch value {
    case .float: value
    case .integer(let number): .float(Double(number))
    case .string(let text): text.decimalNumber.map { .float($0) } ?? .null
    default: nil
    }
  }

  private static func integer(_ value: Value) -> Value? {
    switch value {
    case .integer: return value
    case .boolean(let flag): return .integer(flag ? 1 : 0)
    case .float(let number): return Int64(cut: number).map { .integer($0) } ?? .null
    case .string(let text):
      if let number = Int64(text.trimmed) { return .integer(number) }
      return text.decimalNumber.flatMap { Int64(cut: $0) }.map { .integer($0) } ?? .null
    default: return nil
    }
  }

  private static func string(_ value: Value) -> Value? {
    switch value {
    case .string: value
    case .boolean, .integer, .float, .temporal, .point: .string(value.description)
    default: nil
    }
  }
}

extension Int64 {
  /// The integer part; `nil` beyond 64 bits and for what is no number.
  init?(cut number: Double) {
    guard number.isFinite, abs(number) < 0x1p63 else { return nil }
    self.init(number)
  }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }

  /// The number that the text writes in decimal notation.
  fileprivate var decimalNumber: Double? {
    let text = trimmed
    // Double reads hexadecimal numbers and names as well; numbers in queries do not look like that.
    guard let first = text.utf8.first, text.utf8.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }),
      "0123456789.+-".utf8.contains(first)
    else { return nil }
    return Double(text)
  }
}

extension TypeSet {
  /// The types in words, for messages.
  var wording: String {
    let names: [(TypeSet, String)] = [
      (.boolean, "a truth value"), (.integer, "an integer"), (.float, "a float"), (.string, "a text"),
      (.list, "a list"),
      (.map, "a map"), (.node, "a node"), (.relationship, "a relationship"), (.path, "a path"), (.date, "a date"),
      (.localTime, "a local time"), (.time, "a time"), (.localDateTime, "a local date and time"),
      (.dateTime, "a date and time"), (.duration, "a duration"), (.point, "a point"),
    ]
    if self == .any { return "any value" }
    var parts = names.filter { isSuperset(of: $0.0) }.map(\.1)
    guard let last = parts.popLast() else { return "nothing" }
    return parts.isEmpty ? last : parts.joined(separator: ", ") + " or " + last
  }
}
