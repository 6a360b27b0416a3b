public import GraphModel
import NetworkVocabulary

extension PairScore {
  /// Why the two should talk, in sentences: what one needs and the other offers, common topics and projects, where they are.
  ///
  /// - Parameters:
  ///   - graph: The graph of the question.
  ///   - occasion: The event at which they meet, which is nothing that they have in common.
  public func reason(in graph: some PropertyView, at occasion: NodeID? = nil, _ language: Language) -> String {
    let words = ReasonWords(graph, language)
    let sentences = [
      helpSentence(toFirst, words), helpSentence(toSecond, words), topicSentence(words),
      sharedSentence(words, occasion), placeSentence(language), focusSentence(language),
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
    let words = ReasonWords(graph, language)
    for view in [toFirst, toSecond] {
      guard let match = Self.close(view.evidence.received).first else { continue }
      let (giver, topic) = (words.named(view.actor), words.quoted(match.found))
      let marked = topic + words.mark(view.isMadeUp(view.receivedTies(of: match), in: graph))
      return Wording(
        "Frage an \(giver): Was hat bei \(marked) den Unterschied gemacht, und was würden Sie heute anders angehen?",
        "Ask \(giver): what made the difference with \(marked), and what would you do differently today?")[language]
    }
    let common = commonTopics(in: graph).first
    let commonOpener = common.map { topic in
      let both =
        isAlone
        ? Wording("Beide arbeiten", "Both work")
        : Wording(
          "\(words.named(first)) und \(words.named(second)) arbeiten",
          "\(words.named(first)) and \(words.named(second)) work")
      let marked = words.quoted(topic) + words.mark(isCommonMadeUp(topic, in: graph))
      return Self.opener(on: marked, both, language)
    }
    if let common, let commonOpener, graph.use(of: common) == .work { return commonOpener }
    for view in [toFirst, toSecond] {
      guard let project = view.evidence.projects.first else { continue }
      let (owner, title) = (words.named(view.actor), words.quoted(project))
      return Wording(
        "Frage an \(owner): Welcher Schritt hat \(title) am meisten vorangebracht, und wo hakt es gerade?",
        "Ask \(owner): which step brought \(title) forward most, and where are you stuck?")[language]
    }
    return commonOpener
      ?? Wording(
        "Welches Vorhaben soll in einem Jahr fertig sein, und wessen Erfahrung fehlt Ihnen dafür noch?",
        "Which project should be done in a year, and whose experience do you still lack for it?")[language]
  }

  /// - Parameter topic: The topic in quotation marks.
  static func opener(on topic: String, _ who: Wording, _ language: Language) -> String {
    Wording(
      "\(who.german) an \(topic): Welcher Schritt hat zuletzt am meisten gebracht, und wo hakt es gerade?",
      "\(who.english) on \(topic): which step helped most lately, and where are you stuck?")[language]
  }

  /// The topics that both work on, the rarest first; those that any two CDOs have in common come last.
  func commonTopics(in graph: some PropertyView) -> [NodeID] {
    let common = toFirst.evidence.topics.filter { $0.found == $0.wanted }.map(\.found)
    let ranked = common.map { (topic: $0, use: graph.use(of: $0), links: graph.linkCount(of: $0)) }
    return ranked.sorted { ($0.use, $0.links, $0.topic) < ($1.use, $1.links, $1.topic) }.map(\.topic)
  }

  /// Whether only made-up records say of one of the two that it works on a topic.
  func isCommonMadeUp(_ topic: NodeID, in graph: some PropertyView) -> Bool {
    [first, second].contains { graph.isMadeUp(from: $0, to: topic, [.covers]) }
      || toFirst.evidence.topics.contains {
        $0.found == topic && $0.wanted == topic && toFirst.isMadeUp(toFirst.topicTies(of: $0), in: graph)
      }
  }

  /// Help that is only distantly like what is needed is no reason to talk.
  private static func close(_ matches: [TopicMatch]) -> [TopicMatch] { matches.filter { $0.likeness >= 0.5 } }

  /// What the one who is looked at can help the other with.
  private func helpSentence(_ view: Suggestion, _ words: ReasonWords<some PropertyView>) -> String? {
    let matches = Self.close(view.evidence.received)
    guard !matches.isEmpty else { return nil }
    let (giver, seeker) = (words.named(view.actor), words.named(view.actor == first ? second : first))
    let list = words.topics(matches, namesProjects: true) {
      view.isMadeUp(view.receivedTies(of: $0), in: words.graph)
    }
    return Wording("\(giver) kann \(seeker) helfen bei: \(list).", "\(giver) can help \(seeker) with: \(list).")[
      words.language]
  }

  private func topicSentence(_ words: ReasonWords<some PropertyView>) -> String? {
    let common = commonTopics(in: words.graph)
    guard !common.isEmpty else { return nil }
    let list = words.list(
      common.map { words.quoted($0) + words.mark(isCommonMadeUp($0, in: words.graph)) })
    return Wording("Gemeinsame Themen: \(list).", "Topics in common: \(list).")[words.language]
  }

  private func sharedSentence(_ words: ReasonWords<some PropertyView>, _ occasion: NodeID?) -> String? {
    guard let node = toFirst.evidence.shared.first(where: { $0 != occasion }) else { return nil }
    let title = words.quoted(node) + words.mark(toFirst.isSharingMadeUp(node, in: words.graph))
    return Wording("Beide dabei: \(title).", "Both take part in \(title).")[words.language]
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
