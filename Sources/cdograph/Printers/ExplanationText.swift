import Foundation
import GraphModel
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

/// An explanation as a person reads it: place, parts, paths, and what would have to change.
struct ExplanationText {
  let explanation: Explanation
  let showsChanges: Bool
  let workspace: Workspace
  let language: Language

  var text: String {
    let width = Terminal.standardOutput.width(environment: ProcessInfo.processInfo.environment)
    var text = ""
    func add(_ line: String, _ indent: Int = 0) { text += paragraph(line, to: width, indent: indent) }
    add(heading)
    add(verdict)
    text += "\n" + table
    if hasRecency { add(reckoning) }
    add(explanation.suggestion.reason(in: workspace.graph, language))
    for line in showsChanges ? changes : [] { add(line) }
    if !explanation.paths.isEmpty {
      text += "\n" + Wording("Belege im Netzwerk:", "Evidence in the network:")[language] + "\n"
    }
    for (component, path) in explanation.paths {
      add("\(component.name[language]): \(workspace.chain(path, language))", 2)
    }
    let sources = workspace.sources(of: explanation.suggestion)
    if !sources.isEmpty { text += "\n" }
    for source in sources { text += Wording("Quelle: ", "Source: ")[language] + source + "\n" }
    return text
  }

  private func name(_ node: NodeID) -> String { workspace.name(of: node, language) }

  private var actor: String { name(explanation.suggestion.actor) }

  private var heading: String {
    let score = explanation.suggestion.score.rounded(to: 3)
    let seeker = name(explanation.query.seeker)
    return Wording(
      "\(actor) für \(seeker) (\(explanation.preset.name)): \(score)",
      "\(actor) for \(seeker) (\(explanation.preset.name)): \(score)")[language]
  }

  private var verdict: String {
    if let exclusion = explanation.exclusion {
      let place = Wording(
        " Sonst Platz \(explanation.rank) von \(explanation.rankedCount).",
        " Otherwise place \(explanation.rank) of \(explanation.rankedCount).")[language]
      return Wording("Wird nicht vorgeschlagen. ", "Is not suggested. ")[language]
        + exclusion.text(in: workspace.graph, language) + (exclusion == .nothingInCommon ? "" : place)
    }
    let place = Wording(
      "Platz \(explanation.rank) von \(explanation.rankedCount)",
      "Place \(explanation.rank) of \(explanation.rankedCount)")[
        language]
    if explanation.isShown { return place + Wording(": wird vorgeschlagen.", ": is suggested.")[language] }
    let gap = (explanation.lastShown?.points ?? 0) - explanation.suggestion.points
    let missing = (Double(max(0, gap)) / 1000).rounded(to: 3)
    let limit = explanation.query.limit
    return place
      + Wording(
        "; gezeigt \(limit.form("wird", "werden")) \(limit). Bis Platz \(limit) fehlen \(missing).",
        "; \(limit.counted("is", "are")) shown. \(missing) is missing to place \(limit).")[language]
  }

  private var hasRecency: Bool { explanation.suggestion.contributions.contains { $0.component == .recency } }

  /// From which year recency is reckoned, and where that year comes from.
  private var reckoning: String {
    Wording(
      "Aktualität zählt von \(explanation.year) aus: ohne --year vom neuesten Jahr, in dem laut Daten etwas begann oder stattfand.",
      "Recency is reckoned from \(explanation.year): without --year from the newest year in which something in the data began or took place."
    )[language]
  }

  /// Each component: value times share is what it adds.
  private var table: String {
    let columns = [
      TableColumn(Wording("Teil", "Part")[language]), TableColumn(Wording("Wert", "Value")[language], .right),
      TableColumn(Wording("× Gewicht", "× weight")[language], .right),
      TableColumn(Wording("= Anteil", "= points")[language], .right),
      TableColumn(Wording("im Einzelnen", "in detail")[language]),
    ]
    let rows = explanation.suggestion.contributions.map { part in
      [
        part.component.name[language], part.value.rounded(to: 3), part.share.rounded(to: 3),
        (Double(part.points) / 1000).rounded(to: 3), detail(part.component),
      ]
    }
    let sum = [
      Wording("Summe", "Sum")[language], "", "", explanation.suggestion.score.rounded(to: 3), "",
    ]
    return TextTable(columns: columns, rows: rows + [sum]).text(width: 100) + "\n"
  }

  /// The numbers within a component, each marked where it rests on made-up records.
  private func detail(_ component: MatchComponent) -> String {
    let (suggestion, graph) = (explanation.suggestion, workspace.graph)
    let evidence = suggestion.evidence
    func list(_ parts: [(name: String, value: Double?, isMadeUp: Bool)]) -> String {
      parts.map { "\($0.name) \($0.value?.rounded(to: 2) ?? "?")" + mark($0.isMadeUp) }.joined(separator: ", ")
    }
    switch component {
    case .topics:
      return list(
        evidence.topics.prefix(4).map { (name($0.wanted), $0.likeness, suggestion.isLikenessMadeUp($0, in: graph)) })
    case .projects: return projectCounts
    case .network:
      return list(
        NetworkPart.allCases.map {
          ($0.name[language], evidence.network[$0] ?? 0, explanation.madeUpNearness.contains($0))
        })
    case .focus: return evidence.focus?.phrase[language] ?? Wording("unbekannt", "unknown")[language]
    case .place: return list((evidence.likeness?.parts ?? []).map { ($0.part.name[language], $0.value, false) })
    case .exchange:
      let (received, given) = (Wording("bekommen", "received"), Wording("geben", "given"))
      return list([
        (received[language], evidence.exchange.received, suggestion.isReceivedMadeUp(in: graph)),
        (given[language], evidence.exchange.given, suggestion.isGivenMadeUp(in: graph)),
      ])
    case .recency:
      guard let newest = evidence.newest else { return Wording("unbekannt", "unknown")[language] }
      let isMadeUp = workspace.isExample(newest.node) || suggestion.isPartMadeUp(newest.node, in: graph)
      return (newest.year.map { "\($0)" } ?? Wording("läuft", "still runs")[language]) + mark(isMadeUp)
    }
  }

  /// How many projects fit, and how many projects and events are shared.
  private var projectCounts: String {
    let (suggestion, graph) = (explanation.suggestion, workspace.graph)
    let (fitting, shared) = (suggestion.evidence.projects, suggestion.evidence.shared)
    let isAllMadeUp = suggestion.hasMadeUpEnd(in: graph)
    return [
      count(fitting, Wording("passende", "fitting")) { isAllMadeUp || suggestion.isPartMadeUp($0, in: graph) },
      count(shared, Wording("gemeinsame", "shared")) { isAllMadeUp || suggestion.isSharingMadeUp($0, in: graph) },
    ].joined(separator: ", ")
  }

  private func mark(_ isMadeUp: Bool) -> String { isMadeUp ? Wording.exampleMark[language] : "" }

  /// A number of projects and events, and how many of them are there only because of made-up records.
  private func count(_ nodes: [NodeID], _ word: Wording, areMadeUp isMadeUp: (NodeID) -> Bool) -> String {
    let madeUp = nodes.count { workspace.isExample($0) || isMadeUp($0) }
    let text = "\(nodes.count) \(word[language])"
    if madeUp == 0 || madeUp == nodes.count { return text + mark(madeUp > 0) }
    return text + Wording(" (davon \(madeUp)\(mark(true)))", " (\(madeUp) of them\(mark(true)))")[language]
  }

  private var changes: [String] {
    if explanation.isShown {
      return [Wording("Es muss sich nichts ändern.", "Nothing has to change.")[language]]
    }
    switch explanation.exclusion {
    case .oneself, .person, .colleague: return []
    case .connected, .otherKind, .nothingInCommon, nil: break
    }
    let useful = explanation.changes.prefix(6)
    if useful.isEmpty {
      return [Wording("Nichts Einzelnes würde daran etwas ändern.", "No single thing would change that.")[language]]
    }
    let lines = useful.map { change in
      let score = (Double(change.points) / 1000).rounded(to: 3)
      let enough =
        change.rank <= explanation.query.limit && explanation.exclusion == nil
        ? Wording(" – das genügt", " – that is enough")[language] : ""
      return Wording(
        "  \(change.kind.text(in: workspace.graph, .german)): \(score), Platz \(change.rank)\(enough)",
        "  \(change.kind.text(in: workspace.graph, .english)): \(score), place \(change.rank)\(enough)")[language]
    }
    return [
      "",
      Wording("Was \(actor) näher brächte, je für sich:", "What would bring \(actor) nearer, each by itself:")[
        language],
    ]
      + lines
  }
}
