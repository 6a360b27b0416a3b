public import GraphModel
public import NetworkVocabulary

/// A plan of meetings as people and programs read it, whatever kind it is.
public struct MeetingOutcome: Sendable {
  /// Somebody at a meeting.
  public struct Member: Sendable {
    /// The actor.
    public let node: NodeID
    /// What it is there: host, mentor, its sector.
    public let role: MeetingRole?
    /// What it brings.
    public let reason: String?
  }

  /// People who meet.
  public struct Group: Sendable {
    /// The round or time.
    public let slot: String?
    /// The number of the table or team, counted from 1; of a pair its number in the plan.
    public let place: Int
    /// Who meets.
    public let members: [Member]
    /// What the meeting is worth, in thousandths.
    public let points: Int
    /// Why they should meet.
    public let reason: String
    /// A question to begin with; empty where there is none.
    public let opener: String
  }

  /// What kind of plan it is.
  public let kind: MeetingKind
  /// The event or challenge.
  public let occasion: NodeID?
  /// The day of the meetings, `YYYY-MM-DD`, where one is known.
  public var date: String?
  /// Everybody who was to be placed.
  public let people: [NodeID]
  /// The meetings in order.
  public let groups: [Group]
  /// The value reached, in thousandths.
  public let points: Int
  /// No plan is worth more.
  public let bound: Int
  /// Whether the value is proved to be the best.
  public let isOptimal: Bool
  /// What holds for the plan: the value with its proof, the rules, in sentences.
  public let statements: [String]
  /// Who is in no meeting, or misses a round, and why.
  public let leftovers: [(node: NodeID, reason: String)]
  /// Who meets again although that was to be avoided.
  public var reunions: [Reunion] = []

  /// Two people who meet again.
  public struct Reunion: Sendable {
    /// One.
    public let first: NodeID
    /// The other.
    public let second: NodeID
    /// The rounds of the plan in which they meet.
    public let slots: [String]
    /// How often they met before the plan.
    public let earlier: Int
  }
}

/// Why meetings cannot be planned.
public struct MeetingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do.
  public let description: String

  /// Says why.
  public init(_ description: String) { self.description = description }
}

/// Who is to meet, and when.
public struct Gathering: Sendable {
  /// The event.
  public let occasion: NodeID?
  /// The people, by node.
  public let people: [NodeID]
  /// Those who stay at a table.
  public let hosts: [NodeID]
  /// The rounds or times in order; empty where none are known.
  public let slots: [String]
  /// When each can come, by positions in ``slots``.
  public let availability: [Set<Int>]
  /// How many rounds there are to be.
  public let rounds: Int?
  /// How many rounds the event has by its own statement.
  public let ownRounds: Int?
  /// How many people sit at its tables.
  public let tableSize: Int?
  /// Who is left out for lack of consent: only how many.
  public let withheld: Int

  /// The position of a person.
  public func position(of node: NodeID) -> Int? { people.firstIndex(of: node) }
}
