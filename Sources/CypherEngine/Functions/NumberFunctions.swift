import CypherSyntax
import Foundation
import GraphModel

/// Functions of numbers; trigonometry has a file of its own.
enum NumberFunctions {
  static let all: [Function] = [
    Function(
      "abs", "A number without its sign.", [.init("number", .number)], result: .number,
      example: ("abs(-2)", "2")
    ) { arguments, _ throws(CypherError) in
      switch arguments[0] {
      case .integer(.min): throw .integerOverflow("abs(\(Int64.min))")
      case .integer(let number): .integer(abs(number))
      case .float(let number): .float(abs(number))
      case let other: throw .unfit("abs", "a number", other)
      }
    },
    real("ceil", "The least whole number that is not below a number.", ("ceil(1.2)", "2.0")) { $0.rounded(.up) },
    Function("e", "Euler's number.", result: .float, example: ("round(e(), 2)", "2.72")) { _, _ in .float(M_E) },
    real("exp", "e to the power of a number.", ("exp(0)", "1.0")) { exp($0) },
    real("floor", "The greatest whole number that is not above a number.", ("floor(1.8)", "1.0")) { $0.rounded(.down) },
    Function(
      "isNaN", "Whether a float is not a number.", [.init("number", .number)], result: .boolean,
      example: ("isNaN(0.0 / 0.0)", "true")
    ) { arguments, _ throws(CypherError) in .boolean(try number(arguments[0], "isNaN").isNaN) },
    real("log", "The natural logarithm.", ("log(1)", "0.0")) { log($0) },
    real("log10", "The logarithm to base 10.", ("log10(1000)", "3.0")) { log10($0) },
    Function(
      "rand", "A random float from 0.0 up to but not including 1.0.", result: .float,
      example: ("rand() < 1", "true"), isConstant: false
    ) { _, context in .float(Double(context.randomBits() >> 11) * 0x1p-53) },
    Function(
      "round",
      "A number to whole numbers or to digits after the point; halves go away from zero unless a mode is named: UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN.",
      [
        .init("number", .number), .init("digits", .integer, isOptional: true), .init("mode", .string, isOptional: true),
      ],
      result: .float, example: ("round(2.345, 2)", "2.35")
    ) { arguments, _ throws(CypherError) in try rounded(arguments) },
    Function(
      "sign", "-1, 0 or 1 for a negative number, zero or a positive number.", [.init("number", .number)],
      result: .integer, example: ("sign(-0.5)", "-1")
    ) { arguments, _ throws(CypherError) in
      let number = try number(arguments[0], "sign")
      return .integer(number > 0 ? 1 : number < 0 ? -1 : 0)
    },
    real("sqrt", "The square root; not a number below 0.", ("sqrt(9)", "3.0")) { $0.squareRoot() },
  ]

  static func number(_ value: Value, _ name: String) throws(CypherError) -> Double {
    guard let number = value.number else { throw .unfit(name, "a number", value) }
    return number
  }

  /// A function from a number to a float.
  static func real(
    _ name: String, _ summary: String, _ example: (expression: String, value: String),
    _ compute: @escaping @Sendable (Double) -> Double
  ) -> Function {
    Function(name, summary, [.init("number", .number)], result: .float, example: example) {
      arguments, _ throws(CypherError) in
      .float(compute(try number(arguments[0], name)))
    }
  }

  private static func rounded(_ arguments: [Value]) throws(CypherError) -> Value {
    let value = try number(arguments[0], "round")
    guard value.isFinite else { return .float(value) }
    var digits = 0
    if arguments.count > 1 {
      guard case .integer(let wanted) = arguments[1] else {
        throw .unfit("round", "an integer of digits", arguments[1])
      }
      guard (0...308).contains(wanted) else {
        throw CypherError(
          .argument, .runtime, .numberOutOfRange, "round() takes 0 to 308 digits, this is \(wanted)")
      }
      digits = Int(wanted)
    }
    guard arguments.count > 2 else {
      // Without a mode a half of a whole number goes up, -1.5 to -1, as in openCypher; with digits away from zero.
      if arguments.count == 1 { return .float((value + 0.5).rounded(.down)) }
      return .float(decimal(value, digits, .plain) ?? value)
    }
    guard case .string(let mode) = arguments[2] else { throw .unfit("round", "a mode", arguments[2]) }
    return .float(try decimal(value, digits, mode))
  }

  private static func decimal(_ value: Double, _ digits: Int, _ mode: String) throws(CypherError) -> Double {
    let isNegative = value < 0
    let rounding: NSDecimalNumber.RoundingMode
    switch mode.uppercased() {
    case "UP": rounding = isNegative ? .down : .up
    case "DOWN": rounding = isNegative ? .up : .down
    case "CEILING": rounding = .up
    case "FLOOR": rounding = .down
    case "HALF_UP": rounding = .plain
    case "HALF_EVEN": rounding = .bankers
    case "HALF_DOWN":
      let size = pow(10, -Double(digits)) / 2
      let nearest = decimal(value, digits, .plain) ?? value
      let isTie = abs(abs(nearest - value) - size) < size * 1e-9
      return isTie ? decimal(value, digits, isNegative ? .up : .down) ?? value : nearest
    default:
      throw CypherError(
        .argument, .runtime, .invalidArgumentValue, "'\(mode)' is no rounding mode",
        suggestion: "UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN or HALF_EVEN")
    }
    return decimal(value, digits, rounding) ?? value
  }

  /// Rounds the shortest decimal text of a number, so that 2.345 is taken for what it looks like; `nil` where decimals do not
  /// reach.
  private static func decimal(_ value: Double, _ digits: Int, _ mode: NSDecimalNumber.RoundingMode) -> Double? {
    guard var exact = Decimal(string: String(value)) else { return nil }
    var result = Decimal()
    NSDecimalRound(&result, &exact, digits, mode)
    let number = Double(result.description)
    return number.map { $0.isFinite ? $0 : value }
  }
}
