public import Foundation
public import GraphModel

/// A day of the calendar, as people name one.
public struct Day: Equatable, Sendable {
  /// As in `2026-11-23`.
  public let iso: String

  /// Reads `2026-11-23`; nil for what is no day.
  public init?(_ text: String) {
    guard let (year, month, day) = Self.numbers(text), (1...12).contains(month),
      (1...Self.days(year, month)).contains(day)
    else { return nil }
    iso = text
  }

  /// The day of a moment, where the user is.
  public init(_ moment: Date) {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: moment)
    func digits(_ number: Int?, _ count: Int) -> String {
      let text = String(number ?? 0)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    iso = "\(digits(parts.year, 4))-\(digits(parts.month, 2))-\(digits(parts.day, 2))"
  }

  /// Why a text is no day: it has the form of one that no calendar has, or another form.
  public static func fault(of text: String) -> String {
    numbers(text) == nil ? "'\(text)' is no day: write YYYY-MM-DD" : "the day '\(text)' does not exist"
  }

  private static func numbers(_ text: String) -> (year: Int, month: Int, day: Int)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard parts.map(\.count) == [4, 2, 2], numbers.count == 3,
      text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "-") })
    else { return nil }
    return (numbers[0], numbers[1], numbers[2])
  }

  private static func days(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The day as people write it: `23.11.2026` in German.
  public func text(_ language: Language) -> String {
    let parts = iso.split(separator: "-")
    return language == .german ? parts.reversed().joined(separator: ".") : iso
  }
}
