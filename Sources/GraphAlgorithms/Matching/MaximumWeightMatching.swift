public import GraphModel

/// Two vertices that may be matched, and what the pair is worth.
public struct WeightedPair<Weight: Hashable & Sendable>: Hashable, Sendable {
  /// One vertex.
  public let first: Int
  /// The other.
  public let second: Int
  /// The worth of the pair.
  public let weight: Weight

  /// Describes a pair.
  public init(_ first: Int, _ second: Int, _ weight: Weight) {
    self.first = first
    self.second = second
    self.weight = weight
  }
}

/// What a maximum matching prefers.
public struct MatchingOptions: Hashable, Sendable {
  /// Whether only matchings of the largest number of pairs are looked at; else weight alone counts, and pairs that are
  /// worth nothing or less are never taken.
  public var isMaximumCardinality = false

  /// Weight alone counts.
  public init() {}
}

/// Pairs of vertices, no vertex in two pairs, of the largest total weight, and the proof of it.
public struct WeightedMatching<Weight: SignedNumeric & Comparable & Hashable & Sendable>: Hashable, Sendable {
  /// The partner of each vertex; nil where it has none.
  public let partners: [Int?]
  /// The chosen pairs by their position in the list that was given (for a graph: by the number of the edge), in the
  /// order of their smaller vertices.
  public let pairs: [Int]
  /// The sum of the weights of the pairs.
  public let weight: Weight
  /// Why no other matching weighs more.
  public let certificate: MatchingCertificate<Weight>
}

/// A matching of the largest total weight in any graph: Edmonds' blossoms with dual variables, after Galil.
///
/// Loops are never taken, of parallel pairs the heaviest, then the first. The weights are exact: sums of four times as
/// many weights as there are vertices must not overflow.
///
/// ```swift
/// let matching = try maximumWeightMatching(
///   of: [WeightedPair(0, 1, 5), WeightedPair(1, 2, 11), WeightedPair(2, 3, 5)], vertexCount: 4)
/// matching.weight   // 11
/// ```
///
/// - Parameters:
///   - pairs: The pairs that may be matched, of vertices 0..<`vertexCount`.
/// - Returns: One of the heaviest matchings; the same for the same list, at any number of threads.
/// - Complexity: O(n³) time, O(n + m) memory; n vertices, m pairs. Most of the matching comes from a greedy start with
///   prices, so that dense graphs of thousands of vertices take seconds.
/// - SeeAlso: J. Edmonds, "Maximum matching and a polyhedron with 0,1-vertices", J. Res. NBS 69B (1965),
///   doi:10.6028/jres.069B.013; Z. Galil, "Efficient algorithms for finding maximum matching in graphs", ACM Computing
///   Surveys 18 (1986), doi:10.1145/6462.6502; V. Kolmogorov, "Blossom V", Math. Prog. Comp. 1 (2009),
///   doi:10.1007/s12532-009-0002-8 (for the start).
public func maximumWeightMatching(
  of pairs: [WeightedPair<Int>], vertexCount: Int, options: MatchingOptions = MatchingOptions(),
  execution: Execution = Execution()
) throws(Cancelled) -> WeightedMatching<Int> {
  try matched(pairs, vertexCount, options, execution)
}

/// A matching of the largest total weight in any graph, for weights that are not integers.
///
/// Integers up to 2⁵⁰ / n are exact in this type too; other weights up to rounding. They must be finite.
///
/// - Parameters:
///   - pairs: The pairs that may be matched, of vertices 0..<`vertexCount`.
/// - Returns: One of the heaviest matchings; the same for the same list, at any number of threads.
/// - Complexity: O(n³) time, O(n + m) memory.
public func maximumWeightMatching(
  of pairs: [WeightedPair<Double>], vertexCount: Int, options: MatchingOptions = MatchingOptions(),
  execution: Execution = Execution()
) throws(Cancelled) -> WeightedMatching<Double> {
  precondition(pairs.allSatisfy { $0.weight.isFinite }, "weights must be finite")
  return try matched(pairs, vertexCount, options, execution)
}

/// A matching of the largest total weight in a graph; directions do not matter, without weights every edge counts 1.
///
/// - Returns: One of the heaviest matchings, its pairs by the numbers of their edges.
/// - Complexity: O(n³) time, O(n + m) memory.
public func maximumWeightMatching(
  in graph: CompressedGraph, options: MatchingOptions = MatchingOptions(), execution: Execution = Execution()
) throws(Cancelled) -> WeightedMatching<Double> {
  try maximumWeightMatching(
    of: weightedPairs(of: graph), vertexCount: graph.vertexCount, options: options, execution: execution)
}

/// The edges of a graph as pairs, by number.
///
/// - Complexity: O(n + m).
public func weightedPairs(of graph: CompressedGraph) -> [WeightedPair<Double>] {
  var pairs = [WeightedPair<Double>](repeating: WeightedPair(0, 0, 0), count: graph.edgeCount)
  for vertex in 0..<graph.vertexCount {
    for arc in graph.out.range(of: vertex) where graph.isDirected || Int(graph.out.targets[arc]) >= vertex {
      pairs[Int(graph.out.edges[arc])] = WeightedPair(
        vertex, Int(graph.out.targets[arc]), graph.isWeighted ? graph.out.weights[arc] : 1)
    }
  }
  return pairs
}

private func matched<Weight: BlossomWeight>(
  _ pairs: [WeightedPair<Weight>], _ vertexCount: Int, _ options: MatchingOptions, _ execution: Execution
) throws(Cancelled) -> WeightedMatching<Weight> {
  var search = BlossomSearch(
    matchable(pairs, vertexCount, options), vertexCount, isMaximumCardinality: options.isMaximumCardinality)
  try search.run(execution)
  var partners = [Int?](repeating: nil, count: vertexCount)
  var chosen: [Int] = []
  var weight: Weight = 0
  for vertex in 0..<vertexCount {
    guard let partner = search.partner(of: vertex) else { continue }
    partners[vertex] = partner.vertex
    guard vertex < partner.vertex else { continue }
    chosen.append(partner.pair)
    weight += pairs[partner.pair].weight
  }
  return WeightedMatching(partners: partners, pairs: chosen, weight: weight, certificate: search.certificate)
}

/// The positions of the pairs that a best matching may need: no loops, of parallel ones the best, in ascending order
/// of their vertices.
private func matchable<Weight: BlossomWeight>(
  _ pairs: [WeightedPair<Weight>], _ vertexCount: Int, _ options: MatchingOptions
) -> [BlossomSearch<Weight>.Edge] {
  var edges: [BlossomSearch<Weight>.Edge] = []
  edges.reserveCapacity(pairs.count)
  for (number, pair) in pairs.enumerated() where pair.first != pair.second {
    if pair.weight <= 0, !options.isMaximumCardinality { continue }
    let low = min(pair.first, pair.second)
    let high = max(pair.first, pair.second)
    precondition(low >= 0 && high < vertexCount, "a pair names a vertex that does not exist")
    edges.append(
      BlossomSearch.Edge(low: Int32(low), high: Int32(high), number: Int32(number), weight: pair.weight))
  }
  let isSorted = zip(edges, edges.dropFirst()).allSatisfy { ($0.low, $0.high) < ($1.low, $1.high) }
  if isSorted { return edges }
  edges.sort { left, right in
    if left.low != right.low { return left.low < right.low }
    if left.high != right.high { return left.high < right.high }
    return left.weight != right.weight ? left.weight > right.weight : left.number < right.number
  }
  var kept: [BlossomSearch<Weight>.Edge] = []
  for edge in edges where kept.last.map({ $0.low != edge.low || $0.high != edge.high }) ?? true { kept.append(edge) }
  return kept
}

extension Procedure {
  static let maximumWeightMatching = Procedure(
    "matching.maximumWeight", "Pairs of connected nodes, nobody in two, with the largest total weight.",
    [
      Parameter("cardinality", .boolean, .boolean(false), "Whether as many pairs as possible come before weight.")
    ] + Parameter.projection(directed: false),
    columns: [Column("first", .node), Column("second", .node), Column("weight", .float)],
    example: "matching.maximumWeight cardinality=true"
  ) { call throws(ProcedureError) in
    let graph = try call.projected(directed: false)
    var options = MatchingOptions()
    options.isMaximumCardinality = try call.boolean("cardinality")
    let pairs = weightedPairs(of: graph)
    guard pairs.allSatisfy({ $0.weight.isFinite }) else { throw ProcedureError("weights must be finite numbers") }
    let matching = try stoppable { () throws(Cancelled) in
      try GraphAlgorithms.maximumWeightMatching(
        of: pairs, vertexCount: graph.vertexCount, options: options, execution: call.execution)
    }
    return matching.pairs.map { pair in
      let ends = [pairs[pair].first, pairs[pair].second].sorted()
      return ends.map { .node(graph.nodes[$0]) } + [.float(pairs[pair].weight)]
    }
  }
}
