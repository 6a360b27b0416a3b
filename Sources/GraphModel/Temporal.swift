/// Calendar time as ISO 8601 writes it, in the proleptic Gregorian calendar.
public enum Temporal: Hashable, Sendable {
  /// A day.
  case date(CalendarDate)
  /// A time of day without a zone.
  case localTime(TimeOfDay)
  /// A time of day at an offset from UTC, in seconds.
  case time(TimeOfDay, offset: Int)
  /// A day and a time without a zone.
  case localDateTime(CalendarDate, TimeOfDay)
  /// A day and a time in a zone.
  case dateTime(CalendarDate, TimeOfDay, TimeZoneOffset)
  /// A length of calendar time.
  case duration(CalendarDuration)
}

/// How far a zone is from UTC at one moment, and the zone's name where the value has one.
public struct TimeZoneOffset: Hashable, Sendable {
  /// Seconds east of UTC.
  public let seconds: Int
  /// The name in the tz database, `Europe/Berlin`; `nil` for a plain offset.
  public let name: String?

  /// Describes an offset.
  public init(seconds: Int, name: String? = nil) {
    self.seconds = seconds
    self.name = name
  }

  /// Universal time.
  public static let utc = TimeZoneOffset(seconds: 0)
}

/// A day of the calendar.
public struct CalendarDate: Hashable, Comparable, Sendable {
  private let packedYear: Int32
  private let packedMonth: UInt8
  private let packedDay: UInt8

  /// The year; 0 is 1 BC.
  public var year: Int { Int(packedYear) }
  /// The month, 1...12.
  public var month: Int { Int(packedMonth) }
  /// The day of the month, 1...31.
  public var day: Int { Int(packedDay) }

  /// Makes a date; `nil` when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (-999_999_999...999_999_999).contains(year), (1...12).contains(month),
      day >= 1, day <= CalendarDate.days(in: month, of: year)
    else { return nil }
    packedYear = Int32(year)
    packedMonth = UInt8(month)
    packedDay = UInt8(day)
  }

  /// Orders dates in time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The number of days in a month.
  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A time of day with nanoseconds.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Nanoseconds since midnight, below 86,400,000,000,000.
  public let nanoseconds: Int64

  /// Makes a time; `nil` when a part is out of its range (there is no 24:00 and no leap second).
  public init?(hour: Int, minute: Int, second: Int = 0, nanosecond: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (0...999_999_999).contains(nanosecond)
    else { return nil }
    nanoseconds = Int64((hour * 60 + minute) * 60 + second) * 1_000_000_000 + Int64(nanosecond)
  }

  /// The hour, 0...23.
  public var hour: Int { Int(nanoseconds / 3_600_000_000_000) }
  /// The minute, 0...59.
  public var minute: Int { Int(nanoseconds / 60_000_000_000) % 60 }
  /// The second, 0...59.
  public var second: Int { Int(nanoseconds / 1_000_000_000) % 60 }
  /// The part of a second, 0...999,999,999.
  public var nanosecond: Int { Int(nanoseconds % 1_000_000_000) }

  /// Orders times within a day.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.nanoseconds < right.nanoseconds }
}

extension Temporal {
  /// Reads ISO 8601's extended form: `2021-03-18`, `12:00`, `2021-03-18T12:00:30`, `2021-03-18T12:00+01:00`.
  ///
  /// - Returns: `nil` when the text has another form or names a day or time that does not exist.
  public init?(_ text: String) {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    if halves.count == 1 {
      if let date = CalendarDate(halves[0]) {
        self = .date(date)
      } else if let time = TimeOfDay(halves[0]) {
        self = .localTime(time)
      } else {
        return nil
      }
      return
    }
    guard let date = CalendarDate(halves[0]) else { return nil }
    if let time = TimeOfDay(halves[1]) {
      self = .localDateTime(date, time)
      return
    }
    guard let mark = halves[1].lastIndex(where: { "Z+-".contains($0) }), let time = TimeOfDay(halves[1][..<mark]),
      let offset = Temporal.offset(halves[1][mark...])
    else { return nil }
    self = .dateTime(date, time, TimeZoneOffset(seconds: offset))
  }

  private static func offset(_ text: Substring) -> Int? {
    if text == "Z" { return 0 }
    guard let time = TimeOfDay(text.dropFirst()), time.hour <= 18 else { return nil }
    let seconds = Int(time.nanoseconds / 1_000_000_000)
    return text.first == "-" ? -seconds : seconds
  }
}

extension CalendarDate {
  /// Reads `YYYY-MM-DD`.
  init?(_ text: Substring) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = digits(parts[0], 4), let month = digits(parts[1], 2),
      let day = digits(parts[2], 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension TimeOfDay {
  /// Reads `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fraction` with up to nine digits.
  init?(_ text: Substring) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = digits(parts[0], 2), let minute = digits(parts[1], 2) else {
      return nil
    }
    guard parts.count == 3 else {
      self.init(hour: hour, minute: minute)
      return
    }
    let seconds = parts[2].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let second = digits(seconds[0], 2) else { return nil }
    var nanosecond = 0
    if seconds.count == 2 {
      let count = seconds[1].count
      guard (1...9).contains(count), let fraction = digits(seconds[1], count) else { return nil }
      nanosecond = (count..<9).reduce(fraction) { value, _ in value * 10 }
    }
    self.init(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
  }
}

/// A number of exactly so many decimal digits.
private func digits(_ text: Substring, _ count: Int) -> Int? {
  guard text.utf8.count == count, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
  return Int(text)
}

extension Temporal: CustomStringConvertible {
  /// The ISO 8601 text, which ``init(_:)`` reads back.
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .localTime(let time): time.description
    case .time(let time, let offset): "\(time)\(TimeZoneOffset(seconds: offset))"
    case .localDateTime(let date, let time): "\(date)T\(time)"
    case .dateTime(let date, let time, let zone): "\(date)T\(time)\(zone)"
    case .duration(let duration): duration.description
    }
  }
}

extension TimeZoneOffset: CustomStringConvertible {
  /// `Z`, `+01:00`, with seconds only where they are not zero, and the name in brackets.
  public var description: String {
    let size = abs(seconds)
    var text = "Z"
    if seconds != 0 {
      text = "\(seconds < 0 ? "-" : "+")\(padded(size / 3600, 2)):\(padded(size / 60 % 60, 2))"
      if size % 60 != 0 { text += ":\(padded(size % 60, 2))" }
    }
    return name.map { "\(text)[\($0)]" } ?? text
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `YYYY-MM-DD`; years of more than four digits have a sign.
  public var description: String { "\(year > 9999 ? "+" : "")\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

extension TimeOfDay: CustomStringConvertible {
  /// `hh:mm`, with seconds and fraction only where they are not zero.
  public var description: String {
    var text = "\(padded(hour, 2)):\(padded(minute, 2))"
    if nanoseconds % 60_000_000_000 != 0 { text += ":\(padded(second, 2))" }
    if nanosecond != 0 {
      var fraction = padded(nanosecond, 9)
      while fraction.hasSuffix("0") { fraction.removeLast() }
      text += ".\(fraction)"
    }
    return text
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(abs(number))
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
}
