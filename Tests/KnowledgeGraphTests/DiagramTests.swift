import Diagrams
import GraphModel
import GraphStore
import KnowledgeGraph
import NetworkVocabulary
import TestSupport
import Testing

@Suite struct DiagramTests {
  let workspace: Workspace

  init() throws { workspace = try Networks.withExamples.get() }

  @Test func `every relationship and kind that can be drawn has a look of its own`() {
    for sheet in StyleSheet.presets {
      let drawn = Relationship.all.filter { $0.strength != nil }
      for relationship in drawn { #expect(sheet.edges[relationship.type.name] != nil, "\(relationship.type)") }
      #expect(
        Set(drawn.compactMap { sheet.edges[$0.type.name] }.map { "\($0.colour) \($0.line)" }).count == drawn.count)
      for kind in RecordKind.all { #expect(sheet.nodes[kind.label.name] != nil, "\(kind.label)") }
    }
  }

  @Test func `relationships are sorted and told apart`() {
    #expect(Relationship.all.map(\.type) == Relationship.all.map(\.type).sorted())
    #expect(Set(Relationship.all.map(\.phrase.german)).count == Relationship.all.count)
    for (type, _) in workspace.graph.typeCounts {
      #expect(Relationship.all.contains { $0.type == type }, "\(type) has no words")
    }
  }

  @Test func `an ego network holds exactly what can be reached in so many steps`() throws {
    let center = try workspace.node(named: "Münsterhack").node
    let one = workspace.diagram(of: .around(center, depth: 1), .german)
    let two = workspace.diagram(of: .around(center, depth: 2), .german)
    let neighbors = Set(workspace.graph.hops(from: center).map(\.neighbor))
    #expect(one.nodes.count == neighbors.count + 1)
    #expect(two.nodes.count > one.nodes.count)
    #expect(Set(two.nodes.map(\.id)).isSuperset(of: one.nodes.map(\.id)))
    #expect(one.nodes.filter(\.emphasis).map(\.id) == ["muensterhack"])
    #expect(one.title == "Netzwerk um „Münsterhack“")
    #expect(one.subtitle.contains("\(one.nodes.count) Knoten"))
  }

  @Test func `examples and derived records are marked, and the same picture comes every time`() throws {
    let event = try workspace.node(named: "beispiel-kaffeerunde").node
    let diagram = workspace.diagram(of: .around(event, depth: 1), .german)
    #expect(diagram.nodes.filter(\.isExample).map(\.id) == ["beispiel-kaffeerunde"])
    #expect(diagram.edges.contains { $0.isExample })
    #expect(diagram == workspace.diagram(of: .around(event, depth: 1), .german))
    let whole = workspace.diagram(of: .whole, .english)
    #expect(whole.nodes.contains { $0.isDerived } && whole.nodes.count > 500)
  }
}
