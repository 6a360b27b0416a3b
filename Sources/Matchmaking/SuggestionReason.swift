public import GraphModel
import NetworkVocabulary

extension Suggestion {
  /// Why the actor is suggested, in sentences: what it gives and takes, topics, projects, what is shared, the
  /// municipality, the focus, its newest project or event.
  ///
  /// - Parameters:
  ///   - graph: The graph of the query.
  ///   - language: The language of the sentences; names stay as they are in the data.
  public func reason(in graph: some PropertyView, _ language: Language) -> String {
    func name(_ node: NodeID) -> String { graph.value(.name, of: node)?.text ?? "" }
    let parts = [
      receivedSentence(language, name), givenSentence(language, name), topicSentence(language, name),
      projectSentence(language, name), sharedSentence(language, name),
      placeSentence(language), focusSentence(language), newestSentence(language, name),
      graph.value(.derived, of: actor)?.boolean == true ? derivedSentence(language) : nil,
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  private func has(_ component: MatchComponent) -> Bool { contributions.contains { $0.component == component } }

  /// What the actor offers of what is needed, and what it works on of it, as far as the topics do not say so already.
  private func receivedSentence(_ language: Language, _ name: (NodeID) -> String) -> String? {
    guard has(.exchange) else { return nil }
    let offered = evidence.received.filter(\.isOffered).map { topic($0, language, name) }
    let said = Set(evidence.topics.map(\.wanted))
    let known = evidence.received.filter { !$0.isOffered && !said.contains($0.wanted) }.map {
      topic($0, language, name)
    }
    let parts = [
      offered.isEmpty
        ? nil : Wording("Bietet, was gesucht wird: ", "Offers what is needed: ")[language] + list(offered, language),
      known.isEmpty
        ? nil
        : Wording("Arbeitet an dem, was gesucht wird: ", "Works on what is needed: ")[language] + list(known, language),
    ]
    let sentences = parts.compactMap(\.self)
    return sentences.isEmpty ? nil : sentences.map { $0 + "." }.joined(separator: " ")
  }

  /// What the actor needs of what the seeker can help with.
  private func givenSentence(_ language: Language, _ name: (NodeID) -> String) -> String? {
    guard has(.exchange), !evidence.given.isEmpty else { return nil }
    let needed = evidence.given.map { match in
      let help =
        match.found == match.wanted
        ? "" : Wording(" (zu geben: \(name(match.found)))", " (to give: \(name(match.found)))")[language]
      return name(match.wanted) + help
    }
    return Wording("Sucht, was gegeben werden kann: ", "Needs what can be given: ")[language] + list(needed, language)
      + "."
  }

  private func topic(_ match: TopicMatch, _ language: Language, _ name: (NodeID) -> String) -> String {
    if match.found == match.wanted { return name(match.wanted) }
    return Wording(
      "\(name(match.found)) (nahe an \(name(match.wanted)))", "\(name(match.found)) (close to \(name(match.wanted)))")[
        language]
  }

  private func list(_ texts: [String], _ language: Language) -> String {
    texts.prefix(3).joined(separator: ", ") + more(texts.count - 3, language)
  }

  private func newestSentence(_ language: Language, _ name: (NodeID) -> String) -> String? {
    guard has(.recency), let newest = evidence.newest else { return nil }
    let when = newest.year.map { "\($0)" } ?? Wording("läuft", "still runs")[language]
    let title = quoted([newest.node], language, name)
    return Wording("Zuletzt: \(title) (\(when)).", "Latest: \(title) (\(when)).")[language]
  }

  private func topicSentence(_ language: Language, _ name: (NodeID) -> String) -> String? {
    let matches = evidence.topics.prefix(3).map { match in
      let wanted = name(match.wanted)
      let through =
        match.project.map { Wording(" über „\(name($0))“", " through “\(name($0))”")[language] } ?? ""
      if match.found == match.wanted { return wanted + through }
      return Wording(
        "\(name(match.found))\(through) (nahe an \(wanted))", "\(name(match.found))\(through) (close to \(wanted))"
      )[language]
    }
    guard !matches.isEmpty else { return nil }
    let list = matches.joined(separator: ", ") + more(evidence.topics.count - 3, language)
    return Wording("Befasst sich mit \(list).", "Works on \(list).")[language]
  }

  private func projectSentence(_ language: Language, _ name: (NodeID) -> String) -> String? {
    guard !evidence.projects.isEmpty else { return nil }
    let list = quoted(evidence.projects, language, name)
    return Wording("Projekte dazu: \(list).", "Projects on this: \(list).")[language]
  }

  private func sharedSentence(_ language: Language, _ name: (NodeID) -> String) -> String? {
    guard !evidence.shared.isEmpty else { return nil }
    let list = quoted(evidence.shared, language, name)
    return Wording("Gemeinsam: \(list).", "In common: \(list).")[language]
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

  func quoted(_ nodes: [NodeID], _ language: Language, _ name: (NodeID) -> String) -> String {
    let marks = Wording("„“", "“”")[language].map(String.init)
    return nodes.prefix(3).map { marks[0] + name($0) + marks[1] }.joined(separator: ", ")
      + more(nodes.count - 3, language)
  }

  func more(_ count: Int, _ language: Language) -> String {
    count > 0 ? Wording(" und \(count) weitere", " and \(count) more")[language] : ""
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
