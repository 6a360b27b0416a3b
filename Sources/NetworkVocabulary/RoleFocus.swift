public import GraphModel

/// Where the work of an actor looks: the axis on which the two CDO profiles lie.
public enum RoleFocus: String, CaseIterable, Hashable, Sendable {
  /// Administration and OZG.
  case inward
  /// Smart city for the whole municipality.
  case outward
  /// Both.
  case both

  /// The focus of an actor; `nil` where nothing is known.
  public init?(of actor: NodeID, in graph: some PropertyView) {
    guard let word = graph.value(.roleFocus, of: actor)?.text else { return nil }
    self.init(rawValue: word)
  }

  /// The focus in words.
  public var phrase: Wording {
    switch self {
    case .inward: Wording("nach innen (Verwaltung, OZG)", "inward (administration, OZG)")
    case .outward: Wording("nach außen (Smart City)", "outward (smart city)")
    case .both: Wording("nach innen und außen", "inward and outward")
    }
  }
}
