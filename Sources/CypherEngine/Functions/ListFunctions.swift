import CypherSyntax
import GraphModel

/// Functions of lists; some take texts as well.
enum ListFunctions {
  static let all: [Function] = [
    Function(
      "head", "The first element of a list.", [.init("list", .list)], result: .any,
      example: ("head([1, 2])", "1")
    ) { arguments, _ throws(CypherError) in try elements(arguments[0], "head").first ?? .null },
    Function(
      "isEmpty", "Whether a list, map or text has nothing in it.", [.init("value", [.list, .map, .string])],
      result: .boolean, example: ("isEmpty([])", "true")
    ) { arguments, _ throws(CypherError) in
      switch arguments[0] {
      case .list(let values): .boolean(values.isEmpty)
      case .map(let map): .boolean(map.entries.isEmpty)
      case .string(let text): .boolean(text.isEmpty)
      case let other: throw .unfit("isEmpty", "a list, map or text", other)
      }
    },
    Function(
      "last", "The last element of a list.", [.init("list", .list)], result: .any,
      example: ("last([1, 2])", "2")
    ) { arguments, _ throws(CypherError) in try elements(arguments[0], "last").last ?? .null },
    Function(
      "range", "The integers from start to end, both included, by steps of one or of step.",
      [.init("start", .any), .init("end", .any), .init("step", .any, isOptional: true)], result: .list,
      example: ("range(2, 8, 3)", "[2, 5, 8]"), isStrict: false
    ) { arguments, context throws(CypherError) in
      guard let numbers = try integerRange(arguments) else { return .null }
      try context.checkMemory(holding: numbers.count)
      var values: [Value] = []
      values.reserveCapacity(numbers.count)
      var number = numbers.start
      for _ in 0..<numbers.count {
        values.append(.integer(number))
        number &+= numbers.step
      }
      return .list(values)
    },
    Function(
      "reverse", "A list or text from its end to its start.", [.init("value", [.list, .string])],
      result: [.list, .string], example: ("reverse([1, 2])", "[2, 1]")
    ) { arguments, _ throws(CypherError) in
      switch arguments[0] {
      case .list(let values): .list(values.reversed())
      case .string(let text): .string(String(text.reversed()))
      case let other: throw .unfit("reverse", "a list or text", other)
      }
    },
    Function(
      "size", "How many elements a list has, entries a map, characters a text.",
      [.init("value", [.list, .string, .map])], result: .integer, example: ("size('Köln')", "4")
    ) { arguments, _ throws(CypherError) in
      switch arguments[0] {
      case .list(let values): .integer(Int64(values.count))
      case .map(let map): .integer(Int64(map.entries.count))
      case .string(let text): .integer(Int64(text.unicodeScalars.count))
      case let other: throw .unfit("size", "a list, map or text", other)
      }
    },
    Function(
      "tail", "A list without its first element.", [.init("list", .list)], result: .list,
      example: ("tail([1, 2, 3])", "[2, 3]")
    ) { arguments, _ throws(CypherError) in .list(Array(try elements(arguments[0], "tail").dropFirst())) },
  ]

  private static func elements(_ value: Value, _ name: String) throws(CypherError) -> [Value] {
    guard case .list(let values) = value else { throw .unfit(name, "a list", value) }
    return values
  }
}

/// The integers that `range(start, end, step)` stands for, without writing them down; `nil` where an argument is null.
///
/// - Throws: An argument error for arguments that are no integers, and for a step of 0.
func integerRange(_ arguments: [Value]) throws(CypherError) -> (start: Int64, step: Int64, count: Int)? {
  var numbers: [Int64] = []
  for argument in arguments {
    switch argument {
    case .integer(let number): numbers.append(number)
    case .null: return nil
    default:
      throw CypherError(
        .argument, .runtime, .invalidArgumentType, "range() takes integers, this is \(argument.literal)")
    }
  }
  let step = numbers.count > 2 ? numbers[2] : 1
  guard step != 0 else {
    throw CypherError(.argument, .runtime, .numberOutOfRange, "the step of range() cannot be 0")
  }
  let (start, end) = (numbers[0], numbers[1])
  if step > 0 ? start > end : start < end { return (start, step, 0) }
  // Unsigned, so that a range over all integers does not overflow.
  let distance = step > 0 ? UInt64(bitPattern: end &- start) : UInt64(bitPattern: start &- end)
  let count = distance / step.magnitude
  return (start, step, count >= UInt64(Int.max) ? Int.max : Int(count) + 1)
}
