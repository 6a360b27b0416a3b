public import Diagrams
import Foundation
import GraphModel
import GraphStore
import NetworkVocabulary

/// What stands above a picture.
extension Workspace {
  func title(of subject: DiagramSubject, _ language: Language) -> String {
    switch subject {
    case .around(let node, _):
      let name = quoted(node, language)
      return Wording("Netzwerk um \(name)", "Network around \(name)")[language]
    case .topic(let node):
      let name = quoted(node, language)
      return Wording("Thema \(name): wer daran arbeitet", "Topic \(name): who works on it")[language]
    case .event(let node):
      let name = quoted(node, language)
      return Wording("Veranstaltung \(name)", "Event \(name)")[language]
    case .chains(let nodes, _):
      guard let first = nodes.first, let last = nodes.last else { return "" }
      let (start, end) = (quoted(first, language), quoted(last, language))
      return Wording("Wege von \(start) zu \(end)", "Paths from \(start) to \(end)")[language]
    case .whole: return Wording("Das ganze Netzwerk", "The whole network")[language]
    }
  }

  /// A name within a title, with single marks around what it quotes itself.
  private func quoted(_ node: NodeID, _ language: Language) -> String {
    let name = name(of: node, language)
    switch language {
    case .german: return "„" + name.replacing("„", with: "‚").replacing("“", with: "‘") + "“"
    case .english: return "“" + name.replacing("“", with: "‘").replacing("”", with: "’") + "”"
    }
  }

  /// The line below the title: the day, the counts and where the facts come from.
  ///
  /// - Parameters:
  ///   - diagram: What is drawn.
  ///   - full: The same before it was aggregated, which knows the sources of its nodes.
  ///   - date: The day of the data, as people write it.
  public func subtitle(of diagram: Diagram, from full: Diagram, date: String?) -> String {
    let language = diagram.language
    // What is there no more is told by the comparison.
    let present = full.nodes.filter { $0.change != .removed }
    let sources = Set(present.compactMap { $0.facts["source"] })
    // Where a folder lies on somebody's machine is nobody's business; a line may break behind a dot, not before it.
    let data = folders.map { URL(fileURLWithPath: $0).lastPathComponent }.joined(separator: " + ")
    let dot = "\u{A0}· "
    let day =
      (full.day.map { $0 + dot } ?? "")
      + (date.map { Wording("Stand \($0)\(dot)", "as of \($0)\(dot)")[language] } ?? "")
    let nodes = present.reduce(0) { $0 + $1.count }
    let ties = full.edges.reduce(0) { $0 + ($1.change == .removed ? 0 : $1.count) }
    let number = diagram.nodes.count
    let inner = diagram.innerEdges.grouped(language)
    let within =
      diagram.innerEdges > 0
      ? Wording(
        " (davon \(inner) innerhalb der Gruppen, nicht gezeichnet)", " (\(inner) of them within groups, not drawn)")[
          language] : ""
    let groups =
      diagram.nodes.contains { $0.count > 1 }
      ? Wording(
        " in \(number) \(number == 1 ? "Gruppe" : "Gruppen")", " in \(number) \(number == 1 ? "group" : "groups")")[
          language] : ""
    let counts =
      diagram.tally ?? "\(nodes.countedNodes(language))\(groups), \(ties.countedEdges(language))\(within)"
    // The licence of the municipalities asks for this line (dl-de/by-2-0).
    let isOfDestatis = sources.contains { $0.text(in: language).contains("Destatis") }
    let licence =
      isOfDestatis
      ? Wording("; Kommunen: © Destatis, dl-de/by-2-0", "; municipalities: © Destatis, dl-de/by-2-0")[language] : ""
    let origins =
      sources.count.grouped(language)
      + (sources.count == 1 ? Wording(" Quelle", " source") : Wording(" Quellen", " sources"))[language]
    return day + counts + dot + Wording("Daten:\u{A0}", "data:\u{A0}")[language] + "\(data) (\(origins)\(licence))"
  }
}
