public import GraphModel
import NetworkVocabulary

extension Suggestion {
  /// Why a project is suggested to a municipality, in sentences: what it is, its topics, where it takes place, how far
  /// it is.
  public func projectReason(in graph: some PropertyView, _ language: Language) -> String {
    func name(_ node: NodeID) -> String { graph.value(.name, of: node)?.text ?? "" }
    // Each topic of the project once; what is hardly like a wanted one is not called close to it.
    var seen: Set<NodeID> = []
    let topics = evidence.topics.filter { $0.likeness >= 0.5 && seen.insert($0.found).inserted }
    let matches = topics.prefix(3).map { match in
      match.found == match.wanted
        ? name(match.wanted)
        : Wording(
          "\(name(match.found)) (nahe an \(name(match.wanted)))",
          "\(name(match.found)) (close to \(name(match.wanted)))")[
            language]
    }
    let shown = matches.joined(separator: ", ") + more(topics.count - 3, language)
    let parts = [
      graph.value("description", of: actor)?.text,
      matches.isEmpty ? nil : Wording("Behandelt \(shown).", "Is about \(shown).")[language],
      evidence.place == nil
        ? Wording("Ort nicht genannt.", "No place named.")[language] : placeSentence(language),
      status(in: graph, language),
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  private func status(in graph: some PropertyView, _ language: Language) -> String? {
    let words = [
      "laufend": Wording("läuft", "runs"), "abgeschlossen": Wording("abgeschlossen", "completed"),
      "geplant": Wording("geplant", "planned"),
    ]
    let years = [PropertyKey.startYear, .endYear].compactMap { graph.value($0, of: actor)?.integer.map(String.init) }
    let span = Array(Set(years)).sorted().joined(separator: "–")
    guard let status = graph.value(.status, of: actor)?.text.flatMap({ words[$0] }) else {
      return span.isEmpty ? nil : span + "."
    }
    let time = span.isEmpty ? "" : " (\(span))"
    return Wording("Stand der Quelle: \(status.german)\(time).", "By its source: \(status.english)\(time).")[language]
  }
}
