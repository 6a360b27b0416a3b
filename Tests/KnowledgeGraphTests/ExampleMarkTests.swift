import Foundation
import GraphModel
import GraphStore
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary
import TestSupport
import Testing

/// What was made up is marked wherever it is said of real ones.
@Suite struct ExampleMarkTests {
  /// Offers and needs stand in the examples only, so every one that a reason names is marked, with its source.
  @Test func `every offer and need of the examples is marked in each reason`() throws {
    let workspace = try Networks.withExamples.get()
    let real = try Networks.own.get().graph
    let isNeutral = real.nodes(with: .actor).allSatisfy { actor in
      real.neighbors(of: actor, .outgoing, .offers).isEmpty && real.neighbors(of: actor, .outgoing, .needs).isEmpty
    }
    #expect(isNeutral)
    let matchmaker = workspace.matchmaker()
    var marked = 0
    for preset in ["complementary", "learn-from"].compactMap(matchmaker.settings.preset(named:)) {
      for seeker in workspace.graph.nodes(with: .cdo) {
        let view = matchmaker.perspective(of: seeker, preset: preset)
        for actor in matchmaker.actors {
          let suggestion = view.suggestion(for: actor)
          let reason = suggestion.reason(in: workspace.graph, .german)
          for beginning in ["Bietet, was gesucht wird: ", "Arbeitet an dem, was", "Sucht, was gegeben werden kann: "] {
            guard let sentence = reason.components(separatedBy: ". ").first(where: { $0.hasPrefix(beginning) }) else {
              continue
            }
            marked += 1
            // What a topic is close to stands in brackets and bears no mark of its own.
            let isUnmarked = sentence.replacing(#/ \([^)]*\)/#, with: "").contains("“, „")
            #expect(!isUnmarked, "\(sentence)")
            #expect(sentence.contains("“ [Beispiel]") || sentence.contains(") [Beispiel]"), "\(sentence)")
            #expect(workspace.sources(of: suggestion).contains { $0.hasPrefix("Beispiel: erfunden") }, "\(sentence)")
            #expect(suggestion.restsOnExamples(in: workspace.graph))
          }
        }
      }
    }
    #expect(marked > 100)
  }

  /// The same where people meet: of the examples every offer and need is made up, and so is who takes part.
  @Test func `every offer and need of the examples is marked where people meet`() throws {
    let workspace = try Networks.withExamples.get()
    let event = try workspace.node(named: "beispiel-kaffeerunde").node
    let gathering = try workspace.gathering(event: event, actors: [])
    let challenge = try workspace.node(named: "Hitzeschutz", among: [.challenge]).node
    var tables = TableQuery(gathering, rules(workspace, "similar"), size: 6, rounds: 2)
    tables.effort = 20
    for language in Language.allCases {
      let mark = Wording.exampleMark[language]
      let plans = [
        try workspace.pairMeetings(PairQuery(gathering, rules(workspace, "complementary")), language),
        try workspace.mentorMeetings(MentorQuery(gathering, rules(workspace, "learn-from")), language),
        try workspace.tablePlan(tables, language),
        try workspace.teamMeetings(TeamQuery(challenge, rules(workspace, "similar")), language),
      ]
      for plan in plans {
        let reasons = plan.groups.flatMap { [$0.reason, $0.opener] + $0.members.compactMap(\.reason) }
        let promising = reasons.flatMap { $0.components(separatedBy: ". ") }.filter { sentence in
          ["helfen bei: ", "can help ", "Hilft bei: ", "Helps with: ", "bietet es an", "offers it"].contains {
            sentence.contains($0)
          }
        }
        #expect(!promising.isEmpty)
        for sentence in promising { #expect(sentence.contains(mark), "\(sentence)") }
        let meeting = "Beispiel-Kaffeerunde Frühjahr 2027"
        let unmarked = reasons.filter { reason in
          reason.components(separatedBy: meeting).dropFirst().contains { !$0.dropFirst().hasPrefix(mark) }
        }
        #expect(unmarked.isEmpty, "\(unmarked)")
      }
    }
  }

  private func rules(_ workspace: Workspace, _ preset: String) -> MeetingRules {
    MeetingRules(preset: workspace.matching.preset(named: preset) ?? workspace.matching.similar, date: "2027-03-16")
  }

  /// Needs of the examples are gaps too; the rows say what they are, as the command does.
  @Test(arguments: Language.allCases) func `rows of gaps are marked`(language: Language) throws {
    let workspace = try Networks.withExamples.get()
    var session = QuerySession(workspace)
    session.language = language
    let rows = try session.run("CALL match.gaps(1) YIELD kind, name WHERE kind = 'need' RETURN name").rows
    #expect(!rows.isEmpty)
    for row in rows { #expect(row[0].text?.hasSuffix(Wording.exampleMark[language]) == true, "\(row)") }
  }

  /// The names behind a sentence's beginning are those of different topics, whatever each is close to.
  @Test func `each topic is named once in a statement`() throws {
    let workspace = try Networks.withExamples.get()
    let matchmaker = workspace.matchmaker()
    var repeated: [String] = []
    for preset in ["complementary", "learn-from", "similar"].compactMap(matchmaker.settings.preset(named:)) {
      for name in ["cdo-anhalt-bitterfeld", "cdo-mayen-koblenz", "cdo-norderstedt"] {
        let seeker = try workspace.node(named: name).node
        let view = matchmaker.perspective(of: seeker, preset: preset)
        for actor in matchmaker.actors {
          let suggestion = view.suggestion(for: actor)
          let reason = suggestion.reason(in: workspace.graph, .german).replacing(#/ über „[^“]*“/#, with: "")
          let work = reason.components(separatedBy: ". ").filter {
            $0.hasPrefix("Arbeitet an dem") || $0.hasPrefix("Befasst sich mit")
          }
          for statement in [work.joined()] + reason.components(separatedBy: ". ") {
            let names = statement.matches(of: #/„([^“]*)“/#).map(\.output.1)
            let named = statement.replacing(#/\([^)]*\)/#, with: "").matches(of: #/„([^“]*)“/#).map(\.output.1)
            if Set(named).count < named.count || statement.hasPrefix("Sucht") && Set(names).count < names.count {
              repeated.append(statement)
            }
          }
          #expect(suggestion.points == suggestion.contributions.reduce(0) { $0 + $1.points })
        }
      }
    }
    #expect(repeated.isEmpty, "\(repeated.prefix(5))")
  }

  @Test func `without examples nothing is marked`() throws {
    let workspace = try Networks.own.get()
    let matchmaker = workspace.matchmaker()
    for seeker in workspace.graph.nodes(with: .cdo) {
      let view = matchmaker.perspective(of: seeker, preset: matchmaker.settings.similar)
      for actor in matchmaker.actors {
        let suggestion = view.suggestion(for: actor)
        #expect(!suggestion.reason(in: workspace.graph, .german).contains("[Beispiel]"))
        #expect(!suggestion.restsOnExamples(in: workspace.graph))
      }
    }
  }

  /// A need does not become real because the one who has it works on the topic.
  @Test func `a made-up need on a topic of one's own is marked`() throws {
    var graph = PropertyGraph()
    let (seeker, actor) = (graph.addNode([.actor]), graph.addNode([.actor]))
    let topic = graph.addNode([.topic], [(.name, .string("Breitband"))])
    graph.addEdge(.covers, from: seeker, to: topic)
    graph.addEdge(.needs, from: seeker, to: topic, [(.example, .boolean(true))])
    graph.addEdge(.offers, from: actor, to: topic)
    let matchmaker = Matchmaker(graph)
    let pair = matchmaker.pair(seeker, actor, preset: matchmaker.settings.similar)
    #expect(pair.toFirst.reason(in: graph, .german).contains("gesucht wird: „Breitband“ [Beispiel]."))
    #expect(pair.reason(in: graph, .german).contains("helfen bei: „Breitband“ [Beispiel]."))
  }

  /// A real project in which only made-up records give somebody a part says nothing of that somebody; nor do the ties over it.
  @Test(arguments: [true, false]) func `a made-up part in a real project is marked`(isExample: Bool) throws {
    var graph = PropertyGraph()
    let (seeker, actor) = (graph.addNode([.actor]), graph.addNode([.actor]))
    let topic = graph.addNode([.topic], [(.name, .string("Breitband"))])
    let fitting = graph.addNode([.project], [(.name, .string("Netz")), (.startYear, .integer(2024))])
    graph.addEdge(.covers, from: seeker, to: topic)
    graph.addEdge(.about, from: fitting, to: topic)
    graph.addEdge(.worksOn, from: actor, to: fitting, [(.example, .boolean(isExample))])
    let shared = graph.addNode([.event], [(.name, .string("Runde"))])
    graph.addEdge("TAKES_PART_IN", from: seeker, to: shared)
    graph.addEdge("TAKES_PART_IN", from: actor, to: shared, [(.example, .boolean(isExample))])
    let matchmaker = Matchmaker(graph)
    let explanation = matchmaker.explain(actor, for: SuggestQuery(for: seeker))
    let reason = explanation.suggestion.reason(in: graph, .german)
    let mark = isExample ? " [Beispiel]" : ""
    #expect(reason.contains("Projekte dazu: „Netz“\(mark)."), "\(reason)")
    #expect(reason.contains("Zuletzt: „Netz“\(mark) (2024)."), "\(reason)")
    #expect(explanation.suggestion.restsOnExamples(in: graph) == isExample)
    #expect(explanation.madeUpNearness.isEmpty != isExample)
  }

  /// A statement that a real record makes too is no example, however many made-up ones say the same.
  @Test(arguments: [([true], true), ([true, true], true), ([true, false], false), ([false], false)])
  func `what a real record says too is not marked`(madeUp: [Bool], isMarked: Bool) throws {
    var graph = PropertyGraph()
    let (seeker, actor) = (graph.addNode([.actor]), graph.addNode([.actor]))
    let topic = graph.addNode([.topic], [(.name, .string("Breitband")), ("labelEn", .string("Broadband"))])
    graph.addEdge(.needs, from: seeker, to: topic)
    for isExample in madeUp {
      graph.addEdge(.offers, from: actor, to: topic, isExample ? [(.example, .boolean(true))] : [])
    }
    let matchmaker = Matchmaker(graph)
    let suggestion = matchmaker.score(of: actor, for: seeker, preset: matchmaker.settings.similar)
    let mark = isMarked ? " [Beispiel]" : ""
    #expect(suggestion.reason(in: graph, .german).hasPrefix("Bietet, was gesucht wird: „Breitband“\(mark)."))
    #expect(suggestion.reason(in: graph, .english).contains("“Broadband”"))
    #expect(suggestion.exchangeText(in: graph, .german).contains("[Beispiel]") == isMarked)
  }
}
