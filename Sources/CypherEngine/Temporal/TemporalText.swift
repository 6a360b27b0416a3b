import CypherSyntax
import GraphModel

/// Reads the texts of ISO 8601 for days, times and zones, in their extended and basic forms.
enum TemporalText {
  /// `2015`, `2015-07`, `201507`, `2015-07-21`, `20150721`, `2015-W30`, `2015W302`, `2015-202`, `2015202`, `2015-Q2-60`; years of
  /// more than four digits have a sign.
  static func date(_ text: Substring) -> CalendarDate? {
    var rest = text
    var yearSign = 1
    let isSigned = rest.first == "-" || rest.first == "+"
    if isSigned { yearSign = rest.removeFirst() == "-" ? -1 : 1 }
    let digits = rest.prefix { isDigit($0) }
    guard digits.count >= 4 else { return nil }
    // Without separators the year has four digits; with a sign it ends at the first separator.
    let length = isSigned ? digits.count : 4
    guard length <= 9, let size = Int(digits.prefix(length)) else { return nil }
    let year = yearSign * size
    rest = rest.dropFirst(length)
    if rest.isEmpty { return CalendarDate(year: year, month: 1, day: 1) }
    let isExtended = rest.first == "-"
    if isExtended { rest.removeFirst() }
    guard let first = rest.first else { return nil }
    if first == "W" || first == "w" { return weekDate(year, rest.dropFirst(), isExtended) }
    if first == "Q" || first == "q" { return quarterDate(year, rest.dropFirst(), isExtended) }
    return isExtended ? extendedDate(year, rest) : basicDate(year, rest)
  }

  private static func weekDate(_ year: Int, _ rest: Substring, _ isExtended: Bool) -> CalendarDate? {
    guard let week = number(rest.prefix(2), 2) else { return nil }
    var day = rest.dropFirst(2)
    if day.isEmpty { return CalendarDate(weekYear: year, week: week, dayOfWeek: 1) }
    if isExtended { guard day.first == "-" else { return nil } }
    if isExtended { day.removeFirst() }
    return number(day, 1).flatMap { CalendarDate(weekYear: year, week: week, dayOfWeek: $0) }
  }

  private static func quarterDate(_ year: Int, _ rest: Substring, _ isExtended: Bool) -> CalendarDate? {
    guard let quarter = number(rest.prefix(1), 1) else { return nil }
    var day = rest.dropFirst()
    if day.isEmpty { return CalendarDate(year: year, quarter: quarter, dayOfQuarter: 1) }
    if isExtended { guard day.first == "-" else { return nil } }
    if isExtended { day.removeFirst() }
    return number(day, 2).flatMap { CalendarDate(year: year, quarter: quarter, dayOfQuarter: $0) }
  }

  private static func extendedDate(_ year: Int, _ rest: Substring) -> CalendarDate? {
    if let ordinal = number(rest, 3) { return CalendarDate(year: year, ordinalDay: ordinal) }
    guard let month = number(rest.prefix(2), 2) else { return nil }
    let day = rest.dropFirst(2)
    if day.isEmpty { return CalendarDate(year: year, month: month, day: 1) }
    guard day.first == "-", let day = number(day.dropFirst(), 2) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func basicDate(_ year: Int, _ rest: Substring) -> CalendarDate? {
    if let month = number(rest, 2) { return CalendarDate(year: year, month: month, day: 1) }
    if let ordinal = number(rest, 3) { return CalendarDate(year: year, ordinalDay: ordinal) }
    guard let both = number(rest, 4) else { return nil }
    return CalendarDate(year: year, month: both / 100, day: both % 100)
  }

  /// `21`, `2140`, `21:40`, `214032`, `21:40:32`, with a fraction of up to nine digits behind the seconds.
  static func time(_ text: Substring) -> TimeOfDay? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard let clock = parts.first else { return nil }
    var fields: [Substring] = clock.split(separator: ":", omittingEmptySubsequences: false)
    if fields.count == 1 {
      let digits = fields[0]
      guard [2, 4, 6].contains(digits.count) else { return nil }
      fields = stride(from: 0, to: digits.count, by: 2).map { digits.dropFirst($0).prefix(2) }
    }
    guard fields.count <= 3 else { return nil }
    var numbers: [Int] = []
    for field in fields {
      guard let number = number(field, 2) else { return nil }
      numbers.append(number)
    }
    var nanosecond = 0
    if parts.count == 2 {
      guard numbers.count == 3, (1...9).contains(parts[1].count), let fraction = number(parts[1], parts[1].count) else {
        return nil
      }
      nanosecond = (parts[1].count..<9).reduce(fraction) { value, _ in value * 10 }
    }
    return TimeOfDay(
      hour: numbers[0], minute: numbers.count > 1 ? numbers[1] : 0, second: numbers.count > 2 ? numbers[2] : 0,
      nanosecond: nanosecond)
  }

  /// A time with what follows it: an offset, and the name of a zone in brackets.
  static func zonedTime(_ text: Substring) throws(CypherError) -> (time: TimeOfDay, offset: Int?, zone: String?)? {
    var rest = text
    var zone: String?
    if rest.last == "]", let open = rest.lastIndex(of: "[") {
      zone = String(rest[rest.index(after: open)...].dropLast())
      rest = rest[..<open]
    }
    var offset: Int?
    if let mark = rest.firstIndex(where: { "Zz+-".contains($0) }) {
      guard let seconds = Zone.offset(from: String(rest[mark...])) else { return nil }
      offset = seconds
      rest = rest[..<mark]
    }
    return time(rest).map { ($0, offset, zone) }
  }

  /// A number of exactly so many digits.
  static func number(_ text: Substring, _ count: Int) -> Int? {
    guard text.count == count, text.allSatisfy({ isDigit($0) }) else { return nil }
    return Int(text)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
