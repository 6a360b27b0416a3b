import Testing

@testable import Diagrams

/// Nodes that nothing joins stand in a grid, in alphabetical order, and stretch no picture.
struct IsolationTests {
  static let engines = LayoutEngine.allCases.filter { !$0.isOwn && $0 != .osage }

  /// A network of some nodes, and nodes beside it.
  private func diagram(joined: Int, isolated: Int) -> Diagram {
    var diagram = SampleDiagrams.network(joined)
    let words = ["Überlingen", "Zwickau", "Ulm", "ähnlich", "Aalen", "Bad Belzig"]
    for number in 0..<isolated {
      let label = "\(words[number % words.count]) \(100 + number)"
      diagram.nodes.append(.init(id: "isolated-\(number)", label: label, kind: "Actor"))
    }
    // An edge from a node to itself joins it to nothing.
    if isolated > 0 { diagram.edges.append(.init(from: joined, to: joined, kind: "WORKS_ON")) }
    return diagram
  }

  @Test(arguments: engines, [0, 3, 30]) func standInAGrid(_ engine: LayoutEngine, _ joined: Int) throws {
    let diagram = diagram(joined: joined, isolated: 40)
    let picture = try drawPicture(of: diagram, format: .svg, engine: engine, keeping: Placement(places: []))
    let places = try #require(picture.placement?.places).compactMap { $0 }
    let rows = Dictionary(grouping: joined..<(joined + 40)) { places[$0].y }.sorted { $0.key > $1.key }
    let read = rows.flatMap { $0.value.sorted { places[$0].x < places[$1].x } }
    #expect(read == diagram.alphabetical(Array(joined..<(joined + 40))))
    let (xs, ys) = (places.map(\.x), places.map(\.y))
    let (width, height) = ((xs.max() ?? 0) - (xs.min() ?? 0), (ys.max() ?? 0) - (ys.min() ?? 0))
    #expect((0.5...2.6).contains(width / height), "\(width) × \(height)")
    let survey = try #require(SVGSurvey(String(decoding: picture.bytes, as: UTF8.self)))
    #expect(survey.overlaps.isEmpty, "\(survey.overlaps)")
  }

  @Test func theAlphabetKnowsUmlauts() {
    let diagram = diagram(joined: 0, isolated: 6)
    #expect(
      diagram.alphabetical(Array(0..<6)).map { diagram.nodes[$0].label.prefix { $0 != " " } }
        == ["Aalen", "ähnlich", "Bad", "Überlingen", "Ulm", "Zwickau"])
  }

  /// What is joined looks as it does without them.
  @Test(arguments: engines) func leaveTheRestAlone(_ engine: LayoutEngine) throws {
    func places(_ isolated: Int) throws -> [PagePoint?] {
      let picture = try drawPicture(
        of: diagram(joined: 20, isolated: isolated), format: .svg, engine: engine, keeping: Placement(places: []))
      return Array(try #require(picture.placement).places.prefix(20))
    }
    #expect(try places(0) == places(7))
  }
}
