public import GraphModel

/// How deep each vertex lies in the core: the largest k so that it belongs to a part in which each vertex has degree k
/// or more.
///
/// Loops do not count and parallel edges once; in a directed graph arcs both ways between two vertices count twice
/// (degree = in + out).
///
/// - Complexity: O(n + m) time and memory.
/// - SeeAlso: S. B. Seidman, "Network structure and minimum degree", Social Networks 5 (1983),
///   doi:10.1016/0378-8733(83)90028-X; V. Batagelj and M. Zaveršnik, "An O(m) algorithm for cores decomposition of
///   networks", 2003, arXiv:cs/0310049.
public func coreNumbers(in graph: CompressedGraph) -> [Int] {
  CoreOrder(of: SimpleNeighbors(of: graph), countsDirections: true).numbers
}

/// The vertices in the order in which the one with the smallest remaining degree is taken away again and again.
struct CoreOrder: Sendable {
  /// The vertices in that order.
  private(set) var order: [UInt32]
  /// Where each vertex stands in the order.
  private(set) var positions: [UInt32]
  private var degrees: [Int32]
  /// Where the vertices of each remaining degree begin in the order.
  private var starts: [UInt32]

  /// The core number of each vertex.
  var numbers: [Int] { degrees.map(Int.init) }

  init(of neighbors: SimpleNeighbors, countsDirections: Bool) {
    degrees = (0..<neighbors.vertexCount).map { vertex in
      guard countsDirections else { return Int32(neighbors.degree(of: vertex)) }
      return neighbors.directions[neighbors.range(of: vertex)].reduce(0) { $0 + Int32($1) }
    }
    starts = [UInt32](repeating: 0, count: Int(degrees.max() ?? 0) + 2)
    for degree in degrees { starts[Int(degree) + 1] += 1 }
    for degree in starts.indices.dropFirst() { starts[degree] += starts[degree - 1] }
    order = [UInt32](repeating: 0, count: degrees.count)
    positions = order
    var next = starts
    for vertex in degrees.indices {
      let slot = next[Int(degrees[vertex])]
      next[Int(degrees[vertex])] += 1
      order[Int(slot)] = UInt32(vertex)
      positions[vertex] = slot
    }
    for index in order.indices {
      let vertex = Int(order[index])
      for slot in neighbors.range(of: vertex) {
        let neighbor = Int(neighbors.neighbors[slot])
        for _ in 0..<(countsDirections ? neighbors.directions[slot] : 1) where degrees[neighbor] > degrees[vertex] {
          lower(neighbor)
        }
      }
    }
  }

  /// Takes one from a degree: the vertex changes places with the first of its degree, which then begins one later.
  private mutating func lower(_ vertex: Int) {
    let degree = Int(degrees[vertex])
    let (from, to) = (positions[vertex], starts[degree])
    let first = order[Int(to)]
    order.swapAt(Int(from), Int(to))
    positions[Int(first)] = from
    positions[vertex] = to
    starts[degree] += 1
    degrees[vertex] -= 1
  }
}

extension Procedure {
  static let coreNumbers = Procedure(
    "structure.coreNumbers", "How deep each node lies in the core of the graph.",
    Parameter.projection(directed: false), columns: [Column("node", .node), Column("core", .integer)],
    example: "structure.coreNumbers"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    return rows(graph, scores: GraphAlgorithms.coreNumbers(in: graph).map { Double($0) }).map { row in
      [row[0], .integer(Int64(row[1].number ?? 0))]
    }
  }
}
