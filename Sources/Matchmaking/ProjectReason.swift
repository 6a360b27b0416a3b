public import GraphModel
import NetworkVocabulary

extension Suggestion {
  /// Why a project is suggested to a municipality, in sentences: what it is, its topics, where it takes place, how far
  /// it is.
  public func projectReason(in graph: some PropertyView, _ language: Language) -> String {
    let words = ReasonWords(graph, language)
    // What is hardly like a wanted topic is not called close to it.
    let topics = evidence.topics.filter { $0.likeness >= 0.5 }
    let shown = words.topics(topics) { _ in false }
    let parts = [
      graph.value("description", of: actor)?.text,
      topics.isEmpty ? nil : Wording("Behandelt \(shown).", "Is about \(shown).")[language],
      evidence.place == nil
        ? Wording("Ort nicht genannt.", "No place named.")[language] : placeSentence(language),
      status(in: graph, language),
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  /// How far the project is by its source, with its years.
  private func status(in graph: some PropertyView, _ language: Language) -> String? {
    let start = graph.value(.startYear, of: actor)?.integer
    let end = graph.value(.endYear, of: actor)?.integer
    let said =
      switch graph.value(.status, of: actor)?.text {
      case "laufend": Self.running(start, end)
      case "abgeschlossen": Self.completed(start, end)
      case "geplant": Self.planned(start, end)
      default: Wording?.none
      }
    if let said {
      return Wording("Stand der Quelle: \(said.german).", "By its source: \(said.english).")[language]
    }
    return switch (start, end) {
    case (let start?, let end?) where start != end:
      Wording("Von \(start) bis \(end).", "From \(start) to \(end).")[language]
    case (_?, let year?): Wording("Im Jahr \(year).", "In \(year).")[language]
    case (let start?, nil): Wording("Begonnen \(start).", "Begun in \(start).")[language]
    case (nil, let end?): Wording("Bis \(end).", "Until \(end).")[language]
    case (nil, nil): nil
    }
  }

  private static func running(_ start: Int64?, _ end: Int64?) -> Wording {
    switch (start, end) {
    case (let start?, let end?): Wording("läuft von \(start) bis \(end)", "running from \(start) to \(end)")
    case (let start?, nil): Wording("läuft seit \(start)", "running since \(start)")
    case (nil, let end?): Wording("läuft bis \(end)", "running until \(end)")
    case (nil, nil): Wording("läuft", "running")
    }
  }

  private static func completed(_ start: Int64?, _ end: Int64?) -> Wording {
    switch (start, end) {
    case (let start?, let end?) where start != end:
      Wording("\(end) abgeschlossen, begonnen \(start)", "completed in \(end), begun in \(start)")
    case (_, let end?): Wording("\(end) abgeschlossen", "completed in \(end)")
    case (let start?, nil): Wording("abgeschlossen, begonnen \(start)", "completed, begun in \(start)")
    case (nil, nil): Wording("abgeschlossen", "completed")
    }
  }

  private static func planned(_ start: Int64?, _ end: Int64?) -> Wording {
    switch (start, end) {
    case (let start?, let end?):
      Wording("geplant von \(start) bis \(end)", "planned from \(start) to \(end)")
    case (let start?, nil): Wording("geplant ab \(start)", "planned from \(start) on")
    case (nil, let end?): Wording("geplant bis \(end)", "planned until \(end)")
    case (nil, nil): Wording("geplant", "planned")
    }
  }
}
