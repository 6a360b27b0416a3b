public import GraphAlgorithms
public import GraphModel
public import NetworkVocabulary

/// How well two actors fit one another, the same from both sides.
///
/// The value of each part is the mean of how the one looks to the other and back; a part of which only one side speaks
/// counts half. The parts add up to the score exactly, as in a ``Suggestion``.
public struct PairScore: Sendable {
  /// The two, in the order in which they were given.
  public let first: NodeID
  /// The other one.
  public let second: NodeID
  /// The parts of the score in the order of `MatchComponent`.
  public let contributions: [Contribution]
  /// How the second looks to the first, with what speaks for it.
  public let toFirst: Suggestion
  /// How the first looks to the second.
  public let toSecond: Suggestion

  /// The sum of the parts in thousandths.
  public var points: Int { contributions.reduce(0) { $0 + $1.points } }

  /// The score in 0...1; exactly the sum of the parts.
  public var score: Double { Double(points) / 1000 }

  init(_ toFirst: Suggestion, _ toSecond: Suggestion) {
    (first, second) = (toSecond.actor, toFirst.actor)
    (self.toFirst, self.toSecond) = (toFirst, toSecond)
    contributions = MatchComponent.allCases.compactMap { component in
      let both = [toFirst, toSecond].flatMap(\.contributions).filter { $0.component == component }
      let share = both.reduce(0) { $0 + $1.share } / 2
      guard share > 0 else { return nil }
      return Contribution(component, value: both.reduce(0) { $0 + $1.exact } / 2 / share, share: share)
    }
  }
}

extension Matchmaker {
  /// How well two actors fit one another.
  public func pair(_ first: NodeID, _ second: NodeID, preset: MatchPreset) -> PairScore {
    PairScore(
      score(of: second, for: first, preset: preset), score(of: first, for: second, preset: preset))
  }

  /// How well every two of some actors fit one another: (0, 1), (0, 2) … (1, 2) …, by their positions in the list.
  ///
  /// - Complexity: O(actors × rounds × ties + actors² × topics²), on as many threads as `execution` says.
  public func pairs(
    among actors: [NodeID], preset: MatchPreset, execution: Execution = Execution()
  ) throws(Cancelled) -> [PairScore] {
    let seen = try execution.map(actors.count, chunk: 1) { chunk in
      chunk.map { position in
        let view = perspective(of: actors[position], preset: preset)
        return actors.enumerated().map { $0 == position ? nil : view.suggestion(for: $1) }
      }
    }.flatMap(\.self)
    return actors.indices.flatMap { first in
      actors.indices.dropFirst(first + 1).compactMap { second in
        guard let there = seen[first][second], let back = seen[second][first] else { return nil }
        return PairScore(there, back)
      }
    }
  }
}
