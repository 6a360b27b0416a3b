public import GraphModel
import NetworkVocabulary

/// Whether a topic tells people apart; what is first is better to talk of.
public enum TopicUse: Int, Comparable, Sendable {
  /// Something that some work on.
  case work
  /// Something that more than half of the CDOs have: two of them have no more in common than any others.
  case role
  /// Something on which nobody has a project: the name of a role.
  case title

  /// In the order in which one talks of them.
  public static func < (left: TopicUse, right: TopicUse) -> Bool { left.rawValue < right.rawValue }
}

extension PropertyView {
  /// Whether a topic tells people apart.
  ///
  /// - Complexity: O(links of the topic + CDOs).
  public func use(of topic: NodeID) -> TopicUse {
    if projectCount(on: topic) == 0 { return .title }
    return 2 * actors(on: topic).count { has(.cdo, $0) } > nodes(with: .cdo).count ? .role : .work
  }

  /// How many projects and actors name a topic: the fewer, the higher its information content.
  func linkCount(of topic: NodeID) -> Int { projectCount(on: topic) + actors(on: topic).count }

  private func projectCount(on topic: NodeID) -> Int {
    neighbors(of: topic, .incoming, .about).count { has(.project, $0) }
  }

  private func actors(on topic: NodeID) -> [NodeID] { neighbors(of: topic, .incoming, .covers) }
}
