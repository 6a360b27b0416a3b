public import GraphModel
public import NetworkVocabulary

extension MeetingKind {
  /// What a plan of the kind is called.
  public var planName: Wording {
    switch self {
    case .pairs: Wording("Paare", "Pairs")
    case .mentors: Wording("Begleitung", "Mentors")
    case .tables: Wording("Tischplan", "Table plan")
    case .teams: Wording("Teams", "Teams")
    }
  }

  /// What stands before the number of a meeting.
  public var placeName: Wording {
    switch self {
    case .pairs, .mentors: Wording("Nr.", "No.")
    case .tables: Wording("Tisch", "Table")
    case .teams: Wording("Team", "Team")
    }
  }
}

extension Workspace {
  /// The name of an actor at a meeting, and what it is there.
  func name(of member: MeetingOutcome.Member, _ language: Language) -> String {
    name(of: member.node, language) + (member.role.map { " (\($0.name[language]))" } ?? "")
  }
}
