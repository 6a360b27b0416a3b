/// Bytes that are added at the end, for text in small pieces.
///
/// The array behind is longer than what has been added, so that a piece costs a comparison and a copy.
struct ByteBuffer {
  private var storage: [UInt8] = []
  /// How many bytes have been added.
  private(set) var count = 0

  /// What has been added.
  var bytes: ArraySlice<UInt8> { storage[..<count] }

  /// Adds a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom(1)
    storage[count] = byte
    count += 1
  }

  /// Adds bytes.
  @inline(__always)
  mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    makeRoom(bytes.count)
    storage.withUnsafeMutableBufferPointer { storage in
      if let target = storage.baseAddress { (target + count).update(from: source, count: bytes.count) }
    }
    count += bytes.count
  }

  /// Adds the bytes of a text.
  @inline(__always)
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  /// Forgets what has been added and keeps the memory.
  mutating func removeAll() { count = 0 }

  @inline(__always)
  private mutating func makeRoom(_ more: Int) { if storage.count - count < more { grow(more) } }

  @inline(never)
  private mutating func grow(_ more: Int) {
    storage += repeatElement(0, count: max(more, storage.count, 1024))
  }
}
