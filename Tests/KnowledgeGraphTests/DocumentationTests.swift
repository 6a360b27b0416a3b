import Diagrams
import Foundation
import GraphAlgorithms
import GraphModel
import GraphStore
import Interchange
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary
import TestSupport
import Testing

/// The articles of the documentation: their Swift stands here too, line by line, so that it compiles and runs; their statements of
/// the query language are run.
@Suite struct DocumentationTests {
  static let folder = "Sources/KnowledgeGraph/KnowledgeGraph.docc"
  let workspace: Workspace

  init() throws { workspace = try Networks.own.get() }

  @Test func `opening works as shown`() throws {
    #expect(FileManager.default.changeCurrentDirectoryPath(Project.path("")))
    let workspace = try Workspace(folders: ["Graph"])
    let ozg = try workspace.node(named: "Onlinezugangsgesetz", among: [.topic])
    let name = workspace.name(of: ozg.node, .german)
    #expect(name == "Onlinezugangsgesetz")
    let permitted = workspace.permitting(.matching)
    #expect(permitted.graph.nodeCount < workspace.graph.nodeCount)
  }

  @Test func `learning works as shown`() throws {
    let tuning = try workspace.permitting(.matching).tuning(of: workspace.matching.similar)
    let file = try workspace.matchingFile(with: tuning, .german)
    let isBetter = tuning.trial?.verdict == .better
    #expect(!isBetter && file.contains("similar"))
  }

  @Test func `suggesting works as shown`() throws {
    let matchmaker = workspace.permitting(.matching).matchmaker()
    var query = SuggestQuery(for: try workspace.node(named: "CDO Neuss", among: [.actor]).node)
    query.preset = workspace.matching.preset(named: "nearby")
    query.limit = 3
    let answer = matchmaker.suggest(query)
    for suggestion in answer.suggestions {
      let parts = suggestion.contributions.reduce(0) { $0 + $1.points }
      assert(parts == suggestion.points)
    }
    #expect(answer.suggestions.count == 3)

    let kiel = try workspace.node(named: "CDO Kiel", among: [.actor]).node
    let explanation = matchmaker.explain(kiel, for: query)
    let gain = explanation.changes.first.map { $0.points - explanation.suggestion.points }
    #expect(try #require(gain) > 0)

    let torgau = try workspace.node(named: "Torgau", among: [.municipality]).node
    let transfer = matchmaker.transfer(TransferQuery(for: torgau))
    let contacts = transfer.contacts.map(\.actors)
    #expect(contacts.count == transfer.projects.count && !contacts.isEmpty)

    let fuerth = try workspace.node(named: "CDO Fürth", among: [.actor]).node
    let hackathon = try workspace.node(named: "Münsterhack", among: [.event]).node
    let chains = matchmaker.introductions(from: fuerth, to: hackathon, count: 3).introductions
    #expect(chains.count == 3)

    var batch = BatchQuery()
    batch.cap = 2
    let spread = try matchmaker.suggestAll(batch).spread
    let gaps = matchmaker.gaps(limit: 3)
    #expect(spread.most <= 2 && gaps.brokers.count <= 3)
  }

  @Test func `planning works as shown`() throws {
    let rules = MeetingRules(preset: workspace.matching.similar, date: "2027-03-01")
    let people = try ["CDO Neuss", "CDO Norderstedt", "CDO Bochum", "CDO Kiel"].map {
      try workspace.node(named: $0, among: [.actor]).node
    }
    let gathering = try workspace.gathering(event: nil, actors: people)
    let pairs = try workspace.pairMeetings(PairQuery(gathering, rules), .german)
    assert(pairs.isOptimal && pairs.points == pairs.bound)
    #expect(pairs.groups.count == 2)

    var tables = TableQuery(gathering, rules, size: 2, rounds: 3)
    tables.effort = 50
    let plan = try workspace.tablePlan(tables, .german)
    assert(plan.reunions.isEmpty)
    #expect(plan.groups.count == 6)
  }

  @Test func `asking works as shown`() throws {
    var session = QuerySession(workspace)
    let busiest = try session.run(
      "MATCH (a:Actor)-[:COVERS]->(t:Topic) RETURN t.name AS topic, count(a) AS actors ORDER BY actors DESC LIMIT $n",
      ["n": .integer(3)])
    for row in busiest.rows { assert(row.count == 2) }
    #expect(busiest.rows.count == 3)

    let norderstedt = try workspace.node(named: "CDO Norderstedt", among: [.actor]).node
    let event = try workspace.node(named: "Münsterhack", among: [.event]).node
    var chain = ChainQuery()
    chain.isWeighted = true
    let ways = try workspace.chains(from: norderstedt, to: event, chain).paths
    let sentence = workspace.chain(EvidencePath(nodes: ways[0].nodes, edges: ways[0].edges), .german)
    #expect(sentence.hasPrefix("CDO der Stadt Norderstedt –"))
  }

  @Test func `drawing and exporting work as shown`() throws {
    let open = workspace.permitting(.diagram)
    let topic = try open.node(named: "Digitale Teilhabe", among: [.topic]).node
    let diagram = open.diagram(of: .topic(topic), date: "1. März 2027", .german)
    #expect(diagram.nodes.count > 3)

    let (graph, leftOut) = workspace.exported(.topic(topic))
    var written: [UInt8] = []
    var sink = TextSink { _, bytes in written += bytes }
    try FormatCatalog.format(named: "graphml")?.write?(graph, WritingOptions(), &sink)
    #expect(leftOut < graph.nodeCount && String(decoding: written, as: UTF8.self).contains("<graphml"))
  }

  static let articles: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Project.path(folder))) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test(arguments: articles) func `an article shows what runs`(article: String) throws {
    let text = try String(contentsOfFile: Project.path("\(Self.folder)/\(article)"), encoding: .utf8)
    let tests = Self.lines(of: try String(contentsOfFile: #filePath, encoding: .utf8))
    for block in Self.blocks(of: "swift", in: text) {
      let lines = Self.lines(of: block)
      #expect(tests.indices.contains { tests[$0...].starts(with: lines) }, "no test has the lines\n\(block)")
    }
    for statement in Self.blocks(of: "cypher", in: text) {
      var session = QuerySession(workspace)
      let rows = try session.run(statement).rows
      #expect(!rows.isEmpty, "no row for \(statement)")
    }
  }

  @Test func `there are articles`() { #expect(Self.articles.count > 4) }

  /// The texts between fences of a language.
  private static func blocks(of language: String, in text: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }

  /// Lines without the blanks at their ends; empty lines are left out.
  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
