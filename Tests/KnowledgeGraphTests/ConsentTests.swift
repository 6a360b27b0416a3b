import Diagrams
import GraphAlgorithms
import GraphModel
import GraphStore
import Interchange
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary
import TestSupport
import Testing

/// Whoever has not agreed to a purpose neither occurs in its answers nor is walked over.
@Suite struct ConsentTests {
  /// The network with consent given and withheld by chance.
  private func network(_ random: inout SeededGenerator) throws -> Workspace {
    let workspace = try Networks.withExamples.get()
    var graph = workspace.graph
    for actor in graph.nodes(with: .actor) where Int.random(in: 0..<3, using: &random) == 0 {
      let given = Purpose.allCases.filter { _ in Bool.random(using: &random) }
      graph.set(.consent, of: actor, to: .list(given.map { .string($0.rawValue) }))
    }
    return workspace.with(graph)
  }

  /// What files say of consent, as an import writes it.
  @Test(
    arguments: [
      ("", Purpose.allCases), (#","consent":[]"#, []), (#","consent":["matching"]"#, [.matching]),
      (#","consent":["export","diagram"]"#, [.diagram, .export]),
    ] as [(String, [Purpose])])
  func `consent is read as it is written`(field: String, given: [Purpose]) throws {
    try withFolder(["actors.json": #"[{"id":"a","name":"A","kind":"cdo-role"\#(field)}]"#]) { folder in
      let graph = try Workspace(folders: [folder]).graph
      #expect(Purpose.allCases.filter { graph.withheld(from: $0).isEmpty } == given)
    }
  }

  @Test(arguments: 0..<2 as Range<UInt64>)
  func `no suggestion, chain or picture holds anybody who has not agreed`(seed: UInt64) throws {
    var random = SeededGenerator(seed: 500 + seed)
    let whole = try network(&random)
    let (matching, drawing) = (whole.permitting(.matching), whole.permitting(.diagram))
    let (unmatched, undrawn) = (Set(whole.graph.withheld(from: .matching)), Set(whole.graph.withheld(from: .diagram)))
    #expect(unmatched.count > 10 && undrawn.count > 10 && unmatched != undrawn)
    #expect(Set(matching.withheld) == unmatched)
    for _ in 0..<3 {
      var query = PeerQuery()
      query.seeker = matching.graph.nodes(with: .cdo).randomElement(using: &random)
      query.candidates = .any
      query.limit = 1000
      for peer in Matchmaking.peers(query, in: matching.graph).peers {
        #expect(!unmatched.contains(peer.actor))
        #expect(peer.evidence.path.map { unmatched.isDisjoint(with: $0.nodes) } ?? true)
      }
      let actors = matching.graph.nodes(with: .actor)
      let (start, end) = (
        try #require(actors.randomElement(using: &random)), try #require(actors.randomElement(using: &random))
      )
      var chains = ChainQuery()
      chains.count = 3
      for path in try matching.chains(from: start, to: end, chains).paths {
        #expect(unmatched.isDisjoint(with: path.nodes))
      }
    }
    let topic = try whole.node(named: "Smart City", among: [.topic]).node
    let names = Set(undrawn.compactMap { whole.graph.value(.id, of: $0)?.text })
    #expect(drawing.diagram(of: .topic(topic), .german).nodes.allSatisfy { !names.contains($0.id) })
    let rows = whole.graph.hops(from: topic).map { [Value.edge($0.edge)] }
    let picture = try #require(whole.graph.diagram(of: rows, title: "", .german))
    #expect(picture.nodes.allSatisfy { !names.contains($0.id) })
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func `no export holds anybody who has not agreed, and it says how many`(seed: UInt64) throws {
    var random = SeededGenerator(seed: 520 + seed)
    let whole = try network(&random)
    let withheld = whole.graph.withheld(from: .export)
    let names = Set(withheld.compactMap { whole.graph.value(.id, of: $0)?.text })
    let topic = try whole.node(named: "Smart City", among: [.topic]).node
    let event = try whole.node(named: "Münsterhack", among: [.event]).node
    let rows = withheld.prefix(3).map { [Value.list([.node($0)])] } + [[.node(topic)]]
    let subjects: [(ExportSubject, leftOut: ClosedRange<Int>)] = [
      (.whole, withheld.count...withheld.count), (.around(event, depth: 3), 1...withheld.count),
      (.topic(topic), 1...withheld.count), (.rows(rows), 3...3),
    ]
    for (subject, expected) in subjects {
      let (graph, leftOut) = whole.exported(subject)
      #expect(graph.nodeCount > 0 && expected.contains(leftOut), "\(subject)")
      for position in 0..<graph.nodeCount { #expect(!names.contains(graph.id(ofNode: position))) }
    }
  }

  @Test(arguments: 0..<2 as Range<UInt64>)
  func `no procedure of matchmaking answers with anybody who has not agreed`(seed: UInt64) throws {
    var random = SeededGenerator(seed: 540 + seed)
    let whole = try network(&random)
    let unmatched = Set(whole.graph.withheld(from: .matching))
    let names = Set(try unmatched.map { try Networks.withExamples.get().name(of: $0, .german) })
    var session = QuerySession(whole.graph, matching: whole.matching)
    var answered = 0
    for example in QuerySession.procedureExamples where example.name.hasPrefix("match.") {
      do {
        for value in try session.run(example.statement).rows.joined() {
          #expect(value.nodes.allSatisfy { !unmatched.contains($0) }, "\(example.name)")
          if case .string(let text) = value { #expect(!names.contains(text), "\(example.name): \(text)") }
        }
        answered += 1
      } catch {
        #expect(error.description.contains("has not agreed"), "\(example.name): \(error)")
      }
    }
    #expect(answered > 5)
  }

  /// A picture of what changed draws from an older network too: consent that was taken back holds for that one as well.
  @Test(arguments: 0..<3 as Range<UInt64>)
  func `an older network shows nobody who does not agree today`(seed: UInt64) throws {
    var random = SeededGenerator(seed: 560 + seed)
    let (then, now) = (try network(&random), try network(&random))
    let withheld = Set((then.graph.withheld(from: .diagram) + now.graph.withheld(from: .diagram)))
    let shown = then.permitting(.diagram, besides: now).graph
    #expect(Set(shown.nodes(with: .actor)) == Set(then.graph.nodes(with: .actor)).subtracting(withheld))
    #expect(then.permitting(.diagram, besides: now.permitting(.diagram)).graph.nodeCount == shown.nodeCount)
  }

  @Test func `a person who is gone is not drawn from an older network`() throws {
    let base = try Networks.own.get()
    func network(_ ids: [String], _ consent: [String]) -> Workspace {
      var graph = base.graph
      for id in ids {
        graph.addNode([.actor, .person], [(.id, .string(id)), (.consent, .list(consent.map { .string($0) }))])
      }
      return base.with(graph)
    }
    let (then, now) = (network(["here", "gone"], ["diagram"]), network(["here"], ["diagram"]))
    let older = then.permitting(.diagram, besides: now).graph
    let persons = older.nodes(with: .person).compactMap { older.value(.id, of: $0)?.text }
    #expect(persons == ["here"])
    #expect(then.permitting(.diagram, besides: network(["here"], [])).graph.nodes(with: .person).isEmpty)
  }

  @Test func `who has not agreed is not unknown`() throws {
    let workspace = try Networks.own.get().permitting(.matching)
    let person = try #require(Networks.own.get().graph.nodes(with: .person).first)
    let name = try Networks.own.get().name(of: person, .english)
    #expect(throws: NameError.self) { try workspace.node(named: name) }
    do {
      _ = try workspace.node(named: name)
    } catch {
      #expect(error.withheldFor == .matching)
      #expect(error.message(in: workspace, .english).contains("has not agreed to being matched"))
    }
  }

  @Test func `an actor agrees as its record says, else as its kind does`() {
    var graph = PropertyGraph()
    let office = graph.addNode([.actor], [])
    let person = graph.addNode([.actor, .person], [])
    let willing = graph.addNode([.actor, .person], [(.consent, .list([.string("diagram")]))])
    let unwilling = graph.addNode([.actor], [(.consent, .list([]))])
    #expect(graph.withheld(from: .diagram) == [person, unwilling])
    #expect(graph.withheld(from: .matching) == [person, willing, unwilling])
    #expect(graph.permitting(.export).nodes(with: .actor) == [office])
  }
}

extension Value {
  /// The nodes in a value, those of lists and paths too.
  fileprivate var nodes: [NodeID] {
    switch self {
    case .node(let node): [node]
    case .list(let values): values.flatMap(\.nodes)
    case .path(let path): path.nodes
    default: []
    }
  }
}
