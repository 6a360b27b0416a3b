import GraphModel
import GraphStore
import TestSupport
import Testing

@testable import CypherEngine

@Suite struct RandomQueryTests {
  private func session(_ graph: PropertyGraph, optimizes: Bool = true) -> CypherSession {
    var session = CypherSession(graph: graph) { Sessions.noon }
    session.planning.optimizes = optimizes
    return session
  }

  @Test(arguments: 0..<40)
  func `the engine answers as trying everything does, with and without the optimiser`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      let graph = PropertyGraph.random(using: &generator)
      let query = RandomQuery.random(using: &generator)
      let expected = query.rows(in: graph)
      for optimizes in [true, false] {
        var session = session(graph, optimizes: optimizes)
        let rows = try session.sortedRows("\(query)")
        #expect(rows == expected, "\(query), optimised: \(optimizes)")
        // The kept plan answers as the fresh one did.
        #expect(try session.sortedRows("\(query)") == expected, "\(query), again")
      }
    }
  }

  @Test(arguments: 0..<30)
  func `what changes only the words changes no answer`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: 1000 + seed)
    for _ in 0..<15 {
      let graph = PropertyGraph.random(using: &generator)
      let query = RandomQuery.random(using: &generator)
      guard query.answer != .exists else { continue }
      let expected = query.rows(in: graph)
      let filter = query.condition.isEmpty ? "" : " WHERE " + query.condition.joined(separator: " AND ")
      let split = query.condition.isEmpty ? "" : " WITH * WHERE " + query.condition.joined(separator: " WITH * WHERE ")
      let order = Array(query.links.indices).shuffled(using: &generator)
      let always = filter.isEmpty ? " WHERE 1 = 1" : filter + " AND (true OR n0.x = 1)"
      let negated = filter.isEmpty ? "" : " WHERE NOT (NOT (\(query.condition.joined(separator: " AND "))))"
      let variants = [
        "MATCH \(query.patterns(in: order))\(filter) \(query.returning)",
        "MATCH \(query.patterns())\(split) \(query.returning)", "MATCH \(query.patterns())\(always) \(query.returning)",
        "MATCH \(query.patterns())\(negated) \(query.returning)",
        "CALL { MATCH \(query.patterns())\(filter) RETURN \(query.labels.indices.map { "n\($0)" }.joined(separator: ", ")) } \(query.returning)",
        "MATCH \(query.patterns())\(filter) WITH * ORDER BY id(n0) DESC \(query.returning)",
      ]
      for variant in variants {
        var session = session(graph)
        #expect(try session.sortedRows(variant) == expected, "\(variant)")
      }
    }
  }

  /// Matches whose last step is only counted, beside some that look alike and are not.
  private static let counting = [
    "MATCH (a)-[r]->(b) RETURN a.x, count(b)", "MATCH (a)-[r]->(b) RETURN a.x, count(r), count(*)",
    "MATCH (a)<-[r:R]-(b:A) RETURN a.x, count(b), count(DISTINCT a), min(a.x), max(id(a))",
    "MATCH (a)--(b) RETURN id(a), count(*)", "MATCH (a)-[r]-(b)-[s]-(c) RETURN id(a), count(c), count(DISTINCT b)",
    "MATCH (a:A)-->(b)-->(c:B) RETURN count(*)", "MATCH (a)-->(b) RETURN a.x, count(DISTINCT b)",
    "MATCH (a)-->(b) RETURN a.x, sum(a.x), count(b)", "MATCH (a)-->(b) RETURN a.x, collect(a.x), count(b)",
    "MATCH (a)-->(b) RETURN count(b.x)", "MATCH (a)-->(a) RETURN count(*)",
    "MATCH (a) RETURN id(a), COUNT { (a)-->(:B) }", "MATCH (a) OPTIONAL MATCH (a)-->(b:A) RETURN id(a), count(b)",
  ]

  @Test(arguments: 0..<30)
  func `what is only counted is counted as if it were looked at`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: 3000 + seed)
    let graph = PropertyGraph.random(using: &generator)
    for text in Self.counting {
      var (plain, optimised) = (session(graph, optimizes: false), session(graph))
      let expected = try plain.sortedRows(text)
      #expect(try optimised.sortedRows(text) == expected, "\(text)")
      #expect(try optimised.sortedRows(text) == expected, "\(text), again")
    }
  }

  @Test(arguments: 0..<10)
  func `the first rows of an order are the beginning of the whole order`(seed: UInt64) throws {
    var session = session(PropertyGraph())
    let text =
      "UNWIND range(1, 6000) AS i WITH i, (i * \(seed * 7919 + 12347)) % 997 % 40 AS a RETURN a, i % 3 AS b, i ORDER BY a DESC, b"
    let whole = try session.rows(text)
    for limit in [0, 1, 7, 150, 2000] {
      #expect(try session.rows("\(text) LIMIT \(limit)") == Array(whole.prefix(limit)))
    }
  }

  @Test(arguments: 0..<20)
  func `a statement that fails leaves no trace`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: 2000 + seed)
    let graph = PropertyGraph.random(using: &generator)
    var session = session(graph)
    let before = try session.rows("MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN id(n), labels(n), n.x, id(r), id(m)")
    for text in [
      "CREATE (a:New {x: 1}) WITH a UNWIND [1, 0] AS y SET a.y = 1 / y", "MERGE (n:M) SET n.x = 9 WITH n RETURN 1 / 0",
      "UNWIND range(1, 100) AS i CREATE (:N {i: i}) WITH i WHERE i = 100 RETURN toInteger([i])",
      "MATCH (n) DETACH DELETE n WITH count(*) AS c RETURN date('x' + c)",
    ] {
      #expect(throws: (any Error).self) { try session.run(text) }
    }
    let after = try session.rows("MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN id(n), labels(n), n.x, id(r), id(m)")
    #expect(before == after)
    #expect(session.graph.checkInvariants().isEmpty)
  }
}
