import GraphModel

/// The score of each vertex after repeated improvement.
public struct VertexRanking: Hashable, Sendable {
  /// The score of each vertex.
  public let scores: [Double]
  /// How many rounds were made.
  public let rounds: Int
  /// Whether the scores settled within the tolerance; with a fixed number of rounds always true.
  public let hasConverged: Bool
}

/// When a repeated improvement ends.
public enum RankingStop: Hashable, Sendable {
  /// When the sum of the changes of all scores in a round is at most `tolerance`, and after so many rounds anyway.
  case whenStable(tolerance: Double, atMost: Int)
  /// After exactly so many rounds.
  case afterRounds(Int)

  var limit: Int {
    switch self {
    case .whenStable(_, let rounds), .afterRounds(let rounds): rounds
    }
  }

  /// The change at which the scores are settled; 0 for a fixed number of rounds.
  var tolerance: Double { if case .whenStable(let tolerance, _) = self { tolerance } else { 0 } }

  fileprivate func accepts(_ change: Double) -> Bool {
    if case .whenStable(let tolerance, _) = self { change <= tolerance } else { false }
  }

  fileprivate var isFixed: Bool { if case .afterRounds = self { true } else { false } }
}

extension VertexRanking {
  /// Repeats a step until the scores settle; scores that stop being numbers end it without convergence.
  init(
    from start: [Double], until stop: RankingStop, execution: Execution,
    step: ([Double]) throws(Cancelled) -> [Double]
  ) throws(Cancelled) {
    var scores = start
    for round in 0..<max(0, stop.limit) {
      try execution.checkpoint(Double(round) / Double(stop.limit))
      let next = try step(scores)
      var change = 0.0
      for vertex in next.indices { change += abs(next[vertex] - scores[vertex]) }
      guard change.isFinite else {
        self.init(scores: scores, rounds: round, hasConverged: false)
        return
      }
      scores = next
      guard stop.accepts(change) else { continue }
      self.init(scores: scores, rounds: round + 1, hasConverged: true)
      return
    }
    self.init(scores: scores, rounds: max(0, stop.limit), hasConverged: stop.isFixed)
  }
}

extension CompressedGraph.Arcs {
  /// The weights as strengths of ties: what is not a finite number above 0 counts as 0; empty without weights.
  var strengths: [Double] { weights.map { $0 > 0 && $0.isFinite ? $0 : 0 } }

  /// The sum of the strengths of the arcs of each vertex; their number without weights.
  var strengthSums: [Double] {
    let strengths = strengths
    return (0..<offsets.count - 1).map { vertex in
      guard !strengths.isEmpty else { return Double(degree(of: vertex)) }
      var sum = 0.0
      for arc in range(of: vertex) { sum += strengths[arc] }
      return sum
    }
  }

  /// For each vertex the sum over its arcs of the score at the far end times the arc's strength, in the order of arcs.
  ///
  /// - Parameter strengths: As ``strengths``; given, because it is the same in each round.
  func sums(of scores: [Double], _ strengths: [Double], _ execution: Execution) throws(Cancelled) -> [Double] {
    var quiet = execution
    quiet.progress = nil
    let parts = try quiet.map(scores.count, chunk: 1 << 14) { vertices in
      strengths.isEmpty ? plainSums(vertices, scores) : weightedSums(vertices, scores, strengths)
    }
    guard parts.count > 1 else { return parts.first ?? [] }
    var joined: [Double] = []
    joined.reserveCapacity(scores.count)
    for part in parts { joined += part }
    return joined
  }

  private func plainSums(_ vertices: Range<Int>, _ scores: [Double]) -> [Double] {
    vertices.map { vertex in
      var sum = 0.0
      for arc in range(of: vertex) { sum += scores[Int(targets[arc])] }
      return sum
    }
  }

  private func weightedSums(_ vertices: Range<Int>, _ scores: [Double], _ strengths: [Double]) -> [Double] {
    vertices.map { vertex in
      var sum = 0.0
      for arc in range(of: vertex) { sum += scores[Int(targets[arc])] * strengths[arc] }
      return sum
    }
  }
}

/// Divides by the Euclidean length; a vector of length 0 stays.
func scaledToUnitLength(_ scores: [Double]) -> [Double] {
  let length = scores.reduce(0) { $0 + $1 * $1 }.squareRoot()
  return length > 0 ? scores.map { $0 / length } : scores
}
