import GraphModel

/// Sets that together hold everything that can be held, and how good the choice is.
public struct SetCover: Hashable, Sendable {
  /// The positions of the chosen sets, in the order in which they were chosen.
  public let sets: [Int]
  /// What they cost together.
  public let cost: Double
  /// The elements that are in no set, ascending.
  public let uncovered: [Int]
  /// The cover costs at most this many times as much as the cheapest: H(k) = 1 + 1/2 + … + 1/k, k the largest set.
  public let guarantee: Double
  /// No cover costs less than this (from the prices that the choice paid for each element).
  public let lowerBound: Double
}

/// A cheap choice of sets that holds every element: in each step the set that costs least for each new element.
///
/// ```swift
/// greedySetCover(of: 4, by: [[0, 1], [1, 2, 3], [3]]).sets   // [1, 0]
/// ```
///
/// - Parameters:
///   - count: Elements are 0..<`count`.
///   - sets: The elements of each set; repeated ones count once.
///   - costs: What each set costs, above 0; 1 each when empty.
/// - Returns: The cover; among equal sets the one that stands first.
/// - Complexity: O(s log n) time for sets with s elements in all, O(s) memory.
/// - SeeAlso: V. Chvátal, "A greedy heuristic for the set-covering problem", Math. Oper. Res. 4 (1979),
///   doi:10.1287/moor.4.3.233.
public func greedySetCover(of count: Int, by sets: [[Int]], costs: [Double] = []) -> SetCover {
  precondition(costs.isEmpty || costs.count == sets.count, "costs are given for all sets or for none")
  precondition(costs.allSatisfy { $0 > 0 }, "costs must be above 0")
  let sets = sets.map { Set($0).sorted() }
  var isCovered = [Bool](repeating: false, count: count)
  var heap = BinaryHeap<NearVertex>()
  func price(_ set: Int) -> Double? {
    let fresh = sets[set].count { !isCovered[$0] }
    return fresh == 0 ? nil : (costs.isEmpty ? 1 : costs[set]) / Double(fresh)
  }
  for set in sets.indices { if let price = price(set) { heap.insert(NearVertex(distance: price, vertex: set)) } }
  var prices = [Double](repeating: 0, count: count)
  var chosen: [Int] = []
  // Prices only rise, so an entry that is still right is the cheapest (lazy evaluation).
  while let entry = heap.removeFirst() {
    guard let price = price(entry.vertex) else { continue }
    if price > entry.distance {
      heap.insert(NearVertex(distance: price, vertex: entry.vertex))
      continue
    }
    chosen.append(entry.vertex)
    for element in sets[entry.vertex] where !isCovered[element] {
      isCovered[element] = true
      prices[element] = price
    }
  }
  let largest = sets.map(\.count).max() ?? 0
  let guarantee = (1...max(1, largest)).reduce(0.0) { $0 + 1 / Double($1) }
  return SetCover(
    sets: chosen, cost: chosen.reduce(0.0) { $0 + (costs.isEmpty ? 1 : costs[$1]) },
    uncovered: isCovered.indices.filter { !isCovered[$0] }, guarantee: guarantee,
    lowerBound: dualBound(sets, costs, prices))
}

/// The largest sum of prices for which no set is charged more than it costs, among multiples of the given prices.
private func dualBound(_ sets: [[Int]], _ costs: [Double], _ prices: [Double]) -> Double {
  var excess = 1.0
  for (number, set) in sets.enumerated() {
    excess = max(excess, set.reduce(0.0) { $0 + prices[$1] } / (costs.isEmpty ? 1 : costs[number]))
  }
  return prices.reduce(0, +) / excess
}

extension Procedure {
  static let dominatingSet = Procedure(
    "cover.dominatingSet", "Few nodes so that every node is chosen or a neighbour of a chosen one.",
    Parameter.projection(directed: false), columns: [Column("node", .node), Column("newlyCovered", .integer)],
    example: "cover.dominatingSet"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    let sets = (0..<graph.vertexCount).map { vertex in
      [vertex] + graph.out.targets[graph.out.range(of: vertex)].map { Int($0) }
    }
    var isCovered = [Bool](repeating: false, count: graph.vertexCount)
    return greedySetCover(of: graph.vertexCount, by: sets).sets.map { vertex in
      let fresh = Set(sets[vertex]).filter { !isCovered[$0] }
      for element in fresh { isCovered[element] = true }
      return [.node(graph.nodes[vertex]), .integer(Int64(fresh.count))]
    }
  }
}
