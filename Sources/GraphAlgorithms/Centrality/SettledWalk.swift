import GraphModel

/// A random walk with restart until it settles, one for the whole graph; see ``WalkNetwork``.
///
/// The vertices are cut into pieces with about as many arcs each, whose borders do not depend on the number of threads.
struct SettledWalk: Sendable {
  private let network: WalkNetwork
  private let execution: Execution
  /// How likely the walk starts anew at each vertex, in each step.
  private let restart: [Double]
  private let pieces: [Range<Int>]
  private var newest: WorkingMemory<Double>
  private var before: WorkingMemory<Double>

  private static let arcsOfPiece = 1 << 16

  /// - Parameter start: Where the walk starts, with a sum of 1; or nothing.
  init(_ network: WalkNetwork, from start: [Double], _ execution: Execution) {
    self.network = network
    self.execution = execution
    restart = start.map { $0 * (1 - network.damping) }
    newest = WorkingMemory(count: network.vertexCount, of: 0)
    before = WorkingMemory(count: network.vertexCount, of: 0)
    // A first guess: whoever did not start anew lately is at each vertex in proportion to its ties. Where walks do not
    // start everywhere, some vertices may never be reached and have to stay at 0.
    let startsEverywhere = start.allSatisfy { $0 > 0 }
    let guess = startsEverywhere ? network.damping / network.inverses.reduce(0, +) : 0
    for vertex in 0..<network.vertexCount where network.rates[vertex] > 0 {
      newest.numbers[vertex] = (startsEverywhere ? restart[vertex] : start[vertex]) * network.rates[vertex] + guess
    }
    var pieces: [Range<Int>] = []
    var first = 0
    for vertex in 0..<network.vertexCount {
      let weight = Int(network.into.offsets[vertex + 1] - network.into.offsets[first]) + 4 * (vertex + 1 - first)
      guard weight >= Self.arcsOfPiece || vertex + 1 == network.vertexCount else { continue }
      pieces.append(first..<vertex + 1)
      first = vertex + 1
    }
    self.pieces = pieces
  }

  /// Walks until a plain step would change the scores by at most the tolerance altogether.
  ///
  /// - Returns: Scores whose sum is 1, or 0 when the walk starts nowhere.
  mutating func run(tolerance: Double, atMost limit: Int) throws(Cancelled) -> VertexRanking {
    var (omega, round, isSettled) = (1.0, 0, false)
    while round < limit, !isSettled {
      try execution.checkpoint(Double(round) / Double(limit))
      omega = network.relaxation(round: round, after: omega)
      let (walk, relaxation) = (self, omega)
      let sums = try walk.overPieces { walk.step($0, relaxation) }
      swap(&newest, &before)
      round += 1
      guard sums.x.isFinite else { break }
      isSettled = sums.x <= tolerance * sums.y
    }
    let scores = try scores()
    return VertexRanking(scores: scores, rounds: round, hasConverged: isSettled)
  }

  private func overPieces(
    _ work: @escaping @Sendable (Range<Int>) -> SIMD2<Double>
  ) throws(Cancelled) -> SIMD2<Double> {
    if pieces.count == 1 { return work(pieces[0]) }
    var quiet = execution
    quiet.progress = nil
    let pieces = pieces
    var sums = SIMD2<Double>.zero
    for part in try quiet.map(pieces.count, chunk: 1, { work(pieces[$0.lowerBound]) }) { sums += part }
    return sums
  }

  /// Improves some vertices; returns by how much a plain step would change their scores, and the sum of its scores.
  private func step(_ vertices: Range<Int>, _ omega: Double) -> SIMD2<Double> {
    let (newest, before) = (newest.numbers, before.numbers)
    return network.withPointers { walk in
      restart.withUnsafeBufferPointer { restart in
        var (change, total) = (0.0, 0.0)
        for vertex in vertices {
          let score = restart[vertex] + walk.sum(at: vertex, newest)
          let (rate, inverse) = (walk.rates[vertex], walk.inverses[vertex])
          total += score
          // What has no way out passes nothing on: its score is worked out at the end.
          change += inverse > 0 ? abs(score - newest[vertex] * inverse) : 0
          before[vertex] += omega * (score * rate - before[vertex])
        }
        return SIMD2(change, total)
      }
    }
  }

  /// A plain step from the newest shares, scaled to a sum of 1.
  private func scores() throws(Cancelled) -> [Double] {
    let scores = WorkingMemory(count: network.vertexCount, of: 0.0)
    let total = try overPieces { [self] vertices in
      network.withPointers { walk in
        var total = 0.0
        for vertex in vertices {
          scores.numbers[vertex] = restart[vertex] + walk.sum(at: vertex, newest.numbers)
          total += scores.numbers[vertex]
        }
        return SIMD2(0, total)
      }
    }
    let factor = total.y > 0 ? 1 / total.y : 1
    return (0..<scores.count).map { scores.numbers[$0] * factor }
  }
}
