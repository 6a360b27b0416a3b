package import GraphModel

/// `left STARTS WITH right`; unknown unless both are strings.
package func startsWith(_ text: Value, _ part: Value) -> Bool? {
  guard case .string(let text) = text, case .string(let part) = part else { return nil }
  return withBytes(text, part) { $0.count >= $1.count && isSame($0, from: 0, $1) }
}

/// `left ENDS WITH right`; unknown unless both are strings.
package func endsWith(_ text: Value, _ part: Value) -> Bool? {
  guard case .string(let text) = text, case .string(let part) = part else { return nil }
  return withBytes(text, part) { $0.count >= $1.count && isSame($0, from: $0.count - $1.count, $1) }
}

/// `left CONTAINS right`; unknown unless both are strings.
///
/// - Complexity: O(n · m) in the worst case, O(n) for texts of a natural language.
package func contains(_ text: Value, _ part: Value) -> Bool? {
  guard case .string(let text) = text, case .string(let part) = part else { return nil }
  return withBytes(text, part) { text, part in
    guard let first = part.first else { return true }
    guard text.count >= part.count else { return false }
    for start in 0...(text.count - part.count) where text[start] == first && isSame(text, from: start, part) {
      return true
    }
    return false
  }
}

/// The bytes of two texts, where they lie; code points begin and end alike in both, so bytes can be compared.
private func withBytes(
  _ left: String, _ right: String, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
) -> Bool {
  var (left, right) = (left, right)
  return left.withUTF8 { a in right.withUTF8 { b in body(a, b) } }
}

@inline(__always)
private func isSame(_ text: UnsafeBufferPointer<UInt8>, from start: Int, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
  for position in part.indices where text[start &+ position] != part[position] { return false }
  return true
}
