import GraphAlgorithms
import GraphModel
import NetworkVocabulary

extension Matchmaker {
  /// The articulation points of the network, those who cut off most first.
  func brokers(in network: AcquaintanceNetwork, _ limit: Int) -> [NetworkGaps.Broker] {
    let points = biconnectivity(in: network.compressed).articulationPoints
    let brokers = points.map { vertex in
      let pieces = network.pieces(without: vertex)
      return NetworkGaps.Broker(
        actor: network.actors[vertex], separated: pieces.dropFirst().reduce(0, +), pieces: pieces.count)
    }
    return Array(brokers.sorted { ($0.separated, $1.actor) > ($1.separated, $0.actor) }.prefix(limit))
  }

  /// The pairs whose acquaintance would raise the efficiency of the network most, one after the other, each on top of
  /// those before: greedy, since the best set of several is hard to find.
  ///
  /// Efficiency is the sum of 1 / steps over all pairs, 0 where there is no chain (V. Latora and M. Marchiori, "Efficient
  /// behavior of small-world networks", Phys. Rev. Lett. 87 (2001), doi:10.1103/PhysRevLett.87.198701).
  func shortcuts(in network: AcquaintanceNetwork, _ limit: Int) -> [NetworkGaps.Shortcut] {
    var network = network
    // Only roles and organisations that are known to exist can be introduced.
    let ends = network.actors.indices.filter { vertex in
      let actor = network.actors[vertex]
      return !graph.has(.person, actor) && graph.value(.derived, of: actor)?.boolean != true
    }
    var found: [NetworkGaps.Shortcut] = []
    for _ in 0..<limit {
      let reach = ShortcutSearch(network)
      guard let (first, second) = reach.best(among: ends) else { break }
      let (new, shorter) = reach.effect(of: first, second)
      found.append(
        NetworkGaps.Shortcut(
          first: network.actors[first], second: network.actors[second], newPairs: new, shorterPairs: shorter))
      network.join(first, second)
    }
    return found
  }
}

/// What new acquaintances would do to the distances of one network.
private struct ShortcutSearch {
  private let network: AcquaintanceNetwork
  private let distances: [[Int?]]
  /// The vertices that each vertex can reach, itself included, with their steps.
  private let reached: [[(vertex: Int, steps: Int)]]

  init(_ network: AcquaintanceNetwork) {
    self.network = network
    distances = network.actors.indices.map { network.distances(from: $0) }
    reached = distances.map { row in row.enumerated().compactMap { vertex, steps in steps.map { (vertex, $0) } } }
  }

  /// The pair that adds most efficiency; the first of several. Pairs of the same gain stand in ascending order.
  func best(among ends: [Int]) -> (Int, Int)? {
    var best: (pair: (Int, Int), gain: Double)?
    for (position, first) in ends.enumerated() {
      for second in ends[(position + 1)...] where distances[first][second] != 1 {
        let gain = gain(of: first, second)
        if gain > (best?.gain ?? 0) + 1e-9 { best = ((first, second), gain) }
      }
    }
    return best?.pair
  }

  private func gain(of first: Int, _ second: Int) -> Double {
    var sum = 0.0
    forEachShorter(first, second) { old, new in sum += 1 / Double(new) - (old.map { 1 / Double($0) } ?? 0) }
    return sum
  }

  /// How many pairs would be joined anew, and how many would come nearer.
  func effect(of first: Int, _ second: Int) -> (new: Int, shorter: Int) {
    var (new, shorter) = (0, 0)
    forEachShorter(first, second) { old, _ in if old == nil { new += 1 } else { shorter += 1 } }
    return (new, shorter)
  }

  /// Calls `body` with the steps before and after for each pair that an edge would bring nearer.
  ///
  /// Such a pair is nearer to one end each: its way over the edge begins at the one and ends at the other.
  private func forEachShorter(_ first: Int, _ second: Int, _ body: (_ old: Int?, _ new: Int) -> Void) {
    for (from, before) in reached[first] {
      // Whoever is not farther from the second end than over the edge gains nothing by it.
      if let direct = distances[from][second], direct <= before + 1 { continue }
      for (to, behind) in reached[second] {
        let new = before + 1 + behind
        let old = distances[from][to]
        if old.map({ new < $0 }) ?? true { body(old, new) }
      }
    }
  }
}
