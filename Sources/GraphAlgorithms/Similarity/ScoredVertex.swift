/// A vertex with a score.
public struct ScoredVertex: Hashable, Sendable {
  /// The vertex.
  public let vertex: Int
  /// The score.
  public let score: Double

  /// Names a vertex and its score.
  public init(vertex: Int, score: Double) {
    self.vertex = vertex
    self.score = score
  }
}

/// The best so many vertices seen so far: highest score first, equal scores in the order of vertices.
struct BestVertices {
  private(set) var found: [ScoredVertex] = []
  private let limit: Int
  /// What a score must reach to matter.
  private(set) var threshold: Double

  /// - Parameter cutoff: Lower scores are left out, those of 0 and below as well.
  init(limit: Int, cutoff: Double) {
    self.limit = limit
    threshold = max(cutoff, Double.leastNonzeroMagnitude)
    found.reserveCapacity(max(0, min(limit, 64)))
  }

  /// - Complexity: O(limit), O(1) for a score that does not matter.
  mutating func offer(_ vertex: Int, _ score: Double) {
    guard score >= threshold, limit > 0 else { return }
    if found.count == limit {
      guard let last = found.last, score > last.score || vertex < last.vertex else { return }
      found.removeLast()
    }
    var low = 0
    var high = found.count
    while low < high {
      let middle = (low + high) / 2
      let other = found[middle]
      if other.score > score || (other.score == score && other.vertex < vertex) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    found.insert(ScoredVertex(vertex: vertex, score: score), at: low)
    if found.count == limit, let last = found.last { threshold = last.score }
  }
}
