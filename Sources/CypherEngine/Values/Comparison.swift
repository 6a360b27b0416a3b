package import GraphModel

/// How two values stand to each other.
package enum Ordering: Sendable {
  /// The first comes before the second.
  case less
  /// Neither comes before the other.
  case equal
  /// The first comes after the second.
  case greater
  /// They are numbers, and one is NaN: no comparison holds.
  case unordered

  /// What the sign of a difference says.
  @inline(__always)
  init(sign: Int) { self = sign < 0 ? .less : sign > 0 ? .greater : .equal }

  /// Whether `<` holds.
  package var isLess: Bool { self == .less }
  /// Whether `<=` holds.
  package var isLessOrEqual: Bool { self == .less || self == .equal }
  /// Whether `>` holds.
  package var isGreater: Bool { self == .greater }
  /// Whether `>=` holds.
  package var isGreaterOrEqual: Bool { self == .greater || self == .equal }
}

/// How two values stand to each other for `<`, `<=`, `>` and `>=`; unknown (`nil`) for nulls and for values that cannot be
/// compared.
///
/// Comparable are numbers, strings (by code point), booleans, moments of one kind, and lists element by element.
///
/// - Complexity: O(1) for numbers, otherwise linear in the common beginning.
package func cypherCompare(_ left: Value, _ right: Value) -> Ordering? {
  switch (left, right) {
  case (.integer(let a), .integer(let b)): return a < b ? .less : a == b ? .equal : .greater
  case (.string(let a), .string(let b)): return Ordering(sign: compareText(a, b))
  case (.float(let a), .float(let b)): return compareFloats(a, b)
  case (.integer(let a), .float(let b)): return b.isNaN ? .unordered : Ordering(sign: compareNumber(a, b))
  case (.float(let a), .integer(let b)): return a.isNaN ? .unordered : Ordering(sign: -compareNumber(b, a))
  case (.boolean(let a), .boolean(let b)): return a == b ? .equal : b ? .less : .greater
  case (.temporal(let a), .temporal(let b)): return compareMoments(a, b).map(Ordering.init(sign:))
  case (.list(let a), .list(let b)): return compareLists(a, b)
  default: return nil
  }
}

private func compareFloats(_ left: Double, _ right: Double) -> Ordering {
  left < right ? .less : left > right ? .greater : left == right ? .equal : .unordered
}

private func compareLists(_ left: [Value], _ right: [Value]) -> Ordering? {
  for position in 0..<min(left.count, right.count) {
    guard let ordering = cypherCompare(left[position], right[position]) else { return nil }
    if ordering != .equal { return ordering }
  }
  return left.count < right.count ? .less : left.count == right.count ? .equal : .greater
}

/// The sign of the difference of two numbers, without rounding the integer; the float is not NaN.
@inline(__always)
func compareNumber(_ integer: Int64, _ float: Double) -> Int {
  // 2^63 is the first float beyond all integers.
  if float >= 0x1p63 { return -1 }
  if float < -0x1p63 { return 1 }
  let whole = Int64(float.rounded(.down))
  if integer != whole { return integer < whole ? -1 : 1 }
  return Double(whole) == float ? 0 : -1
}

/// The sign of the difference of two texts by code point, which is the order of their UTF-8 bytes.
@inline(__always)
func compareText(_ left: String, _ right: String) -> Int {
  let fast = left.utf8.withContiguousStorageIfAvailable { a in
    right.utf8.withContiguousStorageIfAvailable { b in
      compareBytes(UnsafeRawBufferPointer(a), UnsafeRawBufferPointer(b))
    }
  }
  if let sign = fast ?? nil { return sign }
  return left.utf8.elementsEqual(right.utf8) ? 0 : left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
}

private func compareBytes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
  let shared = min(left.count, right.count)
  var position = 0
  // Eight bytes at a time; as big-endian numbers they are ordered as the bytes are.
  while position &+ 8 <= shared {
    let a = left.loadUnaligned(fromByteOffset: position, as: UInt64.self).bigEndian
    let b = right.loadUnaligned(fromByteOffset: position, as: UInt64.self).bigEndian
    if a != b { return a < b ? -1 : 1 }
    position &+= 8
  }
  while position < shared {
    if left[position] != right[position] { return left[position] < right[position] ? -1 : 1 }
    position &+= 1
  }
  return left.count < right.count ? -1 : left.count == right.count ? 0 : 1
}
