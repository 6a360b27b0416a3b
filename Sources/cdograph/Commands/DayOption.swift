import ArgumentParser
import GraphModel

/// The day on which something is done, where it is not today: what is written depends on it and on nothing else.
struct DayOption: ParsableArguments {
  @Option(name: .long, help: .words("Der Tag. Standard: heute.", "The day. Default: today.", .day))
  var date: String?

  /// The day as `YYYY-MM-DD`.
  var day: String { date ?? MeetingOptions.today }

  func check() throws {
    if let date, MeetingOptions.day(date) == nil {
      throw ValidationError("'\(date)' is no day; write it as 2026-11-23")
    }
  }
}
