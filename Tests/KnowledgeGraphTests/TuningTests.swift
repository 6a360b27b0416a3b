import Foundation
import GraphAlgorithms
import GraphModel
import GraphStore
import KnowledgeGraph
import NetworkFiles
import NetworkVocabulary
import TestSupport
import Testing

@testable import Matchmaking

/// What is learned from the past of a network, and that nothing else is.
@Suite struct TuningTests {
  @Test(arguments: [UInt64(1), 2, 3]) func `a planted habit is found, and weights are shares`(seed: UInt64) throws {
    let matchmaker = Matchmaker(datedNetwork(seed, habit: .place))
    let tuning = try matchmaker.tuning(of: matchmaker.settings.similar, Self.options)
    #expect(tuning.outcome == .learned && tuning.questionCount >= 20)
    let weights = tuning.tuned.weights
    #expect(abs(weights.values.reduce(0, +) - 1) < 1e-12)
    #expect(weights.values.allSatisfy { $0 > 0 && abs($0 * 1000 - ($0 * 1000).rounded()) < 1e-9 })
    let trial = try #require(tuning.trial)
    #expect(trial.tuned.ndcg > trial.present.ndcg && trial.interval.upperBound > 0)
    let other = Matchmaker(datedNetwork(seed, habit: .topic))
    let byTopic = try other.tuning(of: other.settings.similar, Self.options)
    // The same people find one another by topics, or by places and those they know there.
    #expect(byTopic.tuned.weights[.topics, default: 0] > 2 * weights[.topics, default: 0])
    // Nobody has a focus: that part told nobody apart and keeps its share, to the thousandth.
    let total = tuning.present.weights.values.sorted().reduce(0, +)
    #expect(abs(weights[.focus, default: 0] - tuning.present.weights[.focus, default: 0] / total) <= 0.001)
    #expect(tuning.tuned.weighing(tuning.present.weights) == tuning.present)
  }

  @Test func `any number of threads learns the same`() throws {
    let matchmaker = Matchmaker(datedNetwork(4, habit: .topic))
    let answers = try [1, 2, 8].map { threads in
      try matchmaker.tuning(of: matchmaker.settings.similar, Self.options, Execution(threads: threads))
    }
    for answer in answers {
      #expect(answer.tuned == answers[0].tuned && answer.trial?.interval == answers[0].trial?.interval)
    }
    #expect(answers[0].outcome == .learned)
  }

  @Test(arguments: 0..<6 as Range<UInt64>) func `what came later is not there`(seed: UInt64) throws {
    let whole = datedNetwork(seed, habit: .topic)
    let day = 2016.0
    let past = PastNetwork(whole, before: day)
    var cut = whole
    for project in whole.nodes(with: .project) {
      if let year = whole.value(.startYear, of: project)?.integer, year >= 2016 { cut.removeNode(project) }
    }
    #expect(past.nodeCount == cut.nodeCount && past.edgeCount == cut.edgeCount && past.nodeCount < whole.nodeCount)
    for node in cut.nodes { #expect(past.hops(from: node) == cut.hops(from: node)) }
    let (one, other) = (Matchmaker(past), Matchmaker(cut))
    for seeker in one.actors.prefix(8) {
      let answers = (one.suggest(SuggestQuery(for: seeker)), other.suggest(SuggestQuery(for: seeker)))
      #expect(answers.0.suggestions.map(\.contributions) == answers.1.suggestions.map(\.contributions))
    }
  }

  @Test func `examples teach nothing`() throws {
    let plain = datedNetwork(5, habit: .place)
    var marked = plain
    for project in plain.nodes(with: .project) {
      try marked.updateLabels(of: project, to: [.project, .example])
    }
    let matchmaker = Matchmaker(marked)
    let tuning = try matchmaker.tuning(of: matchmaker.settings.similar, Self.options)
    #expect(tuning.outcome == .tooLittle && tuning.questionCount == 0)
  }

  @Test func `takeovers teach what is taken over`() throws {
    var graph = datedNetwork(6, habit: .topic)
    let projects = graph.nodes(with: .project)
    for (number, place) in graph.nodes(with: .municipality).enumerated() {
      for turn in 0..<6 {
        let day = try #require(CalendarDate(year: 2018 + turn % 4, month: 2 + turn, day: 3))
        graph.addEdge(
          "TRANSFERS_TO", from: projects[number * 3 + turn], to: place, [("since", .temporal(.date(day)))])
      }
    }
    let matchmaker = Matchmaker(graph)
    let preset = try #require(matchmaker.settings.preset(named: "transfer"))
    var options = Self.options
    options.leastQuestions = 3
    let tuning = try matchmaker.tuning(of: preset, options)
    #expect(tuning.outcome != .tooLittle && tuning.questionCount >= 6)
    #expect(tuning.tuned.weights[.focus] == nil && tuning.tuned.weights[.exchange] == nil)
  }

  @Test func `with little history the present weights and their bytes remain`() throws {
    let workspace = try Networks.own.get()
    for preset in workspace.matching.presets {
      let tuning = try workspace.tuning(of: preset)
      #expect(tuning.outcome == .tooLittle && tuning.tuned == preset && tuning.trial == nil)
      let text = try workspace.matchingFile(with: tuning, .german)
      #expect(text == (try String(contentsOfFile: Project.path("Graph/matching.json"), encoding: .utf8)))
    }
  }

  @Test func `learned weights come back by a folder laid over the network`() throws {
    let matchmaker = Matchmaker(datedNetwork(7, habit: .place))
    let tuning = try matchmaker.tuning(of: matchmaker.settings.similar, Self.options)
    let workspace = try Networks.own.get()
    let text = try workspace.matchingFile(with: tuning, .english)
    #expect(text.contains("\"source\": \"learned by cdograph tune from \(tuning.questionCount) questions"))
    try withFolder(["matching.json": text]) { folder in
      let read = try Workspace(folders: [Project.path("Graph"), folder])
      #expect(read.matching.similar == tuning.tuned)
      #expect(
        read.matching.presets.filter { $0.name != "similar" }
          == workspace.matching.presets.filter { $0.name != "similar" })
      #expect(try read.matchingFile(with: tuning, .english) == text)
    }
  }

  @Test func `a network without the file gets all presets`() throws {
    let topics = #"[{"id":"t0","labelDe":"OZG"}]"#
    try withFolder(["topics.json": topics]) { folder in
      let workspace = try Workspace(folders: [folder])
      let tuning = try workspace.tuning(of: workspace.matching.similar)
      try Data(workspace.matchingFile(with: tuning, .german).utf8)
        .write(to: URL(fileURLWithPath: folder + "/matching.json"))
      #expect(try Workspace(folders: [folder]).matching == MatchSettings.standard)
    }
  }

  /// Windows of a small network, with less drawing towards the present weights.
  static let options = {
    var options = TrainingOptions()
    options.presetStrength = 5
    return options
  }()
}

/// By what actors of a made-up network find one another.
enum Habit { case topic, place }

/// Forty actors with topics and towns; each year's projects join some who share a topic, or work in the same Land.
func datedNetwork(_ seed: UInt64, habit: Habit) -> PropertyGraph {
  var random = SeededGenerator(seed: seed)
  var graph = PropertyGraph()
  func add(_ label: Label, _ number: Int, _ properties: [(PropertyKey, Value)] = []) -> NodeID {
    graph.addNode([label], [(.id, .string("\(label.name)-\(number)"))] + properties)
  }
  let topics = (0..<6).map { add(.topic, $0) }
  let places = (0..<4).map {
    add(
      .municipality, $0,
      [(.bundesland, .string(["Hessen", "Bayern", "Berlin", "Bremen"][$0])), (.population, .integer(9000))])
  }
  let actors = (0..<40).map { add(.actor, $0, [(.kind, .string("cdo-role"))]) }
  let isLike: (Int, Int) -> Bool =
    switch habit {
    case .topic: { $0 % 6 == $1 % 6 }
    case .place: { $0 / 10 == $1 / 10 }
    }
  for (number, actor) in actors.enumerated() {
    graph.addEdge(.covers, from: actor, to: topics[number % 6])
    // The seat: those who work for the same municipality are colleagues, whom nobody suggests.
    graph.addEdge(.basedIn, from: actor, to: places[number / 10])
  }
  for number in 0..<80 {
    let project = add(
      .project, number, [(.startYear, .integer(Int64(2012 + number / 8))), (.kind, .string("project"))])
    graph.addEdge(.about, from: project, to: topics[Int.random(in: 0..<6, using: &random)])
    let first = Int.random(in: 0..<40, using: &random)
    graph.addEdge(.locatedIn, from: project, to: places[first / 10])
    let others = (0..<40).filter { $0 != first && isLike($0, first) }.shuffled(using: &random).prefix(2)
    for actor in [first] + others { graph.addEdge(.worksOn, from: actors[actor], to: project) }
  }
  return graph
}
