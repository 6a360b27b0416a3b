package import GraphModel
import NetworkVocabulary

/// How reasons name what they speak of: in quotation marks, so that names need no endings, and marked where made up.
package struct ReasonWords<Graph: PropertyView> {
  /// What is spoken of.
  package let graph: Graph
  /// The language of the reader.
  package let language: Language

  /// Speaks of a graph in a language.
  package init(_ graph: Graph, _ language: Language) { (self.graph, self.language) = (graph, language) }

  /// The name in quotation marks, with a mark.
  package func quoted(_ node: NodeID) -> String { graph.quotedName(of: node, in: language) }

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

  /// Somebody's name, without quotation marks, marked where the record was made up.
  package func named(_ node: NodeID) -> String {
    (graph.name(of: node, in: language) ?? "") + mark(graph.has(.example, node))
  }

  /// Topics that were found, each once: through which project, and to which wanted ones it is close.
  ///
  /// - Parameter isMadeUp: Whether what is said of a match rests on made-up records alone.
  func topics(
    _ matches: [TopicMatch], namesProjects: Bool = false, isMadeUp: (TopicMatch) -> Bool
  ) -> String {
    list(
      byFound(matches).map { found, own in
        let project = namesProjects ? own.compactMap(\.project).first : nil
        let through = project.map { Wording(" über ", " through ")[language] + quoted($0) } ?? ""
        let others = own.map(\.wanted).filter { $0 != found }
        let close =
          others.isEmpty
          ? ""
          : others.count == own.count
            ? Wording(" (nahe an \(quoted(others)))", " (close to \(quoted(others)))")[language]
            : Wording(" (auch nahe an \(quoted(others)))", " (also close to \(quoted(others)))")[language]
        return quoted(found) + mark(own.contains(where: isMadeUp)) + through + close
      })
  }

  /// Topics that are wanted, with what there is to give where that is another one; what is given stands once.
  func needs(_ matches: [TopicMatch], isMadeUp: (TopicMatch) -> Bool) -> String {
    func marked(_ match: TopicMatch) -> String { quoted(match.wanted) + mark(isMadeUp(match)) }
    return list(
      byFound(matches).map { found, own in
        let others = list(own.filter { $0.wanted != found }.map(marked))
        guard let exact = own.first(where: { $0.wanted == found }) else {
          return others + Wording(" (zu geben: \(quoted(found)))", " (to give: \(quoted(found)))")[language]
        }
        let more = others.isEmpty ? "" : Wording(" (auch für \(others))", " (also for \(others))")[language]
        return marked(exact) + more
      })
  }

  /// The matches of each topic that was found, in the order in which they come.
  private func byFound(_ matches: [TopicMatch]) -> [(found: NodeID, own: [TopicMatch])] {
    var order: [NodeID] = []
    for match in matches where !order.contains(match.found) { order.append(match.found) }
    return order.map { found in (found, matches.filter { $0.found == found }) }
  }

  /// The mark of what was made up, or nothing.
  package func mark(_ isMadeUp: Bool) -> String { isMadeUp ? Wording.exampleMark[language] : "" }
}
