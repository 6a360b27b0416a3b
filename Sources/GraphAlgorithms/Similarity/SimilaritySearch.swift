/// Compares one set after the other with all sets of an index; the buffers are kept.
struct SimilaritySearch {
  private let index: SimilarityIndex
  /// How many items each set shares, a byte a set and eight a word; for small sets without weights.
  private var counts: [UInt64] = []
  /// What each set shares; for the other ones.
  private var shared: [Double] = []
  private var touched: [UInt32] = []

  /// Larger sets are not counted in bytes: the highest bit of a byte has to stay free.
  private static let largestCountedSet = 127

  init(_ index: SimilarityIndex) { self.index = index }

  /// The sets most similar to one, without itself.
  mutating func mostSimilar(to set: Int) -> [ScoredVertex] {
    let isCounted = !index.options.isWeighted && index.memberships.size(of: set) <= Self.largestCountedSet
    var best = BestVertices(limit: index.options.limit, cutoff: index.options.cutoff)
    index.extents.withUnsafeBufferPointer { extents in
      let scale = Scale(measure: index.options.measure, set: set, extents: extents)
      if isCounted { findByCounts(scale, &best) } else { findBySums(scale, &best) }
    }
    return best.found
  }

  /// Turns what sets share into scores. Holds no reference, since it is used for every pair of sets.
  private struct Scale {
    let measure: SetSimilarity
    let set: Int
    let extents: UnsafeBufferPointer<Double>

    @inline(__always)
    func offer(_ other: Int, _ shared: Double, to best: inout BestVertices) {
      let score = measure.value(shared, extents[set], extents[other])
      if score >= best.threshold { best.offer(other, score) }
    }

    /// The least number of shared items, from `least` on, with which a set can still come in: one that has no others.
    func leastCount(_ threshold: Double, from least: Int) -> Int {
      var count = least
      while Double(count) < extents[set], measure.value(Double(count), extents[set], Double(count)) < threshold {
        count += 1
      }
      return count
    }
  }
}

// Without weights: bytes that are counted up, then looked through eight at a time.
extension SimilaritySearch {
  private mutating func findByCounts(_ scale: Scale, _ best: inout BestVertices) {
    if counts.isEmpty { counts = [UInt64](repeating: 0, count: (index.memberships.setCount + 7) / 8) }
    let lists = index.memberships.range(of: scale.set)
      .map { index.holders.range(of: Int(index.memberships.items[$0])) }
      .sorted { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) }
    let visits = lists.reduce(0) { $0 + $1.count }
    counts.withUnsafeMutableBytes { counts in
      index.holders.items.withUnsafeBufferPointer { holders in
        for list in lists { for position in list { counts[Int(holders[position])] &+= 1 } }
        if visits > 0 { counts[scale.set] = 0 }
        // Sets that share rare items come first: they raise the bar for the rest. Each is looked at once.
        var (seen, listed) = (0, 0)
        while listed < lists.count, seen < 64 || visits < counts.count / 8 {
          for position in lists[listed] {
            let other = Int(holders[position])
            if counts[other] > 0 { scale.offer(other, Double(counts[other]), to: &best) }
            counts[other] = 0
          }
          seen += lists[listed].count
          listed += 1
        }
        if listed < lists.count { Self.offerAll(counts.assumingMemoryBound(to: UInt64.self), scale, &best) }
      }
    }
  }

  /// Looks through all counts and sets them to 0.
  private static func offerAll(
    _ words: UnsafeMutableBufferPointer<UInt64>, _ scale: Scale, _ best: inout BestVertices
  ) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var threshold = best.threshold
    var bar = scale.leastCount(threshold, from: 1)
    for position in 0..<words.count {
      let word = words[position].littleEndian
      words[position] = 0
      // What is added sets the highest bit of each byte that reaches the bar.
      var hits = (word &+ UInt64(128 - bar) &* ones) & (ones &<< 7)
      guard hits != 0 else { continue }
      while hits != 0 {
        let place = hits.trailingZeroBitCount &>> 3
        scale.offer(8 * position + place, Double((word &>> UInt64(8 * place)) & 0xFF), to: &best)
        hits &= hits &- 1
      }
      guard best.threshold > threshold else { continue }
      threshold = best.threshold
      bar = scale.leastCount(threshold, from: bar)
    }
  }
}

// With weights, and for large sets: sums in the order of items.
extension SimilaritySearch {
  private mutating func findBySums(_ scale: Scale, _ best: inout BestVertices) {
    if shared.isEmpty { shared = [Double](repeating: 0, count: index.memberships.setCount) }
    let isWeighted = index.options.isWeighted
    let isCosine = scale.measure == .cosine
    touched.removeAll(keepingCapacity: true)
    for position in index.memberships.range(of: scale.set) {
      let weight = isWeighted ? index.memberships.weights[position] : 1
      let list = index.holders.range(of: Int(index.memberships.items[position]))
      if isCosine { add(list) { weight * $0 } } else { add(list) { min(weight, $0) } }
    }
    shared.withUnsafeMutableBufferPointer { shared in
      if !touched.isEmpty { shared[scale.set] = 0 }
      for other in touched.lazy.map({ Int($0) }) {
        if shared[other] > 0 { scale.offer(other, shared[other], to: &best) }
        shared[other] = 0
      }
    }
  }

  @inline(__always)
  private mutating func add(_ list: Range<Int>, _ share: (Double) -> Double) {
    let isWeighted = index.options.isWeighted
    var fresh = touched
    touched = []
    shared.withUnsafeMutableBufferPointer { shared in
      index.holders.items.withUnsafeBufferPointer { holders in
        index.holders.weights.withUnsafeBufferPointer { weights in
          for position in list {
            let other = Int(holders[position])
            let before = shared[other]
            let after = before + share(isWeighted ? weights[position] : 1)
            shared[other] = after
            if before == 0, after > 0 { fresh.append(UInt32(other)) }
          }
        }
      }
    }
    touched = fresh
  }
}
