import CypherSyntax
import GraphModel

extension CalendarDuration {
  /// The average length of a month in seconds: 146,097 days by 4,800 months.
  static let averageMonth = 2_629_746.0

  /// Whole parts of amounts that may have fractions; a fraction of a month goes on as days of average length, a fraction of a day
  /// as seconds, a fraction of a second as nanoseconds. Parts are cut towards zero.
  ///
  /// - Throws: An arithmetic error where a part does not fit into 64 bits.
  init(months: Double, days: Double, seconds: Double, nanoseconds: Double) throws(CypherError) {
    let wholeMonths = months.rounded(.towardZero)
    let days = days + (months - wholeMonths) * CalendarDuration.averageMonth / 86_400
    let wholeDays = days.rounded(.towardZero)
    let seconds = seconds + (days - wholeDays) * 86_400
    let wholeSeconds = seconds.rounded(.towardZero)
    // Fractions of binary numbers end in noise below a thousandth of a nanosecond.
    let rest = nanoseconds + (seconds - wholeSeconds) * 1e9
    let nanoseconds = abs(rest - rest.rounded()) < 1e-3 ? rest.rounded() : rest.rounded(.towardZero)
    guard let months = Int64(cut: wholeMonths), let days = Int64(cut: wholeDays),
      let seconds = Int64(cut: wholeSeconds),
      let nanoseconds = Int64(cut: nanoseconds)
    else { throw .durationOverflow }
    self = try CalendarDuration.checked(months: months, days: days, seconds: seconds, nanoseconds: nanoseconds)
  }

  /// A duration of whole parts.
  static func checked(months: Int64, days: Int64, seconds: Int64, nanoseconds: Int64) throws(CypherError)
    -> CalendarDuration
  {
    guard
      let duration = CalendarDuration(months: months, days: days, seconds: seconds, nanoseconds: nanoseconds)
    else { throw .durationOverflow }
    return duration
  }

  /// The sum, part by part.
  func adding(_ other: CalendarDuration) throws(CypherError) -> CalendarDuration {
    let (months, first) = months.addingReportingOverflow(other.months)
    let (days, second) = days.addingReportingOverflow(other.days)
    let (seconds, third) = seconds.addingReportingOverflow(other.seconds)
    if first || second || third { throw .durationOverflow }
    return try .checked(
      months: months, days: days, seconds: seconds, nanoseconds: Int64(nanoseconds) + Int64(other.nanoseconds))
  }

  /// The duration with all parts turned round.
  func negated() throws(CypherError) -> CalendarDuration { try multiplied(by: -1) }

  /// Every part so many times.
  func multiplied(by factor: Int64) throws(CypherError) -> CalendarDuration {
    let (months, first) = months.multipliedReportingOverflow(by: factor)
    let (days, second) = days.multipliedReportingOverflow(by: factor)
    let (seconds, third) = seconds.multipliedReportingOverflow(by: factor)
    let (nanoseconds, fourth) = Int64(nanoseconds).multipliedReportingOverflow(by: factor)
    if first || second || third || fourth { throw .durationOverflow }
    return try .checked(months: months, days: days, seconds: seconds, nanoseconds: nanoseconds)
  }

  /// Every part times a number; fractions go on to the smaller parts.
  func scaled(by factor: Double) throws(CypherError) -> CalendarDuration {
    try CalendarDuration(
      months: Double(months) * factor, days: Double(days) * factor, seconds: Double(seconds) * factor,
      nanoseconds: Double(nanoseconds) * factor)
  }

  /// Every part by a number; fractions go on to the smaller parts.
  func divided(by divisor: Double) throws(CypherError) -> CalendarDuration {
    if divisor == 0 {
      throw CypherError(.arithmetic, .runtime, .divisionByZero, "a duration cannot be divided by zero")
    }
    return try CalendarDuration(
      months: Double(months) / divisor, days: Double(days) / divisor, seconds: Double(seconds) / divisor,
      nanoseconds: Double(nanoseconds) / divisor)
  }

  /// The length in seconds with months of average length and days of 24 hours: for an order, not for calculations.
  var averageSeconds: Double {
    Double(months) * CalendarDuration.averageMonth + Double(days) * 86_400 + Double(seconds)
      + Double(nanoseconds) / 1e9
  }
}

extension CypherError {
  static let durationOverflow = CypherError(
    .arithmetic, .runtime, .integerOverflow, "a part of the duration does not fit into 64 bits")
}

/// A moment moved by a duration, or the sum of two durations; `nil` where there is no sum.
///
/// Months first (a day that the month does not have becomes its last), then days, then seconds: on the clock of a local time, on the
/// line of time for a zoned one. A date takes whole days of the seconds, a time of day leaves out months and days.
func add(_ left: Temporal, _ right: Temporal) throws(CypherError) -> Temporal? {
  switch (left, right) {
  case (.duration(let a), .duration(let b)): return .duration(try a.adding(b))
  case (.duration, _): return try add(right, left)
  case (_, .duration(let duration)): return try left.moved(by: duration)
  default: return nil
  }
}

extension Temporal {
  fileprivate func moved(by duration: CalendarDuration) throws(CypherError) -> Temporal {
    let nanoseconds = Int64(duration.nanoseconds)
    switch self {
    case .date(let date): return .date(try date.moved(by: duration, extraDays: duration.wholeDaysOfSeconds))
    case .localTime(let time): return .localTime(time.moved(by: duration))
    case .time(let time, let offset): return .time(time.moved(by: duration), offset: offset)
    case .localDateTime(let date, let time):
      let moved = try LocalMoment(try date.moved(by: duration), time)
        .adding(seconds: duration.seconds, nanoseconds: nanoseconds)
      return .localDateTime(moved.date, moved.time)
    case .dateTime(let date, let time, let offset):
      let zone = try offset.resolved()
      let day = try Temporal.zoned(
        LocalMoment(try date.moved(by: duration), time), zone, preferring: offset.seconds)
      guard case .dateTime(let date, let time, let offset) = day else { return day }
      let utc = LocalMoment(date, time).second - offset.seconds
      let moved = try LocalMoment(second: utc, nanosecond: time.nanosecond)
        .adding(seconds: duration.seconds, nanoseconds: nanoseconds)
      return try .zoned(utcSecond: moved.second, nanosecond: moved.time.nanosecond, zone)
    case .duration: return self
    }
  }
}

extension CalendarDuration {
  /// The whole days in the part of seconds, cut towards zero.
  fileprivate var wholeDaysOfSeconds: Int64 {
    let whole = seconds < 0 && nanoseconds > 0 ? seconds + 1 : seconds
    return whole / 86_400
  }
}

extension CalendarDate {
  fileprivate func moved(by duration: CalendarDuration, extraDays: Int64 = 0) throws(CypherError) -> CalendarDate {
    guard let month = adding(months: Int(duration.months)), abs(duration.days) < 1_000_000_000_000,
      let date = CalendarDate(dayNumber: month.dayNumber + Int(duration.days) + Int(extraDays))
    else { throw .beyondCalendar }
    return date
  }
}

extension TimeOfDay {
  fileprivate func moved(by duration: CalendarDuration) -> TimeOfDay {
    let seconds = duration.seconds % 86_400
    return TimeOfDay(ofDay: nanoseconds + seconds * 1_000_000_000 + Int64(duration.nanoseconds))
  }
}
