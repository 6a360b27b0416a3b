public import GraphModel
import NetworkVocabulary

extension Connection {
  /// How the two are connected: `arbeiten beide an „X“`.
  public func text(in graph: some PropertyView, _ language: Language) -> String {
    let words = ReasonWords(graph, language)
    return switch self {
    case .tie(let edge):
      Wording("Beziehung: ", "relationship: ")[language] + Relationship.of(graph.type(of: edge)).phrase[language]
        + words.mark(graph.value(.example, of: edge)?.boolean == true)
    case .project(let project):
      Wording("gemeinsames Projekt ", "common project ")[language] + words.quoted(project)
    case .event(let event):
      Wording("gemeinsam aktiv bei ", "both active at ")[language] + words.quoted(event)
    }
  }
}

extension Exclusion {
  /// Why the actor cannot be suggested, and what can be done about it.
  public func text(in graph: some PropertyView, _ language: Language) -> String {
    switch self {
    case .oneself: Wording("Das ist, wer fragt.", "This is who asks.")[language]
    case .person:
      Wording(
        "Personen werden nicht vorgeschlagen, nur Rollen und Organisationen.",
        "Persons are not suggested, only roles and organisations.")[language]
    case .colleague(let place):
      Wording(
        "Arbeitet für dieselbe Kommune (\(graph.value(.name, of: place)?.text ?? "")): Man ist sich schon Kollege.",
        "Works for the same municipality (\(graph.value(.name, of: place)?.text ?? "")): colleagues already.")[language]
    case .connected(let connection):
      Wording(
        "Schon verbunden: \(connection.text(in: graph, .german)). Mit --connected werden auch Verbundene vorgeschlagen.",
        "Connected already: \(connection.text(in: graph, .english)). With --connected they are suggested too.")[
          language]
    case .otherKind:
      Wording(
        "Gehört nicht zu den Gefragten. Mit --actors any wird unter allen Akteuren gesucht.",
        "Is not of the kind asked for. With --actors any all actors are looked at.")[language]
    case .nothingInCommon:
      Wording(
        "Kein Thema, kein Projekt, keine Veranstaltung und kein Austausch verbindet beide.",
        "No topic, project, event or exchange joins the two.")[language]
    }
  }
}

extension Explanation.Kind {
  /// What would have to change, as a condition.
  public func text(in graph: some PropertyView, _ language: Language) -> String {
    func name(_ node: NodeID) -> String { graph.quotedName(of: node, in: language) }
    return switch self {
    case .topic(let topic):
      Wording("arbeitet auch an \(name(topic))", "also works on \(name(topic))")[language]
    case .meeting:
      Wording("ein gemeinsames Projekt oder eine gemeinsame Veranstaltung mehr", "one more common project or event")[
        language]
    case .focus(let focus):
      Wording("blickt \(focus.phrase.german)", "looks \(focus.phrase.english)")[language]
    case .offer(let topic):
      Wording("bietet \(name(topic)) an", "offers \(name(topic))")[language]
    case .need(let topic): Wording("sucht \(name(topic))", "needs \(name(topic))")[language]
    case .activity(let year):
      Wording("ein Projekt oder eine Veranstaltung aus dem Jahr \(year)", "a project or event of \(year)")[language]
    }
  }
}

extension Suggestion {
  /// Both directions of an exchange with their numbers, each marked where it rests on made-up records, and which counts.
  public func exchangeText(in graph: some PropertyView, _ language: Language) -> String {
    let words = ReasonWords(graph, language)
    let there = evidence.exchange.received.hundredths + words.mark(isReceivedMadeUp(in: graph))
    let back = evidence.exchange.given.hundredths + words.mark(isGivenMadeUp(in: graph))
    return Wording(
      "Hin (bekommen) \(there), zurück (geben) \(back): es zählt die schwächere Richtung.",
      "There (received) \(there), back (given) \(back): the weaker direction counts.")[language]
  }
}

extension Double {
  /// The number with two decimals and a point.
  fileprivate var hundredths: String {
    let scaled = Int((self * 100).rounded())
    return "\(scaled / 100).\(scaled % 100 < 10 ? "0" : "")\(scaled % 100)"
  }
}
