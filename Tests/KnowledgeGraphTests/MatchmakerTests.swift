import GraphAlgorithms
import GraphModel
import GraphStore
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary
import TestSupport
import Testing

/// Laws of the scoring model, on the project's own data and on random networks.
@Suite struct MatchmakerTests {
  @Test func `the weights in Graph are those that hold without a file`() throws {
    #expect(try Networks.own.get().matching == MatchSettings.standard)
  }

  @Test func `parts add up to the score, and shares to one`() throws {
    let matchmaker = try Networks.withExamples.get().matchmaker()
    var random = SeededGenerator(seed: 7)
    for _ in 0..<1000 {
      let seeker = try #require(matchmaker.actors.randomElement(using: &random))
      let candidate = try #require(matchmaker.actors.randomElement(using: &random))
      let preset = try #require(matchmaker.settings.presets.randomElement(using: &random))
      check(matchmaker.score(of: candidate, for: seeker, preset: preset), "\(seeker) \(candidate) \(preset.name)")
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func `the same holds for random networks`(seed: UInt64) throws {
    let matchmaker = Matchmaker(randomNetwork(seed))
    for seeker in matchmaker.actors {
      for preset in matchmaker.settings.presets {
        let view = matchmaker.perspective(of: seeker, preset: preset)
        for candidate in matchmaker.actors {
          let suggestion = view.suggestion(for: candidate)
          check(suggestion, "seed \(seed)")
          if let path = view.path(to: suggestion) { #expect(path.isWalk(in: matchmaker.graph), "seed \(seed)") }
        }
      }
    }
  }

  @Test func `a pair scores the same from both sides and on any number of threads`() throws {
    let matchmaker = try Networks.withExamples.get().matchmaker()
    let actors = matchmaker.graph.nodes(with: .cdo)
    let preset = matchmaker.settings.similar
    let answers = try [1, 2, 8].map { threads in
      try matchmaker.pairs(among: actors, preset: preset, execution: Execution(threads: threads))
    }
    #expect(answers[0].count == actors.count * (actors.count - 1) / 2)
    for answer in answers { #expect(answer.map(\.contributions) == answers[0].map(\.contributions)) }
    for pair in answers[0].prefix(20) {
      let turned = matchmaker.pair(pair.second, pair.first, preset: preset)
      #expect(turned.contributions == pair.contributions)
      #expect(abs(pair.contributions.reduce(0) { $0 + Double($1.points) / 1000 } - pair.score) < 1e-12)
      #expect(abs(pair.contributions.reduce(0) { $0 + $1.share } - 1) < 1e-12)
    }
  }

  private func check(_ suggestion: Suggestion, _ comment: String) {
    let parts = suggestion.contributions
    #expect(abs(parts.reduce(0) { $0 + Double($1.points) / 1000 } - suggestion.score) < 1e-12, "\(comment)")
    #expect(abs(parts.reduce(0) { $0 + $1.share } - 1) < 1e-12, "\(comment)")
    #expect(parts.allSatisfy { (-1e-12...1 + 1e-12).contains($0.value) }, "\(comment): \(parts)")
  }
}

extension EvidencePath {
  /// Whether each edge joins the nodes before and behind it.
  func isWalk(in graph: some PropertyView) -> Bool {
    edges.count == nodes.count - 1
      && zip(edges, zip(nodes, nodes.dropFirst())).allSatisfy { edge, ends in
        graph.contains(ends.0) && graph.contains(ends.1)
          && Set([graph.ends(of: edge).source, graph.ends(of: edge).target]) == Set([ends.0, ends.1])
      }
  }
}

/// A small network of actors, topics, projects and events with random relationships of all kinds.
func randomNetwork(_ seed: UInt64) -> PropertyGraph {
  var random = SeededGenerator(seed: seed)
  var graph = PropertyGraph()
  func make(_ label: Label, _ count: Int, _ properties: (Int) -> [(PropertyKey, Value)]) -> [NodeID] {
    (0..<count).map { number in
      let names: [(PropertyKey, Value)] = [
        (.id, .string("\(label.name)-\(number)")), (.name, .string("\(label.name) \(number)")),
      ]
      return graph.addNode([label], names + properties(number))
    }
  }
  let topics = make(.topic, 8) { _ in [] }
  let places = make(.municipality, 5) { number in
    [(.bundesland, .string(number < 3 ? "Hessen" : "Bayern")), (.population, .integer(Int64(1 + number * 9000)))]
  }
  let projects = make(.project, 6) { number in
    [(.startYear, .integer(Int64(2010 + number))), (.kind, .string(number == 0 ? "programme" : "project"))]
  }
  let events = make(.event, 3) { _ in [(.startYear, .integer(2020))] }
  let foci = ["inward", "outward", "both"]
  let actors = make(.actor, 12) { number in
    number % 4 == 3 ? [] : [(.roleFocus, .string(foci[number % 3])), (.kind, .string("cdo-role"))]
  }
  func join(_ from: [NodeID], _ type: EdgeType, _ to: [NodeID], _ count: Int) {
    for _ in 0..<count {
      if let source = from.randomElement(using: &random), let target = to.randomElement(using: &random) {
        graph.addEdge(type, from: source, to: target)
      }
    }
  }
  for (number, topic) in topics.enumerated().dropFirst() {
    graph.addEdge(.broader, from: topic, to: topics[Int.random(in: 0..<number, using: &random)])
  }
  for actor in actors where Bool.random(using: &random) {
    if let place = places.randomElement(using: &random) { graph.addEdge(.worksFor, from: actor, to: place) }
  }
  join(actors, .covers, topics, 14)
  join(projects, .about, topics, 9)
  join(actors, .worksOn, projects, 12)
  join(projects, .partOf, [projects[0]], 2)
  join(projects, .locatedIn, places, 4)
  join(actors, "PRESENTS_AT", events, 5)
  join(actors, .offers, topics, 7)
  join(actors, .needs, topics, 7)
  join(actors, "EXCHANGES_WITH", actors, 3)
  return graph
}
