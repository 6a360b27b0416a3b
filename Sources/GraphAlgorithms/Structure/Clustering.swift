public import GraphModel

/// How closely the neighbours of each vertex are joined with one another.
public struct Clustering: Hashable, Sendable {
  /// The number of triangles at each vertex, whatever the directions.
  public let triangles: [Int]
  /// The local clustering coefficient of each vertex: the share of possible triangles that exist. In a directed graph
  /// Fagiolo's, which tells the eight directed triangles over three vertices apart. 0 where no triangle is possible.
  public let coefficients: [Double]
  /// The number of arcs among the neighbours of each vertex divided by the number of ordered pairs of them, as LDBC
  /// Graphalytics defines the coefficient. In an undirected graph the same as ``coefficients``.
  public let neighborhoodDensities: [Double]
  /// Three times the number of triangles divided by the number of paths of two edges; 0 without such paths.
  public let transitivity: Double

  /// The mean of the coefficients; nil without vertices.
  public var averageCoefficient: Double? {
    coefficients.isEmpty ? nil : coefficients.reduce(0, +) / Double(coefficients.count)
  }
}

/// Triangles, clustering coefficients and transitivity. Loops and parallel edges do not count.
///
/// - Returns: All of them; the same at any number of threads.
/// - Complexity: O(m^1.5) time, O(n + m) memory and O(n) for each of 16 fixed groups of vertices.
/// - SeeAlso: D. J. Watts and S. H. Strogatz, "Collective dynamics of 'small-world' networks", Nature 393 (1998),
///   doi:10.1038/30918; G. Fagiolo, "Clustering in complex directed networks", Physical Review E 76 (2007),
///   doi:10.1103/PhysRevE.76.026107; M. Latapy, "Main-memory triangle computations for very large (sparse (power-law))
///   graphs", Theoretical Computer Science 407 (2008), doi:10.1016/j.tcs.2008.07.017.
public func clustering(
  in graph: CompressedGraph, execution: Execution = Execution()
) throws(Cancelled) -> Clustering {
  let neighbors = SimpleNeighbors(of: graph)
  let counts = try TriangleCounts(of: neighbors, execution)
  let vertices = 0..<graph.vertexCount
  let pairs = vertices.map { neighbors.degree(of: $0) * (neighbors.degree(of: $0) - 1) }
  let densities = vertices.map { vertex in
    pairs[vertex] > 0
      ? Double(graph.isDirected ? counts.opposite[vertex] : 2 * counts.plain[vertex]) / Double(pairs[vertex]) : 0
  }
  let coefficients =
    !graph.isDirected
    ? densities
    : vertices.map { vertex in
      let directions = neighbors.directions[neighbors.range(of: vertex)]
      let degree = directions.reduce(0) { $0 + Int($1) }
      let possible = degree * (degree - 1) - 2 * directions.count { $0 == 2 }
      return possible > 0 ? Double(counts.directed[vertex]) / Double(possible) : 0
    }
  let paths = pairs.reduce(0, +)
  return Clustering(
    triangles: counts.plain, coefficients: coefficients, neighborhoodDensities: densities,
    transitivity: paths > 0 ? Double(2 * counts.plain.reduce(0, +)) / Double(paths) : 0)
}

/// Triangles at each vertex, counted in three ways.
private struct TriangleCounts: Sendable {
  /// Each triangle once.
  var plain: [Int]
  /// Each triangle as often as directions can be chosen for its sides.
  var directed: [Int]
  /// Each triangle as often as there are directions at the side opposite to the vertex.
  var opposite: [Int]

  init(of neighbors: SimpleNeighbors, _ execution: Execution) throws(Cancelled) {
    self.init(vertexCount: neighbors.vertexCount)
    let upward = UpwardNeighbors(of: neighbors)
    let group = (neighbors.vertexCount + 15) / 16
    let parts = try execution.map(neighbors.vertexCount, chunk: max(1, group)) { vertices in
      TriangleCounts(at: vertices, upward, execution)
    }
    for part in parts {
      guard let part else { throw Cancelled() }
      for vertex in plain.indices {
        plain[vertex] += part.plain[vertex]
        directed[vertex] += part.directed[vertex]
        opposite[vertex] += part.opposite[vertex]
      }
    }
  }

  private init(vertexCount: Int) {
    plain = [Int](repeating: 0, count: vertexCount)
    (directed, opposite) = (plain, plain)
  }

  /// Counts the triangles whose lowest corner is one of the vertices; nil when the computation was stopped.
  private init?(at vertices: Range<Int>, _ upward: UpwardNeighbors, _ execution: Execution) {
    self.init(vertexCount: upward.offsets.count - 1)
    var marks = [UInt8](repeating: 0, count: plain.count)
    for low in vertices {
      if low % 1024 == 0, execution.isCancelled?() == true { return nil }
      let slots = upward.range(of: low)
      for slot in slots { marks[Int(upward.targets[slot])] = upward.directions[slot] }
      for slot in slots {
        let middle = Int(upward.targets[slot])
        for next in upward.range(of: middle) where marks[Int(upward.targets[next])] > 0 {
          let high = Int(upward.targets[next])
          let sides = (Int(upward.directions[next]), Int(marks[high]), Int(upward.directions[slot]))
          add(low, sides.0, sides)
          add(middle, sides.1, sides)
          add(high, sides.2, sides)
        }
      }
      for slot in slots { marks[Int(upward.targets[slot])] = 0 }
    }
  }

  private mutating func add(_ vertex: Int, _ opposite: Int, _ sides: (Int, Int, Int)) {
    plain[vertex] += 1
    directed[vertex] += sides.0 * sides.1 * sides.2
    self.opposite[vertex] += opposite
  }
}

/// The neighbours of each vertex that stand higher: by degree, then by number. No list is longer than √(2 m).
private struct UpwardNeighbors: Sendable {
  let offsets: [UInt32]
  let targets: [UInt32]
  let directions: [UInt8]

  init(of neighbors: SimpleNeighbors) {
    var offsets: [UInt32] = [0]
    var targets: [UInt32] = []
    var directions: [UInt8] = []
    targets.reserveCapacity(neighbors.neighbors.count / 2)
    directions.reserveCapacity(neighbors.neighbors.count / 2)
    for vertex in 0..<neighbors.vertexCount {
      let rank = (neighbors.degree(of: vertex), vertex)
      for slot in neighbors.range(of: vertex) {
        let neighbor = Int(neighbors.neighbors[slot])
        guard rank < (neighbors.degree(of: neighbor), neighbor) else { continue }
        targets.append(UInt32(neighbor))
        directions.append(neighbors.directions[slot])
      }
      offsets.append(UInt32(targets.count))
    }
    (self.offsets, self.targets, self.directions) = (offsets, targets, directions)
  }

  func range(of vertex: Int) -> Range<Int> { Int(offsets[vertex])..<Int(offsets[vertex + 1]) }
}

extension Procedure {
  static let clustering = Procedure(
    "structure.clustering", "How closely the neighbours of each node are joined, and the triangles at it.",
    Parameter.projection(directed: false),
    columns: [Column("node", .node), Column("coefficient", .float), Column("triangles", .integer)],
    example: "structure.clustering"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let result = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.clustering(in: graph, execution: call.execution)
    }
    let order = graph.nodes.indices.sorted {
      (-result.coefficients[$0], -result.triangles[$0], $0) < (-result.coefficients[$1], -result.triangles[$1], $1)
    }
    return order.map {
      [.node(graph.nodes[$0]), .float(result.coefficients[$0]), .integer(Int64(result.triangles[$0]))]
    }
  }
}
