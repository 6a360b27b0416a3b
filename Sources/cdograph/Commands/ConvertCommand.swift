import ArgumentParser
import Interchange

struct ConvertCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Turn a graph file of one format into another.",
    discussion: """
      The endings of the files decide their formats. What a format cannot hold is said on standard error.

      Formats:
      \(GraphFiles.listing)

      Examples:
        cdograph convert network.graphml network.json --to node-link
      """)

  @Argument(help: "The file to read.", completion: .file())
  var input: String

  @Argument(help: "The file to write; - for standard output.", completion: .file())
  var output: String

  @Option(name: .long, help: "The format of the file to read. Default: by its ending.")
  var from: String?

  @Option(name: .long, help: "The format of the file to write. Default: by its ending.")
  var to: String?

  func answer() async throws {
    let source = try GraphFiles.format(named: from, file: input, option: "--from")
    let target = try GraphFiles.format(named: to, file: output, option: "--to")
    guard source.read != nil else { throw ValidationError("\(source.name) can be written but not read") }
    guard target.write != nil else { throw ValidationError("\(target.name) can be read but not written") }
    try GraphFiles.write(GraphFiles.read(input, as: source), to: output, as: target)
  }
}
