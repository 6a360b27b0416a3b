public import GraphModel
import NetworkVocabulary

extension PairScore {
  /// Why the two should talk, in sentences: what one needs and the other offers, common topics and projects, where they are.
  ///
  /// - Parameters:
  ///   - graph: The graph of the question.
  ///   - occasion: The event at which they meet, which is nothing that they have in common.
  public func reason(in graph: some PropertyView, at occasion: NodeID? = nil, _ language: Language) -> String {
    func name(_ node: NodeID) -> String { graph.name(of: node, in: language) ?? "" }
    let sentences = [
      helpSentence(toFirst.evidence.received, from: name(second), to: name(first), name, language),
      helpSentence(toSecond.evidence.received, from: name(first), to: name(second), name, language),
      topicSentence(commonTopics(in: graph), name, language), sharedSentence(name, occasion, language),
      placeSentence(language),
      focusSentence(language),
    ]
    let said = sentences.compactMap(\.self)
    if !said.isEmpty { return said.joined(separator: " ") }
    return Wording(
      "Nichts Gemeinsames bekannt; gut für einen neuen Blick.", "Nothing in common is known; good for a fresh view.")[
        language]
  }

  /// A question to begin with.
  public func opener(in graph: some PropertyView, _ language: Language) -> String {
    func name(_ node: NodeID) -> String { graph.name(of: node, in: language) ?? "" }
    for (received, giver) in [(toFirst.evidence.received, second), (toSecond.evidence.received, first)] {
      guard let match = Self.close(received).first else { continue }
      return Wording(
        "Frage an \(name(giver)): Was hat bei „\(name(match.found))“ den Unterschied gemacht, und was würden Sie heute anders angehen?",
        "Ask \(name(giver)): what made the difference with “\(name(match.found))”, and what would you do differently today?"
      )[language]
    }
    if let topic = commonTopics(in: graph).first {
      return Wording(
        "Beide arbeiten an „\(name(topic))“: Welcher Schritt hat zuletzt am meisten gebracht, und wo hakt es gerade?",
        "Both work on “\(name(topic))”: which step helped most lately, and where are you stuck?")[language]
    }
    return Wording(
      "Welches Vorhaben soll in einem Jahr fertig sein, und wessen Erfahrung fehlt Ihnen dafür noch?",
      "Which project should be done in a year, and whose experience do you still lack for it?")[language]
  }

  /// The topics that both work on; first those that there are projects on, and of them the rare ones: a topic without any
  /// names a role rather than work.
  private func commonTopics(in graph: some PropertyView) -> [NodeID] {
    let common = toFirst.evidence.topics.filter { $0.found == $0.wanted }.map(\.found)
    let counted = common.map { topic in
      (topic, graph.neighbors(of: topic, .incoming, .about).count { graph.has(.project, $0) })
    }
    return counted.sorted { ($0.1 == 0 ? .max : $0.1, $0.0) < ($1.1 == 0 ? .max : $1.1, $1.0) }.map(\.0)
  }

  /// Help that is only distantly like what is needed is no reason to talk.
  private static func close(_ matches: [TopicMatch]) -> [TopicMatch] { matches.filter { $0.likeness >= 0.5 } }

  private func helpSentence(
    _ help: [TopicMatch], from giver: String, to seeker: String, _ name: (NodeID) -> String, _ language: Language
  ) -> String? {
    let matches = Self.close(help)
    guard !matches.isEmpty else { return nil }
    let list = matches.prefix(2).map { match in
      let through = match.project.map { Wording(" (über „\(name($0))“)", " (through “\(name($0))”)")[language] } ?? ""
      return match.found == match.wanted
        ? name(match.found) + through
        : Wording(
          "\(name(match.wanted)) (nahe: \(name(match.found)))\(through)",
          "\(name(match.wanted)) (close: \(name(match.found)))\(through)")[language]
    }.joined(separator: ", ")
    return Wording(
      "\(giver) kann \(seeker) helfen bei: \(list).", "\(giver) can help \(seeker) with: \(list).")[language]
  }

  private func topicSentence(_ common: [NodeID], _ name: (NodeID) -> String, _ language: Language) -> String? {
    guard !common.isEmpty else { return nil }
    let list = common.prefix(3).map(name).joined(separator: ", ")
    let more =
      common.count > 3 ? Wording(" und \(common.count - 3) weitere", " and \(common.count - 3) more")[language] : ""
    return Wording("Gemeinsame Themen: \(list)\(more).", "Topics in common: \(list)\(more).")[language]
  }

  private func sharedSentence(_ name: (NodeID) -> String, _ occasion: NodeID?, _ language: Language) -> String? {
    guard let node = toFirst.evidence.shared.first(where: { $0 != occasion }) else { return nil }
    return Wording("Beide dabei: „\(name(node))“.", "Both take part in “\(name(node))”.")[language]
  }

  private func placeSentence(_ language: Language) -> String? {
    guard let distance = toFirst.evidence.distance else { return nil }
    return Suggestion.kilometres(distance, language) + "."
  }

  private func focusSentence(_ language: Language) -> String? {
    guard let one = toSecond.evidence.focus, let other = toFirst.evidence.focus else { return nil }
    if one == other {
      return Wording("Beide blicken \(one.phrase.german).", "Both look \(one.phrase.english).")[language]
    }
    return Wording(
      "Ein Blick geht \(one.phrase.german), der andere \(other.phrase.german).",
      "One looks \(one.phrase.english), the other \(other.phrase.english).")[language]
  }
}
