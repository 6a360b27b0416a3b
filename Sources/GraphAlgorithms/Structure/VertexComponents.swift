public import GraphModel

/// The vertices of a graph in groups.
public struct VertexComponents: Hashable, Sendable {
  /// The number of each vertex's component; numbered from 0 in the order of their smallest vertices.
  public let numbers: [Int]
  /// How many components there are.
  public let count: Int

  /// The number of vertices of each component.
  ///
  /// - Complexity: O(n).
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for number in numbers { sizes[number] += 1 }
    return sizes
  }

  /// The vertices of each component, ascending.
  ///
  /// - Complexity: O(n).
  public var members: [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for (vertex, number) in numbers.enumerated() { members[number].append(vertex) }
    return members
  }

  /// Numbers any labels anew, in the order of their first vertices.
  ///
  /// - Parameter labels: A label for each vertex, below the number of vertices.
  init(labels: [UInt32]) {
    var new = [Int](repeating: -1, count: labels.count)
    var count = 0
    numbers = labels.map { label in
      if new[Int(label)] < 0 {
        new[Int(label)] = count
        count += 1
      }
      return new[Int(label)]
    }
    self.count = count
  }
}

/// The weakly connected components: two vertices are in one component when edges, whatever their direction, lead from
/// one to the other.
///
/// - Returns: The components, numbered in the order of their smallest vertices.
/// - Complexity: O(n + m log n) time at worst; O(n) in practice where most vertices are in one component. O(n) memory.
/// - SeeAlso: M. Sutton, T. Ben-Nun, A. Barak, "Optimizing parallel graph connectivity computation via subgraph
///   sampling", IPDPS 2018, doi:10.1109/IPDPS.2018.00012.
public func connectedComponents(in graph: CompressedGraph) -> VertexComponents {
  let forest = ComponentForest(vertexCount: graph.vertexCount)
  graph.out.withPointers { out in
    // A few arcs of each vertex join most of what belongs together.
    let sampled = 2
    for vertex in 0..<graph.vertexCount {
      let arcs = out.range(of: vertex)
      for arc in arcs.lowerBound..<min(arcs.upperBound, arcs.lowerBound + sampled) {
        forest.join(vertex, Int(out.targets[arc]))
      }
    }
    let largest = forest.frequentRoot()
    // Of an edge between the largest part and another vertex that vertex knows: the part need not be asked.
    graph.into.withPointers { into in
      for vertex in 0..<graph.vertexCount where forest.root(of: vertex) != largest {
        let arcs = out.range(of: vertex)
        for arc in min(arcs.upperBound, arcs.lowerBound + sampled)..<arcs.upperBound {
          forest.join(vertex, Int(out.targets[arc]))
        }
        guard graph.isDirected else { continue }
        for arc in into.range(of: vertex) { forest.join(vertex, Int(into.targets[arc])) }
      }
    }
  }
  return VertexComponents(labels: (0..<graph.vertexCount).map { UInt32(forest.root(of: $0)) })
}

/// Trees of vertices that belong together; the root of each is its smallest vertex.
private struct ComponentForest {
  private let parents: WorkingMemory<UInt32>

  init(vertexCount: Int) {
    parents = WorkingMemory(untouched: vertexCount)
    for vertex in 0..<vertexCount { parents.numbers[vertex] = UInt32(vertex) }
  }

  /// Follows the parents to the end and halves the way for the next time.
  @inline(__always)
  func root(of vertex: Int) -> Int {
    let parents = parents.numbers
    var vertex = vertex
    while true {
      let parent = Int(parents[vertex])
      if parent == vertex { return vertex }
      let next = parents[parent]
      if Int(next) == parent { return parent }
      parents[vertex] = next
      vertex = Int(next)
    }
  }

  @inline(__always)
  func join(_ first: Int, _ second: Int) {
    let (left, right) = (root(of: first), root(of: second))
    if left != right { parents.numbers[max(left, right)] = UInt32(min(left, right)) }
  }

  /// The most frequent root among vertices at even distances; of equally frequent ones the smallest.
  func frequentRoot() -> Int? {
    var counts: [Int: Int] = [:]
    for vertex in stride(from: 0, to: parents.count, by: max(1, parents.count / 64)) {
      counts[root(of: vertex), default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}

extension Procedure {
  static let weakComponents = Procedure(
    "structure.weakComponents", "Parts between which no relationship leads, whatever its direction.",
    Parameter.projection(directed: false), columns: [Column("node", .node), Column("component", .integer)],
    example: "structure.weakComponents"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    return rows(graph, numbers: connectedComponents(in: graph).numbers)
  }

  /// A row of node and number for each vertex, smallest number first, equal ones in the order of the nodes.
  static func rows(_ graph: CompressedGraph, numbers: [Int]) -> [[Value]] {
    let order = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    return order.map { [.node(graph.nodes[$0]), .integer(Int64(numbers[$0]))] }
  }
}
