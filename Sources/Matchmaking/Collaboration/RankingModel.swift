/// How the value of a component enters a score.
public enum RankingCurve: String, CaseIterable, Sendable {
  /// The value in 0...1 itself.
  case value
  /// 1 + log₁₀₀₀₀ of the value, at least 0: tells small values apart.
  case log
  /// 20 / (20 + rank) among all who can be suggested; 0 beyond rank 1000 and for the value 0.
  case rank
}

/// A ranking as a weighted sum of components: every weight can be read, every part of a score shown.
public struct RankingModel: Sendable, Equatable {
  /// One summand: the value of a component on a curve, times a weight.
  public struct Term: Sendable, Equatable {
    /// The name of the component.
    public let component: String
    /// How its value enters.
    public let curve: RankingCurve
    /// What it is multiplied by.
    public let weight: Double

    /// Describes a summand.
    public init(_ component: String, _ curve: RankingCurve, _ weight: Double) {
      self.component = component
      self.curve = curve
      self.weight = weight
    }
  }

  /// Where the weights come from.
  public enum Origin: Sendable, Equatable {
    /// The weights that come with the program, since there is too little history to learn from.
    case standard
    /// Learned from earlier windows of the same network: so many questions of so many windows.
    case trained(questions: Int, windows: Int)
    /// Read from a file.
    case file
  }

  /// The question that the model answers.
  public let purpose: CollaborationQuery.Purpose
  /// The summands, in the order of ``CollaborationComponent/all`` and of the curves.
  public let terms: [Term]
  /// Where the weights come from.
  public let origin: Origin

  /// A model of some summands; components that answer another question are left out.
  public init(_ purpose: CollaborationQuery.Purpose, _ terms: [Term], origin: Origin) {
    self.purpose = purpose
    self.origin = origin
    self.terms = RankingModel.terms(for: purpose).compactMap { place in
      let found = terms.filter { $0.component == place.component && $0.curve == place.curve }
      let weight = found.reduce(0) { $0 + $1.weight }
      return weight == 0 ? nil : Term(place.component, place.curve, weight)
    }
  }

  /// Every summand that a model for a question can have, with weight 1.
  public static func terms(for purpose: CollaborationQuery.Purpose) -> [Term] {
    CollaborationComponent.all(for: purpose).flatMap { component in
      component.curves.map { Term(component.name, $0, 1) }
    }
  }
}

/// Somebody who is suggested, with the parts of the score.
public struct RankedActor: Sendable {
  /// One part of a score.
  public struct Part: Sendable {
    /// The name of the component.
    public let component: String
    /// Its value in 0...1.
    public let value: Double
    /// What it adds to the score; negative where it speaks against the actor.
    public let points: Double
  }

  /// The actor.
  public let actor: Int32
  /// The parts, in the order of ``CollaborationComponent/all``.
  public let parts: [Part]
  /// The sum of the parts in their order.
  public let score: Double

  init(_ actor: Int32, _ parts: [Part]) {
    self.actor = actor
    self.parts = parts
    score = parts.reduce(0) { $0 + $1.points }
  }
}
