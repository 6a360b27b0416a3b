import Testing

@testable import Diagrams

/// Words on edges keep off their own line, however wide it is.
struct EdgeWordTests {
  /// An edge for many relationships, with as many around it that stand for some.
  private func diagram(count: Int, isolated: Int) -> Diagram {
    var diagram = SampleDiagrams.network(6)
    for position in diagram.edges.indices { diagram.edges[position].count = count * (position + 1) }
    for number in 0..<isolated {
      diagram.nodes.append(.init(id: "i\(number)", label: "Insel \(number)", kind: "Actor"))
    }
    return diagram
  }

  @Test(arguments: [1, 2, 90, 3_000], [0, 4]) func keepOffTheirLine(_ count: Int, _ isolated: Int) throws {
    let diagram = diagram(count: count, isolated: isolated)
    // Places that are kept have edges routed here, as those beside isolated nodes have.
    let first = try drawPicture(of: diagram, format: .svg, engine: .dot, keeping: Placement(places: []))
    let fresh = try drawPicture(of: diagram, format: .svg, engine: .dot)
    let widest = Looks(of: diagram, in: .screen).edges.map(\.width).max() ?? 0
    for picture in [first, fresh] {
      let survey = try #require(SVGSurvey(String(decoding: picture.bytes, as: UTF8.self)))
      #expect(survey.texts.contains { $0.owner.hasPrefix("e") })
      let struck = survey.struckByTheirOwn(halfWidth: widest > 4 ? 1.4 : 0)
      #expect(struck.isEmpty, "\(struck)")
    }
  }

  /// Words move along an edge to where nothing is.
  @Test func giveWay() throws {
    func box(_ x: Double, _ y: Double, _ width: Double) -> Obstacle {
      Obstacle(Frame(PagePoint(x: x, y: y), Extent(width: width, height: 20)))
    }
    let line = [0.0, 100, 200, 300].map { PagePoint(x: $0, y: 0) }
    let edge = WordPlaces.Edge(
      curve: line, ends: EdgeRouting.Ends(from: 0, to: 1), width: 6, words: Extent(width: 60, height: 10))
    let free = WordPlaces(obstacles: [box(0, 0, 20), box(300, 0, 20)], edges: [edge]).places()
    #expect((free[0].x - 150).magnitude < 15 && free[0].y == 9)
    let above = [box(0, 0, 20), box(300, 0, 20), box(150, 20, 90)]
    #expect(WordPlaces(obstacles: above, edges: [edge]).places()[0].y == -9)
    let around = above + [box(150, -20, 90)]
    let moved = try #require(WordPlaces(obstacles: around, edges: [edge]).places().first)
    #expect((moved.x - 150).magnitude >= 75)
  }
}
