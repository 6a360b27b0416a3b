import Foundation
import GraphModel
import GraphStore
import JSONText
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary
import TestSupport
import Testing

/// Laws that hold for every query on the project's own data.
@Suite struct PeerTests {
  let workspace: Workspace

  init() throws { workspace = try Networks.withExamples.get() }

  @Test(arguments: 0..<60 as Range<UInt64>) func `scores are the sum of their parts, in order, with true paths`(
    seed: UInt64
  ) throws {
    let query = randomQuery(seed)
    let answer = workspace.peers(query)
    let weights = answer.peers.first?.contributions.map(\.component) ?? []
    for peer in answer.peers {
      #expect(peer.contributions.map(\.component) == weights, "seed \(seed)")
      #expect(peer.contributions.allSatisfy { (0...1000).contains($0.points) })
      let sum = peer.contributions.reduce(0.0) { $0 + Double($1.points) / 1000 }
      #expect(abs(sum - peer.score) < 1e-12 && peer.score <= 1.005, "seed \(seed)")
      #expect(peer.actor != query.seeker && !workspace.graph.has(.person, peer.actor))
      checkPath(peer, query)
    }
    for (first, second) in zip(answer.peers, answer.peers.dropFirst()) {
      #expect(
        (first.misses.count, -first.points) <= (second.misses.count, -second.points), "seed \(seed): out of order")
    }
    #expect(answer.peers.count <= query.limit)
    #expect(answer.matchCount == 0 || answer.peers.allSatisfy(\.misses.isEmpty))
  }

  /// For every topic: the path of every peer runs over the topic, and the project, that its reason names first.
  @Test func `paths run over what the reason names first`() throws {
    for topic in workspace.graph.nodes(with: .topic) {
      var query = PeerQuery()
      query.topics = [topic]
      for peer in workspace.peers(query).peers {
        let match = try #require(peer.evidence.topics.first)
        let path = try #require(peer.evidence.path, "\(workspace.name(of: peer.actor, .german))")
        #expect(path.nodes.contains(match.found) && path.nodes.last == peer.actor)
        #expect(match.project.map(path.nodes.contains) ?? true, "\(workspace.chain(path, .german))")
        checkPath(peer, query)
      }
    }
  }

  @Test func `the same question gives the same bytes`() {
    for seed in UInt64(0)..<10 {
      let answers = (0..<3).map { _ in
        workspace.json(workspace.peers(randomQuery(seed)), .german).text(indent: true)
      }
      #expect(Set(answers).count == 1)
    }
  }

  /// Each condition alone: whoever is shown without a miss meets it, by the facts in the graph.
  @Test func `conditions are met or said to be missed`() throws {
    var query = PeerQuery()
    query.topics = [try workspace.node(named: "Smart City", among: [.topic]).node]
    query.near = try workspace.node(named: "Neuss", among: [.municipality]).node
    query.within = 100
    query.states = ["Nordrhein-Westfalen"]
    query.focus = .outward
    query.population = 50_000...400_000
    query.limit = 1000
    let answer = workspace.peers(query)
    #expect(answer.matchCount > 3)
    for peer in answer.peers {
      let place = try #require(peer.evidence.place)
      #expect(place.state == "Nordrhein-Westfalen")
      #expect(query.population?.contains(place.population ?? 0) == true)
      #expect(try #require(peer.evidence.distance) <= 100)
      #expect(peer.evidence.focus == .outward || peer.evidence.focus == .both)
    }
    query.within = 0.001
    let misses = workspace.peers(query)
    #expect(misses.matchCount == 0 && !misses.peers.isEmpty)
    #expect(misses.peers.allSatisfy { !$0.misses.isEmpty })
  }

  @Test func `a rarer shared topic is worth more, and distance counts as on the map`() throws {
    let taxonomy = TopicTaxonomy(of: workspace.graph)
    func topic(_ name: String) throws -> NodeID { try workspace.node(named: name, among: [.topic]).node }
    let (ozg, root) = (try topic("OZG"), try topic("digitalisierung-kommune"))
    #expect(taxonomy.likeness(ozg, ozg) == 1)
    #expect(taxonomy.content(of: root) < 0.2 && taxonomy.content(of: ozg) > 1)
    let near = taxonomy.likeness(try topic("ozg-bildung"), try topic("ozg-umwelt"))
    let far = taxonomy.likeness(try topic("ozg-bildung"), try topic("radverkehr"))
    #expect(near > far && near < 1 && taxonomy.likeness(ozg, root) == taxonomy.likeness(root, ozg))
    for left in workspace.graph.nodes(with: .topic) {
      for right in workspace.graph.nodes(with: .topic) where left != right {
        #expect((0..<1).contains(taxonomy.likeness(left, right)))
      }
    }
    // Great-circle distances between the town halls, from any map.
    let berlin = Coordinates(latitude: 52.5200, longitude: 13.4050)
    let munich = Coordinates(latitude: 48.1372, longitude: 11.5755)
    #expect(abs(berlin.kilometres(to: munich) - 504.4) < 1)
    #expect(berlin.kilometres(to: berlin) == 0)
  }

  @Test(.enabled(if: Python.hasJSONSchema, "skipped: no Python with jsonschema"))
  func `the printed JSON fits its schema`() throws {
    for seed in UInt64(0)..<8 {
      let text = workspace.json(workspace.peers(randomQuery(seed)), .english).text(indent: true)
      try withFolder(["answer.json": text]) { folder in
        let script = """
          import json, sys
          from jsonschema import Draft202012Validator
          schema = json.load(open(sys.argv[1], encoding="utf-8"))
          Draft202012Validator.check_schema(schema)
          errors = list(Draft202012Validator(schema).iter_errors(json.load(open(sys.argv[2], encoding="utf-8"))))
          print(errors[:3])
          sys.exit(1 if errors else 0)
          """
        let result = try Python.run([
          "-c", script, Project.path("Graph/schema/peers.schema.json"), folder + "/answer.json",
        ])
        #expect(result.status == 0, "\(result.output)")
      }
    }
  }

  private func checkPath(_ peer: Suggestion, _ query: PeerQuery) {
    guard let path = peer.evidence.path else { return }
    let graph = workspace.graph
    #expect(path.nodes.last == peer.actor)
    // Topics that the question asks for, and the seeker does not work on, begin the path themselves.
    let beginnings = [query.seeker, peer.evidence.topics.first?.found].compactMap(\.self) + query.topics
    #expect(query.seeker == nil || path.nodes.first.map(beginnings.contains) == true)
    #expect(path.edges.count == path.nodes.count - 1)
    for (edge, ends) in zip(path.edges, zip(path.nodes, path.nodes.dropFirst())) {
      #expect(Set([graph.ends(of: edge).source, graph.ends(of: edge).target]) == Set([ends.0, ends.1]))
    }
  }

  private func randomQuery(_ seed: UInt64) -> PeerQuery {
    var random = SeededGenerator(seed: seed)
    let graph = workspace.graph
    var query = PeerQuery()
    func chance() -> Bool { Bool.random(using: &random) }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      if let topic = graph.nodes(with: .topic).randomElement(using: &random), !query.topics.contains(topic) {
        query.topics.append(topic)
      }
    }
    if chance() { query.seeker = graph.nodes(with: .actor).randomElement(using: &random) }
    if chance() { query.near = graph.nodes(with: .municipality).randomElement(using: &random) }
    if chance() { query.within = Double.random(in: 10...500, using: &random) }
    if chance() { query.focus = RoleFocus.allCases.randomElement(using: &random) }
    if chance() { query.population = 20_000...500_000 }
    if chance() { query.states = [State.names.randomElement(using: &random) ?? "Bayern"] }
    query.candidates = PeerQuery.Candidates.allCases.randomElement(using: &random) ?? .any
    query.limit = Int.random(in: 1...40, using: &random)
    return query
  }
}
