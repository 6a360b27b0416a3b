/// Numbers in decimal digits, written where the text is to stand.
///
/// The standard library makes a `String` of each number first; here the numbers of a whole network are written, of which most have few
/// digits.
enum DecimalText {
  /// The most bytes that a number takes.
  static let room = 32

  /// Writes an integer and says how many bytes it took.
  @inline(__always)
  static func write(_ number: Int64, at target: UnsafeMutablePointer<UInt8>) -> Int {
    guard number < 0 else { return write(UInt64(number), at: target) }
    target[0] = UInt8(ascii: "-")
    return 1 + write(number.magnitude, at: target + 1)
  }

  /// Writes a number without a sign; up to eight bytes behind it do not count.
  @inline(__always)
  static func write(_ number: UInt64, at target: UnsafeMutablePointer<UInt8>) -> Int {
    guard number >= 100_000_000 else { return write(below: UInt32(truncatingIfNeeded: number), at: target) }
    let (high, low) = number.quotientAndRemainder(dividingBy: 100_000_000)
    // Twenty digits at most: four, eight and eight.
    let count = writeLong(high, at: target)
    store(eightDigits(UInt32(truncatingIfNeeded: low)), at: target + count)
    return count + 8
  }

  @inline(never)
  private static func writeLong(_ number: UInt64, at target: UnsafeMutablePointer<UInt8>) -> Int {
    write(number, at: target)
  }

  /// Writes a number below 100,000,000.
  @inline(__always)
  private static func write(below number: UInt32, at target: UnsafeMutablePointer<UInt8>) -> Int {
    let digits = eightDigits(number)
    // Zeros in front, of which one stays where there is nothing else.
    let zeros = min(7, (digits & 0x0F0F_0F0F_0F0F_0F0F).trailingZeroBitCount / 8)
    store(digits >> UInt64(8 * zeros), at: target)
    return 8 - zeros
  }

  @inline(__always)
  private static func store(_ digits: UInt64, at target: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(target).storeBytes(of: digits.littleEndian, as: UInt64.self)
  }

  /// The digits of a number below 100,000,000 in ASCII, the first one in the lowest byte.
  ///
  /// The halves of the number, of its halves and of those are divided at once, each in its part of a word (P. Khuong, "How to print
  /// integers really fast", 2017).
  @inline(__always)
  private static func eightDigits(_ number: UInt32) -> UInt64 {
    let (high, low) = (UInt64(number / 10_000), UInt64(number % 10_000))
    let fours = low << 32 | high
    let hundreds = ((fours &* 10_486) >> 20) & 0x0000_007F_0000_007F
    let twos = (fours &- hundreds &* 100) << 16 | hundreds
    let tens = ((twos &* 103) >> 10) & 0x000F_000F_000F_000F
    return ((twos &- tens &* 10) << 8 | tens) | 0x3030_3030_3030_3030
  }

  /// Whether a number has at most six decimals, such as a coordinate, and no more than 15 digits.
  ///
  /// Such a decimal number is the only one of so few digits that is nearest to its `Double` (IEEE 754, 5.12), so that it is the shortest
  /// text that gives the same number back.
  @inline(__always)
  static func hasFewDecimals(_ number: Double) -> Bool {
    let magnitude = number.magnitude
    return magnitude >= 0.001 && magnitude < 1e9 && (magnitude * 1e6).rounded() / 1e6 == magnitude
  }

  /// Writes a number that ``hasFewDecimals(_:)``, as `description` does, and says how many bytes it took.
  @inline(__always)
  static func write(fewDecimals number: Double, at target: UnsafeMutablePointer<UInt8>) -> Int {
    let scaled = UInt64((number.magnitude * 1e6).rounded())
    let (whole, part) = scaled.quotientAndRemainder(dividingBy: 1_000_000)
    target[0] = UInt8(ascii: "-")
    var count = number < 0 ? 1 : 0
    count += write(whole, at: target + count)
    target[count] = UInt8(ascii: ".")
    let digits = eightDigits(UInt32(truncatingIfNeeded: part) * 100)
    store(digits, at: target + count + 1)
    // At least one decimal stays: 7.0.
    let zeros = min(7, (digits & 0x0F0F_0F0F_0F0F_0F0F).leadingZeroBitCount / 8)
    return count + 9 - zeros
  }
}
