/// The random numbers of Python's `random.Random(seed)`, bit for bit, so that intervals equal those of other tools.
///
/// - SeeAlso: M. Matsumoto, T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998), doi:10.1145/272991.272995.
public struct MersenneTwister: Sendable {
  private var state: [UInt32]
  private var position = 624

  /// Starts the sequence that Python starts for a small whole number.
  public init(seed: UInt32) {
    state = [19_650_218]
    for number in 1..<624 {
      let last = state[number - 1]
      state.append(1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(number))
    }
    // Python mixes the digits of the seed into the state; a small seed has one.
    var number = 1
    func mixed(_ factor: UInt32) -> UInt32 {
      state[number] ^ ((state[number - 1] ^ (state[number - 1] >> 30)) &* factor)
    }
    func advance() {
      number += 1
      if number == 624 {
        state[0] = state[623]
        number = 1
      }
    }
    for _ in 0..<624 {
      state[number] = mixed(1_664_525) &+ seed
      advance()
    }
    for _ in 0..<623 {
      state[number] = mixed(1_566_083_941) &- UInt32(number)
      advance()
    }
    state[0] = 0x8000_0000
  }

  /// The next 32 bits.
  public mutating func next() -> UInt32 {
    if position == 624 { renew() }
    var bits = state[position]
    position += 1
    bits ^= bits >> 11
    bits ^= (bits << 7) & 0x9D2C_5680
    bits ^= (bits << 15) & 0xEFC6_0000
    return bits ^ (bits >> 18)
  }

  /// A number of 0..<`bound` as `randrange` draws it; `bound` is from 1 to 2³² - 1.
  public mutating func number(below bound: Int) -> Int {
    let width = UInt32(bound).bitWidth - UInt32(bound).leadingZeroBitCount
    while true {
      let drawn = Int(next() >> UInt32(32 - width))
      if drawn < bound { return drawn }
    }
  }

  private mutating func renew() {
    for number in 0..<624 {
      let bits = (state[number] & 0x8000_0000) | (state[(number + 1) % 624] & 0x7FFF_FFFF)
      state[number] = state[(number + 397) % 624] ^ (bits >> 1) ^ (bits & 1 == 0 ? 0 : 0x9908_B0DF)
    }
    position = 0
  }
}
