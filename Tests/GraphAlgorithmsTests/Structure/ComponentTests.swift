import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct ComponentTests {
  @Test(arguments: UInt64(0)..<10) func `components are classes of vertices that reach each other`(seed: UInt64) {
    for isDirected in [false, true] {
      let graph = randomCompressedGraph(24, 6 + Int(seed) * 5, seed: seed, isDirected: isDirected)
      let reached = ReferenceDistances(graph).distances
      let strong = strongComponents(in: graph)
      let undirected = CompressedGraph(vertexCount: 24, edges: ends(graph), isDirected: false)
      let joined = ReferenceDistances(undirected).distances
      let weak = connectedComponents(in: graph)
      for left in 0..<24 {
        for right in 0..<24 {
          let isMutual = reached[left][right] < .infinity && reached[right][left] < .infinity
          #expect((strong.numbers[left] == strong.numbers[right]) == isMutual, "seed \(seed)")
          #expect((weak.numbers[left] == weak.numbers[right]) == (joined[left][right] < .infinity), "seed \(seed)")
        }
      }
      #expect(strong.members.compactMap(\.first) == strong.members.compactMap(\.first).sorted())
      #expect(weak.sizes.reduce(0, +) == 24 && weak.sizes == weak.members.map(\.count))
    }
  }

  @Test(arguments: UInt64(0)..<10) func `articulation points and bridges hold the graph together`(seed: UInt64) {
    for isDirected in [false, true] {
      let graph = randomCompressedGraph(16, 10 + Int(seed) * 2, seed: seed, isDirected: isDirected)
      let parts = biconnectivity(in: graph)
      let count = connectedComponents(in: graph).count
      for vertex in 0..<16 {
        // The vertex itself stays and is then alone.
        let others = remaining(graph) { source, target, _ in source != vertex && target != vertex }
        let isolated = ends(graph).contains { ($0.0 == vertex) != ($0.1 == vertex) } ? 1 : 0
        let falls = connectedComponents(in: others).count - isolated > count
        #expect(parts.articulationPoints.contains(vertex) == falls, "seed \(seed) vertex \(vertex)")
      }
      for edge in 0..<graph.edgeCount {
        let falls = connectedComponents(in: remaining(graph) { $2 != edge }).count > count
        #expect(parts.bridges.contains(edge) == falls, "seed \(seed) edge \(edge)")
      }
      for (edge, pair) in ends(graph).enumerated() {
        guard let number = parts.edgeComponents[edge] else {
          #expect(pair.0 == pair.1)
          continue
        }
        #expect(parts.components[number].contains(pair.0) && parts.components[number].contains(pair.1))
      }
      for (number, members) in parts.components.enumerated() {
        for other in parts.components[..<number] { #expect(Set(other).intersection(members).count <= 1) }
      }
    }
  }

  @Test func `a long path needs no recursion`() throws {
    let count = 200_000
    let path = CompressedGraph(
      vertexCount: count, edges: (0..<count - 1).map { ($0, $0 + 1) }, isDirected: true)
    #expect(strongComponents(in: path).count == count)
    #expect(connectedComponents(in: path).count == 1)
    #expect(biconnectivity(in: path).bridges.count == count - 1)
    #expect(topologicalOrder(of: path) == .order(Array(0..<count)))
    #expect(coreNumbers(in: path).allSatisfy { $0 == 1 })
    #expect(anyCycle(in: path) == nil)
  }
}

/// The ends of each edge, in the order of edges.
func ends(_ graph: CompressedGraph) -> [(Int, Int)] {
  var ends = [(Int, Int)](repeating: (0, 0), count: graph.edgeCount)
  for vertex in 0..<graph.vertexCount {
    for arc in graph.out.range(of: vertex) { ends[Int(graph.out.edges[arc])] = (vertex, Int(graph.out.targets[arc])) }
  }
  return ends
}
