public import GraphModel
import NetworkVocabulary

extension MentorPlan.Option {
  /// What the mentor can help with; what anybody in the role knows comes last.
  private func help(in graph: some PropertyView) -> [TopicMatch] {
    let ranked = suggestion.evidence.received.enumerated().map { (place: $0, use: graph.use(of: $1.found), match: $1) }
    return ranked.sorted { ($0.use, $0.place) < ($1.use, $1.place) }.map(\.match)
  }

  private func isMadeUp(_ match: TopicMatch, in graph: some PropertyView) -> Bool {
    suggestion.isMadeUp(suggestion.receivedTies(of: match), in: graph)
  }

  /// The topics that the mentor can help with, each marked where only made-up records say so.
  public func reason(in graph: some PropertyView, _ language: Language) -> String {
    let list = ReasonWords(graph, language).topics(help(in: graph)) { isMadeUp($0, in: graph) }
    return Wording("Hilft bei: \(list).", "Helps with: \(list).")[language]
  }

  /// A question to begin with, on the first of them.
  public func opener(in graph: some PropertyView, _ language: Language) -> String {
    guard let first = help(in: graph).first else { return "" }
    let words = ReasonWords(graph, language)
    let topic = words.quoted(first.found) + words.mark(isMadeUp(first, in: graph))
    return Wording(
      "Wie sind Sie bei \(topic) vorgegangen, und was würden Sie heute anders angehen?",
      "How did you go about \(topic), and what would you do differently today?")[language]
  }
}
