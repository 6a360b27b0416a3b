import ArgumentParser
import GraphModel
import Interchange
import NetworkVocabulary

struct ConvertCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: Wording(
      "Eine Graph-Datei in ein anderes Format umwandeln.",
      "Turn a graph file of one format into another."),
    discussion: Wording(
      """
      Die Endungen der Dateien bestimmen ihre Formate. Ein Format aus zwei Dateien wird mit dem genannt, was deren \
      Namen gemeinsam haben: netz.csv steht für netz-nodes.csv und netz-edges.csv. Was ein Format nicht fasst, wird \
      gemeldet.

      Formate:
      \(GraphFiles.listing(.german))
      """,
      """
      The endings of the files decide their formats. A format of two files is named by what their names have in \
      common: network.csv stands for network-nodes.csv and network-edges.csv. What a format cannot hold is said on \
      standard error.

      Formats:
      \(GraphFiles.listing(.english))
      """),
    examples: [
      "cdograph convert network.graphml network.json --to node-link",
      "cdograph convert network.graphml network.gexf",
    ])

  @Argument(
    help: .words(
      "Die Datei, die gelesen wird; - für die Standardeingabe.", "The file to read; - for standard input.", .file),
    completion: .file())
  var input: String

  @Argument(
    help: .words(
      "Die Datei, die geschrieben wird; - für die Standardausgabe.", "The file to write; - for standard output.", .file),
    completion: .file())
  var output: String

  @Option(
    name: .long,
    help: .words(
      "Das Format der gelesenen Datei. Standard: nach ihrer Endung.",
      "The format of the file to read. Default: by its ending.", .format),
    completion: .list(Self.readable.map(\.name)))
  var from: String?

  @Option(
    name: .long,
    help: .words(
      "Das Format der geschriebenen Datei. Standard: nach ihrer Endung.",
      "The format of the file to write. Default: by its ending.", .format),
    completion: .list(FormatCatalog.all.map(\.name)))
  var to: String?

  @OptionGroup var language: LanguageOption

  private static let readable = FormatCatalog.all.filter(\.isReadable)

  func answer() async throws {
    let source = try GraphFiles.format(
      named: from, file: input, advice: "say --from", among: Self.readable, isRead: true)
    let target = try GraphFiles.format(named: to, file: output, advice: "say --to")
    guard source.isReadable else { throw ValidationError("\(source.name) can be written but not read") }
    if target.parts.count > 1, output == "-" {
      throw ValidationError("\(target.name) fills \(target.parts.count) files; name them instead of -")
    }
    let graph = try await GraphFiles.read(input, as: source)
    try GraphFiles.write(graph, to: output, as: target)
    warn(of: graph)
    GraphFiles.confirm(graph, output, as: target, language.chosen)
  }

  /// A file is turned into another whole; that somebody in it does not want to be handed on should be known.
  private func warn(of graph: InterchangeGraph) {
    let count = graph.nodes.count { node in
      guard node.labels.contains(RecordKind.actor.label.name),
        let consent = node.properties.first(where: { $0.key == "consent" })
      else { return false }
      guard case .list(let purposes) = consent.value else { return true }
      return !purposes.contains(.string(Purpose.export.rawValue))
    }
    guard count > 0 else { return }
    Console.warn(
      count == 1
        ? "1 actor in the file has not agreed to being exported; convert hands on all, export leaves out"
        : "\(count) actors in the file have not agreed to being exported; convert hands on all, export leaves out")
  }
}
