public import GraphModel

/// The parts of a graph between which no edge leads.
public struct Components: Hashable, Sendable {
  /// The number of each node's component by ``NodeID/index``; `nil` where the graph has no such node.
  ///
  /// Components are numbered from 0 in the order of their smallest nodes.
  public let numbers: [Int?]
  /// The nodes of each component, ascending.
  public let members: [[NodeID]]

  /// How many components there are.
  public var count: Int { members.count }

  /// The number of nodes of each component.
  public var sizes: [Int] { members.map(\.count) }

  /// The number of a node's component; `nil` when the graph has no such node.
  ///
  /// - Complexity: O(1).
  public subscript(node: NodeID) -> Int? { node.index < numbers.count ? numbers[node.index] : nil }
}

/// The weakly connected components of a graph: two nodes are in one component when edges, whatever their direction,
/// lead from one to the other.
///
/// ```swift
/// let largest = connectedComponents(in: graph).sizes.max()
/// ```
///
/// - Returns: The components; they do not depend on the order of edges.
/// - Complexity: O(n log n + m) time, O(n) memory.
/// - SeeAlso: J. Hopcroft and R. Tarjan, "Efficient algorithms for graph manipulation", CACM 16 (1973),
///   doi:10.1145/362248.362272.
public func connectedComponents(in graph: some GraphView) -> Components {
  var numbers = [Int?](repeating: nil, count: graph.nodeBound)
  var members: [[NodeID]] = []
  for smallest in graph.nodes where numbers[smallest.index] == nil {
    let number = members.count
    numbers[smallest.index] = number
    var found = [smallest]
    var position = 0
    while position < found.count {
      graph.forEachHop(from: found[position], .either) { hop in
        guard numbers[hop.neighbor.index] == nil else { return }
        numbers[hop.neighbor.index] = number
        found.append(hop.neighbor)
      }
      position += 1
    }
    members.append(found.sorted())
  }
  return Components(numbers: numbers, members: members)
}
