public import Diagrams
import GermanText
public import GraphModel
import NetworkVocabulary

/// What people may call the facts that filters speak of: as the legend does, in German or English, or as the data do.
public enum DiagramKeys {
  /// The key that a word means; the word itself where it means none.
  ///
  /// ```swift
  /// DiagramKeys.key(meantBy: "Einwohner")  // "population"
  /// ```
  ///
  /// - Complexity: O(length).
  public static func key(meantBy word: String) -> String {
    fields.contains(word) ? word : keys[folded(word)] ?? word
  }

  private static let fields = Set(RecordKind.all.flatMap { $0.fields.map(\.name) })

  private static let keys: [String: String] = {
    var keys: [String: String] = [:]
    for language in Language.allCases {
      for (key, name) in DiagramFacts.names(language) {
        // "Gemeinschaft (Leiden-Verfahren)" is a community without its method too.
        for word in [key, name, name.prefix { $0 != "(" }.split(separator: " ").joined(separator: " ")] {
          keys[folded(word)] = key
        }
      }
      // What legends say comes first: the focus that they speak of is known of more than the field.
      for (key, wording) in others { keys[folded(wording[language])] = keys[folded(wording[language])] ?? key }
    }
    // Whatever the case in which somebody writes a field of the files.
    for field in fields.sorted() where keys[folded(field)] == nil { keys[folded(field)] = field }
    return keys
  }()

  /// What a picture calls a fact that it was filtered by.
  static func name(of key: String, _ language: Language) -> String {
    DiagramFacts.names(language)[key] ?? others.first { $0.key == key }?.wording[language] ?? key
  }

  /// What a picture calls a value of such a fact.
  static func name(ofValue word: String, of key: String, _ language: Language) -> String {
    switch key {
    case "kind": RecordKind.all.first { $0.label.name == word }?.wording[language] ?? word
    case "roleFocus": RoleFocus(rawValue: word)?.phrase[language] ?? word
    default: RecordKind.choices(of: key).contains(word) ? ChoiceWords.wording(of: word)[language] : word
    }
  }

  /// What people call a value, or what may be typed for it, without what stands in brackets: `nach außen` for `outward`.
  ///
  /// - Complexity: O(kinds of records).
  public static func shortName(ofValue word: String, of key: String, _ language: Language) -> String {
    switch key {
    case "kind": RecordKind.all.first { [$0.name, $0.label.name].contains(word) }?.wording[language] ?? word
    case "focus", "roleFocus":
      RoleFocus.allCases.first { [$0.rawValue, $0.phrase.german, $0.phrase.english].contains(word) }
        .map { $0.phrase[language].prefix { $0 != "(" }.split(separator: " ").joined(separator: " ") } ?? word
    default: name(ofValue: word, of: key, language)
    }
  }

  /// Facts that are measured in what is drawn, after it was filtered.
  public static let measured: Set<String> = ["community", "centrality", "count"]

  /// Words for fields that no legend has.
  private static let others: [(key: String, wording: Wording)] = [
    ("land", Wording("Land", "state")), ("roleFocus", Wording("Blick", "focus")),
    ("bundesland", Wording("Land", "Land")),
  ]
}

extension Workspace {
  /// What a picture says of the conditions by which it was filtered; nil where there are none.
  ///
  /// - Parameter filters: The conditions with the values that their words mean.
  /// - Parameter isFading: Whether all else is only pale and not left out.
  public func note(on filters: [DiagramFilter], in diagram: Diagram, isFading: Bool = false) -> String? {
    guard !filters.isEmpty else { return nil }
    let language = diagram.language
    let texts = filters.map { filter in
      filter.text(named: DiagramKeys.name(of: filter.key, language), language) {
        DiagramKeys.name(ofValue: $0, of: filter.key, language)
      }
    }
    let word = isFading ? Wording("hervorgehoben: ", "highlighted: ") : Wording("gefiltert: ", "filtered: ")
    return word[language] + texts.joined(separator: "; ")
  }
}
