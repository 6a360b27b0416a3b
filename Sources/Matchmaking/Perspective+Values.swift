import Foundation
import GraphModel
public import NetworkVocabulary

extension Perspective {
  /// The value of a component, in 0...1.
  func value(of component: MatchComponent, _ evidence: MatchEvidence) -> Double {
    switch component {
    case .topics: topicLikeness(evidence.topics, aim.topics)
    case .projects: projectLikeness(evidence)
    case .network: weightedMean(evidence.network, NetworkPart.allCases, preset.networkWeights)
    case .focus: focusLikeness(evidence.focus)
    case .place: evidence.likeness.map(placeValue) ?? 0
    case .exchange: exchangeValue(evidence)
    case .recency: recencyValue(evidence)
    }
  }

  /// The mean likeness over the wanted topics, each weighing as much as it says.
  func topicLikeness(_ matches: [TopicMatch], _ wanted: [NodeID]) -> Double {
    let total = wanted.reduce(0) { $0 + taxonomy.content(of: $1) }
    guard total > 0 else { return matches.isEmpty ? 0 : 1 }
    return matches.reduce(0) { $0 + taxonomy.content(of: $1.wanted) * $1.likeness } / total
  }

  /// One project on the topics gives 0.5, two 0.75, three 0.875 …; a shared project or event counts as one more.
  private func projectLikeness(_ evidence: MatchEvidence) -> Double {
    1 - exp2(-Double(evidence.projects.count + evidence.shared.count))
  }

  /// The mean of parts; one that is not known counts 0.
  private func weightedMean<Part: Hashable>(
    _ values: [Part: Double], _ parts: [Part], _ weights: [Part: Double]
  ) -> Double {
    let total = parts.reduce(0) { $0 + weights[$1, default: 0] }
    guard total > 0 else { return 0 }
    return parts.reduce(0) { $0 + weights[$1, default: 0] * values[$1, default: 0] } / total
  }

  /// How alike two starting positions are, by the weights of the preset.
  func placeValue(_ likeness: PlaceLikeness) -> Double {
    weightedMean(likeness.values, placeParts, preset.placeWeights)
  }

  /// Nobody without a programme of its own is compared by programmes.
  private var placeParts: [PlacePart] {
    PlacePart.allCases.filter { $0 != .programme || !aim.programmes.isEmpty }
  }

  private func focusLikeness(_ focus: RoleFocus?) -> Double {
    guard let wanted = wantedFocus else { return 0 }
    guard let focus else { return 0.25 }
    if focus == wanted { return 1 }
    return focus == .both || wanted == .both ? 0.75 : 0
  }

  /// The focus that is wanted: the seeker's, or the other one.
  public var wantedFocus: RoleFocus? {
    guard preset.focus == .other else { return aim.focus }
    return aim.focus.map { focus in
      switch focus {
      case .inward: .outward
      case .outward: .inward
      case .both: .both
      }
    }
  }

  private func exchangeValue(_ evidence: MatchEvidence) -> Double {
    let (received, given) = evidence.exchange
    return switch preset.exchange {
    // The mean of the directions that the seeker speaks of; a challenge gives nothing in return.
    case .mean: aim.needs.isEmpty ? given : aim.supplies.isEmpty ? received : (received + given) / 2
    case .received: received
    case .weaker: min(received, given)
    }
  }

  /// 1 for what is going on in the year of the question or took place in it, halved every few years before.
  private func recencyValue(_ evidence: MatchEvidence) -> Double {
    guard let newest = evidence.newest else { return 0 }
    guard let year = newest.year else { return 1 }
    return exp2(-Double(max(0, matchmaker.year - year)) / preset.recencyHalving)
  }
}
