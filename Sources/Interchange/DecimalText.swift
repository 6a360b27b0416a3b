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

  @inline(__always)
  private static func write(_ number: UInt64, at target: UnsafeMutablePointer<UInt8>) -> Int {
    var (count, bound) = (1, UInt64(10))
    while number >= bound, count < 19 { (count, bound) = (count + 1, bound * 10) }
    if number >= bound, count == 19 { count = 20 }
    var (rest, place) = (number, count)
    while place > 0 {
      place -= 1
      target[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return count
  }

  /// Writes a number of at most six decimals, such as a coordinate, as `description` does, and says how many bytes it took; `nil` for
  /// others.
  ///
  /// A decimal number of at most 15 digits is the only one of so few digits that is nearest to its `Double` (IEEE 754, 5.12), so that it is
  /// the shortest text that gives the same number back.
  @inline(__always)
  static func write(fewDecimals number: Double, at target: UnsafeMutablePointer<UInt8>) -> Int? {
    let magnitude = number.magnitude
    guard magnitude >= 0.001, magnitude < 1e9 else { return nil }
    let scaled = (magnitude * 1e6).rounded()
    guard scaled / 1e6 == magnitude else { return nil }
    let (whole, part) = UInt64(scaled).quotientAndRemainder(dividingBy: 1_000_000)
    var count = 0
    if number < 0 {
      target[0] = UInt8(ascii: "-")
      count = 1
    }
    count += write(whole, at: target + count)
    target[count] = UInt8(ascii: ".")
    var rest = part
    for place in stride(from: 6, through: 1, by: -1) {
      target[count + place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += 7
    // At least one decimal stays: 7.0.
    while target[count - 1] == UInt8(ascii: "0"), target[count - 2] != UInt8(ascii: ".") { count -= 1 }
    return count
  }
}
