import ArgumentParser
import Diagrams
import Foundation
import GermanText
import KnowledgeGraph

/// The options that say how a picture looks.
struct DiagramLooks: ParsableArguments {
  @Option(
    name: .long,
    help: .words(
      "Stil: screen, print, poster, dark, high-contrast oder eine JSON-Datei.",
      "Style: screen, print, poster, dark, high-contrast, or a JSON file.", .style),
    completion: .file(extensions: ["json"]))
  var style = "screen"

  @Option(
    name: .long,
    help: .words(
      "Eine Seite dieses Papiers füllen, hoch oder quer.", "Fill a page of this paper, upright or turned.", .paper))
  var paper: Paper?

  @Option(
    name: .long,
    help: .words(
      "Knoten färben nach kind (Art), land, focus (Blick), area (Themenfeld), community (Gruppe), centrality (Zentralität), count (Anzahl) oder einer Eigenschaft.",
      "Colour nodes by kind, land, focus, area, community, centrality, count or a property.", .property))
  var colourBy: String?

  @Option(
    name: .long,
    help: .words(
      "Form der Knoten, nach kind oder einem anderen der Worte von --colour-by.",
      "Shape of nodes, by kind or another word of --colour-by.", .property))
  var shapeBy: String?

  @Option(
    name: .long,
    help: .words(
      "Größe der Knoten nach einer Zahl, etwa population (Einwohner) oder centrality.",
      "Size of nodes by a number, such as population or centrality.", .property))
  var sizeBy: String?

  @Option(
    name: .long,
    help: .words(
      "Linien nach kind, count oder einer Eigenschaft der Beziehungen zeichnen.",
      "Draw lines by kind, count or a property of relationships.", .property))
  var lineBy: String?

  /// The sheet with what the options say over it.
  func sheet() throws -> StyleSheet {
    var sheet = try StyleSheet.named(style)
    if let paper { sheet.page = paper.page(of: sheet.page) }
    var channels = sheet.channels ?? StyleSheet.Channels()
    channels.colour = colourBy.map(DiagramKeys.key) ?? channels.colour
    channels.shape = shapeBy.map(DiagramKeys.key) ?? channels.shape
    channels.size = sizeBy.map(DiagramKeys.key) ?? channels.size
    channels.line = lineBy.map(DiagramKeys.key) ?? channels.line
    sheet.channels = channels
    return sheet
  }

  /// Whether the sheet, and no option, says what a channel shows.
  func isSheet(_ channel: String) -> Bool {
    switch channel {
    case "colour": colourBy == nil
    case "shape": shapeBy == nil
    case "size": sizeBy == nil
    default: lineBy == nil
    }
  }
}

extension StyleSheet.Channels {
  /// What the looks of nodes speak of.
  var nodeKeys: [String] { [colour, shape, size].compactMap(\.self) }
}

/// What a picture leaves out, shows pale, gathers, and compares with.
struct DiagramShape: ParsableArguments {
  @Option(
    name: .long,
    help: .words(
      "Nur Knoten, auf die das zutrifft: kind=actor,project, Blick=innen, population=20000..100000; Wörter gehen deutsch und englisch; für mehrere wiederholen. Was die Angabe nicht hat (ein Thema liegt in keinem Land), bleibt, wo es mit Gewähltem verbunden ist.",
      "Keep only nodes with this: kind=actor,project, focus=inward, population=20000..100000; words may be English or German; repeat it for several. What has no such fact (a topic lies in no Land) stays where it is joined to what is chosen.",
      .propertyAndValue))
  var filter: [String] = []

  @Option(
    name: .long,
    help: .words(
      "Andere Knoten blass zeigen; Bedingung wie bei --filter.",
      "Show other nodes pale; the condition is written as for --filter.", .propertyAndValue))
  var fade: [String] = []

  @Option(
    name: .long,
    help: .words(
      "Knoten in Kästen fassen, nach land, kind, community, area oder einer Eigenschaft.",
      "Put nodes into boxes by land, kind, community, area or a property.", .property))
  var clusterBy: String?

  @Option(
    name: .long,
    help: .words(
      "Gruppen statt Knoten zeichnen: nach land, area, kind, focus, community oder einer Eigenschaft. Standard ab 300 Knoten: land.",
      "Draw groups instead of nodes: by land, area, kind, focus, community or a property. Default above 300 nodes: land.",
      .property)
  )
  var aggregateBy: String?

  @Flag(
    name: .long,
    help: .words("Jeden Knoten zeichnen, wie viele es auch sind.", "Draw every node, however many there are."))
  var full = false

  @Option(
    name: .long,
    help: .words(
      "Mit einem älteren Ordner vergleichen: zeigen, was neu und was weggefallen ist.",
      "Compare with an older folder: mark what was added and removed.", .folder))
  var diff: String?

  @Option(
    name: .long,
    help: .words(
      "Die Plätze aus dieser Datei behalten und kennzeichnen, was seit der Ausgabe davor dazukam; die Datei wird neu geschrieben. Alle Bilder eines Tages (--date) sind eine Ausgabe.",
      "Keep the places of this file and mark what came since the edition before; the file is written anew. All pictures of one day (--date) are one edition.",
      .file))
  var positions: String?

  func check() throws {
    for text in filter + fade where DiagramFilter(text) == nil {
      if let turned = turned(text) { throw ValidationError("the ends of '\(text)' are swapped; write \(turned)") }
      throw ValidationError("'\(text)' is no condition; write kind=actor, land=NRW or population=20000..100000")
    }
    if full, aggregateBy != nil { throw ValidationError("--full and --aggregate-by exclude each other") }
    if clusterBy != nil, aggregateBy != nil {
      throw ValidationError("--cluster-by and --aggregate-by exclude each other")
    }
    if positions?.isEmpty == true || positions == "-" { throw ValidationError("--positions needs the name of a file") }
    if diff?.isEmpty == true { throw ValidationError("--diff needs the name of a folder") }
    if diff != nil, positions != nil { throw ValidationError("--diff and --positions exclude each other") }
  }

  /// The keys that the picture must know.
  var keys: [String] {
    (filters + fades).map(\.key) + [clusterKey, aggregateKey].compactMap(\.self)
  }

  var clusterKey: String? { clusterBy.map(DiagramKeys.key) }
  var aggregateKey: String? { aggregateBy.map(DiagramKeys.key) }

  var filters: [DiagramFilter] { conditions(filter) }
  var fades: [DiagramFilter] { conditions(fade) }

  /// A range whose ends are the wrong way round, with its ends swapped; nil for anything else.
  private func turned(_ text: String) -> String? {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let dots = parts[1].firstRange(of: "..") else { return nil }
    let ends = [parts[1][dots.upperBound...], parts[1][..<dots.lowerBound]].map { $0.filter { !$0.isWhitespace } }
    let turned = "\(parts[0])=\(ends[0])..\(ends[1])"
    return DiagramFilter(turned) == nil ? nil : turned
  }

  private func conditions(_ texts: [String]) -> [DiagramFilter] {
    texts.compactMap(DiagramFilter.init).map { $0.on(DiagramKeys.key(meantBy: $0.key)) }
  }
}
