import CypherSyntax
import GraphModel
import GraphStore
import Testing

@testable import CypherEngine

private let knownTypes: [(String, TypeSet)] = [
  ("1 + 2", TypeSet.integer), ("1 + 2.0", .float), ("2 ^ 2", .float), ("'a' + 1", .string), ("[1] + 2", .list),
  ("1 = 2", .boolean), ("NOT true", .boolean), ("null", []), ("null + 1", []), ("$p", .any), ("{a: 1}", .map),
  ("CASE WHEN true THEN 1 ELSE 'a' END", [.integer, .string]), ("head([1])", .any), ("[1, 2][0]", .integer),
  ("[x IN range(1, 3) | x][0]", .integer), ("reduce(s = 0, x IN [1] | s + x)", .any), ("COUNT { MATCH (n) }", .integer),
]

@Suite struct BindingTests {
  @Test func `a variable that is handed on keeps its slot, an alias gets one of its own`() throws {
    let statement = try bound("MATCH (a), (b) WITH a, b AS c RETURN a, c")
    let columns = statement.query.columns
    guard case .match(let match) = statement.query.parts[0].clauses[0].kind else { return }
    #expect(columns[0].slot == match.pattern.nodes[0].slot)
    #expect(columns[1].slot != match.pattern.nodes[1].slot)
    #expect(columns.map(\.types) == [.node, .node])
    #expect(columns.map(\.name) == ["a", "c"])
  }

  @Test func `variables of the same name in two places have two slots`() throws {
    let columns = try boundColumns("RETURN [x IN [1] | x] AS a, [x IN [2] | x] AS b")
    guard case .listComprehension(let first, _, _, _) = columns[0].kind,
      case .listComprehension(let second, _, _, _) = columns[1].kind
    else {
      Issue.record("no comprehensions")
      return
    }
    #expect(first != second)
  }

  @Test func `RETURN * is sorted by name, without what is hidden`() throws {
    let columns = try bound("MATCH (b)-->(a), () RETURN *").query.columns
    #expect(columns.map(\.name) == ["a", "b"])
  }

  @Test(arguments: [
    ("RETURN 1 < 2 <= 3 AS x", "((1 < 2) AND (2 <= 3))"), ("MATCH (n) RETURN exists(n.x) AS x", "#0.x IS NOT NULL"),
    ("RETURN -5 AS x", "-5"), ("RETURN [1, [2, null]] AS x", "[1, [2, null]]"), ("RETURN [1, $p] AS x", "[1, $p]"),
    ("MATCH (n) RETURN [(n)-->(m) | m] AS x", "COLLECT { … }"),
    ("MATCH (n) RETURN NOT (n)-->() AS x", "not(EXISTS { … })"),
    ("MATCH (n) RETURN shortestPath((n)-[*]-(n)) AS x", "COLLECT { … }[0]"),
    ("MATCH (n) RETURN n['a'][1..$p] AS x", "#0['a'][1..$p]"),
  ])
  func `short forms are written out`(text: String, expected: String) throws {
    #expect(try boundColumns(text)[0].text == expected)
  }

  @Test(arguments: knownTypes)
  fileprivate func `what a value may be is known as far as it can be`(expression: String, types: TypeSet) throws {
    #expect(try boundColumns("RETURN \(expression) AS x")[0].types == types)
  }

  @Test func `a procedure alone takes parameters of the names of its own`() throws {
    let procedure = CallableProcedure(
      name: "Test.echo", summary: "",
      parameters: [.init("word", .string), .init("count", .integer, standard: .integer(1))],
      columns: [("word", .string), ("number", .integer)]
    ) { _, _ in [] }
    let statement = try bound("CALL test.echo", procedures: [procedure])
    #expect(statement.query.columns.map(\.name) == ["word", "number"])
    #expect(statement.mentioned.parameters.map(\.text) == ["word"])
    let error = #expect(throws: CypherError.self) {
      try bound("CALL test.echo YIELD word RETURN word", procedures: [procedure])
    }
    #expect(error?.detail == .invalidArgumentPassingMode)
    let unknown = #expect(throws: CypherError.self) { try bound("CALL test.ecko('x')", procedures: [procedure]) }
    #expect(unknown?.detail == .procedureNotFound && unknown?.suggestion == "did you mean 'Test.echo'?")
  }

  @Test func `names that occur nowhere are noticed, those that the statement makes are not`() throws {
    var graph = PropertyGraph()
    graph.addNode(["Actor"], [("name", .string("A"))])
    let text =
      "MATCH (n:Aktor {nme: 1})-[:KNOWS]->(m) CREATE (x:New {fresh: 1}) WITH x, m, {own: 1} AS map "
      + "RETURN x.fresh, m.name, map.own, x:New"
    let warnings = try bound(text).mentioned.warnings(for: graph)
    #expect(
      warnings.map(\.message) == [
        "no node has the label 'Aktor'", "nothing has the property 'nme'",
        "there is no relationship of the type 'KNOWS'",
      ])
    #expect(warnings.map(\.suggestion) == ["did you mean 'Actor'?", "did you mean 'name'?", nil])
  }
}
