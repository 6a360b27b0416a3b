import CypherSyntax
import Testing

@testable import CypherEngine

@Suite struct BindingPatternTests {
  private func match(_ text: String) throws -> BoundMatch {
    for case .match(let match) in try boundClauses(text).reversed() { return match }
    throw CypherError.syntax(.unexpectedSyntax, "no MATCH")
  }

  @Test func `a node that stands twice is one element with all that it has to meet`() throws {
    let pattern = try match("MATCH (a:A {x: 1})-->(b), (a:B {y: 2})<--(b) RETURN a").pattern
    #expect(pattern.nodes.count == 2)
    #expect(pattern.nodes[0].properties.map(\.key) == ["x", "y"])
    #expect(pattern.steps.map(\.from) == [0, 0])
    #expect(pattern.steps.map(\.to) == [1, 1])
    guard case .and? = pattern.nodes[0].labels else {
      Issue.record("both labels are asked for")
      return
    }
  }

  @Test func `what earlier clauses have found is not introduced again`() throws {
    let match = try match("MATCH (a)-[r]->() MATCH p = (a)-[r]->(b)-[s*2]->(c) RETURN p")
    #expect(match.pattern.nodes.map(\.isBound) == [true, false, false])
    let given = Set(match.introduced)
    #expect(!given.contains(match.pattern.nodes[0].slot))
    #expect(given.isSuperset(of: match.pattern.nodes[1...].map(\.slot)))
    #expect(given.contains(match.pattern.paths[0].slot ?? -1))
    // b, c, s, the single relationship of s, p.
    #expect(given.count == 5)
  }

  @Test func `conditions of a pattern may read all of it`() throws {
    let match = try match("MATCH (a {x: b.y})-[r]->(b WHERE b.z = r.z) RETURN a")
    #expect(match.pattern.nodes[0].properties[0].value.text == "#\(match.pattern.nodes[1].slot).y")
    #expect(match.pattern.nodes[1].filter != nil)
  }

  @Test func `the variable of several relationships is a list, and one of them inside their own condition`() throws {
    let pattern = try match("MATCH (a)-[r*1..3 WHERE r.x > 1]->(b) RETURN r").pattern
    guard case .relationship(let relationship) = pattern.steps[0].kind else { return }
    #expect(relationship.element != relationship.slot)
    #expect(relationship.filter?.text == "(#\(relationship.element).x > 1)")
    #expect(try boundColumns("MATCH (a)-[r*1..3]->(b) RETURN r")[0].types == .list)
    #expect(try boundColumns("MATCH (a)-[r*1..3]->(b) RETURN r[0]")[0].types == .relationship)
  }

  @Test func `what is created is bound in the order in which it is made`() throws {
    let clauses = try boundClauses("MATCH (a) CREATE (a)-[:R]->(b)<-[:S]-(a)")
    guard case .create(let pattern) = clauses[1] else { return }
    #expect(pattern.nodes.map(\.isBound) == [true, false])
    #expect(pattern.steps.map(\.from) == [0, 1])
    #expect(pattern.steps.map(\.to) == [1, 0])
  }
}
