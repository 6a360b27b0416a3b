import GraphModel
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

/// What is said around peers.
struct PeerListing {
  let answer: PeerAnswer
  let workspace: Workspace
  let language: Language

  /// The peers, ready to be printed.
  var listing: SuggestionListing {
    SuggestionListing(
      heading: heading, suggestions: answer.peers, components: PeerQuery.components, lines: answer.peers.map(misses),
      cells: answer.peers.map { $0.misses.map { $0.text(language) }.joined(separator: "; ") },
      json: workspace.json(answer, language), workspace: workspace, language: language)
  }

  /// What was asked, and how many there are.
  var heading: String {
    let topics = answer.query.topics.map { workspace.graph.quotedName(of: $0, in: language) }
    let shown = topics.prefix(4).joined(separator: ", ") + (topics.count > 4 ? " …" : "")
    let about = topics.isEmpty ? "" : Wording(" zu \(shown)", " on \(shown)")[language]
    let seeker =
      answer.query.seeker.map { Wording(" für ", " for ")[language] + workspace.name(of: $0, language) } ?? ""
    if answer.peers.isEmpty {
      return Wording(
        "Niemand\(about)\(seeker): unter \(answer.candidateCount) Akteuren arbeitet keiner an etwas Ähnlichem. "
          + "Breiter suchen: ein Oberthema (`cdograph find`) oder --actors any.",
        "Nobody\(about)\(seeker): none of \(answer.candidateCount) actors works on anything similar. "
          + "Look wider: a broader topic (`cdograph find`) or --actors any.")[language]
    }
    if answer.matchCount == 0 {
      return Wording(
        "Niemand\(about)\(seeker) erfüllt alle Bedingungen. Am nächsten kommen \(answer.peers.count):",
        "Nobody\(about)\(seeker) meets every condition. The nearest \(answer.peers.count):")[language]
    }
    return Wording(
      "\(answer.peers.count) von \(answer.matchCount) passenden Akteuren\(about)\(seeker):",
      "\(answer.peers.count) of \(answer.matchCount) matching actors\(about)\(seeker):")[language]
  }

  private func misses(of peer: Suggestion) -> [String] {
    guard !peer.misses.isEmpty else { return [] }
    let list = peer.misses.map { $0.text(language) }.joined(separator: "; ")
    return [Wording("Passt nicht: \(list).", "Does not fit: \(list).")[language]]
  }
}
