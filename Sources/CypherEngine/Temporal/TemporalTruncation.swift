import CypherSyntax
import GraphModel

/// Units at which a moment is cut.
enum TruncationUnit: String, CaseIterable {
  case millennium, century, decade, year, weekYear, quarter, month, week, day, hour, minute, second, millisecond,
    microsecond

  /// The unit of a name, in any case.
  init(_ name: String) throws(CypherError) {
    guard let unit = TruncationUnit.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
      throw .noMoment(
        "'\(name)' is no unit to cut at",
        suggestion: TruncationUnit.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))
    }
    self = unit
  }

  /// The first day of the unit that a day lies in.
  func start(of date: CalendarDate) -> CalendarDate? {
    let year = date.year
    switch self {
    case .millennium: return CalendarDate(year: floored(year, 1000), month: 1, day: 1)
    case .century: return CalendarDate(year: floored(year, 100), month: 1, day: 1)
    case .decade: return CalendarDate(year: floored(year, 10), month: 1, day: 1)
    case .year: return CalendarDate(year: year, month: 1, day: 1)
    case .weekYear: return CalendarDate(weekYear: date.week.year, week: 1, dayOfWeek: 1)
    case .quarter: return CalendarDate(year: year, month: date.quarter * 3 - 2, day: 1)
    case .month: return CalendarDate(year: year, month: date.month, day: 1)
    case .week: return CalendarDate(dayNumber: date.dayNumber - (date.dayOfWeek - 1))
    case .day, .hour, .minute, .second, .millisecond, .microsecond: return date
    }
  }

  private func floored(_ number: Int, _ step: Int) -> Int {
    (number >= 0 ? number / step : (number - step + 1) / step) * step
  }

  /// The time at which the unit that a time lies in begins.
  func start(of time: TimeOfDay) -> TimeOfDay {
    let unit: Int64 =
      switch self {
      case .hour: 3_600_000_000_000
      case .minute: 60_000_000_000
      case .second: 1_000_000_000
      case .millisecond: 1_000_000
      case .microsecond: 1000
      default: TimeOfDay.nanosecondsPerDay
      }
    return TimeOfDay(ofDay: time.nanoseconds / unit * unit)
  }

  /// Whether the unit is a day or longer.
  var isOfDays: Bool {
    switch self {
    case .hour, .minute, .second, .millisecond, .microsecond: false
    default: true
    }
  }
}

extension MomentKind {
  /// A moment cut at a unit, with some fields set afterwards.
  func truncated(_ unit: TruncationUnit, _ moment: Temporal, _ map: ValueMap) throws(CypherError) -> Temporal {
    if moment.time == nil, moment.date == nil { throw .noMoment("a duration cannot be cut") }
    if moment.date == nil, unit.isOfDays, unit != .day { throw .noMoment("\(moment) has no \(unit.rawValue)") }
    if self == .date, !unit.isOfDays { throw .noMoment("a date cannot be cut at the \(unit.rawValue)") }
    var date = moment.date
    if let day = date {
      guard let start = unit.start(of: day) else { throw .beyondCalendar }
      date = start
    }
    let time = unit.start(of: moment.time ?? .midnight)
    let cut: Temporal =
      switch (date, moment.zone) {
      case (let date?, let zone?): try .zoned(LocalMoment(date, time), try zone.resolved(), preferring: zone.seconds)
      case (let date?, nil): .localDateTime(date, time)
      case (nil, let zone?): .time(time, offset: zone.seconds)
      case (nil, nil): .localTime(time)
      }
    let base = try part(of: cut)
    if map.entries.isEmpty { return base }
    return try self.moment(from: fieldsWithin(unit, time, map), over: base, isMoving: false)
  }

  /// Below a millisecond that is kept, fields count within it.
  private func fieldsWithin(_ unit: TruncationUnit, _ time: TimeOfDay, _ map: ValueMap) -> ValueMap {
    let names = Set(map.entries.map(\.key))
    var pairs = map.entries.map { ($0.key, $0.value) }
    if unit == .millisecond, names.contains("microsecond") || names.contains("nanosecond") {
      pairs.append(("millisecond", .integer(Int64(time.nanosecond / 1_000_000))))
    }
    if unit == .microsecond, names.contains("nanosecond") {
      pairs.append(("millisecond", .integer(Int64(time.nanosecond / 1_000_000))))
      pairs.append(("microsecond", .integer(Int64(time.nanosecond / 1000 % 1000))))
    }
    return ValueMap(pairs)
  }
}
