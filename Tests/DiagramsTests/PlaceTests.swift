import Foundation
import GraphModel
import Testing

@testable import Diagrams

/// Next month's picture keeps this month's places and marks what is new.
struct PlaceTests {
  @Test(arguments: [LayoutEngine.dot, .neato, .sfdp, .osage, .ego, .bipartite, .geo]) func editionsKeepPlaces(
    _ engine: LayoutEngine
  ) throws {
    let october = located(SampleDiagrams.network(24))
    let first = try drawPicture(of: october, format: .svg, engine: engine, keeping: Placement(places: []))
    let placement = try #require(first.placement)
    let stored = StoredPlaces(october, at: placement, engine: engine, on: "2026-10-23", after: nil)
    #expect(try StoredPlaces.read(stored.json(), from: "p.json") == stored)
    let again = try drawPicture(of: october, format: .svg, engine: engine, keeping: stored.placement(for: october))
    #expect(again.placement?.places == placement.places)
    #expect(again.bytes == first.bytes, "the same day gives the same bytes")

    var november = october
    november.nodes.append(.init(id: "new", label: "Neu", kind: "Project"))
    november.edges.append(.init(from: 24, to: 0, kind: "ABOUT"))
    november.edges.append(.init(from: 3, to: 20, kind: "WORKS_ON"))
    let marked = stored.marked(november, on: "2026-11-23") { "neu seit \($0)" }
    #expect(marked.nodes.filter { $0.change == .added }.map(\.id) == ["new"])
    #expect(marked.edges.count { $0.change == .added } == 2)
    #expect(marked.changeNames?.added == "neu seit 2026-10-23")
    let second = try drawPicture(of: marked, format: .svg, engine: engine, keeping: stored.placement(for: marked))
    #expect(second.placement?.places.prefix(24).map { $0 } == placement.places.map { $0 })
    let reading = try #require(SVGSurvey(String(decoding: second.bytes, as: UTF8.self)))
    #expect(reading.overlaps.isEmpty, "\(reading.overlaps)")
    #expect(reading.texts.contains { $0.text == "+ Neu" } && reading.texts.contains { $0.text.hasPrefix("neu seit") })

    // The file after it gives the same marks on the same day, and none a month later.
    let after = StoredPlaces(
      marked, at: try #require(second.placement), engine: engine, on: "2026-11-23", after: stored)
    #expect(after.marked(november, on: "2026-11-23") { "neu seit \($0)" } == marked)
    #expect(after.marked(november, on: "2026-12-23") { $0 }.nodes.allSatisfy { $0.change == nil })
  }

  /// An edition in which nothing is new counts like any other.
  @Test func quietEditionsCount() throws {
    let network = SampleDiagrams.network(6)
    let placement = Placement(places: network.nodes.indices.map { PagePoint(x: Double($0) * 200, y: 0) })
    var stored: StoredPlaces?
    for day in ["2026-11-30", "2026-12-31", "2026-12-31"] {
      stored = StoredPlaces(network, at: placement, engine: .dot, on: day, after: stored)
    }
    let file = try StoredPlaces.read(try #require(stored).json(), from: "p.json")
    var grown = network
    grown.nodes.append(.init(id: "new", label: "Neu", kind: "Project"))
    for (day, before) in [("2027-01-31", "2026-12-31"), ("2026-12-31", "2026-11-30")] {
      #expect(file.marked(grown, on: day) { $0 }.changeNames?.added == before)
    }
  }

  private func located(_ diagram: Diagram) -> Diagram {
    var diagram = diagram
    for position in diagram.nodes.indices where position % 4 != 3 {
      diagram.nodes[position].place = Location(
        longitude: 7 + Double(position % 6), latitude: 48 + Double(position * 7 % 6))
    }
    return diagram
  }

  /// Nodes that have grown find room; those that nothing has come upon stay where they are.
  @Test(arguments: [LayoutEngine.dot, .neato, .sfdp, .ego, .bipartite, .geo], [false, true])
  func grownNodesGiveWay(_ engine: LayoutEngine, _ isClustered: Bool) throws {
    var diagram = located(SampleDiagrams.network(24))
    for position in diagram.nodes.indices where isClustered {
      diagram.nodes[position].cluster = "Kasten \(position % 5)"
    }
    let first = try drawPicture(of: diagram, format: .svg, engine: engine, keeping: Placement(places: []))
    let placement = try #require(first.placement)
    for position in [2, 5, 11] {
      diagram.nodes[position].label += " mit einem sehr viel längeren neuen Namen seit heute"
    }
    let second = try drawPicture(of: diagram, format: .svg, engine: engine, keeping: placement)
    let survey = try #require(SVGSurvey(String(decoding: second.bytes, as: UTF8.self)))
    #expect(survey.overlaps.isEmpty, "\(survey.overlaps)")
    let moved = zip(placement.places, try #require(second.placement).places).count { $0 != $1 }
    if !isClustered { #expect(moved < 15, "\(moved) nodes have moved") }
    // What has found room keeps it.
    let third = try drawPicture(of: diagram, format: .svg, engine: engine, keeping: second.placement)
    #expect(third.placement == second.placement)
  }

  /// Files tell what put nodes into boxes, and those of before, which do not, can be read.
  @Test func filesTellOfBoxes() throws {
    let diagram = SampleDiagrams.network(3)
    let placement = Placement(places: diagram.nodes.indices.map { PagePoint(x: Double($0) * 200, y: 0) })
    for boxes in ["", "land"] {
      let stored = StoredPlaces(diagram, at: placement, engine: .neato, boxes: boxes, on: "2026-11-23", after: nil)
      #expect(try StoredPlaces.read(stored.json(), from: "p.json").boxes == boxes)
    }
    let before = #"{"engine": "neato", "begun": "2026-10-01", "nodes": {}, "edges": []}"#
    #expect(try StoredPlaces.read(Data(before.utf8), from: "p.json").boxes == nil)
  }

  @Test(arguments: [
    ("", "p.json:1:1: the file ends too early: a value is missing"),
    ("[]", "p.json:1:1: expected an object, found a list"),
    ("{}", "p.json:1:1: the field 'engine' is missing; is it a file that --positions has written?"),
    (
      #"{"engine": "geoo", "begun": "x", "nodes": {}, "edges": []}"#,
      "p.json:1:12: /engine: 'geoo' is none of dot, neato, fdp, sfdp, circo, twopi, osage, geo, ego, bipartite"
    ),
    (
      #"{"engine": "geo", "begun": "x", "nodes": {"a": {"x": 1e300, "y": 0, "since": ""}}, "edges": []}"#,
      "p.json:1:54: /nodes/a/x: the place lies outside of every page"
    ),
    (
      #"{"engine": "geo", "begun": "x", "nodes": {"a": {"x": "1", "y": 0, "since": ""}}, "edges": []}"#,
      "p.json:1:54: /nodes/a/x: expected a number, found a text"
    ),
  ])
  func refusesOtherFiles(_ json: String, _ message: String) {
    let error = #expect(throws: DiagramError.self) { try StoredPlaces.read(Data(json.utf8), from: "p.json") }
    #expect(error?.description == message)
  }

  /// Boxes whose order means something stand in the rows that are asked for.
  @Test(arguments: [1, 2, 3, 5]) func boxesStandInRows(_ perRow: Int) throws {
    var diagram = SampleDiagrams.network(24)
    diagram.edges = []
    let names = (0..<6).map { "Tisch \(9 - $0)" }
    diagram.clusterRows = stride(from: 0, to: 6, by: perRow).map { Array(names[$0..<min(6, $0 + perRow)]) }
    for position in diagram.nodes.indices { diagram.nodes[position].cluster = "Tisch \(9 - position / 4)" }
    let places = try #require(
      drawPicture(of: diagram, format: .svg, keeping: Placement(places: [])).placement?.places)
    let boxes = (0..<6).map { box in places[(box * 4)..<(box * 4 + 4)].compactMap { $0 } }
    for (box, nodes) in boxes.enumerated() {
      #expect(nodes.count == 4)
      for (other, others) in boxes.enumerated() where other > box {
        let isBeside = nodes.map(\.x).max() ?? 0 < others.map(\.x).min() ?? 0
        let isAbove = nodes.map(\.y).min() ?? 0 > others.map(\.y).max() ?? 0
        #expect(box / perRow == other / perRow ? isBeside : isAbove, "\(box) \(other)")
      }
    }
  }

  /// What is known by its Land alone stands on the map, beside a small Land with a line into it; where even that is full, the
  /// list says so.
  @Test(arguments: [(4, false), (12, false), (150, true)]) func knownLandsAreOnTheMap(
    _ count: Int, _ isCrowded: Bool
  ) throws {
    func ring(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [Location] {
      [(west, south), (east, south), (east, north), (west, north)].map { Location(longitude: $0.0, latitude: $0.1) }
    }
    var diagram = SampleDiagrams.network(count + 2)
    diagram.edges = []
    diagram.outlines = [
      Outline(name: "Groß", rings: [ring(6, 47.5, 14, 54)]), Outline(name: "Klein", rings: [ring(12, 51, 12.1, 51.1)]),
    ]
    diagram.nodes[0].place = Location(longitude: 8, latitude: 49)
    for node in 2..<(count + 2) { diagram.nodes[node].facts["land"] = .word("Klein", code: "K") }
    let picture = try drawPicture(of: diagram, format: .svg, engine: .geo, keeping: Placement(places: []))
    let places = try #require(picture.placement).places.compactMap { $0 }
    let survey = try #require(SVGSurvey(String(decoding: picture.bytes, as: UTF8.self)))
    #expect(survey.overlaps.isEmpty, "\(survey.overlaps)")
    #expect(survey.texts.contains { $0.text == "ohne Ort" })
    #expect(survey.texts.contains { $0.text == "Land bekannt, auf der Karte ohne Platz" } == isCrowded)
    // Node 1 has neither a place nor a Land: the list begins there.
    #expect(places.dropFirst(2).allSatisfy { $0.x < places[1].x } != isCrowded)
  }

  /// Areas, their names and boxes around clusters lie behind the nodes in every format.
  @Test func mapsAndBoxesCanBeRead() throws {
    var diagram = located(SampleDiagrams.network(28))
    let ring = [(6.0, 47.5), (14, 47.5), (14, 54), (6, 54)].map { Location(longitude: $0.0, latitude: $0.1) }
    diagram.outlines = [Outline(name: "Land \"Ä\" <&>", rings: [ring])]
    for engine in [LayoutEngine.geo, .neato] {
      if engine == .neato {
        for position in diagram.nodes.indices where position % 5 != 0 {
          diagram.nodes[position].cluster = "Kasten \(position % 4) \\N <&>"
        }
      }
      let svg = try draw(diagram, .svg, engine: engine)
      let survey = try #require(SVGSurvey(svg))
      #expect(survey.overlaps.isEmpty, "\(survey.overlaps)")
      #expect(survey.texts.contains { $0.text == (engine == .geo ? "Land \"Ä\" <&>" : "Kasten 1 \\N <&>") })
      for text in survey.texts { #expect(survey.contrast(of: text, page: "#FFFFFF") >= 4.5, "\(text.text)") }
      for format in [PictureFormat.png, .pdf, .dot, .html] {
        let once = try drawPicture(of: diagram, format: format, engine: engine)
        #expect(try drawPicture(of: diagram, format: format, engine: engine) == once)
        #expect(!once.bytes.isEmpty && once.warnings.isEmpty)
      }
    }
  }
}
