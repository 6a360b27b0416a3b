import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct BrokerageTests {
  @Test(arguments: UInt64(0)..<5) func `roles are what their definition says`(seed: UInt64) throws {
    for isDirected in [false, true] {
      let graph = randomCompressedGraph(12, 24, seed: seed, isDirected: isDirected)
      var generator = SeededGenerator(seed: seed)
      let groups = (0..<12).map { _ in Int.random(in: 0..<3, using: &generator) }
      var expected = [BrokerageRoles](repeating: BrokerageRoles(), count: 12)
      for first in 0..<12 {
        for broker in 0..<12 where broker != first && leads(graph, first, broker) {
          for second in 0..<12 where second != first && second != broker && leads(graph, broker, second) {
            if leads(graph, first, second) { continue }
            switch (groups[first], groups[broker], groups[second]) {
            case (let a, let b, let c) where a == b && b == c: expected[broker].coordinator += 1
            case (let a, let b, let c) where a == c && a != b: expected[broker].itinerant += 1
            case (let a, let b, let c) where b == c && a != b: expected[broker].gatekeeper += 1
            case (let a, let b, let c) where a == b && b != c: expected[broker].representative += 1
            default: expected[broker].liaison += 1
            }
          }
        }
      }
      for threads in [1, 2, 8] {
        #expect(try brokerage(in: graph, groups: groups, execution: Execution(threads: threads)) == expected)
      }
    }
  }

  @Test(arguments: UInt64(0)..<5) func `structural holes are what their definition says`(seed: UInt64) throws {
    for kind in graphKinds {
      let graph = randomCompressedGraph(
        15, 30, seed: seed, isDirected: kind.isDirected, isWeighted: kind.isWeighted)
      let ties = (0..<15).map { ego in
        (0..<15).map { $0 == ego ? 0 : weight(graph, ego, $0) + weight(graph, $0, ego) }
      }
      let totals = ties.map { $0.reduce(0, +) }
      let strongest = ties.map { $0.max() ?? 0 }
      let holes = try structuralHoles(in: graph)
      for ego in 0..<15 {
        let contacts = (0..<15).filter { ties[ego][$0] > 0 }
        guard !contacts.isEmpty else {
          #expect(holes.constraints[ego] == nil && holes.effectiveSizes[ego] == nil)
          continue
        }
        var (constraint, size) = (0.0, 0.0)
        for contact in contacts {
          let indirect = contacts.reduce(0) { $0 + ties[ego][$1] / totals[ego] * ties[$1][contact] / totals[$1] }
          let redundancy = contacts.reduce(0) {
            $0 + ties[ego][$1] / totals[ego] * ties[contact][$1] / strongest[contact]
          }
          constraint += (ties[ego][contact] / totals[ego] + indirect) * (ties[ego][contact] / totals[ego] + indirect)
          size += 1 - redundancy
        }
        #expect(agree([try #require(holes.constraints[ego])], [constraint], within: 1e-9), "seed \(seed) \(kind)")
        #expect(agree([try #require(holes.effectiveSizes[ego])], [size], within: 1e-9), "seed \(seed) \(kind)")
      }
    }
  }

  @Test func `a star has no redundancy and a clique nothing but`() throws {
    let star = CompressedGraph(vertexCount: 5, edges: (1..<5).map { (0, $0) }, isDirected: false)
    #expect(try structuralHoles(in: star).effectiveSizes[0] == 4)
    #expect(try structuralHoles(in: star).constraints == [0.25, 1, 1, 1, 1])
    let clique = CompressedGraph(vertexCount: 3, edges: [(0, 1), (1, 2), (0, 2)], isDirected: false)
    #expect(try structuralHoles(in: clique).effectiveSizes == [1, 1, 1])
    #expect(try structuralHoles(in: clique).constraints == [1.125, 1.125, 1.125])
  }
}
