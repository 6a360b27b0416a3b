package import CypherSyntax
package import GraphModel

/// `left + right`: the sum of numbers, of a moment and a duration, or of durations; texts and lists are joined, an element is
/// added to a list.
///
/// - Throws: IntegerOverflow; a type error where there is no sum.
package func add(_ left: Value, _ right: Value) throws(CypherError) -> Value {
  switch (left, right) {
  case (.integer(let a), .integer(let b)):
    let (sum, isOverflow) = a.addingReportingOverflow(b)
    if isOverflow { throw .integerOverflow("\(a) + \(b)") }
    return .integer(sum)
  case (.float(let a), .float(let b)): return .float(a + b)
  case (.integer(let a), .float(let b)): return .float(Double(a) + b)
  case (.float(let a), .integer(let b)): return .float(a + Double(b))
  case (.string(let a), .string(let b)): return .string(a + b)
  case (.null, _), (_, .null): return .null
  case (.list(let a), .list(let b)): return .list(a + b)
  case (.list(let a), _): return .list(a + [right])
  case (_, .list(let b)): return .list([left] + b)
  case (.string(let a), _): if let b = right.joinableText { return .string(a + b) }
  case (_, .string(let b)): if let a = left.joinableText { return .string(a + b) }
  case (.temporal(let a), .temporal(let b)): if let sum = try add(a, b) { return .temporal(sum) }
  default: break
  }
  throw .noOperation("+", left, right)
}

/// `left - right`: the difference of numbers or durations, or a moment moved back by a duration.
package func subtract(_ left: Value, _ right: Value) throws(CypherError) -> Value {
  switch (left, right) {
  case (.integer(let a), .integer(let b)):
    let (difference, isOverflow) = a.subtractingReportingOverflow(b)
    if isOverflow { throw .integerOverflow("\(a) - \(b)") }
    return .integer(difference)
  case (.float(let a), .float(let b)): return .float(a - b)
  case (.integer(let a), .float(let b)): return .float(Double(a) - b)
  case (.float(let a), .integer(let b)): return .float(a - Double(b))
  case (.null, _), (_, .null): return .null
  case (.temporal(let a), .temporal(.duration(let b))):
    if let sum = try add(a, .duration(try b.negated())) { return .temporal(sum) }
  default: break
  }
  throw .noOperation("-", left, right)
}

/// `left * right`: the product of numbers, or of a duration and a number.
package func multiply(_ left: Value, _ right: Value) throws(CypherError) -> Value {
  switch (left, right) {
  case (.integer(let a), .integer(let b)):
    let (product, isOverflow) = a.multipliedReportingOverflow(by: b)
    if isOverflow { throw .integerOverflow("\(a) * \(b)") }
    return .integer(product)
  case (.float(let a), .float(let b)): return .float(a * b)
  case (.integer(let a), .float(let b)): return .float(Double(a) * b)
  case (.float(let a), .integer(let b)): return .float(a * Double(b))
  case (.null, _), (_, .null): return .null
  case (.temporal(.duration(let a)), .integer(let b)), (.integer(let b), .temporal(.duration(let a))):
    return .temporal(.duration(try a.multiplied(by: b)))
  case (.temporal(.duration(let a)), .float(let b)), (.float(let b), .temporal(.duration(let a))):
    return .temporal(.duration(try a.scaled(by: b)))
  default: throw .noOperation("*", left, right)
  }
}

/// `left / right`: of integers the whole part, towards zero; of a duration and a number a duration.
///
/// - Throws: DivisionByZero for integers; floats become infinite or NaN.
package func divide(_ left: Value, _ right: Value) throws(CypherError) -> Value {
  switch (left, right) {
  case (.integer(let a), .integer(let b)):
    if b == 0 { throw CypherError(.arithmetic, .runtime, .divisionByZero, "\(a) cannot be divided by zero") }
    let (quotient, isOverflow) = a.dividedReportingOverflow(by: b)
    if isOverflow { throw .integerOverflow("\(a) / \(b)") }
    return .integer(quotient)
  case (.float(let a), .float(let b)): return .float(a / b)
  case (.integer(let a), .float(let b)): return .float(Double(a) / b)
  case (.float(let a), .integer(let b)): return .float(a / Double(b))
  case (.null, _), (_, .null): return .null
  case (.temporal(.duration(let a)), _):
    guard let b = right.number else { throw .noOperation("/", left, right) }
    return .temporal(.duration(try a.divided(by: b)))
  default: throw .noOperation("/", left, right)
  }
}

/// `left % right`: the remainder, with the sign of the left.
///
/// - Throws: DivisionByZero for integers; floats become NaN.
package func modulo(_ left: Value, _ right: Value) throws(CypherError) -> Value {
  switch (left, right) {
  case (.integer(let a), .integer(let b)):
    if b == 0 { throw CypherError(.arithmetic, .runtime, .divisionByZero, "\(a) cannot be divided by zero") }
    return .integer(b == -1 ? 0 : a % b)
  case (.float(let a), .float(let b)): return .float(a.truncatingRemainder(dividingBy: b))
  case (.integer(let a), .float(let b)): return .float(Double(a).truncatingRemainder(dividingBy: b))
  case (.float(let a), .integer(let b)): return .float(a.truncatingRemainder(dividingBy: Double(b)))
  case (.null, _), (_, .null): return .null
  default: throw .noOperation("%", left, right)
  }
}

/// `-value`.
package func negate(_ value: Value) throws(CypherError) -> Value {
  switch value {
  case .integer(let number):
    if number == .min { throw .integerOverflow("-(\(number))") }
    return .integer(-number)
  case .float(let number): return .float(-number)
  case .null: return .null
  case .temporal(.duration(let duration)): return .temporal(.duration(try duration.negated()))
  case .boolean, .string, .temporal, .point, .list, .map, .node, .edge, .path:
    throw CypherError(
      .type, .runtime, .invalidArgumentType, "only numbers and durations have a negative, this is \(value.literal)")
  }
}

extension Value {
  /// The text that is joined to another text by `+`; `nil` where the value is not joined.
  fileprivate var joinableText: String? {
    switch self {
    case .integer, .float, .boolean, .temporal, .string: description
    case .null, .point, .list, .map, .node, .edge, .path: nil
    }
  }
}

extension CypherError {
  /// A calculation whose result has no 64-bit integer.
  static func integerOverflow(_ calculation: String) -> CypherError {
    CypherError(
      .arithmetic, .runtime, .integerOverflow, "the result of \(calculation) does not fit into 64 bits",
      suggestion: "use floats: toFloat(…)")
  }

  /// An operator for operands that it is not for.
  static func noOperation(_ sign: String, _ left: Value, _ right: Value) -> CypherError {
    CypherError(
      .type, .runtime, .invalidArgumentType,
      "\(sign) cannot be used for \(left.typeName) and \(right.typeName): \(left.literal) \(sign) \(right.literal)")
  }
}
