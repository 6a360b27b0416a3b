extension StyleSheet {
  /// The built-in sheet for screens, the same as `Exports/styles/screen.json`; colours by Okabe and Ito.
  public static let screen = StyleSheet(
    name: "screen",
    page: Page(background: Colour(0xFFFFFF), margin: 0.35, dotsPerInch: 120),
    text: TextStyle(
      fonts: ["DejaVu Sans", "Verdana", "Helvetica", "Arial", "sans-serif"], colour: Colour(0x1F2933), titleSize: 24,
      subtitleSize: 12, legendSize: 12, nodeSize: 12, edgeSize: 10.5, lineLength: 22),
    nodes: screenNodes,
    otherNodes: [
      look(.diamond, 0xDDDDDD, 0x555555), look(.box, 0xDDDDDD, 0x555555), look(.ellipse, 0xF4F4F4, 0x555555),
      look(.hexagon, 0xBBBBBB, 0x444444), look(.rounded, 0xF4F4F4, 0x555555), look(.frame, 0xF4F4F4, 0x555555),
    ],
    edges: knownEdges,
    otherEdges: [
      EdgeStyle(colour: Colour(0x555555), line: .solid), EdgeStyle(colour: Colour(0x0072B2), line: .dashed),
      EdgeStyle(colour: Colour(0xB34E00), line: .dotted), EdgeStyle(colour: Colour(0x00795A), line: .bold),
      EdgeStyle(colour: Colour(0xA4437A), line: .dashed, arrow: .dot),
      EdgeStyle(colour: Colour(0x8A6100), line: .dotted, arrow: .double),
    ],
    categories: [
      colours(0xE69F00, 0x8A6100), colours(0x56B4E9, 0x1C6A98), colours(0x2FB58C, 0x00644A),
      colours(0xF0E442, 0x7A7300), colours(0x0072B2, 0x00466E, text: 0xFFFFFF), colours(0xF08A3C, 0x8F3F00),
      colours(0xE0A3C3, 0x8C3F6C), colours(0xD0D0D0, 0x555555),
    ], steps: blues,
    marks: Marks(
      added: Colour(0x00663F), removed: Colour(0xB3123A),
      faded: colours(0xFFFFFF, 0x8A8A8A, text: 0x5F5F5F), backdrop: colours(0xF3F5F7, 0x838E99, text: 0x56606B)))

  /// The built-in sheet for paper, the same as `Exports/styles/print.json`: fits A4, light fills, strong outlines.
  public static let print: StyleSheet = {
    var sheet = screen
    sheet.name = "print"
    sheet.page = Paper.a4.page(of: Page(background: Colour(0xFFFFFF), margin: 0.4, dotsPerInch: 300))
    sheet.text.colour = Colour(0x000000)
    sheet.nodes = printNodes
    sheet.otherNodes = screen.otherNodes.map { style in
      look(style.shape, 0xFFFFFF, 0x000000)
    }
    sheet.categories = [
      colours(0xFBE3B0, 0x000000), colours(0xD6ECFA, 0x000000), colours(0xC3E8DC, 0x000000),
      colours(0xFBF7C4, 0x000000), colours(0xB8D4E8, 0x000000), colours(0xF8D2B8, 0x000000),
      colours(0xF2DCE8, 0x000000), colours(0xE4E4E4, 0x000000),
    ]
    sheet.marks.backdrop = colours(0xF7F7F7, 0x8A8A8A, text: 0x4A4A4A)
    return sheet
  }()

  /// From light to dark, so that paper and every eye keep their order.
  private static let blues = [
    colours(0xEAF3FA, 0x3A6B92), colours(0xB5D6EE, 0x3A6B92), colours(0x7FB6DE, 0x2A567A),
    colours(0x0F6DAD, 0x08446D, text: 0xFFFFFF), colours(0x083A5E, 0x04202F, text: 0xFFFFFF),
  ]

  private static func colours(_ fill: UInt32, _ stroke: UInt32, text: UInt32 = 0x000000) -> NodeColours {
    NodeColours(fill: Colour(fill), stroke: Colour(stroke), text: Colour(text))
  }

  private static let screenNodes: [String: NodeStyle] = [
    "Actor": look(.ellipse, 0x56B4E9, 0x1C6A98, "Akteur", "Actor"),
    "Municipality": look(.hexagon, 0x0072B2, 0x00466E, "Kommune", "Municipality", text: 0xFFFFFF),
    "Project": look(.box, 0xE69F00, 0x8A6100, "Projekt", "Project"),
    "Topic": look(.rounded, 0x2FB58C, 0x00644A, "Thema", "Topic"),
    "Event": look(.note, 0xE0A3C3, 0x8C3F6C, "Veranstaltung", "Event"),
    "Challenge": look(.block, 0xF08A3C, 0x8F3F00, "Herausforderung", "Challenge"),
    "Profile": look(.frame, 0xF0E442, 0x7A7300, "CDO-Profil", "CDO profile"),
    "State": look(.folder, 0xD0D0D0, 0x555555, "Land, zusammengefasst", "Land, as a whole"),
    "TopicField": look(.component, 0x2FB58C, 0x00644A, "Themenfeld, zusammengefasst", "Field of topics, as a whole"),
  ]

  private static let printNodes: [String: NodeStyle] = [
    "Actor": look(.ellipse, 0xD6ECFA, 0x000000, "Akteur", "Actor"),
    "Municipality": look(.hexagon, 0xB8D4E8, 0x000000, "Kommune", "Municipality"),
    "Project": look(.box, 0xFBE3B0, 0x000000, "Projekt", "Project"),
    "Topic": look(.rounded, 0xC3E8DC, 0x000000, "Thema", "Topic"),
    "Event": look(.note, 0xF2DCE8, 0x000000, "Veranstaltung", "Event"),
    "Challenge": look(.block, 0xF8D2B8, 0x000000, "Herausforderung", "Challenge"),
    "Profile": look(.frame, 0xFBF7C4, 0x000000, "CDO-Profil", "CDO profile"),
    "State": look(.folder, 0xE4E4E4, 0x000000, "Land, zusammengefasst", "Land, as a whole"),
    "TopicField": look(.component, 0xC3E8DC, 0x000000, "Themenfeld, zusammengefasst", "Field of topics, as a whole"),
  ]

  /// Darkened where the original would be too light for a thin line on white.
  private static let knownEdges: [String: EdgeStyle] = [
    "ABOUT": line(0x00795A, .solid, "behandelt", "is about"),
    "BASED_IN": line(0x555555, .dotted, "sitzt in", "is based in"),
    "BROADER": line(0x8A6100, .dotted, "gehört zum Oberthema", "has the broader topic"),
    "COVERS": line(0x00795A, .dotted, "befasst sich mit", "covers"),
    "DEVELOPS_WITH": line(0x0072B2, .bold, "entwickelt gemeinsam mit", "develops together with"),
    "EXCHANGES_WITH": line(0x000000, .bold, "tauscht Wissen aus mit", "exchanges knowledge with"),
    "HOSTS_TABLE_AT": line(0xA4437A, .bold, "leitet einen Tisch bei", "hosts a table at"),
    "LOCATED_IN": line(0x555555, .dashed, "ist verortet in", "is located in"),
    "MEMBER_OF": line(0x00795A, .bold, "ist Mitglied von", "is a member of"),
    "MODERATES": line(0xB34E00, .dashed, "moderiert", "moderates"),
    "NEEDS": line(0x0072B2, .dotted, "sucht", "looks for"),
    "OFFERS": line(0x0072B2, .dashed, "bietet an", "offers"),
    "ORGANIZES": line(0xB34E00, .bold, "veranstaltet", "organises"),
    "ORIGINATES_FROM": line(0x8A6100, .solid, "ging hervor aus", "came out of"),
    "PART_OF": line(0x8A6100, .dashed, "ist Teil von", "is part of"),
    "PRESENTS": line(0xA4437A, .solid, "stellt vor", "presents"),
    "PRESENTS_AT": line(0xB34E00, .solid, "trägt vor bei", "presents at"),
    "RELATED": line(0x000000, .dotted, "ist verwandt mit", "is related to"),
    "REQUIRES": line(0x00795A, .dashed, "braucht Wissen zu", "needs knowledge of"),
    "ROLE_MODEL_FOR": line(0x000000, .dashed, "ist Vorbild für", "is a role model for"),
    // Wide lines; black ones would hide what they join.
    "RELATIONS": line(0x767676, .solid, "Beziehungen", "relationships"),
    "SOLVES": line(0xA4437A, .dotted, "löst", "solves"),
    "SUBMITS": line(0xA4437A, .dashed, "reicht ein", "submits"),
    "TAKES_PART_IN": line(0xB34E00, .dotted, "nimmt teil an", "takes part in"),
    "TRANSFERS_TO": line(0x8A6100, .bold, "überträgt auf", "transfers to"),
    "WORKS_FOR": line(0x555555, .solid, "arbeitet für", "works for"),
    "WORKS_ON": line(0x0072B2, .solid, "arbeitet an", "works on"),
  ]

  private static func look(
    _ shape: NodeShape, _ fill: UInt32, _ stroke: UInt32, _ de: String, _ en: String, text: UInt32 = 0x000000
  ) -> NodeStyle {
    NodeStyle(
      shape: shape, fill: Colour(fill), stroke: Colour(stroke), text: Colour(text), name: LegendName(de: de, en: en))
  }

  private static func look(_ shape: NodeShape, _ fill: UInt32, _ stroke: UInt32) -> NodeStyle {
    NodeStyle(shape: shape, fill: Colour(fill), stroke: Colour(stroke), text: Colour(0x000000))
  }

  /// Each colour of lines has its head: what colour tells is told without it.
  private static let arrows: [UInt32: EdgeArrow] = [
    0x000000: .tee, 0x00795A: .vee, 0x555555: .box, 0x8A6100: .double, 0xA4437A: .dot, 0xB34E00: .diamond,
    0x767676: .tee,
  ]

  private static func line(_ colour: UInt32, _ line: EdgeLine, _ de: String, _ en: String) -> EdgeStyle {
    EdgeStyle(colour: Colour(colour), line: line, arrow: arrows[colour], name: LegendName(de: de, en: en))
  }
}
