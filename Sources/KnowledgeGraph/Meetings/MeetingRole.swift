public import GraphModel
public import Matchmaking

/// What somebody is at a meeting, where not all are alike.
public enum MeetingRole: Hashable, Sendable {
  /// Stays at a table.
  case host
  /// Helps.
  case mentor
  /// Is helped.
  case mentee
  /// Stands for a sector in a team.
  case sector(TeamSector)

  /// The word in files, which programs read: the same in every language.
  public var word: String {
    switch self {
    case .host: "host"
    case .mentor: "mentor"
    case .mentee: "mentee"
    case .sector(let sector): "\(sector)"
    }
  }

  /// The words for people.
  public var name: Wording {
    switch self {
    case .host: Wording("leitet den Tisch", "hosts")
    case .mentor: Wording("begleitet", "mentor")
    case .mentee: Wording("sucht", "mentee")
    case .sector(let sector): sector.name
    }
  }
}
