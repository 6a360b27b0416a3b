import GraphModel
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

/// What is said around suggestions.
struct SuggestListing {
  let answer: SuggestAnswer
  let workspace: Workspace
  let language: Language

  /// The suggestions, ready to be printed.
  var listing: SuggestionListing {
    SuggestionListing(
      heading: heading, suggestions: answer.suggestions, components: MatchComponent.allCases,
      lines: answer.suggestions.map(lines), notes: notes, linesName: "directions",
      json: workspace.json(answer, language),
      workspace: workspace, language: language)
  }

  private var isExchange: Bool { answer.preset.exchange == .weaker }

  private var heading: String {
    let name = workspace.name(of: answer.query.seeker, language)
    let preset = "\(answer.preset.name): \(answer.preset.summary[language])"
    if answer.suggestions.isEmpty {
      return Wording(
        "Niemand passt zu \(name) unter \(answer.candidateCount) Akteuren (\(preset)).",
        "Nobody fits \(name) among \(answer.candidateCount) actors (\(preset)).")[language]
    }
    if isExchange, answer.suggestions.allSatisfy({ $0.evidence.weakerExchange == 0 }) {
      return Wording(
        "Niemand bietet \(name) etwas und sucht zugleich etwas von dort; am nächsten kommen \(answer.suggestions.count) (\(preset)):",
        "Nobody both gives to \(name) and needs something from there; the nearest \(answer.suggestions.count) (\(preset)):"
      )[
        language]
    }
    let order =
      isExchange
      ? Wording(" Geordnet nach der schwächeren Richtung.", " Ordered by the weaker direction.")[language] : ""
    return Wording(
      "\(answer.suggestions.count) von \(answer.matchCount) passenden Akteuren für \(name) (\(preset)):\(order)",
      "\(answer.suggestions.count) of \(answer.matchCount) fitting actors for \(name) (\(preset)):\(order)")[language]
  }

  private func lines(of suggestion: Suggestion) -> [String] {
    isExchange ? [suggestion.exchangeText(in: workspace.graph, language)] : []
  }

  private var notes: [String] { [unknownNeeds, connected].compactMap(\.self) }

  /// What the seeker can say so that an exchange can be found.
  private var unknownNeeds: String? {
    guard isExchange else { return nil }
    let name = workspace.name(of: answer.query.seeker, language)
    if answer.aim.needs.isEmpty {
      return Wording(
        "Was \(name) braucht, steht nicht in den Daten: --needs THEMA nennt es.",
        "What \(name) needs is not in the data: --needs TOPIC names it.")[language]
    }
    return nil
  }

  /// Those who would be among the best but for being connected already.
  private var connected: String? {
    guard !answer.connected.isEmpty else { return nil }
    let shown = answer.connected.prefix(3).map { known in
      let how = known.connection.text(in: workspace.graph, language)
      return "\(workspace.name(of: known.suggestion.actor, language)) \(known.suggestion.score.rounded(to: 3)) (\(how))"
    }
    let surplus = answer.connected.count - shown.count
    let more = surplus > 0 ? Wording(" und \(surplus) weitere", " and \(surplus) more")[language] : ""
    let list = shown.joined(separator: "; ") + more
    return Wording(
      "Schon verbunden und deshalb nicht dabei (--connected zeigt sie): \(list).",
      "Connected already and therefore left out (--connected shows them): \(list).")[language]
  }
}
