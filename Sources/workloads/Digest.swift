import Foundation
import GraphAlgorithms

/// The first 16 hexadecimal digits of the SHA-256 of lines joined by newlines.
func digest(of lines: [String]) -> String {
  var hash = SecureHash()
  hash.absorb(Array(lines.joined(separator: "\n").utf8))
  return String(hash.hexadecimal.prefix(16))
}

/// A line for each query: its id, a tab, and what was found for it as `id:score` with six decimals.
func digest(of found: [[ScoredVertex]], for queries: [Int], ids: [String]) -> String {
  digest(
    of: zip(queries, found).map { query, vertices in
      let items = vertices.map { ids[$0.vertex] + ":" + String(format: "%.6f", $0.score) }
      return ids[query] + "\t" + items.joined(separator: ",")
    })
}

/// SHA-256 (FIPS 180-4): the system has no library for it that the project depends on.
struct SecureHash {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  var hexadecimal: String {
    state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }
    .joined()
  }

  /// Takes the whole message; may be called once.
  mutating func absorb(_ message: [UInt8]) {
    var padded = message
    padded.append(0x80)
    while padded.count % 64 != 56 { padded.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      padded.append(UInt8(truncatingIfNeeded: (8 * message.count) >> shift))
    }
    for block in stride(from: 0, to: padded.count, by: 64) { mix(padded[block..<block + 64]) }
  }

  private mutating func mix(_ block: ArraySlice<UInt8>) {
    var words: [UInt32] = []
    for first in stride(from: block.startIndex, to: block.endIndex, by: 4) {
      words.append((0..<4).reduce(0) { $0 << 8 | UInt32(block[first + $1]) })
    }
    for round in 16..<64 {
      let (early, late) = (words[round - 15], words[round - 2])
      let first = turned(early, 7) ^ turned(early, 18) ^ early >> 3
      let second = turned(late, 17) ^ turned(late, 19) ^ late >> 10
      words.append(words[round - 16] &+ first &+ words[round - 7] &+ second)
    }
    var now = state
    for round in 0..<64 {
      let choice = (now[4] & now[5]) ^ (~now[4] & now[6])
      let majority = (now[0] & now[1]) ^ (now[0] & now[2]) ^ (now[1] & now[2])
      let right = turned(now[4], 6) ^ turned(now[4], 11) ^ turned(now[4], 25)
      let left = turned(now[0], 2) ^ turned(now[0], 13) ^ turned(now[0], 22)
      let first = now[7] &+ right &+ choice &+ Self.constants[round] &+ words[round]
      now[3] = now[3] &+ first
      now.removeLast()
      now.insert(first &+ left &+ majority, at: 0)
    }
    for place in 0..<8 { state[place] = state[place] &+ now[place] }
  }

  private func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 { word >> bits | word << (32 - bits) }

  /// The fractions of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = (2...311)
    .filter { number in !(2..<number).contains { number % $0 == 0 } }
    .map { prime in fractionOfCubeRoot(UInt64(prime)) }

  /// Bit by bit, in whole numbers: floating-point roots would be wrong in the last bits.
  private static func fractionOfCubeRoot(_ prime: UInt64) -> UInt32 {
    // The largest r with r³ <= prime × 2^96, where r has 32 bits after the point.
    var root: UInt64 = 0
    for bit in stride(from: 34, through: 0, by: -1) {
      let next = root | 1 << UInt64(bit)
      let square = next.multipliedFullWidth(by: next)
      let low = square.low.multipliedFullWidth(by: next)
      let high = square.high.multipliedFullWidth(by: next)
      let (middle, carried) = low.high.addingReportingOverflow(high.low)
      let top = high.high &+ (carried ? 1 : 0)
      // prime × 2^96 has its bits in the middle word, above 32.
      let bound = (top: prime >> 32, middle: prime << 32)
      let fits = (top, middle, low.low) <= (bound.top, bound.middle, 0)
      if fits { root = next }
    }
    return UInt32(truncatingIfNeeded: root)
  }
}
