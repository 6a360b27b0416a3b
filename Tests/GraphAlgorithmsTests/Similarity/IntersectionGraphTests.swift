import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct IntersectionGraphTests {
  @Test(arguments: UInt64(0)..<20) func `sets that share an item are joined`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pairs = (0..<40).map { _ in
      (Int.random(in: 0..<18, using: &generator), Int.random(in: 0..<12, using: &generator))
    }
    let graph = intersectionGraph(of: Memberships(setCount: 18, itemCount: 12, pairs: pairs))
    var edges: [(Int, Int)] = []
    for left in 0..<18 {
      for right in left + 1..<18 {
        let items = Set(pairs.filter { $0.0 == left }.map(\.1))
        if pairs.contains(where: { $0.0 == right && items.contains($0.1) }) { edges.append((left, right)) }
      }
    }
    let expected = CompressedGraph(vertexCount: 18, edges: edges, isDirected: false)
    #expect(graph.out.offsets == expected.out.offsets && graph.out.targets == expected.out.targets)
    #expect(graph.out.edges == expected.out.edges && graph.edgeIDs == expected.edgeIDs)
    #expect(graph.nodes == expected.nodes && !graph.isDirected && !graph.isWeighted)
  }
}
