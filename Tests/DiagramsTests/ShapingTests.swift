import GraphModel
import TestSupport
import Testing

@testable import Diagrams

struct ShapingTests {
  @Test(arguments: [
    ("kind=actor,topic", 8), ("land=nw", 3), ("land=Nordrhein-Westfalen", 3), ("size=10..20", 3), ("size=..0", 1),
    ("size=3", 1),
  ])
  func filtersKeep(_ text: String, _ count: Int) throws {
    // Twelve nodes on a ring: every third one an actor, the next a topic; four have a Land, sizes are 0, 3, …, 33.
    let filter = try #require(DiagramFilter(text))
    let kept = ring.keeping([filter])
    #expect(kept.nodes.count { filter.isFulfilled(by: $0, .german) == true } == matching(filter))
    #expect(kept.nodes.count >= matching(filter) && kept.nodes.count < ring.nodes.count)
    if text.hasPrefix("kind") { #expect(kept.nodes.count == count) }
    #expect(ring.fading([filter]).nodes.count { !$0.isFaded } == matching(filter))
    #expect(ring.fading([filter]).nodes.count == ring.nodes.count)
  }

  @Test func halfAPairIsNothing() throws {
    let filter = try #require(DiagramFilter("kind=Actor"))
    #expect(ring.keeping([filter]).nodes.count == 4)
    #expect(ring.keeping([filter], withPartners: true).nodes.count == 12)
  }

  @Test func boxesOfKindsBeginWithACapital() {
    var diagram = ring
    for position in diagram.nodes.indices { diagram.nodes[position].facts["kind"] = .word("actor", code: "") }
    #expect(Set(diagram.clustered(by: "kind", called: "kind").nodes.map(\.cluster)) == ["Actor"])
  }

  @Test func countsWhatFulfils() throws {
    let filters = try ["size=1000..2000", "kind=Topic,nothing", "land=nowhere"].map { try #require(DiagramFilter($0)) }
    #expect(filters.map { ring.countFulfilling([$0]) } == [0, 4, 0])
    #expect(filters[1].alternatives.map(\.text) == ["kind=Topic", "kind=nothing"])
    #expect(filters[1].alternatives.map { ring.countFulfilling([$0]) } == [4, 0])
    #expect(ring.countFulfilling(Array(filters[1...])) == 0)
  }

  /// Commas part words, but not within quotation marks, nor within a value that is known.
  @Test(arguments: [
    ("a=x, y", ["x", "y"]), ("a=in (b, c)", ["IN (B,C)"]), ("a=in (b, c),x,in (b,c)", ["IN (B,C)", "x", "IN (B,C)"]),
    ("a=\"x, y\",z", ["x, y", "z"]), ("a=„x, y“", ["x, y"]), ("a=x 'y', z", ["x 'y'", "z"]),
    ("a=\"x, y", ["\"x", "y"]),
    ("a='1..2'", ["1..2"]), ("a=x,,y,", ["x", "y"]), ("a=in (b", ["in (b"]),
  ])
  func commasPartWords(_ text: String, _ words: [String]) throws {
    let filter = try #require(DiagramFilter(text)).resolved {
      $0.replacing(" ", with: "") == "in(b,c)" ? "IN (B,C)" : nil
    }
    #expect(filter.condition == .words(words))
    #expect(filter.text == text)
  }

  @Test(arguments: [
    ("a=20.000..100.000", 20_000.0, 100_000.0), ("a=..1,000", -Double.infinity, 1_000.0), ("a=0.123..1.5", 0.123, 1.5),
    ("latitude=51.123..52", 51.123, 52.0),
  ])
  func boundsAreWrittenAsPeopleDo(_ text: String, _ low: Double, _ high: Double) throws {
    #expect(try #require(DiagramFilter(text)).condition == .range(low...high))
  }

  private func matching(_ filter: DiagramFilter) -> Int {
    ring.nodes.count { filter.isFulfilled(by: $0, .german) == true }
  }

  @Test(arguments: ["", "kind", "=x", "kind=", "kind=,", "kind=\"\"", "size=9..1", "size=a..b", "size=.."])
  func refusesWhatIsNoFilter(_ text: String) { #expect(DiagramFilter(text) == nil) }

  private var ring: Diagram {
    var diagram = Diagram(title: "Ring")
    for position in 0..<12 {
      var node = Diagram.Node(
        id: "\(position)", label: "\(position)", kind: ["Actor", "Topic", "Project"][position % 3])
      node.facts["size"] = .number(Double(position) * 3)
      if position % 4 == 0 { node.facts["land"] = .word("Nordrhein-Westfalen", code: "NW") }
      diagram.nodes.append(node)
      diagram.edges.append(.init(from: position, to: (position + 1) % 12, kind: "X"))
    }
    return diagram
  }

  @Test(arguments: [3, 30, 200]) func mergingLosesNothing(_ count: Int) {
    let diagram = SampleDiagrams.network(count)
    var double = diagram
    double.edges += diagram.edges
    let merged = double.mergingParallelEdges()
    #expect(merged.edges.reduce(0) { $0 + $1.count } == double.edges.count)
    #expect(Set(merged.edges.map { "\($0.from) \($0.to) \($0.kind) \($0.isExample)" }).count == merged.edges.count)
    #expect(merged == merged.mergingParallelEdges())
  }

  @Test(arguments: [40, 400, 4_000]) func groupsHoldEverybody(_ count: Int) throws {
    var diagram = SampleDiagrams.network(count)
    for position in diagram.nodes.indices where position % 5 != 0 {
      diagram.nodes[position].facts["land"] = .word("Land \(position % 16)", code: "")
    }
    let groups = diagram.aggregated(by: [(key: "land", kind: "State")])
    #expect(groups.nodes.reduce(0) { $0 + $1.count } == count)
    #expect(groups.nodes.count <= 16 + SampleDiagrams.kinds.count)
    #expect(groups.edges.count <= 60 + groups.nodes.count)
    #expect(groups.edges.allSatisfy { $0.from != $0.to })
    // Whoever was tied to somebody outside still is.
    let tied = Set(groups.edges.flatMap { [$0.from, $0.to] })
    if count > 100 { #expect(tied.count == groups.nodes.count) }
    _ = try draw(groups, .svg)
  }

  /// Compared with a plain model: sets of ids and of ties.
  @Test(arguments: 0..<20) func comparisonFindsWhatChanged(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let all = SampleDiagrams.network(30)
    let kept = all.nodes.indices.map { _ in Bool.random(using: &random) }
    let (old, new) = (all.keepingNodes { kept[$0] || $0 % 3 == 0 }, all.keepingNodes { !kept[$0] || $0 % 3 == 1 })
    let compared = new.compared(to: old, onlyChanges: false)
    func ids(_ diagram: Diagram) -> Set<String> { Set(diagram.nodes.map(\.id)) }
    func marked(_ change: Change?) -> Set<String> { Set(compared.nodes.filter { $0.change == change }.map(\.id)) }
    #expect(marked(.added) == ids(new).subtracting(ids(old)))
    #expect(marked(.removed) == ids(old).subtracting(ids(new)))
    #expect(marked(nil) == ids(old).intersection(ids(new)))
    func ties(_ diagram: Diagram, only change: Change? = nil) -> [Tie: Int] {
      var counts: [Tie: Int] = [:]
      for edge in diagram.edges where change == nil || edge.change == change {
        counts[Tie(edge, in: diagram), default: 0] += 1
      }
      return counts
    }
    let (before, after) = (ties(old), ties(new))
    let added = after.reduce(into: [Tie: Int]()) { sum, entry in
      let count = entry.value - before[entry.key, default: 0]
      if count > 0 { sum[entry.key] = count }
    }
    #expect(ties(compared, only: .added) == added)
    #expect(compared.edges.count == after.values.reduce(0, +) + compared.count(of: .removed).edges)
    #expect(new.compared(to: new, onlyChanges: false).count(of: .added).edges == 0)
    #expect(new.compared(to: new, onlyChanges: true).nodes.count { !$0.emphasis } == 0)
  }

  @Test(arguments: Language.allCases) func aNewNameIsAChange(_ language: Language) {
    var old = ring
    old.language = language
    var new = old
    new.nodes[3].label = "another"
    let compared = new.compared(to: old, onlyChanges: true)
    #expect(compared.nodes.map(\.change) == [.renamed])
    #expect(compared.renamings.map { [$0.before, $0.now] } == [["3", "another"]])
    let notes = [
      "nur Änderungen: 11 unveränderte Knoten nicht gezeigt", "changes only: 11 unchanged nodes are not shown",
    ]
    #expect(compared.notes == [notes[language == .german ? 0 : 1]])
    // A ring of another order has other ties, and no node has a new name.
    #expect(old.compared(to: old, onlyChanges: false).renamings.isEmpty)
  }

  @Test func whatIsGoneDoesNotCount() {
    let compared = ring.keepingNodes { $0 > 2 }.compared(to: ring, onlyChanges: false)
    #expect(compared.nodes.count == 12 && compared.edges.count == 12)
    #expect(compared.counts == "9 Knoten, 8 Beziehungen")
  }

  /// What lies within groups is counted, and a group is called by what its members share.
  @Test func groupsCountWhatTheyHide() {
    var diagram = ring
    diagram.factNames["land"] = "Land"
    for position in diagram.nodes.indices { diagram.nodes[position].facts["kind"] = .word("Akteur", code: "") }
    for position in 0..<6 { diagram.nodes[position].facts["land"] = .word("Hessen", code: "") }
    let groups = diagram.aggregated(by: [("land", "State")])
    let lands = groups.nodes.filter { $0.kind == "State" }
    #expect(lands.count == 2 && lands.allSatisfy { $0.facts["kind"] == .word("Land", code: "") })
    #expect(groups.innerEdges + groups.edges.reduce(0) { $0 + $1.count } == diagram.edges.count)
    #expect(groups.innerEdges == 5)
    #expect(groups.counts == "\(groups.nodes.count) Gruppen, \(groups.edges.count) Linien")
  }

  @Test func hoverTextsBeginWithTheName() {
    var diagram = Diagram(title: "", nodes: [.init(id: "a", label: "A", kind: "Actor", tooltip: "does things")])
    #expect(diagram.hoverText(of: diagram.nodes[0]) == "A – does things")
    diagram.nodes[0].cluster = "Runde 1 · Tisch 2"
    #expect(diagram.hoverText(of: diagram.nodes[0]) == "A (Runde 1 · Tisch 2) – does things")
    diagram.nodes[0].facts["land"] = .word("Runde 1 · Tisch 2", code: "")
    diagram.nodes[0].tooltip = nil
    #expect(diagram.hoverText(of: diagram.nodes[0]) == "A")
  }
}
