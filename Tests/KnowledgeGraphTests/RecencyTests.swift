import GraphModel
import GraphStore
import JSONText
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary
import TestSupport
import Testing

/// From which year recency is reckoned, and what counts as going on then.
@Suite struct RecencyTests {
  /// A project of an actor: its status and years, the year of the question, and the year that counts; 0 where it is going on.
  @Test(
    arguments: [
      ("laufend", nil, nil, 2025, 0), ("laufend", 2019, nil, 2025, 0), ("laufend", 2019, 2030, 2025, 0),
      ("laufend", nil, 2030, 2025, 0), ("laufend", 2019, 2025, 2025, 0), ("laufend", 2019, 2023, 2025, 2023),
      ("laufend", 2026, nil, 2025, nil), ("abgeschlossen", 2018, 2021, 2025, 2021),
      ("abgeschlossen", 2018, 2021, 2020, 0),
      ("abgeschlossen", 2018, 2021, 2021, 2021), ("abgeschlossen", nil, 2021, 2020, nil),
      ("abgeschlossen", 2018, nil, 2025, 2018), ("geplant", 2027, 2029, 2025, nil), ("geplant", nil, 2029, 2025, nil),
      ("unbekannt", 2020, nil, 2025, 2020), ("unbekannt", nil, nil, 2025, nil),
    ] as [(String, Int64?, Int64?, Int, Int?)])
  func `what had begun counts`(status: String, start: Int64?, end: Int64?, asked: Int, year: Int?) throws {
    let (graph, seeker, actor) = network([(status, start, end)])
    let matchmaker = Matchmaker(graph, year: asked)
    let suggestion = matchmaker.score(of: actor, for: seeker, preset: matchmaker.settings.similar)
    let newest = suggestion.evidence.newest
    #expect((newest == nil) == (year == nil))
    #expect(newest.map { $0.year ?? 0 } == year)
    let value = suggestion.contributions.first { $0.component == .recency }?.value
    #expect((value == 1) == (year == 0 || year == asked))
  }

  /// Ends that are only planned, what is only planned and what was made up say nothing of the present.
  @Test func `the year is the newest in which something began, took place or was completed`() {
    #expect(Matchmaker(network([("laufend", 2019, 2030), ("geplant", 2029, nil)]).graph).year == 2019)
    #expect(Matchmaker(network([("laufend", nil, 2030), ("abgeschlossen", 2018, 2022)]).graph).year == 2022)
    #expect(Matchmaker(network([("laufend", nil, 2030)]).graph).year == 0)
    var graph = network([("laufend", 2019, nil)]).graph
    graph.addNode([.event, .example], [(.startYear, .integer(2027))])
    #expect(Matchmaker(graph).year == 2019)
    graph.addNode([.event], [("startDate", .string("2024-05-01"))])
    #expect(Matchmaker(graph).year == 2024)
  }

  @Test func `without a year the answer is that of the year which is named, with examples or without`() throws {
    let year = try Networks.own.get().matchmaker().year
    #expect(year == 2025)
    for workspace in [try Networks.own.get(), try Networks.withExamples.get()] {
      #expect(workspace.matchmaker().year == year)
      let seeker = try workspace.node(named: "CDO Norderstedt", among: [.actor]).node
      let answers = [nil, year].map { workspace.matchmaker(year: $0).suggest(SuggestQuery(for: seeker)) }
      #expect(workspace.json(answers[0], .german).text() == workspace.json(answers[1], .german).text())
    }
  }

  /// A bare year, or one in brackets, would not say whether something began, ends or took place then.
  @Test(
    arguments: [
      ("laufend", nil, 2030, "Stand der Quelle: läuft bis 2030."),
      ("laufend", 2019, nil, "Stand der Quelle: läuft seit 2019."),
      ("laufend", 2019, 2030, "Stand der Quelle: läuft von 2019 bis 2030."),
      ("abgeschlossen", nil, 2020, "Stand der Quelle: 2020 abgeschlossen."),
      ("abgeschlossen", 2016, 2019, "Stand der Quelle: 2019 abgeschlossen, begonnen 2016."),
      ("abgeschlossen", 2018, nil, "Stand der Quelle: abgeschlossen, begonnen 2018."),
      ("geplant", 2026, nil, "Stand der Quelle: geplant ab 2026."), ("laufend", nil, nil, "Stand der Quelle: läuft."),
      ("unbekannt", 2020, nil, "Begonnen 2020."), ("unbekannt", nil, 2021, "Bis 2021."),
      ("unbekannt", 2020, 2021, "Von 2020 bis 2021."), ("unbekannt", 2020, 2020, "Im Jahr 2020."),
      ("unbekannt", nil, nil, "Ort nicht genannt."),
    ] as [(String, Int64?, Int64?, String)])
  func `the years of a project are said in words`(status: String, start: Int64?, end: Int64?, words: String) throws {
    var graph = network([(status, start, end)]).graph
    let place = graph.addNode([.municipality])
    let answer = Matchmaker(graph).transfer(TransferQuery(for: place))
    let reason = try #require(answer.projects.first).projectReason(in: graph, .german)
    #expect(reason.hasSuffix(words), "\(reason)")
  }

  private func network(
    _ projects: [(status: String, start: Int64?, end: Int64?)]
  ) -> (graph: PropertyGraph, seeker: NodeID, actor: NodeID) {
    var graph = PropertyGraph()
    let (seeker, actor) = (graph.addNode([.actor]), graph.addNode([.actor]))
    for (status, start, end) in projects {
      let years = [(PropertyKey.startYear, start), (.endYear, end)].compactMap { key, year in
        year.map { (key, Value.integer($0)) }
      }
      let project = graph.addNode([.project], [(.status, .string(status))] + years)
      graph.addEdge(.worksOn, from: actor, to: project)
    }
    return (graph, seeker, actor)
  }
}
