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

  /// A question to begin with: on what one can help the other with, on the rarest topic that is work of both, on a project.
  ///
  /// - Parameter isAlone: Whether the two meet alone; else they are named.
  public func opener(in graph: some PropertyView, isAlone: Bool = true, _ language: Language) -> String {
    func name(_ node: NodeID) -> String { graph.name(of: node, in: language) ?? "" }
    for (received, giver) in [(toFirst.evidence.received, second), (toSecond.evidence.received, first)] {
      guard let match = Self.close(received).first else { continue }
      return Wording(
        "Frage an \(name(giver)): Was hat bei „\(name(match.found))“ den Unterschied gemacht, und was würden Sie heute anders angehen?",
        "Ask \(name(giver)): what made the difference with “\(name(match.found))”, and what would you do differently today?"
      )[language]
    }
    let common = commonTopics(in: graph)
    let both =
      isAlone
      ? Wording("Beide arbeiten", "Both work")
      : Wording("\(name(first)) und \(name(second)) arbeiten", "\(name(first)) and \(name(second)) work")
    if let topic = common.first, graph.use(of: topic) == .work { return Self.opener(on: name(topic), both, language) }
    for (projects, owner) in [(toFirst.evidence.projects, second), (toSecond.evidence.projects, first)] {
      guard let project = projects.first else { continue }
      return Wording(
        "Frage an \(name(owner)): Welcher Schritt hat „\(name(project))“ am meisten vorangebracht, und wo hakt es gerade?",
        "Ask \(name(owner)): which step brought “\(name(project))” forward most, and where are you stuck?")[language]
    }
    if let topic = common.first { return Self.opener(on: name(topic), both, language) }
    return Wording(
      "Welches Vorhaben soll in einem Jahr fertig sein, und wessen Erfahrung fehlt Ihnen dafür noch?",
      "Which project should be done in a year, and whose experience do you still lack for it?")[language]
  }

  static func opener(on topic: String, _ who: Wording, _ language: Language) -> String {
    Wording(
      "\(who.german) an „\(topic)“: Welcher Schritt hat zuletzt am meisten gebracht, und wo hakt es gerade?",
      "\(who.english) on “\(topic)”: which step helped most lately, and where are you stuck?")[language]
  }

  /// The topics that both work on, the rarest first; those that any two CDOs have in common come last.
  func commonTopics(in graph: some PropertyView) -> [NodeID] {
    let common = toFirst.evidence.topics.filter { $0.found == $0.wanted }.map(\.found)
    let ranked = common.map { (topic: $0, use: graph.use(of: $0), links: graph.linkCount(of: $0)) }
    return ranked.sorted { ($0.use, $0.links, $0.topic) < ($1.use, $1.links, $1.topic) }.map(\.topic)
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
    let rest = common.count - 3
    let more =
      rest > 0 ? Wording(" und \(rest.counted("weiteres", "weitere"))", " and \(rest) more")[language] : ""
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
