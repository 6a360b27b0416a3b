import Foundation
import GraphModel
import GraphStore
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

/// What is missing, as a coordinator reads it: a list a question, each with what to do.
struct GapText {
  let gaps: NetworkGaps
  let limit: Int
  let workspace: Workspace
  let language: Language

  var text: String {
    let width = Terminal.standardOutput.width(environment: ProcessInfo.processInfo.environment)
    let sections = [needs, topics, states, isolated, brokers, introductions]
    return sections.map { title, lines in
      let shown = lines.prefix(limit)
      let surplus = lines.count - shown.count
      let rest = surplus > 0 ? [Wording("… und \(surplus) weitere", "… and \(surplus) more")[language]] : []
      let body = (Array(shown) + rest).map { paragraph($0, to: width, indent: 2) }
      return title + "\n" + body.joined()
    }.joined(separator: "\n")
  }

  private func name(_ node: NodeID) -> String { workspace.name(of: node, language) }

  private func names(_ nodes: [NodeID]) -> String {
    let more = nodes.count - 3
    let rest = more > 0 ? Wording(" und \(more) weitere", " and \(more) more")[language] : ""
    return nodes.prefix(3).map(name).joined(separator: ", ") + rest
  }

  private var needs: (String, [String]) {
    let title = Wording(
      "Bedarf, für den es kein Angebot gibt: \(gaps.unmetNeeds.count)",
      "Needs that nobody offers to meet: \(gaps.unmetNeeds.count)")[
        language]
    return (
      title,
      gaps.unmetNeeds.map { need in
        let asked =
          need.nearest.isEmpty
          ? Wording("niemand arbeitet an Ähnlichem", "nobody works on anything like it")[language]
          : Wording("fragen: \(names(need.nearest))", "ask: \(names(need.nearest))")[language]
        return Wording(
          "\(name(need.topic)) – gesucht von \(names(need.seekers)); \(asked)",
          "\(name(need.topic)) – needed by \(names(need.seekers)); \(asked)")[language]
      }
    )
  }

  private var topics: (String, [String]) {
    (
      Wording(
        "Themen ohne jede Verbindung: \(gaps.idleTopics.count)", "Topics without any tie: \(gaps.idleTopics.count)")[
          language], gaps.idleTopics.map(name)
    )
  }

  private var states: (String, [String]) {
    let without = gaps.states.filter { $0.cdos == 0 }
    return (
      Wording("Länder ohne bekannte CDO-Rolle: \(without.count)", "Länder without a known CDO role: \(without.count)")[
        language],
      without.map { state in
        Wording(
          "\(state.name) (kommunale Akteure: \(state.actors))", "\(state.name) (municipal actors: \(state.actors))")[
            language]
      }
    )
  }

  private var isolated: (String, [String]) {
    (
      Wording(
        "Akteure, die mit niemandem verbunden sind: \(gaps.isolated.count)",
        "Actors who are connected with nobody: \(gaps.isolated.count)")[language],
      gaps.isolated.map { actor in
        Wording(
          "\(name(actor)) – `cdograph suggest --for \(identifier(actor))` schlägt Kontakte vor",
          "\(name(actor)) – `cdograph suggest --for \(identifier(actor))` suggests contacts")[language]
      }
    )
  }

  private var brokers: (String, [String]) {
    (
      Wording("Wer das Netzwerk zusammenhält:", "Who holds the network together:")[language],
      gaps.brokers.map { broker in
        Wording(
          "\(name(broker.actor)) – ohne zerfiele sein Teil in \(broker.pieces) Stücke; \(broker.separated.counted("Akteur verlöre", "Akteure verlören")) den Anschluss",
          "\(name(broker.actor)) – without it its part would fall into \(broker.pieces) pieces; \(broker.separated.counted("actor", "actors")) would lose contact"
        )[language]
      }
    )
  }

  private var introductions: (String, [String]) {
    (
      Wording(
        "Wen man einander vorstellen sollte, der Reihe nach:", "Whom to introduce to one another, one after the other:")[
          language],
      gaps.introductions.map { pair in
        Wording(
          "\(name(pair.first)) und \(name(pair.second)) – verbindet \(pair.newPairs.counted("Paar", "Paare")) neu, verkürzt \(pair.shorterPairs.counted("Weg", "Wege"))",
          "\(name(pair.first)) and \(name(pair.second)) – joins \(pair.newPairs.counted("pair", "pairs")), shortens \(pair.shorterPairs.counted("chain", "chains"))"
        )[
          language]
      }
    )
  }

  private func identifier(_ node: NodeID) -> String {
    workspace.graph.value(.id, of: node)?.text ?? ""
  }
}
