public import GraphModel

/// What a meeting was planned as.
public enum MeetingKind: String, CaseIterable, Hashable, Sendable {
  /// Two (or three) people, one to one.
  case pairs
  /// Somebody who needs help and somebody who offers it.
  case mentors
  /// A table of a roundtable.
  case tables
  /// A team for a challenge.
  case teams
}

/// What somebody said of a meeting.
public enum MeetingAnswer: String, CaseIterable, Hashable, Sendable {
  /// Will come.
  case accept
  /// Will not come, or did not.
  case decline
  /// Was there and met the others.
  case met
}

/// People who were planned to meet: a record of `history.json`.
///
/// The ids of people need not be in the graph: records of another folder, or of somebody who has asked to be forgotten, are
/// left aside.
public struct MeetingRecord: Hashable, Sendable {
  /// The id of the record.
  public var id: String
  /// What it was planned as.
  public var kind: MeetingKind
  /// The id of the event or challenge.
  public var occasion: String?
  /// The day, `YYYY-MM-DD`.
  public var date: String
  /// The round or time.
  public var slot: String?
  /// The number of the table or team, counted from 1.
  public var place: Int?
  /// The ids of those who were to meet.
  public var people: [String]
  /// What they said, by id.
  public var answers: [String: MeetingAnswer] = [:]
  /// Whether the record was made up to show something.
  public var isExample = false

  /// Describes a meeting.
  public init(
    id: String, kind: MeetingKind, occasion: String?, date: String, slot: String? = nil, place: Int? = nil,
    people: [String]
  ) {
    (self.id, self.kind, self.occasion, self.date) = (id, kind, occasion, date)
    (self.slot, self.place, self.people) = (slot, place, people)
  }

  /// Whether two of its people count as having met: a pair that somebody declined is not planned again, at tables and in
  /// teams who declined has met nobody.
  public func counts(_ first: String, _ second: String) -> Bool {
    guard people.contains(first), people.contains(second), first != second else { return false }
    return kind == .pairs || kind == .mentors || (answers[first] != .decline && answers[second] != .decline)
  }
}

extension RecordKind {
  /// Who met whom; the records become ``MeetingRecord`` and no nodes.
  public static let meeting = RecordKind(
    "meeting", file: "history.json", label: "Meeting", "People who were planned to meet, and what came of it.",
    names: [],
    [
      RecordField("kind", .choice(MeetingKind.allCases.map(\.rawValue)), required: true, "What they were planned as."),
      RecordField("occasion", .text, "The id of the event or challenge."),
      RecordField("date", .date, required: true, "The day."),
      RecordField("slot", .text, "The round or time."),
      RecordField("place", .integer(1...100_000), "The number of the table or team."),
      RecordField("people", .texts, required: true, "The ids of those who were to meet."),
      RecordField("accepted", .texts, "Who said that they will come."),
      RecordField("declined", .texts, "Who said that they will not come."),
      RecordField("met", .texts, "Who was there and met the others."),
    ])
}

extension MeetingRecord {
  /// Reads a meeting from the fields of its record; `nil` where a required one is missing.
  public init?(id: String, _ value: (PropertyKey) -> Value?) {
    guard let kind = value("kind")?.text.flatMap(MeetingKind.init(rawValue:)), let date = value("date")?.day,
      let people = value("people")?.texts
    else { return nil }
    self.init(
      id: id, kind: kind, occasion: value("occasion")?.text, date: date, slot: value("slot")?.text,
      place: value("place")?.integer.map { Int($0) }, people: people)
    for (field, answer) in Self.answerFields {
      for person in value(PropertyKey(field))?.texts ?? [] { answers[person] = answer }
    }
    isExample = value("example")?.boolean == true
  }

  /// The fields of answers, in the order in which a later one counts more.
  public static let answerFields: [(String, MeetingAnswer)] = [
    ("accepted", .accept), ("declined", .decline), ("met", .met),
  ]
}

extension Value {
  /// A day as `YYYY-MM-DD`.
  fileprivate var day: String? {
    switch self {
    case .string(let text): text
    case .temporal(let moment): moment.description
    default: nil
    }
  }
}
