import CypherSyntax
import Foundation
import TestSupport
import Testing

@Suite struct PrinterTests {
  /// What a tree holds but for places and the source text of columns.
  private func shape(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional { return mirror.children.first.map { shape($0.value) } ?? "nil" }
    if mirror.children.isEmpty { return "\(value)" }
    let hidden: Set<String> = ["range", value is ProjectionItem ? "text" : "range"]
    let inner = mirror.children.filter { !hidden.contains($0.label ?? "") }
      .map { "\($0.label ?? ""):\(shape($0.value))" }
    return "\(type(of: value))(\(inner.joined(separator: ",")))"
  }

  /// Names print as themselves, so their mirror must be looked through as well.
  private func expectRoundTrip(_ text: String) throws {
    guard let tree = try? parse(text) else { return }
    let printed = CypherSyntax.print(tree)
    do {
      let again = try parse(printed)
      #expect(
        shape(tree.body).replacing("Name(text:", with: "") == shape(again.body).replacing("Name(text:", with: ""),
        "\(text)\nwas printed as\n\(printed)")
      #expect(CypherSyntax.print(again) == printed)
    } catch {
      Issue.record("\(text)\nwas printed as\n\(printed)\nwhich cannot be read: \(error)")
    }
  }

  @Test(arguments: [
    ("match (n:Topic)\nreturn n.name", "MATCH (n:Topic) RETURN n.name"),
    ("RETURN ((1 + 2) * 3) AS x", "RETURN (1 + 2) * 3 AS x"), ("RETURN 1 - (2 - 3)", "RETURN 1 - (2 - 3)"),
    ("RETURN -(5), -5, - -5, (-5) ^ 2", "RETURN -(5), -5, -(-5), -5 ^ 2"),
    ("RETURN [(x IN l)], [x IN l]", "RETURN [(x IN l)], [x IN l]"),
    ("MATCH (a)-[:A|:B*1..3 {k: 1}]->(b:X:Y) RETURN *", "MATCH (a)-[:A|B*1..3 {k: 1}]->(b:X&Y) RETURN *"),
    ("MATCH p = ((a)-[r]->(b) WHERE a.x = 1)+ (c) RETURN p", "MATCH p = ((a)-[r]->(b) WHERE a.x = 1){1,}(c) RETURN p"),
    ("RETURN `a b`, `return`, n.`x-y`", "RETURN `a b`, `return`, n.`x-y`"),
    ("RETURN NOT (a AND b) OR c", "RETURN NOT (a AND b) OR c"), ("RETURN 'it\\'s'", "RETURN 'it\\'s'"),
    (
      "explain match (n) where (n)-->() return count { (n)--() }",
      "EXPLAIN MATCH (n) WHERE (n)-->() RETURN COUNT { MATCH (n)--() }"
    ),
    (
      "merge (a) on match set a.x = 1, a:B on create set a += {c: 2}",
      "MERGE (a) ON CREATE SET a += {c: 2} ON MATCH SET a.x = 1, a:B"
    ),
    ("call { with 1 as x return x } return x", "CALL { WITH 1 AS x RETURN x } RETURN x"),
    (
      "MATCH p = SHORTEST 2 GROUPS (a)-[:!R&%]-+(b) RETURN p",
      "MATCH p = SHORTEST 2 GROUPS (a)-[:!R&%*1..]-(b) RETURN p"
    ),
  ])
  func `a statement is printed in its canonical form`(text: String, expected: String) throws {
    #expect(CypherSyntax.print(try parse(text)) == expected)
    try expectRoundTrip(text)
  }

  @Test func `what is printed is read back as the same tree, for whole suites of statements`() throws {
    guard Suites.exist else {
      Swift.print(Suites.skipped)
      return
    }
    let folder = Suites.folder.appendingPathComponent("tck")
    var count = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where file.hasSuffix(".json") && !["index.json", "graphs.json"].contains(file) {
      let content = try Data(contentsOf: folder.appendingPathComponent(file))
      let scenarios = try #require(JSONSerialization.jsonObject(with: content) as? [[String: Any]])
      for scenario in scenarios {
        for text in [scenario["query"] as? String ?? ""] + (scenario["setup"] as? [String] ?? []) {
          try expectRoundTrip(text)
          count += 1
        }
      }
    }
    #expect(count > 1000)
  }

  @Test func `a text of several statements is cut where they end`() {
    let found = statements(in: "\u{FEFF}RETURN 1; // two;\n;\nRETURN ';' AS `a;b` /* ; */;\n\nRETURN 3")
    #expect(found.map(\.text) == ["RETURN 1", "RETURN ';' AS `a;b` /* ; */", "RETURN 3"])
    #expect(found.map(\.line) == [1, 3, 5])
    #expect(found.map(\.isEnded) == [true, true, false])
    #expect(statements(in: " // nothing\n").isEmpty)
  }
}
