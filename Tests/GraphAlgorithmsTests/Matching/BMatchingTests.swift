import GraphAlgorithms
import GraphModel
import TestSupport
import Testing

@Suite struct BMatchingTests {
  @Test(arguments: 0..<60) func `the weight is that of trying every choice`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 2...6, using: &generator)
    let pairs = randomPairs(count, Int.random(in: 0...11, using: &generator), -3...9, using: &generator)
    let capacities = (0..<count).map { _ in Int.random(in: 0...3, using: &generator) }
    let found = try maximumWeightBMatching(of: pairs, capacities: capacities)
    #expect(found.weight == heaviest(pairs, capacities))
    #expect(found.bound == found.weight)
    var used = [Int](repeating: 0, count: count)
    for number in found.pairs {
      used[pairs[number].first] += 1
      used[pairs[number].second] += 1
    }
    #expect(zip(used, capacities).allSatisfy { $0 <= $1 })
    #expect(Set(found.pairs.map { Set([pairs[$0].first, pairs[$0].second]) }).count == found.pairs.count)
  }

  @Test func `with one place each it is a matching`() throws {
    var generator = SeededGenerator(seed: 3)
    let pairs = randomPairs(60, 600, 1...1000, using: &generator)
    let matching = try maximumWeightMatching(of: pairs, vertexCount: 60)
    let found = try maximumWeightBMatching(of: pairs, capacities: Array(repeating: 1, count: 60))
    #expect(found.weight == matching.weight)
    #expect(matching.certificate.bound == matching.weight)
  }

  /// The prices bound every matching of the rest, whoever is taken out.
  @Test(arguments: 0..<20) func `prices bound what is left`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pairs = randomPairs(9, 24, 1...20, using: &generator)
    let whole = try maximumWeightMatching(of: pairs, vertexCount: 9)
    for taken in [Set([0]), [1, 4], [2, 3, 8]] {
      let rest = pairs.filter { !taken.contains($0.first) && !taken.contains($0.second) }
      let best = try maximumWeightMatching(of: rest, vertexCount: 9)
      #expect(best.weight <= whole.certificate.bound(without: taken))
    }
  }

  private func heaviest(_ pairs: [WeightedPair<Int>], _ capacities: [Int]) -> Int {
    var best = 0
    for set in 0..<(1 << pairs.count) {
      var used = [Int](repeating: 0, count: capacities.count)
      var (weight, known, isSound) = (0, Set<Set<Int>>(), true)
      for number in pairs.indices where set >> number & 1 == 1 {
        let pair = pairs[number]
        used[pair.first] += 1
        used[pair.second] += 1
        weight += pair.weight
        if pair.first == pair.second || !known.insert([pair.first, pair.second]).inserted { isSound = false }
      }
      if isSound, zip(used, capacities).allSatisfy({ $0 <= $1 }) { best = max(best, weight) }
    }
    return best
  }
}
