import Foundation
import GraphModel
import Testing

@testable import Diagrams

/// The legend explains exactly what occurs.
struct LegendTests {
  private func check(_ diagram: Diagram, _ words: [String]) throws {
    let reading = try #require(SVGReading(draw(diagram, .svg)))
    let shown = reading.lines.filter { $0.owner == "graph0" }.map {
      $0.text.trimmingCharacters(in: .whitespaces.union(["\u{A0}"]))
    }
    // Glyphs of shapes and arrow heads are one or two characters long.
    #expect(shown.filter { $0.count > 2 } == words)
  }

  @Test func namesKindsInTheLanguageOfTheDiagram() throws {
    var diagram = Diagram(
      title: "Titel", subtitle: "Untertitel",
      nodes: [
        .init(id: "a", label: "A", kind: "Actor", emphasis: true), .init(id: "b", label: "B", kind: "Topic"),
      ], edges: [.init(from: 0, to: 1, kind: "COVERS")])
    try check(diagram, ["Titel", "Untertitel", "Akteur", "Thema", "befasst sich mit", "im Mittelpunkt"])
    diagram.language = .english
    try check(diagram, ["Titel", "Untertitel", "Actor", "Topic", "covers", "in the centre"])
  }

  @Test func namesMarksAndUnknownKinds() throws {
    let diagram = Diagram(
      title: "",
      nodes: [
        .init(id: "a", label: "A", kind: "Zebra", isExample: true),
        .init(id: "b", label: "B", kind: "Ant", isDerived: true),
      ],
      edges: [
        .init(from: 0, to: 1, kind: "BITES", label: "beißt", isExample: true), .init(from: 1, to: 0, kind: "FLEES"),
      ])
    try check(
      diagram,
      ["Ant", "Zebra", "beißt", "FLEES", "erfundenes Beispiel", "erfundene Beziehung", "abgeleitet, nicht belegt"])
  }

  /// The nodes of a little network: an actor and two topics, of which one has a focus.
  private var three: Diagram {
    var diagram = Diagram(
      title: "", nodes: ["Actor", "Topic", "Topic"].enumerated().map { .init(id: "\($0)", label: "\($0)", kind: $1) },
      edges: [.init(from: 0, to: 1, kind: "COVERS"), .init(from: 1, to: 2, kind: "RELATED")])
    diagram.nodes[0].facts["focus"] = .word("innen", code: "")
    return diagram
  }

  private func legend(_ diagram: Diagram, _ channels: StyleSheet.Channels = .init()) -> Legend {
    var style = StyleSheet.screen
    style.channels = channels
    return Looks(of: diagram, in: style).legend
  }

  /// Nobody takes what has no value for what is only there for orientation.
  @Test(arguments: StyleSheet.presets) func tellsPaleFromUnknown(_ sheet: StyleSheet) {
    var diagram = three
    diagram.nodes[1].isFaded = true
    var style = sheet
    style.channels = .init(colour: "focus")
    let looks = Looks(of: diagram, in: style)
    #expect(looks.nodes[1].colours == style.marks.faded && looks.nodes[2].colours == style.uncoloured)
    #expect(style.uncoloured.stroke.contrast(to: style.marks.faded.stroke) > 1.5)
    #expect(looks.legend.colours.last?.sign == .colour(style.uncoloured, code: ""))
  }

  @Test(arguments: [LayoutEngine.dot, .neato]) func numbersChains(_ engine: LayoutEngine) throws {
    var diagram = three
    diagram.edges[0].chains = [1, 3]
    diagram.edges[1].chains = [2]
    let reading = try #require(SVGReading(draw(diagram, .svg, engine: engine)))
    let words = reading.lines.filter { $0.owner.hasPrefix("e") }.map { $0.text.filter { $0 != "\u{A0}" } }
    let isSaid = engine == .dot
    #expect(
      words.map { $0.trimmingCharacters(in: .whitespaces) }
        == (isSaid ? ["1, 3: befasst sich mit", "2: ist verwandt mit"] : ["1, 3", "2"]))
    #expect(legend(diagram).marks.contains { $0.sign == .chain })
    #expect(!legend(three).marks.contains { $0.sign == .chain })
    // Of parallel edges each keeps its chain.
    diagram.edges.append(diagram.edges[1])
    diagram.edges[2].chains = [1]
    #expect(diagram.mergingParallelEdges().edges.map(\.chains) == [[1, 3], [1, 2]])
  }

  /// Where there are more values than shapes, letters tell them apart, in labels and in the legend.
  @Test(arguments: [3, 9, 10, 16]) func tellsShapesApart(_ count: Int) {
    var diagram = SampleDiagrams.network(count)
    for position in diagram.nodes.indices {
      diagram.nodes[position].facts["land"] = .word("Land \(position + 10)", code: "L\(position)")
    }
    var style = StyleSheet.screen
    style.channels = .init(shape: "land")
    let looks = Looks(of: diagram, in: style)
    let signs = Set(looks.nodes.map { "\($0.shape) \($0.codes)" })
    #expect(signs.count == count)
    #expect(looks.nodes[0].codes == (count > 9 ? ["L0"] : []))
    #expect(looks.legend.shapes[0].text == (count > 9 ? "[L0] Land 10" : "Land 10"))
    // Of a colour that says the same the letters are there already.
    style.channels = .init(colour: "land", shape: "land")
    #expect(Looks(of: diagram, in: style).nodes[0].codes == ["L0"])
  }

  @Test func saysWhatHasNoShapeOfItsOwn() {
    let shapes = legend(three, .init(shape: "focus")).shapes
    #expect(shapes.map(\.text) == ["innen", "ohne Angabe"])
    #expect(shapes.last?.sign == .node(.box, StyleSheet.screen.uncoloured))
  }

  @Test func namesWhatLinesCount() {
    var diagram = three
    diagram.edges[0].count = 4
    let found = legend(diagram, .init(line: "count"))
    #expect(found.edgeName == "Beziehungen je Linie" && found.edges.map(\.text) == ["1", "4"] && found.widths.isEmpty)
  }

  /// A kind that is pale everywhere is pale in the legend too, whatever channel shows it.
  @Test func fadesWhatIsFaded() {
    var diagram = three
    for position in [1, 2] { diagram.nodes[position].isFaded = true }
    diagram.edges[1].isFaded = true
    let faded = StyleSheet.screen.marks.faded
    let found = legend(diagram)
    #expect(found.kinds.first { $0.text == "Thema" }?.sign == .node(.rounded, faded))
    #expect(found.kinds.first { $0.text == "Akteur" }?.sign != .node(.ellipse, faded))
    let pale = found.edges.filter { entry in
      if case .edge(faded.stroke, _, _, _) = entry.sign { true } else { false }
    }
    #expect(pale.map(\.text) == ["ist verwandt mit"])
    for position in [1, 2] { diagram.nodes[position].facts["focus"] = .word("außen", code: "X") }
    let colours = legend(diagram, .init(colour: "focus")).colours
    #expect(colours.first { $0.text == "außen" }?.sign == .colour(faded, code: "X"))
  }

  @Test func namesGroupsAndTheirNumbers() throws {
    var diagram = three
    diagram.factNames["focus"] = "Blick"
    for position in [1, 2] { diagram.nodes[position].facts["focus"] = .word("außen", code: "") }
    diagram.edges.append(diagram.edges[0])
    let groups = diagram.aggregated(by: [(key: "focus", kind: "Group")])
    #expect(legend(groups).kinds.map(\.text) == ["Blick, zusammengefasst"])
    let reading = try #require(SVGReading(draw(groups, .svg)))
    #expect(reading.lines.contains { $0.text.trimmingCharacters(in: .whitespaces) == "Beziehungen (2)" })
  }

  @Test func tellsTheChannelsOfOneNumberApart() {
    var diagram = three
    for position in diagram.nodes.indices { diagram.nodes[position].facts["size"] = .number(Double(position)) }
    diagram.factNames["size"] = "Größe der Stadt"
    let both = legend(diagram, .init(colour: "size", size: "size"))
    #expect([both.colourName, both.sizeName] == ["Größe der Stadt, Farbe", "Größe der Stadt, Größe"])
    #expect(legend(diagram, .init(size: "size")).sizeName == "Größe der Stadt")
  }

  /// As dictionaries have it, whatever the case and the marks on letters.
  @Test func standsInTheOrderOfTheAlphabet() {
    let words = ["Zebra", "öffentlich", "ekom21", "Straße", "Strasse 2", "Ende", "Österreich", "oben"]
    let facts = words.map { Fact.word($0, code: "") }
    #expect(
      FactClasses(of: facts, .german).classes.map(\.text) == [
        "ekom21", "Ende", "oben", "öffentlich", "Österreich", "Straße", "Strasse 2", "Zebra",
      ])
  }

  @Test(arguments: [(1044.04, "1.044"), (104.4, "104"), (10.44, "10,4"), (1.04, "1,04"), (0.5, "0,5")])
  func numbersHaveThreeDigits(_ number: Double, _ text: String) { #expect(numberText(number, .german) == text) }

  @Test func linesOfOneEntryBeginTogether() throws {
    var diagram = three
    diagram.nodes[0].facts["focus"] = .word("nach innen und nach außen, in die Verwaltung und in die Stadt", code: "")
    var style = StyleSheet.screen
    style.channels = .init(colour: "focus")
    let reading = try #require(SVGReading(draw(diagram, .svg, style: style)))
    let lines = reading.lines.filter {
      $0.owner == "graph0" && ($0.text.contains("nach innen") || $0.text.contains("in die"))
    }
    #expect(lines.count == 2 && Set(lines.map(\.left)).count == 1)
  }

  @Test func explainsTheDotsOfMaps() {
    var diagram = three
    diagram.nodes[0].place = Location(longitude: 8, latitude: 51)
    #expect(legend(diagram).marks.isEmpty)
    diagram.outlines = [Outline(name: "Hessen", rings: [])]
    #expect(legend(diagram).marks.map(\.sign) == [.place])
  }

  /// Lines end between parts, without the dot that parts them.
  @Test func headingsBreakBetweenParts() throws {
    let parts = [
      "Stand 30.11.2026", "4 Teilnehmende, 2 Treffen", "Daten: Graph + examples (12 Quellen; Kommunen: © Destatis)",
    ]
    let diagram = Diagram(title: "Paare", subtitle: parts.joined(separator: "\u{A0}· "))
    let reading = try #require(SVGReading(draw(diagram, .svg)))
    #expect(
      reading.lines.map(\.text).dropFirst() == [
        "Stand 30.11.2026 · 4 Teilnehmende, 2 Treffen", parts[2][...].description,
      ])
  }

  /// A node and its sign have the same outline, with paper and without, and an area behind them stays where it is.
  @Test(arguments: [StyleSheet.screen, .print, .dark]) func showsTheOutlinesOfNodes(_ style: StyleSheet) throws {
    var diagram = Diagram(title: "Titel", nodes: [.init(id: "a", label: "A", kind: "Actor")])
    #expect(try draw(diagram, .svg, style: style).ranges(of: "<ellipse").count == 2)
    diagram.nodes[0].emphasis = true
    #expect(try draw(diagram, .svg, style: style).ranges(of: "<ellipse").count == 3)
    diagram.nodes[0].cluster = "Kasten"
    #expect(try draw(diagram, .svg, style: style).ranges(of: "<ellipse").count == 3)
    // Signs that only letters can give belong to files without places.
    #expect(try !draw(diagram, .svg, style: style).contains("\u{25CB}"))
    #expect(try draw(diagram, .dot, style: style).contains("\u{25CB}"))
  }

  @Test func outlinesStayInTheirCells() throws {
    let colours = StyleSheet.screen.marks.faded
    for shape in NodeShape.allCases {
      var legend = Legend()
      legend.kinds = [.init(sign: .node(shape, colours), text: ""), .init(sign: .heading, text: "")]
      let shapes = LegendShapes(of: legend)
      #expect(shapes.shapes.map(\.shape) == [shape])
      var backdrop = Backdrop(.screen)
      shapes.draw(in: [0: Frame(left: 10, right: 40, bottom: 100, top: 119)], on: &backdrop, scale: 1)
      let numbers = try #require(backdrop.attribute).split(separator: " ").compactMap { Double($0) }.filter { $0 > 50 }
      #expect(!numbers.isEmpty && numbers.allSatisfy { (100...119).contains($0) }, "\(shape)")
    }
  }

  /// The centre and wide lines look as in the picture.
  @Test func marksHaveTheColoursOfThePicture() {
    var diagram = three
    diagram.nodes[1].emphasis = true
    diagram.edges[1].count = 5
    let found = legend(diagram)
    let topic = StyleSheet.screen.nodes["Topic"]
    #expect(
      found.marks.map(\.sign) == [
        .centre(.rounded, .init(fill: topic?.fill ?? Colour(0), stroke: topic?.stroke ?? Colour(0), text: Colour(0)))
      ])
    let line = StyleSheet.screen.edges["RELATED"]?.colour
    #expect(
      found.widths.map(\.sign).allSatisfy { sign in
        if case .width(_, let colour) = sign { colour == line } else { false }
      })
    #expect(found.widths.count == 1)
  }

  @Test func isAbsentFromAnEmptyPicture() throws { try check(Diagram(title: ""), []) }
}
