import CypherSyntax
import Foundation
import TestSupport
import Testing

@Suite struct ParserTests {
  /// An expression with brackets around everything that belongs together.
  private func grouped(_ expression: CypherSyntax.Expression) -> String {
    switch expression.kind {
    case .binary(let sign, let left, let right): "(\(grouped(left)) \(sign.rawValue) \(grouped(right)))"
    case .unary(.not, let operand): "(NOT \(grouped(operand)))"
    case .unary(_, let operand): "(-\(grouped(operand)))"
    case .comparison(let first, let others):
      "(\(grouped(first))" + others.map { " \($0.comparison.rawValue) \(grouped($0.expression))" }.joined() + ")"
    case .isNull(let operand, _): "(\(grouped(operand)) IS NULL)"
    case .variable(let name): name
    case .literal(.integer(let number)): String(number)
    default: "?"
    }
  }

  @Test(arguments: [
    ("a OR b XOR c AND NOT d", "(a OR (b XOR (c AND (NOT d))))"), ("a + b * c ^ d ^ e", "(a + (b * ((c ^ d) ^ e)))"),
    ("a - b - c", "((a - b) - c)"), ("a < b <= c AND d", "((a < b <= c) AND d)"), ("-a ^ b", "((-a) ^ b)"),
    ("a IN b IS NULL", "((a IN b) IS NULL)"), ("a + b STARTS WITH c", "(a + (b STARTS WITH c))"),
    ("NOT a = b", "(NOT (a = b))"), ("-9223372036854775808", "-9223372036854775808"), ("0x1F + 0o17", "(31 + 15)"),
  ])
  func `operators bind as the language says`(text: String, expected: String) throws {
    let statement = try parse("RETURN " + text)
    guard case .query(let query) = statement.body, case .return(let projection) = query.parts[0].clauses[0].kind else {
      Issue.record("this is no RETURN")
      return
    }
    #expect(grouped(projection.items[0].expression) == expected)
    #expect(projection.items[0].text == text)
  }

  @Test(arguments: [
    ("MTACH (n) RETURN n", CypherError.Detail.unexpectedSyntax, 0), ("RETURN 1 +", .unexpectedSyntax, 10),
    ("RETURN 'abc", .unexpectedSyntax, 7), ("RETURN 9223372036854775808", .integerOverflow, 7),
    ("RETURN 1e999", .floatingPointOverflow, 7), ("RETURN 1a", .invalidNumberLiteral, 7),
    ("RETURN '\\uZZZZ'", .invalidUnicodeLiteral, 8), ("MATCH (n)", .invalidClauseComposition, 0),
    ("RETURN 1 UNION RETURN 2 UNION ALL RETURN 3", .invalidClauseComposition, 0),
    ("RETURN 1 MATCH (n) RETURN n", .unexpectedSyntax, 9),
    ("MATCH (a)-[:T..]->(b) RETURN b", .invalidRelationshipPattern, 13),
    ("", .unexpectedSyntax, 0),
  ])
  func `errors name their case and their place`(text: String, detail: CypherError.Detail, start: Int) {
    do throws(CypherError) {
      _ = try parse(text)
      Issue.record("\(text) was accepted")
    } catch {
      #expect(error.detail == detail && error.kind == .syntax && error.phase == .compile, "\(text): \(error)")
      #expect(error.range?.start == start, "\(text): \(error)")
    }
  }

  @Test func `deep nesting is an error and no crash`() {
    for (open, close) in [("(", ")"), ("[", "]"), ("NOT ", ""), ("- ", ""), ("{a: ", "}")] {
      let text = "RETURN " + String(repeating: open, count: 20_000) + "1" + String(repeating: close, count: 20_000)
      #expect(throws: CypherError.self) { try parse(text) }
    }
  }

  @Test(arguments: 0..<40) func `whatever is typed ends with a tree or an error`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let samples = [
      "MATCH p = shortestPath((a:Actor {id: $id})-[:WORKS_ON|KNOWS*..15]-(b)) WHERE a.x =~ 'ü.*' RETURN length(p) AS l ORDER BY l DESC LIMIT 3;",
      "UNWIND [x IN range(1, 9) WHERE x % 2 = 0 | x ^ 2] AS y WITH y, count(*) AS c RETURN CASE c WHEN 1 THEN 'a' ELSE {k: [y][0..1]} END",
      "MATCH ((a)-[r:T]->(b WHERE b.p > 1)){1,3} (c) CALL (a) { MATCH (a)--(d) RETURN d } MERGE (d) ON CREATE SET d += {x: 1} DETACH DELETE c",
    ]
    for _ in 0..<300 {
      var bytes = Array(samples[Int.random(in: 0..<samples.count, using: &generator)].utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let position = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes.remove(at: position)
        case 1: bytes.insert(UInt8.random(in: 1...255, using: &generator), at: position)
        default: bytes.swapAt(position, Int.random(in: 0..<bytes.count, using: &generator))
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(CypherError) {
        _ = try parse(text)
      } catch {
        let end = text.utf8.count
        #expect(error.range.map { 0 <= $0.start && $0.start <= $0.end && $0.end <= end } ?? false, "\(text)")
      }
      // Tokens stand one after the other.
      let tokens = tokens(of: text)
      #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.range.end <= $1.range.start })
    }
  }
}

/// Every statement of the compatibility kit that is not refused for its text.
@Suite(.enabled(if: Suites.exist, Suites.skipped)) struct ParserSuiteTests {
  @Test func `statements of the compatibility kit are understood`() throws {
    let folder = Suites.folder.appendingPathComponent("tck")
    var understood = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where file.contains("-") {
      let data = try Data(contentsOf: folder.appendingPathComponent(file))
      let scenarios = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
      for scenario in scenarios {
        let expected = try #require(scenario["expected"] as? [String: Any])
        let isRefused = expected["type"] as? String == "SyntaxError" && expected["phase"] as? String == "compile time"
        let query = try #require(scenario["query"] as? String)
        for text in (scenario["setup"] as? [String] ?? []) + (isRefused ? [] : [query]) {
          #expect(throws: Never.self, "\(text)") { try parse(text) }
          understood += 1
        }
      }
    }
    #expect(understood > 2000)
  }
}
