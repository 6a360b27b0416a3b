import Diagrams
import Foundation
import GraphModel
import GraphStore
import JSONText
import KnowledgeGraph
import NetworkFiles
import NetworkVocabulary
import TestSupport
import Testing

/// What an event pack holds, for random people with names that files have to escape.
@Suite struct PackTests {
  static let schedule = MeetingSchedule(date: "2027-03-16", start: 11 * 60 + 50, length: 25, stamp: "20270301T090000Z")

  @Test(arguments: 0..<6 as Range<UInt64>) func `the calendar keeps to RFC 5545 and says who meets`(seed: UInt64) throws
  {
    try forEachPlan(seed) { workspace, plan in
      let bytes = try file("calendar.ics", workspace, plan)
      // Lines end with CRLF and nothing else; none is longer than 75 octets; none is cut within a character.
      // Octets, because a person's emoji may be cut between its code points.
      let lines = bytes.split(separator: [13, 10], omittingEmptySubsequences: false).map(Array.init)
      #expect(lines.last == [] && lines.count > 5)
      for line in lines {
        #expect(line.count <= 75 && !line.contains(13) && !line.contains(10))
        #expect(String(validating: line, as: UTF8.self) != nil)
      }
      let unfolded = bytes.split(separator: [13, 10, 32], omittingEmptySubsequences: false).joined()
      let whole = unfolded.split(separator: [13, 10]).map { String(decoding: $0, as: UTF8.self) }
      #expect(whole.first == "BEGIN:VCALENDAR" && whole.last == "END:VCALENDAR" && whole.contains("VERSION:2.0"))
      let entries = whole.split(separator: "BEGIN:VEVENT").dropFirst().map { entry in
        Dictionary(
          uniqueKeysWithValues: entry.prefix { $0 != "END:VEVENT" }.map { line in
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            return (String(line[..<colon]), String(line[colon...].dropFirst()))
          })
      }
      #expect(entries.count == whole.count { $0 == "END:VEVENT" })
      #expect(entries.count == (plan.kind == .tables ? 2 : plan.groups.count))
      #expect(Set(entries.compactMap { $0["UID"] }).count == entries.count)
      for (number, entry) in entries.enumerated() {
        #expect(entry["DTSTAMP"] == "20270301T090000Z")
        let times = try ["DTSTART", "DTEND"].map { try #require(entry[$0]) }
        #expect(times.allSatisfy { $0.wholeMatch(of: #/\d{8}T\d{6}Z/#) != nil } && times[0] < times[1])
        // 11:50 in German winter time.
        if number == 0 { #expect(times[0] == "20270316T105000Z") }
        let said = try unescaped(#require(entry["SUMMARY"])) + unescaped(#require(entry["DESCRIPTION"]))
        let groups = plan.kind == .tables ? plan.groups.filter { $0.slot == "R\(number + 1)" } : [plan.groups[number]]
        #expect(!groups.isEmpty)
        for member in groups.flatMap(\.members) { #expect(said.contains(workspace.name(of: member.node, .english))) }
      }
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>) func `pages name everybody, each meeting has its card`(seed: UInt64) throws {
    try forEachPlan(seed) { workspace, plan in
      let people = try page("participants.html", workspace, plan)
      #expect(people.components(separatedBy: "<tr>").count - 2 == plan.people.count)
      for person in plan.people { #expect(people.contains("<td>\(html(workspace.name(of: person, .english)))</td>")) }
      let overview = try page("plan.html", workspace, plan)
      for group in plan.groups {
        for member in group.members { #expect(overview.contains(html(workspace.name(of: member.node, .english)))) }
      }
      let cards = try page("cards.html", workspace, plan).components(separatedBy: "<section>").dropFirst()
      #expect(cards.count == plan.groups.count)
      for (card, group) in zip(cards, plan.groups) {
        #expect(!group.reason.isEmpty && card.contains(html(group.reason)) && card.contains(html(group.opener)))
        if plan.kind == .pairs { #expect(!group.opener.isEmpty) }
        for member in group.members { #expect(card.contains(html(workspace.name(of: member.node, .english)))) }
      }
      #expect(overview.contains("<p>2027-03-16</p>"))
      let german = try page("plan.html", workspace, plan, .german)
      #expect(german.contains("<p>16.03.2027</p>"))
    }
  }

  /// Pairs are undirected lines and tables boxes; whoever has not agreed to be drawn is nowhere in it.
  @Test(arguments: 0..<6 as Range<UInt64>) func `the picture shows who may be drawn, and says how many may not`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    try forEachPlan(seed) { workspace, plan in
      let seats = plan.groups.map { $0.members.map(\.node) }
      let hidden = Set(seats.joined().filter { _ in Bool.random(using: &random) })
      var graph = workspace.graph
      for node in hidden { graph.set(.consent, of: node, to: .list([.string("matching")])) }
      let picture = workspace.with(graph).picture(of: plan, Self.schedule, .english)
      func ids(_ nodes: some Sequence<NodeID>) -> [String] {
        nodes.map { workspace.graph.value(.id, of: $0)?.text ?? "" }
      }
      #expect(picture.missing == ids(hidden.sorted()))
      let shown = seats.map { $0.filter { !hidden.contains($0) } }
      guard let diagram = picture.diagram else {
        #expect(shown.allSatisfy { $0.isEmpty })
        return
      }
      #expect(diagram.notes.count { $0.contains("not agreed") } == (hidden.isEmpty ? 0 : 1))
      for name in hidden.map({ workspace.name(of: $0, .english) }) {
        #expect(!diagram.nodes.contains { $0.label == name } && !diagram.notes.contains { $0.contains(name) })
      }
      if plan.kind == .tables {
        let boxes = Dictionary(grouping: diagram.nodes, by: \.cluster).mapValues(\.count)
        #expect(boxes.values.sorted() == shown.map(\.count).filter { $0 > 0 }.sorted() && diagram.edges.isEmpty)
      } else {
        #expect(Set(diagram.nodes.map(\.id)) == Set(ids(shown.joined())))
        #expect(diagram.edges.count == shown.count { $0.count == 2 })
        #expect(diagram.edges.allSatisfy { !$0.isDirected && $0.label == "meets" })
      }
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>) func `the form of a pack is read back`(seed: UInt64) throws {
    try forEachPlan(seed) { workspace, plan in
      let form = try file("feedback.csv", workspace, plan)
      let history = try workspace.history([], recording: plan, date: Self.schedule.date).text
      var files = Self.files(seed)
      files["history.json"] = history
      try withFolder(files) { folder in
        let known = try Workspace(folders: [folder])
        let empty = try known.feedback(form)
        let seats = plan.groups.reduce(0) { $0 + $1.members.count }
        #expect(empty.meetings.isEmpty && empty.unanswered == seats)
        // Every line ends with the answer, which is empty.
        let answered = String(decoding: form, as: UTF8.self).replacing(";\r\n", with: ";met\r\n")
        let feedback = try known.feedback(Array(answered.utf8))
        #expect(feedback.unanswered == 0 && feedback.meetings.count == plan.groups.count)
        for meeting in feedback.meetings {
          #expect(meeting.answers == Dictionary(uniqueKeysWithValues: meeting.people.map { ($0, .met) }))
        }
      }
    }
  }

  /// Runs a test with pairs and with tables of random people.
  private func forEachPlan(_ seed: UInt64, _ body: (Workspace, MeetingOutcome) throws -> Void) throws {
    try withFolder(Self.files(seed)) { folder in
      let workspace = try Workspace(folders: [folder])
      let people = workspace.graph.nodes(with: .actor)
      let rules = MeetingRules(preset: workspace.matching.similar, date: Self.schedule.date)
      try body(
        workspace,
        workspace.pairMeetings(PairQuery(workspace.gathering(event: nil, actors: people), rules), .english))
      let gathering = try workspace.gathering(event: nil, actors: people, rounds: 2)
      var query = TableQuery(gathering, rules, size: 4, rounds: 2)
      query.effort = 20
      try body(workspace, workspace.tablePlan(query, .english))
    }
  }

  private func file(
    _ name: String, _ workspace: Workspace, _ plan: MeetingOutcome, _ language: Language = .english
  ) throws -> [UInt8] {
    try #require(workspace.pack(plan, Self.schedule, language).first { $0.name == name }).bytes
  }

  private func page(
    _ name: String, _ workspace: Workspace, _ plan: MeetingOutcome, _ language: Language = .english
  ) throws -> String {
    String(decoding: try file(name, workspace, plan, language), as: UTF8.self)
  }

  /// A text of a calendar, read as the RFC says.
  private func unescaped(_ text: String) throws -> String {
    var read = ""
    var isEscaped = false
    for character in text.unicodeScalars {
      if isEscaped {
        #expect("\\;,nN".unicodeScalars.contains(character), "\(text)")
        read.unicodeScalars.append(character == "n" || character == "N" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        #expect(character != ";" && character != ",", "\(text)")
        read.unicodeScalars.append(character)
      }
    }
    #expect(!isEscaped)
    return read
  }

  private func html(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// Ten to fifteen people whose names are made of what formats treat as special.
  static func files(_ seed: UInt64) -> [String: String] {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "CDO", "Köln; Süd", "a,b", "back\\slash", "\\n", "<b>", "\"quoted\"", "R&D", "👩🏽‍💻", "=1+1", "ß", "Straße", "東京",
    ]
    let actors = (0..<Int.random(in: 10...15, using: &random)).map { number in
      let words = (0..<Int.random(in: 1...9, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
      let topic = ["t0", "t1"].randomElement(using: &random) ?? "t0"
      let name = JSONOutput.string("\(words.joined(separator: " ")) \(number)").text()
      return #"{"id":"a\#(number)","name":\#(name),"kind":"cdo-role","topics":["\#(topic)","t2"]}"#
    }
    let topics = ["OZG; Teil 2", "Smart, City", "C:\\Daten <alt>"].enumerated().map { number, label in
      #"{"id":"t\#(number)","labelDe":\#(JSONOutput.string(label).text())}"#
    }
    return [
      "actors.json": "[\(actors.joined(separator: ",\n"))]", "topics.json": "[\(topics.joined(separator: ",\n"))]",
    ]
  }
}
