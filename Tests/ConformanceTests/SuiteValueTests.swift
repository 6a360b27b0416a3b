import GraphModel
import GraphStore
import Testing

@testable import conformance

/// How the suites' runner reads, describes and compares values.
@Suite struct SuiteValueTests {
  @Test(arguments: [
    "null", "true", "-3", "1.5", "NaN", "'a \\' \\\\ b'", "[1, [2], 'x']", "{a: 1, b: [null]}", "()", "(:A:B {p: 1})",
    "[:T]", "[:T {p: 'x'}]", "<()>", "<(:A)-[:T]->()<-[:U {p: 1}]-(:B)>",
  ])
  func `a literal in canonical form is its own text`(literal: String) throws {
    #expect(try SuiteValue(literal: literal).text() == literal)
  }

  @Test(arguments: [
    ("-0.0", "0.0"), ("1e3", "1000.0"), (".5", "0.5"), ("( :B:A { q:1 , p:2 } )", "(:A:B {p: 2, q: 1})"),
    ("{b: 1, a: 2}", "{a: 2, b: 1}"), ("[ ]", "[]"), ("'\\n'", "'\\\\n'"),
  ])
  func `equivalent literals have one text`(literal: String, text: String) throws {
    #expect(try SuiteValue(literal: literal).text() == text)
  }

  @Test func `integers and floats differ, lists have an order unless it is ignored`() throws {
    #expect(try SuiteValue(literal: "1").text() != SuiteValue(literal: "1.0").text())
    let (one, other) = (try SuiteValue(literal: "[1, [3, 2]]"), try SuiteValue(literal: "[[2, 3], 1]"))
    #expect(one.text() != other.text())
    #expect(one.text(ignoringListOrder: true) == other.text(ignoringListOrder: true))
  }

  @Test(arguments: ["", "(", "[1", "{a 1}", "'x", "<(>", "1 2", "maybe", "(:A)-[:T]->()"])
  func `what is no literal is refused`(literal: String) {
    #expect(throws: SuiteError.self) { try SuiteValue(literal: literal) }
  }

  @Test func `elements are described by what can be seen of them, also when they are gone`() throws {
    var graph = PropertyGraph()
    let a = graph.addNode(["B", "A"], [("p", .integer(1))])
    let b = graph.addNode([])
    let edge = graph.addEdge("T", from: b, to: a)
    let before = graph
    graph.removeEdge(edge)
    graph.removeNode(a)
    let elements = ElementReader(graph: graph, before: before)
    let path = Value.path(GraphPath(nodes: [a, b], edges: [edge]))
    #expect(SuiteValue(.list([.node(a), path]), elements).text() == "[(:A:B {p: 1}), <(:A:B {p: 1})<-[:T]-()>]")
  }

  @Test func `side effects are what differs between two graphs`() throws {
    var graph = PropertyGraph()
    let a = graph.addNode(["A"], [("p", .integer(1)), ("q", .integer(1))])
    let before = graph
    graph.set("p", of: a, to: .integer(2))
    graph.addNode(["A", "B"])
    try checkEffects([("+nodes", 1), ("+labels", 1), ("+properties", 1), ("-properties", 1)], from: before, to: graph)
    let error = #expect(throws: SuiteError.self) { try checkEffects([("+nodes", 2)], from: before, to: graph) }
    #expect(error?.description.contains("+nodes: expected 2, got 1") == true)
  }
}
