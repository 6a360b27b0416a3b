public import GraphModel

extension RecordKind {
  /// The kind as users call it.
  public var wording: Wording {
    switch label {
    case .actor: Wording("Akteur", "actor")
    case .challenge: Wording("Herausforderung", "challenge")
    case .event: Wording("Veranstaltung", "event")
    case .municipality: Wording("Kommune", "municipality")
    case .profile: Wording("Profil", "profile")
    case .project: Wording("Projekt", "project")
    case .topic: Wording("Thema", "topic")
    default: Wording(name, name)
    }
  }

  /// The kind that a word means: its name in the files, or what users call it in German or English.
  public static func named(_ word: String) -> RecordKind? {
    let word = word.lowercased()
    return all.first { kind in
      [kind.name, kind.wording.german.lowercased(), kind.wording.english].contains(word)
    }
  }

  /// What can be typed for a kind, in order: `actor (Akteur)`, or `actor` alone where both words are one.
  public static func choices(_ language: Language) -> String {
    all.sorted { $0.name < $1.name }.map { kind in
      let word = kind.wording[language]
      return word == kind.name ? word : "\(kind.name) (\(word))"
    }.joined(separator: ", ")
  }
}
