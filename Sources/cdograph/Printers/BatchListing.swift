import Foundation
import GraphModel
import GraphStore
import JSONText
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

/// Suggestions for many, with how they are spread.
struct BatchListing {
  let answer: BatchAnswer
  let workspace: Workspace
  let language: Language

  private var columns: [TableColumn] {
    [
      TableColumn(Wording("Für", "For")[language]), TableColumn(Wording("Vorschlag", "Suggestion")[language]),
      TableColumn(Wording("Wert", "Score")[language], .right), TableColumn(Wording("Anteile", "Parts")[language]),
      TableColumn(Wording("Warum", "Why")[language]),
    ]
  }

  private var rows: [[String]] {
    answer.suggestions.flatMap { seeker, suggestions in
      suggestions.enumerated().map { position, suggestion in
        [
          position == 0 ? workspace.name(of: seeker, language) : "", workspace.name(of: suggestion.actor, language),
          suggestion.score.rounded(to: 3), suggestion.parts(language),
          (suggestion.isGuaranteed ? guarantee + ". " : "") + suggestion.reason(in: workspace.graph, language),
        ]
      }
    }
  }

  /// Why somebody stands here who fits less well than others.
  private var guarantee: String {
    Wording("Garantierter Platz für kleine Kommunen", "Place guaranteed to small municipalities")[language]
  }

  /// One paragraph a seeker, then the report.
  fileprivate var text: String {
    let width = Terminal.standardOutput.width(environment: ProcessInfo.processInfo.environment)
    var text = ""
    for (seeker, suggestions) in answer.suggestions {
      text += workspace.name(of: seeker, language) + "\n"
      if suggestions.isEmpty { text += Wording("  niemand\n", "  nobody\n")[language] }
      for suggestion in suggestions {
        let name = workspace.name(of: suggestion.actor, language)
        text += "  \(suggestion.score.rounded(to: 3))  \(name)\n         = \(suggestion.parts(language))\n"
        if suggestion.isGuaranteed { text += paragraph(guarantee + ".", to: width, indent: 9) }
        text += paragraph(suggestion.shortReason(in: workspace.graph, language), to: width, indent: 9)
      }
    }
    return text + "\n" + report.joined(separator: "\n") + "\n"
  }

  /// Coverage and concentration, and what they would be without bounds.
  private var report: [String] {
    let (now, best) = (answer.spread, answer.unlimited)
    func line(_ german: String, _ english: String, _ value: (BatchAnswer.Spread) -> String) -> String {
      let name = Wording(german, english)[language]
      return name + String(repeating: " ", count: max(1, 44 - name.count)) + value(now) + " (" + value(best) + ")"
    }
    return [
      Wording(
        "Verteilung (in Klammern: wenn alle einfach die Besten bekämen)",
        "Spread (in brackets: if everybody simply got the best)")[language],
      line("  Vorschläge", "  suggestions") { "\($0.count)" },
      line("  vorgeschlagene Akteure von möglichen", "  actors suggested of those possible") {
        "\($0.covered)/\($0.candidates)"
      },
      line("  kleine Kommunen (unter 20.000) dabei", "  small municipalities (below 20,000)") {
        "\($0.smallCovered)/\($0.small)"
      },
      line("  am häufigsten vorgeschlagen", "  suggested most often") {
        $0.most == 1 ? Wording("1-mal", "once")[language] : Wording("\($0.most)-mal", "\($0.most) times")[language]
      },
      line("  Gini (0: alle gleich oft)", "  Gini (0: all as often)") { $0.gini.rounded(to: 3) },
      line("  mittlerer Wert", "  mean score") { $0.meanScore.rounded(to: 3) },
    ]
  }

  fileprivate var csv: String {
    let header =
      ["for", "forName", "id", "name", "score"] + MatchComponent.allCases.map(\.rawValue)
      + ["guaranteed", "reason", "sources"]
    let records = answer.suggestions.flatMap { seeker, suggestions in
      suggestions.map { suggestion in
        let parts = MatchComponent.allCases.map { component in
          suggestion.contributions.first { $0.component == component }
            .map { (Double($0.points) / 1000).rounded(to: 3) } ?? ""
        }
        return [
          id(seeker), workspace.name(of: seeker, language), id(suggestion.actor),
          workspace.name(of: suggestion.actor, language), suggestion.score.rounded(to: 3),
        ] + parts + [
          suggestion.isGuaranteed ? "true" : "", suggestion.reason(in: workspace.graph, language),
          workspace.sources(of: suggestion).joined(separator: "; "),
        ]
      }
    }
    return CSVWriter().text([header] + records)
  }

  fileprivate var markdown: String {
    MarkdownTable(columns: columns, rows: rows).text + "\n"
      + report.map { "- " + $0.trimmingPrefix(while: { $0 == " " }) }.joined(separator: "\n") + "\n"
  }

  private func id(_ node: NodeID) -> String { workspace.graph.value(.id, of: node)?.text ?? "" }
}

extension SuggestionFormat {
  /// The whole answer, ended by a newline.
  func text(_ batch: BatchListing) -> String {
    switch self {
    case .table: batch.text
    case .json: batch.workspace.json(batch.answer, batch.language).text(indent: true) + "\n"
    case .csv: batch.csv
    case .markdown: batch.markdown
    }
  }
}
