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
/// - Complexity: O(n + m log n) time at worst, near O(n + m) in practice, O(n) memory.
/// - SeeAlso: R. E. Tarjan and J. van Leeuwen, "Worst-case analysis of set union algorithms", JACM 31 (1984),
///   doi:10.1145/62.2160.
public func connectedComponents(in graph: CompressedGraph) -> VertexComponents {
  var parents = (0..<UInt32(graph.vertexCount)).map(\.self)
  for vertex in 0..<graph.vertexCount {
    for arc in graph.out.range(of: vertex) {
      // The smaller root stays, so that in the end each root is the smallest vertex of its component.
      let left = root(of: UInt32(vertex), &parents)
      let right = root(of: graph.out.targets[arc], &parents)
      if left != right { parents[Int(max(left, right))] = min(left, right) }
    }
  }
  return VertexComponents(labels: (0..<UInt32(graph.vertexCount)).map { root(of: $0, &parents) })
}

/// Follows the parents to the end and halves the way for the next time.
private func root(of vertex: UInt32, _ parents: inout [UInt32]) -> UInt32 {
  var vertex = vertex
  while parents[Int(vertex)] != vertex {
    parents[Int(vertex)] = parents[Int(parents[Int(vertex)])]
    vertex = parents[Int(vertex)]
  }
  return vertex
}

extension Procedure {
  static let weakComponents = Procedure(
    "structure.weakComponents", "Parts between which no relationship leads, whatever its direction.",
    Parameter.projection(directed: false), columns: [Column("node", .node), Column("component", .integer)],
    example: "structure.weakComponents"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    return rows(graph, call, numbers: connectedComponents(in: graph).numbers)
  }

  /// A row of node and number for each vertex, smallest number first, equal ones in the order of the nodes.
  static func rows(_ graph: CompressedGraph, _ call: ProcedureCall, numbers: [Int]) -> [[Value]] {
    let order = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    return order.map { [call.id(of: graph.nodes[$0]), .integer(Int64(numbers[$0]))] }
  }
}
