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
}
