import ArgumentParser
import GraphAlgorithms
import GraphModel
import JSONText
import KnowledgeGraph
import Matchmaking
import NetworkVocabulary

struct PathCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: Wording(
      "Zeigen, wie zwei miteinander verbunden sind: die kürzesten Ketten von Beziehungen.",
      "Show how two things are connected: the shortest chains of relationships."),
    discussion: Wording(
      """
      Jede Kette nennt jede Beziehung; der Pfeil zeigt ihre Richtung. Kreise und CDO-Profile, die niemanden mit \
      jemandem verbinden, zählen nicht.
      """,
      """
      Each chain names every relationship; the arrow shows its direction. Districts and CDO profiles, which tie \
      nobody to anybody, are not walked along.
      """),
    examples: [
      #"cdograph path "CDO Norderstedt" Münsterhack"#,
      #"cdograph path "CDO Fürth" "Civitas Connect" --k 3 --weighted --via actor --via event"#,
    ])

  @OptionGroup var network: NetworkOptions

  @Argument(
    help: .words("Wo die Kette beginnt.", "Where the chain begins.", .name), completion: .custom(Completion.anything))
  var from: String

  @Argument(help: .words("Wo sie endet.", "Where it ends.", .name), completion: .custom(Completion.anything))
  var to: String

  @Option(
    name: [.long, .customLong("limit")],
    help: .words("Wie viele verschiedene Ketten gezeigt werden.", "How many different chains to show.", .count))
  var k = 1

  @Flag(
    name: .long,
    help: .words(
      "Starke Verbindungen (eine gemeinsame Veranstaltung) vor schwachen (ein gemeinsames Thema) und vor Knotenpunkten bevorzugen.",
      "Prefer strong ties (a common event) over weak ones (a common topic) and hubs."))
  var weighted = false

  @Option(
    name: .long,
    help: .words(
      "Nur über diese Art gehen: \(RecordKind.choices(.german)); für mehrere wiederholen.",
      "Pass only through this kind: \(RecordKind.choices(.english)); repeat it for several.", .kind))
  var via: [String] = []

  @Option(name: .long, help: .words("Format der Antwort.", "Format of the answer.", .format))
  var format = PathFormat.text

  func check() throws {
    try check("--k", k, in: 1...1000)
    for name in via where RecordKind.named(name) == nil {
      throw ValidationError("unknown kind '\(name)'; kinds are \(RecordKind.choices(Console.language))")
    }
  }

  func answer() async throws {
    let language = network.language.chosen
    let workspace = try network.workspace(for: .matching)
    let start = try workspace.resolve(from, language)
    let end = try workspace.resolve(to, language)
    var query = ChainQuery()
    query.count = k
    query.isWeighted = weighted
    query.via = via.compactMap { RecordKind.named($0)?.label }
    do throws(PathError) {
      let answer = try workspace.chains(from: start, to: end, query)
      switch format {
      case .text: printText(answer, start, end, workspace, language)
      case .json: print(json(answer, workspace, language).text(indent: true))
      }
    } catch {
      throw Failure(exitCode: .software, "\(error)")
    }
  }

  private func printText(
    _ answer: ChainAnswer, _ start: NodeID, _ end: NodeID, _ workspace: Workspace, _ language: Language
  ) {
    for (number, path) in answer.paths.enumerated() {
      let steps = path.edges.count
      let length = Wording(steps.counted("Schritt", "Schritte"), steps.counted("step", "steps"))
      let cost = weighted ? Wording(", Kosten ", ", cost ")[language] + path.cost.rounded(to: 2) : ""
      print("\(number + 1). (\(length[language])\(cost)) \(workspace.chain(EvidencePath(path), language))")
    }
    guard answer.paths.isEmpty else { return }
    let names = (workspace.name(of: start, language), workspace.name(of: end, language))
    print(
      Wording(
        """
        Keine Verbindung zwischen \(names.0) und \(names.1).
        Von \(names.0) aus erreichbar: \(answer.reachedFromStart.nodes(.german)); von \(names.1) aus: \
        \(answer.reachedFromEnd.nodes(.german)).
        Kreise und CDO-Profile gelten nicht als Verbindung.
        """,
        """
        No connection between \(names.0) and \(names.1).
        Reached from \(names.0): \(answer.reachedFromStart.nodes(.english)); from \(names.1): \
        \(answer.reachedFromEnd.nodes(.english)).
        Districts and CDO profiles do not count as connections.
        """)[language])
  }

  private func json(_ answer: ChainAnswer, _ workspace: Workspace, _ language: Language) -> JSONOutput {
    .object([
      (
        "paths",
        .array(
          answer.paths.map { path in
            .object([
              ("steps", .integer(Int64(path.edges.count))), ("cost", .float(path.cost)),
              ("chain", .string(workspace.chain(EvidencePath(path), language))),
              ("nodes", .array(workspace.steps(EvidencePath(path), language))),
            ])
          })
      ),
      ("reachedFromStart", answer.paths.isEmpty ? .integer(Int64(answer.reachedFromStart)) : .null),
      ("reachedFromEnd", answer.paths.isEmpty ? .integer(Int64(answer.reachedFromEnd)) : .null),
    ])
  }
}

enum PathFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}

extension Double {
  /// The number with a fixed count of decimals, with a point in every language.
  func rounded(to decimals: Int) -> String {
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    let scaled = Int((magnitude * factor).rounded())
    let (whole, part) = scaled.quotientAndRemainder(dividingBy: Int(factor))
    let digits = String(part)
    let sign = self < 0 && scaled > 0 ? "-" : ""
    return decimals == 0
      ? "\(sign)\(whole)" : "\(sign)\(whole)." + String(repeating: "0", count: decimals - digits.count) + digits
  }
}

extension Int {
  fileprivate func nodes(_ language: Language) -> String {
    Wording("\(self) Knoten", counted("node", "nodes"))[language]
  }
}
