import CypherSyntax
import GraphModel

extension Temporal {
  /// `moment.year`, `duration.days` and the like.
  ///
  /// - Throws: An argument error for a part that this kind of moment does not have.
  func component(_ name: String) throws(CypherError) -> Value {
    if case .duration(let duration) = self {
      if let part = duration.component(name) { return .integer(part) }
    } else {
      if let date, let part = date.component(name) { return .integer(Int64(part)) }
      if let time, let part = time.component(name) { return .integer(Int64(part)) }
      if let zone, let part = zone.component(name) { return part }
      if case .dateTime(let date, let time, let zone) = self {
        let seconds = LocalMoment(date, time).second - zone.seconds
        if name == "epochSeconds" { return .integer(Int64(seconds)) }
        if name == "epochMillis" { return .integer(Int64(seconds) * 1000 + Int64(time.nanosecond / 1_000_000)) }
      }
    }
    throw CypherError(
      .argument, .runtime, .invalidArgumentValue, "\(Value.temporal(self).typeName) has no '\(name)': \(self)")
  }
}

extension CalendarDate {
  fileprivate func component(_ name: String) -> Int? {
    switch name {
    case "year": year
    case "quarter": quarter
    case "month": month
    case "week": week.week
    case "weekYear": week.year
    case "day": day
    case "ordinalDay": ordinalDay
    case "dayOfWeek", "weekDay": dayOfWeek
    case "dayOfQuarter", "quarterDay": dayOfQuarter
    default: nil
    }
  }
}

extension TimeOfDay {
  fileprivate func component(_ name: String) -> Int? {
    switch name {
    case "hour": hour
    case "minute": minute
    case "second": second
    case "millisecond": nanosecond / 1_000_000
    case "microsecond": nanosecond / 1000
    case "nanosecond": nanosecond
    default: nil
    }
  }
}

extension TimeZoneOffset {
  fileprivate func component(_ key: String) -> Value? {
    let plain = TimeZoneOffset(seconds: seconds).description
    switch key {
    case "timezone": return .string(name ?? plain)
    case "offset": return .string(plain)
    case "offsetMinutes": return .integer(Int64(seconds / 60))
    case "offsetSeconds": return .integer(Int64(seconds))
    default: return nil
    }
  }
}

extension CalendarDuration {
  fileprivate func component(_ name: String) -> Int64? {
    let fraction = Int64(nanoseconds)
    switch name {
    case "years": return months / 12
    case "quarters": return months / 3
    case "months": return months
    case "weeks": return days / 7
    case "days": return days
    case "hours": return seconds / 3600
    case "minutes": return seconds / 60
    case "seconds": return seconds
    case "milliseconds": return seconds &* 1000 &+ fraction / 1_000_000
    case "microseconds": return seconds &* 1_000_000 &+ fraction / 1000
    case "nanoseconds": return seconds &* 1_000_000_000 &+ fraction
    case "quartersOfYear": return months / 3 % 4
    case "monthsOfQuarter": return months % 3
    case "monthsOfYear": return months % 12
    case "daysOfWeek": return days % 7
    case "minutesOfHour": return seconds / 60 % 60
    case "secondsOfMinute": return seconds % 60
    case "millisecondsOfSecond": return fraction / 1_000_000
    case "microsecondsOfSecond": return fraction / 1000
    case "nanosecondsOfSecond": return fraction
    default: return nil
    }
  }
}
