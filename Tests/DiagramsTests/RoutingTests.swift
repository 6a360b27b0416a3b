import Synchronization
import TestSupport
import Testing

@testable import Diagrams

/// Edges go round what they do not join, and lie beside one another.
struct RoutingTests {
  @Test(arguments: 1...12) func waysKeepOffNodes(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...40, using: &random)
    let extents = (0..<count).map { _ in
      Extent(width: Double.random(in: 40...200, using: &random), height: Double.random(in: 20...90, using: &random))
    }
    let start = extents.map { _ in
      PagePoint(x: Double.random(in: 0...900, using: &random), y: Double.random(in: 0...600, using: &random))
    }
    let obstacles = zip(Spreading.spread(start, extents, gap: 12), extents).enumerated().map { position, node in
      obstacle(node.0, node.1, sides: [0, 4, 6, 44][position % 4])
    }
    let routing = EdgeRouting(obstacles: obstacles, frames: [], width: 1.4)
    let edges = (0..<40).map { edge in
      EdgeRouting.Ends(from: edge % count, to: Int.random(in: 0..<count, using: &random))
    }
    let curves = self.curves(routing, edges)
    if seed <= 3 { #expect(self.curves(routing, edges) == curves) }
    var touched: [String] = []
    for (edge, curve) in zip(edges, curves) {
      #expect(curve.first == obstacles[edge.from].centre && curve.last == obstacles[edge.to].centre)
      #expect(curve.count % 3 == 1 && curve.count > 3)
      let points = EdgeRouting.points(along: curve)
      for other in obstacles.indices where other != edge.from && other != edge.to && edge.from != edge.to {
        if points.contains(where: { obstacles[other].touches($0, within: 2.9) }) {
          touched.append("\(edge) touches \(other)")
        }
      }
    }
    #expect(touched.isEmpty, "\(touched)")
  }

  /// Drawings in other tests use the library at the same time.
  private func curves(_ routing: EdgeRouting, _ edges: [EdgeRouting.Ends]) -> [[PagePoint]] {
    graphviz.withLock { _ in routing.curves(of: edges) }
  }

  /// An ellipse, a box, a hexagon or a diamond.
  private func obstacle(_ centre: PagePoint, _ extent: Extent, sides: Int) -> Obstacle {
    let shapes: [Int: [(Double, Double)]] = [
      0: [], 4: [(1, 1), (-1, 1), (-1, -1), (1, -1)], 44: [(0, 1), (-1, 0), (0, -1), (1, 0)],
      6: [(0.6, 1), (-0.6, 1), (-1, 0), (-0.6, -1), (0.6, -1), (1, 0)],
    ]
    return Obstacle(
      corners: (shapes[sides] ?? []).map { corner in
        PagePoint(x: centre.x + corner.0 * extent.width / 2, y: centre.y + corner.1 * extent.height / 2)
      }, centre: centre, extent: extent)
  }

  /// With all of them in one visibility graph this takes minutes.
  @Test(.timeLimit(.minutes(1))) func nodesElsewhereCostNothing() {
    func grid(_ count: Int, columns: Int, from left: Double) -> [Obstacle] {
      (0..<count).map { node in
        let place = PagePoint(x: left + Double(node % columns) * 150, y: Double(node / columns) * 80)
        return obstacle(place, Extent(width: 110, height: 40), sides: [0, 6][node % 2])
      }
    }
    let (near, far) = (grid(12, columns: 4, from: 0), grid(300, columns: 20, from: 1_000))
    let edges = (0..<60).map { EdgeRouting.Ends(from: $0 % 12, to: ($0 * 5 + 7) % 12) }
    let alone = curves(EdgeRouting(obstacles: near, frames: [], width: 1.4), edges)
    #expect(curves(EdgeRouting(obstacles: near + far, frames: [], width: 1.4), edges) == alone)
  }

  @Test func parallelEdgesLieSideBySide() throws {
    let nodes = [0.0, 300].map { obstacle(PagePoint(x: $0, y: 0), Extent(width: 80, height: 30), sides: 4) }
    let routing = EdgeRouting(obstacles: nodes, frames: [], width: 1.4)
    let ends = [(0, 1), (1, 0), (0, 1)].map { EdgeRouting.Ends(from: $0.0, to: $0.1) }
    let heights = curves(routing, ends).map { curve in
      EdgeRouting.points(along: curve).min { ($0.x - 150).magnitude < ($1.x - 150).magnitude }?.y ?? 0
    }.sorted()
    #expect(heights[1] - heights[0] > 10 && heights[2] - heights[1] > 10)
  }

  @Test func linesGoRoundForeignBoxes() {
    let places = [(0.0, 0.0), (300, 0), (600, 0)].map { PagePoint(x: $0.0, y: $0.1) }
    let nodes = places.map { obstacle($0, Extent(width: 60, height: 30), sides: 4) }
    let box = Frame(left: 240, right: 360, bottom: -80, top: 100)
    let routing = EdgeRouting(obstacles: nodes, frames: [box], width: 1.4)
    let curves = curves(routing, [.init(from: 0, to: 2), .init(from: 0, to: 1)])
    #expect(!EdgeRouting.points(along: curves[0]).contains { box.contains($0) })
    #expect(EdgeRouting.points(along: curves[1]).contains { box.contains($0) })
  }

  /// Places that somebody has written into the file by hand may lie upon one another.
  @Test func nodesOnOneSpotAreNoTrouble() {
    let nodes = (0..<30).map { number in
      obstacle(PagePoint(x: Double(number % 3) * 10, y: 0), Extent(width: 60, height: 30), sides: [0, 4][number % 2])
    }
    let routing = EdgeRouting(obstacles: nodes, frames: [Frame(left: 5, right: 40, bottom: -9, top: 9)], width: 9)
    let edges = (0..<30).map { EdgeRouting.Ends(from: $0, to: ($0 * 7 + 3) % 30) }
    #expect(curves(routing, edges).allSatisfy { $0.count > 3 })
  }

  @Test func whatHangsOnOneNodeComesNear() {
    var diagram = SampleDiagrams.network(4)
    diagram.edges = [(0, 1), (0, 2), (1, 2), (2, 3)].map { .init(from: $0.0, to: $0.1, kind: "X") }
    let extents = diagram.nodes.map { _ in Extent(width: 80, height: 30) }
    let places = [(0.0, 0.0), (300, 0), (0, 300), (0, 2_000)].map { PagePoint(x: $0.0, y: $0.1) }
    let tightened = Tightening(diagram: diagram, extents: extents).tightened(places)
    #expect(tightened.prefix(3) == places.prefix(3))
    #expect((375...460).contains(tightened[3].y), "\(tightened[3])")
  }
}
