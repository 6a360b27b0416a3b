import Diagrams
import Foundation
import GraphModel
import KnowledgeGraph
import NetworkVocabulary
import Testing

/// What pictures of plans say: who meets whom, in order, and who does not.
@Suite struct MatchPlanTests {
  private func picture(_ json: String, _ language: Language = .english) throws -> Diagram {
    try Networks.withExamples.get().diagram(of: MatchPlan(json: Data(json.utf8), from: "m.json"), language).diagram
  }

  private func meeting(_ slot: String?, _ place: Int, _ people: [String]) -> String {
    let people = people.map { person in
      let parts = person.split(separator: ":")
      return #"{"id": "\#(parts[0])"\#(parts.count > 1 ? #", "part": "\#(parts[1])", "role": "?""# : "")}"#
    }
    let slot = slot.map { #""slot": "\#($0)", "# } ?? ""
    return #"{\#(slot)"place": \#(place), "people": [\#(people.joined(separator: ", "))]}"#
  }

  private func plan(_ kind: String, _ meetings: [String], _ more: String = "") -> String {
    #"{"kind": "\#(kind)", \#(more)"meetings": [\#(meetings.joined(separator: ", "))]}"#
  }

  @Test func `tables stand in the order of rounds and numbers, and people are counted once`() throws {
    let meetings = [
      meeting("R10", 1, ["cdo-kiel", "cdo-neuss"]), meeting("R2", 2, ["cdo-bonn", "cdo-fuerth"]),
      meeting("R2", 1, ["cdo-kiel", "cdo-neuss"]),
    ]
    let diagram = try picture(plan("tables", meetings, #""occasion": "beispiel-kaffeerunde", "#))
    #expect(diagram.clusterRows == [["Round 2 · Table 1", "Round 2 · Table 2"], ["Round 10 · Table 1"]])
    #expect(diagram.tally == "4 participants at 2 tables in 2 rounds")
    #expect(diagram.title.hasPrefix("Table plan: ") && diagram.title.hasSuffix("[example]"))
    #expect(diagram.notes.count == 1)
    #expect(diagram.notes[0].hasPrefix("sitting out – Round 10: "))
    #expect(diagram.notes[0].contains("Bonn") && diagram.notes[0].contains("Fürth"))
  }

  @Test func `somebody who comes twice in a meeting is named with the place in the file`() throws {
    let json = #"{"kind": "tables", "meetings": [{"people": [{"id": "cdo-neuss"}, {"id": "cdo-neuss"}]}]}"#
    let problem = "'cdo-neuss' comes twice in this meeting"
    let fault = #expect(throws: DiagramError.self) { try MatchPlan(json: Data(json.utf8), from: "plan.json") }
    #expect(fault?.description == "plan.json:1:66: /meetings/0/people/1: \(problem)")
    #expect(
      MessageCatalog.translated(problem, to: .german) == "„cdo-neuss“ kommt in diesem Treffen zweimal vor")
  }

  @Test func `teams stand in the order of their numbers`() throws {
    let names = ["cdo-kiel", "cdo-bonn", "cdo-fuerth"]
    let diagram = try picture(
      plan("teams", [3, 1, 2].map { meeting(nil, $0, [names[$0 - 1], "cdo-neuss"]) }), .german)
    #expect(diagram.clusterRows == [["Team 1", "Team 2"], ["Team 3"]])
    #expect(diagram.tally == "4 Teilnehmende in 3 Teams")
  }

  @Test func `who is left over takes part, and a name with the mark of examples does not begin with it`() throws {
    let more = #""occasion": "beispiel-hitzeschutz", "leftovers": [{"id": "cdo-bochum", "reason": "odd (1)"}], "#
    let diagram = try picture(plan("pairs", [meeting(nil, 1, ["cdo-kiel", "cdo-neuss"])], more), .german)
    #expect(diagram.tally == "3 Teilnehmende, 1 Treffen")
    #expect(diagram.title == "Paare: Hitzeschutz im Quartier [Beispiel]")
    #expect(diagram.notes == ["ohne Treffen: CDO der Stadt Bochum – odd (1)"])
  }

  /// By the word for programs: what people read is in the language of whoever made the plan.
  @Test func `an arrow leads from who helps to who is helped`() throws {
    let (helps, seeks) = (MeetingRole.mentor.word, MeetingRole.mentee.word)
    let diagram = try picture(
      plan(
        "mentors",
        [
          meeting(nil, 1, ["cdo-kiel:\(helps)", "cdo-neuss:\(seeks)"]),
          meeting(nil, 2, ["cdo-bonn:\(seeks)", "cdo-kiel:\(helps)"]),
        ], #""leftovers": [{"id": "cdo-fuerth", "reason": "no room"}], "#))
    #expect(diagram.edges.map { diagram.nodes[$0.from].id } == ["cdo-kiel", "cdo-kiel"])
    #expect(diagram.edges.allSatisfy { $0.isDirected && $0.label == "mentors" })
    #expect(diagram.tally == "4 participants, 2 mentorings")
    let workspace = try Networks.withExamples.get()
    let left = try workspace.name(of: workspace.node(named: "cdo-fuerth").node, .english)
    #expect(diagram.notes == ["without a meeting: \(left) – no room"])
  }

  @Test func `those who meet are equals, also three of them`() throws {
    let meetings = [["cdo-kiel", "cdo-neuss"], ["cdo-bonn", "cdo-fuerth", "cdo-bochum"]].map { meeting(nil, 1, $0) }
    let diagram = try picture(plan("pairs", meetings))
    #expect(diagram.edges.count == 4)
    #expect(diagram.edges.allSatisfy { !$0.isDirected })
    #expect(diagram.clusterRows.isEmpty && diagram.tally == "5 participants, 2 meetings")
  }

  @Test func `times that are no rounds keep the order of the plan and tell tables apart`() throws {
    let meetings = ["Tue", "Mon"].map { meeting($0, 1, ["cdo-kiel", "cdo-neuss"]) }
    let diagram = try picture(plan("tables", meetings))
    #expect(diagram.clusterRows == [["Tue · Table 1"], ["Mon · Table 1"]])
    #expect(Set(diagram.nodes.map(\.id)).count == 4)
  }

  @Test(arguments: [Language.german, .english]) func `hosts are marked, in the legend too`(language: Language) throws {
    let meetings = ["R1", "R2"].map { meeting($0, 1, ["cdo-kiel:host", "cdo-neuss"]) }
    let diagram = try picture(plan("tables", meetings), language)
    #expect(diagram.nodes.filter(\.isLeading).map(\.id) == ["1/1/cdo-kiel", "2/1/cdo-kiel"])
    #expect(diagram.leaderName == MeetingRole.host.name[language])
  }

  /// The plan's own day comes first, then that of its event; without both nothing is made up.
  @Test(arguments: [
    (#""date": "2027-05-04", "occasion": "beispiel-kaffeerunde", "#, "04.05.2027"),
    (#""occasion": "beispiel-kaffeerunde", "#, "16.03.2027"), ("", nil),
  ])
  func `a picture says the day of the plan`(fields: String, day: String?) throws {
    let diagram = try picture(plan("tables", [meeting("R1", 1, ["cdo-kiel", "cdo-neuss"])], fields), .german)
    #expect(diagram.day == day)
    let subtitle = try Networks.withExamples.get().subtitle(of: diagram, from: diagram, date: nil)
    #expect(subtitle.hasPrefix((day.map { $0 + "\u{A0}· " } ?? "") + "2 Teilnehmende"))
  }

  @Test(arguments: MeetingKind.allCases) func `a picture bears the name of the plan`(kind: MeetingKind) throws {
    for language in Language.allCases {
      let diagram = try picture(plan(kind.rawValue, [meeting(nil, 1, ["cdo-kiel", "cdo-neuss"])]), language)
      #expect(diagram.title == kind.planName[language])
    }
  }

  @Test func `a title of one's own does not hide that the event was made up`() throws {
    let workspace = try Networks.withExamples.get()
    let json = plan("tables", [meeting("R1", 1, ["cdo-kiel", "cdo-neuss"])], #""occasion": "beispiel-kaffeerunde", "#)
    let plan = try MatchPlan(json: Data(json.utf8), from: "m.json")
    let diagram = try workspace.diagram(of: plan, title: "Our tables", .english).diagram
    #expect(diagram.title == "Our tables")
    #expect(diagram.notes.contains { $0.hasPrefix("occasion: ") && $0.hasSuffix("[example]") })
  }
}
