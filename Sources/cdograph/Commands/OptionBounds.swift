import ArgumentParser

extension ParsableArguments {
  /// Refuses a number outside of what an option takes; nil is an option that was not given.
  func check<Number: Comparable>(_ option: String, _ value: Number?, in range: ClosedRange<Number>) throws {
    guard let value, !range.contains(value) else { return }
    let (low, high) = (words(range.lowerBound), words(range.upperBound))
    throw ValidationError("\(option) cannot be \(words(value)); it must be from \(low) to \(high)")
  }

  /// Refuses a number below the least that an option takes.
  func check(_ option: String, _ value: Int?, atLeast least: Int) throws {
    guard let value, value < least else { return }
    throw ValidationError("\(option) cannot be \(value); it must be at least \(least)")
  }

  /// A number as people type it: `0.5`, and `1` for a whole one.
  private func words(_ number: some Comparable) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
