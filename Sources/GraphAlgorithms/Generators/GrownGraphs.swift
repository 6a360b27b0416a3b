public import GraphModel

/// A random graph that grows by preferential attachment: each new vertex joins so many older ones, popular ones more
/// likely.
///
/// It begins with a star of `edgesPerVertex` + 1 vertices around vertex 0.
///
/// - Parameters:
///   - edgesPerVertex: How many edges each new vertex brings, at least 1; it joins different vertices.
///   - seed: What the draws depend on.
/// - Returns: A connected graph without loops and parallel edges; the same for the same seed.
/// - Complexity: O(m) expected time and memory.
/// - SeeAlso: A.-L. Barabási and R. Albert, "Emergence of scaling in random networks", Science 286 (1999),
///   doi:10.1126/science.286.5439.509.
public func barabasiAlbert(vertexCount: Int, edgesPerVertex: Int, seed: UInt64) -> CompressedGraph {
  precondition(edgesPerVertex > 0, "a new vertex brings at least one edge")
  var bits = RandomBits(seed: seed)
  var edges = (1..<max(1, min(edgesPerVertex + 1, vertexCount))).map { (0, $0) }
  // Each vertex as often as it has edges.
  var ends = edges.flatMap { [$0.0, $0.1] }
  for vertex in min(edgesPerVertex + 1, vertexCount)..<vertexCount {
    var chosen: [Int] = []
    while chosen.count < edgesPerVertex {
      let end = ends[bits.number(below: ends.count)]
      if !chosen.contains(end) { chosen.append(end) }
    }
    for other in chosen {
      edges.append((other, vertex))
      ends.append(other)
      ends.append(vertex)
    }
  }
  return CompressedGraph(vertexCount: vertexCount, edges: edges, isDirected: false)
}

/// A small world: a ring in which each vertex is joined to its nearest ones, and some edges lead elsewhere.
///
/// - Parameters:
///   - neighbors: To how many vertices each one is joined at first, half of them on either side; even and less than
///     `vertexCount`.
///   - probability: How likely the far end of an edge is replaced by another vertex, 0...1.
///   - seed: What the draws depend on.
/// - Returns: A graph with `vertexCount` × `neighbors` / 2 edges, without loops and parallel ones; the same for the same
///   seed.
/// - Complexity: O(n + m) expected time and memory.
/// - SeeAlso: D. J. Watts and S. H. Strogatz, "Collective dynamics of 'small-world' networks", Nature 393 (1998),
///   doi:10.1038/30918.
public func wattsStrogatz(vertexCount: Int, neighbors: Int, probability: Double, seed: UInt64) -> CompressedGraph {
  precondition(neighbors >= 0 && neighbors.isMultiple(of: 2), "as many neighbours on either side")
  precondition(neighbors < max(1, vertexCount), "fewer neighbours than vertices")
  var bits = RandomBits(seed: seed)
  var joined = [Set<Int>](repeating: [], count: vertexCount)
  var edges: [(Int, Int)] = []
  for step in stride(from: 1, through: neighbors / 2, by: 1) {
    for vertex in 0..<vertexCount {
      let other = (vertex + step) % vertexCount
      joined[vertex].insert(other)
      joined[other].insert(vertex)
      edges.append((vertex, other))
    }
  }
  for edge in edges.indices where bits.fraction() < probability {
    let (vertex, old) = edges[edge]
    guard joined[vertex].count < vertexCount - 1 else { continue }
    var new = bits.number(below: vertexCount)
    while new == vertex || joined[vertex].contains(new) { new = bits.number(below: vertexCount) }
    joined[vertex].remove(old)
    joined[old].remove(vertex)
    joined[vertex].insert(new)
    joined[new].insert(vertex)
    edges[edge] = (vertex, new)
  }
  return CompressedGraph(vertexCount: vertexCount, edges: edges, isDirected: false)
}
