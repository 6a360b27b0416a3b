import GraphModel

/// A graph as random walks see it: the arcs that arrive at each vertex, and which share of a vertex's score leaves it by
/// an arc of strength 1.
struct WalkNetwork: Sendable {
  let into: CompressedGraph.Arcs
  /// Empty without weights.
  let strengths: [Double]
  /// Damping / sum of the strengths of the arcs that leave; 0 for a vertex without a way out.
  let rates: [Double]
  /// The vertices without a way out.
  let sinks: [UInt32]
  let damping: Double

  init(_ graph: CompressedGraph, damping: Double) {
    into = graph.into
    strengths = graph.into.strengths
    let sums = graph.out.strengthSums
    rates = sums.map { $0 > 0 ? damping / $0 : 0 }
    sinks = sums.indices.filter { !(sums[$0] > 0) }.map { UInt32($0) }
    self.damping = damping
  }
}

/// Random walks from several vertices, a lane each, that take their steps together: an arc is read once for all.
struct WalkBlock {
  static let width = 8
  typealias Lanes = SIMD8<Double>

  private let network: WalkNetwork
  /// How often each walk is at each vertex.
  let scores: WorkingMemory<Lanes>
  private let shares: WorkingMemory<Lanes>
  private let nextShares: WorkingMemory<Lanes>

  init(_ network: WalkNetwork) {
    self.network = network
    scores = WorkingMemory(count: network.rates.count, of: .zero)
    shares = WorkingMemory(count: network.rates.count, of: .zero)
    nextShares = WorkingMemory(count: network.rates.count, of: .zero)
  }

  /// Walks until all have settled; where walks stop early, the scores mean nothing.
  mutating func run(from sources: [Int], until stop: RankingStop, isCancelled: () -> Bool) {
    scores.fill(.zero)
    shares.fill(.zero)
    for (lane, source) in sources.enumerated() {
      scores.numbers[source][lane] = 1
      shares.numbers[source][lane] = network.rates[source]
    }
    var (shares, next) = (shares.numbers, nextShares.numbers)
    for _ in 0..<max(0, stop.limit) {
      if isCancelled() { return }
      let change = step(from: sources, shares, next)
      swap(&shares, &next)
      if stop.accepts(change.max()) || !change.max().isFinite { return }
    }
  }

  /// One step of all walks; returns the sum of the changes for each.
  private func step(
    from sources: [Int], _ shares: UnsafeMutablePointer<Lanes>, _ next: UnsafeMutablePointer<Lanes>
  ) -> Lanes {
    let scores = scores.numbers
    let old = sources.map { scores[$0] }
    var lost = Lanes.zero
    for sink in network.sinks { lost += scores[Int(sink)] }
    let restart = (1 - network.damping) + network.damping * lost
    var change = Lanes.zero
    network.withPointers { arcs, strengths, rates in
      for vertex in 0..<network.rates.count {
        var sum = Lanes.zero
        if strengths.isEmpty {
          for arc in arcs.range(of: vertex) { sum += shares[Int(arcs.targets[arc])] }
        } else {
          for arc in arcs.range(of: vertex) { sum += shares[Int(arcs.targets[arc])] * strengths[arc] }
        }
        let difference = sum - scores[vertex]
        change += difference.replacing(with: -difference, where: difference .< 0)
        scores[vertex] = sum
        next[vertex] = sum * rates[vertex]
      }
    }
    for (lane, source) in sources.enumerated() {
      change[lane] -= abs(scores[source][lane] - old[lane][lane])
      scores[source][lane] += restart[lane]
      change[lane] += abs(scores[source][lane] - old[lane][lane])
      next[source][lane] = scores[source][lane] * network.rates[source]
    }
    return change
  }
}

extension WalkNetwork {
  func withPointers<Result>(
    _ body: (ArcPointers, UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>) -> Result
  ) -> Result {
    into.withPointers { arcs in
      strengths.withUnsafeBufferPointer { strengths in
        rates.withUnsafeBufferPointer { body(arcs, strengths, $0) }
      }
    }
  }
}
