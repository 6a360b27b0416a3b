public import GraphModel

/// The intersection graph of sets: two sets are joined when they share an item.
///
/// Actors who work on the same project, for example: sets of projects, one for each actor.
///
/// - Returns: A graph without directions, weights and loops, one vertex a set; edges are numbered by their smaller end,
///   then by the other.
/// - Complexity: O(sum of the squares of the numbers of sets that have each item) time, O(sets + edges) memory.
/// - SeeAlso: T. A. McKee and F. R. McMorris, "Topics in Intersection Graph Theory", SIAM 1999,
///   doi:10.1137/1.9780898719802.
public func intersectionGraph(of sets: Memberships) -> CompressedGraph {
  let holders = sets.inverted(keeping: nil)
  let count = sets.setCount
  let offsets = neighborCounts(sets, holders)
  let total = Int(offsets[count])
  var next = Array(offsets.dropLast())
  let targets = [UInt32](unsafeUninitializedCapacity: total) { targets, initialized in
    next.withUnsafeMutableBufferPointer { next in
      // Whoever is visited enters itself with its neighbours: as visits ascend, all lists come out sorted.
      forEachNeighbor(sets, holders) { set, other in
        targets[Int(next[other])] = UInt32(set)
        next[other] += 1
      }
    }
    initialized = total
  }
  let edges = edgeNumbers(offsets, targets)
  let arcs = CompressedGraph.Arcs(offsets: offsets, targets: targets, edges: edges, weights: [])
  return CompressedGraph(undirected: arcs, edgeCount: total / 2)
}

/// Where the neighbours of each set will begin.
private func neighborCounts(_ sets: Memberships, _ holders: Memberships) -> [UInt32] {
  var offsets = [UInt32](repeating: 0, count: sets.setCount + 1)
  offsets.withUnsafeMutableBufferPointer { offsets in
    forEachNeighbor(sets, holders) { set, _ in offsets[set + 1] += 1 }
    for set in 0..<sets.setCount { offsets[set + 1] += offsets[set] }
  }
  return offsets
}

/// Calls `body` once for each set and each other set that shares an item with it, sets ascending.
@inline(__always)
private func forEachNeighbor(_ sets: Memberships, _ holders: Memberships, _ body: (Int, Int) -> Void) {
  var marks = [UInt32](repeating: .max, count: sets.setCount)
  marks.withUnsafeMutableBufferPointer { marks in
    holders.items.withUnsafeBufferPointer { members in
      for set in 0..<sets.setCount {
        marks[set] = UInt32(set)
        for position in sets.range(of: set) {
          for place in holders.range(of: Int(sets.items[position])) {
            let other = Int(members[place])
            if marks[other] == UInt32(set) { continue }
            marks[other] = UInt32(set)
            body(set, other)
          }
        }
      }
    }
  }
}

/// The number of each arc's edge: edges are counted where they leave their smaller end.
private func edgeNumbers(_ offsets: [UInt32], _ targets: [UInt32]) -> [UInt32] {
  var next = Array(offsets.dropLast())
  return [UInt32](unsafeUninitializedCapacity: targets.count) { edges, initialized in
    next.withUnsafeMutableBufferPointer { next in
      targets.withUnsafeBufferPointer { targets in
        var edge: UInt32 = 0
        for vertex in next.indices {
          // The arcs to smaller vertices stand first and have their numbers by now.
          for arc in Int(next[vertex])..<Int(offsets[vertex + 1]) {
            let target = Int(targets[arc])
            edges[arc] = edge
            edges[Int(next[target])] = edge
            next[target] += 1
            edge += 1
          }
        }
      }
    }
    initialized = targets.count
  }
}

extension Procedure {
  static let intersectionGraph = Procedure(
    "similarity.intersectionGraph", "Pairs of nodes with at least one neighbour in common, as actors on one project.",
    [
      Parameter("sources", .list, .list([]), "Labels of the nodes that are paired; all when empty.")
    ] + Parameter.projection(directed: false),
    columns: [Column("first", .node), Column("second", .node), Column("shared", .integer)],
    example: "similarity.intersectionGraph types=WORKS_ON sources=Actor"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let labels = call.strings("sources").map { Label($0) }
    let isSource = graph.nodes.map { node in labels.isEmpty || labels.contains { call.graph.has($0, node) } }
    let neighbors = Memberships(neighborsIn: graph)
    let pairs = GraphAlgorithms.intersectionGraph(of: neighbors)
    var rows: [[Value]] = []
    for first in 0..<pairs.vertexCount where isSource[first] {
      let own = Set(neighbors.items[neighbors.range(of: first)])
      for place in pairs.out.range(of: first) {
        let second = Int(pairs.out.targets[place])
        guard second > first, isSource[second] else { continue }
        let shared = neighbors.items[neighbors.range(of: second)].count { own.contains($0) }
        rows.append([.node(graph.nodes[first]), .node(graph.nodes[second]), .integer(Int64(shared))])
      }
    }
    return rows
  }
}
