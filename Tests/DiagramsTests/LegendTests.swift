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
      ["Ant", "Zebra", "FLEES", "beißt", "erfundenes Beispiel", "erfundene Beziehung", "abgeleitet, nicht belegt"])
  }

  @Test func isAbsentFromAnEmptyPicture() throws { try check(Diagram(title: ""), []) }
}
