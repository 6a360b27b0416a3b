import Foundation
import GraphModel
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary
import TestSupport
import Testing

/// Matchmaking as procedures gives what the library gives.
@Suite struct MatchProcedureTests {
  let workspace: Workspace

  init() throws { workspace = try Networks.own.get() }

  @Test(arguments: QuerySession.procedureExamples.map(\.name)) func `every example runs and answers`(name: String)
    throws
  {
    let example = try #require(QuerySession.procedureExamples.first { $0.name == name }?.statement)
    var session = QuerySession(workspace.graph, matching: workspace.matching)
    let rows = try session.run(example).rows
    #expect(!rows.isEmpty, "\(example)")
  }

  @Test func `every procedure of matchmaking has an example`() {
    let names = Set(QuerySession.procedureExamples.map(\.name))
    for name in ["explain", "gaps", "introduce", "peers", "similar", "suggest", "suggestAll", "transfer", "whyNot"] {
      #expect(names.contains("match." + name))
    }
  }

  @Test func `rows are those of the library`() throws {
    let seeker = try workspace.node(named: "CDO Neuss", among: [.actor]).node
    var query = SuggestQuery(for: seeker)
    query.limit = 5
    let answer = workspace.matchmaker().suggest(query)
    var session = QuerySession(workspace.graph, matching: workspace.matching)
    let rows = try session.run(
      "CALL match.suggest($for, {limit: 5}) YIELD actor, rank, score RETURN actor, rank, score", ["for": .node(seeker)]
    ).rows
    #expect(rows.map { $0[0] } == answer.suggestions.map { .node($0.actor) })
    #expect(rows.map { $0[2] } == answer.suggestions.map { .float($0.score) })
  }

  /// A folder that says that two have met is laid over the network.
  @Test func `whoever has met does not meet again unless asked`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cdograph-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func pairs(_ options: String) throws -> Int {
      var session = QuerySession(try Workspace(folders: [Project.path("Graph"), folder]))
      let answer = try session.run("CALL match.pairs(['cdo-kiel', 'cdo-neuss'], \(options)) YIELD people RETURN people")
      return answer.rows.count
    }
    let people = try ["cdo-kiel", "cdo-neuss"].map { try workspace.node(named: $0, among: [.actor]).node }
    let rules = MeetingRules(preset: workspace.matching.similar, date: "2027-03-01")
    let query = PairQuery(try workspace.gathering(event: nil, actors: people), rules)
    let outcome = try workspace.pairMeetings(query, .german)
    #expect(outcome.groups.count == 1)
    let text = try workspace.history([], recording: outcome, date: "2027-03-01").text
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/history.json"))
    #expect(try pairs("{}") == 0)
    #expect(try pairs("{again: true}") == 1)
  }

  @Test(arguments: [
    ("CALL match.suggest('Nobody Known') YIELD actor RETURN actor", "is called 'Nobody Known'"),
    ("CALL match.suggest('CDO Neuss', {preset: 'similr'}) YIELD actor RETURN actor", "there is no preset 'similr'"),
    ("CALL match.suggest('CDO Neuss', {limit: 0}) YIELD actor RETURN actor", "has no option 'limit' with 0"),
    ("CALL match.introduce('CDO Neuss', 'CDO Kiel', 0) YIELD path RETURN path", "k is a number"),
    ("CALL match.gaps(0) YIELD kind RETURN kind", "limit is a number"),
  ])
  func `wrong arguments are refused`(statement: String, words: String) throws {
    var session = QuerySession(workspace.graph, matching: workspace.matching)
    let failure = #expect(throws: QueryFailure.self) { try session.run(statement) }
    #expect(failure?.description.contains(words) == true, "\(String(describing: failure))")
  }
}
