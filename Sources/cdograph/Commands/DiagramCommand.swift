import ArgumentParser
import Diagrams
import Foundation
import GraphModel
import KnowledgeGraph
import NetworkVocabulary

struct DiagramCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "diagram",
    abstract: "Draw a part of the network with legend and title, as SVG, PNG, PDF or DOT.",
    discussion: """
      The ending of the file decides its format. Drawing runs in a process of its own with a time limit.

      Examples:
        cdograph diagram --around Münsterhack --depth 2 -o m.svg
        cdograph diagram --topic OZG --style print -o ozg.pdf
        cdograph diagram --whole -o network.svg
      """)

  @OptionGroup var network: NetworkOptions

  @Option(name: .long, help: "Draw what lies around this.", completion: .custom(Completion.anything))
  var around: String?

  @Option(name: .long, help: "How many steps around it (1 to 6).")
  var depth = 1

  @Option(name: .long, help: "Draw who works on a topic.", completion: .custom(Completion.topics))
  var topic: String?

  @Flag(name: .long, help: "Draw the whole network.")
  var whole = false

  @Option(name: .shortAndLong, help: "The file to write; - for standard output.", completion: .file())
  var output = "diagram.svg"

  @Option(name: .long, help: "svg, png, pdf or dot. Default: by the ending of the file, else svg.")
  var format: PictureFormat?

  @Option(name: .long, help: "A style: screen, print, or a JSON file.", completion: .file(extensions: ["json"]))
  var style = "screen"

  @Option(name: .long, help: "Layout: dot, neato, fdp, sfdp, circo, twopi or osage. Default: by size.")
  var engine: LayoutEngine?

  @Option(name: .long, help: "Another title.")
  var title: String?

  @Option(name: .long, help: ArgumentHelp("Give up after this time.", valueName: "seconds"))
  var timeLimit = 60.0

  func validate() throws {
    let subjects = [around != nil, topic != nil, whole].count { $0 }
    if subjects == 0 { throw ValidationError("say what to draw: --around NAME, --topic NAME or --whole") }
    if subjects > 1 { throw ValidationError("only one of --around, --topic and --whole can be drawn") }
    guard (1...6).contains(depth) else { throw ValidationError("--depth must be from 1 to 6") }
    guard timeLimit > 0, timeLimit <= 3600 else {
      throw ValidationError("--time-limit must be more than 0 and at most 3600 seconds")
    }
    if format == nil, output != "-", chosenFormat == nil {
      throw ValidationError("unknown ending of '\(output)'; use .svg, .png, .pdf or .dot, or say --format")
    }
  }

  private var chosenFormat: PictureFormat? {
    if let format { return format }
    let ending = URL(fileURLWithPath: output).pathExtension.lowercased()
    return output == "-" || ending.isEmpty ? .svg : PictureFormat(rawValue: ending)
  }

  func answer() async throws {
    let language = network.language.chosen
    let workspace = try network.workspace()
    let subject: DiagramSubject =
      if let around {
        .around(try workspace.resolve(around, language), depth: depth)
      } else if let topic {
        .topic(try workspace.resolve(topic, among: [.topic], language))
      } else {
        .whole
      }
    let diagram = workspace.diagram(of: subject, title: title, language)
    let picture = try await Drawing.render(
      diagram, style: style, format: chosenFormat ?? .svg, engine: engine, timeLimit: timeLimit)
    try OutputFile.write(picture.bytes, to: output)
    guard output != "-" else { return }
    let size = "\(diagram.nodes.count)"
    let edges = "\(diagram.edges.count)"
    print(
      Wording(
        "\(output): \(size) Knoten, \(edges) Beziehungen", "\(output): \(size) nodes, \(edges) relationships"
      )[language])
  }
}

/// Draws one picture for another cdograph, so that a fault in Graphviz ends this process and not that one.
struct RenderWorkerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render-worker", abstract: "Draw one picture for another cdograph.", shouldDisplay: false)

  func run() async throws {
    let status = serveRenderRequest()
    if status != 0 { throw ExitCode(status) }
  }
}
