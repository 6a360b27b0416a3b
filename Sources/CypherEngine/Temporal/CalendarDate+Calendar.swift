import GraphModel

// The proleptic Gregorian calendar counted in days, weeks, quarters (ISO 8601).

extension CalendarDate {
  /// Days since 1970-01-01.
  ///
  /// - Complexity: O(1); the count of days of Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms" (2021).
  var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day so many days after 1970-01-01; `nil` beyond the years that dates have.
  init?(dayNumber: Int) {
    guard abs(dayNumber) < 400_000_000_000 else { return nil }
    let days = dayNumber + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(year: year, month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day of an ISO week; `nil` where the year has no such week.
  init?(weekYear: Int, week: Int, dayOfWeek: Int) {
    guard (1...7).contains(dayOfWeek), (1...CalendarDate.weeks(in: weekYear)).contains(week),
      let fourth = CalendarDate(year: weekYear, month: 1, day: 4)
    else { return nil }
    let monday = fourth.dayNumber - (fourth.dayOfWeek - 1)
    self.init(dayNumber: monday + (week - 1) * 7 + dayOfWeek - 1)
  }

  /// The day of a year by its number; `nil` where the year has no such day.
  init?(year: Int, ordinalDay: Int) {
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let date = CalendarDate(dayNumber: first.dayNumber + ordinalDay - 1), ordinalDay >= 1, date.year == year
    else { return nil }
    self = date
  }

  /// The day of a quarter by its number; `nil` where the quarter has no such day.
  init?(year: Int, quarter: Int, dayOfQuarter: Int) {
    guard (1...4).contains(quarter), dayOfQuarter >= 1,
      let first = CalendarDate(year: year, month: quarter * 3 - 2, day: 1),
      let date = CalendarDate(dayNumber: first.dayNumber + dayOfQuarter - 1), date.quarter == quarter,
      date.year == year
    else { return nil }
    self = date
  }

  /// 1 for Monday to 7 for Sunday.
  var dayOfWeek: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  /// The number of the day in its year, from 1.
  var ordinalDay: Int { dayNumber - (CalendarDate(year: year, month: 1, day: 1)?.dayNumber ?? 0) + 1 }

  /// 1...4.
  var quarter: Int { (month + 2) / 3 }

  /// The number of the day in its quarter, from 1.
  var dayOfQuarter: Int { dayNumber - (CalendarDate(year: year, month: quarter * 3 - 2, day: 1)?.dayNumber ?? 0) + 1 }

  /// The ISO week and the year that it belongs to.
  var week: (year: Int, week: Int) {
    let thursday = CalendarDate(dayNumber: dayNumber + 4 - dayOfWeek)
    let year = thursday?.year ?? year
    return (year, ((thursday?.ordinalDay ?? 1) - 1) / 7 + 1)
  }

  /// 52, or 53 where the year begins on a Thursday, or on a Wednesday and is a leap year.
  private static func weeks(in year: Int) -> Int { CalendarDate(year: year, month: 12, day: 28)?.week.week ?? 52 }

  /// Months later or earlier; a day that the month does not have becomes its last.
  func adding(months: Int) -> CalendarDate? {
    guard abs(months) < 100_000_000_000 else { return nil }
    let total = year * 12 + (month - 1) + months
    let newYear = total >= 0 ? total / 12 : (total - 11) / 12
    let newMonth = total - newYear * 12 + 1
    for last in [day, 30, 29, 28] where last <= day {
      if let date = CalendarDate(year: newYear, month: newMonth, day: last) { return date }
    }
    return nil
  }
}

extension TimeOfDay {
  /// The nanoseconds of a day.
  static let nanosecondsPerDay: Int64 = 86_400_000_000_000

  /// Midnight.
  static let midnight = TimeOfDay(ofDay: 0)

  /// The time so many nanoseconds after midnight, days left out.
  init(ofDay nanoseconds: Int64) {
    let rest = nanoseconds % TimeOfDay.nanosecondsPerDay
    let wrapped = rest < 0 ? rest + TimeOfDay.nanosecondsPerDay : rest
    let seconds = Int(wrapped / 1_000_000_000)
    guard
      let time = TimeOfDay(
        hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60,
        nanosecond: Int(wrapped % 1_000_000_000))
    else { preconditionFailure("every number below a day's nanoseconds is a time") }
    self = time
  }

  /// Whole seconds since midnight.
  var secondOfDay: Int { Int(nanoseconds / 1_000_000_000) }
}
