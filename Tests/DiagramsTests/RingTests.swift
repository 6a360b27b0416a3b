import GraphModel
import Testing

@testable import Diagrams

/// Rings tell the steps to a centre that everybody can see, and what no step leads to.
struct RingTests {
  private func places(_ diagram: Diagram) throws -> [PagePoint] {
    let picture = try drawPicture(of: diagram, format: .svg, engine: .ego, keeping: Placement(places: []))
    return try #require(picture.placement).places.compactMap { $0 }
  }

  private func distance(_ point: PagePoint) -> Double { (point.x * point.x + point.y * point.y).squareRoot() }

  @Test(arguments: [[12, 1], [12, 5, 3, 1, 1], [3, 1, 1, 1, 1, 1, 1, 1, 1], [1, 1, 1]])
  func whatIsNotConnectedStandsOutside(_ sizes: [Int]) throws {
    let diagram = SampleDiagrams.networks(sizes)
    let distances = try places(diagram).map(distance)
    let inner = distances.prefix(sizes[0]).max() ?? 0
    #expect(distances.dropFirst(sizes[0]).allSatisfy { $0 > inner + 60 })
    let reading = try #require(SVGReading(draw(diagram, .svg, engine: .ego)))
    #expect(reading.lines.contains { $0.text == "nicht verbunden" })
    #expect(reading.lines.count { $0.text.contains("Schritt") } <= 3)
  }

  /// A crowd fills ring after ring, and does not push the others apart.
  @Test func aCrowdLeavesTheRestAlone() throws {
    let sizes = [12] + [Int](repeating: 1, count: 120)
    let diagram = SampleDiagrams.networks(sizes)
    let alone = try places(SampleDiagrams.networks([12])).map(distance)
    let crowded = try places(diagram).map(distance)
    #expect(crowded.prefix(12).max() ?? 0 < (alone.max() ?? 0) + 60)
    #expect(crowded.max() ?? 0 < 2_000)
  }

  @Test func aCentreIsChosenOnce() {
    var diagram = SampleDiagrams.network(9)
    #expect(diagram.centred() == diagram, "a centre that is given stays")
    diagram.nodes[0].emphasis = false
    let centred = diagram.centred()
    #expect(centred.nodes.indices.filter { centred.nodes[$0].emphasis } == [0])
    #expect(centred.notes.last?.hasSuffix(diagram.nodes[0].label) == true)
    #expect(Diagram(title: "").centred() == Diagram(title: ""))
    // The centre of an earlier picture stays, however many ties others have won.
    let kept = Placement(places: [PagePoint(x: 190, y: 0), PagePoint(x: 0, y: 0)])
    #expect(diagram.centred(keeping: kept).nodes[1].emphasis)
  }

  /// A single branch to far out lies on its side and makes the picture wide, not high.
  @Test func branchesLieOnTheirSide() throws {
    var diagram = SampleDiagrams.network(7)
    diagram.nodes[0].emphasis = true
    diagram.edges = (1..<6).map { .init(from: 0, to: $0, kind: "ABOUT") } + [.init(from: 1, to: 6, kind: "ABOUT")]
    let places = try places(diagram)
    #expect(places[6].x.magnitude > places[6].y.magnitude)
  }
}
