/// Random numbers that are the same for the same seed on every machine and in every version: SplitMix64.
///
/// - SeeAlso: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
///   doi:10.1145/2660193.2660195.
struct RandomBits: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number of 0..<`bound`; `bound` is above 0.
  mutating func number(below bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

  /// A number at least 0 and below 1.
  mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Brings elements into random order (Fisher–Yates).
  mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) { elements.swapAt(last, number(below: last + 1)) }
  }
}
