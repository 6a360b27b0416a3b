public import GraphModel

/// How alike two sets are, from what they share and how large they are.
public enum SetSimilarity: String, Hashable, Sendable, CaseIterable {
  /// Shared / in either: |A ∩ B| / |A ∪ B|.
  case jaccard
  /// Shared / smaller: |A ∩ B| / min(|A|, |B|).
  case overlap
  /// Shared / mean size: 2 |A ∩ B| / (|A| + |B|), also called Sørensen's.
  case dice
  /// The cosine of the angle between the sets as vectors: |A ∩ B| / √(|A| |B|).
  case cosine

  /// The similarity of sets that share so much and are so large.
  func value(_ shared: Double, _ left: Double, _ right: Double) -> Double {
    guard shared > 0 else { return 0 }
    return switch self {
    case .jaccard: shared / (left + right - shared)
    case .overlap: shared / min(left, right)
    case .dice: 2 * shared / (left + right)
    case .cosine: shared / (left * right).squareRoot()
    }
  }
}

/// How alike two sets are, by the number or the weights of the items they share.
///
/// With weights a sum of minima takes the place of the shared number and sums of weights those of sizes, so that
/// Jaccard becomes the sum of minima / the sum of maxima; the cosine is that of the vectors of weights.
///
/// - Parameter isWeighted: Whether weights count; without weights every item weighs 1.
/// - Returns: 0...1; 0 for sets that share nothing, so for empty ones.
/// - Complexity: O(|A| + |B|).
/// - SeeAlso: P. Jaccard, "Étude comparative de la distribution florale", Bull. Soc. Vaudoise Sci. Nat. 37 (1901).
public func similarity(
  of left: Int, and right: Int, in memberships: Memberships, by measure: SetSimilarity = .jaccard,
  isWeighted: Bool = false
) -> Double {
  let usesWeights = isWeighted && !memberships.weights.isEmpty
  var shared = 0.0
  var (first, second) = (memberships.range(of: left), memberships.range(of: right))
  while !first.isEmpty, !second.isEmpty {
    let (here, there) = (first.lowerBound, second.lowerBound)
    if memberships.items[here] < memberships.items[there] {
      first.removeFirst()
    } else if memberships.items[there] < memberships.items[here] {
      second.removeFirst()
    } else {
      let weights = usesWeights ? (memberships.weights[here], memberships.weights[there]) : (1, 1)
      shared += measure == .cosine ? weights.0 * weights.1 : min(weights.0, weights.1)
      first.removeFirst()
      second.removeFirst()
    }
  }
  return measure.value(
    shared, memberships.extent(of: left, measure, usesWeights), memberships.extent(of: right, measure, usesWeights))
}

/// How alike the neighbourhoods of two vertices are.
///
/// - Parameter direction: Along which arcs neighbours are sought.
/// - Complexity: O(n + m); to compare many pairs make the ``Memberships`` once.
public func neighborhoodSimilarity(
  of left: Int, and right: Int, in graph: CompressedGraph, _ direction: Direction = .either,
  by measure: SetSimilarity = .jaccard, isWeighted: Bool = false
) -> Double {
  similarity(
    of: left, and: right, in: Memberships(neighborsIn: graph, direction), by: measure, isWeighted: isWeighted)
}

extension Memberships {
  /// How large a set is for a measure: its size, the sum of its weights, or the sum of their squares.
  func extent(of set: Int, _ measure: SetSimilarity, _ usesWeights: Bool) -> Double {
    guard usesWeights else { return Double(size(of: set)) }
    var sum = 0.0
    for position in range(of: set) {
      sum += measure == .cosine ? weights[position] * weights[position] : weights[position]
    }
    return sum
  }
}
