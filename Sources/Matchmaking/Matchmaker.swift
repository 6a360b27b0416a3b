public import GraphAlgorithms
public import GraphModel
public import NetworkVocabulary

/// The scoring model over one graph: who fits whom, and how much of each part of the score.
///
/// ```swift
/// let matchmaker = Matchmaker(graph, settings)
/// let view = matchmaker.perspective(of: seeker, preset: settings.similar)
/// let suggestion = view.suggestion(for: candidate)          // contributions that add up to suggestion.score
/// let pair = matchmaker.pair(first, second, preset: settings.similar)
/// ```
///
/// A value that never changes: any number of threads may ask it. The same graph, settings and question give the same
/// answer, whatever the number of threads.
public struct Matchmaker<Graph: PropertyView>: Sendable {
  /// The graph.
  public let graph: Graph
  /// The presets to choose from.
  public let settings: MatchSettings
  let taxonomy: TopicTaxonomy
  let profiles: [NodeID: ActorProfile]
  /// All actors, ascending.
  public let actors: [NodeID]
  let ties: TieNetwork
  /// The year from which recency is reckoned.
  public let year: Int
  let execution: Execution

  /// Gathers what scores need.
  ///
  /// - Parameter year: The year in which the question is asked; when `nil`, the newest in which something in the data
  ///   began or took place, examples left aside, so that the same data give the same answer whatever the clock says.
  /// - Complexity: O(nodes + edges).
  public init(
    _ graph: Graph, _ settings: MatchSettings = .standard, year: Int? = nil, execution: Execution = Execution()
  ) {
    self.graph = graph
    self.settings = settings
    self.execution = execution
    taxonomy = TopicTaxonomy(of: graph)
    actors = graph.nodes(with: .actor)
    let year = year ?? graph.newestYear() ?? 0
    self.year = year
    profiles = Dictionary(uniqueKeysWithValues: actors.map { ($0, ActorProfile(of: $0, in: graph, year: year)) })
    ties = TieNetwork(of: graph)
  }

  /// The profile of an actor, or of a project.
  func profile(of node: NodeID) -> ActorProfile {
    profiles[node]
      ?? (graph.has(.project, node)
        ? ActorProfile(ofProject: node, in: graph, year: year) : ActorProfile(of: node, in: graph, year: year))
  }

  /// What an actor looks for in others.
  public func aim(of actor: NodeID) -> MatchAim { profile(of: actor).aim }

  /// How others look to an actor.
  ///
  /// - Complexity: O(rounds × ties), for the walk through the network.
  public func perspective(of actor: NodeID, preset: MatchPreset) -> Perspective<Graph> {
    Perspective(self, aim(of: actor), preset)
  }

  /// How others look to whoever has an aim.
  ///
  /// - Parameter components: The parts of the score that the question may speak of; all when `nil`.
  public func perspective(
    for aim: MatchAim, preset: MatchPreset, components: Set<MatchComponent>? = nil
  ) -> Perspective<Graph> {
    Perspective(self, aim, preset, components)
  }

  /// How well a candidate fits a seeker.
  ///
  /// Whoever asks for many candidates of one seeker keeps the ``perspective(of:preset:)``, which is most of the work.
  public func score(of candidate: NodeID, for seeker: NodeID, preset: MatchPreset) -> Suggestion {
    perspective(of: seeker, preset: preset).suggestion(for: candidate)
  }
}
