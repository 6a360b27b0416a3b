/// Where the objects of a text that is one array begin; `nil` where the text is no such array as far as brackets and quotes tell.
///
/// Only brackets, quotes and backslashes are looked at: whether the text is JSON shows when it is read.
///
/// - Complexity: O(bytes).
public func elementStarts(in bytes: UnsafeBufferPointer<UInt8>) -> [Int]? {
  var starts: [Int] = []
  var depth = 0
  var position = 0
  while position < bytes.count {
    switch bytes[position] {
    case UInt8(ascii: "\""):
      position += 1
      while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
        position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
      }
    case UInt8(ascii: "{"):
      if depth == 1 { starts.append(position) }
      depth += 1
    case UInt8(ascii: "["):
      // An array directly inside is no record, so its text is read in one go, which says so.
      if depth == 1 { return nil }
      depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if depth < 0 { return nil }
    default: break
    }
    position += 1
  }
  return depth == 0 ? starts : nil
}
