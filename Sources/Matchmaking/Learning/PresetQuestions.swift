import GraphModel
import NetworkVocabulary

/// A question of the past, with what became the answer.
struct PresetQuestion<Whole: PropertyView>: Sendable {
  /// What is asked.
  enum Ask: Sendable {
    /// Who should work with an actor, or join a project.
    case actors(SuggestQuery)
    /// Which projects a municipality could take over.
    case projects(TransferQuery)
  }

  let ask: Ask
  /// The actors, or projects, that came to be.
  let right: Set<NodeID>
  /// The network as it was, ready for questions; made anew for a project that is asked for, as only its own question knows it.
  let matchmaker: @Sendable () -> Matchmaker<PastNetwork<Whole>>

  /// Whoever the question would rank, in the order of the nodes, scored by a preset.
  func scored(by preset: MatchPreset) -> (view: Perspective<PastNetwork<Whole>>, candidates: [Suggestion]) {
    let matchmaker = matchmaker()
    switch ask {
    case .actors(var query):
      query.preset = preset
      let view = matchmaker.perspective(for: query)
      let exclusions = matchmaker.exclusions(for: query)
      let candidates = matchmaker.actors.filter { exclusions[$0] == nil }.map { view.suggestion(for: $0) }
      return (view, candidates.filter(view.isRelevant))
    case .projects(var query):
      query.preset = preset
      let view = matchmaker.perspective(for: &query)
      let candidates = matchmaker.candidates(for: query, view.aim).map { view.suggestion(for: $0) }
      return (view, candidates.filter(view.isTransferable))
    }
  }
}

/// A stretch of the past as `suggest` and `transfer` would have known it on its first day.
///
/// Only actors that had a part in something before are asked for and count as answers: one that is in the network because of
/// what came later would be found by that alone.
struct PresetWindow<Whole: PropertyView>: Sendable {
  private let whole: Whole
  let period: Range<Double>
  private let settings: MatchSettings
  private let past: Matchmaker<PastNetwork<Whole>>
  private let later: Matchmaker<PastNetwork<Whole>>

  init(_ whole: Whole, _ period: Range<Double>, _ settings: MatchSettings) {
    self.whole = whole
    self.period = period
    self.settings = settings
    past = Matchmaker(PastNetwork(whole, before: period.lowerBound), settings, year: Int(period.lowerBound))
    later = Matchmaker(PastNetwork(whole, before: period.upperBound), settings, year: Int(period.lowerBound))
  }

  private func isKnown(_ actor: NodeID) -> Bool { !past.profile(of: actor).meetingPoints.isEmpty }

  /// Whom actors were connected with for the first time, then who joined the projects that began, in order of nodes.
  func collaboratorQuestions() -> [PresetQuestion<Whole>] { partnerQuestions() + memberQuestions() }

  private func partnerQuestions() -> [PresetQuestion<Whole>] {
    past.actors.filter(isKnown).compactMap { actor in
      var query = SuggestQuery(for: actor)
      query.candidates = .any
      let exclusions = past.exclusions(for: query)
      let right = later.connections(of: actor).keys.filter { exclusions[$0] == nil && isKnown($0) }
      return right.isEmpty ? nil : question(.actors(query), right)
    }
  }

  /// Half of the members are shown, drawn twice: what is learned must not hang on one draw.
  private func memberQuestions() -> [PresetQuestion<Whole>] {
    let projects = later.graph.nodes(with: .project).filter { project in
      whole.value(.kind, of: project)?.text != "programme"
        && whole.beginning(of: project).map(period.contains) ?? false
    }
    return projects.enumerated().flatMap { number, project -> [PresetQuestion<Whole>] in
      let all = Set(later.graph.neighbors(of: project, .incoming, .worksOn))
      let known = all.filter { isKnown($0) && !whole.has(.person, $0) }.sorted()
      guard known.count >= 2 else { return [] }
      return (0..<2).map { draw in
        var bits = SplitMix(seed: UInt64(number * 2 + draw))
        let members = known.shuffled(using: &bits)
        let strangers = all.subtracting(members.prefix(known.count / 2))
        let (whole, day, settings) = (whole, period.lowerBound, settings)
        return PresetQuestion(
          ask: .actors(SuggestQuery(for: project)), right: Set(members.dropFirst(known.count / 2))
        ) {
          Matchmaker(
            PastNetwork(whole, before: day, keeping: project, without: strangers), settings, year: Int(day))
        }
      }
    }
  }

  /// Which projects municipalities took over, as relationships with a day say.
  func transferQuestions() -> [PresetQuestion<Whole>] {
    var right: [NodeID: Set<NodeID>] = [:]
    for project in past.graph.nodes(with: .project) {
      let before = takers(of: project, in: past.graph)
      for taker in takers(of: project, in: later.graph).subtracting(before) {
        right[taker, default: []].insert(project)
      }
    }
    return right.keys.sorted().map { question(.projects(TransferQuery(for: $0)), Array(right[$0, default: []])) }
  }

  /// The municipalities that have taken a project over, by themselves or by a project of theirs.
  private func takers(of project: NodeID, in graph: PastNetwork<Whole>) -> Set<NodeID> {
    let targets = graph.neighbors(of: project, .outgoing, "TRANSFERS_TO")
    return Set(targets.flatMap { $0.isMunicipality(in: graph) ? [$0] : graph.neighbors(of: $0, .outgoing, .locatedIn) })
  }

  private func question(_ ask: PresetQuestion<Whole>.Ask, _ right: [NodeID]) -> PresetQuestion<Whole> {
    let past = past
    return PresetQuestion(ask: ask, right: Set(right)) { past }
  }
}

extension NodeID {
  fileprivate func isMunicipality(in graph: some PropertyView) -> Bool { graph.has(.municipality, self) }
}
