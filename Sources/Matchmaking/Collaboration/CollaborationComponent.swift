public import GraphModel

/// One reason to suggest somebody, as a number for each actor.
///
/// Components are plain values in the order of ``all``; a ranking is a weighted sum of them, so that every part of a
/// score can be shown under its name.
public struct CollaborationComponent: Sendable {
  /// The name in files of weights, such as `page-rank-recent`.
  public let name: String
  /// The name for people.
  public let title: Wording
  /// Where the method is published, or what it is in one sentence.
  public let reference: String
  /// Whether the best actors by this component become candidates: true for what looks for actors, false for what only
  /// tells candidates apart.
  public let isGenerator: Bool
  /// How the values enter a score.
  public let curves: [RankingCurve]
  /// The questions that the component answers.
  public let purposes: Set<CollaborationQuery.Purpose>
  /// A value of at least 0 for each actor; the scale differs from component to component.
  let evaluate: @Sendable (CollaborationIndex, CollaborationQuery) -> [Double]

  /// Describes a component.
  ///
  /// - Parameter curves: How its values enter a score; by default what looks for actors counts by value, magnitude and rank, and what
  ///   tells candidates apart by value.
  init(
    _ name: String, _ title: Wording, _ reference: String, isGenerator: Bool = true, curves: [RankingCurve]? = nil,
    for purposes: Set<CollaborationQuery.Purpose> = [.partners, .members],
    evaluate: @escaping @Sendable (CollaborationIndex, CollaborationQuery) -> [Double]
  ) {
    self.name = name
    self.title = title
    self.reference = reference
    self.isGenerator = isGenerator
    self.curves = curves ?? (isGenerator && !purposes.contains(.peers) ? RankingCurve.allCases : [.value])
    self.purposes = purposes
    self.evaluate = evaluate
  }

  /// The value of each actor in 0...1: 1 for the largest among those that can be suggested, 0 for those that cannot; for
  /// peers on topics the cosine itself.
  ///
  /// - Complexity: That of the component; walks take O(ties) a step.
  public func values(_ query: CollaborationQuery, in index: CollaborationIndex) -> [Double] {
    let admissible = index.admissible(query)
    let raw = evaluate(index, query)
    return query.purpose == .peers ? raw.map { min(1, $0) } : normalised(raw, admissible)
  }

  private func normalised(_ raw: [Double], _ admissible: [Bool]) -> [Double] {
    var largest = 0.0
    for actor in raw.indices where admissible[actor] { largest = max(largest, raw[actor]) }
    guard largest > 0 else { return [Double](repeating: 0, count: raw.count) }
    return raw.indices.map { admissible[$0] ? max(0, raw[$0] / largest) : 0 }
  }

  /// All components, in the order in which parts of a score are shown.
  public static let all: [CollaborationComponent] =
    pageRanks + [balancedPageRank] + resourceAllocations + [latestAllocation, localPath, topicPath, knowledgeWalk]
    + directTies + programmeActivities + topicLikenesses + placeComponents + [worksWithPlaces] + nameComponents
    + activityComponents + topicPeers

  /// The components that answer a question.
  public static func all(for purpose: CollaborationQuery.Purpose) -> [CollaborationComponent] {
    all.filter { $0.purposes.contains(purpose) }
  }
}
