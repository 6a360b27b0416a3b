import ArgumentParser
import Interchange
import KnowledgeGraph

struct ExportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the network for another program.",
    discussion: """
      The ending of the file decides its format. Persons are left out unless --persons says that they agreed.

      Formats:
      \(GraphFiles.listing)

      Examples:
        cdograph export -o network.graphml
        cdograph export --around Münsterhack --depth 2 --format graphml -o -
      """)

  @OptionGroup var network: NetworkOptions

  @Option(name: .long, help: "The format, by name. Default: by the ending of the file.")
  var format: String?

  @Option(name: .shortAndLong, help: "The file to write; - for standard output.", completion: .file())
  var output = "-"

  @Option(name: .long, help: "Only what lies around this.", completion: .custom(Completion.anything))
  var around: String?

  @Option(name: .long, help: "How many steps around it (1 to 6).")
  var depth = 1

  @Flag(name: .long, help: "Write persons too, because they have agreed to it.")
  var persons = false

  func validate() throws {
    guard (1...6).contains(depth) else { throw ValidationError("--depth must be from 1 to 6") }
    _ = try GraphFiles.format(named: format, file: output, option: "--format")
  }

  func answer() async throws {
    let chosen = try GraphFiles.format(named: format, file: output, option: "--format")
    let workspace = try network.workspace()
    let center = try around.map { try workspace.resolve($0, network.language.chosen) }
    let (graph, leftOut) = workspace.interchangeGraph(around: center, depth: depth, includesPersons: persons)
    try GraphFiles.write(graph, to: output, as: chosen)
    if leftOut > 0 { Console.warn("\(leftOut) persons left out; --persons writes them, where they have agreed") }
  }
}
