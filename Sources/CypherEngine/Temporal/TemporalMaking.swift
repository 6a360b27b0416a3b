import CypherSyntax
import GraphModel

/// The kinds of moment that a function of the same name makes.
enum MomentKind: String, CaseIterable {
  case date
  case localTime = "localtime"
  case time
  case localDateTime = "localdatetime"
  case dateTime = "datetime"

  /// The type, for checks before execution.
  var types: TypeSet {
    switch self {
    case .date: .date
    case .localTime: .localTime
    case .time: .time
    case .localDateTime: .localDateTime
    case .dateTime: .dateTime
    }
  }
}

extension MomentKind {
  /// The part of a moment that this kind holds; a zone that is asked for and missing is UTC.
  func part(of moment: Temporal) throws(CypherError) -> Temporal {
    let (date, time) = (moment.date, moment.time)
    switch (self, date, time) {
    case (.date, let date?, _): return .date(date)
    case (.localTime, _, let time?): return .localTime(time)
    case (.time, _, let time?): return .time(time, offset: moment.zone?.seconds ?? 0)
    case (.localDateTime, let date?, _): return .localDateTime(date, time ?? .midnight)
    case (.dateTime, let date?, _): return .dateTime(date, time ?? .midnight, moment.zone ?? .utc)
    default: throw .noMoment("there is no \(rawValue) in \(moment)")
    }
  }

  /// Reads a text.
  func moment(from text: String) throws(CypherError) -> Temporal {
    guard let moment = try parsed(text) else {
      throw .noMoment("'\(text)' is no \(rawValue)", suggestion: "ISO 8601: \(sample)")
    }
    return moment
  }

  private var sample: String {
    switch self {
    case .date: "'2026-11-23'"
    case .localTime: "'14:30:00'"
    case .time: "'14:30:00+01:00'"
    case .localDateTime: "'2026-11-23T14:30:00'"
    case .dateTime: "'2026-11-23T14:30:00+01:00' or '2026-11-23T14:30[Europe/Berlin]'"
    }
  }

  private func parsed(_ text: String) throws(CypherError) -> Temporal? {
    let halves = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == "t" }
    switch self {
    case .date: return TemporalText.date(text[...]).map { .date($0) }
    case .localTime: return TemporalText.time(text[...]).map { .localTime($0) }
    case .time:
      guard let (time, offset, zone) = try TemporalText.zonedTime(text[...]), zone == nil else { return nil }
      return .time(time, offset: offset ?? 0)
    case .localDateTime:
      guard let date = TemporalText.date(halves[0]) else { return nil }
      if halves.count == 1 { return .localDateTime(date, .midnight) }
      return TemporalText.time(halves[1]).map { .localDateTime(date, $0) }
    case .dateTime:
      // The brackets of a zone may hold a T.
      guard let date = TemporalText.date(halves[0]) else { return nil }
      if halves.count == 1 { return .dateTime(date, .midnight, .utc) }
      guard let (time, offset, name) = try TemporalText.zonedTime(halves[1]) else { return nil }
      let zone: Zone = if let name { try Zone(name) } else { .offset(offset ?? 0) }
      return try .zoned(LocalMoment(date, time), zone, preferring: offset)
    }
  }

  /// Makes a moment from a map: `{year: 2026, month: 11}`, `{date: other, hour: 9, timezone: 'Europe/Berlin'}`,
  /// `{epochMillis: 0}`.
  ///
  /// - Parameter isMoving: Whether a zone that differs from that of the base moves the clock; else the clock's time stays.
  func moment(from map: ValueMap, over given: Temporal? = nil, isMoving: Bool = true) throws(CypherError) -> Temporal {
    if map.entries.contains(where: \.value.isNull) {
      throw .noMoment("a field of \(rawValue)() is null")
    }
    var fields = TemporalFields(map)
    let zone = self == .time || self == .dateTime ? try fields.takeZone() : nil
    if let moment = try epoch(&fields, zone) {
      try fields.finish(rawValue)
      return moment
    }
    let whole = try fields.takeBase("datetime") ?? given
    let day = self == .localTime || self == .time ? nil : try fields.takeBase("date") ?? whole
    let clock = self == .date ? nil : try fields.takeBase("time") ?? whole
    var baseDate = day?.date
    var baseTime = clock?.time
    if (day != nil && baseDate == nil) && given == nil { throw .noMoment("the base of \(rawValue)() has no day") }
    // Only a whole moment moves its day along with the clock; a day given beside the time stays.
    let movesDay = whole != nil && day == whole && clock == whole
    if isMoving, movesDay, let whole, let target = zone, let moved = try whole.moved(to: target) {
      (baseDate, baseTime) = (moved.date, moved.time)
    }
    let date = self == .localTime || self == .time ? nil : try fields.takeDate(over: baseDate)
    if isMoving, !movesDay, let target = zone, let own = clock?.zone, let time = baseTime {
      let local = try Temporal.zoned(LocalMoment(date ?? clock?.date ?? .epoch, time), try own.resolved())
      baseTime = try local.moved(to: target)?.time
    }
    let time = self == .date ? nil : try fields.takeTime(over: baseTime)
    try fields.finish(rawValue)
    return try joined(date, time, zone, clock?.zone)
  }

  private func joined(_ date: CalendarDate?, _ time: TimeOfDay?, _ zone: Zone?, _ base: TimeZoneOffset?)
    throws(CypherError) -> Temporal
  {
    switch self {
    case .date:
      guard let date else { throw .noMoment("a date needs a year") }
      return .date(date)
    case .localTime:
      guard let time else { throw .noMoment("a time needs an hour") }
      return .localTime(time)
    case .time:
      guard let time else { throw .noMoment("a time needs an hour") }
      switch zone {
      case .offset(let seconds)?: return .time(time, offset: seconds)
      case .rules(let rules)?: return .time(time, offset: rules.offset(at: 0))
      case nil: return .time(time, offset: base?.seconds ?? 0)
      }
    case .localDateTime:
      guard let date else { throw .noMoment("a date needs a year") }
      return .localDateTime(date, time ?? .midnight)
    case .dateTime:
      guard let date else { throw .noMoment("a date needs a year") }
      let resolved: Zone = if let zone { zone } else { try base?.resolved() ?? .offset(0) }
      return try .zoned(LocalMoment(date, time ?? .midnight), resolved, preferring: base?.seconds)
    }
  }

  /// `epochSeconds` or `epochMillis`, with nanoseconds beyond them.
  private func epoch(_ fields: inout TemporalFields, _ zone: Zone?) throws(CypherError) -> Temporal? {
    guard self == .dateTime, fields.has("epochSeconds", "epochMillis") else { return nil }
    let nanoseconds = try fields.takeInteger("nanosecond") ?? 0
    if let seconds = try fields.takeInteger("epochSeconds") {
      return try moment(epochSeconds: seconds, nanoseconds, zone ?? .offset(0))
    }
    let milliseconds = try fields.takeInteger("epochMillis") ?? 0
    let seconds = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
    return try moment(
      epochSeconds: seconds, (milliseconds - seconds * 1000) * 1_000_000 + nanoseconds, zone ?? .offset(0))
  }

  func moment(epochSeconds: Int, _ nanoseconds: Int, _ zone: Zone) throws(CypherError) -> Temporal {
    guard abs(epochSeconds) < 40_000_000_000_000_000 else { throw .beyondCalendar }
    let moved = try LocalMoment(second: epochSeconds, nanosecond: 0).adding(seconds: 0, nanoseconds: Int64(nanoseconds))
    return try .zoned(utcSecond: moved.second, nanosecond: moved.time.nanosecond, zone)
  }
}

extension Temporal {
  /// The same instant in another zone; `nil` for what has no zone or no day.
  fileprivate func moved(to zone: Zone) throws(CypherError) -> Temporal? {
    guard case .dateTime(let date, let time, let offset) = self else { return nil }
    return try .zoned(
      utcSecond: LocalMoment(date, time).second - offset.seconds, nanosecond: time.nanosecond, zone)
  }
}

extension CalendarDate {
  /// 1970-01-01.
  static var epoch: CalendarDate {
    guard let date = CalendarDate(year: 1970, month: 1, day: 1) else { preconditionFailure("there is such a day") }
    return date
  }
}
