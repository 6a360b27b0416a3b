public import GraphModel

/// The named parts of a score, in the order in which they are shown; the value of each is in 0...1.
public enum MatchComponent: String, CaseIterable, Hashable, Sendable {
  /// Likeness of the topics over the taxonomy, rare ones weighing more.
  case topics
  /// Projects on the topics, projects like one's own, and shared ones.
  case projects
  /// How near the two are in the network of ties.
  case network
  /// Whether the work looks the way that is wanted.
  case focus
  /// Likeness of the municipalities: the starting position.
  case place
  /// What one offers and the other needs.
  case exchange
  /// How recent what is known of the work is.
  case recency

  /// The part in words.
  public var name: Wording {
    switch self {
    case .topics: Wording("Themen", "topics")
    case .projects: Wording("Projekte", "projects")
    case .network: Wording("Netzwerk", "network")
    case .focus: Wording("Ausrichtung", "focus")
    case .place: Wording("Kommune", "municipality")
    case .exchange: Wording("Austausch", "exchange")
    case .recency: Wording("Aktualität", "recency")
    }
  }
}

/// What makes the starting positions of two municipalities alike.
public enum PlacePart: String, CaseIterable, Hashable, Sendable {
  /// The number of inhabitants.
  case size
  /// The legal kind.
  case kind
  /// The Land.
  case state
  /// How near they are.
  case distance
  /// A programme that both take part in.
  case programme

  /// The part in words.
  public var name: Wording {
    switch self {
    case .size: Wording("Größe", "size")
    case .kind: Wording("Art", "kind")
    case .state: Wording("Land", "Land")
    case .distance: Wording("Nähe", "nearness")
    case .programme: Wording("Programm", "programme")
    }
  }
}

/// What makes two actors near in the network of ties.
public enum NetworkPart: String, CaseIterable, Hashable, Sendable {
  /// How often a walk along ties that starts anew at the seeker comes by (personalised PageRank).
  case walk
  /// Common partners who have few others (resource allocation).
  case allocation
  /// The number of short chains (local paths).
  case paths

  /// The part in words.
  public var name: Wording {
    switch self {
    case .walk: Wording("Zufallswege", "random walks")
    case .allocation: Wording("gemeinsame Nachbarn", "common neighbours")
    case .paths: Wording("kurze Ketten", "short chains")
    }
  }
}
