import ArgumentParser
import Diagrams
import Foundation
import GraphModel
import KnowledgeGraph
import NetworkFiles
import NetworkVocabulary

struct DiagramCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "diagram",
    abstract: Wording(
      """
      Einen Teil des Netzwerks zeichnen, mit Titel und Legende: SVG, PNG, PDF, DOT oder eine Seite für den Browser.
      """,
      """
      Draw a part of the network with title and legend: SVG, PNG, PDF, DOT or a page for browsers.
      """),
    discussion: Wording(
      """
      Die Endung der Datei bestimmt ihr Format. Gezeichnet wird in einem eigenen Prozess mit Zeitgrenze. Ein Bild \
      mit mehr als 300 Knoten wird nach Land und Themenfeld zusammengefasst, außer mit --full.
      """,
      """
      The ending of the file decides its format. Drawing runs in a process of its own with a time limit. A picture \
      of more than 300 nodes is gathered by Land and field of topics, unless --full asks for all.
      """),
    examples: [
      "cdograph diagram --around Münsterhack --depth 2 -o hack.svg",
      #"cdograph diagram --topic "Digitale Teilhabe" --style print --cluster-by land -o t.pdf"#,
      "cdograph diagram --topic OZG --engine geo --colour-by land -o karte.svg",
      #"cdograph diagram --path "CDO Fürth" Münsterhack --k 3 -o wege.svg"#,
      "cdograph diagram --query 'MATCH p = (:Actor)-[:WORKS_ON]->() RETURN p' -o p.html",
      "cdograph diagram --topic OZG --diff Graph -o vergleich.svg",
    ])

  @OptionGroup var network: NetworkOptions
  @OptionGroup var subject: DiagramSubjectOptions
  @OptionGroup var shape: DiagramShape
  @OptionGroup var looks: DiagramLooks

  @Option(
    name: .shortAndLong,
    help: .words(
      "Die Datei, die geschrieben wird; - für die Standardausgabe.", "The file to write; - for standard output.", .file),
    completion: .file())
  var output = "diagram.svg"

  @Option(
    name: .long,
    help: .words(
      "Format des Bildes. Standard: nach der Endung der Datei, sonst svg.",
      "Format of the picture. Default: by the ending of the file, else svg.", .format))
  var format: PictureFormat?

  @Option(
    name: .long,
    help: .words(
      "Anordnung der Knoten; geo ist eine Karte, ego ordnet in Ringen, bipartite in Spalten. Standard: nach der Größe.",
      "Layout of the nodes; geo is a map, ego makes rings, bipartite columns. Default: by size.", .layout)
  )
  var engine: LayoutEngine?

  @Option(name: .long, help: .words("Ein anderer Titel.", "Another title.", .text))
  var title: String?

  @Option(
    name: .long,
    help: .words(
      "Der Tag, der im Bild steht. Standard: der des Plans von --match, sonst heute.",
      "The day that stands in the picture. Default: that of the plan of --match, else today.", .day))
  var date: String?

  @Option(
    name: [.customLong("timeout"), .customLong("time-limit")],
    help: .words("Nach dieser Zeit aufgeben.", "Give up after this time.", .seconds))
  var timeLimit = 60.0

  func check() throws {
    try subject.check()
    try shape.check()
    guard timeLimit > 0, timeLimit <= 3600 else {
      throw ValidationError("--timeout must be more than 0 and at most 3600 seconds")
    }
    if format == nil, output != "-", chosenFormat == nil {
      throw ValidationError("unknown ending of '\(output)'; use .svg, .png, .pdf, .dot or .html, or say --format")
    }
    if let date, Day(date) == nil { throw ValidationError(Day.fault(of: date)) }
    if shape.clusterBy != nil, engine != nil {
      throw ValidationError("--cluster-by finds the places itself; leave --engine out")
    }
  }

  private var chosenFormat: PictureFormat? {
    if let format { return format }
    let hasNoEnding = URL(fileURLWithPath: output).pathExtension.isEmpty
    return output == "-" || hasNoEnding ? .svg : PictureFormat(ending: output)
  }

  func answer() async throws {
    let language = network.language.chosen
    let whole = try network.workspace(for: nil)
    let workspace = whole.permitting(.diagram)
    let sheet = try looks.sheet()
    let day = date.flatMap(Day.init) ?? Day(Date())
    let full = try gathered(workspace, sheet, day, language)
    guard !full.nodes.isEmpty else { return sayUnchanged(full, language) }
    var diagram = try shaped(full, of: workspace, sheet)
    let isTold = full.day != nil && date == nil
    diagram.subtitle = workspace.subtitle(of: diagram, from: full, date: isTold ? nil : day.text(language))
    let stored = try storedPlaces()
    let engine = try engine(after: stored)
    let boxes = try boxes(of: diagram, after: stored)
    if engine == .geo { addOutlines(of: workspace, to: &diagram) }
    if let stored {
      diagram = stored.marked(diagram, on: day.iso) { before in
        let text = Day(before)?.text(language) ?? before
        return Wording("neu seit \(text)", "new since \(text)")[language]
      }
    }
    let placement = try placement(of: diagram, after: stored)
    if engine == .ego, boxes.isEmpty { diagram = diagram.centred(keeping: placement) }
    let picture = try await Drawing.render(
      diagram, style: sheet, format: chosenFormat ?? .svg, engine: engine, keeping: placement, timeLimit: timeLimit,
      advice: advice)
    var files = [(bytes: picture.bytes, path: output)]
    if let file = shape.positions, let placement = picture.placement {
      let places = StoredPlaces(
        diagram, at: placement, engine: picture.engine, boxes: boxes, on: day.iso, after: stored)
      files.append(([UInt8](try json(of: places)), file))
    }
    try OutputFile.write(files)
    subject.warn(ofWithheldIn: whole, language)
    if output == "-" { return }
    if let format, let usual = PictureFormat(ending: output), usual != format {
      Console.warn("the ending of '\(output)' is that of \(usual.rawValue), but the file is \(format.rawValue)")
    }
    report(diagram, language)
  }

  private func report(_ diagram: Diagram, _ language: Language) {
    let all = diagram.nodes.reduce(0) { $0 + $1.count }
    print("\(output): \(diagram.counts)")
    guard all > diagram.nodes.count, shape.aggregateBy == nil else { return }
    let count = all.grouped(language)
    print(
      Wording(
        "\(count) Knoten sind zusammengefasst; --full zeichnet alle, --aggregate-by fasst anders zusammen",
        "\(count) nodes are gathered in groups; --full draws all of them, --aggregate-by groups in another way")[
          language])
  }

  /// That there is no difference is an answer as well, though none to draw.
  private func sayUnchanged(_ compared: Diagram, _ language: Language) {
    let text = comparison(of: compared, language)
    guard output != "-" else { return Console.note(text) }
    print(text)
    print(Wording("\(output) wurde nicht geschrieben", "\(output) was not written")[language])
  }

  private func addOutlines(of workspace: Workspace, to diagram: inout Diagram) {
    diagram.outlines = workspace.stateOutlines()
    guard !diagram.outlines.isEmpty else { return }
    diagram.notes.append(
      Wording(
        "Umrisse der Länder: genähert aus den Mittelpunkten und Flächen der Gemeinden (© Destatis, dl-de/by-2-0)",
        "outlines of the Länder: approximated from the centres and areas of the municipalities (© Destatis, dl-de/by-2-0)"
      )[diagram.language])
    let lands = Set(diagram.outlines.map(\.name))
    let isAnyKnownByLand = diagram.nodes.contains { node in
      node.place == nil && node.facts["land"].map { lands.contains($0.text(in: diagram.language)) } == true
    }
    if isAnyKnownByLand {
      diagram.notes.append(
        Wording("ohne Punkt: nur das Land ist bekannt", "without a dot: only the Land is known")[diagram.language])
    }
  }
}

/// Draws one picture for another cdograph, so that a fault in Graphviz ends this process and not that one.
struct RenderWorkerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render-worker",
    abstract: Wording("Ein Bild für ein anderes cdograph zeichnen.", "Draw one picture for another cdograph."),
    shouldDisplay: false)

  func run() async throws {
    let status = serveRenderRequest()
    if status != 0 { throw ExitCode(status) }
  }
}

extension PictureFormat {
  /// The format that the ending of a file names.
  init?(ending file: String) { self.init(rawValue: URL(fileURLWithPath: file).pathExtension.lowercased()) }
}
