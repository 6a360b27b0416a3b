extension German {
  /// What matchmaking says.
  static let matching: [(english: String, german: String)] = [
    (
      "'{}' has not agreed to {} — the record's field 'consent' says who has",
      "„{1}“ hat {2} nicht zugestimmt — wer zugestimmt hat, steht im Feld „consent“"
    ),
    (
      "no component has a weight above 0; give one to {}",
      "keine Komponente hat ein Gewicht über 0; eines geben an {1}"
    ),
    ("unknown preset '{}'; presets are {}", "unbekannte Gewichtung „{1}“; es gibt {2}"),
    ("say for whom: --for NAME, or --all for every CDO", "sagen, für wen: --for NAME, oder --all für alle CDOs"),
    ("{} takes a map of options", "{1} nimmt eine Map von Optionen"),
    ("{} has no option '{}' with {}", "{1} hat keine Option „{2}“ mit {3}"),
    ("'{}' is a {}, expected {}; its people:", "„{1}“ ist eine Angabe der Art {2}, erwartet war {3}; dort sind:"),
    ("'{}' is a {}, expected {}", "„{1}“ ist eine Angabe der Art {2}, erwartet war {3}"),
    ("'{}' is an {}, expected {}; its people:", "„{1}“ ist eine Angabe der Art {2}, erwartet war {3}; dort sind:"),
    ("'{}' is an {}, expected {}", "„{1}“ ist eine Angabe der Art {2}, erwartet war {3}"),
    ("actor or project or challenge", "Akteur, Projekt oder Herausforderung"),
    (
      "actor or event or project or challenge or municipality",
      "Akteur, Veranstaltung, Projekt, Herausforderung oder Kommune"
    ),
    ("'{}' taken as {}", "„{1}“ verstanden als {2}"),
    ("project or event", "Projekt oder Veranstaltung"),
    ("there is no preset '{}'", "es gibt keine Gewichtung „{1}“"),
    ("both names mean '{}'; an introduction takes two", "beide Namen meinen „{1}“; zu einer Vorstellung gehören zwei"),
    ("k is a number from 1 to 100", "k ist eine Zahl von 1 bis 100"),
    ("limit is a number from 1 to 1000", "limit ist eine Zahl von 1 bis 1000"),
    ("'{}' is a number from {} to {}, this is {}", "„{1}“ ist eine Zahl von {2} bis {3}, dies ist {4}"),
  ]
}
