import GraphModel

/// What help calls the values of options and arguments. One word a thing: help, manual page and completion read this list.
enum ValueName: CaseIterable {
  case actor
  case address
  case algorithm
  case count
  case day
  case event
  case file
  case folder
  case format
  case fromTo
  case id
  case score
  case kilometres
  case kind
  case language
  case layout
  case limits
  case minutes
  case name
  case nameAndCount
  case nameAndValue
  case number
  case paper
  case pair
  case place
  case points
  case policy
  case preset
  case profile
  case project
  case property
  case propertyAndValue
  case rowAndPolicy
  case seconds
  case state
  case statement
  case style
  case task
  case text
  case time
  case topic
  case utc
  case who
  case year

  var wording: Wording {
    switch self {
    case .actor: Wording("Akteur", "actor")
    case .address: Wording("Adresse", "address")
    case .algorithm: Wording("Verfahren", "algorithm")
    case .day: Wording("JJJJ-MM-TT", "YYYY-MM-DD")
    case .event: Wording("Veranstaltung", "event")
    case .file: Wording("Datei", "file")
    case .folder: Wording("Ordner", "folder")
    case .format: Wording("Format", "format")
    case .fromTo: Wording("von nach", "from to")
    case .id: Wording("Kennung", "id")
    case .score: Wording("0..1", "0..1")
    case .kilometres: Wording("km", "km")
    case .kind: Wording("Art", "kind")
    case .language: Wording("Sprache", "language")
    case .layout: Wording("Anordnung", "layout")
    case .limits: Wording("von..bis", "min..max")
    case .minutes: Wording("Minuten", "minutes")
    case .name: Wording("Name", "name")
    case .nameAndCount: Wording("Name=Anzahl", "name=count")
    case .nameAndValue: Wording("Name=Wert", "name=value")
    case .count: Wording("Anzahl", "count")
    case .number: Wording("Zahl", "number")
    case .paper: Wording("Papier", "paper")
    case .pair: Wording("A=B", "A=B")
    case .place: Wording("Ort", "place")
    case .points: Wording("Punkte", "points")
    case .policy: Wording("Umgang", "policy")
    case .preset: Wording("Gewichtung", "preset")
    case .profile: Wording("Blick", "focus")
    case .project: Wording("Projekt", "project")
    case .property: Wording("Eigenschaft", "property")
    case .propertyAndValue: Wording("Eigenschaft=Wert", "property=value")
    case .rowAndPolicy: Wording("Zeile=Umgang", "row=policy")
    case .seconds: Wording("Sekunden", "seconds")
    case .state: Wording("Land", "Land")
    case .statement: Wording("Anweisung", "statement")
    case .style: Wording("Stil", "style")
    case .task: Wording("Aufgabe", "task")
    case .text: Wording("Text", "text")
    case .time: Wording("HH:MM", "HH:MM")
    case .topic: Wording("Thema", "topic")
    case .utc: Wording("Zeitpunkt", "moment")
    case .who: Wording("Wer", "who")
    case .year: Wording("Jahr", "year")
    }
  }

  /// The kinds of names that the value can be, which the shell completes; nil where it is no name.
  var names: Set<NameKind>? {
    switch self {
    case .topic: [.topic]
    case .actor: [.actor]
    case .place: [.place]
    case .project: [.project]
    case .event: [.event]
    case .name, .fromTo: Set(NameKind.allCases)
    default: nil
    }
  }

  /// The value that help calls by a word of either language.
  init?(_ word: String) {
    guard let found = Self.allCases.first(where: { [$0.wording.german, $0.wording.english].contains(word) }) else {
      return nil
    }
    self = found
  }
}
