import Foundation
import GraphModel

extension String {
  /// Whether the text comes before another one by the alphabet, as dictionaries have it (DIN 5007-1): whatever the case, ä
  /// like a, ß like ss; texts that differ in nothing else by their characters.
  func precedes(_ other: String) -> Bool {
    let (left, right) = (dictionaryForm, other.dictionaryForm)
    return left == right ? self < other : left < right
  }

  private var dictionaryForm: String {
    replacing("ß", with: "ss").folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}

/// The values of one fact in one picture, as few enough classes to be told apart.
struct FactClasses: Equatable {
  /// One class: a word, or a range of numbers.
  struct Class: Equatable {
    /// What the legend says.
    let text: String
    /// The short form that stands in labels, so that nobody needs the colour.
    let code: String
  }

  /// The classes in their order: words by alphabet, ranges upward.
  let classes: [Class]
  /// Whether the classes are ranges of numbers.
  let isNumeric: Bool
  /// The class of each thing; `nil` where the fact is unknown.
  let positions: [Int?]

  /// Sorts things into classes; numbers into as many ranges as asked for, each with about as many things.
  ///
  /// - Complexity: O(n log n).
  init(of facts: [Fact?], ranges: Int = 4, _ language: Language) {
    let numbers = facts.compactMap { $0?.number }
    isNumeric = !numbers.isEmpty && facts.allSatisfy { $0 == nil || $0?.number != nil }
    if isNumeric {
      let bounds = FactClasses.bounds(of: numbers, ranges)
      classes = bounds.enumerated().map { position, bound in
        let low = numberText(bound.lowerBound, language)
        let high = numberText(bound.upperBound, language)
        return Class(text: low == high ? low : "\(low)–\(high)", code: "\(position + 1)")
      }
      positions = facts.map { fact in fact?.number.flatMap { number in bounds.firstIndex { number <= $0.upperBound } } }
    } else {
      let found = FactClasses.words(of: facts, language)
      classes = found.classes
      positions = facts.map { $0.flatMap { found.positions[$0.text(in: language)] } }
    }
  }

  /// Ranges that hold about as many numbers each; equal numbers are never parted.
  private static func bounds(of numbers: [Double], _ ranges: Int) -> [ClosedRange<Double>] {
    let sorted = numbers.sorted()
    var bounds: [ClosedRange<Double>] = []
    var start = 0
    for range in 1...max(1, ranges) {
      var end = max(start, sorted.count * range / max(1, ranges))
      guard end > start else { continue }
      while end < sorted.count, sorted[end] == sorted[end - 1] { end += 1 }
      bounds.append(sorted[start]...sorted[end - 1])
      start = end
    }
    return bounds
  }

  private static func words(
    of facts: [Fact?], _ language: Language
  ) -> (classes: [Class], positions: [String: Int]) {
    var codes: [String: String] = [:]
    for case let fact? in facts {
      let text = fact.text(in: language)
      if case .word(_, let code) = fact, !code.isEmpty { codes[text] = code } else { codes[text] = codes[text] ?? "" }
    }
    // The length first: "Gruppe 2" stands before "Gruppe 10".
    let texts =
      codes.keys.allSatisfy { $0.last?.isNumber == true }
      ? codes.keys.sorted { ($0.count, $0) < ($1.count, $1) } : codes.keys.sorted { $0.precedes($1) }
    let taken = Set(codes.values)
    var letters = (0...).lazy.map(FactClasses.letters).filter { !taken.contains($0) }.makeIterator()
    let classes = texts.map { text in
      let code = codes[text] ?? ""
      return Class(text: text, code: code.isEmpty ? letters.next() ?? "?" : code)
    }
    return (classes, Dictionary(uniqueKeysWithValues: texts.enumerated().map { ($1, $0) }))
  }

  /// A, B … Z, AA, AB …, as spreadsheets count.
  private static func letters(_ number: Int) -> String {
    var rest = number + 1
    var text = ""
    while rest > 0 {
      text = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + text
      rest = (rest - 1) / 26
    }
    return text
  }
}
