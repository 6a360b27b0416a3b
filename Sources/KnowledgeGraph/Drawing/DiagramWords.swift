public import Diagrams
import GermanText
import GraphModel
import GraphStore
import NetworkVocabulary

/// What people may call the values of one fact in a picture: as the picture does, by code, or in the other language.
///
/// ```swift
/// let words = workspace.words(for: "focus", in: diagram)
/// words.value(meantBy: "inward")  // "nach innen (Verwaltung, OZG)"
/// ```
public struct DiagramWords: Sendable {
  /// What may be typed for the values that occur in the picture: words by alphabet, then numbers upward.
  public let choices: [String]
  private let values: [String: String]

  /// A value as the picture says it, what may be typed for it at best, and other words for it.
  typealias Term = (value: String, choice: String, others: [String])

  /// Gathers the words; what the picture itself says comes before another word of the same spelling.
  init(shown: Set<String>, numbers: Set<Double>, terms: [Term]) {
    let named = Dictionary(terms.map { ($0.value, $0.choice) }) { first, _ in first }
    // Numbers without the points of thousands, which nobody has to type.
    let typed = numbers.sorted().map { $0 == $0.rounded() && abs($0) < 1e15 ? "\(Int($0))" : "\($0)" }
    choices = Set(shown.map { named[$0] ?? $0 }).sorted() + typed
    let own = (shown.sorted() + terms.map(\.value)).map { (Self.key($0), $0) }
    let others = terms.flatMap { term in ([term.choice] + term.others).map { (Self.key($0), term.value) } }
    values = Dictionary(own + others) { first, _ in first }
  }

  /// The value that a word means, whatever its case, umlauts and the spaces at its commas; nil where it means none.
  ///
  /// - Complexity: O(length).
  public func value(meantBy word: String) -> String? { values[Self.key(word)] }

  private static func key(_ word: String) -> String {
    folded(word).split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .joined(separator: ",")
  }
}

extension Workspace {
  /// What people may call the values of a fact in a picture.
  ///
  /// - Complexity: O(nodes of the picture + topics).
  public func words(for key: String, in diagram: Diagram) -> DiagramWords {
    let language = diagram.language
    let facts = Set(diagram.nodes.compactMap { $0.facts[key] })
    let words = facts.filter { $0.number == nil }.map { $0.text(in: language) }
    let shown = key == "kind" ? Set(diagram.nodes.map(\.kind)) : Set(words)
    return DiagramWords(
      shown: shown, numbers: Set(facts.compactMap(\.number)), terms: terms(for: key, shown, language))
  }

  private func terms(for key: String, _ shown: Set<String>, _ language: Language) -> [DiagramWords.Term] {
    switch key {
    case "kind": RecordKind.all.map(\.term)
    case "focus": RoleFocus.allCases.map { $0.term(language) }
    case "roleFocus": RoleFocus.allCases.map { ($0.rawValue, $0.rawValue, $0.words) }
    case "bundesland", "bundeslaender": stateTerms
    case "land":
      stateTerms
        + [
          (DiagramFacts.severalStates[language], DiagramFacts.severalStates[language], DiagramFacts.severalStates.both)
        ]
    case "area":
      graph.nodes(with: .topic).compactMap { topic in
        graph.name(of: topic, in: language).map { name in
          (name, name, Language.allCases.compactMap { graph.name(of: topic, in: $0) })
        }
      }
    default: truthTerms(shown, language) + choiceTerms(key, language)
    }
  }

  private var stateTerms: [DiagramWords.Term] {
    State.all.map { ($0.name, $0.name, $0.abbreviations + [$0.english]) }
  }

  /// The words that a field chooses from, as the picture says them.
  private func choiceTerms(_ key: String, _ language: Language) -> [DiagramWords.Term] {
    RecordKind.choices(of: key).map { word in
      let wording = ChoiceWords.wording(of: word)
      return (wording[language], wording[language], [word] + wording.both)
    }
  }

  /// The words for truth values, where a property has nothing else.
  private func truthTerms(_ shown: Set<String>, _ language: Language) -> [DiagramWords.Term] {
    let terms: [DiagramWords.Term] = [
      (DiagramFacts.yes[language], "true", DiagramFacts.yes.both + ["wahr"]),
      (DiagramFacts.no[language], "false", DiagramFacts.no.both + ["falsch"]),
    ]
    return shown.isSubset(of: terms.map(\.value)) ? terms : []
  }
}

extension Wording {
  /// The words of both languages.
  fileprivate var both: [String] { [german, english] }
}

extension RecordKind {
  fileprivate var term: DiagramWords.Term { (label.name, name, wording.both + plural.both) }
}

extension RoleFocus {
  /// The focus as the picture says it, in short, and what stands in brackets left out.
  fileprivate func term(_ language: Language) -> DiagramWords.Term { (phrase[language], rawValue, words) }

  fileprivate var words: [String] {
    let short = phrase.both.map { $0.prefix { $0 != "(" }.split(separator: " ").joined(separator: " ") }
    return code.both + phrase.both + short
  }
}
