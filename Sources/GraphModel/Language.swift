/// The languages in which the product speaks to its users.
public enum Language: String, CaseIterable, Codable, Hashable, Sendable {
  /// German.
  case german = "de"
  /// English.
  case english = "en"

  /// Chooses by a POSIX locale such as `en_GB.UTF-8`; German where the locale names no language, because the
  /// network is German.
  public init(locale: String?) {
    let code = locale.map { $0.prefix { $0.isLetter }.lowercased() } ?? ""
    self = ["", "de", "c", "posix"].contains(code) ? .german : .english
  }
}

/// One text in both languages.
public struct Wording: Hashable, Sendable {
  /// The German text.
  public let german: String
  /// The English text.
  public let english: String

  /// Joins the two.
  public init(_ german: String, _ english: String) {
    self.german = german
    self.english = english
  }

  /// The text in a language.
  public subscript(language: Language) -> String {
    switch language {
    case .german: german
    case .english: english
    }
  }
}

extension Int {
  /// The number with its thousands grouped as the language writes them: `84.358` or `84,358`.
  public func grouped(_ language: Language) -> String {
    let digits = String(magnitude)
    var text = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position).isMultiple(of: 3) { text += language == .german ? "." : "," }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + text
  }

  /// Reads a number that people have written: digits, or the groups of ``grouped(_:)`` in the way of either language.
  ///
  /// ```swift
  /// Int(grouped: "84.358")  // 84358
  /// Int(grouped: "8.43")    // nil
  /// ```
  public init?(grouped text: some StringProtocol) {
    guard let mark = text.first(where: { $0 == "." || $0 == "," }) else {
      self.init(text)
      return
    }
    let groups = text.split(separator: mark, omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups[0].first != "0", groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.joined().utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    self.init(groups.joined())
  }

  /// The number with what is counted: `1 Paar`, `0 Paare`, `3 Paare`.
  ///
  /// What follows may go beyond the noun, as a verb agrees too: `counted("Akteur fehlt", "Akteure fehlen")`.
  public func counted(_ one: String, _ others: String) -> String { "\(self) \(form(one, others))" }

  /// The form of a word that agrees with the number: that for one, or that for all others.
  public func form(_ one: String, _ others: String) -> String { self == 1 ? one : others }
}
