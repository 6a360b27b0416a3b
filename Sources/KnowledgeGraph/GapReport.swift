public import GraphModel
public import JSONText
public import Matchmaking
import NetworkVocabulary

extension Workspace {
  /// What is missing as JSON, for `cdograph gaps`.
  public func json(_ gaps: NetworkGaps) -> JSONOutput {
    .object([
      (
        "unmetNeeds",
        .array(
          gaps.unmetNeeds.map { need in
            .object([
              ("topic", id(need.topic)), ("seekers", .array(need.seekers.map(id))),
              ("nearest", .array(need.nearest.map(id))),
              ("examples", .array(need.seekers.filter { isNeedMadeUp(need.topic, of: $0) }.map(id))),
            ])
          })
      ),
      ("idleTopics", .array(gaps.idleTopics.map(id))),
      (
        "states",
        .array(
          gaps.states.map { state in
            .object([
              ("name", .string(state.name)), ("cdos", .integer(Int64(state.cdos))),
              ("actors", .integer(Int64(state.actors))),
            ])
          })
      ),
      ("isolated", .array(gaps.isolated.map(id))),
      ("isolatedContactPlaces", .integer(Int64(gaps.isolatedContactPlaces))),
      (
        "brokers",
        .array(
          gaps.brokers.map { broker in
            .object([
              ("actor", id(broker.actor)), ("separated", .integer(Int64(broker.separated))),
              ("pieces", .integer(Int64(broker.pieces))),
            ])
          })
      ),
      (
        "introductions",
        .array(
          gaps.introductions.map { pair in
            .object([
              ("first", id(pair.first)), ("second", id(pair.second)), ("newPairs", .integer(Int64(pair.newPairs))),
              ("shorterPairs", .integer(Int64(pair.shorterPairs))),
            ])
          })
      ),
    ])
  }

  /// Whether only made-up records say that somebody real needs a topic.
  public func isNeedMadeUp(_ topic: NodeID, of seeker: NodeID) -> Bool {
    graph.isMadeUp(from: seeker, to: topic, [.needs, .requires])
  }

  /// Suggestions for many as JSON, for `cdograph suggest --all`.
  public func json(_ answer: BatchAnswer, _ language: Language) -> JSONOutput {
    .object([
      ("year", .integer(Int64(answer.year))),
      (
        "suggestions",
        .array(
          answer.suggestions.map { seeker, suggestions in
            .object([
              ("for", id(seeker)), ("suggestions", .array(suggestions.map { .members(members(of: $0, language)) })),
            ])
          })
      ),
      ("spread", json(answer.spread)), ("unlimited", json(answer.unlimited)),
    ])
  }

  private func json(_ spread: BatchAnswer.Spread) -> JSONOutput {
    .object([
      ("suggestions", .integer(Int64(spread.count))), ("candidates", .integer(Int64(spread.candidates))),
      ("covered", .integer(Int64(spread.covered))), ("coverage", .float(spread.coverage)),
      ("smallMunicipalities", .integer(Int64(spread.small))), ("smallCovered", .integer(Int64(spread.smallCovered))),
      ("most", .integer(Int64(spread.most))), ("gini", .float(spread.gini)), ("meanScore", .float(spread.meanScore)),
    ])
  }
}
