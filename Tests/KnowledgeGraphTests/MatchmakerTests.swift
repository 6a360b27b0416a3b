import GraphAlgorithms
import GraphModel
import GraphStore
import JSONText
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
    // A seeker's view of the network is most of the work, so each is asked for 25 candidates.
    for _ in 0..<40 {
      let seeker = try #require(matchmaker.actors.randomElement(using: &random))
      let preset = try #require(matchmaker.settings.presets.randomElement(using: &random))
      let view = matchmaker.perspective(of: seeker, preset: preset)
      for candidate in matchmaker.actors.shuffled(using: &random).prefix(25) {
        let suggestion = view.suggestion(for: candidate)
        check(suggestion, "\(seeker) \(candidate) \(preset.name)")
        checkPaths(view.evidencePaths(for: suggestion).map(\.path), from: seeker, to: candidate, matchmaker.graph)
      }
    }
  }

  @Test(arguments: 0..<5 as Range<UInt64>) func `the same holds for random networks`(seed: UInt64) throws {
    let matchmaker = Matchmaker(randomNetwork(seed))
    for seeker in matchmaker.actors {
      for preset in matchmaker.settings.presets {
        let view = matchmaker.perspective(of: seeker, preset: preset)
        for candidate in matchmaker.actors {
          let suggestion = view.suggestion(for: candidate)
          check(suggestion, "seed \(seed)")
          let paths = view.evidencePaths(for: suggestion).map(\.path) + [view.path(to: suggestion)].compactMap(\.self)
          checkPaths(paths, from: seeker, to: candidate, matchmaker.graph)
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

  @Test(arguments: 0..<4 as Range<UInt64>) func `suggestions keep what they promise`(seed: UInt64) throws {
    let matchmaker = Matchmaker(randomNetwork(seed))
    for seeker in matchmaker.actors + matchmaker.graph.nodes(with: .project) {
      for preset in matchmaker.settings.presets {
        var query = SuggestQuery(for: seeker)
        query.preset = preset
        query.candidates = .any
        query.limit = 4
        let answer = matchmaker.suggest(query)
        let connections = matchmaker.connections(of: seeker)
        for (place, suggestion) in answer.suggestions.enumerated() {
          #expect(suggestion.actor != seeker && connections[suggestion.actor] == nil, "seed \(seed)")
          let explanation = matchmaker.explain(suggestion.actor, for: query)
          #expect(explanation.rank == place + 1 && explanation.isShown, "seed \(seed)")
          #expect(explanation.suggestion.contributions == suggestion.contributions, "seed \(seed)")
        }
        for actor in matchmaker.actors where !answer.suggestions.contains(where: { $0.actor == actor }) {
          let explanation = matchmaker.explain(actor, for: query)
          #expect(!explanation.isShown, "seed \(seed)")
          for change in explanation.changes { #expect(change.rank <= explanation.rank, "seed \(seed)") }
        }
        if preset.exchange == .weaker {
          let weaker = answer.suggestions.map(\.evidence.weakerExchange)
          #expect(weaker == weaker.sorted(by: >), "seed \(seed)")
        } else {
          let points = answer.suggestions.map(\.points)
          #expect(points == points.sorted(by: >), "seed \(seed)")
        }
      }
    }
  }

  /// Brute force on random networks: no other choice within the bounds has a higher sum of scores, unless fewer small
  /// municipalities are suggested.
  @Test(arguments: 0..<20 as Range<UInt64>) func `a batch keeps its bounds and is the best within them`(
    seed: UInt64
  ) throws {
    let matchmaker = Matchmaker(randomNetwork(seed))
    var query = BatchQuery()
    query.seekers = Array(matchmaker.actors.prefix(3))
    query.candidates = .any
    query.limit = 1
    query.cap = 1
    query.smallPopulation = 0
    let answer = try matchmaker.suggestAll(query)
    #expect(answer.spread.most <= 1)
    let options = query.seekers.map { seeker in
      var single = SuggestQuery(for: seeker)
      single.preset = matchmaker.settings.similar
      single.candidates = .any
      single.limit = .max
      return matchmaker.suggest(single).suggestions.map { ($0.actor, $0.points) }
    }
    var best = (count: 0, points: 0)
    func choose(_ position: Int, _ taken: Set<NodeID>, _ count: Int, _ points: Int) {
      if position == options.count {
        if (count, points) > best { best = (count, points) }
        return
      }
      choose(position + 1, taken, count, points)
      for (actor, value) in options[position] where !taken.contains(actor) {
        choose(position + 1, taken.union([actor]), count + 1, points + value)
      }
    }
    choose(0, [], 0, 0)
    let points = answer.suggestions.flatMap(\.suggestions).reduce(0) { $0 + $1.points }
    #expect(answer.spread.count == best.count && points == best.points, "seed \(seed)")
  }

  @Test func `everything is the same on any number of threads`() throws {
    let workspace = try Networks.withExamples.get()
    let texts = try [1, 2, 8].map { threads in
      let execution = Execution(threads: threads)
      let matchmaker = Matchmaker(workspace.graph, workspace.matching, execution: execution)
      var query = BatchQuery()
      query.limit = 2
      let batch = try matchmaker.suggestAll(query, execution: execution)
      let seeker = try workspace.node(named: "CDO Neuss", among: [.actor]).node
      let single = matchmaker.suggest(SuggestQuery(for: seeker))
      return workspace.json(batch, .german).text() + workspace.json(single, .english).text()
    }
    #expect(texts[0] == texts[1] && texts[0] == texts[2])
    #expect(texts[0].contains("\"gini\""))
  }

  @Test func `a broker's loss cuts off as many as are said, and introductions join whom they say`() throws {
    let matchmaker = try Networks.own.get().matchmaker()
    let gaps = matchmaker.gaps(limit: 3)
    #expect(gaps.brokers.count == 3 && gaps.introductions.count == 3)
    #expect(gaps.brokers.map(\.separated) == gaps.brokers.map(\.separated).sorted(by: >))
    for actor in gaps.isolated { #expect(matchmaker.connections(of: actor).isEmpty) }
    for pair in gaps.introductions { #expect(pair.newPairs + pair.shorterPairs > 0) }
    #expect(gaps.states.count == State.names.count)
  }

  private func checkPaths(
    _ paths: [EvidencePath], from seeker: NodeID, to candidate: NodeID, _ graph: some PropertyView
  ) {
    for path in paths {
      #expect(path.isWalk(in: graph))
      let ends = [path.nodes.first, path.nodes.last]
      #expect(ends.contains(candidate) || ends.contains(seeker))
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
