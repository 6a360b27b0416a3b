import ArgumentParser
import Diagrams
import Foundation
import GermanText
import NetworkVocabulary

/// The options that say how a picture looks.
struct DiagramLooks: ParsableArguments {
  @Option(
    name: .long, help: "A style: screen, print, poster, dark, high-contrast, or a JSON file.",
    completion: .file(extensions: ["json"]))
  var style = "screen"

  @Option(name: .long, help: "Fit this paper: a4, a3 or a0.")
  var paper: Paper?

  @Option(
    name: .long,
    help: "Colour nodes by kind, land, focus, area, community, centrality, count or a property.")
  var colourBy: String?

  @Option(name: .long, help: "Shape nodes by kind or any other of these.")
  var shapeBy: String?

  @Option(name: .long, help: "Size nodes by a number, such as population or centrality.")
  var sizeBy: String?

  @Option(name: .long, help: "Draw lines by kind, count or a property of relationships.")
  var lineBy: String?

  /// The sheet with what the options say over it.
  func sheet() throws -> StyleSheet {
    var sheet = try StyleSheet.named(style)
    if let paper { sheet.page = paper.page(of: sheet.page) }
    var channels = sheet.channels ?? StyleSheet.Channels()
    channels.colour = colourBy ?? channels.colour
    channels.shape = shapeBy ?? channels.shape
    channels.size = sizeBy ?? channels.size
    channels.line = lineBy ?? channels.line
    sheet.channels = channels
    return sheet
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
    help: ArgumentHelp(
      "Keep only nodes with this: kind=actor,project, land=NRW, population=20000..100000; repeat it for several.",
      valueName: "key=value"))
  var filter: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Show nodes without this pale; written as for --filter.", valueName: "key=value"))
  var fade: [String] = []

  @Option(name: .long, help: "Put nodes into boxes by land, kind, community, area or a property.")
  var clusterBy: String?

  @Option(
    name: .long,
    help:
      "Draw groups instead of nodes: by land, area, kind, focus, community or a property. Default above 300 nodes: land."
  )
  var aggregateBy: String?

  @Flag(name: .long, help: "Draw every node, however many there are.")
  var full = false

  @Option(
    name: .long, help: ArgumentHelp("Compare with an older folder: mark what was added and removed.", valueName: "dir"))
  var diff: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Keep the places of this file and mark what is new; the file is written anew.", valueName: "file"))
  var positions: String?

  func check() throws {
    for text in filter + fade where DiagramFilter(text) == nil {
      throw ValidationError("'\(text)' is no condition; write kind=actor, land=NRW or population=20000..100000")
    }
    if full, aggregateBy != nil { throw ValidationError("--full and --aggregate-by exclude each other") }
    if clusterBy != nil, aggregateBy != nil {
      throw ValidationError("--cluster-by and --aggregate-by exclude each other")
    }
    if diff != nil, positions != nil { throw ValidationError("--diff and --positions exclude each other") }
  }

  /// The keys that the picture must know.
  var keys: [String] {
    (filters + fades).map(\.key) + [clusterBy, aggregateBy].compactMap(\.self)
  }

  var filters: [DiagramFilter] { filter.compactMap(DiagramFilter.init).map(\.withFullNames) }
  var fades: [DiagramFilter] { fade.compactMap(DiagramFilter.init).map(\.withFullNames) }
}

extension DiagramFilter {
  /// The abbreviations that people type for Länder give way to their names.
  fileprivate var withFullNames: DiagramFilter {
    guard key == "land" else { return self }
    return mapWords { word in
      State.all.first { ([$0.name] + $0.abbreviations).map(folded).contains(folded(word)) }?.name ?? word
    }
  }
}
