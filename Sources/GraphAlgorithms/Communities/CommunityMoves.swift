/// Moves single vertices between communities as long as that raises the modularity.
///
/// Vertices wait in a queue; when one moves, its neighbours outside its new community join the queue again.
struct CommunityMoves {
  private(set) var communities: [UInt32]
  private let resolution: Double
  private var totals: [SIMD2<Double>]
  private var sizes: [UInt32]
  private var empty: [UInt32]
  private var weights: [Double]
  /// The communities next to a vertex: room for all.
  private var touched: [UInt32]

  /// - Parameter communities: Numbers below the number of vertices.
  init(_ network: CommunityNetwork, from communities: [UInt32], resolution: Double) {
    self.communities = communities
    self.resolution = resolution
    let count = network.vertexCount
    totals = [SIMD2<Double>](repeating: .zero, count: count)
    sizes = [UInt32](repeating: 0, count: count)
    weights = [Double](repeating: 0, count: count)
    touched = [UInt32](repeating: 0, count: count)
    for vertex in 0..<count {
      totals[Int(communities[vertex])] += network.strengths[vertex]
      sizes[Int(communities[vertex])] += 1
    }
    empty = []
    for community in sizes.indices.reversed() where sizes[community] == 0 { empty.append(UInt32(community)) }
  }

  /// Moves vertices, first in the given order, until no single move is worth it; returns the number of moves.
  ///
  /// - Parameter limit: How many times a vertex is looked at, at most.
  /// - Complexity: O(m) for each round of the queue, a few rounds in practice.
  mutating func settle(
    _ network: CommunityNetwork, order: [UInt32], atMost limit: Int = .max, _ execution: Execution
  ) throws(Cancelled) -> Int {
    var queue = order
    var isWaiting = [Bool](repeating: true, count: network.vertexCount)
    var (head, waiting, moves, seen) = (0, queue.count, 0, 0)
    while waiting > 0, seen < limit {
      let vertex = Int(queue[head])
      head = head + 1 == queue.count ? 0 : head + 1
      waiting -= 1
      isWaiting[vertex] = false
      seen += 1
      if seen & 0xFFFF == 0 { try execution.checkpoint() }
      let old = communities[vertex]
      let best = bestCommunity(of: vertex, network)
      guard best != old else { continue }
      moves += 1
      put(vertex, into: best, network.strengths[vertex])
      for arc in network.range(of: vertex) {
        let neighbor = Int(network.targets[arc])
        guard !isWaiting[neighbor], communities[neighbor] != best else { continue }
        isWaiting[neighbor] = true
        var slot = head + waiting
        if slot >= queue.count { slot -= queue.count }
        queue[slot] = UInt32(neighbor)
        waiting += 1
      }
    }
    return moves
  }

  /// The community where a vertex is worth most; of equal ones its own, or the first met.
  private mutating func bestCommunity(of vertex: Int, _ network: CommunityNetwork) -> UInt32 {
    let arcs = network.range(of: vertex)
    let count = collect(network.targets, network.weights, arcs)
    let old = communities[vertex]
    let strength = network.strengths[vertex]
    let chance = SIMD2(strength.y, strength.x) * (resolution / network.total)
    var best = old
    // A move has to be worth more than the rounding of sums.
    var most = weights[Int(old)] - (chance * (totals[Int(old)] - strength)).sum() + 1e-12 * network.total
    weights.withUnsafeMutableBufferPointer { weights in
      for community in touched[..<count] {
        let weight = weights[Int(community)]
        weights[Int(community)] = 0
        // Chance only takes away: most communities need not be looked up.
        guard weight > most, community != old else { continue }
        let gain = weight - (chance * totals[Int(community)]).sum()
        if gain > most { (best, most) = (community, gain) }
      }
    }
    return most < 0 && sizes[Int(old)] > 1 ? empty.last ?? best : best
  }

  /// Adds up the weights of arcs by the community of their ends; returns the number of communities met.
  private mutating func collect(_ targets: [UInt32], _ arcWeights: [Double], _ arcs: Range<Int>) -> Int {
    communities.withUnsafeBufferPointer { communities in
      weights.withUnsafeMutableBufferPointer { weights in
        touched.withUnsafeMutableBufferPointer { touched in
          var count = 0
          for arc in arcs {
            let community = communities[Int(targets[arc])]
            let before = weights[Int(community)]
            weights[Int(community)] = before + arcWeights[arc]
            // An arc without weight does not make a neighbour.
            if before == 0, arcWeights[arc] > 0 {
              touched[count] = community
              count += 1
            }
          }
          return count
        }
      }
    }
  }

  private mutating func put(_ vertex: Int, into best: UInt32, _ strength: SIMD2<Double>) {
    let old = Int(communities[vertex])
    if empty.last == best { empty.removeLast() }
    totals[Int(best)] += strength
    totals[old] -= strength
    sizes[Int(best)] += 1
    sizes[old] -= 1
    if sizes[old] == 0 {
      totals[old] = .zero
      empty.append(UInt32(old))
    }
    communities[vertex] = best
  }
}
