public import GraphModel
import NetworkVocabulary

extension Suggestion {
  /// Why the actor is suggested, in sentences: what it gives and takes, topics, projects, what is shared, the
  /// municipality, the focus, its newest project or event. What rests on made-up records alone is marked.
  ///
  /// - Parameters:
  ///   - graph: The graph of the query.
  ///   - language: The language of the sentences; names stay as they are in the data, but for those of topics.
  public func reason(in graph: some PropertyView, _ language: Language) -> String {
    let words = ReasonWords(graph, language)
    let circumstances = [
      placeSentence(language), focusSentence(language), newestSentence(words),
      graph.value(.derived, of: actor)?.boolean == true ? derivedSentence(language) : nil,
    ]
    return (matterSentences(words) + circumstances.compactMap(\.self)).joined(separator: " ")
  }

  /// The first of the reasons alone, for lists of many.
  public func shortReason(in graph: some PropertyView, _ language: Language) -> String {
    matterSentences(ReasonWords(graph, language)).first ?? placeSentence(language) ?? ""
  }

  /// What joins the two, apart from where they are.
  private func matterSentences(_ words: ReasonWords<some PropertyView>) -> [String] {
    receivedSentences(words)
      + [givenSentence(words), topicSentence(words), projectSentence(words), sharedSentence(words)].compactMap(\.self)
  }

  /// What the actor offers of what is needed, and what it works on of it, as far as the topics do not say so already.
  private func receivedSentences(_ words: ReasonWords<some PropertyView>) -> [String] {
    guard has(.exchange) else { return [] }
    let offered = evidence.received.filter(\.isOffered)
    let known = neededWork
    func list(_ matches: [TopicMatch]) -> String {
      words.topics(matches) { isMadeUp(receivedTies(of: $0), in: words.graph) }
    }
    let language = words.language
    return [
      offered.isEmpty
        ? nil : Wording("Bietet, was gesucht wird: ", "Offers what is needed: ")[language] + list(offered) + ".",
      known.isEmpty
        ? nil
        : Wording("Arbeitet an dem, was gesucht wird: ", "Works on what is needed: ")[language] + list(known) + ".",
    ].compactMap(\.self)
  }

  /// What the actor works on of what is needed, beside what it does of the topics that are wanted anyway.
  private var neededWork: [TopicMatch] {
    let said = Set(evidence.topics.map(\.wanted))
    return has(.exchange) ? evidence.received.filter { !$0.isOffered && !said.contains($0.wanted) } : []
  }

  /// What the actor needs of what the seeker can help with.
  private func givenSentence(_ words: ReasonWords<some PropertyView>) -> String? {
    guard has(.exchange), !evidence.given.isEmpty else { return nil }
    let list = words.needs(evidence.given) { isMadeUp(givenTies(of: $0), in: words.graph) }
    return Wording("Sucht, was gegeben werden kann: \(list).", "Needs what can be given: \(list).")[words.language]
  }

  private func newestSentence(_ words: ReasonWords<some PropertyView>) -> String? {
    guard has(.recency), let newest = evidence.newest else { return nil }
    let when = newest.year.map { "\($0)" } ?? Wording("läuft", "still runs")[words.language]
    let title = words.quoted(newest.node) + words.mark(isPartMadeUp(newest.node, in: words.graph))
    return Wording("Zuletzt: \(title) (\(when)).", "Latest: \(title) (\(when)).")[words.language]
  }

  private func topicSentence(_ words: ReasonWords<some PropertyView>) -> String? {
    let named = Set(neededWork.map(\.found))
    let topics = evidence.topics.filter { !named.contains($0.found) }
    guard !topics.isEmpty else { return nil }
    let list = words.topics(topics, .dative, namesProjects: true) { isMadeUp($0, in: words.graph) }
    return Wording("Befasst sich mit \(list).", "Works on \(list).")[words.language]
  }

  /// Projects on the topics that were named; where none was, they are like one of the seeker's.
  private func projectSentence(_ words: ReasonWords<some PropertyView>) -> String? {
    guard !evidence.projects.isEmpty else { return nil }
    let list = words.list(evidence.projects.map { words.quoted($0) + words.mark(isPartMadeUp($0, in: words.graph)) })
    return evidence.topics.isEmpty
      ? Wording("Ähnliche Projekte: \(list).", "Similar projects: \(list).")[words.language]
      : Wording("Projekte dazu: \(list).", "Projects on this: \(list).")[words.language]
  }

  private func sharedSentence(_ words: ReasonWords<some PropertyView>) -> String? {
    guard !evidence.shared.isEmpty else { return nil }
    let list = words.list(
      evidence.shared.map { words.quoted($0) + words.mark(isSharingMadeUp($0, in: words.graph)) })
    return Wording("Gemeinsam: \(list).", "In common: \(list).")[words.language]
  }

  func placeSentence(_ language: Language) -> String? {
    guard let place = evidence.place else {
      return Wording("Sitz unbekannt.", "Seat unknown.")[language]
    }
    var facts: [String] = []
    if let population = place.population {
      let size = SizeClass(population: population).name[language]
      let count = population.grouped(language)
      facts.append(
        place.kind == "Landkreis"
          ? Wording("\(count) Einwohner", "\(count) inhabitants")[language]
          : Wording("\(size) mit \(count) Einwohnern", "\(size) of \(count) inhabitants")[language])
    }
    if let state = place.state { facts.append(state) }
    if let distance = evidence.distance { facts.append(Suggestion.kilometres(distance, language)) }
    let list = facts.isEmpty ? "" : ": " + facts.joined(separator: ", ")
    return "\(place.name)\(list)."
  }

  private func focusSentence(_ language: Language) -> String? {
    guard let focus = evidence.focus else { return nil }
    return Wording("Blick \(focus.phrase.german).", "Looks \(focus.phrase.english).")[language]
  }

  private func derivedSentence(_ language: Language) -> String {
    Wording(
      "Aus dem Projekteintrag abgeleitet: wen die Kommune dafür nennt, ist nicht belegt.",
      "Derived from the project's record: whom the municipality names for it is not known.")[language]
  }

  static func kilometres(_ distance: Double, _ language: Language) -> String {
    Wording("\(Int(distance.rounded())) km entfernt", "\(Int(distance.rounded())) km away")[language]
  }
}

extension MissedCondition {
  /// The condition that is missed, and what is the case instead.
  public func text(_ language: Language) -> String {
    switch self {
    case .focus(let focus?): Wording("blickt \(focus.phrase.german)", "looks \(focus.phrase.english)")[language]
    case .focus(nil): Wording("Ausrichtung unbekannt", "focus unknown")[language]
    case .state(let state?): Wording("liegt in \(state)", "lies in \(state)")[language]
    case .state(nil): Wording("Land unbekannt", "Land unknown")[language]
    case .distance(let distance?): Suggestion.kilometres(distance, language)
    case .distance(nil): Wording("Entfernung unbekannt", "distance unknown")[language]
    case .population(let count?):
      Wording("\(count.grouped(.german)) Einwohner", "\(count.grouped(.english)) inhabitants")[language]
    case .population(nil): Wording("Einwohnerzahl unbekannt", "number of inhabitants unknown")[language]
    }
  }
}
