import CypherSyntax
import GraphModel

/// Reads the texts of ISO 8601 for durations.
enum DurationText {
  /// `P1Y2M10DT2H30M`, `P2.5W`, `PT-0.5S`, `P2012-02-02T14:37:21.545`; a sign before the P turns all parts.
  ///
  /// - Throws: An arithmetic error where a part does not fit into 64 bits.
  /// - Returns: `nil` where the text is no duration.
  static func duration(_ text: String) throws(CypherError) -> CalendarDuration? {
    var rest = Substring(text)
    let isTurned = rest.first == "-"
    if isTurned || rest.first == "+" { rest.removeFirst() }
    guard rest.first == "P" || rest.first == "p" else { return nil }
    rest.removeFirst()
    guard let duration = try units(rest) ?? calendar(rest) else { return nil }
    return isTurned ? try duration.negated() : duration
  }

  /// Amounts with their units.
  private static func units(_ text: Substring) throws(CypherError) -> CalendarDuration? {
    let halves = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == "t" }
    guard let days = amounts(halves[0], units: "YMWD"),
      let clock = halves.count == 2 ? amounts(halves[1], units: "HMS") : [:]
    else { return nil }
    if days.isEmpty, clock.isEmpty { return nil }
    if halves.count == 2, clock.isEmpty { return nil }
    var fields: [String: Value] = [:]
    let names: [(Character, String)] = [("Y", "years"), ("M", "months"), ("W", "weeks"), ("D", "days")]
    for (unit, name) in names { fields[name] = days[unit] }
    let clockNames: [(Character, String)] = [("H", "hours"), ("M", "minutes"), ("S", "seconds")]
    for (unit, name) in clockNames { fields[name] = clock[unit] }
    fields["nanoseconds"] = clock[fractionOfSecond]
    return try DurationFields.duration(fields)
  }

  /// The amount of each unit; `nil` where something else stands there, or a unit out of its place.
  private static func amounts(_ text: Substring, units: String) -> [Character: Value]? {
    var found: [Character: Value] = [:]
    var remaining = Substring(units)
    var rest = text
    while !rest.isEmpty {
      let number = rest.prefix { "+-.,0123456789".contains($0) }
      rest = rest.dropFirst(number.count)
      guard let unit = rest.first?.uppercased().first, let place = remaining.firstIndex(of: unit) else { return nil }
      let plain = number.replacing(",", with: ".")
      guard plain.last.map({ $0.isNumber }) ?? false else { return nil }
      if let whole = Int64(plain) {
        found[unit] = .integer(whole)
      } else if unit == "S", let (seconds, nanoseconds) = exactSeconds(String(plain)) {
        (found[unit], found[fractionOfSecond]) = (.integer(seconds), .integer(nanoseconds))
      } else if let amount = Double(plain), amount.isFinite {
        found[unit] = .float(amount)
      } else {
        return nil
      }
      remaining = remaining[remaining.index(after: place)...]
      rest.removeFirst()
    }
    return found
  }

  /// Stands for the nanoseconds beside the units of a text.
  private static let fractionOfSecond: Character = "."

  /// Seconds with up to nine digits behind the point, without the rounding of binary numbers.
  private static func exactSeconds(_ text: String) -> (seconds: Int64, nanoseconds: Int64)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...9).contains(parts[1].count), let seconds = Int64(parts[0]),
      var nanoseconds = TemporalText.number(parts[1], parts[1].count)
    else { return nil }
    for _ in parts[1].count..<9 { nanoseconds *= 10 }
    return (seconds, Int64(text.hasPrefix("-") ? -nanoseconds : nanoseconds))
  }

  /// Written like a day and a time: `2012-02-02T14:37:21.545`.
  private static func calendar(_ text: Substring) -> CalendarDuration? {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let years = TemporalText.number(parts[0], 4), let months = TemporalText.number(parts[1], 2),
      let days = TemporalText.number(parts[2], 2), months <= 12, days <= 31
    else { return nil }
    var time = TimeOfDay.midnight
    if halves.count == 2 {
      guard let clock = TemporalText.time(halves[1]) else { return nil }
      time = clock
    }
    return CalendarDuration(
      months: Int64(years * 12 + months), days: Int64(days), seconds: Int64(time.secondOfDay),
      nanoseconds: Int64(time.nanosecond))
  }
}

/// The fields of a map that describes a duration.
enum DurationFields {
  /// Months, days, seconds and nanoseconds that one of each field makes.
  private static let weights: [String: (months: Int64, days: Int64, seconds: Int64, nanoseconds: Int64)] = [
    "years": (12, 0, 0, 0), "quarters": (3, 0, 0, 0), "months": (1, 0, 0, 0), "weeks": (0, 7, 0, 0),
    "days": (0, 1, 0, 0), "hours": (0, 0, 3600, 0), "minutes": (0, 0, 60, 0), "seconds": (0, 0, 1, 0),
    "milliseconds": (0, 0, 0, 1_000_000), "microseconds": (0, 0, 0, 1000), "nanoseconds": (0, 0, 0, 1),
  ]

  /// The duration of some fields: exact where all amounts are integers, else fractions go on to the smaller parts.
  static func duration(_ fields: [String: Value]) throws(CypherError) -> CalendarDuration {
    var exact = CalendarDuration.zero
    var hasFraction = false
    var (months, days, seconds, nanoseconds) = (0.0, 0.0, 0.0, 0.0)
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      guard let weight = weights[name] else {
        throw .noMoment(
          "a duration has no '\(name)'", suggestion: "its fields are \(weights.keys.sorted().joined(separator: ", "))")
      }
      guard let amount = value.number, amount.isFinite else {
        throw CypherError(
          .type, .runtime, .invalidArgumentValue, "'\(name)' of a duration is a number, this is \(value.literal)")
      }
      months += amount * Double(weight.months)
      days += amount * Double(weight.days)
      seconds += amount * Double(weight.seconds)
      nanoseconds += amount * Double(weight.nanoseconds)
      if case .integer(let amount) = value {
        let unit = try CalendarDuration.checked(
          months: weight.months, days: weight.days, seconds: weight.seconds, nanoseconds: 0)
        exact = try exact.adding(try unit.multiplied(by: amount))
        exact = try exact.adding(try nanosecondsOnly(amount, weight.nanoseconds))
      } else {
        hasFraction = true
      }
    }
    guard hasFraction else { return exact }
    return try CalendarDuration(months: months, days: days, seconds: seconds, nanoseconds: nanoseconds)
  }

  private static func nanosecondsOnly(_ amount: Int64, _ weight: Int64) throws(CypherError) -> CalendarDuration {
    if weight == 0 { return .zero }
    let perSecond = 1_000_000_000 / weight
    return try .checked(months: 0, days: 0, seconds: amount / perSecond, nanoseconds: amount % perSecond * weight)
  }
}
