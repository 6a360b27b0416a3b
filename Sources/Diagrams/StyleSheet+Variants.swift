extension StyleSheet {
  /// The built-in sheet for posters, the same as `Exports/styles/poster.json`: fills A0.
  public static let poster: StyleSheet = {
    var sheet = screen
    sheet.name = "poster"
    sheet.page = Paper.a0.page(of: sheet.page)
    sheet.page.dotsPerInch = 150
    sheet.text.colour = Colour(0x000000)
    return sheet
  }()

  /// The built-in sheet for dark screens, the same as `Exports/styles/dark.json`.
  public static let dark: StyleSheet = {
    var sheet = screen
    sheet.name = "dark"
    sheet.page.background = Colour(0x12181F)
    sheet.text.colour = Colour(0xF2F4F7)
    sheet.nodes = screen.nodes.mapValues { style in
      var style = style
      style.stroke = Colour(0xF2F4F7)
      return style
    }
    sheet.nodes["Municipality"]?.fill = Colour(0x0067A5)
    sheet.otherNodes = screen.otherNodes.map { style in
      var style = style
      style.stroke = Colour(0xF2F4F7)
      return style
    }
    sheet.edges = screen.edges.mapValues(lightened)
    sheet.otherEdges = screen.otherEdges.map(lightened)
    sheet.categories = screen.categories.map { colours in
      NodeColours(fill: colours.fill, stroke: Colour(0xF2F4F7), text: colours.text)
    }
    sheet.steps = screen.steps.map { colours in
      NodeColours(fill: colours.fill, stroke: Colour(0xF2F4F7), text: colours.text)
    }
    sheet.marks = Marks(
      added: Colour(0x6EE7B7), removed: Colour(0xFDA4AF),
      faded: NodeColours(fill: Colour(0x12181F), stroke: Colour(0x8A94A0), text: Colour(0xC2C9D1)),
      backdrop: NodeColours(fill: Colour(0x1D2630), stroke: Colour(0x6B7785), text: Colour(0xC2C9D1)))
    return sheet
  }()

  /// The built-in sheet for weak eyes and poor projectors, the same as `Exports/styles/high-contrast.json`: black on
  /// white, wide lines, large words; shapes and line patterns tell kinds apart.
  public static let highContrast: StyleSheet = {
    var sheet = screen
    sheet.name = "high-contrast"
    sheet.text.colour = Colour(0x000000)
    sheet.text.nodeSize = 14
    sheet.text.legendSize = 14
    sheet.text.subtitleSize = 14
    sheet.text.edgeSize = 13
    let plain = NodeColours(fill: Colour(0xFFFFFF), stroke: Colour(0x000000), text: Colour(0x000000))
    sheet.nodes = screen.nodes.mapValues { NodeStyle(shape: $0.shape, plain, name: $0.name) }
    sheet.otherNodes = screen.otherNodes.map { NodeStyle(shape: $0.shape, plain) }
    sheet.edges = screen.edges.mapValues(darkened)
    sheet.otherEdges = screen.otherEdges.map(darkened)
    sheet.categories = print.categories.map { NodeColours(fill: $0.fill, stroke: plain.stroke, text: plain.text) }
    sheet.marks = Marks(
      added: Colour(0x00452F), removed: Colour(0x8A0030),
      faded: NodeColours(fill: Colour(0xFFFFFF), stroke: Colour(0x767676), text: Colour(0x4A4A4A)),
      backdrop: NodeColours(fill: Colour(0xF4F4F4), stroke: Colour(0x767676), text: Colour(0x333333)))
    return sheet
  }()

  /// The sheets that come with the program.
  public static let presets = [screen, print, poster, dark, highContrast]

  /// The colours of thin lines, each with a light one for dark pages and a still darker one for high contrast.
  private static let lineColours: [Colour: (light: Colour, dark: Colour)] = [
    Colour(0x000000): (Colour(0xFFFFFF), Colour(0x000000)), Colour(0x0072B2): (Colour(0x7CC4F0), Colour(0x004A75)),
    Colour(0x00795A): (Colour(0x5FD3AE), Colour(0x004D39)), Colour(0x555555): (Colour(0xB4BCC5), Colour(0x3D3D3D)),
    Colour(0x8A6100): (Colour(0xF0C04F), Colour(0x5A3F00)), Colour(0xA4437A): (Colour(0xE9A8CB), Colour(0x78205A)),
    Colour(0xB34E00): (Colour(0xFFA45C), Colour(0x753300)), Colour(0x767676): (Colour(0x8A94A0), Colour(0x4A4A4A)),
  ]

  private static func lightened(_ style: EdgeStyle) -> EdgeStyle {
    EdgeStyle(
      colour: lineColours[style.colour]?.light ?? style.colour, line: style.line, arrow: style.arrow, name: style.name)
  }

  private static func darkened(_ style: EdgeStyle) -> EdgeStyle {
    EdgeStyle(
      colour: lineColours[style.colour]?.dark ?? style.colour, line: style.line, arrow: style.arrow, name: style.name)
  }
}

extension StyleSheet.NodeStyle {
  fileprivate init(shape: NodeShape, _ colours: StyleSheet.NodeColours, name: StyleSheet.LegendName? = nil) {
    self.init(shape: shape, fill: colours.fill, stroke: colours.stroke, text: colours.text, name: name)
  }
}

/// The paper that a picture is for; ISO 216.
public enum Paper: String, Codable, Sendable, CaseIterable {
  /// 210 × 297 mm.
  case a4
  /// 297 × 420 mm.
  case a3
  /// 841 × 1189 mm.
  case a0

  /// The page with the size of the paper, and with a border that printers can leave white.
  public func page(of page: StyleSheet.Page) -> StyleSheet.Page {
    var page = page
    let sides: (short: Double, long: Double) =
      switch self {
      case .a4: (8.27, 11.69)
      case .a3: (11.69, 16.54)
      case .a0: (33.11, 46.81)
      }
    page.shortSide = sides.short
    page.longSide = sides.long
    page.margin = max(page.margin, 0.4)
    return page
  }
}
