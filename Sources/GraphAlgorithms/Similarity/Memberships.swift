public import GraphModel

/// Sets of numbered items, as flat arrays: which projects and topics each actor has, or which neighbours each vertex.
///
/// The items of a set stand in ascending order, each once.
public struct Memberships: Sendable {
  /// Where the items of each set begin; one more than there are sets.
  public let offsets: [UInt32]
  /// The items of each set, one after another.
  public let items: [UInt32]
  /// The weight of each item in its set; empty where every item weighs 1.
  public let weights: [Double]
  /// One more than the largest item there may be.
  public let itemCount: Int

  /// The number of sets.
  public var setCount: Int { offsets.count - 1 }

  /// The positions of the items of a set.
  public func range(of set: Int) -> Range<Int> { Int(offsets[set])..<Int(offsets[set + 1]) }

  /// The number of items of a set.
  public func size(of set: Int) -> Int { Int(offsets[set + 1] - offsets[set]) }

  /// Sorts pairs of a set and an item into sets.
  ///
  /// - Parameters:
  ///   - pairs: A set of 0..<`setCount` and an item of 0..<`itemCount`; a repeated pair counts once.
  ///   - weights: The weight of each pair, or nothing; weights of a repeated pair are added up, and what is not a finite
  ///     number above 0 counts as 0.
  /// - Complexity: O(sets + items + pairs).
  public init(setCount: Int, itemCount: Int, pairs: [(set: Int, item: Int)], weights: [Double] = []) {
    let bound = max(setCount, itemCount)
    let ends = pairs.map { ($0.set, $0.item) }
    let graph = CompressedGraph(vertexCount: bound, edges: ends, weights: weights, isDirected: true)
    self.init(merging: graph.out, setCount: setCount, itemCount: itemCount, keepingLoops: true)
  }

  /// The neighbours of each vertex of a graph, without itself; weights of parallel arcs are added up.
  ///
  /// - Parameter direction: Along which arcs; in an undirected graph all are the same.
  /// - Complexity: O(n + m).
  public init(neighborsIn graph: CompressedGraph, _ direction: Direction = .outgoing) {
    let count = graph.vertexCount
    switch direction {
    case .incoming where graph.isDirected:
      self.init(merging: graph.into, setCount: count, itemCount: count, keepingLoops: false)
    case .either where graph.isDirected:
      let neighbors = SimpleNeighbors(of: graph)
      self.init(
        offsets: neighbors.offsets, items: neighbors.neighbors, weights: graph.isWeighted ? neighbors.weights : [],
        itemCount: count)
    case .incoming, .outgoing, .either:
      self.init(merging: graph.out, setCount: count, itemCount: count, keepingLoops: false)
    }
  }

  private init(merging arcs: CompressedGraph.Arcs, setCount: Int, itemCount: Int, keepingLoops: Bool) {
    let strengths = arcs.strengths
    var offsets: [UInt32] = [0]
    var items: [UInt32] = []
    var weights: [Double] = []
    offsets.reserveCapacity(setCount + 1)
    items.reserveCapacity(arcs.targets.count)
    for set in 0..<setCount {
      for arc in arcs.range(of: set) where keepingLoops || arcs.targets[arc] != UInt32(set) {
        let isRepeated = items.count > Int(offsets[set]) && items.last == arcs.targets[arc]
        if !isRepeated { items.append(arcs.targets[arc]) }
        guard !strengths.isEmpty else { continue }
        if isRepeated { weights[weights.count - 1] += strengths[arc] } else { weights.append(strengths[arc]) }
      }
      offsets.append(UInt32(items.count))
    }
    (self.offsets, self.items, self.weights, self.itemCount) = (offsets, items, weights, itemCount)
  }

  init(offsets: [UInt32], items: [UInt32], weights: [Double], itemCount: Int) {
    (self.offsets, self.items, self.weights, self.itemCount) = (offsets, items, weights, itemCount)
  }

  /// For each item the sets that have it, ascending: only those that are taken.
  ///
  /// - Complexity: O(sets + items + memberships).
  func inverted(keeping isTaken: [Bool]?) -> Memberships {
    var starts = [UInt32](repeating: 0, count: itemCount + 1)
    for set in 0..<setCount where isTaken?[set] ?? true {
      for position in range(of: set) { starts[Int(items[position]) + 1] += 1 }
    }
    for item in 0..<itemCount { starts[item + 1] += starts[item] }
    var next = starts
    var sets = [UInt32](repeating: 0, count: Int(starts[itemCount]))
    var listed = [Double](repeating: 0, count: weights.isEmpty ? 0 : sets.count)
    for set in 0..<setCount where isTaken?[set] ?? true {
      for position in range(of: set) {
        let slot = Int(next[Int(items[position])])
        next[Int(items[position])] += 1
        sets[slot] = UInt32(set)
        if !weights.isEmpty { listed[slot] = weights[position] }
      }
    }
    return Memberships(offsets: starts, items: sets, weights: listed, itemCount: setCount)
  }
}
