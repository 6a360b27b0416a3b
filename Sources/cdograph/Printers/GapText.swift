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
    }.joined(separator: "\n") + examples
  }

  /// Ties that were made up join people too.
  private var examples: String {
    if workspace.graph.nodes(with: .example).isEmpty { return "" }
    return Wording(
      "\nErfundene Beispiele zählen hier mit: Bekanntschaften können auf ihnen beruhen.\n",
      "\nInvented examples count here too: acquaintances may rest on them.\n")[language]
  }

  private func name(_ node: NodeID) -> String { workspace.name(of: node, language) }

  private func names(
    _ nodes: [NodeID], _ german: GermanCase = .nominative, areMadeUp isMadeUp: (NodeID) -> Bool = { _ in false }
  ) -> String {
    let more = nodes.count - 3
    let rest =
      more > 0 ? Wording(" und \(more) \(german.rest(more, ofPeople: true))", " and \(more) more")[language] : ""
    return nodes.prefix(3).map { name($0) + (isMadeUp($0) ? Wording.exampleMark[language] : "") }.joined(
      separator: ", ")
      + rest
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
        let seekers = names(need.seekers, .dative) { workspace.isNeedMadeUp(need.topic, of: $0) }
        return Wording(
          "\(name(need.topic)) – gesucht von \(seekers); \(asked)",
          "\(name(need.topic)) – needed by \(seekers); \(asked)")[language]
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
    let aside = gaps.isolatedContactPlaces
    let without =
      switch aside {
      case 0: ""
      case 1:
        Wording(
          " (ohne 1 Kontaktstelle, die nur aus einem Projekteintrag abgeleitet ist)",
          " (without 1 contact place that is only derived from a project's record)")[language]
      default:
        Wording(
          " (ohne \(aside) Kontaktstellen, die nur aus Projekteinträgen abgeleitet sind)",
          " (without \(aside) contact places that are only derived from projects' records)")[language]
      }
    return (
      Wording(
        "Akteure, die mit niemandem verbunden sind: \(gaps.isolated.count)\(without)",
        "Actors who are connected with nobody: \(gaps.isolated.count)\(without)")[language],
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
        let lost = Wording(
          broker.separated.counted("Akteur verlöre", "Akteure verlören") + " den Anschluss",
          broker.separated.counted("actor", "actors") + " would lose contact")
        return Wording(
          "\(name(broker.actor)) – ohne diese Stelle zerfiele ihr Teil in \(broker.pieces) Stücke; \(lost.german)",
          "\(name(broker.actor)) – without it its part would fall into \(broker.pieces) pieces; \(lost.english)"
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
