import Foundation
import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

/// Values that NetworkX and igraph computed.
@Suite(.enabled(if: Suites.exist, Suites.skipped)) struct FlowOracleTests {
  @Test(arguments: MeasuredGraph.all) func `flows and spanning forests`(measured: MeasuredGraph) throws {
    if let expected = measured["maxFlow", [String: Double].self] {
      let (source, target) = (Int(try #require(expected["source"])), Int(try #require(expected["target"])))
      let flow = try maximumFlow(from: source, to: target, in: measured.weighted)
      #expect(flow.value == expected["value"])
    }
    let forest = minimumSpanningForest(in: measured.weighted)
    #expect(agree([forest.weight], measured["mstWeight", Double.self].map { [$0] }))
    #expect(measured["spanningForestEdges", Int.self].map { $0 == forest.edges.count } ?? true)
  }
}

@Suite struct FlowTests {
  @Test(arguments: 0..<60, [false, true]) func `a cut proves the flow`(seed: Int, isDirected: Bool) throws {
    let count = 2 + seed % 9
    let graph = randomCompressedGraph(count, seed, seed: UInt64(seed), isDirected: isDirected, isWeighted: seed % 3 > 0)
    let (source, target) = (0, count - 1)
    let flow = try maximumFlow(from: source, to: target, in: graph)
    var balances = [Double](repeating: 0, count: count)
    for vertex in 0..<count {
      for arc in graph.out.range(of: vertex) {
        #expect((0...(graph.isWeighted ? graph.out.weights[arc] : 1)).contains(flow.flows[arc]))
        balances[vertex] -= flow.flows[arc]
        balances[Int(graph.out.targets[arc])] += flow.flows[arc]
      }
    }
    #expect(balances[source] == -flow.value && balances[target] == flow.value)
    #expect(balances[1..<max(1, target)].allSatisfy { $0 == 0 })
    let cut = flow.cutArcs.reduce(0.0) { $0 + (graph.isWeighted ? graph.out.weights[$1] : 1) }
    #expect(cut == flow.value)
    #expect(flow.sourceSide.contains(source) && !flow.sourceSide.contains(target))
    #expect(cut == smallestCut(source, target, graph))
    #expect(try maximumFlow(from: 0, to: 0, in: graph).value == 0)
  }

  @Test(arguments: 0..<80) func `nothing is cheaper than the cheapest flow`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 2...6, using: &generator)
    let arcs = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
      CostArc(
        from: Int.random(in: 0..<count, using: &generator), to: Int.random(in: 0..<count, using: &generator),
        capacity: Int.random(in: 0...2, using: &generator), cost: Double(Int.random(in: -1...5, using: &generator)))
    }
    let wanted = seed % 2 == 0 ? nil : Int.random(in: 0...3, using: &generator)
    let cheapest = cheapestFlows(to: count - 1, arcs, count)
    guard let flow = try minimumCostFlow(wanted, from: 0, to: count - 1, over: arcs, vertexCount: count) else {
      #expect((cheapest[0] ?? 0) < 0, "without a circle below 0 there is an answer")
      return
    }
    #expect(flow.amount == min(wanted ?? .max, cheapest.keys.max() ?? 0))
    #expect(flow.cost == cheapest[flow.amount])
    for (arc, amount) in zip(arcs, flow.flows) {
      let reduced = arc.cost + flow.potentials[arc.source] - flow.potentials[arc.target]
      #expect(amount == arc.capacity || reduced >= 0)
      #expect(amount == 0 || reduced <= 0)
    }
  }

  @Test(arguments: 0..<40) func `trees join what they should`(seed: Int) throws {
    let graph = randomCompressedGraph(
      3 + seed % 7, 6 + seed % 9, seed: UInt64(seed), isDirected: seed % 2 == 0, isWeighted: seed % 3 > 0)
    let pairs = weightedPairs(of: graph)
    let all = Array(0..<graph.vertexCount)
    let parts = all.map { partOf($0, in: pairs, edges: Array(pairs.indices), graph.vertexCount) }
    let forest = minimumSpanningForest(in: graph)
    #expect(forest.treeCount == Set(parts).count)
    #expect(forest.edges.count == graph.vertexCount - forest.treeCount)
    for vertex in all { #expect(partOf(vertex, in: pairs, edges: forest.edges, graph.vertexCount) == parts[vertex]) }
    let terminals = [0, 1, 2]
    guard let tree = try steinerTree(joining: terminals, in: graph) else {
      #expect(Set(terminals.map { parts[$0] }).count > 1)
      return
    }
    #expect(tree.edges.count + 1 == tree.vertices.count)
    #expect(tree.vertices == partOf(0, in: pairs, edges: tree.edges, graph.vertexCount))
    #expect(Set(terminals).isSubset(of: tree.vertices))
    // The lightest tree is a spanning tree of some set of vertices around the terminals.
    let optimum = (0..<(1 << (graph.vertexCount - 3))).compactMap { set in
      let inside = all.filter { $0 < 3 || set & (1 << ($0 - 3)) != 0 }
      return weight(ofTreeOver: inside, pairs, graph.vertexCount)
    }.min()
    let lightest = try #require(optimum)
    #expect(tree.weight >= lightest && tree.weight <= lightest * 4 / 3 + 1e-9)
    #expect(tree.lowerBound <= lightest + 1e-9)
  }
}

/// The smallest capacity across any cut, by trying all.
private func smallestCut(_ source: Int, _ target: Int, _ graph: CompressedGraph) -> Double {
  var smallest = Double.infinity
  for set in 0..<(1 << graph.vertexCount) where set & (1 << source) != 0 && set & (1 << target) == 0 {
    var capacity = 0.0
    for vertex in 0..<graph.vertexCount where set & (1 << vertex) != 0 {
      for arc in graph.out.range(of: vertex) where set & (1 << Int(graph.out.targets[arc])) == 0 {
        capacity += graph.isWeighted ? graph.out.weights[arc] : 1
      }
    }
    smallest = min(smallest, capacity)
  }
  return smallest
}

/// The least cost of each amount that can flow from vertex 0, by trying every flow.
private func cheapestFlows(to target: Int, _ arcs: [CostArc], _ count: Int) -> [Int: Double] {
  var cheapest: [Int: Double] = [:]
  func extend(_ arc: Int, _ balances: [Int], _ cost: Double) {
    guard arc < arcs.count else {
      let isFlow = balances.indices.allSatisfy { [0, target].contains($0) || balances[$0] == 0 }
      if isFlow, balances[target] >= 0 {
        cheapest[balances[target]] = min(cheapest[balances[target]] ?? .infinity, cost)
      }
      return
    }
    for amount in 0...arcs[arc].capacity {
      var next = balances
      next[arcs[arc].source] -= amount
      next[arcs[arc].target] += amount
      extend(arc + 1, next, cost + Double(amount) * arcs[arc].cost)
    }
  }
  extend(0, [Int](repeating: 0, count: count), 0)
  return cheapest
}

/// The vertices that edges join with one, ascending.
private func partOf(_ vertex: Int, in pairs: [WeightedPair<Double>], edges: [Int], _ count: Int) -> [Int] {
  var part: Set<Int> = [vertex]
  for _ in 0..<count {
    for edge in edges where part.contains(pairs[edge].first) || part.contains(pairs[edge].second) {
      part.formUnion([pairs[edge].first, pairs[edge].second])
    }
  }
  return part.sorted()
}

/// The weight of the lightest tree over exactly these vertices, by Prim's algorithm; nil when there is none.
private func weight(ofTreeOver vertices: [Int], _ pairs: [WeightedPair<Double>], _ count: Int) -> Double? {
  let inside = Set(vertices)
  var joined: Set<Int> = [vertices[0]]
  var weight = 0.0
  while joined.count < inside.count {
    let next = pairs.filter {
      inside.contains($0.first) && inside.contains($0.second) && joined.contains($0.first) != joined.contains($0.second)
    }.min { $0.weight < $1.weight }
    guard let next else { return nil }
    weight += next.weight
    joined.formUnion([next.first, next.second])
  }
  return weight
}
