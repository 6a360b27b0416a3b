import Testing

@testable import Diagrams

/// Where edges are no longer routed, the user is told.
struct RoutingLimitTests {
  private func diagram(nodes: Int, edges: Int) -> Diagram {
    var diagram = Diagram(
      title: "", nodes: (0..<nodes).map { .init(id: "\($0)", label: "\($0)", kind: "Actor") })
    diagram.edges = (0..<edges).map { .init(from: $0 % nodes, to: ($0 + 1 + $0 / nodes) % nodes, kind: "COVERS") }
    return diagram
  }

  @Test(arguments: [(20, 40, false), (20, 801, true), (401, 60, true), (401, 0, false)])
  func straightLinesAreWarnedOf(_ nodes: Int, _ edges: Int, _ isWarned: Bool) throws {
    let picture = try drawPicture(of: diagram(nodes: nodes, edges: edges), format: .svg, engine: .bipartite)
    #expect(picture.warnings.contains { $0.contains("lines are straight") } == isWarned)
  }

  /// `dot` keeps its own lines, whose way it plans with the places.
  @Test func layersAreNotWarnedOf() throws {
    #expect(try drawPicture(of: diagram(nodes: 420, edges: 419), format: .svg, engine: .dot).warnings.isEmpty)
  }
}
