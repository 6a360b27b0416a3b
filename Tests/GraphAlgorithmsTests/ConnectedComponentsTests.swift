import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct ConnectedComponentsTests {
  @Test(arguments: UInt64(0)..<30) func `agree with union and find`(seed: UInt64) {
    let graph = randomGraph(nodes: 40, edges: Int(seed) * 2, seed: seed)
    var parents = Array(0..<40)
    func root(_ number: Int) -> Int { parents[number] == number ? number : root(parents[number]) }
    for ends in graph.edges { parents[root(ends.source.index)] = root(ends.target.index) }
    let components = connectedComponents(in: graph)
    for left in graph.nodes {
      for right in graph.nodes {
        #expect((components[left] == components[right]) == (root(left.index) == root(right.index)), "seed \(seed)")
      }
    }
    #expect(components.members.allSatisfy { $0 == $0.sorted() })
    let smallest = components.members.compactMap(\.first)
    #expect(smallest == smallest.sorted())
    #expect(components.sizes.reduce(0, +) == 40)
    for (number, members) in components.members.enumerated() {
      #expect(members.allSatisfy { components[$0] == number })
    }
  }

  @Test func `nodes that are not there are in none`() {
    let graph = AdjacencyGraph(nodes: 5, edges: [(4, 2), (3, 3)], absent: [1])
    let components = connectedComponents(in: graph)
    #expect(components.numbers == [0, nil, 1, 2, 1])
    #expect(components.sizes == [1, 2, 1])
    #expect(components[node(9)] == nil)
    #expect(connectedComponents(in: AdjacencyGraph(nodes: 0, edges: [])).count == 0)
  }
}
