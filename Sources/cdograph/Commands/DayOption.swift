import ArgumentParser
import Foundation
import GraphModel
import KnowledgeGraph

/// The day on which something is done, where it is not today: what is written depends on it and on nothing else.
struct DayOption: ParsableArguments {
  @Option(name: .long, help: .words("Der Tag. Standard: heute.", "The day. Default: today.", .day))
  var date: String?

  /// The day as `YYYY-MM-DD`.
  var day: String { date ?? Day(Date()).iso }

  func check() throws {
    if let date, Day(date) == nil { throw ValidationError(Day.fault(of: date)) }
  }
}
