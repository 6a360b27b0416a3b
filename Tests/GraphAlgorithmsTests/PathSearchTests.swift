import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

/// Searches that answer the same question must agree, and what they find is checked from its definition.
@Suite struct PathSearchTests {
  private struct Sample {
    let graph: AdjacencyGraph
    let costs: [Double]
    let count: Int

    init(seed: Int, signed: Bool = false) {
      var generator = SeededGenerator(seed: UInt64(seed))
      count = 2 + seed % 8
      let last = count - 1
      let edges = (0..<(seed % 20)).map { _ in
        (Int.random(in: 0...last, using: &generator), Int.random(in: 0...last, using: &generator))
      }
      graph = AdjacencyGraph(nodes: count, edges: edges)
      costs = edges.map { _ in Double(Int.random(in: signed ? -2...6 : 1...4, using: &generator)) }
    }

    func options(_ direction: Direction, unit: Bool = false) -> PathOptions {
      var options = PathOptions()
      options.direction = direction
      let costs = costs
      if !unit { options.cost = { _, hop in costs[hop.edge.index] } }
      return options
    }

    func node(_ index: Int) -> NodeID { NodeID(rawValue: UInt32(index)) }

    /// Every path that visits no node twice, by trying everything.
    func simplePaths(_ direction: Direction, to end: NodeID, from start: NodeID, limit: Int) -> [[EdgeID]] {
      func grow(_ nodes: [NodeID], _ edges: [EdgeID]) -> [[EdgeID]] {
        guard let last = nodes.last, last != end else { return [edges] }
        if edges.count == limit { return [] }
        return graph.hops(from: last, direction).flatMap { hop in
          nodes.contains(hop.neighbor) ? [] : grow(nodes + [hop.neighbor], edges + [hop.edge])
        }
      }
      return grow([start], [])
    }
  }

  @Test(arguments: 0..<120, Direction.allCases)
  func `both ends find what one end finds`(seed: Int, direction: Direction) throws {
    let sample = Sample(seed: seed)
    let (start, end) = (sample.node(0), sample.node(sample.count - 1))
    let options = sample.options(direction, unit: true)
    let path = bidirectionalPath(from: start, to: end, in: sample.graph, options: options)
    let distances = breadthFirstDistances(from: start, in: sample.graph, options: options)
    #expect(path?.edges.count == distances[end])
    guard let path else { return }
    for (position, edge) in path.edges.enumerated() {
      let hops = sample.graph.hops(from: path.nodes[position], direction)
      #expect(hops.contains { $0.edge == edge && $0.neighbor == path.nodes[position + 1] })
    }
    var short = options
    short.maximumHops = path.edges.count - 1
    if path.edges.count > 0 {
      #expect(bidirectionalPath(from: start, to: end, in: sample.graph, options: short) == nil)
    }
  }

  @Test(arguments: 0..<120, Direction.allCases)
  func `guided and signed searches cost what Dijkstra's costs`(seed: Int, direction: Direction) throws {
    let sample = Sample(seed: seed)
    let (start, end) = (sample.node(0), sample.node(sample.count - 1))
    let options = sample.options(direction)
    let cost = try shortestPath(from: start, to: end, in: sample.graph, options: options)?.cost
    // The hops that are left, each costing at least 1, are a bound.
    var backwards = PathOptions()
    backwards.direction = direction == .either ? .either : direction == .outgoing ? .incoming : .outgoing
    let hops = breadthFirstDistances(from: end, in: sample.graph, options: backwards)
    let guided = try guidedPath(from: start, to: end, in: sample.graph, options: options) { Double(hops[$0] ?? 0) }
    #expect(guided?.cost == cost)
    #expect(try signedDistances(from: start, in: sample.graph, options: options).costs[end.index] == cost)
  }

  @Test(arguments: 0..<200) func `a negative circle is one, and without one the costs are least`(seed: Int) throws {
    let sample = Sample(seed: seed, signed: true)
    let options = sample.options(.outgoing)
    do throws(NegativeCycle) {
      let found = try signedDistances(from: sample.node(0), in: sample.graph, options: options)
      for end in 1..<sample.count {
        let ways = sample.simplePaths(.outgoing, to: sample.node(end), from: sample.node(0), limit: sample.count)
        let costs = ways.map { $0.reduce(0) { $0 + sample.costs[$1.index] } }
        #expect(found.costs[end] == costs.min())
        if let path = found.path(to: sample.node(end)) {
          #expect(
            path.edges.reduce(0) { $0 + sample.costs[$1.index] } == path.cost && path.nodes.first == sample.node(0))
        }
      }
    } catch {
      #expect(error.edges.reduce(0) { $0 + sample.costs[$1.index] } < 0)
      for (position, edge) in error.edges.enumerated() {
        let ends = sample.graph.edges[edge.index]
        let next = error.nodes[(position + 1) % error.nodes.count]
        #expect(ends.source == error.nodes[position] && ends.target == next)
      }
    }
  }

  @Test(arguments: 0..<120, Direction.allCases)
  func `all shortest and all simple paths are those of trying everything`(seed: Int, direction: Direction) throws {
    let sample = Sample(seed: seed)
    let (start, end) = (sample.node(0), sample.node(sample.count - 1))
    let options = sample.options(direction)
    let every = Set(sample.simplePaths(direction, to: end, from: start, limit: 4))
    var simple: [Path] = []
    try forEachSimplePath(from: start, to: end, maximumHops: 4, in: sample.graph, options: options) { path in
      simple.append(path)
      return true
    }
    #expect(Set(simple.map(\.edges)) == every && simple.count == every.count)
    #expect(simple.allSatisfy { path in path.cost == path.edges.reduce(0) { $0 + sample.costs[$1.index] } })

    let all = Set(sample.simplePaths(direction, to: end, from: start, limit: sample.count))
    let costs = all.map { $0.reduce(0) { $0 + sample.costs[$1.index] } }
    let cheapest = all.filter { $0.reduce(0) { $0 + sample.costs[$1.index] } == costs.min() }
    let found = try allShortestPaths(from: start, to: end, in: sample.graph, options: options)
    let listed = found?.paths(limit: 10_000) ?? []
    #expect(Set(listed.map(\.edges)) == cheapest && listed.count == cheapest.count)
    #expect(found?.count ?? 0 == Double(cheapest.count))
    #expect(listed.allSatisfy { $0.nodes.first == start && $0.nodes.last == end && $0.cost == costs.min() })
  }

  @Test(arguments: 0..<60) func `depth first enters and leaves in its order`(seed: Int) {
    let sample = Sample(seed: seed)
    let options = sample.options(.outgoing, unit: true)
    let order = depthFirstOrder(from: [sample.node(0)], in: sample.graph, options: options)
    let reached = breadthFirstDistances(from: sample.node(0), in: sample.graph, options: options)
    #expect(Set(order.entered) == Set(reached.reached) && Set(order.left) == Set(order.entered))
    #expect(order.entered.count == reached.reachedCount && order.left.count == order.entered.count)
    for (position, edge) in order.treeEdges.enumerated().dropFirst() {
      guard let edge, let parent = order.entered.firstIndex(of: sample.graph.edges[edge.index].source) else {
        Issue.record("an entered node has no tree edge")
        continue
      }
      #expect(parent < position && order.depths[position] == order.depths[parent] + 1)
      // Children are left before their parents.
      let left = [position, parent].compactMap { order.left.firstIndex(of: order.entered[$0]) }
      #expect(left[0] < left[1])
    }
  }

  @Test func `the air distance between Münster and Berlin is known`() {
    let distance = airDistance(from: (51.9625, 7.6256), to: (52.5200, 13.4050))
    #expect(abs(distance - 398) < 3)
  }
}
