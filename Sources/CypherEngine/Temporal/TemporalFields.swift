import CypherSyntax
import GraphModel

/// The fields of a map from which a moment is made, over a moment that it may begin with.
struct TemporalFields {
  private var fields: [String: Value]

  init(_ map: ValueMap) { fields = Dictionary(uniqueKeysWithValues: map.entries.map { ($0.key, $0.value) }) }

  /// Whether any of some fields is there.
  func has(_ names: String...) -> Bool { names.contains { fields[$0] != nil } }

  /// Takes out the base of a name: `date`, `time` or `datetime`.
  mutating func takeBase(_ name: String) throws(CypherError) -> Temporal? {
    guard let value = fields.removeValue(forKey: name) else { return nil }
    guard case .temporal(let base) = value else {
      throw CypherError(
        .type, .runtime, .invalidArgumentValue, "'\(name)' is a moment to start from, this is \(value.literal)")
    }
    return base
  }

  /// Takes out the zone.
  mutating func takeZone() throws(CypherError) -> Zone? {
    guard let value = fields.removeValue(forKey: "timezone") else { return nil }
    guard case .string(let text) = value else {
      throw CypherError(
        .type, .runtime, .invalidArgumentValue, "'timezone' is a text such as '+01:00', this is \(value.literal)")
    }
    return try Zone(text)
  }

  /// Adds a field unless it is there.
  mutating func fill(_ name: String, _ value: Int) { fields[name] = fields[name] ?? .integer(Int64(value)) }

  /// Takes out a whole number.
  mutating func takeInteger(_ name: String) throws(CypherError) -> Int? {
    guard let value = fields.removeValue(forKey: name) else { return nil }
    guard case .integer(let number) = value else {
      throw CypherError(
        .type, .runtime, .invalidArgumentValue, "'\(name)' is an integer, this is \(value.literal)")
    }
    return Int(number)
  }

  /// Refuses fields that nobody took.
  func finish(_ what: String) throws(CypherError) {
    if let name = fields.keys.min() {
      throw .noMoment("\(what) has no field '\(name)', or not together with the others")
    }
  }
}

extension TemporalFields {
  /// Makes the day: by year and month, week, quarter or number in the year; what is missing comes from the base, and without
  /// one from the beginning of what is there.
  mutating func takeDate(over base: CalendarDate?) throws(CypherError) -> CalendarDate? {
    let names = ["year", "month", "day", "week", "dayOfWeek", "ordinalDay", "quarter", "dayOfQuarter"]
    guard names.contains(where: { has($0) }) else { return base }
    if has("week") || has("dayOfWeek") && !has("month", "day") { return try takeWeekDate(over: base) }
    let year = try takeInteger("year") ?? base?.year
    guard let year else { throw .noMoment("a date needs a year") }
    if let ordinal = try takeInteger("ordinalDay") {
      return try checked(CalendarDate(year: year, ordinalDay: ordinal), "day \(ordinal) of \(year)")
    }
    if has("quarter", "dayOfQuarter") {
      let quarter = try takeInteger("quarter") ?? base?.quarter ?? 1
      let day = try takeInteger("dayOfQuarter") ?? base?.dayOfQuarter ?? 1
      return try checked(
        CalendarDate(year: year, quarter: quarter, dayOfQuarter: day), "day \(day) of quarter \(quarter) of \(year)")
    }
    if base == nil, has("day"), !has("month") { throw .noMoment("a date with a day needs a month") }
    let month = try takeInteger("month") ?? base?.month ?? 1
    let day = try takeInteger("day") ?? base?.day ?? 1
    return try checked(CalendarDate(year: year, month: month, day: day), "\(year)-\(month)-\(day)")
  }

  private mutating func takeWeekDate(over base: CalendarDate?) throws(CypherError) -> CalendarDate {
    guard let year = try takeInteger("year") ?? base?.week.year else { throw .noMoment("a date needs a year") }
    guard let week = try takeInteger("week") ?? base?.week.week else {
      throw .noMoment("a date with a day of the week needs a week")
    }
    let day = try takeInteger("dayOfWeek") ?? base?.dayOfWeek ?? 1
    return try checked(
      CalendarDate(weekYear: year, week: week, dayOfWeek: day), "day \(day) of week \(week) of \(year)")
  }

  private func checked<Moment>(_ moment: Moment?, _ text: String) throws(CypherError) -> Moment {
    guard let moment else { throw .noMoment("the calendar has no \(text)") }
    return moment
  }

  /// Makes the time of day; what is missing comes from the base, and without one is 0.
  mutating func takeTime(over base: TimeOfDay?) throws(CypherError) -> TimeOfDay? {
    let names = ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond"]
    guard names.contains(where: { has($0) }) else { return base }
    if base == nil {
      // Smaller parts without the greater ones would be a riddle.
      if !has("hour") { throw .noMoment("a time needs an hour") }
      if has("second"), !has("minute") { throw .noMoment("a time with a second needs a minute") }
      if has("millisecond", "microsecond", "nanosecond"), !has("second") {
        throw .noMoment("a time with a fraction of a second needs a second")
      }
    }
    let hour = try takeInteger("hour") ?? base?.hour ?? 0
    let minute = try takeInteger("minute") ?? base?.minute ?? 0
    let second = try takeInteger("second") ?? base?.second ?? 0
    let nanosecond = try takeFraction() ?? base?.nanosecond ?? 0
    return try checked(
      TimeOfDay(hour: hour, minute: minute, second: second, nanosecond: nanosecond), "time \(hour):\(minute):\(second)")
  }

  /// The nanoseconds that milli-, micro- and nanoseconds make together; with a greater part each counts within the next.
  private mutating func takeFraction() throws(CypherError) -> Int? {
    let milliseconds = try takeInteger("millisecond")
    let microseconds = try takeInteger("microsecond")
    let nanoseconds = try takeInteger("nanosecond")
    if milliseconds == nil, microseconds == nil, nanoseconds == nil { return nil }
    func check(_ name: String, _ number: Int?, below limit: Int) throws(CypherError) {
      if let number, !(0..<limit).contains(number) {
        throw .noMoment("'\(name)' is 0 to \(limit - 1) here, this is \(number)")
      }
    }
    try check("millisecond", milliseconds, below: 1000)
    try check("microsecond", microseconds, below: milliseconds == nil ? 1_000_000 : 1000)
    let limit = microseconds != nil ? 1000 : milliseconds != nil ? 1_000_000 : 1_000_000_000
    try check("nanosecond", nanoseconds, below: limit)
    return (milliseconds ?? 0) * 1_000_000 + (microseconds ?? 0) * 1000 + (nanoseconds ?? 0)
  }
}
