import GraphModel

/// A graph as random walks with restart see it, and how to settle them.
///
/// The equation is score = restart + sum over the arcs that arrive of share × strength, where a vertex's share is its
/// score times its rate. Searches keep shares alone: two per vertex, the newest and those before. What is lost where no
/// arc leads on is not passed on but made good at the end: as it starts anew like the rest, it only scales the scores.
///
/// Without directions the plain step new = step(newest) is over-relaxed to new = ω (step(newest) - before) + before,
/// with the ω of Chebyshev's semi-iteration: all eigenvalues of the step lie within ± damping, so the error shrinks by
/// damping / (1 + √(1 - damping²)) a round, 0.56 instead of 0.85. With directions eigenvalues are complex and ω is 1.
///
/// - SeeAlso: G. H. Golub and R. S. Varga, "Chebyshev semi-iterative methods, successive overrelaxation iterative
///   methods, and second order Richardson iterative methods", Numerische Mathematik 3 (1961), doi:10.1007/BF01386013.
struct WalkNetwork: Sendable {
  let into: CompressedGraph.Arcs
  /// Empty without weights.
  let strengths: [Double]
  /// Damping / sum of the strengths of the arcs that leave; 0 for a vertex without a way out.
  let rates: [Double]
  /// 1 / rate; 0 for a vertex without a way out.
  let inverses: [Double]
  let damping: Double
  /// No eigenvalue of a step is larger, as far as ω may rely on it.
  private let radius: Double

  var vertexCount: Int { rates.count }

  /// - Complexity: O(n + m).
  init(_ graph: CompressedGraph, damping: Double) {
    into = graph.into
    strengths = graph.into.strengths
    self.damping = damping
    radius = graph.isDirected ? 0 : damping
    let weighted = graph.isWeighted ? graph.out.strengthSums : []
    var rates = [Double](repeating: 0, count: graph.vertexCount)
    var inverses = rates
    for vertex in 0..<graph.vertexCount where damping > 0 {
      let sum = weighted.isEmpty ? Double(graph.out.degree(of: vertex)) : weighted[vertex]
      guard sum > 0 else { continue }
      rates[vertex] = damping / sum
      inverses[vertex] = sum / damping
    }
    (self.rates, self.inverses) = (rates, inverses)
  }

  /// The ω of a round, from that of the round before.
  func relaxation(round: Int, after last: Double) -> Double {
    switch round {
    case 0: 1
    case 1: 1 / (1 - radius * radius / 2)
    default: 1 / (1 - radius * radius * last / 4)
    }
  }

  func withPointers<Result>(_ body: (WalkPointers) -> Result) -> Result {
    into.withPointers { arcs in
      strengths.withUnsafeBufferPointer { strengths in
        rates.withUnsafeBufferPointer { rates in
          inverses.withUnsafeBufferPointer { inverses in
            // An empty array has an address, too.
            let strengths = strengths.isEmpty ? nil : strengths.baseAddress
            return body(WalkPointers(arcs: arcs, strengths: strengths, rates: rates, inverses: inverses))
          }
        }
      }
    }
  }
}

/// Where a walk network stands in memory; valid within ``WalkNetwork/withPointers(_:)``.
struct WalkPointers {
  let arcs: ArcPointers
  /// Nothing without weights.
  let strengths: UnsafePointer<Double>?
  let rates: UnsafeBufferPointer<Double>
  let inverses: UnsafeBufferPointer<Double>

  /// What arrives at a vertex.
  @inline(__always)
  func sum(at vertex: Int, _ shares: UnsafeMutablePointer<Double>) -> Double {
    guard let strengths else { return arcs.sum(at: vertex, shares) }
    var sum = 0.0
    for arc in arcs.range(of: vertex) { sum += shares[Int(arcs.targets[arc])] * strengths[arc] }
    return sum
  }
}
