import GraphModel

/// Random walks with restart from several vertices, a lane each, that settle together: an arc is read once for all; see
/// ``WalkNetwork``.
struct WalkBlock {
  static let width = 8
  typealias Lanes = SIMD8<Double>

  private let network: WalkNetwork
  private var newest: WorkingMemory<Lanes>
  private var before: WorkingMemory<Lanes>
  private var totals = Lanes.zero

  init(_ network: WalkNetwork) {
    self.network = network
    newest = WorkingMemory(untouched: network.vertexCount)
    before = WorkingMemory(untouched: network.vertexCount)
  }

  /// How often the walk of a lane is at a vertex; only after ``run(from:tolerance:atMost:isCancelled:)``.
  func score(_ vertex: Int, _ lane: Int) -> Double { newest.numbers[vertex][lane] / totals[lane] }

  /// Walks until all lanes have settled.
  mutating func run(from sources: [Int], tolerance: Double, atMost limit: Int, isCancelled: () -> Bool) {
    for vertex in 0..<network.vertexCount {
      newest.numbers[vertex] = .zero
      before.numbers[vertex] = .zero
    }
    for (lane, source) in sources.enumerated() { newest.numbers[source][lane] = network.rates[source] }
    var omega = 1.0
    for round in 0..<max(0, limit) {
      if isCancelled() { return }
      omega = network.relaxation(round: round, after: omega)
      let change = step(from: sources, omega)
      swap(&newest, &before)
      let isSettled = (0..<sources.count).allSatisfy { change[$0] <= tolerance * totals[$0] }
      if isSettled || !change.sum().isFinite { break }
    }
    finish(from: sources)
  }

  /// Improves all vertices; returns by how much a plain step would change the scores of each lane.
  private mutating func step(from sources: [Int], _ omega: Double) -> Lanes {
    let (newest, before) = (newest.numbers, before.numbers)
    let restart = 1 - network.damping
    var (change, total) = (Lanes.zero, Lanes.zero)
    network.withPointers { walk in
      for vertex in 0..<walk.rates.count {
        let score = walk.sum(at: vertex, newest)
        let inverse = walk.inverses[vertex]
        total += score
        if inverse > 0 { change += magnitudes(score - newest[vertex] * inverse) }
        before[vertex] += omega * (score * walk.rates[vertex] - before[vertex])
      }
      for (lane, source) in sources.enumerated() {
        let inverse = walk.inverses[source]
        let difference = walk.sum(at: source, newest)[lane] - newest[source][lane] * inverse
        if inverse > 0 { change[lane] += abs(difference + restart) - abs(difference) }
        before[source][lane] += omega * restart * walk.rates[source]
      }
    }
    totals = total + restart
    return change
  }

  /// A plain step makes scores of the newest shares.
  private mutating func finish(from sources: [Int]) {
    let (newest, before) = (newest.numbers, before.numbers)
    var total = Lanes.zero
    network.withPointers { walk in
      for vertex in 0..<walk.rates.count {
        before[vertex] = walk.sum(at: vertex, newest)
        total += before[vertex]
      }
    }
    for (lane, source) in sources.enumerated() { before[source][lane] += 1 - network.damping }
    totals = total + (1 - network.damping)
    swap(&self.newest, &self.before)
  }
}

@inline(__always)
private func magnitudes(_ lanes: WalkBlock.Lanes) -> WalkBlock.Lanes {
  lanes.replacing(with: -lanes, where: lanes .< 0)
}

extension WalkPointers {
  /// What arrives at a vertex, in all lanes.
  @inline(__always)
  fileprivate func sum(at vertex: Int, _ shares: UnsafeMutablePointer<WalkBlock.Lanes>) -> WalkBlock.Lanes {
    var sum = WalkBlock.Lanes.zero
    if let strengths {
      for arc in arcs.range(of: vertex) { sum += shares[Int(arcs.targets[arc])] * strengths[arc] }
    } else {
      for arc in arcs.range(of: vertex) { sum += shares[Int(arcs.targets[arc])] }
    }
    return sum
  }
}
