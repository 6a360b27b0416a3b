import ArgumentParser
import Foundation
import GraphModel
import GraphStore
import JSONText
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

/// How peers are printed.
enum PeerFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case json
  case csv
  case markdown

  /// The whole answer, ended by a newline.
  func text(_ answer: PeerAnswer, _ workspace: Workspace, _ language: Language) -> String {
    switch self {
    case .table: PeerText(answer: answer, workspace: workspace, language: language).text
    case .json: workspace.json(answer, language).text(indent: true) + "\n"
    case .csv: CSVWriter().text([Self.header] + answer.peers.map { Self.record($0, workspace, language) })
    case .markdown: Self.markdown(answer, workspace, language)
    }
  }

  private static let header =
    ["id", "name", "score"] + PeerQuery.components.map(\.rawValue) + ["reason", "misses", "sources"]

  private static func record(_ peer: Suggestion, _ workspace: Workspace, _ language: Language) -> [String] {
    let parts = PeerQuery.components.map { component in
      peer.contributions.first { $0.component == component }.map { (Double($0.points) / 1000).rounded(to: 3) } ?? ""
    }
    return [
      workspace.graph.value(.id, of: peer.actor)?.text ?? "", workspace.name(of: peer.actor, language),
      peer.score.rounded(to: 3),
    ] + parts + [
      peer.reason(in: workspace.graph, language), peer.misses.map { $0.text(language) }.joined(separator: "; "),
      workspace.sources(of: peer).joined(separator: "; "),
    ]
  }

  private static func markdown(_ answer: PeerAnswer, _ workspace: Workspace, _ language: Language) -> String {
    let words = [
      TableColumn(Wording("Rang", "Rank")[language], .right), TableColumn(Wording("Wer", "Who")[language]),
      TableColumn(Wording("Wert", "Score")[language], .right), TableColumn(Wording("Anteile", "Parts")[language]),
      TableColumn(Wording("Warum", "Why")[language]), TableColumn(Wording("Quellen", "Sources")[language]),
    ]
    let report = PeerText(answer: answer, workspace: workspace, language: language)
    let rows = answer.peers.enumerated().map { rank, peer in
      [
        "\(rank + 1)", workspace.name(of: peer.actor, language), peer.score.rounded(to: 3), report.parts(of: peer),
        ([peer.reason(in: workspace.graph, language)] + report.misses(of: peer)).joined(separator: " "),
        workspace.sources(of: peer).joined(separator: "\n"),
      ]
    }
    let heading = report.heading.isEmpty ? "" : report.heading + "\n\n"
    return heading + MarkdownTable(columns: words, rows: rows).text
  }
}

/// Peers as a person reads them: a paragraph each, with the parts that add up to the score.
struct PeerText {
  let answer: PeerAnswer
  let workspace: Workspace
  let language: Language

  var text: String {
    let width = Terminal.standardOutput.width(environment: ProcessInfo.processInfo.environment)
    let style = Style(
      isTerminal: Terminal.standardOutput.isTerminal, environment: ProcessInfo.processInfo.environment)
    var text = heading + "\n"
    for (rank, peer) in answer.peers.enumerated() {
      let number = "\(rank + 1)."
      let indent = String(repeating: " ", count: 4)
      func add(_ line: String) {
        for part in wrapped(line, to: max(30, width - indent.count)) { text += indent + part + "\n" }
      }
      let gap = String(repeating: " ", count: max(1, indent.count - number.count))
      text += "\n\(number)\(gap)\(style.bold(workspace.name(of: peer.actor, language)))  \(peer.score.rounded(to: 3))\n"
      add("= " + parts(of: peer))
      add(peer.reason(in: workspace.graph, language))
      for line in misses(of: peer) { add(line) }
      if let path = peer.evidence.path { add(chain(path)) }
      // Not wrapped: an address that is cut cannot be followed.
      let label = Wording("Quelle: ", "Source: ")[language]
      for source in workspace.sources(of: peer) { text += indent + label + source + "\n" }
    }
    return text
  }

  /// What was asked, and how many there are.
  var heading: String {
    let topics = answer.query.topics.map { workspace.name(of: $0, language) }
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

  func parts(of peer: Suggestion) -> String {
    peer.contributions.map { part in
      "\(part.component.name[language]) \((Double(part.points) / 1000).rounded(to: 3))"
    }.joined(separator: " + ")
  }

  func misses(of peer: Suggestion) -> [String] {
    guard !peer.misses.isEmpty else { return [] }
    let list = peer.misses.map { $0.text(language) }.joined(separator: "; ")
    return [Wording("Passt nicht: \(list).", "Does not fit: \(list).")[language]]
  }

  private func chain(_ path: EvidencePath) -> String {
    Wording("Verbindung: ", "Connection: ")[language] + workspace.chain(path, language)
  }
}
