import ArgumentParser
import KnowledgeGraph

extension ParsableArguments {
  /// Refuses a number outside of what an option takes; nil is an option that was not given.
  func check<Number: Comparable>(_ option: String, _ value: Number?, in range: ClosedRange<Number>) throws {
    try refuse(value.flatMap { OptionBounds.fault(of: option, $0, in: range) })
  }

  /// Refuses a number below the least that an option takes.
  func check(_ option: String, _ value: Int?, atLeast least: Int) throws {
    try refuse(value.flatMap { OptionBounds.fault(of: option, $0, atLeast: least) })
  }

  /// Refuses what is no distance between two places.
  func check(_ option: String, distance: Double?) throws {
    try refuse(distance.flatMap { OptionBounds.fault(of: option, distance: $0) })
  }

  private func refuse(_ fault: String?) throws {
    if let fault { throw ValidationError(fault) }
  }
}
