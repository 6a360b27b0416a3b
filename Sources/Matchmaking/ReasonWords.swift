package import GraphModel
import NetworkVocabulary

/// The case in which a German list stands: its end tells.
public enum GermanCase: Sendable {
  /// Behind a colon, or as a subject.
  case nominative
  /// Behind words such as `mit`, `an` and `von`.
  case dative

  /// What stands behind `2` in `und 2 weitere`, or behind `1`: of things, or of people.
  public func rest(_ count: Int, ofPeople: Bool = false) -> String {
    switch (self, count) {
    case (.nominative, 1): ofPeople ? "weitere" : "weiteres"
    case (.nominative, _): "weitere"
    case (.dative, 1): "weiterem"
    case (.dative, _): "weiteren"
    }
  }
}

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
  func quoted(_ nodes: [NodeID], _ german: GermanCase = .nominative) -> String { list(nodes.map(quoted), german) }

  /// The first three of some texts, and how many more there are.
  func list(_ texts: [String], _ german: GermanCase = .nominative) -> String {
    let surplus = texts.count - 3
    let more =
      surplus > 0 ? Wording(" und \(surplus) \(german.rest(surplus))", " and \(surplus) more")[language] : ""
    return texts.prefix(3).joined(separator: ", ") + more
  }

  /// Somebody's name, without quotation marks, marked where the record was made up.
  package func named(_ node: NodeID) -> String {
    (graph.name(of: node, in: language) ?? "") + mark(graph.has(.example, node))
  }

  /// Topics that were found, each once: through which project, and to which wanted ones it is close.
  ///
  /// - Parameters:
  ///   - german: The case of the list in German.
  ///   - isMadeUp: Whether what is said of a match rests on made-up records alone.
  func topics(
    _ matches: [TopicMatch], _ german: GermanCase = .nominative, namesProjects: Bool = false,
    isMadeUp: (TopicMatch) -> Bool
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
            ? Wording(" (nahe an \(quoted(others, .dative)))", " (close to \(quoted(others)))")[language]
            : Wording(" (auch nahe an \(quoted(others, .dative)))", " (also close to \(quoted(others)))")[language]
        return quoted(found) + mark(own.contains(where: isMadeUp)) + through + close
      }, german)
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
