import Foundation
import GraphModel
import GraphStore
import KnowledgeGraph
import Matchmaking
import NetworkFiles
import NetworkVocabulary
import TestSupport
import Testing

/// What is written of meetings comes back, and whoever met does not meet again.
@Suite struct MeetingHistoryTests {
  /// Six people with something to say to each other.
  static let files = [
    "actors.json": "["
      + (1...6).map { #"{"id":"a\#($0)","name":"Person \#($0)","kind":"cdo-role","topics":["t\#($0 % 2)"]}"# }
      .joined(separator: ",\n") + "]",
    "topics.json":
      #"[{"id":"t0","labelDe":"OZG","labelEn":"OZG"},{"id":"t1","labelDe":"Smart City","labelEn":"Smart city"}]"#,
  ]
  static let date = "2026-03-05"

  @Test func `a series of pairs repeats nobody until everybody has met`() throws {
    try withFolder(Self.files) { folder in
      var seen: Set<Set<NodeID>> = []
      for round in 1...5 {
        let workspace = try Workspace(folders: [folder])
        let plan = try Self.pairs(workspace, "2026-03-0\(round)")
        for group in plan.groups {
          #expect(seen.insert(Set(group.members.map(\.node))).inserted, "round \(round)")
        }
        try Self.record(plan, "2026-03-0\(round)", workspace, folder)
      }
      let workspace = try Workspace(folders: [folder])
      #expect(workspace.network.history.count == seen.count && seen.count > 5)
    }
  }

  @Test func `what is recorded is read as it was, and recorded again takes its own place`() throws {
    try withFolder(Self.files) { folder in
      let workspace = try Workspace(folders: [folder])
      let plan = try Self.pairs(workspace, Self.date)
      try Self.record(plan, Self.date, workspace, folder)
      let read = try Workspace(folders: [folder])
      #expect(read.network.history == workspace.records(of: plan, date: Self.date))
      #expect(!read.network.history.isEmpty)
      let again = try read.history(Self.bytes(folder), recording: plan, date: Self.date)
      #expect(again.replaced == plan.groups.count)
      #expect(Array(again.text.utf8) == (try Self.bytes(folder)))
    }
  }

  @Test func `answers go into a form and come back`() throws {
    try withFolder(Self.files) { folder in
      let workspace = try Workspace(folders: [folder])
      let plan = try Self.pairs(workspace, Self.date)
      try Self.record(plan, Self.date, workspace, folder)
      let known = try Workspace(folders: [folder])
      let lines = known.feedbackForm(plan, date: Self.date, .english).components(separatedBy: "\r\n")
      let empty = try known.feedback(Array(lines.joined(separator: "\r\n").utf8))
      #expect(empty.meetings.isEmpty && empty.unanswered == plan.groups.count * 2)
      let words = ["", "accept", "Abgesagt", " met "]
      let filled = lines.enumerated().map { number, line in
        number == 0 || line.isEmpty ? line : line + words[number % 4]
      }.joined(separator: "\r\n")
      let feedback = try known.feedback(Array(filled.utf8))
      try Data(known.history(Self.bytes(folder), with: feedback).utf8)
        .write(to: URL(fileURLWithPath: folder + "/history.json"))
      let read = try Workspace(folders: [folder]).network.history
      let answers: [MeetingAnswer?] = [nil, .accept, .decline, .met]
      var number = 0
      for meeting in read {
        for person in meeting.people {
          number += 1
          #expect(meeting.answers[person] == answers[number % 4], "\(meeting.id) \(person)")
        }
      }
      #expect(number == plan.groups.count * 2 && feedback.unanswered == number / 4)
    }
  }

  @Test func `a form that is read again changes nothing, and what contradicts itself is named`() throws {
    var files = Self.files
    files["history.json"] =
      #"[{"id":"m1","kind":"pairs","date":"2026-03-05","people":["a1","a2"],"met":["a1"]}]"#
    try withFolder(files) { folder in
      let workspace = try Workspace(folders: [folder])
      let head = "meeting;round;table;id;name;with;answer\r\n"
      let same = try workspace.feedback(Array("\(head)m1;;1;a1;P;Q;met\r\nm1;;1;a1;P;Q;met\r\n".utf8))
      #expect(same.meetings.isEmpty && same.counts == [.met: 1] && same.contradictions.isEmpty)
      let both = try workspace.feedback(Array("\(head)m1;;1;a2;P;Q;met\r\nm1;;1;a2;P;Q;decline\r\n".utf8))
      #expect(both.meetings.map(\.answers) == [["a1": .met, "a2": .decline]] && both.counts == [.decline: 1])
      let named = both.contradictions.map { "\($0.line) \($0.earlier) \($0.person) \($0.meeting)" }
      #expect(named == ["3 2 a2 m1"])
    }
  }

  @Test func `pairs that one declined each time are counted apart from those that met`() {
    func meeting(_ people: [String], _ answers: [String: MeetingAnswer]) -> MeetingRecord {
      var meeting = MeetingRecord(id: "m", kind: .pairs, occasion: nil, date: Self.date, people: people)
      meeting.answers = answers
      return meeting
    }
    let history = [
      meeting(["a", "b"], ["a": .decline]), meeting(["a", "c"], ["c": .decline]), meeting(["c", "a"], ["c": .met]),
      meeting(["b", "c"], [:]), meeting(["b", "x"], ["x": .decline]),
    ]
    #expect(history.encounters(of: ["a", "b", "c"]).count == 3)
    #expect(history.declinedPairs(of: ["a", "b", "c"]) == 1)
  }

  @Test(arguments: [
    ("a;b\r\n", "no feedback form"),
    ("meeting;round;table;id;name;with;answer\r\nm9;;1;a1;P;Q;met\r\n", "line 2: the history has no meeting 'm9'"),
    ("meeting;round;table;id;name;with;answer\r\nm1;;1;a9;P;Q;met\r\n", "line 2: 'a9' was not planned"),
    ("meeting;round;table;id;name;with;answer\r\nm1;;1;a1;P;Q;maybe\r\n", "line 2: 'maybe' is no answer"),
    ("meeting;round;table;id;name;with;answer\r\nm1;;1\r\n", "line 2: seven fields were expected"),
  ])
  func `a form with a fault is refused with its line`(form: String, words: String) throws {
    var files = Self.files
    files["history.json"] = #"[{"id":"m1","kind":"pairs","date":"2026-03-05","people":["a1","a2"]}]"#
    try withFolder(files) { folder in
      let workspace = try Workspace(folders: [folder])
      let error = #expect(throws: MeetingError.self) { try workspace.feedback(Array(form.utf8)) }
      #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    }
  }

  @Test func `a pair that declined is not asked again, at a table who declined met nobody`() {
    var meeting = MeetingRecord(id: "m", kind: .pairs, occasion: nil, date: Self.date, people: ["a", "b", "c"])
    meeting.answers = ["a": .decline]
    #expect(meeting.counts("a", "b") && meeting.counts("b", "c"))
    meeting.kind = .tables
    #expect(!meeting.counts("a", "b") && meeting.counts("b", "c"))
    #expect(!meeting.counts("b", "b") && !meeting.counts("b", "d"))
  }

  private static func pairs(_ workspace: Workspace, _ date: String) throws -> MeetingOutcome {
    let people = workspace.graph.nodes(with: .actor)
    let query = PairQuery(
      try workspace.gathering(event: nil, actors: people),
      MeetingRules(preset: workspace.matching.similar, date: date))
    return try workspace.pairMeetings(query, .english)
  }

  private static func record(_ plan: MeetingOutcome, _ date: String, _ workspace: Workspace, _ folder: String) throws {
    let bytes = (try? bytes(folder)) ?? []
    let text = try workspace.history(bytes, recording: plan, date: date).text
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/history.json"))
  }

  private static func bytes(_ folder: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/history.json")))
  }
}
