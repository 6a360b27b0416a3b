import Diagrams
import GraphAlgorithms
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

  /// Of several chains each edge tells those that it is part of; of a single one nothing.
  @Test func `edges know their chains`() throws {
    let ends = try ["cdo-fuerth", "muensterhack"].map { try workspace.node(named: $0).node }
    for count in [1, 3] {
      var query = ChainQuery()
      query.count = count
      let paths = try workspace.chains(from: ends[0], to: ends[1], query).paths
      try #require(paths.count == count)
      let nodes = [ends[0]] + paths.flatMap { $0.nodes.dropFirst().dropLast() } + [ends[1]]
      let picture = workspace.diagram(of: .chains(nodes, paths.map(\.edges)), .german)
      let numbers = picture.edges.flatMap(\.chains)
      #expect(numbers.count == (count == 1 ? 0 : paths.reduce(0) { $0 + $1.edges.count }))
      #expect(Set(numbers) == (count == 1 ? [] : [1, 2, 3]))
    }
  }

  /// What is typed need not be what the picture says, nor be in its language.
  @Test(arguments: Language.allCases) func `values of facts go by code and by the words of both languages`(
    language: Language
  ) throws {
    let node = try workspace.node(named: "cdo-neuss").node
    let picture = workspace.diagram(of: .around(node, depth: 2), properties: ["verified", "status"], language)
    let inward = RoleFocus.inward.phrase[language]
    for word in [
      "inward", "In", "innen", "nach innen", "nach innen (Verwaltung, OZG)", "inward (administration,  ozg)",
    ] {
      #expect(workspace.words(for: "focus", in: picture).value(meantBy: word) == inward)
    }
    let yes = Wording("ja", "yes")[language]
    for word in ["true", "ja", "Yes", "wahr"] {
      #expect(workspace.words(for: "verified", in: picture).value(meantBy: word) == yes)
      #expect(workspace.words(for: "status", in: picture).value(meantBy: word) == nil)
    }
    for word in ["Akteure", "actor", "ACTORS"] {
      #expect(workspace.words(for: "kind", in: picture).value(meantBy: word) == "Actor")
    }
    #expect(workspace.words(for: "land", in: picture).value(meantBy: "nrw") == "Nordrhein-Westfalen")
    let field = Wording("Verwaltungsdigitalisierung", "Administrative digitalisation")
    #expect(
      workspace.words(for: "area", in: picture).choices.allSatisfy { $0 != field[.german] } == (language == .english))
    #expect(workspace.words(for: "focus", in: picture).choices.allSatisfy { RoleFocus(rawValue: $0) != nil })
    #expect(workspace.words(for: "verified", in: picture).choices.contains("true"))
  }

  @Test func `topics and their fields are named in the language of the picture`() throws {
    let topics = workspace.graph.nodes(with: .topic)
    let names = [Language.german, .english].map { language in
      Set(topics.compactMap { workspace.graph.name(of: $0, in: language) })
    }
    let pictures = [Language.german, .english].map { workspace.diagram(of: .whole, $0) }
    for (picture, names) in zip(pictures, names) {
      for node in picture.nodes where node.kind == "Topic" { #expect(names.contains(node.label)) }
      let fields = picture.nodes.compactMap { $0.facts["area"]?.text(in: picture.language) }
      #expect(!fields.isEmpty && names.isSuperset(of: fields))
    }
    #expect(zip(pictures[0].nodes, pictures[1].nodes).count { $0.label != $1.label } > 10)
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

  @Test func `a picture of everything says what it leaves out`() throws {
    let graph = workspace.graph
    let open = workspace.permitting(.diagram)
    let whole = open.diagram(of: .whole, .english)
    let note = try #require(whole.notes.first { $0.hasPrefix("not shown, since nothing is tied to them: ") })
    let numbers = note.split(separator: " ").compactMap { Int($0.replacing(",", with: "")) }
    let others = graph.nodes(with: .profile).count + open.withheld.count
    #expect(numbers.reduce(whole.nodes.count + others, +) == graph.nodes.count { _ in true })
  }

  @Test func `a Land lies in itself`() throws {
    let whole = workspace.diagram(of: .whole, .german)
    let states = whole.nodes.filter { $0.id.hasPrefix("land-") && workspace.graph.isState($0.id) }
    #expect(states.count >= 10)
    for node in states { #expect(node.facts["land"] != nil, "\(node.label)") }
    let hamburg = try #require(states.first { $0.id == "land-hamburg" })
    #expect(hamburg.facts["land"] == .word("Hamburg", code: "HH"))
  }

  @Test func `one of something is not said in the plural`() throws {
    var diagram = Diagram(title: "", nodes: [.init(id: "a", label: "A", kind: "Actor")])
    diagram.nodes[0].facts["source"] = .word("s", code: "")
    diagram.edges = [.init(from: 0, to: 0, kind: "X")]
    for (language, words) in [
      (Language.german, ["1 Knoten, 1 Beziehung\u{A0}", "(1 Quelle)"]),
      (.english, ["1 node, 1 relationship\u{A0}", "(1 source)"]),
    ] {
      diagram.language = language
      let subtitle = workspace.subtitle(of: diagram, from: diagram, date: nil)
      for word in words { #expect(subtitle.contains(word), "\(subtitle)") }
    }
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

  /// Halfway between two Länder would be a third one.
  @Test func `what is spread over several Länder has no place on a map`() {
    let whole = workspace.diagram(of: .whole, .german)
    let spread = whole.nodes.filter { $0.facts["land"] == .word("mehrere Länder", code: "+") }
    #expect(!spread.isEmpty && spread.allSatisfy { $0.place == nil })
    #expect(whole.nodes.count { $0.place != nil } > 100)
  }
}

extension PropertyGraph {
  /// Whether the record with an id is of a Land.
  fileprivate func isState(_ id: String) -> Bool {
    nodes(with: .actor).contains { value(.id, of: $0)?.text == id && value(.kind, of: $0)?.text == "state" }
  }
}
