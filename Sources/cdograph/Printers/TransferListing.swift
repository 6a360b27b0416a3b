import GraphModel
import GraphStore
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

/// What is said around projects to take over.
struct TransferListing {
  let answer: TransferAnswer
  let workspace: Workspace
  let language: Language

  /// The projects, ready to be printed.
  var listing: SuggestionListing {
    SuggestionListing(
      heading: heading, suggestions: answer.projects, components: MatchComponent.allCases,
      lines: answer.contacts.map { [contact($0)] }, notes: notes,
      reasons: answer.projects.map { $0.projectReason(in: workspace.graph, language) }, linesName: "contact",
      subject: Wording("Projekt", "Project"), json: workspace.json(answer, language), workspace: workspace,
      language: language)
  }

  private var name: String { workspace.name(of: answer.query.municipality, language) }

  private var heading: String {
    let topics = answer.query.topics.map { workspace.graph.quotedName(of: $0, in: language) }
    let shown = topics.prefix(4).joined(separator: ", ") + (topics.count > 4 ? " …" : "")
    let about = topics.isEmpty ? "" : Wording(" zu \(shown)", " on \(shown)")[language]
    if answer.projects.isEmpty {
      return Wording(
        "Kein Projekt\(about) passt zu \(name) unter \(answer.candidateCount). Breiter suchen: ein Oberthema (`cdograph find`) oder ohne --from.",
        "No project\(about) fits \(name) among \(answer.candidateCount). Look wider: a broader topic (`cdograph find`) or without --from."
      )[language]
    }
    return Wording(
      "\(answer.projects.count) von \(answer.matchCount) passenden Projekten\(about) für \(name)\(facts):",
      "\(answer.projects.count) of \(answer.matchCount) fitting projects\(about) for \(name)\(facts):")[language]
  }

  /// The starting position that the projects are compared with.
  private var facts: String {
    let place = Place(answer.query.municipality, in: workspace.graph)
    let population = place.population.map { count in
      Wording("\(count.grouped(.german)) Einwohner", "\(count.grouped(.english)) inhabitants")[language]
    }
    let facts = [place.kind, population, place.state].compactMap(\.self)
    return facts.isEmpty ? "" : " (" + facts.joined(separator: ", ") + ")"
  }

  private var notes: [String] {
    guard answer.query.topics.isEmpty else { return [] }
    return [
      Wording(
        "Woran \(name) arbeiten will, steht nicht in den Daten; geordnet ist nur nach der Lage. --topic THEMA nennt es.",
        "What \(name) wants to work on is not in the data; the order follows its position only. --topic TOPIC names it."
      )[
        language]
    ]
  }

  private func contact(_ contact: ProjectContact) -> String {
    let text = words(contact)
    // Names such as "Verein e. V." end a sentence by themselves.
    return text.hasSuffix(".") ? text : text + "."
  }

  private func words(_ contact: ProjectContact) -> String {
    func names(_ actors: some Sequence<NodeID>) -> String {
      actors.prefix(3).map { workspace.name(of: $0, language) }.joined(separator: ", ")
    }
    if let first = contact.actors.first, contact.isLocal {
      let others = names(contact.actors.dropFirst())
      let rest = others.isEmpty ? "" : Wording("; beteiligt: ", "; also taking part: ")[language] + others
      let role = contact.hasCaretaker ? Wording(" (digitaler Kümmerer)", " (digital caretaker)")[language] : ""
      return Wording("Kontakt", "Contact")[language] + "\(role): \(workspace.name(of: first, language))\(rest)"
    }
    if !contact.actors.isEmpty {
      return Wording("Kontakt über Beteiligte: ", "Contact through those taking part: ")[language]
        + names(contact.actors)
    }
    let unknown = Wording("Kein Kontakt bekannt", "No contact known")[language]
    if contact.nearby.isEmpty { return unknown }
    return unknown + Wording("; in der Kommune: ", "; in the municipality: ")[language] + names(contact.nearby)
  }
}
