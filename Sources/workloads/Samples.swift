/// Query samples by SplitMix64, as the benchmark defines them.
enum Samples {
  /// Indices of single vertices out of `count`, duplicates kept.
  static func singles(_ workload: UInt64, _ size: Int, of count: Int) -> [Int] {
    (0..<size).map { pick(workload, $0, count) }
  }

  /// Pairs of different indices.
  static func pairs(_ workload: UInt64, _ size: Int, of count: Int) -> [(Int, Int)] {
    (0..<size).map { position in
      let (first, second) = (pick(workload, 2 * position, count), pick(workload, 2 * position + 1, count))
      return (first, first == second ? (second + 1) % count : second)
    }
  }

  /// Different indices.
  static func distinct(_ workload: UInt64, _ size: Int, of count: Int) -> [Int] {
    var seen: Set<Int> = []
    var found: [Int] = []
    var position = 0
    while found.count < min(size, count) {
      let index = pick(workload, position, count)
      if seen.insert(index).inserted { found.append(index) }
      position += 1
    }
    return found
  }

  private static func pick(_ workload: UInt64, _ position: Int, _ count: Int) -> Int {
    Int(mixed(workload * 1_000_000 + UInt64(position)) % UInt64(count))
  }

  private static func mixed(_ seed: UInt64) -> UInt64 {
    var bits = seed &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
