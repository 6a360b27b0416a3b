import CypherSyntax
import GraphModel
import GraphStore
import Testing

@testable import CypherEngine

/// A statement on a graph that others have made, with the rows that it must answer.
private struct Case: CustomTestStringConvertible, Sendable {
  let setup: String
  let text: String
  let rows: [[String]]
  var testDescription: String { text }

  init(_ setup: String, _ text: String, _ rows: [[String]]) { (self.setup, self.text, self.rows) = (setup, text, rows) }
}

/// What other engines are known to answer wrongly.
private let pitfalls: [Case] = [
  // A filter on the relationship must not be lost behind a long list and a second hop.
  Case(
    "CREATE (t:T {id: 1}), (m:M) WITH t, m UNWIND range(1, 5000) AS i CREATE (t)<-[:C {w: i % 2}]-(:A)-[:F]->(m)",
    "MATCH (t:T {id: 1})<-[c:C]-(a:A)-[:F]->(m:M) WHERE c.w >= 1 RETURN count(*), min(c.w)", [["2500", "1"]]),
  // An aggregation listed behind count(DISTINCT …) is computed too.
  Case(
    "CREATE (t:T)<-[:C {w: 2}]-(:A), (t)<-[:C {w: 3}]-(:A)",
    "MATCH (t:T)<-[c:C]-(a) RETURN count(DISTINCT a), max(c.w), min(c.w)", [["2", "3", "2"]]),
  // Parallel ways over an unnamed node are not merged.
  Case(
    "CREATE (a:A)-[:W]->(:P)<-[:W]-(b:B), (a)-[:W]->(:P)<-[:W]-(b), (b)-[:C]->(:T)",
    "MATCH (a:A)-[:W]->(:P)<-[:W]-(b)-[:C]->(t) RETURN count(*)", [["2"]]),
  // The shortest path over two types is the shortest over both, in whatever order they are named.
  Case(
    "CREATE (x:X)-[:A]->()-[:A]->()-[:A]->()-[:A]->(y:Y), (x)-[:B]->()-[:B]->(y)",
    "MATCH p = shortestPath((:X)-[:A|B*..15]->(:Y)) MATCH q = shortestPath((:X)-[:B|A*..15]->(:Y)) RETURN length(p), length(q)",
    [["2", "2"]]),
  Case(
    "CREATE (:X)-[:A]->()<-[:A]-(:Y)",
    "MATCH (x:X), (y:Y) MATCH p = shortestPath((x)-[*..15]-(y)) RETURN length(p)", [["2"]]),
  Case(
    "CREATE (:X)-[:A]->()-[:A]->(:Y)", "MATCH (x:X) WHERE EXISTS { MATCH (x)-[:A]->()-[:A]->(:Y) } RETURN count(*)",
    [["1"]]),
  // Nulls of OPTIONAL MATCH are not counted.
  Case("CREATE (:A)", "MATCH (a:A) OPTIONAL MATCH (a)-[:W]->(p) WITH a, count(p) AS n RETURN n", [["0"]]),
  Case("CREATE (:A)", "MATCH (a:A)-[*1..3]->(b) RETURN count(*)", [["0"]]),
  Case("", "MATCH (a)-[*1..3]->(b) RETURN count(*)", [["0"]]),
  Case(
    "UNWIND range(1, 3) AS i CREATE (:N {i: i})", "UNWIND [3, 1] AS x MATCH (n:N {i: x}) RETURN n.i", [["3"], ["1"]]),
]

private let paths: [Case] = [
  Case(
    "CREATE (a:S {n: 'a'})-[:R {w: 5}]->(b {n: 'b'})-[:R {w: 5}]->(c:E {n: 'c'}), (a)-[:R {w: 1}]->(d {n: 'd'})-[:R {w: 1}]->(e {n: 'e'})-[:R {w: 1}]->(c)",
    "MATCH p = CHEAPEST 1 BY w (:S)-[:R]->+(:E) RETURN [x IN nodes(p) | x.n] AS names", [["['a', 'd', 'e', 'c']"]]),
  Case(
    "CREATE (a:S {n: 'a'})-[:R]->(b {n: 'b'})-[:R]->(c:E {n: 'c'}), (a)-[:R]->(d {n: 'd'})-[:R]->(c), (a)-[:R]->(e {n: 'e'})-[:R]->(f {n: 'f'})-[:R]->(c)",
    "MATCH p = ALL SHORTEST (:S)-[:R]->+(:E) RETURN length(p), count(*)", [["2", "2"]]),
  Case(
    "CREATE (a:S)-[:R]->()-[:R]->(c:E), (a)-[:R]->()-[:R]->()-[:R]->(c)",
    "MATCH p = SHORTEST 2 (:S)-[:R]->+(:E) RETURN length(p) ORDER BY length(p)", [["2"], ["3"]]),
  Case(
    "CREATE (:A {v: 1})-[:R]->(:A {v: 2})-[:R]->(:A {v: 3})-[:R]->(:A {v: 1})",
    "MATCH (s:A {v: 1}) ((x)-[:R]->(y) WHERE x.v < y.v){1,3} (e) RETURN [n IN y | n.v] AS v ORDER BY size(v)",
    [["[2]"], ["[2, 3]"]]),
  Case(
    "CREATE (:A:X)-[:R]->(:B), (:B)-[:S]->(:A)",
    "MATCH (n:A&!X) RETURN count(*) UNION ALL MATCH (n:A|B) RETURN count(*)",
    [["1"], ["4"]]),
]

@Suite struct ExecutionTests {
  @Test(arguments: pitfalls + paths)
  private func `statements answer`(example: Case) throws {
    for optimizes in [true, false] {
      var session = try Sessions.made()
      session.planning.optimizes = optimizes
      if !example.setup.isEmpty { _ = try session.run(example.setup) }
      #expect(try session.rows(example.text) == example.rows, "optimised: \(optimizes)")
    }
  }

  @Test func `indexes find what scans find`() throws {
    let values =
      "[1, 1.0, 2, 2.5, -3, 'a', 'ab', 'b', '', 'ä', true, null, date('2026-01-01'), date('2026-05-01'), [1]]"
    var plain = try Sessions.made(by: "UNWIND \(values) AS x CREATE (:N {x: x})")
    var indexed = try Sessions.made(by: "CREATE INDEX FOR (n:N) ON (n.x)", "UNWIND \(values) AS x CREATE (:N {x: x})")
    let bounds = ["0", "1", "1.0", "2.2", "'a'", "'aa'", "''", "date('2026-02-01')", "true", "null", "[0]"]
    var conditions = ["n.x STARTS WITH 'a'", "n.x STARTS WITH ''", "n.x STARTS WITH null", "n.x IN [1, 'ab', null]"]
    for bound in bounds {
      conditions += ["=", "<>", "<", "<=", ">", ">="].flatMap { ["n.x \($0) \(bound)", "\(bound) \($0) n.x"] }
    }
    for condition in conditions {
      let text = "MATCH (n:N) WHERE \(condition) RETURN n.x"
      #expect(try plain.sortedRows(text) == indexed.sortedRows(text), "\(condition)")
    }
    let plan = try #require(try indexed.run("EXPLAIN MATCH (n:N) WHERE n.x > 1 RETURN n").plan)
    #expect(plan.contains("IndexSeek"))
  }

  @Test func `a unique constraint refuses the second node and keeps the graph`() throws {
    var session = try Sessions.made(
      by: "CREATE CONSTRAINT FOR (n:N) REQUIRE n.id IS UNIQUE", "CREATE (:N {id: 1}), (:N {id: 2})")
    for text in ["CREATE (:N {id: 1})", "MATCH (n:N {id: 2}) SET n.id = 1", "CREATE (m {id: 2}) SET m:N"] {
      do throws(CypherError) {
        _ = try session.run(text)
        Issue.record("\(text) was accepted")
      } catch {
        #expect(error.kind == .constraint && error.detail == .constraintViolation)
      }
    }
    #expect(try session.rows("MATCH (n) RETURN n.id ORDER BY n.id") == [["1"], ["2"]])
    #expect(try session.rows("MERGE (n:N {id: 2}) RETURN n.id") == [["2"]])
  }

  @Test func `a range that nobody could hold is walked only as far as needed`() throws {
    var session = try Sessions.made()
    #expect(try session.rows("UNWIND range(1, 1000000000000) AS x RETURN x LIMIT 3") == [["1"], ["2"], ["3"]])
  }

  @Test func `limits of time, rows and memory stop a statement`() throws {
    var session = try Sessions.made()
    func detail(_ text: String) -> CypherError.Detail? {
      do throws(CypherError) {
        _ = try session.run(text)
        return nil
      } catch { return error.detail }
    }
    session.limits.deadline = ContinuousClock.now
    #expect(detail("UNWIND range(1, 100000000) AS x RETURN count(x)") == .timeLimit)
    session.limits = QueryLimits()
    session.limits.maximumRows = 2
    #expect(detail("UNWIND [1, 2, 3] AS x RETURN x") == .rowLimit)
    #expect(detail("UNWIND [1, 2] AS x RETURN x") == nil)
    session.limits = QueryLimits()
    session.limits.maximumHeldValues = 1000
    #expect(detail("UNWIND range(1, 10000) AS x RETURN x ORDER BY x DESC") == .memoryLimit)
    #expect(detail("RETURN range(1, 10000) AS x") == .memoryLimit)
    session.limits = QueryLimits()
    session.limits.isInterrupted = { true }
    #expect(detail("UNWIND range(1, 100000000) AS x RETURN count(x)") == .interrupted)
  }

  @Test func `names that occur nowhere are warned of`() throws {
    var session = try Sessions.made(by: "CREATE (:Actor {name: 'a'})-[:COVERS]->(:Topic)")
    let warnings = try session.run("MATCH (a:Aktor)-[:COVER]->(t) WHERE t.nam = 1 RETURN a").warnings
    #expect(warnings.map(\.suggestion) == ["did you mean 'Actor'?", "did you mean 'COVERS'?", "did you mean 'name'?"])
    #expect(try session.run("MATCH (a:Actor) RETURN a.name").warnings.isEmpty)
  }

  @Test func `transactions keep or drop what was done`() throws {
    var session = try Sessions.made(by: "CREATE (:N)")
    session.begin()
    _ = try session.run("CREATE (:N)")
    session.rollback()
    #expect(try session.rows("MATCH (n:N) RETURN count(*)") == [["1"]])
    session.begin()
    _ = try session.run("CREATE (:N)")
    session.commit()
    #expect(try session.rows("MATCH (n:N) RETURN count(*)") == [["2"]])
    session.isReadOnly = true
    #expect(throws: CypherError.self) { try session.run("CREATE (:N)") }
  }

  @Test func `a profile counts rows, an explanation runs nothing`() throws {
    var session = try Sessions.made(by: "UNWIND range(1, 4) AS i CREATE (:N {i: i})")
    let profile = try session.run("PROFILE MATCH (n:N) WHERE n.i > 2 RETURN n.i")
    #expect(profile.rows.count == 2)
    let lines = try #require(profile.plan).split(separator: "\n")
    #expect(lines.first?.contains("Rows") == true && lines.contains { $0.contains("LabelScan") && $0.contains("4") })
    let explained = try session.run("EXPLAIN CREATE (:N)")
    #expect(explained.rows.isEmpty && explained.plan?.contains("Create") == true)
    #expect(session.graph.nodeCount == 4)
  }
}
