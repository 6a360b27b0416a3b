import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct CycleTests {
  @Test(arguments: UInt64(0)..<20) func `sides or an odd cycle`(seed: UInt64) {
    for isDirected in [false, true] {
      let graph = randomCompressedGraph(20, 4 + Int(seed), seed: seed, isDirected: isDirected)
      switch bipartition(of: graph) {
      case .sides(let sides): #expect(ends(graph).allSatisfy { sides[$0.0] != sides[$0.1] }, "seed \(seed)")
      case .oddCycle(let cycle):
        #expect(cycle.count % 2 == 1 && isCycle(cycle, in: graph, ignoringDirections: true), "seed \(seed)")
      }
    }
  }

  @Test(arguments: UInt64(0)..<20) func `an order or a cycle`(seed: UInt64) {
    for isDirected in [false, true] {
      let graph = randomCompressedGraph(20, 4 + Int(seed), seed: seed, isDirected: isDirected)
      switch topologicalOrder(of: graph) {
      case .order(let order):
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        #expect(places.count == 20)
        #expect(ends(graph).allSatisfy { places[$0.0, default: 0] < places[$0.1, default: 0] }, "seed \(seed)")
      case .cycle(let cycle):
        // An edge without direction leads there and back, so two vertices may be enough.
        let next = cycle.dropFirst() + cycle.prefix(1)
        let isRound = !cycle.isEmpty && zip(cycle, next).allSatisfy { leads(graph, $0, $1) }
        #expect(isRound && Set(cycle).count == cycle.count, "seed \(seed)")
      }
      let forest = graph.edgeCount == 20 - connectedComponents(in: graph).count
      if let cycle = anyCycle(in: graph) {
        #expect(isCycle(cycle, in: graph, ignoringDirections: false), "seed \(seed)")
        #expect(!(forest && !isDirected))
      } else {
        #expect(isDirected ? strongComponents(in: graph).count == 20 : forest)
      }
    }
  }

  @Test(arguments: UInt64(0)..<20) func `a basis has a cycle for each edge that no tree needs`(seed: UInt64) {
    for isDirected in [false, true] {
      let graph = randomCompressedGraph(15, Int(seed) * 2, seed: seed, isDirected: isDirected)
      let basis = cycleBasis(of: graph)
      #expect(basis.count == graph.edgeCount - 15 + connectedComponents(in: graph).count, "seed \(seed)")
      // Each closes with an edge of its own, so none is a combination of the others.
      #expect(Set(basis.map(\.closingEdge)).count == basis.count)
      for cycle in basis {
        #expect(isCycle(cycle.vertices, in: graph, ignoringDirections: true), "seed \(seed)")
        let pair = ends(graph)[cycle.closingEdge]
        #expect(Set([cycle.vertices.first, cycle.vertices.last]) == Set([pair.0, pair.1]))
      }
      let tree = remaining(graph) { _, _, edge in !basis.contains { $0.closingEdge == edge } }
      #expect(connectedComponents(in: tree).count == connectedComponents(in: graph).count)
    }
  }

  /// Whether the vertices differ and each is joined with the next; two vertices of an undirected graph need two edges.
  private func isCycle(_ cycle: [Int], in graph: CompressedGraph, ignoringDirections: Bool) -> Bool {
    guard let first = cycle.first, Set(cycle).count == cycle.count else { return false }
    let isFree = ignoringDirections || !graph.isDirected
    if cycle.count == 2, isFree {
      return ends(graph).count { Set([$0.0, $0.1]) == Set(cycle) } > 1
    }
    return zip(cycle, cycle.dropFirst() + [first]).allSatisfy { left, right in
      leads(graph, left, right) || isFree && leads(graph, right, left)
    }
  }
}
