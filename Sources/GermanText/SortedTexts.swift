/// Texts in the order of their bytes, each with the number of what it belongs to: finds equal texts and beginnings.
///
/// The first eight bytes of a text are kept as one number, which decides nearly all comparisons.
struct SortedTexts: Sendable {
  private struct Entry: Sendable {
    let head: UInt64
    let start: Int32
    let length: Int32
    let owner: Int32
  }

  private let bytes: [UInt8]
  private let entries: [Entry]

  /// Sorts texts; equal ones stay beside one another, by owner.
  ///
  /// - Complexity: O(n log n).
  init(_ texts: [(text: String, owner: Int32)]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(texts.count * 12)
    var entries: [Entry] = []
    entries.reserveCapacity(texts.count)
    for (text, owner) in texts {
      let start = bytes.count
      bytes.append(contentsOf: text.utf8)
      entries.append(
        Entry(
          head: SortedTexts.head(of: bytes[start...]), start: Int32(start), length: Int32(bytes.count - start),
          owner: owner))
    }
    bytes.withUnsafeBufferPointer { bytes in
      entries.sort { SortedTexts.precedes($0, $1, in: bytes) }
    }
    self.bytes = bytes
    self.entries = entries
  }

  /// The number of texts.
  var count: Int { entries.count }

  /// The owner of the text at a position.
  func owner(at position: Int) -> Int32 { entries[position].owner }

  /// The text at a position, as UTF-8.
  func utf8(at position: Int) -> ArraySlice<UInt8> {
    let entry = entries[position]
    return bytes[Int(entry.start)..<Int(entry.start + entry.length)]
  }

  /// The owners of a text, in ascending order.
  ///
  /// - Complexity: O(log n + result).
  func owners(of text: String) -> [Int32] { positions(of: text).map(owner(at:)) }

  /// The positions of a text.
  func positions(of text: String) -> Range<Int> {
    let wanted = Array(text.utf8)
    let start = firstPosition { $0.lexicographicallyPrecedes(wanted) }
    return start..<firstPosition(from: start) { $0.elementsEqual(wanted) }
  }

  /// The positions of the texts that begin with a text, the text itself among them.
  func positions(beginningWith prefix: String) -> Range<Int> {
    let wanted = Array(prefix.utf8)
    let start = firstPosition { $0.lexicographicallyPrecedes(wanted) }
    return start..<firstPosition(from: start) { $0.starts(with: wanted) }
  }

  /// The first position whose text does not satisfy a condition that holds for a beginning of the order only.
  private func firstPosition(from start: Int = 0, where isBefore: (ArraySlice<UInt8>) -> Bool) -> Int {
    var low = start
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(utf8(at: middle)) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func head(of text: ArraySlice<UInt8>) -> UInt64 {
    var head: UInt64 = 0
    for byte in text.prefix(8) { head = head << 8 | UInt64(byte) }
    return head << UInt64(8 * max(0, 8 - text.count))
  }

  private static func precedes(_ left: Entry, _ right: Entry, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if left.head != right.head { return left.head < right.head }
    var offset: Int32 = 8
    while offset < left.length, offset < right.length {
      let (first, second) = (bytes[Int(left.start + offset)], bytes[Int(right.start + offset)])
      if first != second { return first < second }
      offset += 1
    }
    return left.length == right.length ? left.owner < right.owner : left.length < right.length
  }
}
