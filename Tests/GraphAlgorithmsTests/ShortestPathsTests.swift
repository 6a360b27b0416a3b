import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct ShortestPathsTests {
  @Test(arguments: UInt64(0)..<80) func `are all paths in order`(seed: UInt64) throws {
    let graph = randomGraph(nodes: 7, edges: 16, seed: seed)
    for limits in 0..<4 {
      var options = ShortestPathTests.options(seed: seed, edges: 16, blocks: seed % 2 == 0)
      if limits & 1 != 0 { options.maximumHops = 2 + Int(seed % 3) }
      if limits & 2 != 0 { options.maximumCost = Double(seed % 5) }
      let reference = ReferencePaths(graph: graph, options: options)
      for end in graph.nodes where end != node(0) {
        let all = reference.all(from: node(0), to: end)
        let found = try shortestPaths(from: node(0), to: end, count: all.count + 1, in: graph, options: options)
        #expect(found == all, "seed \(seed), limits \(limits), to \(end)")
      }
    }
  }

  @Test(arguments: UInt64(0)..<10) func `fewer are the first of more`(seed: UInt64) throws {
    let graph = randomGraph(nodes: 40, edges: 110, seed: seed)
    let options = ShortestPathTests.options(seed: seed, edges: 110)
    let reference = ReferencePaths(graph: graph, options: options)
    let many = try shortestPaths(from: node(0), to: node(1), count: 30, in: graph, options: options)
    for count in [1, 2, 7] {
      #expect(
        try shortestPaths(from: node(0), to: node(1), count: count, in: graph, options: options)
          == Array(many.prefix(count)))
    }
    #expect(Set(many.map(\.nodes)).count == many.count)
    #expect(many.allSatisfy { reference.isSound($0, from: node(0), to: node(1)) })
  }

  @Test func `a large sparse graph is answered`() throws {
    let graph = randomGraph(nodes: 12_000, edges: 14_000, seed: 7)
    let reference = ReferencePaths(graph: graph, options: PathOptions())
    let paths = try shortestPaths(from: node(0), to: node(1), count: 5, in: graph)
    #expect(paths.count == 5)
    #expect(paths.allSatisfy { reference.isSound($0, from: node(0), to: node(1)) })
    #expect(paths.map(\.cost) == paths.map(\.cost).sorted())
  }
}
