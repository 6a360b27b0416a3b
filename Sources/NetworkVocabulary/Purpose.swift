public import GraphModel

/// What data about an actor may be used for; consent is given for each purpose apart (GDPR, article 6 (1) a).
public enum Purpose: String, CaseIterable, Hashable, Sendable {
  /// Being suggested, and standing in chains and plans.
  case matching
  /// Being drawn.
  case diagram
  /// Being handed on in a file.
  case export

  /// Whether an actor may be used for the purpose.
  ///
  /// What the record says holds. Where it says nothing, organisations and roles may be used, which are public, and natural
  /// persons may not.
  public func isAgreed(by actor: NodeID, in graph: some PropertyView) -> Bool {
    if let consent = graph.value(.consent, of: actor) { return consent.texts.contains(rawValue) }
    return !graph.has(.person, actor) && graph.value(.kind, of: actor)?.text != "person"
  }

  /// The purpose in words, after "agreed to".
  public var phrase: Wording {
    switch self {
    case .matching: Wording("der Vermittlung", "being matched")
    case .diagram: Wording("der Abbildung", "being drawn")
    case .export: Wording("der Weitergabe", "being exported")
    }
  }
}
