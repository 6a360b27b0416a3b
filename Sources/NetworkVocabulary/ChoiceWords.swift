public import GraphModel

/// The words that fields choose from, as people say them.
public enum ChoiceWords {
  /// A word of the files in German and English; the word itself where it has none.
  public static func wording(of word: String) -> Wording { wordings[word] ?? Wording(word, word) }

  private static let wordings: [String: Wording] = [
    "laufend": Wording("laufend", "running"), "abgeschlossen": Wording("abgeschlossen", "completed"),
    "geplant": Wording("geplant", "planned"), "unbekannt": Wording("unbekannt", "unknown"),
    "offen": Wording("offen", "open"), "in-bearbeitung": Wording("in Bearbeitung", "in progress"),
    "geloest": Wording("gelöst", "solved"),
    "yearly": Wording("jährlich", "yearly"), "quarterly": Wording("vierteljährlich", "quarterly"),
    "monthly": Wording("monatlich", "monthly"), "weekly": Wording("wöchentlich", "weekly"),
    "source": Wording("Quelle", "source"), "inferred": Wording("erschlossen", "inferred"),
  ]
}

extension RecordKind {
  /// The words that fields of a name choose from, in any kind of record; none where none does.
  ///
  /// - Complexity: O(fields of all kinds).
  public static func choices(of field: String) -> [String] {
    var seen: Set<String> = []
    return all.flatMap(\.fields).filter { $0.name == field }.flatMap { field -> [String] in
      switch field.content {
      case .choice(let words), .choices(let words): words
      case .linkedChoice(let words, _): words.map(\.word)
      default: []
      }
    }.filter { seen.insert($0).inserted }
  }

  /// Whether a field of the kind is a truth value.
  public func isFlag(_ field: String) -> Bool {
    fields.contains { if case .boolean = $0.content { $0.name == field } else { false } }
  }
}
