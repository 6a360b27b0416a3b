import ArgumentParser
import GraphModel
import GraphStore
import JSONText
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

/// How suggestions are printed.
enum SuggestionFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case json
  case csv
  case markdown

  /// The whole answer, ended by a newline.
  func text(_ listing: SuggestionListing) -> String {
    switch self {
    case .table: SuggestionText(listing).text
    case .json: listing.json.text(indent: true) + "\n"
    case .csv: CSVWriter().text([listing.header] + listing.suggestions.indices.map(listing.record))
    case .markdown: listing.markdown
    }
  }
}

/// Suggestions with what is said around them.
struct SuggestionListing {
  /// What was asked, and how many there are.
  var heading: String
  let suggestions: [Suggestion]
  /// The components that get a column in CSV.
  let components: [MatchComponent]
  /// Lines behind the reason, by suggestion.
  var lines: [[String]] = []
  /// The lines as they stand in a cell of a table; the lines themselves when empty.
  var cells: [String] = []
  /// Lines at the end.
  var notes: [String] = []
  /// The reasons; those of the suggestions when empty.
  var reasons: [String] = []
  /// The name of the column with the lines.
  var linesName = "misses"
  /// What stands above the names.
  var subject = Wording("Wer", "Who")
  let json: JSONOutput
  let workspace: Workspace
  let language: Language

  var header: [String] {
    ["id", "name", "score"] + components.map(\.rawValue) + ["reason", linesName, "sources"]
  }

  func reason(_ position: Int) -> String {
    reasons.isEmpty ? suggestions[position].reason(in: workspace.graph, language) : reasons[position]
  }

  func lines(_ position: Int) -> [String] { lines.isEmpty ? [] : lines[position] }

  func record(_ position: Int) -> [String] {
    let suggestion = suggestions[position]
    let parts = components.map { component in
      suggestion.contributions.first { $0.component == component }
        .map { (Double($0.points) / 1000).rounded(to: 3) } ?? ""
    }
    return [
      workspace.graph.value(.id, of: suggestion.actor)?.text ?? "", workspace.name(of: suggestion.actor, language),
      suggestion.score.rounded(to: 3),
    ] + parts + [
      reason(position), cells.isEmpty ? lines(position).joined(separator: "; ") : cells[position],
      workspace.sources(of: suggestion).joined(separator: "; "),
    ]
  }

  var markdown: String {
    let words = [
      TableColumn(Wording("Rang", "Rank")[language], .right), TableColumn(subject[language]),
      TableColumn(Wording("Wert", "Score")[language], .right), TableColumn(Wording("Anteile", "Parts")[language]),
      TableColumn(Wording("Warum", "Why")[language]), TableColumn(Wording("Quellen", "Sources")[language]),
    ]
    let rows = suggestions.enumerated().map { rank, suggestion in
      [
        "\(rank + 1)", workspace.name(of: suggestion.actor, language), suggestion.score.rounded(to: 3),
        suggestion.parts(language), ([reason(rank)] + lines(rank)).joined(separator: " "),
        workspace.sources(of: suggestion).joined(separator: "\n"),
      ]
    }
    let above = heading.isEmpty ? "" : heading + "\n\n"
    let below = notes.isEmpty ? "" : "\n" + notes.joined(separator: "\n") + "\n"
    return above + MarkdownTable(columns: words, rows: rows).text + below
  }
}

extension Suggestion {
  /// The parts that add up to the score: `Themen 0.302 + Projekte 0.112`.
  func parts(_ language: Language) -> String {
    contributions.map { part in
      "\(part.component.name[language]) \((Double(part.points) / 1000).rounded(to: 3))"
    }.joined(separator: " + ")
  }
}
