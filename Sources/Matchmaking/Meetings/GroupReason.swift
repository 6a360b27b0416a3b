public import GraphModel
import NetworkVocabulary

extension [PairScore] {
  /// Why people should talk of whom these are all the pairs: the pair's reason, or each pair's after its names.
  ///
  /// - Parameters:
  ///   - graph: The graph of the question.
  ///   - occasion: The event at which they meet, which is nothing that they have in common.
  public func reason(in graph: some PropertyView, at occasion: NodeID? = nil, _ language: Language) -> String {
    if count == 1 { return self[0].reason(in: graph, at: occasion, language) }
    let words = ReasonWords(graph, language)
    return map {
      "\(words.named($0.first)) – \(words.named($0.second)): \($0.reason(in: graph, at: occasion, language))"
    }.joined(separator: " ")
  }

  /// A question to begin with: for three on the rarest topic that all of them work on, else that of the first pair.
  public func opener(in graph: some PropertyView, _ language: Language) -> String {
    guard let pair = first else { return "" }
    guard count > 1 else { return pair.opener(in: graph, language) }
    let others = dropFirst().map { Set($0.commonTopics(in: graph)) }
    let shared = pair.commonTopics(in: graph).first { topic in
      graph.use(of: topic) == .work && others.allSatisfy { $0.contains(topic) }
    }
    guard let shared else { return pair.opener(in: graph, isAlone: false, language) }
    let isMadeUp = contains { $0.isCommonMadeUp(shared, in: graph) }
    let words = ReasonWords(graph, language)
    return PairScore.opener(
      on: words.quoted(shared) + words.mark(isMadeUp), Wording("Alle drei arbeiten", "All three work"), language)
  }
}
