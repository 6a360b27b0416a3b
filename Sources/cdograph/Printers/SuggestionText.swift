import Foundation
import GraphModel
import KnowledgeGraph
import Matchmaking

/// Suggestions as a person reads them: a paragraph each, with the parts that add up to the score.
struct SuggestionText {
  private let listing: SuggestionListing
  private let width: Int
  private let style: Style

  init(_ listing: SuggestionListing) {
    self.listing = listing
    let environment = ProcessInfo.processInfo.environment
    width = Terminal.standardOutput.width(environment: environment)
    style = Style(isTerminal: Terminal.standardOutput.isTerminal, environment: environment)
  }

  var text: String {
    var text = listing.heading + "\n"
    for (rank, suggestion) in listing.suggestions.enumerated() { text += entry(rank, suggestion) }
    if !listing.notes.isEmpty { text += "\n" }
    for note in listing.notes { for line in wrapped(note, to: width) { text += line + "\n" } }
    return text
  }

  private func entry(_ rank: Int, _ suggestion: Suggestion) -> String {
    let (workspace, language) = (listing.workspace, listing.language)
    let number = "\(rank + 1)."
    let indent = String(repeating: " ", count: 4)
    let gap = String(repeating: " ", count: max(1, indent.count - number.count))
    let name = style.bold(workspace.name(of: suggestion.actor, language))
    var text = "\n\(number)\(gap)\(name)  \(suggestion.score.rounded(to: 3))\n"
    func add(_ line: String) { text += paragraph(line, to: width, indent: indent.count) }
    add("= " + suggestion.parts(language))
    add(listing.reason(rank))
    for line in listing.lines(rank) { add(line) }
    if let path = suggestion.evidence.path {
      add(Wording("Verbindung: ", "Connection: ")[language] + workspace.chain(path, language))
    }
    // Not wrapped: an address that is cut cannot be followed.
    let label = Wording("Quelle: ", "Source: ")[language]
    for source in workspace.sources(of: suggestion) { text += indent + label + source + "\n" }
    return text
  }
}
