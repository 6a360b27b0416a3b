import GraphModel

/// What options take, whether a command or a call of a procedure has them, and what is said of other values.
public enum OptionBounds {
  /// The years of a question: nobody worked on digital administration before, and plans do not reach further.
  public static let years = 1800...2200
  /// The farthest that two places can lie apart in kilometres, rounded up: half of the way round the earth.
  public static let farthest = 21_000.0

  /// What is wrong with a number; nil where the option takes it.
  public static func fault<Number: Comparable>(
    of option: String, _ value: Number, in range: ClosedRange<Number>
  ) -> String? {
    if range.contains(value) { return nil }
    let (low, high) = (words(range.lowerBound), words(range.upperBound))
    return "\(option) cannot be \(words(value)); it must be from \(low) to \(high)"
  }

  /// The same of a number that has only a least.
  public static func fault(of option: String, _ value: Int, atLeast least: Int) -> String? {
    value < least ? "\(option) cannot be \(value); it must be at least \(least)" : nil
  }

  /// The same of a distance in kilometres.
  public static func fault(of option: String, distance: Double) -> String? {
    if distance > 0, distance <= farthest { return nil }
    let most = words(farthest)
    return "\(option) cannot be \(words(distance)); it must be more than 0 and at most \(most) kilometres"
  }

  /// The same of a language, in the words that the parser of the command line has for it.
  public static func fault(of option: String, language: String) -> String? {
    if Language(rawValue: language) != nil { return nil }
    let known = Language.allCases.map { "'\($0.rawValue)'" }.joined(separator: " and ")
    return "The value '\(language)' is invalid for '\(option)'. Please provide one of \(known)."
  }

  /// A number as people type it: `0.5`, and `1` for a whole one.
  private static func words(_ number: some Comparable) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
