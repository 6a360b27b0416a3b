import CypherSyntax
import GraphModel

/// What lies between two moments, counted in months, days and seconds or in one of these alone.
///
/// What one of them lacks is taken from the other: a time of day lies on the other's day, a day begins at midnight, a local
/// moment lies in the other's zone. Days and months are counted on the clock of the first moment's zone.
struct TemporalDifference {
  private let from: Side
  private let to: Side
  /// Whether both have a day; else there are no months and days between them.
  private let hasDays: Bool

  /// One of the moments, with what it lacked.
  private struct Side {
    var local: LocalMoment
    var offset: Int?
    var zone: Zone?

    /// Seconds since 1970 at UTC, or on the local clock where there is no zone.
    var second: Int { local.second - (offset ?? 0) }
  }

  init(from first: Temporal, to second: Temporal) throws(CypherError) {
    hasDays = first.date != nil && second.date != nil
    let day = first.date ?? second.date ?? CalendarDate(dayNumber: 0)
    guard let day else { throw .beyondCalendar }
    let otherDay = second.date ?? day
    from = try TemporalDifference.side(first, day, second.zone)
    to = try TemporalDifference.side(second, otherDay, first.zone)
  }

  private static func side(_ moment: Temporal, _ day: CalendarDate, _ lent: TimeZoneOffset?) throws(CypherError)
    -> Side
  {
    let local = LocalMoment(day, moment.time ?? .midnight)
    if let own = moment.zone { return Side(local: local, offset: own.seconds, zone: try own.resolved()) }
    guard let lent else { return Side(local: local) }
    let zone = try lent.resolved()
    guard case .dateTime(let date, let time, let offset) = try Temporal.zoned(local, zone) else {
      return Side(local: local)
    }
    return Side(local: LocalMoment(date, time), offset: offset.seconds, zone: zone)
  }

  /// Months, days, seconds.
  func between() throws(CypherError) -> CalendarDuration {
    guard hasDays else { return try inSeconds() }
    let end = try endOnClockOfStart()
    let months = self.months(from.local, end)
    guard let date = from.local.date.adding(months: months) else { throw .beyondCalendar }
    let afterMonths = LocalMoment(date, from.local.time)
    let days = self.days(afterMonths, end)
    guard let day = CalendarDate(dayNumber: date.dayNumber + days) else { throw .beyondCalendar }
    let start = try resolved(LocalMoment(day, from.local.time))
    let (seconds, nanoseconds) = difference(from: start, to: to)
    return try .checked(months: Int64(months), days: Int64(days), seconds: seconds, nanoseconds: nanoseconds)
  }

  /// Whole months alone.
  func inMonths() throws(CypherError) -> CalendarDuration {
    guard hasDays else { return .zero }
    return try .checked(
      months: Int64(months(from.local, try endOnClockOfStart())), days: 0, seconds: 0, nanoseconds: 0)
  }

  /// Whole days alone.
  func inDays() throws(CypherError) -> CalendarDuration {
    guard hasDays else { return .zero }
    return try .checked(months: 0, days: Int64(days(from.local, try endOnClockOfStart())), seconds: 0, nanoseconds: 0)
  }

  /// Seconds and their fraction alone.
  func inSeconds() throws(CypherError) -> CalendarDuration {
    let (seconds, nanoseconds) = difference(from: from, to: to)
    return try .checked(months: 0, days: 0, seconds: seconds, nanoseconds: nanoseconds)
  }

  private func difference(from start: Side, to end: Side) -> (seconds: Int64, nanoseconds: Int64) {
    (Int64(end.second - start.second), Int64(end.local.time.nanosecond - start.local.time.nanosecond))
  }

  /// The second moment on the clock of the first.
  private func endOnClockOfStart() throws(CypherError) -> LocalMoment {
    guard let zone = from.zone, to.offset != nil else { return to.local }
    let moved = try Temporal.zoned(utcSecond: to.second, nanosecond: to.local.time.nanosecond, zone)
    guard let date = moved.date, let time = moved.time else { return to.local }
    return LocalMoment(date, time)
  }

  private func resolved(_ local: LocalMoment) throws(CypherError) -> Side {
    guard let zone = from.zone else { return Side(local: local) }
    guard case .dateTime(let date, let time, let offset) = try Temporal.zoned(local, zone, preferring: from.offset)
    else { return Side(local: local) }
    return Side(local: LocalMoment(date, time), offset: offset.seconds, zone: zone)
  }

  /// The end's day, without the last day where it is not complete.
  private func completeDay(_ start: LocalMoment, _ end: LocalMoment) -> Int {
    let (first, last) = (start.date.dayNumber, end.date.dayNumber)
    if last > first, end.time < start.time { return last - 1 }
    if last < first, end.time > start.time { return last + 1 }
    return last
  }

  private func days(_ start: LocalMoment, _ end: LocalMoment) -> Int {
    completeDay(start, end) - start.date.dayNumber
  }

  private func months(_ start: LocalMoment, _ end: LocalMoment) -> Int {
    guard let last = CalendarDate(dayNumber: completeDay(start, end)) else { return 0 }
    let first = start.date
    // Months of 32 days: the quotient counts the complete ones, towards zero.
    let packed = { (date: CalendarDate) in (date.year * 12 + date.month - 1) * 32 + date.day }
    return (packed(last) - packed(first)) / 32
  }
}
