import GraphModel
import Synchronization
import TestSupport
import Testing

@testable import Diagrams

/// What is new finds free room in a picture whose other things keep their places.
struct NewcomerTests {
  @Test(arguments: [(LayoutEngine.neato, false), (.ego, false), (.bipartite, false), (.neato, true)])
  func aSecondMonthCanBeRead(_ engine: LayoutEngine, _ isClustered: Bool) throws {
    for seed in isClustered ? [20, 23] : [22] {
      let november = boxed(SampleDiagrams.network(seed), isClustered)
      let first = try drawPicture(of: november, format: .svg, engine: engine, keeping: Placement(places: []))
      let old = try #require(first.placement)
      var december = november
      for number in 0..<5 {
        var node = Diagram.Node(id: "new\(number)", label: "Neuer Knoten \(number)", kind: SampleDiagrams.kinds[number])
        // One joins a box, two get a new one, the others stand outside of boxes.
        if isClustered { node.cluster = [0: "Kasten 1", 1: "Neuer Kasten", 2: "Neuer Kasten"][number] }
        december.nodes.append(node)
        december.edges.append(.init(from: seed + number, to: number * 2, kind: "ABOUT"))
      }
      let kept = Placement(places: old.places + [nil, nil, nil, nil, nil])
      let second = try drawPicture(of: december, format: .svg, engine: engine, keeping: kept)
      #expect(second.placement?.places.prefix(seed).map { $0 } == old.places)
      let survey = try #require(SVGSurvey(String(decoding: second.bytes, as: UTF8.self)))
      #expect(survey.overlaps.isEmpty, "\(survey.overlaps)")
      let touched = survey.touched(within: 2.5).map { "\($0.edge) \($0.node) \($0.distance)" }
      #expect(touched.isEmpty, "\(seed): \(touched)")
      try expectFramesApart(december, engine, try #require(second.placement))
    }
  }

  private func boxed(_ diagram: Diagram, _ isClustered: Bool) -> Diagram {
    var diagram = diagram
    guard isClustered else { return diagram }
    for position in diagram.nodes.indices where position % 4 != 0 {
      diagram.nodes[position].cluster = "Kasten \(position % 4)"
    }
    return diagram
  }

  private func expectFramesApart(_ diagram: Diagram, _ engine: LayoutEngine, _ placement: Placement) throws {
    guard diagram.isClustered else { return }
    let extents = try graphviz.withLock { _ throws(DiagramError) in
      var drawing = try Drawing.of(
        diagram, style: .screen, looks: Looks(of: diagram, in: .screen), format: .svg, engine: engine)
      let nodes = drawing.nodes
      return try drawing.graph.measure(nodes)
    }
    let arrangement = Arrangement(
      diagram: diagram, extents: extents, engine: engine, style: .screen, kept: placement.places, keptScale: nil)
    let result = arrangement.result()
    let frames = result.backdrop.frames
    for one in frames.indices {
      for other in 0..<one { #expect(!frames[one].meets(frames[other]), "boxes \(one) and \(other) overlap") }
    }
    #expect(frames.count >= 4)
  }

  @Test func newNodesStandApartAndNear() {
    var solids: [Frame] = [Frame(PagePoint(x: 0, y: 0), Extent(width: 100, height: 30))]
    let friend = solids[0]
    for _ in 0..<8 {
      let guest = FreeSpots.Guest(extent: Extent(width: 120, height: 40), friends: [friend], gap: 18)
      let room = FreeSpots(solids: solids, ties: [])
      let spot = room.best(of: room.grid(for: guest.extent, gap: guest.gap), for: guest)
      let frame = Frame(spot ?? friend.centre, guest.extent)
      #expect(!solids.contains { $0.meets(frame, within: 17.9) })
      #expect(frame.centre.x.magnitude < 450 && frame.centre.y.magnitude < 300)
      solids.append(frame)
    }
  }

  @Test(arguments: [3, 20, 90]) func labelsKeepOffDots(_ count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let dots = (0..<count).map { _ in
      PagePoint(x: Double.random(in: 0...700, using: &random), y: Double.random(in: 0...900, using: &random))
    }
    let extents = dots.map { _ in Extent(width: Double.random(in: 60...160, using: &random), height: 44) }
    // Two things in one town share a dot.
    let shared = [dots[0]] + dots.dropLast()
    let labels = MapLabels(dots: shared, extents: extents, pinned: dots.map { _ in nil })
    let places = labels.places()
    #expect(labels.places() == places)
    for (label, place) in places.enumerated() {
      let frame = Frame(place, extents[label])
      #expect(!shared.contains { frame.contains($0) }, "\(label) hides a dot")
      for other in 0..<label { #expect(!Frame(places[other], extents[other]).meets(frame, within: 9.9)) }
    }
  }
}
