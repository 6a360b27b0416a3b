import ArgumentParser
import GermanText
import GraphModel
import GraphStore
import KnowledgeGraph
import NetworkVocabulary

struct FindCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: Wording(
      "Etwas nach seinem Namen finden und zeigen, was darüber bekannt ist.",
      "Find things by name and show what is known about them."),
    discussion: Wording(
      """
      Namen, andere Namen, Abkürzungen, Kennungen und Gemeindeschlüssel führen zum Ziel; Groß- und Kleinschreibung, \
      Umlaute und ß sind gleich.
      """,
      """
      Names, aliases, abbreviations, ids and municipality keys all lead there; upper and lower case, umlauts and ß \
      do not matter.
      """),
    examples: [
      "cdograph find Onlinezugangsgesetz",
      #"cdograph find "Kreis Harz""#,
      "cdograph find 05162024 --kind municipality",
    ])

  @OptionGroup var network: NetworkOptions

  @Argument(help: .words("Was gesucht wird.", "What to look for.", .name), completion: .custom(Completion.anything))
  var name: String

  @Option(
    name: .long,
    help: .words(
      "Nur diese Art: \(RecordKind.choices(.german)).",
      "Only this kind: \(RecordKind.choices(.english)).", .kind))
  var kind: String?

  @Option(
    name: .long,
    help: .words("Wie viele Beziehungen je Typ gezeigt werden.", "How many relationships of each type to show.", .count)
  )
  var limit = 10

  func check() throws {
    if let kind, RecordKind.named(kind) == nil {
      throw ValidationError("unknown kind '\(kind)'; kinds are \(RecordKind.choices(Console.language))")
    }
    try check("--limit", limit, atLeast: 1)
  }

  func answer() async throws {
    let language = network.language.chosen
    let workspace = try network.workspace(for: nil)
    let labels = kind.flatMap(RecordKind.named).map { [$0.label] } ?? []
    let node = try workspace.resolve(name, among: labels, language)
    print(workspace.title(of: node, language))
    for (key, value) in workspace.graph.properties(of: node) where !["id", "name"].contains(key.name) {
      print("  \(key): \(value)")
    }
    printRelationships(of: node, workspace, language)
  }

  /// The relationships by type and direction, each line as it would be read aloud.
  private func printRelationships(of node: NodeID, _ workspace: Workspace, _ language: Language) {
    let graph = workspace.graph
    var groups: [(phrase: String, isForward: Bool, names: [String])] = []
    for hop in graph.hops(from: node) {
      let phrase = Relationship.of(graph.type(of: hop.edge)).phrase[language]
      // What is made up already says so of itself.
      let isMadeUp = workspace.isExample(hop.edge) && !workspace.isExample(hop.neighbor)
      let name =
        workspace.name(of: hop.neighbor, language) + (isMadeUp ? Wording.exampleMark[language] : "")
      if let last = groups.indices.last, groups[last].phrase == phrase, groups[last].isForward == hop.isForward {
        groups[last].names.append(name)
      } else {
        groups.append((phrase, hop.isForward, [name]))
      }
    }
    for group in groups {
      let more = group.names.count - limit
      let rest = more > 0 ? [Wording("und \(more) weitere", "and \(more) more")[language]] : []
      print("  \(group.isForward ? "–\(group.phrase)→" : "←\(group.phrase)–")")
      for name in group.names.prefix(limit) + rest { print("    \(name)") }
    }
  }
}
