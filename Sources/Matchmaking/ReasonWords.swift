import GraphModel
import NetworkVocabulary

/// How reasons name what they speak of: in quotation marks, so that names need no endings, and marked where made up.
struct ReasonWords<Graph: PropertyView> {
  let graph: Graph
  let language: Language

  init(_ graph: Graph, _ language: Language) { (self.graph, self.language) = (graph, language) }

  func quoted(_ node: NodeID) -> String { graph.quotedName(of: node, in: language) }

  /// The first three of some nodes, and how many more there are.
  func quoted(_ nodes: [NodeID]) -> String { list(nodes.map(quoted)) }

  /// The first three of some texts, and how many more there are.
  func list(_ texts: [String]) -> String {
    let surplus = texts.count - 3
    let more =
      switch surplus {
      case ...0: ""
      case 1: Wording(" und 1 weiteres", " and 1 more")[language]
      default: Wording(" und \(surplus) weitere", " and \(surplus) more")[language]
      }
    return texts.prefix(3).joined(separator: ", ") + more
  }

  /// The topic that was found, through which project, and to which wanted one it is close.
  func topic(_ match: TopicMatch) -> String {
    let through = match.project.map { Wording(" über ", " through ")[language] + quoted($0) } ?? ""
    return quoted(match.found) + through + closeness(match)
  }

  /// To which wanted topic a found one is close; nothing where it is that one.
  func closeness(_ match: TopicMatch) -> String {
    if match.found == match.wanted { return "" }
    let wanted = quoted(match.wanted)
    return Wording(" (nahe an \(wanted))", " (close to \(wanted))")[language]
  }

  func mark(_ isMadeUp: Bool) -> String { isMadeUp ? Wording.exampleMark[language] : "" }
}
