/// A number as JSON writes it.
public enum JSONNumber: Hashable, Sendable {
  /// Without fraction and exponent, within 64 bits.
  case integer(Int64)
  /// With fraction or exponent, or an integer beyond 64 bits; the nearest binary number.
  case float(Double)
  /// Too large for a binary 64-bit number.
  case outOfRange
}

extension JSONCursor {
  /// Reads a number.
  public mutating func readNumber() throws(JSONSyntaxError) -> JSONNumber {
    skipBlanks()
    let start = offset
    var position = start
    let isNegative = byte(at: position) == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let whole = digits(from: position)
    guard whole > 0 else { throw notANumber("a digit is missing", at: position) }
    if whole > 1, bytes[position] == UInt8(ascii: "0") { throw notANumber("it begins with 0", at: position) }
    let wholeEnd = position + whole
    position = wholeEnd
    if byte(at: position) == UInt8(ascii: ".") {
      let fraction = digits(from: position + 1)
      guard fraction > 0 else { throw notANumber("a digit is missing after the point", at: position + 1) }
      position += 1 + fraction
    }
    if let mark = byte(at: position), mark | 0x20 == UInt8(ascii: "e") {
      let sign = byte(at: position + 1)
      position += sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 2 : 1
      let exponent = digits(from: position)
      guard exponent > 0 else { throw notANumber("a digit is missing in the exponent", at: position) }
      position += exponent
    }
    offset = position
    if position == wholeEnd, let value = integer(start..<position, isNegative) { return .integer(value) }
    return float(start..<position)
  }

  private func byte(at position: Int) -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private func digits(from start: Int) -> Int {
    var position = start
    while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
    return position - start
  }

  private func notANumber(_ reason: String, at position: Int) -> JSONSyntaxError {
    position < bytes.count
      ? JSONSyntaxError(.invalidNumber(reason), at: position)
      : JSONSyntaxError(.unexpectedEnd(expected: "a digit"), at: position)
  }

  /// The value of digits with an optional minus; `nil` when it leaves 64 bits.
  private func integer(_ range: Range<Int>, _ isNegative: Bool) -> Int64? {
    var value: Int64 = 0
    for position in range where bytes[position] != UInt8(ascii: "-") {
      let digit = Int64(bytes[position] - UInt8(ascii: "0"))
      let (tenfold, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      // Counting downwards for negative numbers reaches Int64.min, which has no positive counterpart.
      let (sum, overflows) =
        isNegative ? tenfold.subtractingReportingOverflow(digit) : tenfold.addingReportingOverflow(digit)
      if isTooLarge || overflows { return nil }
      value = sum
    }
    return value
  }

  private func float(_ range: Range<Int>) -> JSONNumber {
    if let value = shortDecimal(range) { return .float(value) }
    // The standard library's conversion rounds correctly; the grammar is checked already.
    guard let value = Double(String(decoding: bytes[range], as: UTF8.self)), value.isFinite else { return .outOfRange }
    return .float(value)
  }

  /// The value of a number of at most 15 digits without exponent; `nil` for others.
  ///
  /// The digits as an integer and the power of ten are exact in binary, so that one division rounds correctly (Clinger,
  /// "How to read floating point numbers accurately", 1990).
  private func shortDecimal(_ range: Range<Int>) -> Double? {
    guard range.count <= 17 else { return nil }
    var digits: Int64 = 0
    var count = 0
    var scale = 1.0
    var isFraction = false
    for position in range {
      let digit = bytes[position] &- UInt8(ascii: "0")
      if digit < 10 {
        digits = digits &* 10 &+ Int64(digit)
        count += 1
        if isFraction { scale *= 10 }
      } else if bytes[position] == UInt8(ascii: ".") {
        isFraction = true
      } else if position != range.lowerBound {
        return nil
      }
    }
    guard isFraction, count <= 15 else { return nil }
    let magnitude = Double(digits) / scale
    return bytes[range.lowerBound] == UInt8(ascii: "-") ? -magnitude : magnitude
  }
}
