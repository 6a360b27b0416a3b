/// The file formats of pictures.
public enum PictureFormat: String, Codable, Sendable, CaseIterable {
  /// Vector graphics for the web, with texts as text.
  case svg
  /// Pixels.
  case png
  /// Vector graphics for paper, fonts embedded.
  case pdf
  /// The graph with its attributes in the language of Graphviz; with places only where they were not left to it.
  case dot
  /// One page for browsers that needs nothing else: the picture with search, filters and a list.
  case html

  /// The name of the renderer, `nil` for the graph itself: cairo draws the fonts that pango measured.
  var renderer: String? {
    switch self {
    case .svg, .html: "svg:svg"
    case .png: "png:cairo"
    case .pdf: "pdf:cairo"
    case .dot: nil
    }
  }
}
