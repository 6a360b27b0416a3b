import CypherSyntax
import Testing

@testable import CypherEngine

/// What is refused, with the detail of the error, the piece of text that it points at, and what it suggests.
private struct Refusal: CustomTestStringConvertible, Sendable {
  let text: String
  let detail: CypherError.Detail
  let place: String
  let suggestion: String?
  var testDescription: String { text }

  init(_ text: String, _ detail: CypherError.Detail, at place: String, suggesting suggestion: String? = nil) {
    self.text = text
    self.detail = detail
    self.place = place
    self.suggestion = suggestion
  }
}

private let names: [Refusal] = [
  Refusal("MATCH (aktor) RETURN aktr", .undefinedVariable, at: "aktr", suggesting: "did you mean 'aktor'?"),
  Refusal("MATCH (n) WITH n AS m RETURN n.x", .undefinedVariable, at: "n"),
  Refusal("MATCH (n) WHERE (n)-->(m) RETURN n", .undefinedVariable, at: "m"),
  Refusal("MATCH (n) RETURN [x IN [1] | x] AS a, x", .undefinedVariable, at: "x"),
  Refusal("CREATE (a {x: b.y}), (b {y: 1})", .undefinedVariable, at: "b"),
  Refusal("MATCH (n) CALL { WITH n WITH 1 AS x RETURN n AS m } RETURN m", .undefinedVariable, at: "n"),
  Refusal("FOREACH (x IN [1] | CREATE (a)) WITH a RETURN 1", .undefinedVariable, at: "a"),
  Refusal("RETURN toUper('x')", .unknownFunction, at: "toUper", suggesting: "did you mean 'toUpper'?"),
  Refusal("UNWIND [1] AS x UNWIND [2] AS x RETURN x", .variableAlreadyBound, at: "x"),
  Refusal("MATCH (a), p = (a)-->(), p = ()-->() RETURN p", .variableAlreadyBound, at: "p"),
  Refusal("MATCH (a) CREATE (a:B)-[:R]->()", .variableAlreadyBound, at: "a"),
  Refusal("MATCH (n) CALL (n) { RETURN 1 AS n } RETURN n", .variableAlreadyBound, at: "RETURN 1 AS n"),
  Refusal("RETURN 1 AS a, 2 AS a", .columnNameConflict, at: "a"),
  Refusal("MATCH () RETURN *", .noVariablesInScope, at: "RETURN *"),
  Refusal("MATCH (n) WITH n.x RETURN 1", .noExpressionAlias, at: "n.x"),
  Refusal("RETURN 1 AS a UNION RETURN 2 AS b", .differentColumnsInUnion, at: "RETURN 2 AS b"),
]

private let kinds: [Refusal] = [
  Refusal("MATCH (a) MATCH ()-[a]->() RETURN a", .variableTypeConflict, at: "a"),
  Refusal("MATCH p = (a) MATCH (p) RETURN p", .variableTypeConflict, at: "p"),
  Refusal("MATCH ()-[r*]->() MATCH ()-[r]->() RETURN r", .variableTypeConflict, at: "r"),
  Refusal("UNWIND [1, 2] AS x MATCH (x) RETURN x", .variableTypeConflict, at: "x"),
  Refusal("MATCH (a)-[r]->()-[r]->() RETURN r", .relationshipUniquenessViolation, at: "r"),
  Refusal("MATCH (n $map) RETURN n", .invalidParameterUse, at: "$map"),
  Refusal("MERGE (n $map) RETURN n", .invalidParameterUse, at: "$map"),
  Refusal("CREATE (a)-->(b)", .noSingleRelationshipType, at: "-->"),
  Refusal("CREATE (a)-[:A|B]->(b)", .noSingleRelationshipType, at: "-[:A|B]->"),
  Refusal("CREATE (a)-[:A]-(b)", .requiresDirectedRelationship, at: "-[:A]-"),
  Refusal("MERGE (a)-[:A*2]->(b)", .creatingVarLength, at: "-[:A*2]->"),
  Refusal("MATCH (n) DELETE n:A", .invalidDelete, at: "n:A"),
  Refusal("MATCH (n) DELETE 1 + 1", .invalidArgumentType, at: "1 + 1"),
  Refusal("FOREACH (x IN [1] | MATCH (n))", .invalidClauseComposition, at: "MATCH (n)"),
  Refusal("MATCH (n) RETURN EXISTS { CREATE (m) } AS e", .invalidClauseComposition, at: "CREATE (m)"),
  Refusal("RETURN COLLECT { RETURN 1 AS a, 2 AS b } AS c", .invalidClauseComposition, at: "RETURN 1 AS a, 2 AS b"),
]

private let values: [Refusal] = [
  Refusal("RETURN 1 AND true", .invalidArgumentType, at: "1"),
  Refusal("MATCH (n) WHERE n RETURN n", .invalidArgumentType, at: "n"),
  Refusal("RETURN 1 IN 2", .invalidArgumentType, at: "2"),
  Refusal("RETURN all(x IN ['a'] WHERE x % 2 = 0)", .invalidArgumentType, at: "x"),
  Refusal("WITH 1 AS x RETURN x.y", .invalidArgumentType, at: "x"),
  Refusal("MATCH p = () RETURN p.x", .invalidArgumentType, at: "p"),
  Refusal("RETURN [1, 2]['a']", .listElementAccessByNonInteger, at: "'a'"),
  Refusal("RETURN 'a' - 1", .invalidArgumentType, at: "'a'"),
  Refusal("RETURN toUpper(1)", .invalidArgumentType, at: "1"),
  Refusal("RETURN toUpper()", .invalidNumberOfArguments, at: "toUpper"),
  Refusal("MATCH (n) RETURN (n)-->() AS x", .unexpectedSyntax, at: "(n)-->()"),
  Refusal("MATCH (n) RETURN size((n)-->()) AS x", .unexpectedSyntax, at: "(n)-->()"),
  Refusal("MATCH (n) RETURN n LIMIT n.x", .nonConstantExpression, at: "n"),
  Refusal("RETURN 1 SKIP -1", .negativeIntegerArgument, at: "-1"),
  Refusal("RETURN 1 LIMIT 1.5", .invalidArgumentType, at: "1.5"),
]

private let groups: [Refusal] = [
  Refusal("MATCH (n) WHERE count(n) > 1 RETURN n", .invalidAggregation, at: "count(n)"),
  Refusal("MATCH (n) RETURN [x IN [1] | count(*)] AS c", .invalidAggregation, at: "count(*)"),
  Refusal("MATCH (n) RETURN n.x ORDER BY count(*)", .invalidAggregation, at: "count(*)"),
  Refusal("RETURN count(count(*))", .nestedAggregation, at: "count(*)"),
  Refusal("RETURN count(rand())", .nonConstantExpression, at: "rand()"),
  Refusal("MATCH (n) RETURN n.x + count(*)", .ambiguousAggregationExpression, at: "n"),
  Refusal("MATCH (n) RETURN n.x + n.y, n.x + n.y + count(*)", .ambiguousAggregationExpression, at: "n"),
  Refusal("MATCH (n) RETURN size([(n)--(m) | m]) + count(*)", .ambiguousAggregationExpression, at: "[(n)--(m) | m]"),
  Refusal("MATCH (n) RETURN count(*) AS c ORDER BY n.x", .undefinedVariable, at: "n"),
  Refusal("MATCH (n) RETURN n.x AS x, count(*) AS c ORDER BY max(n.y)", .undefinedVariable, at: "n"),
  Refusal("MATCH (n) RETURN DISTINCT n.x AS x ORDER BY n.y", .undefinedVariable, at: "n"),
]

@Suite struct BindingErrorTests {
  @Test(arguments: names + kinds + values + groups)
  fileprivate func `what cannot be meant is refused where it stands`(refusal: Refusal) throws {
    let error = try #require(throws: CypherError.self) { try bound(refusal.text) }
    #expect(error.detail == refusal.detail, "\(error.message)")
    #expect(error.phase == .compile)
    let range = try #require(error.range)
    let bytes = Array(refusal.text.utf8)
    #expect(String(decoding: bytes[range.start..<range.end], as: UTF8.self) == refusal.place)
    if let suggestion = refusal.suggestion { #expect(error.suggestion == suggestion) }
  }

  @Test(arguments: [
    "MATCH (n) RETURN n, n.x + count(*)", "MATCH (n) RETURN n.x AS x, n.x + count(*) AS y",
    "MATCH (n) RETURN n, size([(n)--(m) | m]) + count(*) AS y", "MATCH (n) RETURN DISTINCT n.x AS x ORDER BY n.x + 1",
    "MATCH (n) RETURN [x IN collect(n) | x.y] AS y", "MATCH (n) WITH n AS m, count(*) AS c ORDER BY n.x RETURN m",
    "MATCH (n) RETURN n.x + n.y AS s, count(*) AS c ORDER BY n.x + n.y",
    "MATCH (n) WITH n.x AS x WHERE n.y = 1 RETURN x",
    "MATCH (n) WHERE NOT (n)-->() RETURN CASE WHEN (n)<--() THEN 1 END AS c", "WITH null AS n MATCH (n) RETURN n",
    "MATCH (n) RETURN none(x IN [1, n] WHERE x % 2 = 0) AS b", "CREATE (a {x: 1})-[:R {y: a.x}]->(b {z: a.x})",
    "MATCH (n) RETURN EXISTS { MATCH (m) WITH m, count(*) AS c WHERE c > n.x RETURN m } AS e",
    "MATCH (n) CALL { WITH n MATCH (n)--(m) RETURN count(m) AS c } RETURN n, c",
    "MATCH (n) CALL (n) { WITH 1 AS x RETURN n.x + x AS y } RETURN y",
    "RETURN 1 AS a, 2 AS b UNION RETURN 3 AS b, 4 AS a",
  ])
  func `what can be meant is accepted`(text: String) throws { _ = try bound(text) }
}
