public import GraphModel

/// One way to weigh the parts of a score: a record of `matching.json`.
///
/// Weights are relative: a score takes the parts that a question speaks of and divides each weight by their sum.
public struct MatchPreset: Hashable, Sendable {
  /// The name: `similar`.
  public let name: String
  /// What the preset is for.
  public let summary: Wording
  /// The weight of each component; one that is absent weighs nothing.
  public let weights: [MatchComponent: Double]
  /// The weight of each part of the starting position within ``MatchComponent/place``.
  public let placeWeights: [PlacePart: Double]
  /// The weight of each part within ``MatchComponent/network``.
  public let networkWeights: [NetworkPart: Double]
  /// Which focus is wanted.
  public let focus: FocusWish
  /// Which direction of an exchange counts.
  public let exchange: ExchangeWish
  /// At how many kilometres nearness is worth one half.
  public let distanceHalving: Double
  /// After how many years what is known is worth one half.
  public let recencyHalving: Double

  /// Which focus a seeker wants.
  public enum FocusWish: String, CaseIterable, Hashable, Sendable {
    /// The seeker's own.
    case same
    /// The other one.
    case other
  }

  /// Which direction of an exchange counts.
  public enum ExchangeWish: String, CaseIterable, Hashable, Sendable {
    /// The mean of giving and receiving.
    case mean
    /// What the seeker receives.
    case received
    /// The weaker of the two; suggestions are then ordered by it first.
    case weaker
  }

  /// Describes a preset.
  public init(
    _ name: String, _ summary: Wording, weights: [MatchComponent: Double],
    placeWeights: [PlacePart: Double] = MatchPreset.evenPlace,
    networkWeights: [NetworkPart: Double] = MatchPreset.evenNetwork, focus: FocusWish = .same,
    exchange: ExchangeWish = .mean, distanceHalving: Double = 100, recencyHalving: Double = 3
  ) {
    self.name = name
    self.summary = summary
    self.weights = weights
    self.placeWeights = placeWeights
    self.networkWeights = networkWeights
    self.focus = focus
    self.exchange = exchange
    self.distanceHalving = distanceHalving
    self.recencyHalving = recencyHalving
  }

  /// The preset with the starting position weighed as another one does.
  public func withPlaces(of other: MatchPreset) -> MatchPreset {
    MatchPreset(
      name, summary, weights: weights, placeWeights: other.placeWeights, networkWeights: networkWeights, focus: focus,
      exchange: exchange, distanceHalving: distanceHalving, recencyHalving: recencyHalving)
  }

  /// The preset with other weights of the components.
  public func weighing(_ weights: [MatchComponent: Double]) -> MatchPreset {
    MatchPreset(
      name, summary, weights: weights, placeWeights: placeWeights, networkWeights: networkWeights, focus: focus,
      exchange: exchange, distanceHalving: distanceHalving, recencyHalving: recencyHalving)
  }

  /// The parts of the starting position where nothing else is said.
  public static let evenPlace: [PlacePart: Double] = [
    .size: 0.4, .kind: 0.2, .state: 0.2, .distance: 0.2, .programme: 0.1,
  ]

  /// The parts of nearness in the network where nothing else is said.
  public static let evenNetwork: [NetworkPart: Double] = [.walk: 0.4, .allocation: 0.3, .paths: 0.3]
}

/// The presets of a network.
public struct MatchSettings: Hashable, Sendable {
  /// The presets by name, sorted; never empty.
  public let presets: [MatchPreset]

  /// Takes presets; those of ``standard`` that are not among them are added.
  public init(_ presets: [MatchPreset]) {
    let names = Set(presets.map(\.name))
    self.presets = (presets + Self.builtIn.filter { !names.contains($0.name) }).sorted { $0.name < $1.name }
  }

  /// The preset of a name.
  public func preset(named name: String) -> MatchPreset? { presets.first { $0.name == name } }

  /// The preset that is used where none is named.
  public var similar: MatchPreset { preset(named: "similar") ?? Self.builtIn[0] }

  /// The preset for whoever looks for a place nearby.
  public var nearby: MatchPreset { preset(named: "nearby") ?? Self.builtIn[3] }

  /// What holds where a network has no `matching.json`.
  public static let standard = MatchSettings([])

  private static let builtIn = [
    MatchPreset(
      "similar",
      Wording("Wer an Ähnlichem arbeitet, in ähnlicher Lage.", "Who works on the like, from a like position."),
      weights: [
        .topics: 0.4, .projects: 0.15, .network: 0.15, .focus: 0.1, .place: 0.2, .exchange: 0.1, .recency: 0.05,
      ]),
    MatchPreset(
      "complementary",
      Wording("Wer bietet, was mir fehlt, und sucht, was ich biete.", "Who offers what I lack and needs what I offer."),
      weights: [.exchange: 0.6, .focus: 0.2, .place: 0.1, .network: 0.05, .recency: 0.05], focus: .other,
      exchange: .weaker),
    MatchPreset(
      "learn-from", Wording("Wer weiter ist und mir etwas beibringen kann.", "Who is ahead and can teach me."),
      weights: [.topics: 0.2, .projects: 0.25, .network: 0.05, .place: 0.1, .exchange: 0.3, .recency: 0.1],
      exchange: .received),
    MatchPreset(
      "nearby", Wording("Wer in der Nähe an Ähnlichem arbeitet.", "Who works on the like nearby."),
      weights: [.topics: 0.3, .projects: 0.1, .network: 0.1, .focus: 0.05, .place: 0.4, .exchange: 0.05],
      placeWeights: [.size: 0.1, .kind: 0.1, .state: 0.1, .distance: 0.7]),
    MatchPreset(
      "transfer",
      Wording("Welche Projekte anderswo zu einer Kommune passen.", "Which projects elsewhere fit a municipality."),
      weights: [.topics: 0.5, .projects: 0.05, .place: 0.4, .recency: 0.05],
      placeWeights: [.size: 0.5, .kind: 0.25, .state: 0.15, .distance: 0.1]),
  ]
}
