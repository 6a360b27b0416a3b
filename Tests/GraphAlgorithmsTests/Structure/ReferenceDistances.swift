import GraphModel

/// Distances and numbers of shortest paths between all pairs, by the definition: slow and plain.
struct ReferenceDistances {
  /// The distance from each vertex to each; infinite where no path leads.
  var distances: [[Double]]
  /// The number of shortest paths from each vertex to each.
  var counts: [[Double]]

  init(_ graph: CompressedGraph) {
    let vertices = 0..<graph.vertexCount
    distances = vertices.map { row in vertices.map { $0 == row ? 0 : .infinity } }
    let arcs = vertices.flatMap { vertex in
      graph.out.range(of: vertex).map { arc in
        (vertex, Int(graph.out.targets[arc]), graph.isWeighted ? graph.out.weights[arc] : 1)
      }
    }
    for start in vertices {
      var row = distances[start]
      var isSettled = false
      while !isSettled {
        isSettled = true
        for (source, target, length) in arcs where row[source] + length < row[target] {
          row[target] = row[source] + length
          isSettled = false
        }
      }
      distances[start] = row
    }
    counts = vertices.map { row in vertices.map { $0 == row ? 1 : 0 } }
    for start in vertices {
      let reached = vertices.filter { $0 != start && distances[start][$0] < .infinity }
      for vertex in reached.sorted(by: { distances[start][$0] < distances[start][$1] }) {
        for (source, target, length) in arcs
        where target == vertex && distances[start][source] + length == distances[start][vertex] {
          counts[start][vertex] += counts[start][source]
        }
      }
    }
  }

  /// The share of the shortest paths between two vertices that lead through a third.
  func share(_ source: Int, _ target: Int, through vertex: Int) -> Double {
    guard source != target, source != vertex, target != vertex, counts[source][target] > 0,
      distances[source][vertex] + distances[vertex][target] == distances[source][target]
    else { return 0 }
    return counts[source][vertex] * counts[vertex][target] / counts[source][target]
  }
}

/// The kinds of graph that laws are tried on.
let graphKinds: [(isDirected: Bool, isWeighted: Bool)] = [(false, false), (true, false), (false, true), (true, true)]

/// Whether an arc leads from one vertex to another.
func leads(_ graph: CompressedGraph, _ source: Int, _ target: Int) -> Bool {
  graph.out.range(of: source).contains { graph.out.targets[$0] == UInt32(target) }
}

/// The weight of all arcs from one vertex to another.
func weight(_ graph: CompressedGraph, _ source: Int, _ target: Int) -> Double {
  graph.out.range(of: source).filter { graph.out.targets[$0] == UInt32(target) }
    .reduce(0) { $0 + (graph.isWeighted ? graph.out.weights[$1] : 1) }
}

/// The graph without some of its edges, or without those at some vertices; the vertices all stay.
func remaining(_ graph: CompressedGraph, keeping: (Int, Int, Int) -> Bool) -> CompressedGraph {
  var ends: [(Int, Int)] = []
  for vertex in 0..<graph.vertexCount {
    for arc in graph.out.range(of: vertex) where graph.isDirected || UInt32(vertex) <= graph.out.targets[arc] {
      let (target, edge) = (Int(graph.out.targets[arc]), Int(graph.out.edges[arc]))
      if keeping(vertex, target, edge) { ends.append((vertex, target)) }
    }
  }
  return CompressedGraph(vertexCount: graph.vertexCount, edges: ends, isDirected: graph.isDirected)
}
