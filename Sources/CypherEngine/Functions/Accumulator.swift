import CypherSyntax
package import GraphModel

/// What an aggregation has seen so far.
package enum Accumulator: Sendable {
  /// How many values were not null.
  case count(Int64)
  /// The sum of numbers or durations.
  case sum(Value)
  /// Sum and number of values.
  case mean(Mean)
  /// The smallest (sign -1) or greatest (sign 1) value.
  case extreme(Value?, sign: Int)
  /// The values in the order of the rows.
  case list([Value])
  /// Numbers, and the percentile that is asked for.
  case percentile([Value], at: Double?, isContinuous: Bool)
  /// Mean and sum of squared differences so far.
  case deviation(Deviation, isSample: Bool)

  /// Takes a value that is not null.
  ///
  /// - Parameter second: The value of the second argument, where the aggregation has one.
  /// - Throws: A type error for what cannot be added up; IntegerOverflow; NumberOutOfRange for a percentile beyond 0...1.
  mutating func add(_ value: Value, _ second: Value?) throws(CypherError) {
    switch self {
    case .count(let number): self = .count(number + 1)
    case .sum(let sum): self = .sum(try total(sum, value))
    case .mean(var mean):
      try mean.add(value)
      self = .mean(mean)
    case .extreme(let extreme, let sign):
      guard let extreme else {
        self = .extreme(value, sign: sign)
        return
      }
      if orderability(value, extreme) * sign > 0 { self = .extreme(value, sign: sign) }
    case .list(var values):
      // Let go first, so that appending finds the array unshared.
      self = .count(0)
      values.append(value)
      self = .list(values)
    case .percentile(var values, let known, let isContinuous):
      guard value.number != nil else { throw unfit("a percentile", value) }
      let percentile: Double = if let known { known } else { try Accumulator.percentile(second) }
      self = .count(0)
      values.append(value)
      self = .percentile(values, at: percentile, isContinuous: isContinuous)
    case .deviation(var deviation, let isSample):
      guard let number = value.number else { throw unfit("a standard deviation", value) }
      deviation.add(number)
      self = .deviation(deviation, isSample: isSample)
    }
  }

  /// The value of the aggregation.
  func result() throws(CypherError) -> Value {
    switch self {
    case .count(let number): .integer(number)
    case .sum(let sum): sum
    case .mean(let mean): try mean.result()
    case .extreme(let value, _): value ?? .null
    case .list(let values): .list(values)
    case .percentile(let values, let percentile, let isContinuous):
      Accumulator.percentile(percentile ?? 0, of: values, isContinuous: isContinuous)
    case .deviation(let deviation, let isSample): .float(deviation.result(isSample: isSample))
    }
  }

  private static func percentile(_ value: Value?) throws(CypherError) -> Double {
    guard let value, let percentile = value.number else {
      throw unfit("a percentile's second argument", value ?? .null)
    }
    guard (0...1).contains(percentile) else {
      throw CypherError(
        .argument, .runtime, .numberOutOfRange, "a percentile lies between 0.0 and 1.0, this is \(value.literal)")
    }
    return percentile
  }

  /// - Complexity: O(n log n).
  private static func percentile(_ percentile: Double, of values: [Value], isContinuous: Bool) -> Value {
    guard !values.isEmpty else { return .null }
    let sorted = values.sorted { orderability($0, $1) < 0 }
    if !isContinuous {
      let rank = Int((percentile * Double(sorted.count)).rounded(.up))
      return sorted[max(0, min(sorted.count - 1, rank - 1))]
    }
    let place = percentile * Double(sorted.count - 1)
    let below = Int(place.rounded(.down))
    let (low, high) = (sorted[below].number ?? 0, sorted[min(below + 1, sorted.count - 1)].number ?? 0)
    let share = place - Double(below)
    return .float(share == 0 ? low : low * (1 - share) + high * share)
  }
}

private func unfit(_ what: String, _ value: Value) -> CypherError {
  CypherError(.type, .runtime, .invalidArgumentType, "\(what) takes numbers, this is \(value.literal)")
}

/// Adds up numbers and durations.
private func total(_ sum: Value, _ value: Value) throws(CypherError) -> Value {
  switch value {
  case .integer, .float: return try add(sum, value)
  case .temporal(.duration):
    if case .integer(0) = sum { return value }
    return try add(sum, value)
  default:
    throw CypherError(
      .type, .runtime, .invalidArgumentType, "only numbers and durations can be added up, this is \(value.literal)")
  }
}

/// The mean of numbers or durations.
package struct Mean: Sendable {
  private var count: Int64 = 0
  private var sum = 0.0
  /// What rounding has taken from the sum (Neumaier's summation).
  private var lost = 0.0
  private var durations: Value?

  /// Has seen nothing.
  package init() {}

  mutating func add(_ value: Value) throws(CypherError) {
    count += 1
    if case .temporal(.duration) = value {
      durations = if let sum = durations { try CypherEngine.add(sum, value) } else { value }
      return
    }
    guard let number = value.number else {
      throw CypherError(
        .type, .runtime, .invalidArgumentType, "avg() takes numbers or durations, this is \(value.literal)")
    }
    let next = sum + number
    if next.isFinite {
      lost += abs(sum) >= abs(number) ? (sum - next) + number : (number - next) + sum
    }
    sum = next
  }

  func result() throws(CypherError) -> Value {
    if count == 0 { return .null }
    if let durations { return try divide(durations, .integer(count)) }
    return .float((sum + lost) / Double(count))
  }
}

/// Spread of numbers by Welford's recurrence (1962), which does not cancel digits.
package struct Deviation: Sendable {
  private var count = 0.0
  private var mean = 0.0
  private var squares = 0.0

  /// Has seen nothing.
  package init() {}

  mutating func add(_ number: Double) {
    count += 1
    let difference = number - mean
    mean += difference / count
    squares += difference * (number - mean)
  }

  func result(isSample: Bool) -> Double {
    let divisor = isSample ? count - 1 : count
    return divisor > 0 ? (squares / divisor).squareRoot() : 0
  }
}
