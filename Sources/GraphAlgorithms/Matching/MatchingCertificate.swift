/// A solution of the dual linear program: prices that show that no matching weighs more.
///
/// All values are four times the dual variables, so that integer weights have integer prices. For each pair that may
/// be matched, the prices of its two vertices and the surcharges of the odd sets that hold both add up to at least four
/// times its weight, and for the pairs of the matching to exactly that. So four times the weight of any matching is at
/// most the sum of all prices and of each surcharge times the number of pairs that fit into its set.
///
/// Where weight alone counts, prices are never below 0 and 0 for vertices without a partner. Where the number of pairs
/// comes first, vertices without a partner have the smallest price of all, and ``barrier`` shows that there cannot be
/// more pairs.
public struct MatchingCertificate<Weight: SignedNumeric & Comparable & Hashable & Sendable>: Hashable, Sendable {
  /// An odd number of vertices and what it adds to the price of the pairs inside.
  public struct OddSet: Hashable, Sendable {
    /// The vertices, ascending.
    public let vertices: [Int]
    /// What a pair inside pays on top; above 0.
    public let surcharge: Weight
  }

  /// The price of each vertex.
  public let prices: [Weight]
  /// The odd sets with a surcharge, in the order of their smallest vertices, larger sets first.
  public let oddSets: [OddSet]
  /// Vertices whose removal leaves as many more odd components than they are as vertices must stay without a partner
  /// (Tutte and Berge); nil where weight alone counts.
  public let barrier: [Int]?

  /// Checks the proof against the pairs, from its definition.
  ///
  /// - Parameters:
  ///   - tolerance: How far sums may be off; 0 for integers.
  /// - Returns: Whether the matching is one, and nothing weighs more (among those with as many pairs, when there is a
  ///   barrier).
  /// - Complexity: O(m log b + s) time with b odd sets of s vertices in all; O(s + n) memory.
  public func proves(
    _ matching: WeightedMatching<Weight>, of pairs: [WeightedPair<Weight>], tolerance: Weight = 0
  ) -> Bool {
    let isMatching = matching.partners.indices.allSatisfy { vertex in
      matching.partners[vertex].map { $0 != vertex && matching.partners[$0] == vertex } ?? true
    }
    guard isMatching, prices.count == matching.partners.count, hasLegalPrices(matching) else { return false }
    guard barrier == nil || isTight(matching, of: pairs) else { return false }
    return coversEveryPair(pairs, tolerance) && isEqualInSum(matching, of: pairs, tolerance)
  }

  private func hasLegalPrices(_ matching: WeightedMatching<Weight>) -> Bool {
    let floor = barrier == nil ? 0 : prices.min() ?? 0
    return prices.indices.allSatisfy { prices[$0] >= floor && (matching.partners[$0] != nil || prices[$0] == floor) }
      && oddSets.allSatisfy { $0.surcharge > 0 && $0.vertices.count % 2 == 1 }
  }

  private func coversEveryPair(_ pairs: [WeightedPair<Weight>], _ tolerance: Weight) -> Bool {
    var sets = [[Int]](repeating: [], count: prices.count)
    for (number, set) in oddSets.enumerated() { for vertex in set.vertices { sets[vertex].append(number) } }
    return pairs.allSatisfy { pair in
      if pair.first == pair.second { return true }
      var paid = prices[pair.first] + prices[pair.second]
      for number in sets[pair.first] where sets[pair.second].contains(number) { paid += oddSets[number].surcharge }
      return paid + tolerance >= 4 * pair.weight
    }
  }

  /// Whether the matching weighs what the prices allow, and is made of the pairs that it names.
  private func isEqualInSum(
    _ matching: WeightedMatching<Weight>, of pairs: [WeightedPair<Weight>], _ tolerance: Weight
  ) -> Bool {
    var weight: Weight = 0
    for number in matching.pairs {
      guard matching.partners[pairs[number].first] == pairs[number].second else { return false }
      weight += pairs[number].weight
    }
    var allowed: Weight = 0
    for vertex in prices.indices where matching.partners[vertex] != nil { allowed += prices[vertex] }
    for set in oddSets { for _ in 0..<set.vertices.count / 2 { allowed += set.surcharge } }
    let difference = allowed - 4 * weight
    let named = 2 * matching.pairs.count == matching.partners.count { $0 != nil }
    return named && difference <= tolerance && -difference <= tolerance
  }

  /// Whether the barrier leaves exactly as many vertices alone as the matching does.
  private func isTight(_ matching: WeightedMatching<Weight>, of pairs: [WeightedPair<Weight>]) -> Bool {
    var isBarrier = [Bool](repeating: false, count: prices.count)
    for vertex in barrier ?? [] { isBarrier[vertex] = true }
    var parts = DisjointSets(count: prices.count)
    for pair in pairs where !isBarrier[pair.first] && !isBarrier[pair.second] {
      _ = parts.join(pair.first, pair.second)
    }
    let odd = prices.indices.count { !isBarrier[$0] && parts.root(of: $0) == $0 && parts.size(of: $0) % 2 == 1 }
    return odd - (barrier?.count ?? 0) == matching.partners.count { $0 == nil }
  }
}
