import GraphModel

/// Pairs of which each vertex is in no more than it has room for, of the largest total weight, with the proof of it.
public struct BMatching: Hashable, Sendable {
  /// The positions of the chosen pairs in the list that was given, ascending.
  public let pairs: [Int]
  /// The sum of the weights of the pairs.
  public let weight: Int
  /// What the dual prices allow: no choice weighs more. It equals ``weight``.
  public let bound: Int
}

/// A choice of pairs of the largest total weight in which each vertex is in at most so many: a simple b-matching.
///
/// Each pair is taken at most once; of parallel pairs the heaviest counts, loops and pairs that are worth nothing or less
/// are never taken. A vertex with room for several becomes as many copies. Where both ends have several copies, a pair
/// becomes a path of three edges of its weight: either the middle one is matched, or both outer ones, which is the pair.
///
/// ```swift
/// try maximumWeightBMatching(
///   of: [WeightedPair(0, 1, 4), WeightedPair(0, 2, 3), WeightedPair(1, 2, 2)], capacities: [2, 1, 1]).weight   // 7
/// ```
///
/// - Parameters:
///   - pairs: Pairs of vertices 0..<`capacities.count`.
///   - capacities: How many pairs each vertex may be in; 0 for none.
/// - Returns: One of the heaviest choices; the same for the same list.
/// - Complexity: That of `maximumWeightMatching(of:vertexCount:options:execution:)-(_,Int,_,_)` on Σ capacities + 2 m vertices.
/// - SeeAlso: W. T. Tutte, "A short proof of the factor theorem for finite graphs", Canad. J. Math. 6 (1954),
///   doi:10.4153/CJM-1954-033-3; W. R. Pulleyblank, "Faces of matching polyhedra" (1973), for simple b-matchings.
public func maximumWeightBMatching(
  of pairs: [WeightedPair<Int>], capacities: [Int], execution: Execution = Execution()
) throws(Cancelled) -> BMatching {
  var firstCopies: [Int] = []
  var vertexCount = 0
  for capacity in capacities {
    firstCopies.append(vertexCount)
    vertexCount += max(0, capacity)
  }
  func copies(_ vertex: Int) -> Range<Int> { firstCopies[vertex]..<firstCopies[vertex] + max(0, capacities[vertex]) }
  var edges: [WeightedPair<Int>] = []
  /// The pair that an edge stands for; of a path the first edge does.
  var meaning: [Int?] = []
  func isGadget(_ pair: WeightedPair<Int>) -> Bool { capacities[pair.first] > 1 && capacities[pair.second] > 1 }
  var surplus = 0
  let kept = heaviestOfParallel(pairs)
  for number in kept {
    let pair = pairs[number]
    if isGadget(pair) {
      let (near, far) = (vertexCount, vertexCount + 1)
      vertexCount += 2
      surplus += pair.weight
      edges += copies(pair.first).map { WeightedPair($0, near, pair.weight) }
      meaning += copies(pair.first).map { _ in number }
      edges += [WeightedPair(near, far, pair.weight)] + copies(pair.second).map { WeightedPair(far, $0, pair.weight) }
      meaning += [Int?](repeating: nil, count: capacities[pair.second] + 1)
    } else {
      for first in copies(pair.first) {
        edges += copies(pair.second).map { WeightedPair(first, $0, pair.weight) }
        meaning += copies(pair.second).map { _ in number }
      }
    }
  }
  let matching = try maximumWeightMatching(of: edges, vertexCount: vertexCount, execution: execution)
  let chosen = matching.pairs.compactMap { edge -> Int? in
    guard let number = meaning[edge] else { return nil }
    guard isGadget(pairs[number]) else { return number }
    // A path of which only one outer edge is matched is worth no more than its middle edge: it is no pair.
    let far = max(edges[edge].first, edges[edge].second) + 1
    return matching.partners[far] == nil ? nil : number
  }.sorted()
  return BMatching(
    pairs: chosen, weight: chosen.reduce(0) { $0 + pairs[$1].weight },
    bound: matching.certificate.bound - surplus)
}

/// The positions of the pairs that are worth something, no loops, of parallel ones the heaviest, then the first.
private func heaviestOfParallel(_ pairs: [WeightedPair<Int>]) -> [Int] {
  var best: [[Int]: Int] = [:]
  for (number, pair) in pairs.enumerated() where pair.first != pair.second && pair.weight > 0 {
    let ends = [pair.first, pair.second].sorted()
    if let known = best[ends], pairs[known].weight >= pair.weight { continue }
    best[ends] = number
  }
  return best.values.sorted()
}

extension MatchingCertificate where Weight == Int {
  /// The largest weight that the prices allow a matching, for a certificate of weight alone; a matching that is proved to be
  /// best reaches it.
  public var bound: Int { bound(without: []) }

  /// The largest weight that the prices allow a matching of the other vertices.
  ///
  /// - Complexity: O(n + total size of the odd sets).
  public func bound(without vertices: Set<Int>) -> Int {
    let paid = prices.indices.reduce(0) { $0 + (vertices.contains($1) ? 0 : prices[$1]) }
    let sets = oddSets.reduce(0) { sum, set in
      sum + set.surcharge * (set.vertices.count { !vertices.contains($0) } / 2)
    }
    return (paid + sets) / 4
  }
}
