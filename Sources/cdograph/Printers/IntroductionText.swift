import Foundation
import GraphModel
import GraphStore
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

/// Introductions as a person reads them: whom to ask, and what one met at.
struct IntroductionText {
  let answer: IntroductionAnswer
  let seeker: NodeID
  let goal: NodeID
  let workspace: Workspace
  let language: Language

  var text: String {
    let width = Terminal.standardOutput.width(environment: ProcessInfo.processInfo.environment)
    var text = ""
    func add(_ line: String, _ indent: Int = 0) { text += paragraph(line, to: width, indent: indent) }
    add(heading)
    for (number, chain) in answer.introductions.enumerated() {
      text += "\n"
      add("\(number + 1). \(title(of: chain))")
      add(advice(on: chain), 4)
      add(Wording("Kette: ", "Chain: ")[language] + workspace.chain(chain.path, language), 4)
      let label = Wording("Quelle: ", "Source: ")[language]
      for source in workspace.sources(of: chain.path) { text += "    " + label + source + "\n" }
    }
    return text
  }

  private func name(_ node: NodeID) -> String { workspace.name(of: node, language) }

  private var heading: String {
    if answer.targets.isEmpty { return nobodyThere }
    if answer.introductions.isEmpty {
      return Wording(
        "Niemand kann \(name(seeker)) vorstellen. Ziel: \(meaning). Keine Kette von Personen, Veranstaltungen und Projekten führt dorthin.",
        "Nobody can introduce \(name(seeker)). Goal: \(meaning). No chain of people, events and projects leads there."
      )[language]
    }
    return Wording(
      """
      Wer \(name(seeker)) vorstellen kann. Ziel: \(meaning). Stärkste Kette zuerst.
      Stärke, 0 bis 1: 1 geteilt durch die Kosten aller Schritte; ein Schritt kostet mehr, je loser die Beziehung ist und \
      je mehr Beziehungen an seinem Ziel zusammenlaufen.
      """,
      """
      Who can introduce \(name(seeker)). Goal: \(meaning). Strongest chain first.
      Strength, 0 to 1: 1 over the cost of all steps; a step costs more the looser the tie is and the more ties meet at \
      its end.
      """)[language]
  }

  /// Nobody to be introduced to.
  private var nobodyThere: String {
    let goal = workspace.graph.quotedName(of: goal, in: language)
    return answer.includesSeeker
      ? Wording(
        "Hinter \(goal) steht nach den Daten nur \(name(seeker)).",
        "By the data only \(name(seeker)) stands behind \(goal).")[language]
      : Wording("Wer hinter \(goal) steht, steht nicht in den Daten.", "Who stands behind \(goal) is not in the data.")[
        language]
  }

  /// Whom the goal means; for an actor, and for a municipality that has an actor of its name, that one itself.
  private var meaning: String {
    let people = answer.targets.prefix(5).map(name)
    if people == [name(goal)] { return name(goal) }
    let surplus = answer.targets.count - people.count
    let more = surplus > 0 ? Wording(" und \(surplus) weitere", " and \(surplus) more")[language] : ""
    let title = workspace.graph.quotedName(of: goal, in: language)
    let role =
      if workspace.graph.has(.event, goal) {
        Wording("wer \(title) veranstaltet", "whoever organises \(title)")
      } else if workspace.graph.has(.project, goal) {
        Wording("wer an \(title) arbeitet", "whoever works on \(title)")
      } else if workspace.graph.has(.challenge, goal) {
        Wording("wer für die Kommune hinter \(title) arbeitet", "whoever works for the municipality behind \(title)")
      } else {
        Wording("wer für \(title) arbeitet", "whoever works for \(title)")
      }
    return role[language] + " (" + people.joined(separator: ", ") + more + ")"
  }

  private func title(of chain: Introduction) -> String {
    let strength = Wording("Stärke ", "strength ")[language] + chain.strength.rounded(to: 3)
    if chain.introducers.isEmpty {
      return Wording("\(name(chain.target)) (\(strength))", "\(name(chain.target)) (\(strength))")[language]
    }
    let people = chain.introducers.map(name).joined(separator: ", ")
    return Wording(
      "Über \(people) zu \(name(chain.target)) (\(strength))",
      "Through \(people) to \(name(chain.target)) (\(strength))")[
        language]
  }

  /// Whom to ask first, and how all know one another.
  private func advice(on chain: Introduction) -> String {
    let people = [seeker] + chain.introducers + [chain.target]
    let meetings = zip(people, people.dropFirst()).map { from, to in meeting(from, to, on: chain.path) }
    guard let first = chain.introducers.first else {
      return Wording(
        "Keine Vermittlung nötig: bekannt durch \(meetings[0]). Direkt ansprechen.",
        "No introduction needed: known by \(meetings[0]). Ask directly.")[language]
    }
    let further = people.dropFirst(2).enumerated().map { position, next in
      Wording(
        " an \(name(next)) (dort bekannt durch \(meetings[position + 1]))",
        " to \(name(next)) (known there by \(meetings[position + 1]))")[language]
    }.joined()
    return Wording(
      "\(name(first)) ansprechen (bekannt durch \(meetings[0])) und um Vermittlung\(further) bitten.",
      "Ask \(name(first)) (known by \(meetings[0])) for an introduction\(further).")[language]
  }

  /// What two neighbours of a chain share: the node between them, or the relationship that joins them.
  private func meeting(_ from: NodeID, _ to: NodeID, on path: EvidencePath) -> String {
    guard let start = path.nodes.firstIndex(of: from), let end = path.nodes.firstIndex(of: to), end > start else {
      return ""
    }
    if end == start + 1 {
      let edge = path.edges[start]
      let phrase = Relationship.of(workspace.graph.type(of: edge)).phrase[language]
      return Wording("die Beziehung „\(phrase)“", "the relationship “\(phrase)”")[language]
        + (workspace.isExample(edge) ? Wording.exampleMark[language] : "")
    }
    return workspace.graph.quotedName(of: path.nodes[start + 1], in: language)
  }
}
