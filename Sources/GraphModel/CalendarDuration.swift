/// A length of time in the parts that calendars keep apart: a month has no fixed number of days, a day no fixed number of
/// seconds.
///
/// Two durations are equal when all parts are; `P1D` and `PT24H` differ.
public struct CalendarDuration: Hashable, Sendable {
  /// Years and months, in months.
  public let months: Int64
  /// Weeks and days, in days.
  public let days: Int64
  /// Hours, minutes and seconds, in whole seconds, rounded down.
  public let seconds: Int64
  /// What is beyond ``seconds``, 0...999,999,999.
  public let nanoseconds: Int32

  /// Makes a duration; `nil` when the parts do not fit into 64 bits.
  ///
  /// - Parameter nanoseconds: Any number, positive or negative; whole seconds are carried over.
  public init?(months: Int64 = 0, days: Int64 = 0, seconds: Int64 = 0, nanoseconds: Int64 = 0) {
    let carried = (nanoseconds - (nanoseconds % 1_000_000_000 + 1_000_000_000) % 1_000_000_000) / 1_000_000_000
    let (sum, overflow) = seconds.addingReportingOverflow(carried)
    guard !overflow else { return nil }
    self.months = months
    self.days = days
    self.seconds = sum
    self.nanoseconds = Int32(nanoseconds - carried * 1_000_000_000)
  }

  /// No time at all.
  public static let zero = CalendarDuration(checkedMonths: 0)

  private init(checkedMonths: Int64) {
    months = checkedMonths
    days = 0
    seconds = 0
    nanoseconds = 0
  }
}

extension CalendarDuration: CustomStringConvertible {
  /// ISO 8601's form with designators: `P1Y2M10DT2H30M0.5S`, `PT0S` for no time; a negative part has its own sign.
  public var description: String {
    var text = "P"
    if months / 12 != 0 { text += "\(months / 12)Y" }
    if months % 12 != 0 { text += "\(months % 12)M" }
    if days != 0 { text += "\(days)D" }
    let clock = clockText
    if clock.isEmpty { return text == "P" ? "PT0S" : text }
    return text + "T" + clock
  }

  private var clockText: String {
    // Counted towards zero, so that minus half a second reads -0.5 and not -1 + 0.5.
    let isBorrowed = seconds < 0 && nanoseconds > 0
    let whole = isBorrowed ? seconds + 1 : seconds
    let fraction = isBorrowed ? 1_000_000_000 - nanoseconds : nanoseconds
    var text = ""
    if whole / 3600 != 0 { text += "\(whole / 3600)H" }
    if whole / 60 % 60 != 0 { text += "\(whole / 60 % 60)M" }
    guard whole % 60 != 0 || fraction != 0 else { return text }
    text += (seconds < 0 && whole % 60 == 0 ? "-" : "") + "\(whole % 60)"
    if fraction != 0 {
      var digits = String(1_000_000_000 + Int(fraction)).dropFirst()
      while digits.hasSuffix("0") { digits.removeLast() }
      text += ".\(digits)"
    }
    return text + "S"
  }
}
