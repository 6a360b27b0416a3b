import CypherSyntax
import GraphModel

/// A day and a time without a zone, counted in seconds: what calculations are done with.
struct LocalMoment: Hashable {
  var date: CalendarDate
  var time: TimeOfDay

  /// Seconds since 1970-01-01T00:00.
  var second: Int { date.dayNumber * 86_400 + time.secondOfDay }

  init(_ date: CalendarDate, _ time: TimeOfDay) { (self.date, self.time) = (date, time) }

  /// The day and time so many seconds after 1970-01-01T00:00.
  init(second: Int, nanosecond: Int) throws(CypherError) {
    let day = second >= 0 ? second / 86_400 : (second - 86_399) / 86_400
    guard let date = CalendarDate(dayNumber: day) else { throw .beyondCalendar }
    self.init(date, TimeOfDay(ofDay: Int64(second - day * 86_400) * 1_000_000_000 + Int64(nanosecond)))
  }

  /// Seconds and nanoseconds later or earlier.
  func adding(seconds: Int64, nanoseconds: Int64) throws(CypherError) -> LocalMoment {
    let total = Int64(time.nanosecond) + nanoseconds
    let carried = total >= 0 ? total / 1_000_000_000 : (total - 999_999_999) / 1_000_000_000
    let (sum, isOverflow) = Int64(second).addingReportingOverflow(seconds)
    if isOverflow { throw .beyondCalendar }
    return try LocalMoment(second: Int(sum + carried), nanosecond: Int(total - carried * 1_000_000_000))
  }
}

extension Temporal {
  /// A day and time in a zone; a local time that clocks skip moves on by the hour that is skipped.
  ///
  /// - Parameter preferred: The offset to take where a local time occurs twice.
  static func zoned(_ local: LocalMoment, _ zone: Zone, preferring preferred: Int? = nil) throws(CypherError)
    -> Temporal
  {
    switch zone {
    case .offset(let seconds): return .dateTime(local.date, local.time, TimeZoneOffset(seconds: seconds))
    case .rules(let rules):
      let (seconds, shift) = rules.offset(atLocal: local.second, preferring: preferred)
      let moved = shift == 0 ? local : try local.adding(seconds: Int64(shift), nanoseconds: 0)
      return .dateTime(moved.date, moved.time, TimeZoneOffset(seconds: seconds, name: rules.name))
    }
  }

  /// A moment, given in seconds since 1970 at UTC, as a day and time in a zone.
  static func zoned(utcSecond: Int, nanosecond: Int, _ zone: Zone) throws(CypherError) -> Temporal {
    let (offset, name): (Int, String?) =
      switch zone {
      case .offset(let seconds): (seconds, nil)
      case .rules(let rules): (rules.offset(at: utcSecond), rules.name)
      }
    let local = try LocalMoment(second: utcSecond + offset, nanosecond: nanosecond)
    return .dateTime(local.date, local.time, TimeZoneOffset(seconds: offset, name: name))
  }

  /// The day, where there is one.
  var date: CalendarDate? {
    switch self {
    case .date(let date), .localDateTime(let date, _), .dateTime(let date, _, _): date
    case .localTime, .time, .duration: nil
    }
  }

  /// The time of day, where there is one.
  var time: TimeOfDay? {
    switch self {
    case .localTime(let time), .time(let time, _), .localDateTime(_, let time), .dateTime(_, let time, _): time
    case .date, .duration: nil
    }
  }

  /// The zone, where there is one.
  var zone: TimeZoneOffset? {
    switch self {
    case .time(_, let offset): TimeZoneOffset(seconds: offset)
    case .dateTime(_, _, let zone): zone
    case .date, .localTime, .localDateTime, .duration: nil
    }
  }
}

extension TimeZoneOffset {
  /// The zone by which the offset was found.
  func resolved() throws(CypherError) -> Zone {
    if let name { .rules(try ZoneRules.named(name)) } else { .offset(seconds) }
  }
}

extension CypherError {
  /// A moment outside of the years that dates have.
  static let beyondCalendar = CypherError(
    .argument, .runtime, .numberOutOfRange, "the result lies beyond the years -999,999,999 to 999,999,999")

  /// A text or field that says no date, time or duration.
  static func noMoment(_ message: String, suggestion: String? = nil) -> CypherError {
    CypherError(.argument, .runtime, .invalidArgumentValue, message, suggestion: suggestion)
  }
}

/// How two moments of one kind stand in time: the sign of their difference; `nil` for different kinds and durations, which
/// have no order. Moments at the same instant in different zones are told apart by the offset and then by the zone's name.
func compareMoments(_ left: Temporal, _ right: Temporal) -> Int? {
  switch (left, right) {
  case (.date(let a), .date(let b)): return sign(a, b)
  case (.localTime(let a), .localTime(let b)): return sign(a, b)
  case (.time(let a, let first), .time(let b, let second)):
    let (instantA, instantB) = (
      a.nanoseconds - Int64(first) * 1_000_000_000, b.nanoseconds - Int64(second) * 1_000_000_000
    )
    return instantA != instantB ? sign(instantA, instantB) : sign(first, second)
  case (.localDateTime(let a, let first), .localDateTime(let b, let second)):
    return a != b ? sign(a, b) : sign(first, second)
  case (.dateTime(let a, let first, let zoneA), .dateTime(let b, let second, let zoneB)):
    let (instantA, instantB) = (
      LocalMoment(a, first).second - zoneA.seconds, LocalMoment(b, second).second - zoneB.seconds
    )
    if instantA != instantB { return sign(instantA, instantB) }
    if first.nanosecond != second.nanosecond { return sign(first.nanosecond, second.nanosecond) }
    if zoneA.seconds != zoneB.seconds { return sign(zoneA.seconds, zoneB.seconds) }
    return sign(zoneA.name ?? "", zoneB.name ?? "")
  default: return nil
  }
}
